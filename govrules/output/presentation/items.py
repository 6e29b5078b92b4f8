# SPDX-License-Identifier: Apache-2.0
"""What a report finds, one thing at a time, as every format lists and counts it: a thing to do, a gap that is accepted
or in a rule to come, an open question. Why rules are put together: docs/decisions/015-one-control-one-finding.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from govrules.assessment.fingerprint import generic, numbered, subject_key
from govrules.assessment.known import is_known
from govrules.assessment.location import Location
from govrules.assessment.own_rules import is_own
from govrules.assessment.path import weight
from govrules.assessment.report import Finding, Met, PathStep, Question, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.presentation.evidence import first_location
from govrules.output.presentation.to_do import ToDo, with_findings
from govrules.ruleset.model import BASES, Basis, Severity
from govrules.verdict import Verdict


@dataclass(frozen=True)
class Item:
    """One finding as readers know it, with what each rule says of it, the weightiest rule first.

    ``step`` is the step of the path that cures it, ``question`` what is asked; both are None where nothing is to be
    done now.
    """

    findings: tuple[Finding, ...]
    step: PathStep | None = None
    question: Question | None = None

    @property
    def verdict(self) -> Verdict:
        """What it is: all of its findings are gaps, accepted, in rules to come, or open."""
        return min((finding.verdict for finding in self.findings), key=lambda verdict: verdict.rank)

    @property
    def severity(self) -> Severity:
        """What its weightiest rule weighs."""
        return self.question.severity if self.question else self.findings[0].severity

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that ask for it, the weightiest first."""
        return tuple(dict.fromkeys(finding.rule for finding in self.findings))

    @property
    def subjects(self) -> tuple[str, ...]:
        """The parts of the strategy that it is about."""
        return tuple(dict.fromkeys(finding.subject for finding in self.findings))

    @property
    def known(self) -> bool:
        """Whether all of it was known before."""
        return all(map(is_known, self.findings))

    @property
    def place(self) -> Location | None:
        """Where it stands first, or where its answer belongs."""
        if self.question:
            return self.question.location
        return next(filter(None, map(first_location, self.findings)), None)

    @property
    def alike(self) -> tuple[tuple[Finding, ...], ...]:
        """Its findings, those together that are decided by the same fields of the same part: the same gap."""
        same: dict[tuple[str, ...], list[Finding]] = {}
        for finding in self.findings:
            same.setdefault((finding.subject, *(one.field for one in finding.evidence)), []).append(finding)
        return tuple(map(tuple, same.values()))

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """One finding for each gap: that of the weightiest rule."""
        return tuple(same[0] for same in self.alike)


def items(report: Report, *, apart: bool = False) -> Iterator[Item]:
    """All that a report finds: what is to be done, what is to come, what is accepted, what is open.

    ``apart`` puts the gaps of a step that were known before into an item of their own.
    """
    for step, findings in with_findings(report):
        if apart:
            parts = [tuple(one for one in findings if is_known(one) == known) for known in (False, True)]
            yield from (Item(part, step=step) for part in parts if part)
        else:
            yield Item(findings, step=step)
    to_do = ToDo(report)
    yield from (Item(tuple(group)) for group in (*to_do.coming, *to_do.accepted))
    open_: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.verdict.is_open:
            open_.setdefault(finding.rule, []).append(finding)
    for question in report.questions:
        rules = sorted(question.rules, key=lambda name: weight(report.rules[name]))
        if waiting := tuple(one for name in rules for one in open_.get(name, ())):
            yield Item(waiting, question=question)


def with_marks(report: Report, *, apart: bool = False) -> Iterator[tuple[Item, str]]:
    """All that a report finds, each with what it is known by outside of govrules: 16 hexadecimal digits.

    It rests on the fields that decide and on the parts of the strategy, not on the rules: it stays when lines move,
    when a rule of several is waived, and when a ruleset brings another rule about the same fields. Another part that
    falls short makes it another.
    """
    found = list(items(report, apart=apart))
    yield from zip(found, numbered(map(_key, found)), strict=True)


def _key(item: Item) -> tuple[str, ...]:
    if item.question:
        return (item.question.field, *map(generic, item.question.asked_of))
    fields = {generic(one.field) for finding in item.findings for one in finding.evidence} or set(item.rules)
    return (*sorted(fields), "", *sorted(subject_key(gap)[1] for gap in item.gaps))


_Said = TypeVar("_Said", Finding, Met)


def by_rule(report: Report, findings: Iterable[_Said]) -> Iterator[tuple[RuleRecord, tuple[_Said, ...]]]:
    """What rules say, each with its rule, in their order."""
    grouped: dict[str, list[_Said]] = {}
    for finding in findings:
        grouped.setdefault(finding.rule, []).append(finding)
    yield from ((report.rules[rule], tuple(group)) for rule, group in grouped.items())


def citations(report: Report, item: Item) -> dict[Basis, tuple[str, ...]]:
    """All sources that ask for it, by who asks; those of rules whose place others take are among them.

    What govrules itself asks has none.
    """
    cited: dict[Basis, dict[str, None]] = {}
    for finding in item.findings:
        for name in (finding.rule, *finding.stands_for):
            rule = report.rule(name)
            if not is_own(rule):
                cited.setdefault(rule.basis, {})[rule.source.citation] = None
    return {basis: tuple(cited[basis]) for basis in BASES if basis in cited}
