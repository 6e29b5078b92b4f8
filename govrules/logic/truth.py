# SPDX-License-Identifier: Apache-2.0
"""Kleene's strong three-valued logic: ``True``, ``False``, and ``None`` for unknown."""

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = bool | None


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if one is false, else unknown if one is unknown, else true (also over nothing)."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """True if one is true, else unknown if one is unknown, else false (also over nothing)."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def not_(truth: Truth) -> Truth:
    """The opposite; the opposite of unknown is unknown."""
    return None if truth is None else not truth
