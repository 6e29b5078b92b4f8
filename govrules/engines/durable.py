# SPDX-License-Identifier: Apache-2.0
"""The second engine: rules as durable-rules rulesets that chain concepts forward to verdicts. Not the default.

It is there to be compared with: the truth of every inner condition, concept, trigger and verdict comes out of a Rete
network that shares nothing with the closures of the compiled engine but what a comparison of one stated value means
(:mod:`govrules.logic.operators`) and how the fields that decided are told from truths (:mod:`govrules.logic.trace`).

A strategy is judged level by level, see :mod:`govrules.engines.network`: facts about each individual with the truths
that are known go in, the truths of the next level come out, until nothing is left to derive. Whom a rule binds is
derived first, and the rest only where somebody is bound. In the end a fact for each rule and subject, of what binds,
triggers and is required, meets the table of verdicts, which is one more durable ruleset.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import product
from typing import Any

from govrules.engines.decided import about_list, deciding_fields, on_silence_alone, value_at
from govrules.engines.interface import EngineError, Judgement
from govrules.engines.network import (
    Atom,
    Chunk,
    IndividualKind,
    Literal,
    Network,
    NetworkCondition,
    Proposition,
    Quantity,
)
from govrules.engines.rete import ALONE, ReteRuleset, extension, rete_ruleset
from govrules.logic.compile import World, read_path
from govrules.logic.condition import All, Compare, Is, Path, Pointer, Quantified
from govrules.logic.incomplete import IncompleteList
from govrules.logic.trace import Trace
from govrules.logic.truth import Truth
from govrules.ruleset.rule import Concept, Rule, specials_of
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_NUMBER: Mapping[Truth, int] = {True: 1, False: 0, None: -1}
_OPEN = -1

# What binds, triggers (beyond that), is left to the rule by special ones, and is required, as numbers, and what
# follows. Rules that bind nobody are left out.
_TABLE: tuple[tuple[tuple[int, int, int, int], Verdict], ...] = (
    *(
        ((binds, triggers, left, required), Verdict.NOT_APPLICABLE)
        for binds in (1, _OPEN)
        for triggers, left in ((0, 1), (0, 0), (0, _OPEN), (1, 0), (_OPEN, 0))
        for required in (1, 0, _OPEN)
    ),
    ((1, 1, 1, 1), Verdict.MET),
    ((1, 1, 1, 0), Verdict.GAP),
    ((1, 1, 1, _OPEN), Verdict.UNANSWERED),
    *(
        ((binds, triggers, left, required), Verdict.MET if required == 1 else Verdict.MAY_APPLY)
        for binds, triggers, left in product((1, _OPEN), repeat=3)
        if _OPEN in (binds, triggers, left)
        for required in (1, 0, _OPEN)
    ),
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A rule in the network.

    ``general`` is whom it can reach where its list of subjects is not stated, ``reach`` where it takes the place of
    rules that yield to it.
    """

    rule: Rule
    kind: IndividualKind
    applies: NetworkCondition
    general: NetworkCondition
    trigger: NetworkCondition | None
    require: NetworkCondition
    reach: NetworkCondition


_Specials = Mapping[str, Sequence[_Plan]]


