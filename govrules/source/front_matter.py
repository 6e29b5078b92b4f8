# SPDX-License-Identifier: Apache-2.0
"""Reads the YAML front matter of a Markdown file. It does not read the Markdown below it."""

import re
from typing import Any

from govrules.source import yaml12
from govrules.source.document import Spot, Text

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")


def parse(text: Text) -> tuple[Any, Spot]:
    """Return the data of the front matter and where it stands in the file."""
    opening = _OPENING.match(text.content)
    if not opening:
        hint = "begin the file with a line '---', then YAML, then another line '---'"
        raise text.error("the Markdown file has no YAML front matter", hint, 0)
    closing = _CLOSING.search(text.content, opening.end())
    if not closing:
        raise text.error("the front matter is never closed", "end it with a line '---'", 0, 3)
    # The opening '---' is valid YAML, so it stays in and every position is that in the file.
    return yaml12.parse(Text(text.file, text.content[: closing.start()]))


def looks_like(content: str) -> bool:
    """Tell whether text of unknown format is Markdown: front matter and something below it."""
    opening = _OPENING.match(content)
    closing = _CLOSING.search(content, opening.end()) if opening else None
    return closing is not None and bool(content[closing.end() :].strip())
