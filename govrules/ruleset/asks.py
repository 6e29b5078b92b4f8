# SPDX-License-Identifier: Apache-2.0
"""Which fields of a strategy a rule asks about: for questionnaires, and for the index of rules by field."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Quantified, children
from govrules.logic.operators import OPERATORS
from govrules.logic.truth import Truth, all_of, any_of, not_
from govrules.ruleset.applicability import (
    LISTED_BY_PLANS,
    PLANS,
    concerns_document,
    concerns_place,
    concerns_sector,
)
from govrules.ruleset.model import WEIGHTS
from govrules.ruleset.rule import Concept, Rule
from govrules.strategy.document import DocumentKind
from govrules.taxonomy import Tree, jurisdictions

Names = tuple[str, ...]


class Looked(NamedTuple):
    """A field at which a condition looks.

    ``counted`` tells a list of which it looks at the length, ``whole`` a list or part of which everything inside may
    matter, because a computed field rests on it. ``from_root`` tells that it is not a field of the rule's own subject.
    """

    names: Names
    counted: bool = False
    whole: bool = False
    from_root: bool = False

    def below(self, names: Names) -> "Looked":
        """The same field, told from further above."""
        return Looked((*names, *self.names), self.counted, self.whole, self.from_root)


@dataclass(slots=True)
class Asked:
    """Fields as a tree in which a field without fields below it is asked itself.

    ``counted`` tells a list whose elements a rule counts, or which it wants empty, so that a single blank element
    would fall short.
    """

    fields: dict[str, "Asked"] = field(default_factory=dict)
    counted: bool = False

    def at(self, names: Names) -> "Asked":
        """The tree under a path, made where it is missing."""
        found = self
        for name in names:
            found = found.fields.setdefault(name, Asked())
        return found


class Settled:
    """What some answers settle of conditions, whatever else is answered: sectors and markets leave much unasked."""

    def __init__(self, answers: Mapping[Names, Any], concepts: Mapping[str, Concept], as_of: date) -> None:
        """``answers`` are the values of fields of the document, by their names."""
        self._answers = answers
        self._concepts = concepts
        self._as_of = as_of
        self._known: dict[tuple[int, bool], Truth] = {}

    def truth(self, condition: Condition, *, of_document: bool) -> Truth:
        """The truth that a condition has by these answers alone; ``of_document``: it is about the document itself."""
        # Keyed by identity: a condition is long to hash, and rules keep theirs.
        key = (id(condition), of_document)
        if key not in self._known:
            self._known[key] = self._truth(condition, of_document)
        return self._known[key]

    def leaves_out(self, rule: Rule) -> bool:
        """Whether the rule cannot bind the document, or be about anything in it."""
        parts = [rule.applies] if rule.trigger is None else [rule.applies, rule.trigger]
        return any(self.truth(part, of_document=rule.about_strategy) is False for part in parts)

    def _truth(self, condition: Condition, of_document: bool) -> Truth:
        match condition:
            case All(parts):
                return all_of(self.truth(part, of_document=of_document) for part in parts)
            case AnyOf(parts):
                return any_of(self.truth(part, of_document=of_document) for part in parts)
            case Not(part):
                return not_(self.truth(part, of_document=of_document))
            case Is(concept, of_root):
                return self.truth(self._concepts[concept].when, of_document=of_document or of_root)
            case Compare(path, operator, operand) if of_document or path.from_root:
                value = self._answers.get(path.names)
                return (
                    None
                    if value is None
                    else OPERATORS[operator].predicate(operand, path.attribute.type)(value, self._as_of)
                )
            case _:
                return None


class FieldsRead:
    """Which fields rules look at, in what they say themselves and in the concepts that they rest on.

    What a concept looks at is found once for all rules that rest on it.
    """

    def __init__(self, concepts: Mapping[str, Concept], settled: Settled | None = None) -> None:
        """With ``settled``, conditions that are settled look at nothing any more."""
        self._concepts = concepts
        self._settled = settled
        self._known: dict[tuple[str, bool], tuple[Looked, ...]] = {}

    def by(self, rule: Rule) -> tuple[Looked, ...]:
        """All fields on which what a rule says depends: its subject, whom it binds, its trigger and requirement."""
        subject = _subject(rule)
        own = [Looked(subject)] if subject else []
        conditions = (rule.applies, rule.applies_to_strategy, rule.trigger, rule.require)
        return tuple(dict.fromkeys((*own, *self.at(rule, conditions))))

    def at(self, rule: Rule, conditions: Iterable[Condition | None]) -> Iterator[Looked]:
        """The fields at which these conditions of a rule look."""
        subject, of_document = _subject(rule), rule.about_strategy
        for condition in conditions:
            if condition is not None:
                for looked in self._looked(condition, of_document):
                    yield looked if looked.from_root else looked.below(subject)

    def _looked(self, condition: Condition, of_document: bool) -> Iterator[Looked]:
        """Names start at what the condition is about, unless they are ``from_root``."""
        if self._settled and self._settled.truth(condition, of_document=of_document) is not None:
            return
        match condition:
            case Is(concept, of_root):
                for looked in self._of_concept(concept, of_document or of_root):
                    yield looked._replace(from_root=True) if of_root else looked
            case Compare(path):
                of_length, whole = OPERATORS[condition.operator].of_length, bool(path.attribute.rests_on)
                for stated in path.attribute.rests_on or (path.names[-1],):
                    yield Looked((*path.names[:-1], stated), of_length, whole, path.from_root)
            case Quantified(path):
                yield Looked(path.names, condition.quantifier == "count", from_root=path.from_root)
                for looked in self._looked(condition.where, of_document=False):
                    yield looked if looked.from_root else looked.below(path.names)._replace(from_root=path.from_root)
            case _:
                for part in children(condition):
                    yield from self._looked(part, of_document)

    def _of_concept(self, concept: str, of_document: bool) -> tuple[Looked, ...]:
        key = (concept, of_document)
        if key not in self._known:
            self._known[key] = tuple(dict.fromkeys(self._looked(self._concepts[concept].when, of_document)))
        return self._known[key]


def asked_fields(rules: Iterable[Rule], concepts: Mapping[str, Concept], settled: Settled | None = None) -> Asked:
    """All fields that these rules look at, with those of the concepts that they rest on, but for what is settled."""
    root, read = Asked(), FieldsRead(concepts, settled)
    for rule in rules:
        if settled and settled.leaves_out(rule):
            continue
        for looked in read.at(rule, (rule.applies, rule.trigger, rule.require)):
            found = root.at(looked.names)
            found.counted = found.counted or looked.counted
    return root


def foremost_fields(
    rules: Iterable[Rule], concepts: Mapping[str, Concept], settled: Settled, gates: Iterable[Names], count: int
) -> Asked:
    """The gates, as far as one of these rules looks at them, and so many other fields: those that weigh the most.

    A field weighs what the rules weigh that look at it, but for what is settled.
    """
    weights: Counter[Names] = Counter()
    read = FieldsRead(concepts, settled)
    for rule in rules:
        if settled.leaves_out(rule):
            continue
        for names in {looked.names for looked in read.by(rule)}:
            weights[names] += WEIGHTS[rule.severity]
    above = {names[:depth] for names in weights for depth in range(1, len(names))}
    closed = frozenset(gates)
    heaviest = [names for names, _ in weights.most_common() if names not in above and names not in closed]
    root = Asked()
    for names in (*(gate for gate in closed if gate in weights), *heaviest[:count]):
        root.at(names)
    return root


def fields_of(rule: Rule, concepts: Mapping[str, Concept]) -> tuple[Names, ...]:
    """The fields that a rule's trigger and requirement look at, each once, in the order in which they do."""
    read = FieldsRead(concepts).at(rule, (rule.trigger, rule.require))
    return tuple(dict.fromkeys(looked.names for looked in read))


def rules_for(
    rules: Iterable[Rule],
    sector_ids: Iterable[str],
    markets: Iterable[str],
    kinds: Tree,
    document: DocumentKind | None = None,
) -> list[Rule]:
    """The rules that can bind an organisation of these sectors in these markets.

    ``kinds`` is the tree of sectors. With a kind of ``document``, only those about what such a document holds.
    """
    near_sectors, near_markets = kinds.related_to(sector_ids), jurisdictions().related_to(markets)
    return [
        rule
        for rule in rules
        if concerns_place(rule.text.jurisdiction, near_markets)
        and concerns_sector(rule.text.sectors, near_sectors)
        and (document is None or _held_by(document, rule))
    ]


def _held_by(document: DocumentKind, rule: Rule) -> bool:
    listed = document in PLANS or rule.text.subject not in LISTED_BY_PLANS
    return listed and concerns_document(rule.text.documents, (document,))


def _subject(rule: Rule) -> Names:
    return () if rule.text.subject == "strategy" else tuple(rule.text.subject.split("."))
