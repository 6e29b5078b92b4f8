# SPDX-License-Identifier: Apache-2.0
"""A colleague's answers put into a document: what it leaves open is taken, nothing that it states is overwritten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from govrules.logic.condition import Pointer
from govrules.logic.shape import Shape
from govrules.source.model_errors import label
from govrules.strategy.answers import key_of, with_answer
from govrules.strategy.as_written import as_written
from govrules.strategy.fields import StrategyShapes

_NOT_ANSWERS = frozenset({"not_known", "incomplete"})


@dataclass(frozen=True)
class Conflict:
    """A field that both state, and not alike."""

    field: str
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """The data after a merge, the fields that were taken, and those on which the two differ: there ``mine`` stays."""

    data: dict[str, Any]
    taken: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def merged(mine: Mapping[str, Any], theirs: Mapping[str, Any], shapes: StrategyShapes) -> Merged:
    """Put into one document what another states beyond it. Things of one kind are told apart by their names."""
    own, _ = as_written(mine, shapes.root)
    other, _ = as_written(theirs, shapes.root)
    found = list(_differences(own, other, shapes.root, ()))
    data = dict(mine)
    for pointer, (stated, value) in found:
        if stated is None:
            data = with_answer(data, pointer, value, complete=label(pointer) not in (theirs.get("incomplete") or ()))
    return Merged(
        data,
        tuple(label(pointer) for pointer, (stated, _) in found if stated is None),
        tuple(Conflict(label(pointer), stated, value) for pointer, (stated, value) in found if stated is not None),
    )


def _differences(
    mine: Mapping[str, Any], theirs: Mapping[str, Any], shape: Shape, at: Pointer
) -> Iterator[tuple[Pointer, tuple[Any, Any]]]:
    """Where the other states something else, with what both state; None is nothing. Additions to a list come last."""
    for name, value in theirs.items():
        if value is None or (not at and name in _NOT_ANSWERS) or name not in shape.attributes:
            continue
        here, stated, part = (*at, name), mine.get(name), shape.attributes[name].type.part
        if stated is None:
            yield here, (None, value)
        elif part is not None and isinstance(value, list):
            yield from _elements(stated, value, part, here)
        elif part is not None:
            yield from _differences(stated, value, part, here)
        elif stated != value:
            yield here, (stated, value)


def _elements(
    mine: list[Any], theirs: list[Any], part: Shape, at: Pointer
) -> Iterator[tuple[Pointer, tuple[Any, Any]]]:
    key = key_of(part)
    known = {one.get(key): index for index, one in enumerate(mine)} if key else {}
    new = [one for one in theirs if one not in mine and one.get(key) not in known]
    for one in theirs:
        index = known.get(one.get(key))
        if index is not None:
            yield from _differences(mine[index], one, part, (*at, index))
    for offset, one in enumerate(new):
        yield (*at, len(mine) + offset), (None, one)
