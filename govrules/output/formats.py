# SPDX-License-Identifier: Apache-2.0
"""The formats in which a whole report is written. A new one is a module with ``render``, and one line here."""

from collections.abc import Sequence
from importlib import import_module

from govrules.assessment.report import Report

# Imported only when asked for: some rest on libraries that not everybody installs.
_MODULES = {
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
}
FORMATS = tuple(_MODULES)
BINARY = ("xlsx", "pdf")
"""Formats that no terminal shows."""


def render(format_: str, reports: Sequence[Report]) -> str | bytes:
    """Write reports in one of :data:`FORMATS`; the same reports give the same bytes.

    Raises :class:`~govrules.source.errors.InputError` where the format needs a library that is not installed.
    """
    written: str | bytes = import_module(_MODULES[format_]).render(reports)
    return written
