# SPDX-License-Identifier: Apache-2.0
"""Code frames: a line of a file with a mark under what is meant."""

from rich.cells import cell_len
from rich.text import Text

from govrules.output.presentation.escaping import safe


def frame(number: int, line: str, start: int, end: int, width: int) -> list[Text]:
    """The line and the mark under columns ``start`` to ``end`` (from 1, end exclusive), cut to the width."""
    margin = str(number)
    room = max(20, width - 11 - len(margin))
    text, column = line.expandtabs(1), start - 1
    first = max(0, min(column - 4, len(text) - room))
    # Counted in cells of the terminal: an escape takes several, and so does a Chinese character.
    before = cell_len(safe(text[first:column]))
    mark = " " * before + "^" * max(1, cell_len(safe(text[column : end - 1])))
    framed = [
        Text(f"        {margin} | {safe(text[first : first + room])}", style="dim"),
        Text(f"        {' ' * len(margin)} | {mark}", style="yellow"),
    ]
    for one in framed:
        one.truncate(width, overflow="crop")
    return framed