class DurableEngine:
    """Judges by durable-rules. Rules are added to its network when first judged by; threads may share one engine."""

    names = ("durable",)

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """``concepts`` are all concepts that rules may speak of.

        Raises :class:`~govrules.engines.interface.EngineError` where durable-rules cannot be imported.
        """
        extension()
        self._concepts = concepts
        self._network = Network(concepts)
        self._plans: dict[int, _Plan] = {}
        self._table: ReteRuleset | None = None

    def judge(self, rules: Sequence[Rule], strategy: Strategy, as_of: date) -> list[Judgement]:
        """See :meth:`govrules.engines.interface.Engine.judge`."""
        with ALONE:
            plans = [self._plan(rule) for rule in rules if not rule.ended(as_of)]
            case = _Case(World(strategy, as_of), self._network)
            subjects = {plan.kind: case.individuals(plan.kind) for plan in plans}
            whole = {kind: _is_whole(strategy, kind) for kind in subjects}
            case.derive(plan.applies for plan in plans if subjects[plan.kind] is not None)
            case.derive(plan.general for plan in plans if not whole[plan.kind])
            bound = {
                id(plan): [one for one in subjects[plan.kind] or () if case.truth(plan.applies, one) is not False]
                for plan in plans
            }
            specials = {
                name: [self._plan(special) for special in found] for name, found in specials_of(rules, as_of).items()
            }
            left = {plan.rule.id: self._left(plan, specials.get(plan.rule.id, ())) for plan in plans}
            asked = [plan for plan in plans if bound[id(plan)] or not whole[plan.kind]]
            case.derive(node for plan in asked for node in (plan.trigger, plan.require, left[plan.rule.id]) if node)
            case.derive(node for special in _all_below(asked, specials) for node in (special.reach, special.require))
            judgements: list[Judgement] = []
            for plan in plans:
                judgements.extend(self._judge(plan, case, one, left[plan.rule.id], specials) for one in bound[id(plan)])
                if not whole[plan.kind] and self._may_apply(plan, case, specials.get(plan.rule.id, ())):
                    at = plan.kind.names
                    decided = about_list(strategy, at)
                    judgements.append(Judgement(plan.rule, at, Verdict.MAY_APPLY, partial(tuple, decided)))
            return judgements

    def _plan(self, rule: Rule) -> _Plan:
        # Keyed by identity, for a rule cannot be hashed; it is kept beside, so that its identity stays its own.
        known = self._plans.get(id(rule))
        if known is None:
            network, owner = self._network, rule.ruleset
            name = rule.text.subject
            kind = network.kind(network.root, () if name == "strategy" else tuple(name.split(".")))
            applies = network.add(rule.applies, kind, owner)
            trigger = network.add(rule.trigger, kind, owner) if rule.trigger else None
            gate = rule.gate(self._concepts)
            known = self._plans[id(rule)] = _Plan(
                rule,
                kind,
                applies,
                network.add(All((rule.applies_to_strategy, *([gate] if gate else []))), network.root, owner),
                trigger,
                network.add(rule.require, kind, owner),
                network.together([applies.literal, *([trigger.literal] if trigger else [])], kind, owner),
            )
        return known

    def _left(self, plan: _Plan, specials: Sequence[_Plan]) -> NetworkCondition:
        """What special rules leave to a general one: the subjects that none of them reaches."""
        literals = [special.reach.literal.opposite for special in specials]
        return self._network.together(literals, plan.kind, plan.rule.ruleset)

    def _judge(
        self, plan: _Plan, case: "_Case", subject: "_Individual", left: NetworkCondition, specials: _Specials
    ) -> Judgement:
        binds = case.truth(plan.applies, subject)
        triggers = case.truth(plan.trigger, subject) if plan.trigger else True
        required = case.truth(plan.require, subject)
        if required and on_silence_alone(case.trace(plan.require, subject)):
            required = None  # Silence is never praised.
        reaches = [(one, case.about(one, subject)) for one in specials.get(plan.rule.id, ())]
        unsure = [(one, about) for one, about in reaches if case.truth(one.reach, about) is None]
        if required is False:
            # Whoever falls short of a special rule as well falls short, whichever of the two is for them.
            unsure = [(one, about) for one, about in unsure if not case.falls_short(one, subject, specials)]
        spared = case.truth(left, subject)
        if spared is None and not unsure:
            spared = True
        verdict = self._follows((_NUMBER[binds], _NUMBER[triggers], _NUMBER[spared], _NUMBER[required]))
        if verdict is Verdict.NOT_APPLICABLE:
            taken = [one.rule.id for one, about in reaches if triggers is not False and case.truth(one.reach, about)]
            return Judgement(plan.rule, subject.pointer, verdict, yielded_to=tuple(taken))
        nodes = [(plan.require, subject)]
        if verdict is Verdict.MAY_APPLY:
            # Whether it applies is unknown: what would decide that is asked first.
            nodes = [
                (node, about)
                for one, about in [(plan, subject), *unsure]
                for node in (one.applies, one.trigger)
                if node and case.truth(node, about) is None
            ]
        # Found now, while the truths of this case are there.
        decided = deciding_fields([case.trace(node, about) for node, about in nodes])
        return Judgement(plan.rule, subject.pointer, verdict, lambda: decided)

    def _may_apply(self, plan: _Plan, case: "_Case", specials: Sequence[_Plan]) -> bool:
        """Whether a rule may apply to subjects that are not stated: it can bind them, and does not yield on all."""
        taken = any(one.rule.about_strategy and case.truth(one.reach, case.root) for one in specials)
        return not taken and case.truth(plan.general, case.root) is not False

    def _follows(self, found: tuple[int, int, int, int]) -> Verdict:
        name = "the table of verdicts"
        if self._table is None:
            self._table = rete_ruleset([tuple(enumerate(row)) for row, _ in _TABLE], name)
        matched = self._table.matching(found, name)
        if len(matched) != 1:
            raise EngineError.of(f"durable-rules gave {len(matched)} verdicts where there is always one")
        return _TABLE[int(matched.pop())][1]


