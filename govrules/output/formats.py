# SPDX-License-Identifier: Apache-2.0
"""The formats in which a whole report is written. A new one is a module with ``render``, and one line here."""

from collections.abc import Sequence
from importlib import import_module
from typing import Literal, get_args

from govrules.assessment.report import Report

FormatName = Literal[
    "text",
    "json",
    "markdown",
    "xlsx",
    "oscal",
    "html",
    "pdf",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "azure",
    "tap",
    "jsonl",
]
TEXT: FormatName = "text"
"""What is printed for people, and no format of this table."""
# Imported only when asked for: some rest on libraries that not everybody installs.
_MODULES: dict[FormatName, str] = {
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
ALL_FORMATS: tuple[FormatName, ...] = get_args(FormatName)
BINARY: tuple[FormatName, ...] = ("xlsx", "pdf")
"""Formats that no terminal shows."""


def render(format_: FormatName, reports: Sequence[Report], *, waived: bool = False) -> str | bytes:
    """Write reports in one of :data:`FORMATS`; the same reports give the same bytes.

    ``waived`` writes waived findings to SARIF as suppressed results; all other formats show them or not by themselves.
    Raises :class:`~govrules.source.errors.InputError` where the format needs a library that is not installed.
    """
    options = {"waived": waived} if format_ == "sarif" else {}
    written: str | bytes = import_module(_MODULES[format_]).render(reports, **options)
    return written


assert set(ALL_FORMATS) == {TEXT, *_MODULES}
