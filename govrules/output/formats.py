# SPDX-License-Identifier: Apache-2.0
"""The formats in which reports are written. A new one is a module with a ``FORMAT``, and one line here."""

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from govrules.output.format import Format

# Imported only when asked for: most runs write one of them.
MODULES: dict[str, str] = {
    "text": "govrules.output.text",
    "json": "govrules.output.json_format",
    "markdown": "govrules.output.markdown",
    "xlsx": "govrules.output.xlsx",
    "oscal": "govrules.output.oscal",
    "html": "govrules.output.html",
    "pdf": "govrules.output.pdf",
    "sarif": "govrules.output.sarif",
    "junit": "govrules.output.junit",
    "github": "govrules.output.github",
    "gitlab": "govrules.output.gitlab",
    "azure": "govrules.output.azure",
    "tap": "govrules.output.tap",
    "jsonl": "govrules.output.jsonl",
    "verdicts": "govrules.output.verdicts",
}
"""The module of each format by its name."""
TEXT = "text"
"""The format that is printed where nobody names one."""
ROWS = "verdicts"
"""The format of which a strategy gives one row."""


def format_named(name: str) -> Format:
    """The format of a name of :data:`MODULES`."""
    found: Format = import_module(MODULES[name]).FORMAT
    assert found.name == name, "a format is registered under its own name"
    return found


if TYPE_CHECKING:
    FormatName = str
else:
    FormatName = Literal[tuple(MODULES)]
"""The name of a format; a model that has it takes no other."""
