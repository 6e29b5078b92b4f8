# SPDX-License-Identifier: Apache-2.0
"""What the formats for CI services share: findings as flags on lines of a repository, and rules as cases of a test.

But for the verdicts, nothing here is escaped: each format does so in its own way.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from govrules.assessment.evidence import STRATEGY
from govrules.assessment.fingerprint import fingerprints
from govrules.assessment.report import Finding, Report, RuleRecord
from govrules.output.safe import safe_line
from govrules.output.text import verdict_line
from govrules.ruleset.model import SEVERITIES, Severity

Level = Literal["error", "warning", "note"]
LEVELS: dict[Severity, Level] = {"showstopper": "error", "major": "error", "minor": "warning", "advice": "note"}
"""How a gap in a rule of that severity is flagged."""


@dataclass(frozen=True)
class Flag:
    """A finding on one line of a file; columns count from 1, ``end_column`` is the first after it.

    ``path`` is relative to the working directory, with forward slashes. ``fingerprint`` is unique among all flags of
    a run and stays when lines move.
    """

    finding: Finding
    rule: RuleRecord
    level: Level
    message: str
    path: str
    line: int
    column: int
    end_column: int
    fingerprint: str


@dataclass(frozen=True)
class Case:
    """A rule about a subject as a case of a test; ``flag`` is None where it is met. ``name`` is unique in a report."""

    name: str
    rule: RuleRecord
    line: int
    flag: Flag | None


def flags(report: Report) -> Iterator[Flag]:
    """All findings of a report, in its order."""
    path = repository_path(report)
    for finding, known_by in zip(report.findings, fingerprints(report.findings), strict=True):
        line = column = end_column = 1
        place = next((item.location for item in finding.evidence if item.location), None)
        if place:
            line, column = place.line, place.column
            end_column = place.end_column if place.end_line == place.line else len(place.text) + 1
        yield Flag(
            finding=finding,
            rule=report.rules[finding.rule],
            level=LEVELS[finding.severity] if finding.verdict == "gap" else "note",
            message=_message(finding, report.rules[finding.rule]),
            path=path,
            line=line,
            column=column,
            end_column=max(column, end_column),
            fingerprint=hashlib.sha256(f"{path}\0{known_by}".encode()).hexdigest()[:32],
        )


def worst_first(reports: Iterable[Report]) -> list[Flag]:
    """What is not waived, of all reports: gaps by severity, then what is not answered or not yet in force."""
    shown = [flag for report in reports for flag in flags(report) if flag.finding.verdict != "waived"]
    return sorted(shown, key=lambda flag: (flag.finding.verdict != "gap", SEVERITIES.index(flag.finding.severity)))


def cases(report: Report) -> list[Case]:
    """Each applicable rule about each of its subjects: first what falls short, then what is met."""
    found: dict[str, Case] = {}

    def add(subject: str, rule: RuleRecord, line: int, flag: Flag | None) -> None:
        name = plain = f"{rule.id}: {subject}"
        count = 1
        while name in found:
            count += 1
            name = f"{plain} ({count})"
        found[name] = Case(name, rule, line, flag)

    for flag in flags(report):
        add(flag.finding.subject, flag.rule, flag.line, flag)
    for met in report.met:
        line = next((item.location.line for item in met.evidence if item.location), 1)
        add(met.subject, report.rules[met.rule], line, None)
    return list(found.values())


def repository_path(report: Report) -> str:
    """Where the document is, as a CI service names it that runs in the root of the repository."""
    file = report.file or "strategy"
    path = os.path.relpath(file) if os.path.isabs(file) else os.path.normpath(file)
    return path.replace(os.sep, "/")


def rules_of(reports: Sequence[Report]) -> list[RuleRecord]:
    """Every rule that applies to any of the documents, by id."""
    found = {name: rule for report in reports for name, rule in report.rules.items()}
    return [found[name] for name in sorted(found)]


def verdict_lines(reports: Iterable[Report]) -> Iterator[str]:
    """The verdict on each document in a line, safe for a log."""
    for report in reports:
        yield safe_line(f"{repository_path(report)}: {verdict_line(report)}")


def _message(finding: Finding, rule: RuleRecord) -> str:
    if finding.verdict == "upcoming":
        return f"From {rule.source.in_force}: {finding.message}"
    if finding.verdict == "unanswered":
        about = "" if finding.subject == STRATEGY else f"{finding.subject}: "
        questions = dict.fromkeys(item.question for item in finding.evidence if not item.stated)
        return " ".join((about + finding.message, *questions))
    return finding.message
