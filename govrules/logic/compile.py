# SPDX-License-Identifier: Apache-2.0
"""Conditions become plain closures. The meaning of every form of condition is written here, and only here.

A node keeps its parts beside its closure, so that :mod:`govrules.logic.trace` can ask each for its own truth.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Path, Quantified
from govrules.logic.incomplete import IncompleteList, holds_incomplete
from govrules.logic.operators import OPERATORS, Predicate
from govrules.logic.truth import Truth, all_of, any_of, not_


@dataclass(frozen=True, slots=True)
class World:
    """What every condition sees beside its subject: the document as a whole, and the day as of which it is judged.

    ``once`` keeps what is asked of the document as a whole, and so has one answer for all subjects: a rule about each
    channel that looks at all channels takes time by their number, not by its square.
    """

    root: Any
    as_of: date
    once: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)


Evaluate = Callable[[Any, World], Truth]


@dataclass(frozen=True, slots=True)
class CompiledCondition:
    """A compiled condition: the closure that tells its truth of a subject, and the nodes of its parts."""

    condition: Condition
    evaluate: Evaluate
    parts: tuple["CompiledCondition", ...] = field(default=())


def read_path(path: Path, subject: Any, world: World) -> Any:
    """The value of a field, or None where it or anything above it is not stated."""
    value = world.root if path.from_root else subject
    for name in path.names:
        if value is None:
            return None
        value = getattr(value, name)
    return value


class CompiledConcepts(dict[str, CompiledCondition]):
    """The nodes of concepts, each compiled when it is first asked for: few rules speak of more than a few of them."""

    def __init__(self, conditions: Mapping[str, Condition]) -> None:
        """``conditions`` are what the concepts stand for, by their ids."""
        super().__init__()
        self._conditions = conditions

    def __missing__(self, concept: str) -> CompiledCondition:
        """Compile a concept, and those that it rests on."""
        node = self[concept] = compile_condition(self._conditions[concept], self)
        return node


class CompiledConditions:
    """Conditions compiled, each when it is first asked for."""

    def __init__(self, concepts: Mapping[str, Condition]) -> None:
        """``concepts`` are what the concepts stand for of which the conditions may speak, by their ids."""
        self._concepts = CompiledConcepts(concepts)
        self._nodes: dict[int, tuple[Condition, CompiledCondition]] = {}

    def __call__(self, condition: Condition) -> CompiledCondition:
        """The node of a condition."""
        # Keyed by identity: hashing a whole condition costs more than compiling it. The condition is kept beside its
        # node, so that its identity cannot be given to another.
        known = self._nodes.get(id(condition))
        if known is None:
            known = self._nodes[id(condition)] = (condition, compile_condition(condition, self._concepts))
        return known[1]


def compile_condition(condition: Condition, concepts: Mapping[str, CompiledCondition]) -> CompiledCondition:
    """Compile a typed condition. ``concepts`` holds the compiled nodes of all concepts that it rests on."""
    match condition:
        case Compare():  # first, as most are
            return CompiledCondition(condition, _compare(condition))
        case All(parts):
            nodes = tuple(compile_condition(part, concepts) for part in parts)
            tests = tuple(node.evaluate for node in nodes)
            return CompiledCondition(condition, _all(tests), nodes)
        case AnyOf(parts):
            nodes = tuple(compile_condition(part, concepts) for part in parts)
            tests = tuple(node.evaluate for node in nodes)
            return CompiledCondition(condition, _any(tests), nodes)
        case Not(part):
            node = compile_condition(part, concepts)
            return CompiledCondition(condition, lambda subject, world: not_(node.evaluate(subject, world)), (node,))
        case Is(concept, of_root):
            inner = concepts[concept]
            if of_root:
                return CompiledCondition(
                    condition, _once(lambda subject, world: inner.evaluate(world.root, world)), (inner,)
                )
            return CompiledCondition(condition, inner.evaluate, (inner,))
        case Quantified():
            node = compile_condition(condition.where, concepts)
            evaluate = _quantified(condition, node.evaluate)
            return CompiledCondition(condition, _once(evaluate) if condition.path.from_root else evaluate, (node,))


def _all(tests: Sequence[Evaluate]) -> Evaluate:
    # As all_of, in place, and _any as any_of: a generator for each condition would take a fifth of the time of judging.
    def evaluate(subject: Any, world: World) -> Truth:
        result: Truth = True
        for test in tests:
            truth = test(subject, world)
            if truth is False:
                return False
            if truth is None:
                result = None
        return result

    return evaluate


def _any(tests: Sequence[Evaluate]) -> Evaluate:
    def evaluate(subject: Any, world: World) -> Truth:
        result: Truth = False
        for test in tests:
            truth = test(subject, world)
            if truth is True:
                return True
            if truth is None:
                result = None
        return result

    return evaluate


def _once(evaluate: Evaluate) -> Evaluate:
    """An evaluation that does not depend on the subject, made once for a document."""
    key = object()

    def known(subject: Any, world: World) -> Truth:
        if key not in world.once:
            world.once[key] = evaluate(subject, world)
        truth: Truth = world.once[key]
        return truth

    return known


def unstated(condition: Compare | Quantified) -> Evaluate:
    """What is asked of a field that is not stated: its truth, about a subject of which the field is not stated."""
    truth = _silence(condition)
    path, rests_on = condition.path, condition.path.attribute.rests_on
    if truth is None or not rests_on:
        return lambda subject, world: truth
    above = Path(path.names[:-1], path.from_root, path.attribute)

    def computed(subject: Any, world: World) -> Truth:
        # It has no value while a list on which it rests is incomplete; it may have one later.
        part = read_path(above, subject, world)
        return None if part is not None and any(holds_incomplete(getattr(part, name)) for name in rests_on) else truth

    return computed


def _silence(condition: Compare | Quantified) -> Truth:
    if isinstance(condition, Compare):
        return OPERATORS[condition.operator].unstated(condition.operand, known=condition.known)
    return False if condition.known else None


def _compare(condition: Compare) -> Evaluate:
    path, operator = condition.path, OPERATORS[condition.operator]
    predicate = operator.predicate(condition.operand, path.attribute.type)
    lasting = operator.lasting(condition.operand) if operator.lasting else None
    names, from_root = path.names, path.from_root
    if len(names) == 1 and not from_root and not path.attribute.rests_on and not path.attribute.type.many:
        return _compare_own(names[0], predicate, _silence(condition))
    silence = unstated(condition)

    def evaluate(subject: Any, world: World) -> Truth:
        # As read_path, in place: comparisons are what an evaluation is made of.
        value = world.root if from_root else subject
        for name in names:
            value = getattr(value, name)
            if value is None:
                return silence(subject, world)
        truth = predicate(value, world.as_of)
        return None if type(value) is IncompleteList and truth is not lasting else truth

    return evaluate


def _compare_own(name: str, predicate: Predicate, silence: Truth) -> Evaluate:
    """A comparison of a single value of the subject itself, which most are, by the shortest way."""

    def evaluate(subject: Any, world: World) -> Truth:
        value = getattr(subject, name)
        return silence if value is None else predicate(value, world.as_of)

    return evaluate


def _quantified(condition: Quantified, where: Evaluate) -> Evaluate:
    path, silence = condition.path, unstated(condition)

    def some(subject: Any, world: World) -> Truth:
        elements = read_path(path, subject, world)
        if elements is None:
            return silence(subject, world)
        truth = any_of(where(element, world) for element in elements)
        return None if truth is False and isinstance(elements, IncompleteList) else truth

    def every(subject: Any, world: World) -> Truth:
        elements = read_path(path, subject, world)
        if elements is None:
            return silence(subject, world)
        truth = all_of(where(element, world) for element in elements)
        return None if truth is True and isinstance(elements, IncompleteList) else truth

    at_least, at_most = condition.at_least, condition.at_most

    def count(subject: Any, world: World) -> Truth:
        elements = read_path(path, subject, world)
        if elements is None:
            return silence(subject, world)
        truths = [where(element, world) for element in elements]
        fewest = truths.count(True)
        most = math.inf if isinstance(elements, IncompleteList) else fewest + truths.count(None)
        return all_of(
            (
                True if at_least is None or fewest >= at_least else None if most >= at_least else False,
                True if at_most is None or most <= at_most else None if fewest <= at_most else False,
            )
        )

    return {"some": some, "every": every, "count": count}[condition.quantifier]
