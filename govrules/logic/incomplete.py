# SPDX-License-Identifier: Apache-2.0
"""A list of which the document states only some elements.

Holds the mark and nothing else: what a condition makes of such a list stands with the operators and quantifiers.
"""

from typing import TypeVar

T = TypeVar("T")


class IncompleteList(tuple[T, ...]):
    """The elements that are stated; there may be more, and what those are is unknown."""

    __slots__ = ()
