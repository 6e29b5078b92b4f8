# SPDX-License-Identifier: Apache-2.0
"""Conditions become plain closures. The meaning of every form of condition is written here, and only here.

A node keeps its parts beside its closure, so that :mod:`govrules.logic.trace` can ask each for its own truth.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Path, Quantified
from govrules.logic.operators import OPERATORS
from govrules.logic.truth import Truth, all_of, any_of, not_


@dataclass(frozen=True, slots=True)
class World:
    """What every condition sees beside its subject: the document as a whole, and the day as of which it is judged."""

    root: Any
    as_of: date


Evaluate = Callable[[Any, World], Truth]


@dataclass(frozen=True, slots=True)
class Node:
    """A compiled condition: the closure that tells its truth of a subject, and the nodes of its parts."""

    condition: Condition
    evaluate: Evaluate
    parts: tuple["Node", ...] = field(default=())


def read_path(path: Path, subject: Any, world: World) -> Any:
    """The value of a field, or None where it or anything above it is not stated."""
    value = world.root if path.from_root else subject
    for name in path.names:
        if value is None:
            return None
        value = getattr(value, name)
    return value


def compile_condition(condition: Condition, concepts: Mapping[str, Node]) -> Node:
    """Compile a typed condition. ``concepts`` holds the compiled nodes of all concepts that it rests on."""
    match condition:
        case All(parts):
            nodes = tuple(compile_condition(part, concepts) for part in parts)
            tests = tuple(node.evaluate for node in nodes)
            return Node(condition, lambda subject, world: all_of(test(subject, world) for test in tests), nodes)
        case AnyOf(parts):
            nodes = tuple(compile_condition(part, concepts) for part in parts)
            tests = tuple(node.evaluate for node in nodes)
            return Node(condition, lambda subject, world: any_of(test(subject, world) for test in tests), nodes)
        case Not(part):
            node = compile_condition(part, concepts)
            return Node(condition, lambda subject, world: not_(node.evaluate(subject, world)), (node,))
        case Is(concept, of_root):
            inner = concepts[concept]
            if of_root:
                return Node(condition, lambda subject, world: inner.evaluate(world.root, world), (inner,))
            return Node(condition, inner.evaluate, (inner,))
        case Compare():
            return Node(condition, _compare(condition))
        case Quantified():
            node = compile_condition(condition.where, concepts)
            return Node(condition, _quantified(condition, node.evaluate), (node,))


def _compare(condition: Compare) -> Evaluate:
    path, operator = condition.path, condition.operator
    predicate = OPERATORS[operator].predicate(condition.operand, path.attribute.type)
    if operator == "stated":
        return lambda subject, world: (read_path(path, subject, world) is not None) is condition.operand
    names, from_root = path.names, path.from_root
    unstated: Truth = False if condition.known else None

    def evaluate(subject: Any, world: World) -> Truth:
        # As read_path, in place: comparisons are what an evaluation is made of.
        value = world.root if from_root else subject
        for name in names:
            value = getattr(value, name)
            if value is None:
                return unstated
        return predicate(value, world.as_of)

    return evaluate


def _quantified(condition: Quantified, where: Evaluate) -> Evaluate:
    path = condition.path
    unstated: Truth = False if condition.known else None
    if condition.quantifier == "some":

        def some(subject: Any, world: World) -> Truth:
            elements = read_path(path, subject, world)
            return unstated if elements is None else any_of(where(element, world) for element in elements)

        return some
    if condition.quantifier == "every":

        def every(subject: Any, world: World) -> Truth:
            elements = read_path(path, subject, world)
            return unstated if elements is None else all_of(where(element, world) for element in elements)

        return every
    at_least, at_most = condition.at_least, condition.at_most

    def count(subject: Any, world: World) -> Truth:
        elements = read_path(path, subject, world)
        if elements is None:
            return unstated
        truths = [where(element, world) for element in elements]
        surely, perhaps = truths.count(True), truths.count(None)
        return all_of(
            (
                True if at_least is None or surely >= at_least else None if surely + perhaps >= at_least else False,
                True if at_most is None or surely + perhaps <= at_most else None if surely <= at_most else False,
            )
        )

    return count
