# SPDX-License-Identifier: Apache-2.0
"""The default engine: conditions as plain closures.

Rules that share their subjects and whom they bind (jurisdiction, nexus, sectors, documents) are a group with one test
of it, and a rule is compiled when it first applies: a strategy pays only for what can apply to it.
"""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from govrules.engines.decided import (
    about_list,
    deciding_fields,
    on_silence_alone,
    silence_can_decide,
    value_at,
)
from govrules.engines.interface import Deciding, Judgement
from govrules.logic.compile import CompiledCondition, CompiledConditions, Evaluate, World
from govrules.logic.condition import All, Condition, Pointer
from govrules.logic.incomplete import complete
from govrules.logic.trace import trace
from govrules.logic.truth import Truth, all_of, not_
from govrules.ruleset.applicability import general_scope, own_scope
from govrules.ruleset.rule import Concept, Rule, specials_of
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_VERDICTS: Mapping[Truth, Verdict] = {True: Verdict.MET, False: Verdict.GAP, None: Verdict.UNANSWERED}


@dataclass(frozen=True, eq=False)
class _Judge:
    """What an engine knows of a rule, found when it is first asked for."""

    rule: Rule
    compiled: CompiledConditions
    concepts: Mapping[str, Concept]

    @cached_property
    def trigger(self) -> Evaluate | None:
        """What brings a subject under it; None for every subject."""
        return None if self.rule.trigger is None else self.compiled(self.rule.trigger).evaluate

    @cached_property
    def gate(self) -> Evaluate | None:
        """What its trigger says of the document as a whole; None: nothing."""
        gate = self.rule.gate(self.concepts)
        return None if gate is None else self.compiled(gate).evaluate

    @cached_property
    def require(self) -> CompiledCondition:
        """Its requirement."""
        return self.compiled(self.rule.require)

    @cached_property
    def silent(self) -> bool:
        """Whether silence could meet the requirement: only then is it worth finding what decided it."""
        return silence_can_decide(self.rule.require, self.concepts)

    @cached_property
    def reach(self) -> Sequence[Evaluate]:
        """What must hold so that it takes a general rule's place on a subject, whatever it yields to itself."""
        parts = (self.rule.applies, self.rule.trigger)
        return [self.compiled(part).evaluate for part in parts if part is not None]

    @cached_property
    def not_applicable(self) -> dict[Pointer, Judgement]:
        """Its judgements of subjects that it does not concern. Most are of this kind, and one is as another."""
        return {}


