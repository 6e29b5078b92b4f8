# SPDX-License-Identifier: Apache-2.0
"""The default engine: conditions as plain closures.

Rules that share their subjects and whom they bind (jurisdiction, nexus, sectors, documents) are a group with one test
of it, and a rule is compiled when it first applies: a strategy pays only for what can apply to it.
"""

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govrules.engines.decided import (
    about_list,
    deciding_fields,
    on_silence_alone,
    silence_can_decide,
    value_at,
)
from govrules.engines.interface import Deciding, Judgement
from govrules.logic.compile import CompiledConcepts, CompiledCondition, World, compile_condition
from govrules.logic.condition import All, Condition, Pointer
from govrules.logic.incomplete import complete
from govrules.logic.trace import trace
from govrules.logic.truth import Truth, all_of, not_
from govrules.ruleset.applicability import own_scope
from govrules.ruleset.rule import Concept, Rule, Specials, specials_of
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_VERDICTS: Mapping[Truth, Verdict] = {True: Verdict.MET, False: Verdict.GAP, None: Verdict.UNANSWERED}


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Rules with the same subjects and the same test of whom they bind, each with its place in the order of all rules.

    ``first`` is one of them. ``parts`` are what must hold so that they bind: places first, which leave out most.
    """

    first: Rule
    parts: Sequence[Condition]
    members: list[tuple[int, Rule]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Rules as of a day in groups."""

    rules: Sequence[Rule]
    as_of: date
    groups: Sequence[_Group]
    specials: Specials

    @classmethod
    def of(cls, rules: Sequence[Rule], as_of: date) -> "_Index":
        groups: dict[tuple[object, ...], _Group] = {}
        for place, rule in enumerate(rules):
            if not rule.ended(as_of):
                key = (rule.text.subject, rule.binding)
                if key not in groups:
                    parts = rule.applies.parts[::-1] if isinstance(rule.applies, All) else (rule.applies,)
                    groups[key] = _Group(rule, parts)
                groups[key].members.append((place, rule))
        return cls(tuple(rules), as_of, tuple(groups.values()), specials_of(rules, as_of))

    def is_of(self, rules: Sequence[Rule], as_of: date) -> bool:
        return self.as_of == as_of and len(self.rules) == len(rules) and all(map(operator.is_, self.rules, rules))


