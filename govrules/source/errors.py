# SPDX-License-Identifier: Apache-2.0
"""What is wrong with an input and where. It does not decide what is wrong, nor how it is shown on a screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from govrules.source.faults import FaultKind


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. Lines and columns count from 1; the end is the first position after it."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Return `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; the hint is the way out. Without a place the message itself names the file.

    ``kind`` is stated for the faults of a ruleset.
    """

    message: str
    place: Place | None = None
    hint: str | None = None
    kind: FaultKind | None = None

    def __str__(self) -> str:
        """Return one line: place, message and hint."""
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{hint}"


MOST_FAULTS = 100
"""So many faults of one document are told; nobody reads on, and each costs time."""


_LONGEST = 200  # characters of a name or value in a message


def cut(text: str) -> str:
    """A text as a message shows it: of a long one, the beginning."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def first_faults(problems: Iterable[Problem]) -> list[Problem]:
    """The first hundred of many faults, and how many more there are."""
    found = list(problems)
    told, more = found[:MOST_FAULTS], len(found) - MOST_FAULTS
    return [*told, further_faults(more, found[MOST_FAULTS])] if more > 0 else told


def further_faults(count: int, first: Problem) -> Problem:
    """That there are further faults, which are not told; ``first`` is the first of them."""
    message = f"{count:,} more fault{'s' if count > 1 else ''} from here on"
    return Problem(message, first.place, "correct those above first", first.kind)


class InputError(Exception):
    """The input cannot be used, for the reasons in `problems`."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Take all that is wrong, in the order in which it is shown."""
        super().__init__(problems)
        self.problems = tuple(problems)

    @classmethod
    def of(cls, message: str, hint: str | None = None, place: Place | None = None) -> Self:
        """The error for one problem: what is wrong, the way out, and where."""
        return cls([Problem(message, place, hint)])

    def __str__(self) -> str:
        """Return one line per problem."""
        return "\n".join(str(problem) for problem in self.problems)
