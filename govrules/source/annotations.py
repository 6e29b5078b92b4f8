# SPDX-License-Identifier: Apache-2.0
"""What a field of a model may hold, told from its annotation. The one walk of annotations.

Shapes, schemas, the reference and the messages about faults all read this description; it writes none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

CodeKind = Literal["jurisdiction", "market", "sector"]
ValueKind: TypeAlias = (
    CodeKind
    | Literal["boolean", "integer", "number", "text", "day", "choice", "part", "list", "mapping", "either", "anything"]
)

_PLAIN: dict[Any, ValueKind] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "text",
    date: "day",
    Any: "anything",
}


@dataclass(frozen=True, slots=True)
class Code:
    """Marks a text in an annotation as a code of one of the taxonomies."""

    kind: CodeKind


@dataclass(frozen=True, slots=True)
class Value:
    """What a field may hold.

    ``optional`` tells that it may be left blank. ``choices`` are the values of a choice, ``model`` is that of a part,
    ``elements`` describes the elements of a list or the values of a mapping, ``keys`` the keys of a mapping,
    ``alternatives`` what it may be either of. ``marks`` is what stands beside the type, such as bounds.
    """

    kind: ValueKind
    optional: bool = False
    choices: tuple[Any, ...] = ()
    model: type[BaseModel] | None = None
    elements: "Value | None" = None
    keys: "Value | None" = None
    alternatives: tuple["Value", ...] = ()
    marks: tuple[Any, ...] = ()


def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys that documents write."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def value_of(info: FieldInfo) -> Value:
    """What a field may hold."""
    return describe(info.annotation, info.metadata)


def describe(annotation: Any, marks: Sequence[Any] = ()) -> Value:
    """What an annotation allows; ``marks`` is what stands beside it in a field."""
    if hasattr(annotation, "__metadata__"):
        return describe(annotation.__origin__, [*annotation.__metadata__, *marks])
    for mark in marks:
        if isinstance(mark, BeforeValidator) and mark.json_schema_input_type is not PydanticUndefined:
            return describe(mark.json_schema_input_type, [other for other in marks if other is not mark])
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        found = tuple(describe(part, marks) for part in arguments if part is not NoneType)
        value = found[0] if len(found) == 1 else Value("either", alternatives=found)
        return replace(value, optional=NoneType in arguments)
    return _single(annotation, origin, arguments, tuple(marks))


def _single(annotation: Any, origin: Any, arguments: tuple[Any, ...], marks: tuple[Any, ...]) -> Value:
    for mark in marks:
        if isinstance(mark, Code):
            return Value(mark.kind, marks=marks)
    if origin is Literal:
        return Value("choice", choices=arguments, marks=marks)
    if origin is tuple:
        return Value("list", elements=describe(arguments[0]), marks=marks)
    if origin in (dict, Mapping):
        return Value("mapping", keys=describe(arguments[0]), elements=describe(arguments[1]), marks=marks)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Value("part", model=annotation, marks=marks)
    return Value(_PLAIN[annotation], marks=marks)
