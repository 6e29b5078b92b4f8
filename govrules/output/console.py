# SPDX-License-Identifier: Apache-2.0
"""The console that all printed text goes to: colour on a terminal, plain when piped, never wider than reads well."""

import os
import sys
from typing import TextIO

from rich.console import Console

_READABLE = 110
_LEAST = 20  # a terminal may say that it has no columns
WIDTH_WHEN_PIPED = 100


def console(file: TextIO | None = None) -> Console:
    """A console on standard output, where ``NO_COLOR`` and ``COLUMNS`` are honoured, or on a file."""
    if file is not None:
        return Console(file=file, width=WIDTH_WHEN_PIPED, highlight=False, markup=False, emoji=False, color_system=None)
    piped = not sys.stdout.isatty()
    if piped and "COLUMNS" not in os.environ:
        return Console(width=WIDTH_WHEN_PIPED, highlight=False, markup=False, emoji=False, soft_wrap=False)
    found = Console(highlight=False, markup=False, emoji=False)
    found.width = max(_LEAST, min(found.width, _READABLE))
    return found
