# SPDX-License-Identifier: Apache-2.0
"""``govrules check --format verdicts``: a row for each file, however many there are."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from govrules.cli.progress import progress
from govrules.cli.writing import written_whole
from govrules.output.verdicts import VerdictRow, verdict_row
from govrules.repository.check import check_each
from govrules.repository.run import WeighedFile
from govrules.repository.settings import Settings


def write_rows(
    named: Sequence[str], settings: Settings, output: Path | None, *, as_of: date, as_found: bool
) -> tuple[bool, tuple[str, ...]]:
    """Check strategies and write their rows, all of them or none; whether any fails, and remarks in sentences."""
    failing = False
    with written_whole(output) as stream:

        def write(row: VerdictRow) -> None:
            nonlocal failing
            failing |= row.fails
            stream.write(row.to_json().encode() + b"\n")

        remarks = check_each(named, settings, _row, write, as_of=as_of, as_found=as_found, track=progress)
    return failing, remarks


def _row(one: WeighedFile) -> VerdictRow:
    return verdict_row(one.verdicts)
