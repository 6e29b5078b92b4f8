# SPDX-License-Identifier: Apache-2.0
"""The default engine: conditions as plain closures.

Rules that share whom they bind (jurisdiction, nexus, sectors, documents) share one test of it, made once for each
subject, and a rule is compiled when it first applies: a strategy pays only for what can apply to it.
"""

from collections.abc import Iterable, Mapping, Sequence
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
from govrules.logic.condition import Condition, Pointer
from govrules.logic.incomplete import IncompleteList
from govrules.logic.trace import trace
from govrules.logic.truth import Truth, all_of, not_
from govrules.ruleset.rule import Concept, Rule, Specials, specials_of
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_VERDICTS: Mapping[Truth, Verdict] = {True: Verdict.MET, False: Verdict.GAP, None: Verdict.UNANSWERED}


class CompiledEngine:
    """Judges by compiled closures. Holds compiled conditions; two threads may use one engine."""

    names = ("compiled",)

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """``concepts`` are all concepts that rules may speak of, each after those that it rests on."""
        self._concept_texts = concepts
        self._concepts = CompiledConcepts({name: concept.when for name, concept in concepts.items()})
        self._nodes: dict[int, tuple[Condition, CompiledCondition]] = {}
        self._applicability: dict[tuple[object, ...], CompiledCondition] = {}
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
        world = World(strategy, as_of)
        bound: dict[tuple[object, ...], Truth] = {}
        subjects: dict[str, Sequence[tuple[Pointer, Any]] | None] = {}
        specials = specials_of(rules, as_of)
        judgements: list[Judgement] = []
        for rule in rules:
            if rule.ended(as_of):
                continue
            name = rule.text.subject
            if name not in subjects:
                subjects[name] = _subjects(name, strategy)
            found = subjects[name]
            for pointer, subject in found or ():
                key = (rule.text.jurisdiction, rule.text.nexus, rule.text.sectors, rule.text.documents, name)
                if (key, pointer) not in bound:
                    node = self._applicability.setdefault(key, self._compiled(rule.applies))
                    bound[key, pointer] = node.evaluate(subject, world)
                if bound[key, pointer] is not False:
                    judgements.append(self._judge(rule, subject, pointer, world, bound[key, pointer], specials))
            if found is None or isinstance(found, IncompleteList):
                judgements.extend(self._judge_list(rule, world, specials.get(rule.id, ())))
        return judgements

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

    def _judge_list(self, rule: Rule, world: World, specials: Sequence[Rule]) -> list[Judgement]:
        """A rule may apply to the subjects that are not stated, unless it cannot bind anybody, or yields on all."""
        strategy = world.root
        node = self._compiled(rule.applies_to_strategy)
        taken = any(special.about_strategy and self._reach(special, strategy, world) for special in specials)
        if taken or node.evaluate(strategy, world) is False:
            return []
        pointer = tuple(rule.text.subject.split("."))
        return [Judgement(rule, pointer, Verdict.MAY_APPLY, lambda: about_list(strategy, pointer))]

    def _open(self, rules: Iterable[Rule], subject: Any, pointer: Pointer, world: World) -> tuple[Deciding, ...]:
        """The fields that would decide whether rules reach a subject: first the rule itself, then its specials."""
        traces = []
        for rule in rules:
            about, at = (world.root, ()) if rule.about_strategy else (subject, pointer)
            nodes = [self._compiled(part) for part in (rule.applies, rule.trigger) if part is not None]
            traces += [trace(node, about, world, at) for node in nodes if node.evaluate(about, world) is None]
        return deciding_fields(traces)


def _subjects(name: str, strategy: Strategy) -> Sequence[tuple[Pointer, Any]] | None:
    """The subjects of that name with their pointers; None if their list is not stated, incomplete if it is."""
    if name == "strategy":
        return (((), strategy),)
    pointer: Pointer = tuple(name.split("."))
    stated = value_at(strategy, pointer)
    if stated is None:
        return None
    found: tuple[tuple[Pointer, Any], ...] = tuple(((*pointer, index), each) for index, each in enumerate(stated))
    return IncompleteList(found) if isinstance(stated, IncompleteList) else found
