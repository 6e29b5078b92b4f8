# SPDX-License-Identifier: Apache-2.0
"""Fields of which a document says that nobody at hand knows them yet: an interview does not ask for them again."""

from collections.abc import Iterable

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from govrules.source.annotations import fields_of, value_of
from govrules.source.suggest import did_you_mean
from govrules.strategy.paths import read_path


def check_not_known(model: type[BaseModel], paths: Iterable[str]) -> None:
    """Check that each path names a field of the document. Raises ValidationError with everything that is wrong."""
    problems = [
        InitErrorDetails(
            type=PydanticCustomError("not_known", "{reason}", {"reason": reason}),
            loc=("not_known", index),
            input=path,
        )
        for index, path in enumerate(paths)
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
