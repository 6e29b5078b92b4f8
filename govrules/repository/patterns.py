# SPDX-License-Identifier: Apache-2.0
"""Patterns as in .gitignore: whether a text is one, and what a list of them matches. The library pathspec does it.

Strangers write patterns and the names that they are held against: what they take grows with the length of both.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from govrules.ruleset.model import Text

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


# As pathspec writes it: a star, and what stands before the next star in the same part of a path.
_STAR_BEFORE_A_STAR = re.compile(r"\[\^/\]\*((?:\\.|\[(?:\\.|[^\]\\])+\]|[^/\\\[(])*?)(?=\[\^/\]\*)")
# Each tries every place in a path for each place of the one before.
_MOST_DOUBLE_STARS = 2


def patterns(lines: Iterable[str]) -> "GitIgnoreSpec":
    """Patterns that are known to be some, to be matched; the last one that matches a path decides."""
    from pathspec import GitIgnoreSpec  # most checks name a file, and have none
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    class Pattern(GitIgnoreSpecPattern):
        @classmethod
        def pattern_to_regex(cls, pattern: Any) -> tuple[Any, bool | None]:
            regex, include = super().pattern_to_regex(pattern)
            # The first place that fits leaves most to the next star: no other one has to be tried.
            return regex and _STAR_BEFORE_A_STAR.sub(r"(?>[^/]*?\1)", regex), include

    return GitIgnoreSpec.from_lines(list(lines), Pattern)


def is_pattern(line: str) -> bool:
    """Tell whether a line can be matched, and in a time that is bounded."""
    if line.count("**") > _MOST_DOUBLE_STARS:
        return False
    try:
        patterns([line])
    except (ValueError, re.error):
        return False
    return True


def _checked(line: object) -> object:
    if isinstance(line, str) and not is_pattern(line):
        if line.count("**") > _MOST_DOUBLE_STARS:
            raise PydanticCustomError("pattern", "has more than two `**`; write it as several patterns")
        raise PydanticCustomError("pattern", "is not a pattern as in .gitignore; correct it, or take it out")
    return line


PatternText = Annotated[Text, BeforeValidator(_checked)]
"""A pattern that a configuration states."""
