# SPDX-License-Identifier: Apache-2.0
"""A list of which the document states only some elements.

Holds the mark and how it is found; what a condition makes of such a list stands with the operators and quantifiers.
"""

from typing import Any, TypeGuard, TypeVar

T = TypeVar("T")


class IncompleteList(tuple[T, ...]):
    """The elements that are stated; there may be more, and what those are is unknown."""

    __slots__ = ()


def complete(elements: tuple[T, ...] | None) -> TypeGuard[tuple[T, ...]]:
    """Tell whether a list is stated with all of its elements."""
    return elements is not None and not isinstance(elements, IncompleteList)


def holds_incomplete(value: Any) -> bool:
    """Tell whether a value of a document is an incomplete list, or has one anywhere in it."""
    if isinstance(value, tuple):
        return isinstance(value, IncompleteList) or any(map(holds_incomplete, value))
    return any(map(holds_incomplete, vars(value).values())) if hasattr(value, "__dict__") else False
