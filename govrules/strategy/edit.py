# SPDX-License-Identifier: Apache-2.0
"""Answers written into a document's text: the rest of it, its comments and order included, stays byte for byte.

What is new stands in the order of the model, under its question as a comment. Whatever was written is read back and
held against what was meant, so that nothing is lost in a form that this cannot write.
"""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from govrules.logic.shape import Attribute, Shape
from govrules.source.document import Pointer, Source, Spot
from govrules.source.errors import InputError
from govrules.source.read import Format, read_text
from govrules.strategy.fields import StrategyShapes

_WIDTH = 110
_STEP = "  "


def new_text(data: Mapping[str, Any], shapes: StrategyShapes) -> str:
    """A document's data as a new text, in the order of the model and with the questions as comments."""
    ordered = _ordered(data, shapes.root)
    return "\n".join(_block(ordered, shapes.root, "", comments=True)).lstrip("\n") + "\n"


def edited(source: Source, data: Mapping[str, Any], shapes: StrategyShapes, format: Format) -> str:
    """The text of a document after its data have become these. Raises InputError where it cannot be written so."""
    if format == "json":
        return json.dumps(_ordered(data, shapes.root), indent=2, ensure_ascii=False) + "\n"
    line_break = "\r\n" if "\r\n" in source.text else "\n"
    current = source if line_break == "\n" else _read(source, source.text.replace("\r\n", "\n"), format)
    for pointer, value in _changes(source.data, data, ()):
        current = _read(source, _set(current, pointer, value, shapes), format)
    if current.data != data:
        raise InputError.of(
            f"{source.file}: the answer cannot be written into this file as it is laid out",
            "write the sections that are in one line, or repeated by an alias, in several lines",
        )
    return current.text.replace("\n", line_break)


def _read(source: Source, text: str, format: Format) -> Source:
    return read_text(text, file=source.file, format=format)


def _changes(before: Any, after: Any, at: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """Where two states of a document differ, and what stands there now."""
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, Mapping):
        for key, value in after.items():
            if key not in before:
                yield (*at, key), value
            else:
                yield from _changes(before[key], value, (*at, key))
    elif isinstance(before, list) and isinstance(after, list) and 0 < len(before) <= len(after) and _parts(after):
        for index, value in enumerate(after):
            if index < len(before):
                yield from _changes(before[index], value, (*at, index))
            else:
                yield (*at, index), value
    else:
        yield at, after


def _parts(value: Sequence[Any]) -> bool:
    return all(isinstance(one, dict) for one in value)


def _set(source: Source, pointer: Pointer, value: Any, shapes: StrategyShapes) -> str:
    """The text with a value at a pointer, which the document states already or not."""
    root = source.spot(())
    spot, stated = root, 0
    for step in pointer:
        child = spot.children.get(step)
        if child is None or (stated + 1 < len(pointer) and _blank(source, child)):
            break
        spot, stated = child, stated + 1
    if stated == len(pointer):
        return _replace(source, pointer, spot, value, shapes)
    here, step, rest = pointer[:stated], pointer[stated], pointer[stated + 1 :]
    for inner in reversed(rest):
        value = {inner: value}
    blank = spot.children.get(step)
    if blank is not None:
        return _replace(source, (*here, step), blank, value, shapes)
    shape = _shape_at(here, shapes)
    if source.text[spot.start : spot.start + 1] in ("{", "["):
        end = spot.end - 1
        comma = ", " if spot.children else ""
        entry = f"{step}: {_flow(value)}" if isinstance(step, str) else _flow(value)
        return source.text[:end] + comma + entry + source.text[end:]
    if isinstance(step, int):
        indent = _indent_of(source, spot.start)
        lines = _element(value, shape, indent)
        return _insert_after(source, _tail(source, spot), lines)
    first = min(begin for begin, _ in spot.keys.values())
    indent = " " * _column(source, first)
    before = _predecessor(step, spot, shape)
    lines = list(_entry(step, value, shape, indent, comments=True))
    after = spot.children[before] if before else root
    return _insert_after(source, _tail(source, after), [*([""] if not here else []), *lines])


