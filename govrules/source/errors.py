# SPDX-License-Identifier: Apache-2.0
"""What is wrong with an input and where. It does not decide what is wrong, nor how it is shown on a screen."""

from dataclasses import dataclass


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

    ``kind`` names the kind of fault, where kinds are told apart.
    """

    message: str
    place: Place | None = None
    hint: str | None = None
    kind: str | None = None

    def __str__(self) -> str:
        """Return one line: place, message and hint."""
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{hint}"


class InputError(Exception):
    """The input cannot be used, for the reasons in `problems`."""

    def __init__(self, problem: Problem, *more: Problem) -> None:
        """Take one or more problems."""
        super().__init__(problem, *more)
        self.problems: tuple[Problem, ...] = (problem, *more)

    def __str__(self) -> str:
        """Return one line per problem."""
        return "\n".join(str(problem) for problem in self.problems)
