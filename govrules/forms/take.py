# SPDX-License-Identifier: Apache-2.0
"""What was filled into forms, put into a strategy: every fault is told at once, and nobody's answer is overwritten."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from govrules.forms import docx, xlsx
from govrules.forms.form import ALL, Filled
from govrules.logic.condition import Pointer
from govrules.logic.shape import Attribute, Shape
from govrules.ruleset.asks import Names
from govrules.source.errors import InputError, Problem
from govrules.source.model_errors import label
from govrules.strategy.answers import key_of, read_answer, with_answer
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.merge import merged
from govrules.strategy.paths import read_path

_NONE = "none"
_READERS: dict[str, Callable[[Path], list[Filled | Problem]]] = {".xlsx": xlsx.read, ".docx": docx.read}
Key = tuple[str, ...]


@dataclass
class _Taken:
    """The data of one form, and where each answer stands in it, by the names of things on the way to it."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Key, str] = field(default_factory=dict)


def taken(paths: Sequence[Path], begun: Mapping[str, Any], origin: str, shapes: StrategyShapes) -> dict[str, Any]:
    """The data of a strategy after forms were read into it. ``origin`` is what errors call it.

    Raises InputError with every cell that is no answer, and with every answer on which two differ.
    """
    problems: list[Problem] = []
    forms = [_form(path, begun, shapes, problems) for path in paths]
    data, places = dict(begun), dict[Key, str]()
    for form in forms:
        found = merged(data, form.data, shapes)
        for conflict in found.conflicts:
            key = _key(conflict.field, found.data)
            here, there = form.places.get(key, "this form"), places.get(key, origin)
            theirs, mine = _shown(conflict.theirs), _shown(conflict.mine)
            message = f"{here}: '{conflict.field}' is {theirs} here, and {mine} in {there}"
            problems.append(Problem(message, hint="agree on one of them, and change the other"))
        data = found.data
        left = [path for path in form.data.get("incomplete", ()) if path not in data.get("incomplete", ())]
        if left and not found.conflicts:
            data["incomplete"] = [*data.get("incomplete", ()), *(path for path in left if path in found.taken)]
        places = form.places | places
    if problems:
        raise InputError(problems)
    return {name: value for name, value in data.items() if not (name == "incomplete" and not value)}


def data_of_form(path: Path, begun: Mapping[str, Any], shapes: StrategyShapes) -> dict[str, Any]:
    """The data of a strategy that one form states by itself. ``begun`` are those of the strategy that it is about.

    Raises InputError with every cell that is no answer.
    """
    problems: list[Problem] = []
    data = _form(path, begun, shapes, problems).data
    if problems:
        raise InputError(problems)
    return data


def _form(path: Path, begun: Mapping[str, Any], shapes: StrategyShapes, problems: list[Problem]) -> _Taken:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError.of(f"{path}: forms are read from {' and '.join(_READERS)}", "save it as one of these")
    filled: list[Filled] = []
    for one in reader(path):
        (problems if isinstance(one, Problem) else filled).append(one)  # type: ignore[arg-type]
    found = _Taken()
    names = dict(_elements(filled, shapes))
    empty = {section for (section, _), name in names.items() if name.lower() == _NONE}
    for section in empty:
        found.data = with_answer(found.data, section, [])
    for one in filled:
        try:
            if one.of:
                _take_of(one, begun, shapes, found)
            elif one.section not in empty:
                _take(one, names, shapes, found)
        except InputError as error:
            problems.extend(Problem(f"{one.place}: {told.message}", hint=told.hint) for told in error.problems)
    lists = dict.fromkeys(section for section, _ in names if section not in empty)
    closed = {one.section for one in filled if one.names[-1] == ALL and str(one.value).strip().lower() == "yes"}
    if unfinished := [label(section) for section in lists if section not in closed]:
        found.data["incomplete"] = unfinished
    return found


