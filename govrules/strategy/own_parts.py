# SPDX-License-Identifier: Apache-2.0
"""Parts that rulesets add to the document: from their definitions to a model of the document that has them.

A part is a group of fields whose key begins with ``x-``, so that it can never be mistaken for one of the model's own.
Where definitions are written, and what is wrong with them, is for rulesets to say.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, Strict, create_model

from govrules.source.annotations import value_of
from govrules.strategy.base import Day, Part, ask
from govrules.strategy.document import Strategy

FieldKind = Literal["text", "number", "yes/no", "day", "choice", "list"]
FIELD_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of a part: the question that it answers, and what it may hold.

    ``choices`` are those of a choice, or of the elements of a list; the elements of a list without choices are texts.
    """

    name: str
    kind: FieldKind
    question: str
    unit: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A part, and the subject that it is added to: ``strategy``, or each element of a list such as ``channels``."""

    name: str
    subject: str
    question: str
    fields: tuple[OwnField, ...]


@lru_cache
def with_own_parts(parts: tuple[OwnPart, ...]) -> type[Strategy]:
    """The model of a document that has these parts; every subject must be one."""
    placed: dict[Names, list[OwnPart]] = {}
    for part in parts:
        placed.setdefault(() if part.subject == "strategy" else tuple(part.subject.split(".")), []).append(part)
    return _extended(Strategy, placed) if placed else Strategy


def _extended(model: type[Any], placed: Mapping[Names, Sequence[OwnPart]]) -> type[Any]:
    """A model with the parts that are placed in it; their places are seen from the model."""
    fields: dict[str, Any] = {part.name: (_model(part) | None, ask(part.question)) for part in placed.get((), ())}
    for name in dict.fromkeys(names[0] for names in placed if names):
        info = model.model_fields[name]
        value = value_of(info)
        inner = value.elements or value
        assert inner.model is not None, "the way to a subject leads through parts"
        below: Any = _extended(
            inner.model, {names[1:]: found for names, found in placed.items() if names[:1] == (name,)}
        )
        annotation: Any = Annotated[tuple[below, ...], Strict(False)] if value.elements else below
        fields[name] = (annotation | None if value.optional else annotation, copy(info))
    return create_model(model.__name__, __base__=model, __doc__=model.__doc__, **fields)


def _model(part: OwnPart) -> type[BaseModel]:
    fields: dict[str, Any] = {
        field.name: (_annotation(field) | None, ask(field.question, unit=field.unit)) for field in part.fields
    }
    return create_model(f"{part.name}.{part.subject}", __base__=Part, __doc__=part.question, **fields)


def _annotation(field: OwnField) -> Any:
    choice: Any = Literal[field.choices] if field.choices else str
    match field.kind:
        case "text":
            return str
        case "number":
            return float
        case "yes/no":
            return bool
        case "day":
            return Day
        case "choice":
            return choice
        case "list":
            return Annotated[tuple[choice, ...], Strict(False)]
