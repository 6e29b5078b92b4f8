# SPDX-License-Identifier: Apache-2.0
"""What the page shows, gathered from a report: findings as cards by rule, the path with what each step cures, filters.

It chooses and orders; the words are in ``presentation``, the markup is in the templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from govrules.assessment.path import BLOCKING, stands_before
from govrules.assessment.report import (
    Evidence,
    Finding,
    Location,
    PathStep,
    Question,
    Remaining,
    Report,
    RuleRecord,
)
from govrules.output.presentation import evidence, words
from govrules.output.presentation.questions import FirstQuestions, first_questions
from govrules.output.presentation.to_do import basis_of, open_questions, with_findings
from govrules.output.presentation.waived_and_known import is_known, waiver_words
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.taxonomy import EVERYWHERE, jurisdictions
from govrules.verdict import Verdict

_EXCERPT = 240  # characters of a line; lines can be very long


@dataclass(frozen=True)
class Place:
    """What decided at one place: the fields with their values, and the line of the source around the place."""

    location: Location | None
    statements: tuple[str, ...]
    before: str
    marked: str
    after: str


@dataclass(frozen=True)
class Entry:
    """A finding. ``step`` cures it; ``waiver`` is what there is to say of its waiver."""

    id: str
    finding: Finding
    places: tuple[Place, ...]
    step: int | None
    waiver: str | None
    known: bool


@dataclass(frozen=True)
class Card:
    """A rule with all findings of one state. ``within`` are its jurisdiction and those around it."""

    id: str
    rule: RuleRecord
    state: Verdict
    entries: tuple[Entry, ...]
    within: tuple[str, ...]

    @property
    def title(self) -> str:
        """The gap; what a rule asks where nothing is known to fall short."""
        return self.rule.title if self.state.is_open else self.entries[0].finding.message

    @property
    def known(self) -> bool:
        """Whether all of them were known before."""
        return all(entry.known for entry in self.entries)


@dataclass(frozen=True)
class Step:
    """A step of the path, the findings that it cures, the markets in which it stands before the launch, and those in
    which it is the last that does."""

    step: PathStep
    cures: tuple[Entry, ...]
    blocks: tuple[str, ...]
    frees: tuple[str, ...]

    @property
    def blocking(self) -> bool:
        """Whether it stands before the launch."""
        return self.step.severity in BLOCKING


@dataclass(frozen=True)
class Stopper:
    """A rule that could ever stop a launch, and what it stops here, if anything."""

    rule: RuleRecord
    entries: tuple[Entry, ...]
    verdict: Verdict


@dataclass(frozen=True)
class View:
    """A report with what its page needs of it."""

    report: Report

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All findings, in the order of the report."""
        findings = self.report.findings
        step_of = {id(finding): number for number, group in self._cured_by.items() for finding in group}
        return tuple(
            Entry(
                f"finding-{number}",
                one,
                tuple(_places(one.evidence)),
                step_of.get(id(one)),
                waiver_words(one),
                is_known(one),
            )
            for number, one in enumerate(findings, 1)
        )

    @cached_property
    def today(self) -> tuple[Remaining, ...]:
        """How many steps stand before the launch in each market before any is done."""
        markets = self.report.path[0].remaining if self.report.path else ()
        return tuple(
            Remaining(place.market, place.name, sum(place.market in self._blocks(step) for step in self.report.path))
            for place in markets
        )

    def _blocks(self, step: PathStep) -> tuple[str, ...]:
        """The markets in which a step stands before the launch."""
        return tuple(
            place.market
            for place in step.remaining
            if stands_before(self._cured_by[step.number], self.report.rules, place.market)
        )

    @cached_property
    def _cured_by(self) -> dict[int, tuple[Finding, ...]]:
        return {step.number: findings for step, findings in with_findings(self.report)}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The findings by state and rule: what falls short first, the heaviest first."""
        ordered = sorted(self.entries, key=lambda entry: _order(entry.finding.verdict))
        return tuple(
            self._card(rule, state, tuple(entries))
            for (state, rule), entries in groupby(
                ordered, key=lambda entry: (entry.finding.verdict, entry.finding.rule)
            )
        )

    def _card(self, name: str, state: Verdict, entries: tuple[Entry, ...]) -> Card:
        rule = self.report.rules[name]
        around = sorted(jurisdictions().ancestors(rule.jurisdiction) - {EVERYWHERE})
        return Card(f"{state}-{name}", rule, state, entries, (rule.jurisdiction, *around))

    @cached_property
    def anchors(self) -> dict[str, str]:
        """The card of each rule that has one; the heaviest, where it has several."""
        return {card.rule.id: card.id for card in reversed(self.cards)}

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The path, each step with what it cures."""
        found: list[Step] = []
        before = self.today
        for step in self.report.path:
            frees = tuple(
                after.name
                for earlier, after in zip(before, step.remaining, strict=True)
                if earlier.blocking and not after.blocking
            )
            cures = tuple(one for one in self.entries if one.step == step.number)
            found.append(Step(step, cures, self._blocks(step), frees))
            before = step.remaining
        return tuple(found)

    @cached_property
    def stoppers(self) -> tuple[Stopper, ...]:
        """The applicable rules that could ever stop a launch; those that do come first."""
        worst: dict[str, Verdict] = {finding.rule: finding.verdict for finding in reversed(self.report.findings)}
        found = [
            Stopper(
                rule,
                tuple(
                    one for one in self.entries if one.finding.rule == rule.id and one.finding.verdict is Verdict.GAP
                ),
                worst.get(rule.id, Verdict.MET),
            )
            for rule in self.report.rules.values()
            if rule.severity == "showstopper"
        ]
        return tuple(sorted(found, key=lambda stopper: not stopper.entries))

    @cached_property
    def subjects(self) -> dict[str, dict[tuple[str, str], str]]:
        """For the filter: the subjects of findings by section of the document, as pointer and name -> name.

        A pointer alone does not do: that of a waiver may lead into another file than the strategy.
        """
        found: dict[str, dict[tuple[str, str], str]] = {}
        for finding in self.report.findings:
            part = finding.pointer.split("/")[1] if finding.pointer else ""
            section = words.titled(part) if part else ""
            found.setdefault(section, {})[finding.pointer, finding.subject] = finding.subject
        return dict(sorted(found.items()))

    @cached_property
    def subject_keys(self) -> dict[tuple[str, str], str]:
        """A short key for each subject, by pointer and name."""
        return {key: f"s{number}" for number, key in enumerate(key for part in self.subjects.values() for key in part)}

    @cached_property
    def places(self) -> dict[str, str]:
        """For the filter: the jurisdictions of findings and those around them, with names."""
        codes = sorted({code for card in self.cards for code in card.within})
        return {code: words.place(code) for code in codes}

    @cached_property
    def severities(self) -> list[Severity]:
        """For the filter: the severities of findings."""
        found = {finding.severity for finding in self.report.findings}
        return [severity for severity in SEVERITIES if severity in found]

    @cached_property
    def owners(self) -> dict[str, str]:
        """For the filter: who usually owns the remedies of findings."""
        return {code: words.owner(code) for code in sorted({card.rule.remedy.owner for card in self.cards})}

    @cached_property
    def states(self) -> list[Verdict]:
        """For the filter: the states of findings."""
        found = {finding.verdict for finding in self.report.findings}
        return sorted(found, key=_order)

    @cached_property
    def first_questions(self) -> FirstQuestions:
        """The questions whose answers matter most."""
        return first_questions(self.report)

    @cached_property
    def more_questions(self) -> list[tuple[str, list[Question]]]:
        """The other open questions, by section of the document."""
        more = [question for question in open_questions(self.report) if question not in self.first_questions.shown]
        grouped = groupby(more, key=lambda question: question.section)
        return [(words.titled(section), list(questions)) for section, questions in grouped]

    @cached_property
    def applying(self) -> frozenset[str]:
        """The rulesets of which a rule applies or may apply."""
        return frozenset(rule.ruleset for rule in self.report.rules.values())

    @cached_property
    def basis(self) -> dict[int, str]:
        """Who asks for each step."""
        return {step.number: words.BASIS_LABELS[basis_of(self.report, step)] for step in self.report.path}

    @cached_property
    def outdated(self) -> tuple[list[RuleRecord], list[RuleRecord]]:
        """The applicable rules about which people are often wrong: those that fall short, and the others."""
        short = {one.rule for one in self.report.findings if one.verdict is Verdict.GAP}
        known = [rule for rule in self.report.rules.values() if rule.outdated_view and rule.current_position]
        return [rule for rule in known if rule.id in short], [rule for rule in known if rule.id not in short]


def _order(verdict: Verdict) -> tuple[bool, int]:
    """What falls short first; what the document leaves open last."""
    return verdict.is_open, verdict.rank


def _places(items: Sequence[Evidence]) -> list[Place]:
    return [Place(one.location, one.statements, *_excerpt(one.location)) for one in evidence.by_place(items)]


def _excerpt(location: Location | None) -> tuple[str, str, str]:
    """The line around a place: what is before it, the place itself and what is after it, cut to a readable length."""
    if location is None:
        return "", "", ""
    line, start = location.text, location.column - 1
    end = min(evidence.end_column(location) - 1, start + _EXCERPT)
    first = max(0, start - (_EXCERPT - min(end - start, _EXCERPT)) // 2)
    last = min(len(line), first + _EXCERPT)
    before = ("…" if first else "") + (line[first:start] if first else line[:start].lstrip())
    return before, line[start:end], line[end:last] + ("…" if last < len(line) else "")
