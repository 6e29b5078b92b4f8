# SPDX-License-Identifier: Apache-2.0
"""Several strategies in one run: a row each, and the totals."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from accepted import accepted
from hostile import HOSTILE, STRATEGY
from rich.console import Console

from govrules import Report
from govrules.assessment.terms import Terms
from govrules.output.summary import print_summary

Judge = Callable[..., Report]


def printed(reports: Sequence[Report], failing: Sequence[bool], width: int = 100) -> list[str]:
    """What is printed where the checks of these reports are to fail or not."""
    stream = io.StringIO()
    terms = [Terms(fail_on="advice" if fails else "never") for fails in failing]
    judged = [replace(report, terms=one) for report, one in zip(reports, terms, strict=True)]
    print_summary(judged, Console(file=stream, width=width, highlight=False, markup=False, emoji=False))
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def cells(line: str) -> list[str]:
    return line.split()


@pytest.fixture
def clean(judge: Judge) -> Report:
    report = judge(STRATEGY.replace("enabled: false", "enabled: true"))
    return replace(report, file="strategies/clean.yaml")


@pytest.fixture
def gaps(judge: Judge) -> Report:
    return judge(STRATEGY)


def test_each_strategy_is_a_row_with_its_numbers(gaps: Report, clean: Report) -> None:
    lines = printed([gaps, clean], [True, False])
    assert cells(lines[1]) == ["File", "checked", "stoppers", "launch", "After", "tions", "Waived", "Fails"]
    assert [cells(line) for line in lines[3:5]] == [
        ["plan.yaml", "1", "0", "1", "0", "1", "0", "yes"],
        ["strategies/clean.yaml", "1", "0", "0", "0", "1", "0", "no"],
    ]


def test_the_last_line_adds_up(judge: Judge, gaps: Report, clean: Report) -> None:
    assert printed([gaps, clean, gaps], [True, False, False], 200)[-1] == (
        "3 strategies: 1 fails. 3 not checked in full. 0 showstoppers, 2 things to do before launch "
        "(2 required by law or a binding rule), 2 gaps in rules to come, 3 questions open."
    )
    assert printed([accepted(judge), gaps], [True, False], 300)[-1].endswith(" 6 findings new, 1 known before.")


@pytest.mark.parametrize(
    ("failing", "said"), [([True, True], "2 fail."), ([True, False], "1 fails."), ([False, False], "none fails.")]
)
def test_it_says_how_many_fail(gaps: Report, clean: Report, failing: list[bool], said: str) -> None:
    assert f"2 strategies: {said} " in " ".join(printed([gaps, clean], failing))


def test_what_is_new_has_a_column_only_where_anything_was_known(judge: Judge, gaps: Report, clean: Report) -> None:
    known = accepted(judge)
    lines = printed([known, clean], [True, False])
    assert cells(lines[1])[-3:] == ["Waived", "New", "Fails"]
    assert cells(lines[3]) == ["plan.yaml", "1", "0", "1", "2", "1", "1", "4", "yes"]
    assert "known before." in " ".join(lines)
    assert "New" not in " ".join(printed([gaps, clean], [True, False]))


@pytest.mark.parametrize("width", [60, 100])
def test_it_fits_the_terminal_and_a_long_path_is_whole(gaps: Report, judge: Judge, width: int) -> None:
    path = "strategies/drafts/of/a/retail-bank-with-private-banking-and-wealth.yaml"
    lines = printed([replace(gaps, file=path), accepted(judge)], [True, True], width)
    assert max(map(len, lines)) <= width
    first = [line.partition(" ")[0] for line in lines[3:] if not line.startswith("2 strategies")]
    assert path in "".join(first)
    assert [cells(line)[1:] for line in lines if line.endswith("yes")][1] == ["1", "0", "1", "2", "1", "1", "4", "yes"]


def test_no_text_is_more_than_text(gaps: Report) -> None:
    hostile = replace(gaps, file=f"[red]x\x1b[31m\n::error::y {HOSTILE}")
    shown = "\n".join(printed([hostile, gaps], [True, True], 200))
    assert "\x1b" not in shown
    assert "::error" not in shown
    assert "[red]x\\x1b[31m\\n" in shown


def test_a_strategy_that_is_no_file_has_its_title(gaps: Report) -> None:
    assert "A plan" in "\n".join(printed([replace(gaps, file=None)], [False]))
