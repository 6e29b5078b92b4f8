# SPDX-License-Identifier: Apache-2.0
"""How far a check of many strategies has come, on a terminal."""

import sys
from collections.abc import Iterable

from govrules.repository.run import Checked

_WORTH_SHOWING = 8  # fewer are checked before a bar can be read


def progress(coming: Iterable[Checked | None], count: int) -> Iterable[Checked | None]:
    """Show a bar on standard error while the results come, if that is a terminal."""
    if count < _WORTH_SHOWING or not sys.stderr.isatty():
        return coming
    from rich.console import Console
    from rich.progress import track

    return track(coming, "Checking", total=count, console=Console(stderr=True), transient=True)