def _all_below(plans: Iterable[_Plan], specials: _Specials) -> Iterator[_Plan]:
    """The special rules of these, and those that may take their places in turn."""
    for plan in plans:
        below = specials.get(plan.rule.id, ())
        yield from below
        yield from _all_below(below, specials)


def _is_whole(strategy: Strategy, kind: IndividualKind) -> bool:
    """Whether the document states all subjects of a kind."""
    stated = value_at(strategy, kind.names)
    return stated is not None and not isinstance(stated, IncompleteList)


@dataclass(eq=False, slots=True)
class _Individual:
    """What facts are about: the document, or an element of a list in it, with the truths that are known of it."""

    kind: IndividualKind
    subject: Any
    pointer: Pointer
    truths: dict[Proposition, Truth] = field(default_factory=dict)
    lists: dict[IndividualKind, tuple["_Individual", ...] | None] = field(default_factory=dict)


class _Case:
    """One strategy before the network, as of one day."""

    def __init__(self, world: World, network: Network) -> None:
        self.root = _Individual(network.root, world.root, ())
        self._world = world
        self._network = network
        self._run: set[Chunk] = set()

    def about(self, plan: _Plan, subject: _Individual) -> _Individual:
        """What a special rule is about where a general one is about this subject."""
        return self.root if plan.rule.about_strategy else subject

    def falls_short(self, special: _Plan, subject: _Individual, specials: _Specials) -> bool:
        """Whether a subject falls short of a special rule, and of each that may take the place of that one."""
        return self.truth(special.require, self.about(special, subject)) is False and all(
            self.truth(other.reach, self.about(other, subject)) is False or self.falls_short(other, subject, specials)
            for other in specials.get(special.rule.id, ())
        )

    def individuals(self, kind: IndividualKind) -> Sequence[_Individual] | None:
        """All individuals of a kind; None if it is a list of the document that is not stated."""
        if kind.above is None:
            return [self.root]
        if kind.above.above is None:
            return self._elements(self.root, kind)
        above = self.individuals(kind.above) or ()
        return [element for one in above for element in self._elements(one, kind) or ()]

    def _elements(self, above: _Individual, kind: IndividualKind) -> tuple[_Individual, ...] | None:
        if kind not in above.lists:
            value: Any = above.subject
            for name in kind.names:
                value = None if value is None else getattr(value, name)
            at = (*above.pointer, *kind.names)
            elements = tuple(_Individual(kind, one, (*at, index)) for index, one in enumerate(value or ()))
            incomplete = isinstance(value, IncompleteList)
            above.lists[kind] = None if value is None else IncompleteList(elements) if incomplete else elements
        return above.lists[kind]

    def derive(self, nodes: Iterable[NetworkCondition]) -> None:
        """Chain forward, level by level, until the truth of these conditions is known of all individuals."""
        chunks = self._network.needed(nodes) - self._run
        self._run |= chunks
        for chunk in sorted(chunks, key=lambda chunk: chunk.level):
            for individual in self.individuals(chunk.kind) or ():
                self._fire(chunk, individual)

    def _fire(self, chunk: Chunk, individual: _Individual) -> None:
        values = [_NUMBER[self._truth(read, individual)] for read in chunk.reads]
        # What no pattern decides is unknown.
        derived: dict[Proposition, Truth] = dict.fromkeys(chunk.conjunctions)
        for name in chunk.compiled().matching(values, chunk.name):
            conjunction, truth = chunk.meaning[name]
            if derived[conjunction] is (not truth):
                raise EngineError.of(f"durable-rules contradicts itself in the ruleset '{chunk.name}'")
            derived[conjunction] = truth
        individual.truths |= derived

    def truth(self, node: NetworkCondition, individual: _Individual) -> Truth:
        """The truth of a condition about an individual, once it is derived."""
        return self._literal(node.literal, individual)

    def _literal(self, literal: Literal, individual: _Individual) -> Truth:
        truth = True if literal.proposition is None else self._truth(literal.proposition, individual)
        return truth if truth is None or literal.positive else not truth

    def _truth(self, proposition: Proposition, individual: _Individual) -> Truth:
        # What is not about this kind of individual is about the document as a whole.
        holder = individual if proposition.kind is individual.kind else self.root
        if proposition not in holder.truths:
            match proposition:
                case Atom():
                    holder.truths[proposition] = self._ask(proposition, holder)
                case Quantity():
                    holder.truths[proposition] = self._count(proposition, holder)
        return holder.truths[proposition]

    def _ask(self, atom: Atom, individual: _Individual) -> Truth:
        value = self._value(atom.compare.path, individual)
        if value is None:
            return atom.silence(individual.subject, self._world)
        truth = atom.predicate(value, self._world.as_of)
        return None if isinstance(value, IncompleteList) and truth is not atom.lasting else truth

    def _value(self, path: Path, individual: _Individual) -> Any:
        return read_path(path, individual.subject, self._world)

    def _count(self, quantity: Quantity, individual: _Individual) -> Truth:
        elements = self._elements(individual, quantity.elements)
        if elements is None:
            return quantity.silence(individual.subject, self._world)
        truths = [self._literal(quantity.where, element) for element in elements]
        fewest = truths.count(True)
        most = math.inf if isinstance(elements, IncompleteList) else fewest + truths.count(None)
        if fewest >= quantity.at_least and most <= quantity.at_most:
            return True
        return False if most < quantity.at_least or fewest > quantity.at_most else None

    def trace(self, node: NetworkCondition, individual: _Individual) -> Trace:
        """The truths of a condition and its parts, all as they were derived."""
        condition, truth = node.condition, self.truth(node, individual)
        match condition:
            case Compare(path):
                return Trace(condition, truth, (), _pointer(path, individual), self._value(path, individual))
            case Quantified(path):
                (inner,) = node.parts
                holder = self.root if path.from_root else individual
                parts = tuple(self.trace(inner, element) for element in self._elements(holder, inner.kind) or ())
                return Trace(condition, truth, parts, _pointer(path, individual), self._value(path, individual))
            case Is(_, of_root):
                (inner,) = node.parts
                return Trace(condition, truth, (self.trace(inner, self.root if of_root else individual),))
            case _:
                return Trace(condition, truth, tuple(self.trace(part, individual) for part in node.parts))


def _pointer(path: Path, individual: _Individual) -> Pointer:
    return path.names if path.from_root else (*individual.pointer, *path.names)
