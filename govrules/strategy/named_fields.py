# SPDX-License-Identifier: Apache-2.0
"""Fields that a document names elsewhere in itself: those that nobody at hand knows yet, those that passages back."""

from collections.abc import Iterable

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from govrules.source.annotations import fields_of, value_of
from govrules.source.suggest import did_you_mean
from govrules.strategy.paths import read_path


def check_named(model: type[BaseModel], named: Iterable[tuple[tuple[str | int, ...], str]]) -> None:
    """Check that paths name fields of the document; each comes after the place where it is written.

    Raises ValidationError with everything that is wrong.
    """
    problems = [
        InitErrorDetails(
            type=PydanticCustomError("named_field", "{reason}", {"reason": reason}), loc=written, input=path
        )
        for written, path in named
        if (reason := _fault(model, path))
    ]
    if problems:
        raise ValidationError.from_exception_data(model.__name__, problems)


def _fault(model: type[BaseModel], path: str) -> str | None:
    """What is wrong with a path, and after a semicolon the way out."""
    pointer = read_path(path)
    if pointer is None:
        return f"holds '{path}', which is not a path; write it as organisation.staff_in, or as channels[2].topics"
    part: type[BaseModel] | None = model
    for step in pointer:
        if isinstance(step, int):
            continue
        fields = fields_of(part) if part is not None else {}
        if step not in fields:
            hint = did_you_mean(step, fields) or "name a field of the document"
            return f"names '{path}', and the document has no such field; {hint}"
        value = value_of(fields[step])
        part = (value.elements or value).model
    return None
