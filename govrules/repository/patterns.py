# SPDX-License-Identifier: Apache-2.0
"""Patterns as in .gitignore: whether a text is one, and what a list of them matches. The library pathspec does it."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from govrules.ruleset.model import Text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def patterns(lines: Iterable[str]) -> "GitIgnoreSpec":
    """Patterns that are known to be some, to be matched; the last one that matches a path decides."""
    from pathspec import GitIgnoreSpec  # most checks name a file, and have none

    return GitIgnoreSpec.from_lines(list(lines))


def is_pattern(line: str) -> bool:
    """Tell whether a line can be matched."""
    try:
        patterns([line])
    except (ValueError, re.error):
        return False
    return True


def _checked(line: object) -> object:
    if isinstance(line, str) and not is_pattern(line):
        raise PydanticCustomError("pattern", "is not a pattern as in .gitignore; correct it, or take it out")
    return line


PatternText = Annotated[Text, BeforeValidator(_checked)]
"""A pattern that a configuration states."""