def _replace(source: Source, pointer: Pointer, spot: Spot, value: Any, shapes: StrategyShapes) -> str:
    text = source.text
    end = _tail(source, spot)
    if isinstance(value, dict | list) and value and (isinstance(value, dict) or _parts(value)):
        key = pointer[-1]
        parent = source.spot(pointer[:-1])
        in_flow = text[parent.start : parent.start + 1] in ("{", "[")
        if isinstance(key, str) and not in_flow:
            indent = " " * _column(source, parent.keys[key][0])
            below = list(_below(value, _part_at(pointer, shapes), indent, comments=True))
            start = parent.keys[key][1] + 1  # after the colon
            return text[:start] + "\n" + "\n".join(below) + text[end:]
    lead = "" if text[spot.start - 1 : spot.start].isspace() or text[spot.start - 1] in "[{" else " "
    return text[: spot.start] + lead + _flow(value) + text[end:]


def _insert_after(source: Source, offset: int, lines: Sequence[str]) -> str:
    text = source.text
    end = text.find("\n", offset)
    if end < 0:
        return text + "\n" + "\n".join(lines) + "\n"
    return text[: end + 1] + "\n".join(lines) + "\n" + text[end + 1 :]


def _tail(source: Source, spot: Spot) -> int:
    """Where what is written for a value ends. A block is read to end where the next thing begins, comments included."""
    if not spot.children or source.text[spot.start : spot.start + 1] in ("{", "["):
        return spot.start + len(source.text[spot.start : spot.end].rstrip())
    return max(_tail(source, child) for child in spot.children.values())


def _blank(source: Source, spot: Spot) -> bool:
    return not source.text[spot.start : spot.end].strip() or source.text[spot.start : spot.end].strip() in ("null", "~")


def _column(source: Source, offset: int) -> int:
    return offset - (source.text.rfind("\n", 0, offset) + 1)


def _indent_of(source: Source, offset: int) -> str:
    return " " * _column(source, offset)


def _predecessor(name: str, spot: Spot, shape: Shape) -> str | None:
    """The last key of a mapping that the model has before this one; else its first key."""
    order = list(shape.attributes)
    stated = [key for key in spot.keys if key in order]
    before = [key for key in stated if order.index(key) < order.index(name)]
    return max(before, key=order.index) if before else next(iter(stated), None)


def _entry(name: str, value: Any, shape: Shape, indent: str, *, comments: bool) -> Iterator[str]:
    attribute = shape.attributes[name]
    if comments:
        for line in textwrap.wrap(attribute.question, max(40, _WIDTH - len(indent)), break_on_hyphens=False):
            yield f"{indent}# {line}"
    part = attribute.type.part
    if part is not None and value and (isinstance(value, dict) or _parts(value)):
        yield f"{indent}{name}:"
        yield from _below(value, part, indent, comments=comments)
    else:
        yield f"{indent}{name}: {_flow(value)}"


def _below(value: Any, part: Shape, indent: str, *, comments: bool) -> Iterator[str]:
    """A part, or a list of parts, under its key."""
    if isinstance(value, list):
        for one in value:
            yield from _element(one, part, indent + _STEP)
    else:
        yield from _block(value, part, indent + _STEP, comments=comments)


def _block(data: Mapping[str, Any], shape: Shape, indent: str, *, comments: bool) -> Iterator[str]:
    for name, value in data.items():
        if not indent:
            yield ""
        yield from _entry(name, value, shape, indent, comments=comments)


def _element(value: Mapping[str, Any], part: Shape, indent: str) -> list[str]:
    lines = list(_block(value, part, indent + _STEP, comments=False)) or [f"{indent}{_STEP}{{}}"]
    return [f"{indent}- {lines[0].strip()}", *lines[1:]]


def _ordered(value: Any, shape: Shape) -> Any:
    """The data in the order of the model."""
    if isinstance(value, list):
        return [_ordered(one, shape) for one in value]
    if not isinstance(value, Mapping):
        return value
    names = [name for name in shape.attributes if name in value]
    return {name: _inner(value[name], shape.attributes[name]) for name in names}


def _inner(value: Any, attribute: Attribute) -> Any:
    return value if attribute.type.part is None else _ordered(value, attribute.type.part)


def _flow(value: Any) -> str:
    """A value in one line."""
    text: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=float("inf"), sort_keys=False, explicit_end=False
    )
    return text.removesuffix("...\n").strip()


def _shape_at(pointer: Pointer, shapes: StrategyShapes) -> Shape:
    return _part_at(pointer, shapes) if pointer else shapes.root


def _part_at(pointer: Pointer, shapes: StrategyShapes) -> Shape:
    shape: Shape = shapes.root
    for step in pointer:
        if isinstance(step, str):
            part = shape.attributes[step].type.part
            assert part is not None, "the way to a field leads through parts"
            shape = part
    return shape
