# SPDX-License-Identifier: Apache-2.0
"""What documents say is shown harmlessly: nothing acts on a terminal or CI service, and nothing else is changed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govrules.output.presentation.escaping import safe, safe_json, safe_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\bc\x07\x7f", "a\\rb\\x08c\\x07\\x7f"),
        ("\u202e\u2066\u2028", "\\u202e\\u2066\\u2028"),
        ("::error::x", "\\x3a:error\\x3a:x"),
        (":::x", "\\x3a\\x3a:x"),
        ("##[error]x ##vso[x] ##VSO[x]", "\\x23#[error]x \\x23#vso[x] \\x23#VSO[x]"),
    ],
)
def test_what_would_act_is_shown_as_an_escape(text, shown):
    assert safe(text) == shown


@pytest.mark.parametrize(
    "text", ["Größe 日本 🎉", "[red]x[/red]", "a\tb\nc", "10:30 a: b", "## A heading #tag", "\\x1b"]
)
def test_anything_else_is_left_alone(text):
    assert safe(text) == text


@given(st.text())
def test_nothing_that_acts_is_left(text):
    shown = safe(text)
    assert not [c for c in shown if (ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 or c in BIDI]
    assert "::" not in shown
    assert "##[" not in shown
    assert safe(shown) == shown
    assert "\n" not in safe_line(text)


@given(st.dictionaries(st.text(), st.text()))
def test_json_keeps_its_values(data):
    written = safe_json(json.dumps(data, ensure_ascii=False, indent=2))
    assert json.loads(written) == data
    assert not [c for c in written if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in BIDI]
