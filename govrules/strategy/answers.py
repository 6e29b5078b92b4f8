# SPDX-License-Identifier: Apache-2.0
"""Answers to single questions: what people say, read as the field holds it, and put into the document's data.

Nothing is changed in place. A document that takes an answer is a new one; what it says elsewhere stays as it is.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from govrules.day import read_day
from govrules.logic.condition import Pointer
from govrules.logic.shape import Attribute, Shape
from govrules.source.annotations import fields_of, value_of
from govrules.source.errors import InputError
from govrules.source.model_errors import label
from govrules.source.read import read_text
from govrules.source.suggest import did_you_mean
from govrules.strategy.as_written import as_written, readings
from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import Document, document_of, make_strategy
from govrules.strategy.paths import read_path

_NOTHING = frozenset({"none", "no", "nobody", "nothing", "nowhere", "[]"})
_MORE = re.compile(r"[,;\s]*(\.\.\.|…|and more)$")


def data_of(document: Document) -> dict[str, Any]:
    """What a document says, as plain data: as its author wrote it or, if it was made in Python, as JSON holds it."""
    if document.source is not None:
        data: dict[str, Any] = document.source.data
        return data
    return document.strategy.model_dump(mode="json", round_trip=True, exclude_unset=True, exclude_none=True)


def fields_named(path: str, data: Mapping[str, Any], shapes: StrategyShapes) -> tuple[list[Pointer], Attribute]:
    """The fields that a path names, and what they hold.

    ``channels[2].topics`` names one; ``channels[].topics`` that of every channel which does not state it. Raises
    InputError where the document has no such field.
    """
    pointer = read_path(path.replace("[]", ""))
    if pointer is None:
        raise InputError.of(f"'{path}' is not a path", "write it as organisation.staff_in, or as channels[2].topics")
    attribute = _attribute(pointer, path, shapes)
    if "[]" not in path:
        _must_exist(pointer, path, data)
        return [pointer], attribute
    return [one for one in _each(pointer, data, shapes.root) if stated_at(data, one) is None], attribute


def read_answer(text: str, attribute: Attribute) -> tuple[Any, bool]:
    """What a person wrote, as data that the field holds, and whether it is all of it.

    A list is written with commas; ``none`` is the empty one, and one that ends in ``...`` is not complete. Raises
    InputError where it is no answer, or can be read in two ways.
    """
    words = text.strip()
    if not attribute.type.many:
        return _one(words, attribute), True
    if words.lower() in _NOTHING:
        return [], True
    listed = _MORE.sub("", words)
    parts = [part.strip() for part in re.split(r"[,;\n]", listed) if part.strip()]
    return [_one(part, attribute) for part in parts], listed == words


def answered(data: Mapping[str, Any], field: str, value: Any, shapes: StrategyShapes) -> dict[str, Any]:
    """The data after an answer: text as a person writes it, or data as the document holds them.

    ``field`` is a path such as ``markets`` or ``channels[2].topics``; ``channels[].platform`` answers for every channel
    that does not state it. A list of things that is not complete takes what is named as more of them. Raises
    InputError where it is no answer, or would delete what is known of something.
    """
    pointers, attribute = fields_named(field, data, shapes)
    read, complete = read_answer(value, attribute) if isinstance(value, str) else (value, True)
    changed = dict(data)
    for pointer in pointers:
        part = attribute.type.part
        things = read if part is None or not isinstance(read, list) else _things(changed, pointer, read, key_of(part))
        changed = with_answer(changed, pointer, things, complete=complete)
    return changed


def postponed(data: Mapping[str, Any], field: str, shapes: StrategyShapes) -> dict[str, Any]:
    """The data after "don't know": the field is listed as not known."""
    pointers, _ = fields_named(field, data, shapes)
    return {**data, "not_known": list(dict.fromkeys([*(data.get("not_known") or ()), *map(label, pointers)]))}


def _things(data: Mapping[str, Any], pointer: Pointer, named: list[Any], key: str | None) -> list[Any]:
    """The elements of a list after some were named: what is known of one that stays, stays."""
    stated = stated_at(data, pointer) or []
    names = [one.get(key) for one in named if isinstance(one, dict)]
    known = {one.get(key): one for one in stated if isinstance(one, dict)}
    if label(pointer) in (data.get("incomplete") or ()):
        return [*stated, *(one for one in named if one.get(key) not in known)]
    lost = [str(name) for name, one in known.items() if name not in names and len(one) > 1]
    if lost:
        raise InputError.of(
            f"this answer would delete what the document says of {', '.join(lost)}",
            "name everything that is to stay, or delete it in the file",
        )
    return [known.get(one.get(key), one) if isinstance(one, dict) else one for one in named]


def with_answer(data: Mapping[str, Any], pointer: Pointer, value: Any, *, complete: bool = True) -> dict[str, Any]:
    """The data with a value at a pointer; with ``complete`` false, its list is named as one that is not complete."""
    changed: dict[str, Any] = _with(data, pointer, value)
    path = label(pointer)
    others = [one for one in changed.get("incomplete") or () if one != path]
    lists = {
        "incomplete": others if complete else [*others, path],
        "not_known": [one for one in changed.get("not_known") or () if one != path],
    }
    return changed | {key: listed for key, listed in lists.items() if listed or key in changed}


def document_from(data: Mapping[str, Any], shapes: StrategyShapes) -> Document:
    """The document of plain data. Raises InputError with every problem."""
    read, _ = as_written(data, shapes.root)
    try:
        return Document(make_strategy(read, shapes))
    except ValidationError:
        # Only now: to write the data down and read them costs more than to make the document.
        return document_of(read_text(json.dumps(data), file="<answers>", format="json"), shapes)


def strategy_with(strategy: Strategy, pointer: Pointer, value: Any) -> Strategy:
    """A strategy with a value at a pointer, to try what it would change: the value is not validated."""
    changed: Strategy = _part_with(strategy, pointer, value)
    return changed


def stated_at(data: Any, pointer: Pointer) -> Any:
    """What plain data say at a pointer; None where they say nothing."""
    for step in pointer:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _one(text: str, attribute: Attribute) -> Any:
    kind, part = attribute.type.kind, attribute.type.part
    if part is not None:
        key = key_of(part)
        if key is None or not attribute.type.many:
            raise InputError.of(f"'{attribute.name}' is a group of fields", "answer the fields inside it one by one")
        return {key: text}
    if kind == "text" or (kind == "day" and read_day(text) is not None):
        return text
    found = readings(text, attribute)
    if len(found) > 1:
        raise InputError.of(f"'{text}' has two readings: {' or '.join(found)}", "write the one that you mean")
    if found:
        return next(iter(found.values()))
    tree = attribute.type.tree
    for code in (text, text.upper()):
        if tree is not None and tree.knows(code):
            return code
    raise InputError.of(f"'{text}' is not an answer to '{attribute.question}'", _way_out(text, attribute))


def _way_out(text: str, attribute: Attribute) -> str:
    type_ = attribute.type
    match type_.kind:
        case "boolean":
            return "write yes or no"
        case "day":
            return "write a date as YYYY-MM-DD"
        case "integer" | "number":
            return f"write a number{f' ({attribute.unit})' if attribute.unit else ''}"
        case "choice":
            return did_you_mean(text, type_.choices) or f"write {'some' if type_.many else 'one'} of: " + ", ".join(
                type_.choices
            )
        case kind:
            names = type_.tree.names if type_.tree else {}
            listed = "`govrules rules --sectors` lists them"
            return did_you_mean(text, names) or (listed if kind == "sector" else "write the code of a country or state")


def key_of(part: Shape) -> str | None:
    """The field by which an element of a list is called; None where elements have no name of their own."""
    return next((name for name in ("name", "title", "rule", "question", "records") if name in part.attributes), None)


def _attribute(pointer: Pointer, path: str, shapes: StrategyShapes) -> Attribute:
    shape: Shape | None = shapes.root
    attribute: Attribute | None = None
    for step in pointer:
        if isinstance(step, int):
            continue
        attributes = shape.attributes if shape else {}
        if step not in attributes or attributes[step].rests_on:
            raise InputError.of(
                f"the document has no field '{path}'",
                _meant(step, attributes) or "`govrules schema strategy` has all of them",
            )
        attribute = attributes[step]
        shape = attribute.type.part
    assert attribute is not None, "a path has a step"
    return attribute


def _meant(step: str, attributes: Mapping[str, Attribute]) -> str | None:
    """Which field was meant: one of that name a step further in, or one whose name is near."""
    inside = [
        f"{name}.{step}"
        for name, one in attributes.items()
        if one.type.part is not None and not one.type.many and step in one.type.part.attributes
    ]
    if inside:
        return f"did you mean {' or '.join(repr(name) for name in inside)}?"
    return did_you_mean(step, [name for name, one in attributes.items() if not one.rests_on])


def _must_exist(pointer: Pointer, path: str, data: Mapping[str, Any]) -> None:
    for length, step in enumerate(pointer):
        if isinstance(step, int):
            stated = stated_at(data, pointer[:length])
            if not isinstance(stated, list) or step >= len(stated):
                listed = label(pointer[:length])
                count = len(stated) if isinstance(stated, list) else 0
                raise InputError.of(
                    f"'{path}' is about an element that '{listed}' does not have: it has {count}",
                    f"name its elements first: {listed}=first, second",
                )


def _each(pointer: Pointer, data: Any, shape: Shape, before: Pointer = ()) -> list[Pointer]:
    """The pointers to a field in every element of the lists on its way."""
    if len(pointer) == 0:
        return [before]
    step, rest = pointer[0], pointer[1:]
    here = (*before, step)
    attribute = shape.attributes[str(step)]
    if not rest:
        return [here]
    part = attribute.type.part
    assert part is not None, "the way to a field leads through parts"
    stated = data.get(step) if isinstance(data, Mapping) else None
    if not attribute.type.many:
        return _each(rest, stated, part, here)
    elements = stated if isinstance(stated, list) else []
    return [one for index, element in enumerate(elements) for one in _each(rest, element, part, (*here, index))]


def _part_with(part: Any, pointer: Pointer, value: Any) -> Any:
    if not pointer:
        return value
    step, rest = pointer[0], pointer[1:]
    if isinstance(step, int):
        return type(part)((*part[:step], _part_with(part[step], rest, value), *part[step + 1 :]))
    below = getattr(part, step)
    if below is None and rest:
        model = value_of(fields_of(type(part))[step]).model
        assert model is not None, "the way to a field leads through parts"
        below = model.model_construct()
    return part.model_copy(update={step: _part_with(below, rest, value)})


def _with(data: Any, pointer: Pointer, value: Any) -> Any:
    if not pointer:
        return value
    step, rest = pointer[0], pointer[1:]
    if isinstance(step, int):
        # A pointer one past the end adds an element.
        added = [_with(None, rest, value)] if step == len(data or ()) else []
        return [*(_with(one, rest, value) if index == step else one for index, one in enumerate(data or ())), *added]
    return {**(data or {}), step: _with((data or {}).get(step), rest, value)}
