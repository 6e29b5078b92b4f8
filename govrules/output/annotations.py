# SPDX-License-Identifier: Apache-2.0
"""What the formats for CI services share: findings as annotations of lines in a repository, and rules as test cases.

But for the verdicts, nothing here is escaped: each format does so in its own way.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from govrules.assessment.evidence import STRATEGY
from govrules.assessment.fingerprint import fingerprints
from govrules.assessment.own_rules import own_rule
from govrules.assessment.report import Finding, NotChecked, RemedyRecord, Report, RuleRecord
from govrules.assessment.threshold import uncovered, weighs
from govrules.output.presentation.answer import verdict_line
from govrules.output.presentation.escaping import safe_line
from govrules.output.presentation.evidence import end_column, first_location
from govrules.output.presentation.waived_and_known import excuse, is_known, left_out_words, message
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.verdict import Verdict

Level = Literal["error", "warning", "note"]
LEVELS: dict[Severity, Level] = {"showstopper": "error", "major": "error", "minor": "warning", "advice": "note"}
"""The level of a gap in a rule of that severity."""


NOT_CHECKED = "not-checked"
"""The id of the rule that stands for what no loaded rule is about, which is none of any ruleset."""
_NOT_CHECKED_RULE = own_rule(
    NOT_CHECKED,
    "A loaded rule is about each market, sector and regulated topic of the document",
    area="coverage",
    severity="major",
    says="what no loaded rule is about was not checked",
    remedy=RemedyRecord(
        "Load a ruleset that was made for it, or have a person check it and allow what is not covered.",
        "compliance",
        "days",
    ),
)


@dataclass(frozen=True)
class Annotation:
    """A finding on one line of a file; columns count from 1, ``end_column`` is the first after it.

    ``path`` is relative to the working directory, with forward slashes: mostly the strategy's, or that of the waiver
    that the finding is about. ``excuse`` says why the check does not fail for it; None where it does.
    ``fingerprint`` is unique among all annotations of a run and stays when lines move.
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
class TestCase:
    """A rule about a subject as a case of a test; ``annotation`` is None where it is met. ``name`` is unique in a
    report."""

    __test__ = False  # pytest would take it for one of its own

    name: str
    rule: RuleRecord
    path: str
    line: int
    annotation: Annotation | None


def annotations(report: Report, folder: str = "") -> Iterator[Annotation]:
    """What was not checked, then all findings of a report, in its order.

    ``folder`` is that from which the files of reports are named, as seen from the top of the repository.
    """
    own = repository_path(report, folder)
    yield from (_not_checked(report, one, own, folder) for one in report.coverage.not_checked)
    for finding, known_by in zip(report.findings, fingerprints(report.findings), strict=True):
        place = first_location(finding)
        yield Annotation(
            finding=finding,
            rule=report.rules[finding.rule],
            level=_level(report, finding),
            excuse=excuse(report, finding),
            message=_message(finding, report.rules[finding.rule]),
            path=in_repository(place.file, folder) if place else own,
            line=place.line if place else 1,
            column=place.column if place else 1,
            end_column=end_column(place) if place else 1,
            # By the strategy even where it lies in a file of waivers: two strategies may share such a file.
            fingerprint=hashlib.sha256(f"{own}\0{known_by}".encode()).hexdigest()[:32],
        )


def _not_checked(report: Report, one: NotChecked, own: str, folder: str) -> Annotation:
    """What was not checked, as a finding of a rule of its own."""
    counts, place = bool(uncovered(report)), one.location
    finding = Finding(NOT_CHECKED, Verdict.GAP, _NOT_CHECKED_RULE.severity, one.name, "", one.text, ())
    return Annotation(
        finding=finding,
        rule=_NOT_CHECKED_RULE,
        level="error" if counts else "note",
        excuse=None if counts else "not checked, for which the check does not fail",
        message=f"Not checked: {one.text}",
        path=in_repository(place.file, folder) if place else own,
        line=place.line if place else 1,
        column=place.column if place else 1,
        end_column=end_column(place) if place else 1,
        fingerprint=hashlib.sha256(f"{own}\0{NOT_CHECKED}\0{one.kind}\0{one.name}".encode()).hexdigest()[:32],
    )