_Specials = Mapping[str, Sequence[_Judge]]
_Placed = Sequence[tuple[int, _Judge]]
"""Rules, each with its place in the order of all rules."""
_KEPT = 1_000  # answers to whom rules bind; a file of many documents has fewer kinds of organisation


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Rules with the same subjects and the same test of whom they bind, each with its place in the order of all rules.

    ``first`` is one of them. ``parts`` are what must hold so that they bind: places first, which leave out most.
    """

    first: Rule
    parts: Sequence[Condition]
    members: list[tuple[int, Rule]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class _Bound:
    """The rules that bind subjects of some scopes, or may bind them.

    ``groups`` are those of the subjects that are listed, with the truth of that for each scope; ``unlisted`` may bind
    what a list that is not stated as a whole leaves out.
    """

    groups: Sequence[tuple[_Placed, Sequence[Truth]]]
    unlisted: _Placed


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """Rules as of a day in groups, by their subjects.

    ``bound`` are those that bound documents before, by what tells whom rules bind. The next one often has the same
    markets and sectors: it is the same strategy after an answer, or one of many of the same organisation.
    """

    rules: Sequence[Rule]
    as_of: date
    groups: Mapping[str, Sequence[_Group]]
    specials: _Specials
    bound: dict[object, _Bound] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Sequence[Rule], as_of: date, judge_of: Callable[[Rule], _Judge]) -> "_Index":
        groups: dict[tuple[object, ...], _Group] = {}
        for place, rule in enumerate(rules):
            if not rule.ended(as_of):
                key = (rule.text.subject, rule.binding)
                if key not in groups:
                    parts = rule.applies.parts[::-1] if isinstance(rule.applies, All) else (rule.applies,)
                    groups[key] = _Group(rule, parts)
                groups[key].members.append((place, rule))
        specials = {name: tuple(map(judge_of, found)) for name, found in specials_of(rules, as_of).items()}
        by_subject: dict[str, list[_Group]] = {}
        for group in groups.values():
            by_subject.setdefault(group.first.text.subject, []).append(group)
        return cls(tuple(rules), as_of, by_subject, specials)

    def is_of(self, rules: Sequence[Rule], as_of: date) -> bool:
        return self.as_of == as_of and len(self.rules) == len(rules) and all(map(operator.is_, self.rules, rules))


class CompiledEngine:
    """Judges by compiled closures. Holds compiled conditions; two threads may use one engine."""

    names = ("compiled",)

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """``concepts`` are all concepts that rules may speak of, each after those that it rests on."""
        self._concepts = concepts
        self._compiled = CompiledConditions({name: concept.when for name, concept in concepts.items()})
        self._judges: dict[int, _Judge] = {}
        self._index: _Index | None = None  # of the rules that were judged by last: mostly the same again

    def _judge_of(self, rule: Rule) -> _Judge:
        # Keyed by identity, as conditions are.
        known = self._judges.get(id(rule))
        if known is None:
            known = self._judges[id(rule)] = _Judge(rule, self._compiled, self._concepts)
        return known

    def judge(self, rules: Sequence[Rule], strategy: Strategy, as_of: date) -> list[Judgement]:
        """See :meth:`govrules.engines.interface.Engine.judge`."""
        index = self._index
        if index is None or not index.is_of(rules, as_of):
            index = self._index = _Index.of(rules, as_of, self._judge_of)
        world = World(strategy, as_of)
        found: list[tuple[int, Judgement]] = []
        general = general_scope(strategy)
        for name, groups in index.groups.items():
            subjects = _Subjects.of(name, strategy)
            key = (name, general, subjects.stated, subjects.complete, *subjects.scopes)
            bound = index.bound.get(key)
            if bound is None:
                if len(index.bound) >= _KEPT:
                    index.bound.clear()
                bound = index.bound[key] = self._bound(groups, subjects, world)
            for members, truths in bound.groups:
                bind = [(at, each, truths[scope]) for at, each, scope in subjects.listed if truths[scope] is not False]
                for place, judge in members:
                    for pointer, subject, applies in bind:
                        found.append((place, self._judge(judge, subject, pointer, world, applies, index.specials)))
            if bound.unlisted:
                found.extend(self._judge_list(name, bound.unlisted, world, index.specials))
        found.sort(key=operator.itemgetter(0))
        return [judgement for _, judgement in found]

    def _bound(self, groups: Iterable[_Group], subjects: "_Subjects", world: World) -> _Bound:
        """The rules that bind these subjects, or may bind them or what their list leaves out."""
        known: dict[int, Sequence[Truth]] = {}  # of the parts, which groups share
        listed: list[tuple[_Placed, Sequence[Truth]]] = []
        unlisted: list[tuple[int, _Judge]] = []
        for group in groups:
            members = [(place, self._judge_of(rule)) for place, rule in group.members]
            truths: Sequence[Truth] = (True,) * len(subjects.scopes)
            for part in group.parts:
                if id(part) not in known:
                    evaluate = self._compiled(part).evaluate
                    known[id(part)] = [evaluate(subject, world) for subject in subjects.scopes.values()]
                truths = [all_of(both) for both in zip(truths, known[id(part)], strict=True)]
                if all(truth is False for truth in truths):
                    break
            else:
                listed.append((members, truths))
            if not subjects.complete:
                of_strategy = self._compiled(group.first.applies_to_strategy).evaluate
                unlisted += members if of_strategy(world.root, world) is not False else ()
        return _Bound(listed, unlisted)

    def _judge(
        self, judge: _Judge, subject: Any, pointer: Pointer, world: World, applies: Truth, specials: _Specials
    ) -> Judgement:
        rule, trigger = judge.rule, judge.trigger
        triggered = trigger is None or trigger(subject, world)
        if triggered is False:
            known = judge.not_applicable.get(pointer)
            if known is None:
                known = judge.not_applicable[pointer] = Judgement(rule, pointer, Verdict.NOT_APPLICABLE)
            return known
        own = applies and triggered
        reaches = [(special, self._reach(special, subject, world)) for special in specials.get(rule.id, ())]
        taken = tuple(special.rule.id for special, truth in reaches if truth is True)
        if taken:
            return Judgement(rule, pointer, Verdict.NOT_APPLICABLE, yielded_to=taken)
        require = judge.require
        required = require.evaluate(subject, world)
        if required and judge.silent and on_silence_alone(trace(require, subject, world, pointer)):
            required = None  # Silence is never praised.
        if required is False:
            # Whoever falls short of a special rule as well falls short, whichever of the two is for them.
            reaches = [one for one in reaches if not self._falls_short(one[0], subject, world, specials)]
        reached = all_of((own, *(not_(truth) for _, truth in reaches))) if reaches else own
        if required is True or reached is True:
            return Judgement(
                rule, pointer, _VERDICTS[required], lambda: deciding_fields([trace(require, subject, world, pointer)])
            )
        # Whether it applies is unknown: what would decide that is asked first.
        unsure = [rule, *(special.rule for special, truth in reaches if truth is None)]
        return Judgement(rule, pointer, Verdict.MAY_APPLY, lambda: self._open(unsure, subject, pointer, world))

    def _reach(self, special: _Judge, subject: Any, world: World) -> Truth:
        """Whether a special rule takes a general one's place on a subject, whatever it yields to itself."""
        about = world.root if special.rule.about_strategy else subject
        return all_of(test(about, world) for test in special.reach)

    def _falls_short(self, special: _Judge, subject: Any, world: World, specials: _Specials) -> bool:
        """Whether a subject falls short of a special rule, and of each that may take the place of that one."""
        about = world.root if special.rule.about_strategy else subject
        return special.require.evaluate(about, world) is False and all(
            self._reach(other, subject, world) is False or self._falls_short(other, subject, world, specials)
            for other in specials.get(special.rule.id, ())
        )

    def _judge_list(
        self, name: str, rules: _Placed, world: World, specials: _Specials
    ) -> Iterable[tuple[int, Judgement]]:
        """Rules may apply to the subjects that are not stated, unless they cannot reach anybody, or yield on all."""
        strategy = world.root
        pointer = tuple(name.split("."))
        the_list = about_list(strategy, pointer)
        for place, judge in rules:
            if judge.gate is not None and judge.gate(strategy, world) is False:
                continue
            special = (one for one in specials.get(judge.rule.id, ()) if one.rule.about_strategy)
            if not any(self._reach(one, strategy, world) for one in special):
                yield place, Judgement(judge.rule, pointer, Verdict.MAY_APPLY, lambda: the_list)

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
    """What rules of one subject look at: each with where it stands and the number of its own scope, and one of each
    scope, by that.

    Most state no scope of their own, and share one answer to whom rules bind.
    """

    listed: Sequence[tuple[Pointer, Any, int]]
    scopes: Mapping[object, Any]
    stated: bool
    complete: bool

    @classmethod
    def of(cls, name: str, strategy: Strategy) -> "_Subjects":
        if name == "strategy":
            return cls([((), strategy, 0)], {None: strategy}, stated=True, complete=True)
        pointer: Pointer = tuple(name.split("."))
        stated = value_at(strategy, pointer)
        numbers: dict[object, int] = {}
        scopes: dict[object, Any] = {}
        listed: list[tuple[Pointer, Any, int]] = []
        for index, each in enumerate(stated or ()):
            scope = own_scope(each)
            scopes.setdefault(scope, each)
            listed.append(((*pointer, index), each, numbers.setdefault(scope, len(numbers))))
        return cls(listed, scopes, stated=stated is not None, complete=complete(stated))
