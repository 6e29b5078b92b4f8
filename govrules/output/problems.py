# SPDX-License-Identifier: Apache-2.0
"""Problems of rulesets for people: code, message, place, the line itself, and the way out."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from govrules.output.frame import frame
from govrules.output.presentation.escaping import safe_line
from govrules.source.document import Source
from govrules.source.errors import Problem


def print_problems(problems: Sequence[Problem], sources: Mapping[str, Source], console: Console) -> None:
    """Print problems in the order given. ``sources`` holds the documents by file, for the code frames."""
    for problem in problems:
        code = problem.kind.code if problem.kind else ""
        head = Text.assemble(
            (f"{problem.place}: " if problem.place else ""), (f"{code} ", "bold red"), safe_line(problem.message)
        )
        console.print(head, soft_wrap=True)
        source = sources.get(problem.place.file) if problem.place else None
        place = problem.place
        line = source.line(place.line) if place and source else None
        if place and line is not None:
            end = place.end_column if place.end_line == place.line else len(line) + 1
            for framed in frame(place.line, line, place.column, end, console.width):
                console.print(framed, soft_wrap=True)
        if problem.hint:
            console.print(Text(f"    {safe_line(problem.hint)}", style="green"), soft_wrap=True)


def problems_as_data(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """Problems as plain data, for JSON."""
    return [
        {
            "code": problem.kind.code if problem.kind else None,
            "kind": problem.kind,
            "message": problem.message,
            "hint": problem.hint,
            "file": problem.place.file if problem.place else None,
            "line": problem.place.line if problem.place else None,
            "column": problem.place.column if problem.place else None,
            "end_line": problem.place.end_line if problem.place else None,
            "end_column": problem.place.end_column if problem.place else None,
        }
        for problem in problems
    ]