def _level(report: Report, finding: Finding) -> Level:
    """What does not fail the check is not an error for whoever reads its annotations."""
    if finding.verdict not in (Verdict.GAP, Verdict.WAIVED):
        return "note"
    level = LEVELS[finding.severity]
    counts = finding.verdict is Verdict.WAIVED or weighs(report, finding)
    return "warning" if level == "error" and not counts else level


def worst_first(
    reports: Iterable[Report], folder: str = "", *, known: bool = False, waived: bool = False
) -> list[Annotation]:
    """What is to be shown, of all reports: what was not checked, gaps by severity, then what is not answered or not yet
    in force.

    ``known`` adds what was known before, which comes last; ``waived`` adds what is waived.
    """
    shown = [
        annotation
        for report in reports
        for annotation in annotations(report, folder)
        if (known or not is_known(annotation.finding)) and (waived or annotation.finding.verdict is not Verdict.WAIVED)
    ]

    def rank(annotation: Annotation) -> tuple[bool, bool, bool, int]:
        finding = annotation.finding
        return (
            annotation.rule.id != NOT_CHECKED,
            is_known(finding),
            finding.verdict is not Verdict.GAP,
            SEVERITIES.index(finding.severity),
        )

    return sorted(shown, key=rank)


def test_cases(report: Report, folder: str = "") -> list[TestCase]:
    """What was not checked, then each applicable rule about each of its subjects: what falls short, what is met."""
    found: dict[str, TestCase] = {}

    def add(subject: str, rule: RuleRecord, path: str, line: int, annotation: Annotation | None) -> None:
        name = plain = f"{rule.id}: {subject}"
        count = 1
        while name in found:
            count += 1
            name = f"{plain} ({count})"
        found[name] = TestCase(name, rule, path, line, annotation)

    for found_one in annotations(report, folder):
        add(found_one.finding.subject, found_one.rule, found_one.path, found_one.line, found_one)
    for met in report.met:
        place = first_location(met)
        path, line = (in_repository(place.file, folder), place.line) if place else (repository_path(report, folder), 1)
        add(met.subject, report.rules[met.rule], path, line, None)
    return list(found.values())


def repository_path(report: Report, folder: str = "") -> str:
    """Where the document is, as a CI service names it that runs in the root of the repository."""
    return in_repository(report.file or "strategy", folder)


def in_repository(file: str, folder: str = "") -> str:
    """A file as a CI service names it that runs in the root of the repository."""
    path = os.path.relpath(file) if os.path.isabs(file) else os.path.normpath(os.path.join(folder, file))
    return path.replace(os.sep, "/")


def rules_of(reports: Sequence[Report]) -> list[RuleRecord]:
    """Every rule that applies to any of the documents, by id; that about what was not checked where it is needed."""
    found = {name: rule for report in reports for name, rule in report.rules.items()}
    if any(report.coverage.not_checked for report in reports):
        found[NOT_CHECKED] = _NOT_CHECKED_RULE
    return [found[name] for name in sorted(found)]


def verdict_lines(reports: Iterable[Report], folder: str = "") -> Iterator[str]:
    """The verdict on each document in a line, safe for a log, with how many of its findings are left out."""
    for report in reports:
        parts = (f"{repository_path(report, folder)}: {verdict_line(report)}", left_out_words(report))
        yield safe_line(" ".join(part for part in parts if part))


def _message(finding: Finding, rule: RuleRecord) -> str:
    text = message(finding)
    if finding.verdict is Verdict.UPCOMING:
        return f"From {rule.source.in_force}: {text}"
    if finding.verdict.is_open:
        about = "" if finding.subject == STRATEGY else f"{finding.subject}: "
        questions = dict.fromkeys(item.question for item in finding.evidence if not item.stated)
        return " ".join((about + text, *questions))
    return text