def _elements(filled: Iterable[Filled], shapes: StrategyShapes) -> Iterator[tuple[tuple[Names, int], str]]:
    """What each element of each list is called."""
    for one in filled:
        if one.element is not None and one.section and len(one.names) == len(one.section) + 1:
            type_ = _attribute(one.section, shapes).type
            if type_.many and type_.part is not None and one.names[-1] == key_of(type_.part):
                yield (one.section, one.element), str(one.value).strip()


def _take(one: Filled, names: Mapping[tuple[Names, int], str], shapes: StrategyShapes, found: _Taken) -> None:
    if one.names[-1] == ALL:
        return
    attribute = _attribute(one.names, shapes)
    value, _ = read_answer(_text(one.value), attribute)
    pointer: Pointer = one.names
    if one.section and _attribute(one.section, shapes).type.many:
        assert one.element is not None, "a section that is a list has elements"
        if (one.section, one.element) not in names:
            raise InputError.of("this answer belongs to nothing that has a name", "write the name in the first row")
        before = [index for section, index in names if section == one.section and index < one.element]
        pointer = (*one.section, len(before), *one.names[len(one.section) :])
    found.data = with_answer(found.data, pointer, value)
    found.places[_key(label(pointer), found.data)] = one.place


def _take_of(one: Filled, begun: Mapping[str, Any], shapes: StrategyShapes, found: _Taken) -> None:
    """Take an answer about things that the strategy has already."""
    value, _ = read_answer(_text(one.value), _attribute(one.names, shapes))
    lists = [end for end in range(1, len(one.names)) if _attribute(one.names[:end], shapes).type.many]
    if not lists:
        # One of the ways of an either/or, which is about the whole.
        _take(one, {}, shapes, found)
        return
    if len(lists) > 1:
        raise InputError.of("this question is about things inside other things", "answer it in the strategy itself")
    section, below = one.names[: lists[0]], one.names[lists[0] :]
    part = _attribute(section, shapes).type.part
    assert part is not None, "the field is one of a part"
    key = key_of(part) or ""
    for called in one.of:
        name = next((name for name in _called(begun, section, key) if _called_so(name, called)), None)
        if name is None:
            hint = "import it --into the strategy that the report is about, or write what it is called there"
            raise InputError.of(f"the strategy has no '{called}' in {label(section)}", hint)
        others = _called(found.data, section, key)
        index = others.index(name) if name in others else len(others)
        if index == len(others):
            found.data = with_answer(found.data, (*section, index, key), name)
        pointer: Pointer = (*section, index, *below)
        found.data = with_answer(found.data, pointer, value)
        found.places[_key(label(pointer), found.data)] = one.place


def _called_so(name: str, called: str) -> bool:
    """Whether a report calls something so: it cuts what is very long."""
    return name == called or (called.endswith("...") and name.startswith(called.removesuffix("...")))


def _called(data: Mapping[str, Any], section: Names, key: str) -> list[str]:
    """What the elements of a list are called."""
    value: Any = data
    for name in section:
        value = value.get(name) if isinstance(value, Mapping) else None
    return [str(one.get(key, "")) for one in value or () if isinstance(one, Mapping)]


def _text(value: object) -> str:
    """What stands in a cell, as a person would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _attribute(names: Names, shapes: StrategyShapes) -> Attribute:
    shape: Shape | None = shapes.root
    attribute: Attribute | None = None
    for name in names:
        attribute = shape.attributes.get(name) if shape else None
        if attribute is None:
            path = ".".join(names)
            raise InputError.of(
                f"the strategy has no field '{path}'", "the form is of another version; write a new one"
            )
        shape = attribute.type.part
    assert attribute is not None, "a question names a field"
    return attribute


def _key(path: str, data: Mapping[str, Any]) -> Key:
    """A path with the names of things in the place of their numbers: it is the same in all forms."""
    key: list[str] = []
    value: Any = data
    for step in read_path(path) or ():
        value = value[step] if isinstance(step, int) else (value or {}).get(step)
        key.append(str(value.get("name", step)) if isinstance(step, int) and isinstance(value, Mapping) else str(step))
    return tuple(key)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else f"'{value}'"
