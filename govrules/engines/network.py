# SPDX-License-Identifier: Apache-2.0
"""Conditions as a network of propositions that durable rulesets can chain forward. Evaluates nothing.

How deeply nested three-valued conditions become patterns of equalities about one fact, without blow-up:

- Each distinct comparison about a subject is an atom, and each distinct quantifier a quantity: one property of a fact,
  with the value 1 (true), 0 (false) or -1 (unknown).
- Each distinct inner node is a proposition of its own, derived like a concept, and then a property of the facts above
  it. All of them are conjunctions of literals: "not p" is the literal p = 0, and "a or b" is "not (not a and not b)".
  So a node of n parts costs n + 1 patterns: one that makes it true (every literal holds), and one for each literal that
  makes it false (the literal fails). A condition becomes as many patterns as it has edges, never its normal form.
- Unknown needs no pattern. Propositions have levels: each rests only on lower ones, and a level is finished before the
  next begins. What no pattern of its level decided is unknown, which is Kleene's definition: neither made true by all
  of its literals nor false by one. To match it positively would take a pattern for each way in which some literals are
  unknown and the others true, 2**n - 1 of them.
- Facts are about individuals: the document, a channel, an element of a list. The condition inside a quantifier is a
  proposition about the elements, derived for each from a fact of its own, and the quantifier is counted between levels
  by the engine. In the network itself a count would be a join, or an order on numbers, and both are unsafe.
- What speaks of the document (``strategy.``) is a proposition about it, derived once and not for each channel.

Propositions of a level about individuals of one kind share durable rulesets, cut where a limit would be met.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from govrules.engines.rete import MOST_PATTERNS, Pattern, ReteRuleset, rete_ruleset
from govrules.logic.compile import Evaluate, unstated
from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Path, Quantified
from govrules.logic.operators import OPERATORS, Predicate
from govrules.logic.truth import Truth
from govrules.ruleset.rule import Concept

_MOST_LITERALS = 8  # More parts become groups of groups, so that no pattern is long.


@dataclass(eq=False, slots=True)
class IndividualKind:
    """A kind of individual: the document (``above`` is None), or the elements of a list of another kind."""

    above: "IndividualKind | None"
    names: tuple[str, ...]
    nodes: dict[str, "NetworkCondition"] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Atom:
    """A comparison about an individual.

    ``predicate`` is asked where the field is stated, and of an incomplete list only ``lasting`` is believed.
    ``silence`` is asked where the field is not stated.
    """

    kind: IndividualKind
    compare: Compare
    predicate: Predicate
    lasting: Truth
    silence: Evaluate
    level = 0


@dataclass(eq=False, slots=True)
class Quantity:
    """How many elements of a list of an individual have a proposition. ``silence`` as in a comparison."""

    kind: IndividualKind
    elements: IndividualKind
    where: "Literal"
    at_least: float
    at_most: float
    silence: Evaluate
    level: int


@dataclass(eq=False, slots=True)
class Conjunction:
    """A proposition that is true if all of its literals hold, and false if one fails."""

    kind: IndividualKind
    literals: tuple["Literal", ...]
    level: int
    chunk: "Chunk"


Proposition: TypeAlias = Atom | Quantity | Conjunction


@dataclass(frozen=True, slots=True)
class Literal:
    """A proposition, or its opposite. Without a proposition it is what is always true, or never."""

    proposition: Proposition | None
    positive: bool

    @property
    def opposite(self) -> "Literal":
        """True where this is false."""
        return Literal(self.proposition, not self.positive)


_ALWAYS, _NEVER = Literal(None, True), Literal(None, False)


@dataclass(eq=False, slots=True)
class NetworkCondition:
    """A condition about individuals of a kind, and the literal that has its truth; the parts likewise."""

    condition: Condition
    kind: IndividualKind
    literal: Literal
    parts: tuple["NetworkCondition", ...] = ()


@dataclass(eq=False, slots=True)
class Chunk:
    """Conjunctions about one kind and of one level that share a durable ruleset.

    ``reads`` are the propositions that are the properties of its facts. ``meaning`` says of each pattern by its name
    which conjunction it decides, and how.
    """

    name: str
    kind: IndividualKind
    level: int
    reads: dict[Proposition, int] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)
    meaning: dict[str, tuple[Conjunction, bool]] = field(default_factory=dict)
    conjunctions: list[Conjunction] = field(default_factory=list)
    rete: ReteRuleset | None = None

    def has_room_for(self, literals: tuple[Literal, ...]) -> bool:
        """Tell whether a conjunction can be added."""
        return self.rete is None and len(self.patterns) + len(literals) + 1 <= MOST_PATTERNS

    def add(self, conjunction: Conjunction) -> None:
        """Add the patterns of a conjunction."""
        self.conjunctions.append(conjunction)
        holds = tuple(self._equality(literal, literal.positive) for literal in conjunction.literals)
        self._decide(holds, conjunction, True)
        for literal in conjunction.literals:
            self._decide((self._equality(literal, not literal.positive),), conjunction, False)

    def _equality(self, literal: Literal, value: bool) -> tuple[int, int]:
        assert literal.proposition is not None, "what is always true was left out"
        return self.reads.setdefault(literal.proposition, len(self.reads)), int(value)

    def _decide(self, pattern: Pattern, conjunction: Conjunction, truth: bool) -> None:
        self.meaning[str(len(self.patterns))] = (conjunction, truth)
        self.patterns.append(pattern)

    def compiled(self) -> ReteRuleset:
        """The durable ruleset. From its first use on, nothing more can be added."""
        if self.rete is None:
            self.rete = rete_ruleset(self.patterns, self.name)
        return self.rete


class Network:
    """All propositions of one engine. Conditions can be added at any time; what is there already is shared."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """``concepts`` are all concepts that conditions may speak of."""
        self.root = IndividualKind(None, ())
        self._concepts = concepts
        self._kinds: dict[tuple[IndividualKind, tuple[str, ...]], IndividualKind] = {}
        self._propositions: dict[tuple[Any, ...], Proposition] = {}
        self._open: dict[tuple[str, IndividualKind, int], Chunk] = {}
        self._needed: dict[Chunk, frozenset[Chunk]] = {}

    def kind(self, above: IndividualKind, names: tuple[str, ...]) -> IndividualKind:
        """The elements of a list; without names, the kind above itself."""
        if not names:
            return above
        return self._kinds.setdefault((above, names), IndividualKind(above, names))

    def add(self, condition: Condition, kind: IndividualKind, owner: str) -> NetworkCondition:
        """Add a condition about a kind. ``owner`` is the ruleset for which it is added, and told in errors."""
        match condition:
            case All(parts):
                nodes = tuple(self.add(part, kind, owner) for part in parts)
                return NetworkCondition(
                    condition, kind, self._all([node.literal for node in nodes], kind, owner), nodes
                )
            case AnyOf(parts):
                nodes = tuple(self.add(part, kind, owner) for part in parts)
                none = self._all([node.literal.opposite for node in nodes], kind, owner)
                return NetworkCondition(condition, kind, none.opposite, nodes)
            case Not(part):
                node = self.add(part, kind, owner)
                return NetworkCondition(condition, kind, node.literal.opposite, (node,))
            case Is(concept, of_root):
                node = self._concept(concept, self.root if of_root else kind, owner)
                return NetworkCondition(condition, kind, node.literal, (node,))
            case Compare():
                return NetworkCondition(condition, kind, self._compare(condition, kind))
            case Quantified():
                return self._quantified(condition, kind, owner)

    def _concept(self, name: str, kind: IndividualKind, owner: str) -> NetworkCondition:
        if name not in kind.nodes:
            kind.nodes[name] = self.add(self._concepts[name].when, kind, owner)
        return kind.nodes[name]

    def home(self, path: Path, kind: IndividualKind) -> IndividualKind:
        """The kind whose individuals have the field."""
        return self.root if path.from_root else kind

    def _compare(self, compare: Compare, kind: IndividualKind) -> Literal:
        home, path = self.home(compare.path, kind), compare.path
        # The truth of a flag is one with the number 1, but no field takes both.
        key = (Compare, home, path.names, compare.operator, compare.operand, compare.known)
        if key not in self._propositions:
            operator, operand = OPERATORS[compare.operator], compare.operand
            lasting = operator.lasting(operand) if operator.lasting else None
            predicate = operator.predicate(operand, path.attribute.type)
            self._propositions[key] = Atom(home, compare, predicate, lasting, unstated(compare))
        return Literal(self._propositions[key], True)

    def _quantified(self, condition: Quantified, kind: IndividualKind, owner: str) -> NetworkCondition:
        home = self.home(condition.path, kind)
        elements = self.kind(home, condition.path.names)
        node = self.add(condition.where, elements, owner)
        # That every element has it is that at most none has its opposite.
        every = condition.quantifier == "every"
        where = node.literal.opposite if every else node.literal
        least = {"some": 1, "every": 0, "count": condition.at_least or 0}[condition.quantifier]
        most = 0 if every else math.inf if condition.at_most is None else condition.at_most
        key = (Quantified, elements, where, least, most, condition.known)
        if key not in self._propositions:
            level = where.proposition.level if where.proposition else 0
            self._propositions[key] = Quantity(home, elements, where, least, most, unstated(condition), level)
        return NetworkCondition(condition, kind, Literal(self._propositions[key], True), (node,))

    def together(self, literals: Iterable[Literal], kind: IndividualKind, owner: str) -> NetworkCondition:
        """What holds where all of these do; of no literals, always."""
        return NetworkCondition(All(()), kind, self._all(literals, kind, owner))

    def _all(self, literals: Iterable[Literal], kind: IndividualKind, owner: str) -> Literal:
        distinct = tuple(dict.fromkeys(literal for literal in literals if literal != _ALWAYS))
        if _NEVER in distinct:
            return _NEVER
        while len(distinct) > _MOST_LITERALS:
            groups = [distinct[start : start + _MOST_LITERALS] for start in range(0, len(distinct), _MOST_LITERALS)]
            distinct = tuple(self._all(group, kind, owner) for group in groups)
        if len(distinct) <= 1:
            return distinct[0] if distinct else _ALWAYS
        key = (All, kind, frozenset(distinct))
        if key not in self._propositions:
            level = 1 + max(literal.proposition.level for literal in distinct if literal.proposition)
            chunk = self._chunk(kind, level, distinct, owner)
            found = self._propositions[key] = Conjunction(kind, distinct, level, chunk)
            chunk.add(found)
        return Literal(self._propositions[key], True)

    def _chunk(self, kind: IndividualKind, level: int, literals: tuple[Literal, ...], owner: str) -> Chunk:
        chunk = self._open.get((owner, kind, level))
        if chunk is None or not chunk.has_room_for(literals):
            about = ".".join(kind.names) or "strategy"
            chunk = self._open[owner, kind, level] = Chunk(f"{owner}: {about}, level {level}", kind, level)
        return chunk

    def needed(self, nodes: Iterable[NetworkCondition]) -> set[Chunk]:
        """All chunks that must be run before the truth of these nodes is known."""
        found: set[Chunk] = set()
        for node in nodes:
            found |= self._needed_for(node.literal.proposition)
        return found

    def _needed_for(self, proposition: Proposition | None) -> frozenset[Chunk]:
        if isinstance(proposition, Quantity):
            return self._needed_for(proposition.where.proposition)
        if not isinstance(proposition, Conjunction):
            return frozenset()
        chunk = proposition.chunk
        if chunk not in self._needed:
            # Compiled now, so that what it reads stays what is found here.
            chunk.compiled()
            below = (self._needed_for(read) for read in chunk.reads)
            self._needed[chunk] = frozenset({chunk}).union(*below)
        return self._needed[chunk]
