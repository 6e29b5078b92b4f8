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
from govrules.strategy.paths import read_path

_NOT_ANSWERS = frozenset({"not_known", "incomplete", "passages"})


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
    if backed := _passages(data, theirs):
        data["passages"] = backed
    return Merged(
        data,
        tuple(label(pointer) for pointer, (stated, _) in found if stated is None),
        tuple(Conflict(label(pointer), stated, value) for pointer, (stated, value) in found if stated is not None),
    )


def _passages(data: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The passages of both, those of the colleague led to the elements that their names have in the merged document."""
    own = list(data.get("passages") or ())
    led = ({**one, "field": _led(one["field"], theirs, data)} for one in theirs.get("passages") or ())
    return own + [one for one in led if one not in own]


def _led(path: str, theirs: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    led: Pointer = ()
    here: Any = theirs
    there: Any = data
    for step in read_path(path) or ():
        name = _below(_below(here, step), "name") if isinstance(step, int) else None
        found = next((index for index, one in enumerate(there or ()) if name and one.get("name") == name), step)
        here, there, led = _below(here, step), _below(there, found), (*led, found)
    return label(led)


def _below(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step] if isinstance(value, list) and step < len(value) else None
    return value.get(step) if isinstance(value, Mapping) else None


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
