# SPDX-License-Identifier: Apache-2.0
"""What the page shows, gathered from a report: each finding as a card, the path with what each step cures, filters.

It chooses and orders; the words are in ``presentation``, the markup is in the templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from govrules.assessment.location import Location
from govrules.assessment.path import BLOCKING, stands_before
from govrules.assessment.report import Evidence, Finding, PathStep, Question, Remaining, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.presentation import evidence, words
from govrules.output.presentation.items import Item, items
from govrules.output.presentation.questions import FirstQuestions, first_questions
from govrules.output.presentation.rules import takes_place_of
from govrules.output.presentation.to_do import basis_of, open_questions, with_findings
from govrules.output.presentation.waived_and_known import known_state, waiver_words
from govrules.output.presentation.ways import other_ways
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
    """A gap at one part of the strategy: ``finding`` is what its weightiest rule says. ``step`` cures it; ``waivers``
    and ``notes`` are what there is to say of the waivers of its rules, and of what else these answer for."""

    id: str
    finding: Finding
    places: tuple[Place, ...]
    step: int | None
    waivers: tuple[str, ...]
    notes: tuple[str, ...]
    known: str | None


@dataclass(frozen=True)
class Card:
    """A finding: all gaps that one act cures, and all rules that ask for it, the weightiest first. ``within`` are their
    jurisdictions and those around them."""

    id: str
    item: Item
    rules: tuple[RuleRecord, ...]
    entries: tuple[Entry, ...]
    within: tuple[str, ...]

    @property
    def title(self) -> str:
        """The gap."""
        return self.item.findings[0].message

    @property
    def known(self) -> str | None:
        """Whether it was known before, in words."""
        return known_state(self.item.findings)


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
    def cards(self) -> tuple[Card, ...]:
        """The findings but those that questions stand for: what falls short first, the heaviest first."""
        found = [item for item in items(self.report) if not item.question]
        return tuple(self._card(number, item) for number, item in enumerate(found, 1))

    def _card(self, number: int, item: Item) -> Card:
        rules = tuple(self.report.rules[name] for name in item.rules)
        places = [rule.jurisdiction for rule in rules]
        around = {code for place in places for code in jurisdictions().ancestors(place)} - {EVERYWHERE, *places}
        within = tuple(dict.fromkeys((*places, *sorted(around))))
        entries = tuple(self._entry(f"finding-{number}-{at}", item, same) for at, same in enumerate(item.alike, 1))
        return Card(f"{item.verdict}-{number}", item, rules, entries, within)

    def _entry(self, name: str, item: Item, same: tuple[Finding, ...]) -> Entry:
        notes = (note for one in same for note in (takes_place_of(self.report, one), other_ways(one)))
        return Entry(
            name,
            same[0],
            tuple(_places(same[0].evidence)),
            item.step.number if item.step else None,
            tuple(dict.fromkeys(filter(None, map(waiver_words, same)))),
            tuple(dict.fromkeys(filter(None, notes))),
            known_state(same),
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
    def anchors(self) -> dict[str, str]:
        """The card of each rule that has one; the heaviest, where it has several."""
        return {rule.id: card.id for card in reversed(self.cards) for rule in card.rules}

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
            cures = tuple(one for card in self.cards for one in card.entries if one.step == step.number)
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
                    one for card in self.cards if card.item.step for one in card.entries if one.finding.rule == rule.id
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
        for finding in (entry.finding for card in self.cards for entry in card.entries):
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
        found = {card.item.severity for card in self.cards}
        return [severity for severity in SEVERITIES if severity in found]

    @cached_property
    def owners(self) -> dict[str, str]:
        """For the filter: who usually owns the remedies of findings."""
        return {code: words.owner(code) for code in sorted({card.rules[0].remedy.owner for card in self.cards})}

    @cached_property
    def states(self) -> list[Verdict]:
        """For the filter: the states of findings."""
        found = {card.item.verdict for card in self.cards}
        return sorted(found, key=lambda verdict: verdict.rank)

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


def _places(items: Sequence[Evidence]) -> list[Place]:
    return [Place(one.location, one.statements, *_excerpt(one.location)) for one in evidence.by_place(items)]


def _excerpt(location: Location | None) -> tuple[str, str, str]:
    """The line around a place: what is before it, the place itself and what is after it, cut to a readable length."""
    if location is None:
        return "", "", ""
    line, start = location.text, location.column - location.text_from
    end = min(evidence.end_column(location) - location.text_from, start + _EXCERPT)
    first = max(0, start - (_EXCERPT - min(end - start, _EXCERPT)) // 2)
    last = min(len(line), first + _EXCERPT)
    before = ("…" if first or location.text_from > 1 else "") + (line[first:start] if first else line[:start].lstrip())
    return before, line[start:end], line[end:last] + ("…" if last < len(line) else "")
