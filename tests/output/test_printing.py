# SPDX-License-Identifier: Apache-2.0
"""The text of a report at any width."""

import io
import json
from datetime import date

import pytest
from bundled import bundled
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from govrules import check, parse_strategy
from govrules.output.json_format import render
from govrules.output.text import print_report

DAY = date(2026, 11, 23)
BUNDLED = bundled()
TEXT = """\
title: "A strategy [bold]with[/bold] markup: 日本日本日本日本日本日本日本日本日本日本日本日本日本日本日本"
organisation: {name: O, sectors: [bank, broker-dealer, hospital], listed_in: [US]}
markets: [US, FJ]
channels:
  - name: A channel
    platform: x
    visibility: public
    audience: [retail-investors]
    content_classes: [static]
    archive: {enabled: false, years: 1}
    approval: {before_first_use: false}
  - {name: Another}
governance: {crisis: {plan: false}, security: {leaver_removal_hours: 99, shared_credentials: true}}
"""
REPORT = check(parse_strategy(TEXT), BUNDLED, as_of=DAY)
ASKED = [question for question in REPORT.questions if not question.screening]


def printed(report, width=80, today=DAY, **options):
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    print_report(report, console, today=today, **options)
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 99])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_console(width, verbose):
    lines = printed(REPORT, width, verbose=verbose).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=200), st.text(max_size=300), st.integers(30, 99))
def test_any_text_fits_and_stays_harmless(title, name, width):
    strategy = parse_strategy(
        "title: T\norganisation: {name: O}\nchannels: [{name: C, archive: {enabled: false}}]\n"
    ).strategy
    [channel] = strategy.channels
    hostile = strategy.model_copy(update={"title": title, "channels": (channel.model_copy(update={"name": name}),)})
    out = printed(check(hostile, BUNDLED, as_of=DAY, select=["general/governance"]), width)
    assert all(cell_len(line) <= width for line in out.split("\n"))
    assert not [c for c in out if ord(c) < 32 and c != "\n"]


def test_every_word_of_a_finding_is_there_at_any_width():
    wide, narrow = (printed(REPORT, width).split() for width in (99, 60))
    for found in REPORT.findings:
        if found.verdict == "gap":
            for words in (wide, narrow):
                assert " ".join(found.message.split()) in " ".join(words)


def test_each_question_is_printed_with_its_section():
    out = " ".join(printed(REPORT, 99, verbose=True).split())
    assert f"Questions that the document leaves open ({len(ASKED)})" in out
    for question in REPORT.questions:
        assert " ".join(question.text.split()) in out


def test_the_first_screen_has_the_ten_answers_that_matter_most_and_counts_the_others():
    out = printed(REPORT, 99)
    assert f"The 10 answers that matter most, of {len(ASKED)} that the document leaves open" in out
    apart = len(REPORT.questions) - len(ASKED)
    assert f"Whether more rules apply depends on ({apart})" in out and f"and {apart - 10} more" in out
    assert "\n  10. " in out and "\n  11. " not in out
    assert out.count("\n") < 200


def test_today_is_not_told_and_another_day_is():
    assert not printed(REPORT).startswith("As of")
    assert printed(REPORT, today=date(2026, 11, 24)).startswith("As of 2026-11-23, which is not today:")


def test_several_reports_are_one_json_document():
    assert json.loads(render([]))["reports"] == []
    one, two = json.loads(render([REPORT, REPORT]))["reports"]
    assert one == two == json.loads(REPORT.to_json())
