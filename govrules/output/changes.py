# SPDX-License-Identifier: Apache-2.0
"""What changed from one report to the next in a line each, for somebody who edits."""

from collections.abc import Iterator

from rich.text import Text

from govrules.assessment.diff import Diff, Kind
from govrules.output.presentation.escaping import safe_line

_SHOWN: tuple[tuple[Kind, str, str], ...] = (
    ("new", "+ new", "bold red"),
    ("opened", "? no longer decided", "magenta"),
    ("silenced", "? no longer stated", "magenta"),
    ("coming", "+ upcoming", "blue"),
    ("accepted", "= waived", "yellow"),
    ("cured", "- cured", "green"),
)


def changes(found: Diff) -> Iterator[Text]:
    """A line for each finding that came, went or was waived, and for each question that was settled or opened."""
    for kind, mark, style in _SHOWN:
        for moved in found.of(kind):
            where = f" ({moved.location.file}:{moved.location.line})" if moved.location and kind != "cured" else ""
            text = f"{moved.subject}: {moved.title}" if kind == "cured" else moved.message
            yield Text(safe_line(f"  {mark}, {moved.severity}: {text} [{moved.rule}]{where}"), style=style)
    for question in found.questions:
        opened = question.kind == "opened"
        asked = f" ({', '.join(question.asked_of)})" if question.asked_of else ""
        mark = "? asked" if opened else "- no longer asked" if question.kind == "no-longer-asked" else "- answered"
        text = safe_line(f"  {mark}: {question.text}{asked} [{question.field}]")
        yield Text(text, style="magenta" if opened else "green")
