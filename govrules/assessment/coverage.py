# SPDX-License-Identifier: Apache-2.0
"""Coverage: which jurisdictions, sectors and regulated topics of a strategy the loaded rules speak about, and what was
not checked.

A rule speaks about a place if its jurisdiction is that place or lies around it, and its nexus is a reason for which the
place counts: a rule that binds by audience says nothing of a country where there is only staff. A sector or topic
counts as checked in a place only by a ruleset that was made for it and has a rule about the place that reads it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from govrules.assessment.coverage_record import Coverage, NotChecked, NotCheckedKind, Spoken
from govrules.assessment.evidence import location
from govrules.assessment.selection import Selection
from govrules.logic.condition import Pointer
from govrules.ruleset.applicability import PLACES, concerns_document, concerns_sector, places_of, scoped_parts
from govrules.ruleset.covers import TOPICS, names_sector, reads_topic
from govrules.ruleset.model import Nexus
from govrules.ruleset.rule import Binding, Grouped, Rule, Rulesets
from govrules.strategy.load import Document
from govrules.strategy.platforms import RegulatedTopic
from govrules.taxonomy import EVERYWHERE, Tree, jurisdictions

_REASONS: dict[Nexus, str] = {
    "audience": "market",
    "establishment": "seat",
    "staff": "staff",
    "listing": "listing",
}
# Where an organisation only employs people or is listed, the law of its trade does not follow it.
_OF_TRADE = ("market", "seat")
UNSTATED: tuple[NotCheckedKind, ...] = ("markets", "sectors")
"""What a document may leave open, so that nobody can tell what to check."""
_ONLY = {
    "sector": "Only rules for everybody were checked.",
    "topic": "Only rules about other matters were checked.",
}


def coverage(document: Document, selection: Selection, rulesets: Rulesets) -> Coverage:
    """Hold the strategy's jurisdictions, sectors and regulated topics against what the selected rules are about."""
    return _Coverage(document, selection.grouped, rulesets).found()


def not_covered(sectors: Sequence[str], markets: Sequence[str], rulesets: Rulesets) -> tuple[NotChecked, ...]:
    """What no loaded rule is about of these sectors and markets, before there is a strategy."""
    stated = {"title": "-", "organisation": {"name": "-", "sectors": [*sectors]}, "markets": [*markets]}
    strategy = rulesets.shapes.model.model_validate(stated, context={"sectors": rulesets.shapes.sectors})
    return _Coverage(Document(strategy), rulesets.grouped, rulesets).found().not_checked


@dataclass(frozen=True)
class _Place:
    """A jurisdiction of the strategy, the reasons for which it counts, and where the document names it first."""

    code: str
    because: tuple[str, ...]
    pointer: Pointer


@dataclass(frozen=True)
class _Group:
    """Rules of a ruleset that bind the same: of these, what a document's coverage needs is the same, but for topics."""

    ruleset: str
    binding: Binding
    rules: Sequence[Rule]

    def is_about(self, place: _Place) -> bool:
        """Whether the rules speak about a place; those that hold everywhere do so, too."""
        if self.binding.jurisdiction == EVERYWHERE:
            return True
        tied = any(_REASONS[tie] in place.because for tie in self.binding.nexus)
        return tied and jurisdictions().covers(self.binding.jurisdiction, place.code)


