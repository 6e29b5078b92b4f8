# SPDX-License-Identifier: Apache-2.0
"""Where the cursor is in a YAML document, also while it cannot be read because somebody is typing.

Lines and columns count from 0 here, as in the protocol.
"""

import re
from dataclasses import dataclass

_LINE = re.compile(r"(?P<indent>\s*)(?P<dashes>(?:-\s+)*)(?:(?P<key>[^\s:#\"'{\[][^:#]*?)\s*:(?=\s|$))?")
_WORD = re.compile(r"[\w$][\w.$*/-]*")


@dataclass(frozen=True)
class Cursor:
    """Where the cursor is: the keys on the way to its line, the word under it, and whether a value is typed there.

    ``keys`` holds the key of the line itself where a value is typed; a step of a list is the number of the element.
    """

    keys: tuple[str | int, ...]
    word: str
    in_value: bool


def cursor(lines: list[str], line: int, column: int) -> Cursor:
    """The cursor at a line and column."""
    text = lines[line] if line < len(lines) else ""
    found = _LINE.match(text)
    assert found is not None, "every line has some indentation"
    in_value = found["key"] is not None and column > found.end("key")
    keys = _above(lines, line, _depth(text, column))
    if found["key"] is not None and in_value:
        keys = (*keys, found["key"].strip())
    return Cursor(keys, _word(text, column), in_value)


def _depth(text: str, column: int) -> int:
    """How far a line is indented, dashes counted in; an empty line as far as the cursor."""
    found = _LINE.match(text)
    assert found is not None, "every line has some indentation"
    return found.end("dashes") if text.strip() else column


def _above(lines: list[str], line: int, depth: int) -> tuple[str | int, ...]:
    """The keys and numbers that lead to a line which is indented so far."""
    keys: list[str | int] = []
    number: int | None = None
    own = _LINE.match(lines[line]) if line < len(lines) else None
    if own is not None and own["dashes"]:
        number, depth = 0, len(own["indent"])
    for above in range(line - 1, -1, -1):
        text = lines[above]
        found = _LINE.match(text)
        if found is None or not text.strip() or text.lstrip().startswith("#"):
            continue
        indent, inner = len(found["indent"]), found.end("dashes")
        if found["dashes"] and (indent == depth if number is not None else inner <= depth and indent < depth):
            # Another element of the list, or the one that holds the line.
            number = 0 if number is None else number + 1
            if found["key"] and inner < depth and indent < depth and number == 0:
                keys.insert(0, found["key"].strip())
            depth = indent
        elif found["key"] and not found["dashes"] and indent <= (depth if number is not None else depth - 1):
            if number is not None:
                keys.insert(0, number)
                number = None
            keys.insert(0, found["key"].strip())
            depth = indent
        if depth == 0 and number is None:
            break
    return tuple(keys)


def _word(text: str, column: int) -> str:
    return next((found[0] for found in _WORD.finditer(text) if found.start() <= column <= found.end()), "")
