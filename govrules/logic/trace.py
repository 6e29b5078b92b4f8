# SPDX-License-Identifier: Apache-2.0
"""Why a condition is true, false or unknown: the truth of each of its parts, and the fields that decided it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from govrules.logic.compile import CompiledCondition, World, read_path
from govrules.logic.condition import Compare, Condition, Is, Not, Path, Pointer, Quantified
from govrules.logic.incomplete import IncompleteList
from govrules.logic.operators import answers_silence
from govrules.logic.truth import Truth

Parts = tuple["Trace", ...]


class Trace:
    """The truth of a condition about one subject.

    For a comparison or a quantifier, ``pointer`` is the field in the document and ``value`` what it says, None where
    it is not stated. ``parts`` are the traces of the parts: for a quantifier, one for each element. They may be given
    as a function, which is then called when somebody first looks at them: most parts decide nothing.
    """

    __slots__ = ("_parts", "condition", "decided_by", "pointer", "truth", "value")

    def __init__(
        self,
        condition: Condition,
        truth: Truth,
        parts: Parts | Callable[[], Parts] = (),
        pointer: Pointer | None = None,
        value: Any = None,
    ) -> None:
        """See the class."""
        self.condition = condition
        self.truth = truth
        self.pointer = pointer
        self.value = value
        self._parts = parts
        self.decided_by: Parts | None = None  # of a list of the document, once somebody asked

    @property
    def parts(self) -> Parts:
        """The traces of the parts."""
        if callable(self._parts):
            self._parts = self._parts()
        return self._parts


def trace(node: CompiledCondition, subject: Any, world: World, pointer: Pointer = ()) -> Trace:
    """Trace a compiled condition about ``subject``, which stands at ``pointer`` in the document."""
    condition, truth = node.condition, node.evaluate(subject, world)
    # By isinstance: to match each class by its fields took a sixth of the time of tracing.
    if isinstance(condition, Compare):
        path = condition.path
        return Trace(condition, truth, (), _locate(path, pointer), read_path(path, subject, world))
    if isinstance(condition, Quantified):
        path = condition.path
        if not path.from_root:
            return _elements(node, path, truth, subject, world, pointer)
        # The same for all subjects.
        key = (trace, id(node))
        if key not in world.once:
            world.once[key] = (node, _elements(node, path, truth, subject, world, pointer))
        found: Trace = world.once[key][1]
        return found
    if isinstance(condition, Is) and condition.of_root:
        return Trace(condition, truth, lambda: (trace(node.parts[0], world.root, world, ()),))
    return Trace(condition, truth, lambda: tuple([trace(part, subject, world, pointer) for part in node.parts]))


def _elements(node: CompiledCondition, path: Path, truth: Truth, subject: Any, world: World, pointer: Pointer) -> Trace:
    at, elements, inner = _locate(path, pointer), read_path(path, subject, world), node.parts[0]
    return Trace(
        node.condition,
        truth,
        lambda: tuple(trace(inner, item, world, (*at, index)) for index, item in enumerate(elements or ())),
        at,
        elements,
    )


def _locate(path: Path, pointer: Pointer) -> Pointer:
    return path.names if path.from_root else (*pointer, *path.names)


def deciding(traced: Trace) -> Iterator[Trace]:
    """The comparisons and lists that decided a truth, in the order of the condition; the same field may come twice.

    What decided a truth are the parts that share it: the false parts of a false "all", the true parts of a true
    "any", the unknown parts of an unknown. A count that is decided is decided by its list as a whole, and so is a
    list without elements; of what is unknown about an incomplete list, the list as a whole is one reason.
    """
    condition = traced.condition
    if isinstance(condition, Compare):
        yield traced
    elif isinstance(condition, Quantified):
        yield from _deciding_list(traced, condition)
    elif isinstance(condition, Not):
        yield from deciding(traced.parts[0])
    else:
        for part in traced.parts:
            if part.truth is traced.truth:
                yield from deciding(part)


def _deciding_list(traced: Trace, condition: Quantified) -> Iterable[Trace]:
    if traced.decided_by is not None:
        return traced.decided_by
    parts = [part for part in traced.parts if part.truth is traced.truth]
    # An incomplete list leaves open what more there is, whatever its elements leave open.
    missing = traced.truth is None and isinstance(traced.value, IncompleteList)
    whole = not parts or missing or (condition.quantifier == "count" and traced.truth is not None)
    found = [traced] if whole else []
    for part in parts if not whole or missing else ():
        found += deciding(part)
    if condition.path.from_root:
        # It is asked for each subject, and lists of the document may lie in it again.
        traced.decided_by = tuple({(id(leaf.condition), leaf.pointer): leaf for leaf in found}.values())
        return traced.decided_by
    return found


def rests_on_being_stated(leaf: Trace) -> bool:
    """Whether a comparison or list was decided by whether the field is stated, and not by what it says."""
    match leaf.condition:
        case Compare(operator=operator) if answers_silence(operator):
            return True
        case Compare(known=known) | Quantified(known=known):
            return known and leaf.value is None
        case _:
            return False
