# SPDX-License-Identifier: Apache-2.0
"""What authors of rulesets are to look at by a day, as a table, as JSON and as an iCalendar."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[..., Path]


@pytest.fixture
def dated(write: Write) -> Path:
    def rule(name: str, *more: str) -> str:
        source = f"{{citation: 'Code, {name}', authority: A, kind: statute, confidence: primary-verified, {more[0]}}}"
        status = f"status: {more[1]}" if len(more) > 1 else "note: None"
        return f"""\
  - id: us-{name}
    title: Title of {name}
    severity: minor
    basis: required
    jurisdiction: US
    source: {source}
    {status}
    subject: strategy
    require: {{organisation.charity: true}}
    finding: It falls short.
    remedy: {{do: Cure it., owner: legal, effort: days}}
"""

    rules = [
        rule("settled", "in_force: 2020-01-01"),
        rule("begins", "in_force: 2027-02-01"),
        rule("ends", "in_force: 2020-01-01, until: 2027-01-31"),
        rule("open", "in_force: null", "{kind: draft, note: The draft was not passed., look_again: 2026-10-01}"),
        rule("later", "in_force: 2028-01-01"),
    ]
    head = "ruleset: acme/dated\ntitle: Dated rules\nversion: 1.0.0\nreviewed: 2026-01-15\nrules:\n"
    return write("dated.yaml", head + "".join(rules))


def due(govrules: Run, by: str, *more: str) -> str:
    result = govrules("rules", "--due", by, "--as-of", "2026-11-29", "--no-bundled", "-r", "dated.yaml", *more)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_what_is_due_comes_in_the_order_of_days_and_the_overdue_says_so(govrules: Run, dated: Path) -> None:
    lines = due(govrules, "2027-02-28").splitlines()[1:]
    days = [line.split("  ")[0] for line in lines if line[:1] == "2"]
    assert days == ["2026-10-01", "2027-01-16", "2027-01-31", "2027-02-01"]
    assert "Due for review (overdue)" in lines[0]
    assert "us-later" not in "\n".join(lines)
    assert "us-settled" not in "\n".join(lines)


def test_the_last_day_is_included(govrules: Run, dated: Path) -> None:
    listed = json.loads(due(govrules, "2027-01-31", "--format", "json"))["due"]
    assert [one["day"] for one in listed][-1] == "2027-01-31"


def test_json_says_what_is_due_and_why(govrules: Run, dated: Path) -> None:
    listed = json.loads(due(govrules, "2027-01-20", "--format", "json"))["due"]
    assert [(one["kind"], one["rule"]) for one in listed] == [("look-again", "us-open"), ("review", None)]
    assert listed[1]["why"] == "It was last held against its sources on 2026-01-15."


def test_a_calendar_holds_each_as_a_whole_day(govrules: Run, dated: Path) -> None:
    calendar = icalendar.Calendar.from_ical(due(govrules, "2027-02-28", "--format", "ics"))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == 4
    begins = events["begins.us-begins@govrules"]
    assert begins.decoded("dtstart") == date(2027, 2, 1)
    assert str(begins["summary"]) == "us-begins: Comes into force"


def test_nothing_is_due(govrules: Run, dated: Path) -> None:
    assert due(govrules, "2026-09-01") == "Nothing is due.\n"


@pytest.mark.parametrize("more", [["--format", "ics"], ["--as-of", "2026-11-29"]])
def test_a_calendar_without_a_day_is_refused(govrules: Run, more: list[str]) -> None:
    result = govrules("rules", *more)
    assert (result.returncode, "go with --due" in result.stderr) == (2, True)
