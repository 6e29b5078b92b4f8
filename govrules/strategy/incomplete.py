# SPDX-License-Identifier: Apache-2.0
"""Lists that a document says are not complete yet: from the paths under ``incomplete`` to lists that carry the mark.

What an incomplete list means for a condition is settled in :mod:`govrules.logic`.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from govrules.logic.incomplete import IncompleteList
from govrules.source.annotations import fields_of
from govrules.source.document import Pointer
from govrules.source.suggest import did_you_mean
from govrules.strategy.paths import read_path


class _Refused(ValueError):
    """What is wrong with a path and, after a semicolon, the way out."""


def mark_incomplete(document: BaseModel, paths: Iterable[str]) -> dict[str, Any]:
    """The fields of the document that hold a list which these paths name, with that list marked.

    Paths are written as reports write them and count from 1: ``channels``, ``channels[2].topics``. Raises
    ValidationError with everything that is wrong with them.
    """
    changed = document
    problems: list[InitErrorDetails] = []
    seen: set[str] = set()
    for index, path in enumerate(paths):
        try:
            if path in seen:
                raise _Refused(f"names '{path}' a second time; remove one of the two")
            pointer = read_path(path)
            if pointer is None:
                raise _Refused(f"holds '{path}', which is not a path; write it as channels, or as channels[2].topics")
            changed = _marked(changed, pointer, "")
            seen.add(path)
        except _Refused as refused:
            problem = PydanticCustomError("incomplete", "{reason}", {"reason": str(refused)})
            problems.append(InitErrorDetails(type=problem, loc=("incomplete", index), input=path))
    if problems:
        raise ValidationError.from_exception_data(type(document).__name__, problems)
    return {name: getattr(changed, name) for name in {path.split(".")[0].split("[")[0] for path in seen}}


def _marked(value: Any, steps: Pointer, at: str) -> Any:
    """A copy of the value in which the list at the end of the steps is marked; ``at`` is the path of the value."""
    if value is None:
        raise _Refused(f"names '{at}', which is not stated; state what is known of it, or remove this path")
    if not steps:
        if not isinstance(value, tuple):
            raise _Refused(f"names '{at}', which is not a list; name the list that is not complete")
        return IncompleteList(value)
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if not isinstance(value, tuple):
            raise _Refused(f"names '{at}[{step + 1}]', but '{at}' is not a list; write {at} without a number")
        if step >= len(value):
            raise _Refused(f"names '{at}[{step + 1}]', but '{at}' ends at {len(value)}; count its elements from 1")
        element = _marked(value[step], rest, f"{at}[{step + 1}]")
        return type(value)((*value[:step], element, *value[step + 1 :]))
    if isinstance(value, tuple):
        raise _Refused(f"names '{step}' of the whole list '{at}'; write which element it is of: {at}[1].{step}")
    fields = fields_of(type(value)) if isinstance(value, BaseModel) else {}
    if step not in fields:
        hint = did_you_mean(step, fields) or (f"known: {', '.join(fields)}" if at and fields else None)
        where = f"'{at}'" if at else "the document"
        raise _Refused(f"names '{step}', and {where} has no such field; {hint or 'name a list of the document'}")
    changed = _marked(getattr(value, step), rest, f"{at}.{step}" if at else step)
    return value.model_copy(update={step: changed})
