# SPDX-License-Identifier: Apache-2.0
"""A document that has been read: its data, and the place of every key and value. It does not read files.

While reading, a position is an offset into the text; only when someone asks is it turned into line and column.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from govrules.source.errors import InputError, Place

Pointer = tuple[str | int, ...]

GROUPS = (dict, list)
"""What holds further values. A tuple, for the union ``dict | list`` would be made anew for each value."""

MAX_DEPTH = 64
MAX_NUMBER_LENGTH = 1_000

# The line breaks editors count. (str.splitlines would also split at form feeds and Unicode separators.)
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Limits:
    """How much a document may hold: so many bytes, so many values (what a YAML alias repeats counts each time), and so
    many of them in one list. What lies within can be checked in seconds."""

    bytes: int = 4_000_000
    nodes: int = 50_000
    items: int = 1_000


LIMITS = Limits()


class Spot:
    """Where one value stands, as offsets into the text; for a mapping or list also where its parts stand."""

    __slots__ = ("children", "end", "keys", "start")

    def __init__(self, start: int, end: int) -> None:
        """Start as a value without parts."""
        self.start = start
        self.end = end
        self.keys: dict[str, tuple[int, int]] = {}
        self.children: dict[str | int, Spot] = {}


@dataclass(frozen=True, eq=False)
class Text:
    """The text of a file, which can say the line and column of an offset; ``first_line`` is the number of its first
    line, where it is a part of the file."""

    file: str
    content: str
    limits: Limits = LIMITS
    first_line: int = 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.content))]

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return self.first_line - 1 + line, offset - self._line_starts[line - 1] + 1

    def lines(self) -> tuple[str, ...]:
        """Return the lines without their line breaks."""
        return tuple(_LINE_BREAK.split(self.content))

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place from one offset to another; without an end, of the single character."""
        # A parser may point past the last character, e.g. at a bracket that was never closed.
        last = len(self.content)
        start = min(start, last)
        end = min(start + 1 if end is None else end, last)
        return Place(self.file, *self._line_and_column(start), *self._line_and_column(end))

    def error(self, message: str, hint: str, start: int, end: int | None = None) -> InputError:
        """Return the error for one problem at the given offsets."""
        return InputError.of(message, hint, self.place(start, end))

    def duplicate_key(self, key: str, first: tuple[int, int], second: tuple[int, int]) -> InputError:
        """Return the error for a key that a mapping has twice."""
        message = f"the key {key!r} is already used at {self.place(*first)}"
        return self.error(message, "keep one of the two", *second)

    def too_deep(self, start: int) -> InputError:
        """Return the error for nesting beyond the limit."""
        return self.error(f"nested more than {MAX_DEPTH} levels deep", "make the document flatter", start)

    def too_many(self, start: int) -> InputError:
        """Return the error for more values than the limit; what a YAML alias repeats counts each time."""
        message = f"the document has more than {self.limits.nodes:,} values"
        return self.error(message, "split it, or use fewer aliases", start)

    def too_long(self, start: int) -> InputError:
        """Return the error for a list of more values than the limit."""
        message = f"the list has more than {self.limits.items:,} values; this is the first too many"
        return self.error(message, "shorten it, or split the document", start)


@dataclass(frozen=True, eq=False)
class Source:
    """A document that has been read.

    `text` is the whole file without a byte order mark, `digest` is over the raw bytes. `data` is plain data to be
    read only: where a YAML alias repeats a value, both uses share one object. The places of values are found by
    `_locate` when somebody first asks for one. `known` tells that the data were read when the package was built.
    """

    file: str
    text: str
    digest: str
    data: Any
    _text: Text
    _locate: Callable[[Text], Spot]
    known: bool = False

    @cached_property
    def _root(self) -> Spot:
        return self._locate(self._text)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text without their line breaks."""
        return self._text.lines()

    def line(self, number: int) -> str | None:
        """The line of the file that has this number, without its line break; None where the text has none of it."""
        index = number - self._text.first_line
        return self.lines[index] if index < len(self.lines) else None

    def has(self, pointer: Pointer) -> bool:
        """Tell whether the document has a value there."""
        return self._find(pointer)[1] == len(pointer)

    def spot(self, pointer: Pointer) -> Spot:
        """Where a value stands, as offsets into the text; for one that is not there, the nearest around it."""
        return self._find(pointer)[0]

    def place(self, pointer: Pointer) -> Place:
        """Return the place of the value or, if the document has none there, of the nearest value around it.

        For the use of a YAML alias that is the alias; for what is inside, the anchored text.
        """
        spot, _ = self._find(pointer)
        return self._text.place(spot.start, spot.end)

    def key_place(self, pointer: Pointer) -> Place:
        """Return the place of the mapping key that leads to the value; if there is none, what `place` returns."""
        if self.has(pointer) and pointer:
            parent, _ = self._find(pointer[:-1])
            key = pointer[-1]
            if isinstance(key, str):
                return self._text.place(*parent.keys[key])
        return self.place(pointer)

    def _find(self, pointer: Pointer) -> tuple[Spot, int]:
        """Return the spot nearest to the pointer, and how many of its steps lead there."""
        spot = self._root
        for taken, step in enumerate(pointer):
            child = spot.children.get(step)
            if child is None:
                return spot, taken
            spot = child
        return spot, len(pointer)