class CompiledEngine:
    """Judges by compiled closures. Holds compiled conditions; two threads may use one engine."""

    names = ("compiled",)

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """``concepts`` are all concepts that rules may speak of, each after those that it rests on."""
        self._concept_texts = concepts
        self._concepts = CompiledConcepts({name: concept.when for name, concept in concepts.items()})
        self._nodes: dict[int, tuple[Condition, CompiledCondition]] = {}
        self._index: _Index | None = None  # of the rules that were judged by last: mostly the same again
        self._silence: dict[int, tuple[Rule, bool]] = {}

    def _compiled(self, condition: Condition) -> CompiledCondition:
        # Keyed by identity: hashing a whole condition costs more than compiling it. The condition is kept beside its
        # node, so that its identity cannot be given to another.
        known = self._nodes.get(id(condition))
        if known is None:
            known = self._nodes[id(condition)] = (condition, compile_condition(condition, self._concepts))
        return known[1]

    def judge(self, rules: Sequence[Rule], strategy: Strategy, as_of: date) -> list[Judgement]:
        """See :meth:`govrules.engines.interface.Engine.judge`."""
        index = self._index
        if index is None or not index.is_of(rules, as_of):
            index = self._index = _Index.of(rules, as_of)
        world = World(strategy, as_of)
        subjects: dict[str, _Subjects] = {}
        known: dict[tuple[int, object], Truth] = {}
        found: list[tuple[int, Judgement]] = []
        for group in index.groups:
            name = group.first.text.subject
            if name not in subjects:
                subjects[name] = _Subjects.of(name, strategy)
            bound = self._bound(group.parts, subjects[name], world, known)
            for place, rule in group.members if bound else ():
                for pointer, subject, applies in bound:
                    found.append((place, self._judge(rule, subject, pointer, world, applies, index.specials)))
            if not subjects[name].complete:
                found.extend(self._judge_list(group, world, index.specials))
        found.sort(key=operator.itemgetter(0))
        return [judgement for _, judgement in found]

    def _bound(
        self, parts: Sequence[Condition], subjects: "_Subjects", world: World, known: dict[tuple[int, object], Truth]
    ) -> Sequence[tuple[Pointer, Any, Truth]]:
        """The subjects that rules bind, or may bind. ``known`` are the truths of parts that rules share, by scope."""
        truths: dict[object, Truth] = {}
        for scope, subject in subjects.scopes.items():
            truth: Truth = True
            for part in parts:
                key = (id(part), scope)
                if key not in known:
                    known[key] = self._compiled(part).evaluate(subject, world)
                if known[key] is False:
                    break
                truth = truth and known[key]
            else:
                truths[scope] = truth
        if not truths:
            return ()
        return [(pointer, each, truths[scope]) for pointer, each, scope in subjects.listed if scope in truths]

    def _judge(
        self, rule: Rule, subject: Any, pointer: Pointer, world: World, applies: Truth, specials: Specials
    ) -> Judgement:
        trigger = self._compiled(rule.trigger) if rule.trigger else None
        own = applies if trigger is None else all_of((applies, trigger.evaluate(subject, world)))
        if own is False:
            return Judgement(rule, pointer, Verdict.NOT_APPLICABLE)
        reaches = [(special, self._reach(special, subject, world)) for special in specials.get(rule.id, ())]
        taken = tuple(special.id for special, truth in reaches if truth is True)
        if taken:
            return Judgement(rule, pointer, Verdict.NOT_APPLICABLE, yielded_to=taken)
        require = self._compiled(rule.require)
        required = require.evaluate(subject, world)
        if required and self._silent(rule) and on_silence_alone(trace(require, subject, world, pointer)):
            required = None  # Silence is never praised.
        if required is False:
            # Whoever falls short of a special rule as well falls short, whichever of the two is for them.
            reaches = [one for one in reaches if not self._falls_short(one[0], subject, world, specials)]
        reached = all_of((own, *(not_(truth) for _, truth in reaches)))
        if required is True or reached is True:
            return Judgement(
                rule, pointer, _VERDICTS[required], lambda: deciding_fields([trace(require, subject, world, pointer)])
            )
        # Whether it applies is unknown: what would decide that is asked first.
        unsure = [rule, *(special for special, truth in reaches if truth is None)]
        return Judgement(rule, pointer, Verdict.MAY_APPLY, lambda: self._open(unsure, subject, pointer, world))

    def _silent(self, rule: Rule) -> bool:
        """Whether silence could meet a requirement: only then is it worth finding what decided it."""
        key = id(rule.require)
        if key not in self._silence:
            self._silence[key] = (rule, silence_can_decide(rule.require, self._concept_texts))
        return self._silence[key][1]

    def _reach(self, special: Rule, subject: Any, world: World) -> Truth:
        """Whether a special rule takes a general one's place on a subject, whatever it yields to itself."""
        about = world.root if special.about_strategy else subject
        parts = (part for part in (special.applies, special.trigger) if part is not None)
        return all_of(self._compiled(part).evaluate(about, world) for part in parts)

    def _falls_short(self, special: Rule, subject: Any, world: World, specials: Specials) -> bool:
        """Whether a subject falls short of a special rule, and of each that may take the place of that one."""
        about = world.root if special.about_strategy else subject
        return self._compiled(special.require).evaluate(about, world) is False and all(
            self._reach(other, subject, world) is False or self._falls_short(other, subject, world, specials)
            for other in specials.get(special.id, ())
        )

    def _judge_list(self, group: _Group, world: World, specials: Specials) -> Iterable[tuple[int, Judgement]]:
        """A rule may apply to the subjects that are not stated, unless it cannot bind anybody, or yields on all."""
        strategy = world.root
        if self._compiled(group.first.applies_to_strategy).evaluate(strategy, world) is False:
            return
        pointer = tuple(group.first.text.subject.split("."))
        for place, rule in group.members:
            special = (one for one in specials.get(rule.id, ()) if one.about_strategy)
            if not any(self._reach(one, strategy, world) for one in special):
                yield place, Judgement(rule, pointer, Verdict.MAY_APPLY, lambda: about_list(strategy, pointer))

    def _open(self, rules: Iterable[Rule], subject: Any, pointer: Pointer, world: World) -> tuple[Deciding, ...]:
        """The fields that would decide whether rules reach a subject: first the rule itself, then its specials."""
        traces = []
        for rule in rules:
            about, at = (world.root, ()) if rule.about_strategy else (subject, pointer)
            nodes = [self._compiled(part) for part in (rule.applies, rule.trigger) if part is not None]
            traces += [trace(node, about, world, at) for node in nodes if node.evaluate(about, world) is None]
        return deciding_fields(traces)


@dataclass(frozen=True, slots=True, eq=False)
class _Subjects:
    """What rules of one subject look at: each with where it stands and its own scope, and one of each scope.

    Most state no scope of their own, and share one answer to whom rules bind.
    """

    listed: Sequence[tuple[Pointer, Any, object]]
    scopes: Mapping[object, Any]
    complete: bool

    @classmethod
    def of(cls, name: str, strategy: Strategy) -> "_Subjects":
        if name == "strategy":
            return cls([((), strategy, None)], {None: strategy}, complete=True)
        pointer: Pointer = tuple(name.split("."))
        stated = value_at(strategy, pointer)
        listed = [((*pointer, index), each, own_scope(each)) for index, each in enumerate(stated or ())]
        return cls(listed, {scope: each for _, each, scope in listed}, complete=complete(stated))
