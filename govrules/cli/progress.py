# SPDX-License-Identifier: Apache-2.0
"""How far a check of many strategies has come, on a terminal."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from govrules.repository.run import Thing

if TYPE_CHECKING:
    from govrules.repository.bulk.judge import Judged

_WORTH_SHOWING = 8  # fewer are checked before a bar can be read


def progress(coming: Iterable[Thing], count: int) -> Iterable[Thing]:
    """Show a bar on standard error while the results come, if that is a terminal."""
    if count < _WORTH_SHOWING or not sys.stderr.isatty():
        return coming
    from rich.console import Console
    from rich.progress import track

    return track(coming, "Checking", total=count, console=Console(stderr=True), transient=True)


def progress_of_records(coming: Iterable["Judged"], jsonl: str) -> Iterator["Judged"]:
    """Show on standard error, if that is a terminal, how many records are done, how fast, and how long the rest of the
    file will take."""
    if not sys.stderr.isatty():
        yield from coming
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    count, begun = 0, time.monotonic()
    size = os.path.getsize(jsonl) if os.path.isfile(jsonl) else None  # nobody knows how long a stream is
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Checking", total=size)
        for one in coming:
            count += 1
            rate = count / max(time.monotonic() - begun, 0.001)
            bar.update(task, completed=one.end, description=f"{count:,} checked, {rate:,.0f} a second")
            yield one
