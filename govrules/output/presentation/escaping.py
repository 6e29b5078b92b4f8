# SPDX-License-Identifier: Apache-2.0
"""Text from documents made harmless, for every output but Markdown, which has a module of its own.

Control and direction-changing characters, on which a terminal would act, and the marks by which CI services know a
command in a log (``::error::``, ``##vso[``) become visible escapes. Whatever else a format would act upon (markup, a
command's own marks, a formula) is escaped by its function here, which does that as well.
"""

import re
from collections.abc import Callable, Mapping
from html import escape

# C0 and C1 controls (but tab and line feed), line and paragraph separators, and the bidirectional controls with which
# a text can be shown in another order than it is stored; and what is no character, which neither XML nor YAML can hold.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# Anywhere, not only at the start of a line: a long text is broken where the width says.
_CI_COMMAND = re.compile(r":(?=:)|#(?=#(?:\[|vso\[))", re.IGNORECASE)


def safe(text: str) -> str:
    """Replace each character that a terminal or CI service would act upon by its escape, such as ``\\x1b``."""
    text = _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    return _without_commands(text, lambda found: f"\\x{ord(found[0]):02x}")


def safe_line(text: str) -> str:
    """As :func:`safe`, for what must stay on one line."""
    return safe(text).replace("\n", "\\n")


def one_line(text: str) -> str:
    """As :func:`safe`, with every run of blanks and line breaks as one blank."""
    return safe(" ".join(text.split()))


def html(text: str) -> str:
    """A text in an HTML page, between tags or as the value of an attribute in double quotes."""
    return escape(safe(text))


def ci_command(text: str, escapes: Mapping[str, str]) -> str:
    """A text in a command of a CI service's log, by the escapes of the service; each is of one character."""
    return "".join(escapes.get(character, character) for character in safe(text))


def opens_formula(text: str) -> bool:
    """Whether a spreadsheet takes a text for a formula when somebody edits its cell, or opens it as CSV."""
    return text[:1] in ("=", "+", "-", "@", "\t", "\r")


def safe_json(text: str) -> str:
    """Escape in JSON, by its own escapes, what a terminal or CI service would act upon; the values stay the same."""
    text = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return _without_commands(text, lambda found: f"\\u{ord(found[0]):04x}")


def _without_commands(text: str, escape: Callable[[re.Match[str]], str]) -> str:
    # To look for the two marks first takes a tenth of the time, and few texts have one.
    return _CI_COMMAND.sub(escape, text) if "::" in text or "##" in text else text
