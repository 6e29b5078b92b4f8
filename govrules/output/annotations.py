# SPDX-License-Identifier: Apache-2.0
"""What the formats for CI services share: what a report finds, as annotations of lines in a repository and as tests.

But for the verdicts, nothing here is escaped: each format does so in its own way.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from govrules.assessment.coverage_record import NotChecked
from govrules.assessment.own_rules import own_rule
from govrules.assessment.report import Finding, Report
from govrules.assessment.rule_record import RemedyRecord, RuleRecord
from govrules.assessment.threshold import uncovered, weighs
from govrules.output.presentation.answer import verdict_line
from govrules.output.presentation.escaping import safe_line
from govrules.output.presentation.evidence import end_column, first_location
from govrules.output.presentation.items import Item, by_rule, citations, with_marks
from govrules.output.presentation.numbers import in_short, plural, sentence
from govrules.output.presentation.questions import decides
from govrules.output.presentation.rules import cure_label
from govrules.output.presentation.waived_and_known import (
    excuse,
    left_out_words,
    message,
    waiver_words,
)
from govrules.output.presentation.words import BASIS_LABELS
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.verdict import Verdict

Level = Literal["error", "warning", "note"]
LEVELS: dict[Severity, Level] = {"showstopper": "error", "major": "error", "minor": "warning", "advice": "note"}
"""The level of a gap in a rule of that severity."""
_GAPS = 3  # told in a message; the places of the others are told beside it

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
    """One thing that a report finds, on one line of a file; columns count from 1, ``end_column`` is the first after it.

    ``rule`` is the weightiest that asks for it, ``about`` what it is called as a test: the parts of the strategy, or
    the field of a question. ``message`` tells the gap, who asks that there is none, and the cure.
    ``path`` is relative to the working directory, with forward slashes: mostly the strategy's, or that of the waiver
    that the finding is about. ``excuse`` says why the check does not fail for it; None where it does.
    ``fingerprint`` is unique among all annotations of a run and stays when lines move.
    """

    item: Item
    rule: RuleRecord
    about: str
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
    """A thing that a report finds, or a rule that is met, as a case of a test; ``annotation`` is None where it is met.
    ``name`` is unique in a report."""

    __test__ = False  # pytest would take it for one of its own

    name: str
    rule: RuleRecord
    path: str
    line: int
    annotation: Annotation | None


def annotations(report: Report, folder: str = "") -> Iterator[Annotation]:
    """What was not checked, then all that a report finds, one control at a time.

    ``folder`` is that from which the files of reports are named, as seen from the top of the repository.
    """
    own = repository_path(report, folder)
    yield from (_not_checked(report, one, own, folder) for one in report.coverage.not_checked)
    for item, known_by in with_marks(report, apart=True):
        place = item.place
        yield Annotation(
            item=item,
            rule=report.rules[item.rules[0]],
            about=item.question.field if item.question else in_short(item.subjects),
            level=_level(report, item),
            excuse=_excuse(report, item),
            message=_message(report, item),
            path=in_repository(place.file, folder) if place else own,
            line=place.line if place else 1,
            column=place.column if place else 1,
            end_column=end_column(place) if place else 1,
            # By the strategy even where it lies in a file of waivers: two strategies may share such a file.
            fingerprint=_fingerprint(own, known_by),
        )


def _fingerprint(own: str, known_by: str) -> str:
    return hashlib.sha256(f"{own}\0{known_by}".encode()).hexdigest()[:32]


def _not_checked(report: Report, one: NotChecked, own: str, folder: str) -> Annotation:
    """What was not checked, as a finding of a rule of its own."""
    counts, place = one in uncovered(report), one.location
    finding = Finding(NOT_CHECKED, Verdict.GAP, _NOT_CHECKED_RULE.severity, one.name, "", one.text, ())
    return Annotation(
        item=Item((finding,)),
        rule=_NOT_CHECKED_RULE,
        about=one.name,
        level="error" if counts else "note",
        excuse=None if counts else "not checked, for which the check does not fail",
        message=f"Not checked: {one.text}",
        path=in_repository(place.file, folder) if place else own,
        line=place.line if place else 1,
        column=place.column if place else 1,
        end_column=end_column(place) if place else 1,
        fingerprint=_fingerprint(own, f"{NOT_CHECKED}\0{one.kind}\0{one.name}"),
    )


def _level(report: Report, item: Item) -> Level:
    """What does not fail the check is not an error for whoever reads its annotations."""
    if item.verdict not in (Verdict.GAP, Verdict.WAIVED):
        return "note"
    level = LEVELS[item.severity]
    counts = item.verdict is Verdict.WAIVED or any(weighs(report, finding) for finding in item.findings)
    return "warning" if level == "error" and not counts else level


def _excuse(report: Report, item: Item) -> str | None:
    """Why the check does not fail for any of it; None where it does."""
    excuses = [excuse(report, finding) for finding in item.findings]
    return None if None in excuses else " ".join(dict.fromkeys(filter(None, excuses)))


def named(annotation: Annotation) -> str:
    """The rule of an annotation, and how many others ask for the same."""
    more = len(annotation.item.rules) - 1
    return annotation.rule.id + (f" and {plural(more, 'more rule')}" if more else "")


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
        if (known or not annotation.item.known) and (waived or annotation.item.verdict is not Verdict.WAIVED)
    ]

    def rank(annotation: Annotation) -> tuple[bool, bool, bool, int]:
        item = annotation.item
        return (
            annotation.rule.id != NOT_CHECKED,
            item.known,
            item.verdict is not Verdict.GAP,
            SEVERITIES.index(item.severity),
        )

    return sorted(shown, key=rank)


def test_cases(report: Report, folder: str = "") -> list[TestCase]:
    """What was not checked, then all that falls short or is open, then each rule that is met wherever it applies."""
    found: dict[str, TestCase] = {}

    def add(about: str, rule: RuleRecord, path: str, line: int, annotation: Annotation | None) -> None:
        name = plain = f"{rule.id}: {about}"
        count = 1
        while name in found:
            count += 1
            name = f"{plain} ({count})"
        found[name] = TestCase(name, rule, path, line, annotation)

    for found_one in annotations(report, folder):
        add(found_one.about, found_one.rule, found_one.path, found_one.line, found_one)
    short = {finding.rule for finding in report.findings}
    for rule, met in by_rule(report, [one for one in report.met if one.rule not in short]):
        place = next(filter(None, map(first_location, met)), None)
        path, line = (in_repository(place.file, folder), place.line) if place else (repository_path(report, folder), 1)
        add(in_short([one.subject for one in met]), rule, path, line, None)
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


def _message(report: Report, item: Item) -> str:
    """What falls short or is asked, who asks for it with every citation, and the cure."""
    rule = report.rules[item.rules[0]]
    if item.question:
        asked_of = f"{in_short(item.question.asked_of)}: " if item.question.asked_of else ""
        return f"{asked_of}{item.question.text} {sentence(decides(report, item.question))}"
    gaps = item.gaps
    said = [sentence(message(finding)) for finding in gaps[:_GAPS]]
    if len(gaps) > _GAPS:
        said.append(f"And {plural(len(gaps) - _GAPS, 'more gap')}.")
    # A waiver that does not count is about one rule, which may not be the one that tells the gap.
    if item.verdict is not Verdict.WAIVED:
        said += [words for one in item.findings if one not in gaps and (words := waiver_words(one))]
    if item.verdict is Verdict.UPCOMING:
        said.insert(0, f"From {rule.source.in_force}:")
    asked_by = (
        sentence(f"{BASIS_LABELS[basis]}: {'; '.join(cited)}") for basis, cited in citations(report, item).items()
    )
    return " ".join((*said, *asked_by, f"{cure_label(rule.severity)}: {sentence(rule.remedy.do)}"))
