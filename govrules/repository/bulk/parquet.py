# SPDX-License-Identifier: Apache-2.0
"""Rows as Parquet: a folder of part files, and the latest rows, which are no part yet, as JSON lines. Needs pyarrow.

Readers of such folders pass over names that begin with an underscore.
"""

import os
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from govrules.output.row_batches import row_batch
from govrules.output.verdicts import VerdictRow
from govrules.repository.bulk.rows import Earlier, LinesFile, last_row, not_ours
from govrules.source.errors import InputError

_PART = "part-{:012}.parquet"  # by the line of its last row
_PARTS = "part-*.parquet"
_LATEST = "_latest.jsonl"
_STAGED = "_part.parquet"
ROWS_OF_A_PART = 10_000


class ParquetRows:
    """Rows as a folder of part files."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        """Begin the folder anew, or go on with it."""
        self.path = path
        if path.exists() and not path.is_dir():
            raise InputError.of(f"{path} is a file, and Parquet is written as a folder of files", "name another folder")
        if path.exists() and not resume:
            self._clear()
        path.mkdir(parents=True, exist_ok=True)
        self.latest = LinesFile(path / _LATEST, resume=resume)
        self.waiting: list[VerdictRow] = []

    def earlier(self) -> Earlier:
        """What is in the part files, and beside them."""
        last, rows, failing = None, 0, 0
        for part in sorted(self.path.glob(_PARTS)):
            table = _read(part)
            if not table.num_rows:
                raise not_ours(str(part))
            last = last_row(table.slice(table.num_rows - 1).to_pylist()[0], str(part))
            rows, failing = rows + table.num_rows, failing + table["fails"].to_pylist().count(True)
        in_parts = last.line if last else 0
        for data in self.latest.read():
            # A run that is ended after it made a part leaves the same rows in both.
            if data["line"] > in_parts:
                last = last_row(data, str(self.latest.path))
                try:
                    self.waiting.append(VerdictRow.from_json(data))
                except (KeyError, TypeError):
                    raise not_ours(str(self.latest.path)) from None
        return Earlier(last, rows + len(self.waiting), failing + sum(row.fails for row in self.waiting))

    def add(self, row: VerdictRow) -> None:
        """Keep a row, and make a part of those that wait where there are enough."""
        self.latest.append(row.to_json())
        self.waiting.append(row)
        if len(self.waiting) >= ROWS_OF_A_PART:
            self._make_part()

    def close(self) -> None:
        """Make a part of the rest."""
        if self.waiting:
            self._make_part()
        self.latest.close()
        self.latest.path.unlink()

    def _make_part(self) -> None:
        """Write the rows that wait as a part, whole or not at all."""
        place = self.path / _PART.format(self.waiting[-1].line)
        staged = self.path / _STAGED
        parquet.write_table(pa.Table.from_batches([row_batch(self.waiting)]), staged)
        os.replace(staged, place)
        self.waiting = []
        self.latest.clear()

    def _clear(self) -> None:
        """Remove what an earlier run left. Raises InputError where there is anything else."""
        found = sorted(self.path.iterdir())
        for one in found:
            if not (one.match(_PARTS) or one.name in (_LATEST, _STAGED)):
                raise InputError.of(f"{self.path} holds {one.name}, which no such run wrote", "name another folder")
        for one in found:
            one.unlink()


def _read(part: Path) -> pa.Table:
    try:
        return parquet.read_table(part, columns=["line", "digest", "as_of", "criteria", "fails"])
    except (pa.ArrowException, OSError, KeyError):
        raise not_ours(str(part)) from None