@dataclass(frozen=True)
class _Coverage:
    document: Document
    selected: Grouped
    rulesets: Rulesets

    def found(self) -> Coverage:
        strategy = self.document.strategy
        places = tuple(map(self._spoken_place, self.places))
        missing = [
            self._place_missing(place) for place, spoken in zip(self.places, places, strict=True) if not spoken.rulesets
        ]
        unchecked = {one.code for one in missing}
        checked = [place for place in self.places if place.code not in unchecked]
        of_trade = [place for place in checked if not set(place.because).isdisjoint(_OF_TRADE)]
        sectors, topics = [], []
        for sector, pointer in self.sectors.items():
            spoken, without = self._spoken("sector", sector, of_trade, self._about_sector(sector))
            sectors.append(spoken)
            missing += [self._missing("sector", sector, *told, pointer) for told in self._told(spoken, without)]
        for topic, (pointer, markets) in self.topics.items():
            at = [place for place in checked if place.code in markets]
            spoken, without = self._spoken("topic", topic, at, self._about_topic(topic))
            topics.append(spoken)
            missing += [self._missing("topic", topic, *told, pointer) for told in self._told(spoken, without)]
        if strategy.markets is None:
            text = "The document does not say which markets it reaches, so no law of any market is settled."
            missing.append(self._missing("markets", None, "Markets (not stated)", text, ("markets",)))
        if strategy.organisation.sectors is None:
            text = "The document does not say which sectors the organisation is in."
            missing.append(self._missing("sectors", None, "Sectors (not stated)", text, ("organisation", "sectors")))
        return Coverage(places, tuple(sectors), tuple(topics), tuple(missing))

    @cached_property
    def groups(self) -> tuple[_Group, ...]:
        """The rules about this kind of document that can concern the organisation: others say nothing of it."""
        near, kind = self.kinds.related_to(self.sectors), self.document.strategy.document
        unsaid = self.document.strategy.organisation.sectors is None
        return tuple(
            _Group(ruleset, binding, rules)
            for (ruleset, binding), rules in self.selected.items()
            if concerns_document(binding.documents, (kind,)) and (unsaid or concerns_sector(binding.sectors, near))
        )

    @cached_property
    def places(self) -> tuple[_Place, ...]:
        """The jurisdictions that tie the strategy, or a part of it, to a law."""
        strategy = self.document.strategy
        named: dict[str, list[tuple[str, Pointer]]] = {}
        for tie, codes in places_of(strategy).items():
            for index, code in enumerate(codes or ()):
                named.setdefault(code, []).append((_REASONS[tie], (*PLACES[tie], index)))
        for pointer, part in scoped_parts(strategy):
            for index, code in enumerate(part.markets or ()):
                named.setdefault(code, []).append((_REASONS["audience"], (*pointer, "markets", index)))
        return tuple(
            _Place(code, tuple(dict.fromkeys(reason for reason, _ in ties)), ties[0][1]) for code, ties in named.items()
        )

    @cached_property
    def sectors(self) -> Mapping[str, Pointer]:
        """The sectors of the organisation, and of parts that name some, with where each is named first."""
        strategy = self.document.strategy
        found: dict[str, Pointer] = {}
        for index, sector in enumerate(strategy.organisation.sectors or ()):
            found.setdefault(sector, ("organisation", "sectors", index))
        for pointer, part in scoped_parts(strategy):
            for index, sector in enumerate(part.sectors or ()):
                found.setdefault(sector, (*pointer, "sectors", index))
        return found

    @cached_property
    def topics(self) -> Mapping[str, tuple[Pointer, frozenset[str]]]:
        """The regulated topics, with where each is named first and the markets in which it is spoken about."""
        strategy = self.document.strategy
        found: dict[str, tuple[Pointer, frozenset[str]]] = {}
        for pointer, part in scoped_parts(strategy):
            markets = frozenset((strategy.markets if part.markets is None else part.markets) or ())
            for index, topic in enumerate(getattr(part, TOPICS, None) or ()):
                if topic in get_args(RegulatedTopic):
                    first, before = found.get(topic, ((*pointer, TOPICS, index), frozenset()))
                    found[topic] = (first, before | markets)
        return found

    @property
    def kinds(self) -> Tree:
        """The tree of sectors."""
        return self.rulesets.shapes.sectors

    def _spoken_place(self, place: _Place) -> Spoken:
        here = [one for one in self.groups if one.binding.jurisdiction != EVERYWHERE and one.is_about(place)]
        return Spoken(place.code, jurisdictions().name(place.code), place.because, _rulesets(here), _law_of(here))

    def _place_missing(self, place: _Place) -> NotChecked:
        name = jurisdictions().name(place.code)
        if place.code == EVERYWHERE:
            text = "only worldwide references were checked, and the law of the places that rules are loaded for."
            return self._missing("jurisdiction", place.code, name, f"Worldwide: {text}", place.pointer)
        text = (
            f"{name} ({place.code}, {' and '.join(place.because)}): no loaded rule speaks about its law. "
            "Nothing was checked against it."
        )
        return self._missing("jurisdiction", place.code, name, text, place.pointer)

    def _about_sector(self, sector: str) -> list[_Group]:
        # In a ruleset that was made for the sector, a rule for all sectors is about it, too.
        made = {one.id for one in self.rulesets if names_sector(one.text.covers, sector, self.kinds)}
        related = self.kinds.related_to((sector,))
        return [one for one in self.groups if one.ruleset in made and concerns_sector(one.binding.sectors, related)]

    def _about_topic(self, topic: str) -> list[_Group]:
        made = {one.id for one in self.rulesets if topic in one.text.covers.topics}
        return [
            group
            for group in self.groups
            if group.ruleset in made and any(reads_topic(rule, topic, self.rulesets) for rule in group.rules)
        ]

    def _spoken(
        self, kind: NotCheckedKind, code: str, places: Sequence[_Place], about_it: Sequence[_Group]
    ) -> tuple[Spoken, list[_Place] | None]:
        """What is told of a sector or topic that groups of rules are about: which rulesets speak about it, and in which
        places none does; None if that is so in all."""
        # Where no place is stated, no law is settled, and nobody can tell more of a sector than that there are rules.
        here = [one for one in about_it if not self.places or any(map(one.is_about, places))]
        name = self.kinds.name(code) if kind == "sector" else code.replace("-", " ").capitalize()
        spoken = Spoken(code, name, (kind,), _rulesets(here), _law_of(here))
        if not here:
            return spoken, None
        return spoken, [place for place in places if not any(one.is_about(place) for one in about_it)]

    def _told(self, spoken: Spoken, without: Sequence[_Place] | None) -> Iterator[tuple[str, str]]:
        """What to say of a sector or topic where it was not checked: its name there, and a text about it."""
        (kind,) = spoken.because
        if without is None:
            rest = self._parts_of(spoken.code) if kind == "sector" else _ONLY[kind]
            yield spoken.name, f"{spoken.name}: no loaded rule is about this {kind} here. {rest}"
        for place in without or ():
            name = f"{spoken.name} in {jurisdictions().name(place.code)}"
            yield name, f"{name}: no loaded rule is about this {kind} there. {_ONLY[kind]}"

    def _parts_of(self, sector: str) -> str:
        """What to say of a sector that no ruleset was made for: perhaps one was for a part of it."""
        parts = [
            self.kinds.name(named)
            for ruleset in self.rulesets
            for named in ruleset.text.covers.sectors
            if named != sector and self.kinds.covers(sector, named)
        ]
        if not parts:
            return _ONLY["sector"]
        return f"There are rules for parts of it: {', '.join(sorted(set(parts)))}. State which of them it is."

    def _missing(self, kind: NotCheckedKind, code: str | None, name: str, text: str, pointer: Pointer) -> NotChecked:
        tree = self.kinds if kind == "sector" else jurisdictions()
        allowed_by = (code, *sorted(tree.ancestors(code) - {EVERYWHERE})) if code else (kind,)
        return NotChecked(kind, code, name, text, location(pointer, self.document.source), allowed_by)


def _rulesets(groups: Iterable[_Group]) -> tuple[str, ...]:
    return tuple(sorted({group.ruleset for group in groups}))


def _law_of(groups: Iterable[_Group]) -> tuple[str, ...]:
    return tuple(sorted({group.binding.jurisdiction for group in groups}))
