# SPDX-License-Identifier: Apache-2.0
"""Rules, concepts and rulesets once typed: what the engines, the reports and the catalogue work with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from govrules.logic.compile import CompiledConditions
from govrules.logic.condition import All, Condition, Not, Pointer, about_document
from govrules.ruleset.model import Basis, Citation, ConceptText, Nexus, RulesetText, RuleText, Severity
from govrules.source.document import Source
from govrules.strategy.document import DocumentKind
from govrules.strategy.fields import ModelShape, StrategyShapes

REVIEW_INTERVAL = timedelta(366)
"""How long a ruleset may stand without being held against its sources."""


@dataclass(frozen=True)
class Concept:
    """A typed concept: its text, the shape of its subject, its condition, the concepts that it rests on, and where it
    stands in its ruleset."""

    text: ConceptText
    shape: ModelShape
    when: Condition
    rests_on: frozenset[str]
    at: Pointer


@dataclass(frozen=True)
class Change:
    """One thing that an organisation's ruleset changed about a rule: both values, and the reason that it gave."""

    what: str
    was: str
    now: str
    reason: str
    ruleset: str


@dataclass(frozen=True)
class SwitchedOff:
    """A rule that an organisation's ruleset switched off, and the reason that it gave."""

    rule: str
    title: str
    reason: str
    ruleset: str


class Binding(NamedTuple):
    """Whom a rule binds: where, by which ties, which sectors (none: all) and which kinds of document (none: all).

    Many rules bind the same. Whether they can bind a strategy is asked once for all of them.
    """

    jurisdiction: str
    nexus: tuple[Nexus, ...]
    sectors: tuple[str, ...]
    documents: tuple[DocumentKind, ...]


@dataclass(frozen=True)
class Rule:
    """A typed rule.

    ``applies`` is whom it binds, seen from a subject; ``applies_to_strategy`` the same where no subject is stated.
    ``when`` and ``unless`` are the rest of its trigger (None: nothing more), ``require`` its requirement. ``at`` is
    where it stands in its ruleset. ``changes`` are what an organisation's ruleset changed about it, already applied.
    """

    text: RuleText
    ruleset: str
    shape: ModelShape
    applies: Condition
    applies_to_strategy: Condition
    when: Condition | None
    unless: Condition | None
    require: Condition
    at: Pointer
    changes: tuple[Change, ...] = ()

    @cached_property
    def id(self) -> str:
        """The rule's id, unique among all loaded rules."""
        return self.text.id

    @cached_property
    def binding(self) -> Binding:
        """Whom it binds, as it is written."""
        text = self.text
        return Binding(text.jurisdiction, text.nexus, text.sectors, text.documents)

    @cached_property
    def trigger(self) -> Condition | None:
        """What brings a subject that it binds under it: ``when``, and not ``unless``; None for every subject."""
        exempt = None if self.unless is None else Not(self.unless, (*self.at, "unless"))
        parts = tuple(part for part in (self.when, exempt) if part is not None)
        return All(parts, self.at) if len(parts) > 1 else parts[0] if parts else None

    def gate(self, concepts: Mapping[str, Concept]) -> Condition | None:
        """What its trigger says of the document as a whole, where it is about the elements of a list; None: nothing."""
        if self.trigger is None or self.about_strategy:
            return None
        return about_document(self.trigger, lambda name: concepts[name].when)

    @cached_property
    def about_strategy(self) -> bool:
        """Whether it looks at the strategy as a whole, and not at each element of a list."""
        return self.text.subject == "strategy"

    @cached_property
    def severity(self) -> Severity:
        """How much a gap weighs."""
        return self.text.severity

    @property
    def basis(self) -> Basis:
        """Who asks for it."""
        return self.text.basis

    @property
    def source(self) -> Citation:
        """Where it stands, and since when it binds."""
        return self.text.source

    def in_force(self, as_of: date) -> bool:
        """Tell whether the rule already binds on that day; a start that is not known counts as past."""
        start = self.text.source.in_force
        return start is None or start <= as_of

    def binds_on(self, as_of: date) -> bool:
        """Tell whether the rule binds on that day: it has begun, and has not ended."""
        return self.in_force(as_of) and not self.ended(as_of)

    def ended(self, as_of: date) -> bool:
        """Tell whether the rule has ceased to bind before that day."""
        until = self.text.source.until
        return until is not None and until < as_of


Specials = Mapping[str, Sequence[Rule]]
"""The special rules that take the place of general ones, by the id of the general one."""


