# SPDX-License-Identifier: Apache-2.0
"""What changed from one report to the next in a line each, for somebody who edits."""

from collections.abc import Iterator

from rich.text import Text

from govrules.assessment.diff import Diff, FindingChangeKind
from govrules.output.presentation.escaping import safe_line
from govrules.output.presentation.evidence import where as place

_SHOWN: tuple[tuple[FindingChangeKind, str, str], ...] = (
    ("new", "+ new", "bold yellow"),
    ("opened", "? no longer decided", "magenta"),
    ("silenced", "? no longer stated", "magenta"),
    ("coming", "+ upcoming", "blue"),
    ("accepted", "= waived", "yellow"),
    ("cured", "- cured", "green"),
)


def changes(found: Diff) -> Iterator[Text]:
    """A line for each finding that came, went or was waived, and for each question that was settled or opened."""
    for kind, mark, style in _SHOWN:
        for change in found.of(kind):
            where = f" ({place(change.location)})" if change.location and kind != "cured" else ""
            text = f"{change.subject}: {change.title}" if kind == "cured" else change.message
            yield Text(safe_line(f"  {mark}, {change.severity}: {text} [{change.rule}]{where}"), style=style)
    for question in found.questions:
        opened = question.kind == "opened"
        asked = f" ({', '.join(question.asked_of)})" if question.asked_of else ""
        mark = "? asked" if opened else "- no longer asked" if question.kind == "no-longer-asked" else "- answered"
        text = safe_line(f"  {mark}: {question.text}{asked} [{question.field}]")
        yield Text(text, style="magenta" if opened else "green")
