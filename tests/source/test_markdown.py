# SPDX-License-Identifier: Apache-2.0
"""Reading the YAML front matter of Markdown."""

import pytest

from govrules.source import InputError, read_text

TEXT = "---\nname: Spring\nmarkets:\n  - NO\n---\n# Spring\n\nname: not this\n"


def problem(text):
    with pytest.raises(InputError) as caught:
        read_text(text, file="s.md", format="markdown")
    (only,) = caught.value.problems
    return only


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("NO\n---", "NO\n..."), "\ufeff" + TEXT],
)
def test_line_numbers_are_those_of_the_file(text):
    source = read_text(text, format="markdown")
    assert source.data == {"name": "Spring", "markets": ["NO"]}
    assert (source.place(("markets", 0)).line, source.place(("markets", 0)).column) == (4, 5)
    assert source.key_place(("name",)).line == 2
    assert source.lines[5] == "# Spring"


def test_front_matter_may_end_the_file():
    assert read_text("--- \na: 1\n---", format="markdown").data == {"a": 1}


def test_a_line_of_the_text_that_begins_with_dashes_does_not_end_it():
    assert read_text("---\na: |\n  ---\n  x\n---\n", format="markdown").data == {"a": "---\nx\n"}


def test_no_front_matter_is_said_with_a_way_out():
    found = problem("# Spring\n")
    assert found.message == "the Markdown file has no YAML front matter"
    assert "'---'" in found.hint


def test_front_matter_that_is_never_closed():
    assert problem("---\na: 1\n# Spring\n").message == "the front matter is never closed"


@pytest.mark.parametrize("text", ["---\n---\n# Spring\n", "---\n# only a comment\n---\n# Spring\n"])
def test_empty_front_matter(text):
    assert problem(text).message == "the front matter is empty"


def test_an_error_in_the_front_matter_has_the_line_of_the_file():
    assert str(problem("---\na: 1\nb: [1\n---\nText\n").place) == "s.md:4:1"
