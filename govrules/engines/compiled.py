# SPDX-License-Identifier: Apache-2.0
"""The default engine: conditions as plain closures.

Rules that share whom they bind (jurisdiction, nexus, sectors) share one test of it, made once for each subject, and a
rule is compiled when it first applies: a strategy pays only for what can apply to it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from govrules.engines.decided import about_list, deciding_fields, value_at
from govrules.engines.interface import Deciding, Judgement
from govrules.logic.compile import Node, World, compile_condition
from govrules.logic.condition import Condition, Pointer
from govrules.logic.incomplete import IncompleteList
from govrules.logic.trace import trace
from govrules.logic.truth import Truth, all_of
from govrules.ruleset.rule import Concept, Rule
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_VERDICTS: Mapping[Truth, Verdict] = {True: Verdict.MET, False: Verdict.GAP, None: Verdict.UNANSWERED}


class CompiledEngine:
    """Judges by compiled closures. Holds compiled conditions; two threads may use one engine."""

    names = ("compiled",)

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """``concepts`` are all concepts that rules may speak of, each after those that it rests on."""
        self._concept_texts = concepts
        self._nodes: dict[int, tuple[Condition, Node]] = {}
        self._applicability: dict[tuple[object, ...], Node] = {}

    @cached_property
    def _concepts(self) -> Mapping[str, Node]:
        nodes: dict[str, Node] = {}
        for name, concept in self._concept_texts.items():
            nodes[name] = compile_condition(concept.when, nodes)
        return nodes

    def _compiled(self, condition: Condition) -> Node:
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
        judgements: list[Judgement] = []
        for rule in rules:
            if rule.ended(as_of):
                continue
            name = rule.text.subject
            if name not in subjects:
                subjects[name] = _subjects(name, strategy)
            found = subjects[name]
            for pointer, subject in found or ():
                key = (rule.text.jurisdiction, rule.text.nexus, rule.text.sectors, name)
                if (key, pointer) not in bound:
                    node = self._applicability.setdefault(key, self._compiled(rule.applies))
                    bound[key, pointer] = node.evaluate(subject, world)
                if bound[key, pointer] is not False:
                    judgements.append(self._judge(rule, subject, pointer, world, bound[key, pointer]))
            if found is None or isinstance(found, IncompleteList):
                judgements.extend(self._judge_list(rule, world))
        return judgements

    def _judge(self, rule: Rule, subject: Any, pointer: Pointer, world: World, applies: Truth) -> Judgement:
        when = self._compiled(rule.when) if rule.when else None
        trigger = applies if when is None else all_of((applies, when.evaluate(subject, world)))
        if trigger is False:
            return Judgement(rule, pointer, Verdict.NOT_APPLICABLE)
        require = self._compiled(rule.require)
        required = require.evaluate(subject, world)
        if required is True or trigger is True:
            return Judgement(
                rule, pointer, _VERDICTS[required], lambda: self._decided_by([require], subject, pointer, world)
            )
        # The trigger is unknown: what would decide it is asked first.
        nodes = [
            node for node in (self._compiled(rule.applies), when) if node and node.evaluate(subject, world) is None
        ]
        return Judgement(rule, pointer, Verdict.MAY_APPLY, lambda: self._decided_by(nodes, subject, pointer, world))

    def _judge_list(self, rule: Rule, world: World) -> list[Judgement]:
        """A rule may apply to the subjects that are not stated, unless it cannot bind anybody."""
        strategy = world.root
        node = self._compiled(rule.applies_to_strategy)
        if node.evaluate(strategy, world) is False:
            return []
        pointer = tuple(rule.text.subject.split("."))
        return [Judgement(rule, pointer, Verdict.MAY_APPLY, lambda: about_list(strategy, pointer))]

    def _decided_by(self, nodes: list[Node], subject: Any, pointer: Pointer, world: World) -> tuple[Deciding, ...]:
        return deciding_fields(trace(node, subject, world, pointer) for node in nodes)


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
