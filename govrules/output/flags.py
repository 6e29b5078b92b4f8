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
from govrules.assessment.report import Finding, Location, Met, Report, RuleRecord
from govrules.assessment.threshold import weighs
from govrules.output.safe import safe_line
from govrules.output.standing import excuse, is_known, left_out_words, message
from govrules.output.text import verdict_line
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.verdict import Verdict

Level = Literal["error", "warning", "note"]
LEVELS: dict[Severity, Level] = {"showstopper": "error", "major": "error", "minor": "warning", "advice": "note"}
"""How a gap in a rule of that severity is flagged."""


@dataclass(frozen=True)
class Flag:
    """A finding on one line of a file; columns count from 1, ``end_column`` is the first after it.

    ``path`` is relative to the working directory, with forward slashes: mostly the strategy's, or that of the waiver
    that the finding is about. ``excuse`` tells why the check does not fail for it; None where it does.
    ``fingerprint`` is unique among all flags of a run and stays when lines move.
    """

    finding: Finding
    rule: RuleRecord
    level: Level
    excuse: str | None
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
    path: str
    line: int
    flag: Flag | None


def flags(report: Report) -> Iterator[Flag]:
    """All findings of a report, in its order."""
    own = repository_path(report)
    for finding, known_by in zip(report.findings, fingerprints(report.findings), strict=True):
        line = column = end_column = 1
        place = _first_place(finding)
        if place:
            line, column = place.line, place.column
            end_column = place.end_column if place.end_line == place.line else len(place.text) + 1
        yield Flag(
            finding=finding,
            rule=report.rules[finding.rule],
            level=_level(report, finding),
            excuse=excuse(report, finding),
            message=_message(finding, report.rules[finding.rule]),
            path=in_repository(place.file) if place else own,
            line=line,
            column=column,
            end_column=max(column, end_column),
            # By the strategy even where it lies in a file of waivers: two strategies may share such a file.
            fingerprint=hashlib.sha256(f"{own}\0{known_by}".encode()).hexdigest()[:32],
        )


def _level(report: Report, finding: Finding) -> Level:
    """How a finding is flagged: what is no error for the check is none for whoever reads its flags."""
    if finding.verdict not in (Verdict.GAP, Verdict.WAIVED):
        return "note"
    level = LEVELS[finding.severity]
    counts = finding.verdict is Verdict.WAIVED or weighs(report, finding)
    return "warning" if level == "error" and not counts else level


def worst_first(reports: Iterable[Report], *, known: bool = False, waived: bool = False) -> list[Flag]:
    """What is to be shown, of all reports: gaps by severity, then what is not answered or not yet in force.

    ``known`` adds what was known before, which comes last; ``waived`` adds what is waived.
    """
    shown = [
        flag
        for report in reports
        for flag in flags(report)
        if (known or not is_known(flag.finding)) and (waived or flag.finding.verdict is not Verdict.WAIVED)
    ]

    def rank(flag: Flag) -> tuple[bool, bool, int]:
        finding = flag.finding
        return is_known(finding), finding.verdict is not Verdict.GAP, SEVERITIES.index(finding.severity)

    return sorted(shown, key=rank)


def cases(report: Report) -> list[Case]:
    """Each applicable rule about each of its subjects: first what falls short, then what is met."""
    found: dict[str, Case] = {}

    def add(subject: str, rule: RuleRecord, path: str, line: int, flag: Flag | None) -> None:
        name = plain = f"{rule.id}: {subject}"
        count = 1
        while name in found:
            count += 1
            name = f"{plain} ({count})"
        found[name] = Case(name, rule, path, line, flag)

    for flag in flags(report):
        add(flag.finding.subject, flag.rule, flag.path, flag.line, flag)
    for met in report.met:
        place = _first_place(met)
        path, line = (in_repository(place.file), place.line) if place else (repository_path(report), 1)
        add(met.subject, report.rules[met.rule], path, line, None)
    return list(found.values())


def _first_place(verdict: Finding | Met) -> Location | None:
    return next((item.location for item in verdict.evidence if item.location), None)


def repository_path(report: Report) -> str:
    """Where the document is, as a CI service names it that runs in the root of the repository."""
    return in_repository(report.file or "strategy")


def in_repository(file: str) -> str:
    """A file as a CI service names it that runs in the root of the repository."""
    path = os.path.relpath(file) if os.path.isabs(file) else os.path.normpath(file)
    return path.replace(os.sep, "/")


def rules_of(reports: Sequence[Report]) -> list[RuleRecord]:
    """Every rule that applies to any of the documents, by id."""
    found = {name: rule for report in reports for name, rule in report.rules.items()}
    return [found[name] for name in sorted(found)]


def verdict_lines(reports: Iterable[Report]) -> Iterator[str]:
    """The verdict on each document in a line, safe for a log, with how many of its findings are left out."""
    for report in reports:
        told = (f"{repository_path(report)}: {verdict_line(report)}", left_out_words(report))
        yield safe_line(" ".join(part for part in told if part))


def _message(finding: Finding, rule: RuleRecord) -> str:
    told = message(finding)
    if finding.verdict is Verdict.UPCOMING:
        return f"From {rule.source.in_force}: {told}"
    if finding.verdict.is_open:
        about = "" if finding.subject == STRATEGY else f"{finding.subject}: "
        questions = dict.fromkeys(item.question for item in finding.evidence if not item.stated)
        return " ".join((about + told, *questions))
    return told
