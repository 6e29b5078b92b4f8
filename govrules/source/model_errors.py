# SPDX-License-Identifier: Apache-2.0
"""What pydantic finds wrong with a document, with its place and the way out. It validates nothing itself."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from govrules.source.annotations import Value, fields_of, value_of
from govrules.source.document import Pointer, Source
from govrules.source.errors import MOST_FAULTS, InputError, Place, Problem, cut, further_faults
from govrules.source.suggest import did_you_mean

WayOut = Callable[[str, Sequence[str]], str | None]
ModelT = TypeVar("ModelT", bound=BaseModel)

_KEY = "[key]"  # what pydantic adds to the place of a key that is wrong itself
_WANTED = {
    "bool_type": ("takes true or false", "write true or false"),
    "string_type": ("takes text", "put it in quotes"),
    "string_too_short": ("takes text with something in it", "write it out"),
    "too_short": ("takes a list with something in it", "write at least one value"),
    "string_pattern_mismatch": (
        "takes small letters and digits, joined by hyphens",
        "write for example us-prior-approval; a ruleset's name also has a slash: finance/us",
    ),
    "int_type": ("takes a whole number", "write it without quotes or a fraction"),
    "int_from_float": ("takes a whole number", "write it without a fraction"),
    "float_type": ("takes a number", "write it without quotes or a unit"),
    "tuple_type": ("takes a list", "write it as [value] or with dashes"),
    "list_type": ("takes a list", "write it as [value] or with dashes"),
    "dict_type": ("takes a group of fields", "write its fields on lines of their own, indented"),
    "model_type": ("takes a group of fields", "write its fields on lines of their own, indented"),
}


TERSE = "terse"
"""The key of the context of a validation that asks for messages without suggestions, which take long to find."""


def validate(model: type[ModelT], source: Source) -> ModelT:
    """Make a model of a document; raise InputError with every problem and its place."""
    try:
        return validated(model, source.data)
    except ValidationError as error:
        raise InputError(problems_of(error, model, source)) from None


def validated(model: type[ModelT], data: Any, context: Mapping[str, Any] | None = None) -> ModelT:
    """Make a model of data. Raises pydantic's ValidationError, with suggestions unless there is a great deal wrong."""
    known = dict(context or {})
    try:
        return model.model_validate(data, context={**known, TERSE: True})
    except ValidationError as error:
        if error.error_count() > MOST_FAULTS:
            raise
    return model.model_validate(data, context=known)


def problems_of(
    error: ValidationError,
    model: type[BaseModel],
    source: Source,
    at: Pointer = (),
    way_out: WayOut = lambda key, known: None,
) -> list[Problem]:
    """All problems of a validation, in the order of the document; of very many, the first ones and their number.

    ``at`` is where the data of the model begin in it; ``way_out`` is asked first where there is a key that the model
    does not have; it is told the key and those that there are.
    """
    errors = [details for details in error.errors(include_url=False) if not _is_long_enough(details)]
    placed = [(_place_of(details, source, at), details) for details in errors]
    placed.sort(key=lambda one: (one[0].line, one[0].column))
    told = [_problem_of(details, place, model, way_out) for place, details in placed[: MOST_FAULTS + 1]]
    more = len(placed) - MOST_FAULTS
    return [*told[:MOST_FAULTS], further_faults(more, told[MOST_FAULTS])] if more > 0 else told


def _is_long_enough(details: ErrorDetails) -> bool:
    """Tell whether pydantic calls a list too short only because its elements are wrong, which is said of these."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _pointer_of(details: ErrorDetails) -> Pointer:
    return tuple(step for step in details["loc"] if not (isinstance(step, str) and step.startswith("function-")))


def _place_of(details: ErrorDetails, source: Source, at: Pointer) -> Place:
    pointer = _pointer_of(details)
    if details["type"] == "extra_forbidden":
        return source.key_place((*at, *pointer))
    if details["type"] == "literal_error" and pointer[-1] == _KEY:
        return source.key_place((*at, *pointer[:-1]))
    return source.place((*at, *pointer))


def _problem_of(details: ErrorDetails, place: Place, model: type[BaseModel], way_out: WayOut) -> Problem:
    pointer = _pointer_of(details)
    name = cut(label(pointer))
    kind, context = details["type"], details.get("ctx", {})
    if kind == "extra_forbidden":
        where = f"'{cut(label(pointer[:-1]))}'" if len(pointer) > 1 else "the document"
        known = _known_fields(model, pointer[:-1])
        unknown = str(pointer[-1])
        hint = (
            way_out(unknown, known) or did_you_mean(unknown, known) or (f"known: {', '.join(known)}" if known else None)
        )
        return Problem(f"{where} has no field '{cut(unknown)}'", place, hint)
    if kind == "literal_error" and pointer[-1] == _KEY:
        *group, key = pointer[:-1]
        mapping = _value_at(model, tuple(group))
        hint = _offered(str(key), _choices(mapping.keys if mapping else None))
        return Problem(f"'{label(tuple(group))}' cannot have '{cut(str(key))}'", place, hint)
    if kind == "missing":
        return Problem(f"'{name}' is missing", place, f"add a line `{pointer[-1]}: ...`")
    if kind == "literal_error":
        hint = _offered(str(details["input"]), _choices(_value_at(model, pointer)))
        return Problem(f"'{name}' cannot be {_shown(details['input'])}", place, hint)
    if kind in _WANTED:
        wanted, hint = _WANTED[kind]
        return Problem(f"'{name}' {wanted}, and {_shown(details['input'])} is not that", place, hint)
    message = details["msg"]
    if kind.startswith(("greater_than", "less_than")):
        bound = next(iter(context.values()))
        message = f"must be {'at least' if kind.startswith('greater') else 'at most'} {bound:g}"
    message, _, hint = message.partition("; ")
    return Problem(f"'{name}' {message}", place, hint or None)


def _offered(word: str, choices: list[str]) -> str:
    hint, listed = did_you_mean(word, choices), f"choose from: {', '.join(choices)}"
    return f"{hint} {listed}" if hint else listed


def label(pointer: Pointer) -> str:
    """Write a pointer as people do: ``channels[2].archive.years``, counting from 1."""
    text = ""
    for step in pointer:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _shown(value: object) -> str:
    if isinstance(value, (dict, list)):
        return "a group of fields" if isinstance(value, dict) else "a list"
    if value is None:
        return "nothing"
    text = repr(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _value_at(model: type[BaseModel], pointer: Pointer) -> Value | None:
    """What may stand at a place of a document, by its model; None where the model does not tell."""
    value: Value | None = Value("part", model=model)
    for step in pointer:
        if value is None:
            return None
        if value.model is not None:
            info = fields_of(value.model).get(str(step))
            value = value_of(info) if info else None
        else:
            value = value.elements
    return value


def _known_fields(model: type[BaseModel], pointer: Pointer) -> list[str]:
    value = _value_at(model, pointer)
    return list(fields_of(value.model)) if value and value.model else []


def _choices(value: Value | None) -> list[str]:
    return [str(choice) for choice in value.choices] if value else []