def specials_of(rules: Iterable[Rule], as_of: date) -> Specials:
    """The special rules that take the place of each general one on that day, by its id: those that are in force."""
    by_id = {rule.id: rule for rule in rules}
    return {
        name: [by_id[special] for special in rule.text.yields_to if special in by_id and by_id[special].binds_on(as_of)]
        for name, rule in by_id.items()
        if rule.text.yields_to
    }


@dataclass(frozen=True)
class Ruleset:
    """A typed ruleset and the source that it was read from.

    ``rule_ids`` names all rules of the file, also those that were not typed because they cannot matter to the
    strategies for which it was loaded.
    """

    text: RulesetText
    rules: tuple[Rule, ...]
    concepts: tuple[Concept, ...]
    source: Source
    rule_ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """The ruleset's id, such as ``finance/us``."""
        return self.text.ruleset

    @cached_property
    def _bases(self) -> Mapping[str, Any]:
        default = self.text.defaults.basis
        rules = (rule for rule in self.source.data.get("rules") or () if isinstance(rule, dict))
        return {rule["id"]: rule.get("basis", default) for rule in rules if isinstance(rule.get("id"), str)}

    def basis_of(self, name: str) -> Basis:
        """Who asks for one of its rules, typed or not."""
        basis: Basis = self._bases[name]
        return basis

    @property
    def review_due(self) -> date:
        """The day by which a person is to hold it against its sources again: a year after the last time."""
        return min(self.text.reviewed, date.max - REVIEW_INTERVAL) + REVIEW_INTERVAL


Grouped = Mapping[tuple[str, Binding], Sequence[Rule]]
"""Rules by the ruleset in which they stand, and whom they bind."""


def grouped(rules: Iterable[Rule]) -> Grouped:
    """Put rules that stand in the same ruleset and bind the same together."""
    found: dict[tuple[str, Binding], list[Rule]] = {}
    for rule in rules:
        found.setdefault((rule.ruleset, rule.binding), []).append(rule)
    return found


@dataclass(frozen=True, eq=False)
class Rulesets:
    """All rulesets that are loaded together; ids of rules and concepts are unique among them."""

    rulesets: tuple[Ruleset, ...]
    shapes: StrategyShapes
    switched_off: tuple[SwitchedOff, ...] = ()

    def __iter__(self) -> Iterator[Ruleset]:
        """Go through the rulesets in the order of loading."""
        return iter(self.rulesets)

    def rule_ids(self, ruleset: Ruleset) -> tuple[str, ...]:
        """The ids of all rules of a ruleset that are on, typed or not."""
        off = {switched.rule for switched in self.switched_off}
        return tuple(name for name in ruleset.rule_ids if name not in off)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by id."""
        return {rule.id: rule for ruleset in self.rulesets for rule in ruleset.rules}

    @cached_property
    def grouped(self) -> Grouped:
        """All rules by ruleset and whom they bind."""
        return grouped(self.rules.values())

    @cached_property
    def bases(self) -> Sequence[tuple[str, str, Basis]]:
        """Each rule that is on, typed or not, by its id, with its ruleset and who asks for it."""
        return [(name, ruleset.id, ruleset.basis_of(name)) for ruleset in self for name in self.rule_ids(ruleset)]

    @cached_property
    def topics(self) -> dict[str, frozenset[object]]:
        """The topics after which a rule asks, by the id of the rule; filled when somebody asks."""
        return {}

    @cached_property
    def reads(self) -> dict[str, tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]]:
        """The fields that a rule reads wherever they stand, and those of its own subject, by the id of the rule.

        Filled when somebody asks: to find them anew took a quarter of the check of a short strategy.
        """
        return {}

    @cached_property
    def concepts(self) -> Mapping[str, Concept]:
        """All concepts by id, each after those that it rests on."""
        unordered = {concept.text.id: concept for ruleset in self.rulesets for concept in ruleset.concepts}
        ordered: dict[str, Concept] = {}

        def place(name: str) -> None:
            if name not in ordered:
                for other in sorted(unordered[name].rests_on):
                    place(other)
                ordered[name] = unordered[name]

        for name in unordered:
            place(name)
        return ordered

    @cached_property
    def compiled(self) -> CompiledConditions:
        """Conditions of the rules as nodes, compiled when somebody asks, for whoever traces them."""
        return CompiledConditions({name: concept.when for name, concept in self.concepts.items()})
