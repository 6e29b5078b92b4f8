# SPDX-License-Identifier: Apache-2.0
"""Where a run writes its rows and the records that are no strategies, and what an earlier run left there.

Each line is handed to the system at once, in the order of the records, so that whoever ends the run loses none.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from govrules.output.verdicts import VerdictRow
from govrules.repository.bulk.judge import BadRecord
from govrules.source.errors import InputError


@dataclass(frozen=True)
class LastRow:
    """The last row of an earlier run, as far as a run that goes on from it must agree with it."""

    line: int
    digest: str
    as_of: date
    criteria: str


@dataclass(frozen=True)
class Earlier:
    """What earlier runs have written: the last row, and how many rows there are and how many of them fail."""

    last: LastRow | None = None
    rows: int = 0
    failing: int = 0


class Rows(Protocol):
    """Takes rows in the order of the records."""

    def earlier(self) -> Earlier:
        """What is there already, without a row that was half written; asked once, before anything is added."""
        ...

    def add(self, row: VerdictRow) -> None:
        """Write a row."""
        ...

    def close(self) -> None:
        """All rows were added."""
        ...


class LinesFile:
    """A file of JSON lines that grows line by line."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        """Begin the file anew, or go on with it if it is there."""
        self.path, self.resumed = path, resume and path.exists()
        try:
            self.stream = path.open("r+b" if self.resumed else "wb", buffering=0)
        except OSError as error:
            raise InputError.of(f"{path} cannot be written: {error.strerror}", "check the path") from None

    def read(self) -> Iterator[dict[str, Any]]:
        """What stands in the lines; one that was half written is dropped. To be read to its end, before appending."""
        kept = 0
        if not self.resumed:
            return
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.endswith(b"\n"):
                    yield self._object(line, number)
                    kept += len(line)
        self.stream.seek(kept)
        self.stream.truncate()

    def _object(self, line: bytes, number: int) -> dict[str, Any]:
        try:
            found = json.loads(line)
            if isinstance(found, dict) and isinstance(found.get("line"), int):
                return found
        except (ValueError, RecursionError):
            pass
        raise not_ours(f"line {number} of {self.path}")

    def append(self, line: str) -> None:
        """Write a line."""
        rest = memoryview(line.encode() + b"\n")
        while rest:
            rest = rest[self.stream.write(rest) :]

    def clear(self) -> None:
        """Drop all lines."""
        self.stream.seek(0)
        self.stream.truncate()

    def close(self) -> None:
        """Close the file."""
        self.stream.close()


def not_ours(what: str) -> InputError:
    """The error for a file that no such run has written."""
    return InputError.of(
        f"{what} was not written by `govrules check --jsonl`",
        "name another file with --output, or leave --resume out to replace this one",
    )


class PrintedRows:
    """Rows on standard output."""

    def earlier(self) -> Earlier:
        """Nothing: what was printed cannot be read again."""
        return Earlier()

    def add(self, row: VerdictRow) -> None:
        """Print a row."""
        sys.stdout.buffer.write(row.to_json().encode() + b"\n")
        sys.stdout.buffer.flush()

    def close(self) -> None:
        """Nothing is left to be done."""


class RowsFile:
    """Rows as a file of JSON lines."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        """Begin the file anew, or go on with it."""
        self.lines = LinesFile(path, resume=resume)

    def earlier(self) -> Earlier:
        """What is in the file."""
        row: dict[str, Any] | None = None
        rows = failing = 0
        for row in self.lines.read():
            rows, failing = rows + 1, failing + (row.get("fails") is True)
        return Earlier(last_row(row, str(self.lines.path)) if row else None, rows, failing)

    def add(self, row: VerdictRow) -> None:
        """Append a row."""
        self.lines.append(row.to_json())

    def close(self) -> None:
        """Close the file."""
        self.lines.close()


def last_row(row: dict[str, Any], where: str) -> LastRow:
    """What must be agreed with of a row as it was written."""
    try:
        return LastRow(row["line"], row["digest"], date.fromisoformat(str(row["as_of"])), row["criteria"])
    except (KeyError, ValueError):
        raise not_ours(where) from None


class BadRecords:
    """The records that are no strategies, in a file of JSON lines; it is there only if there are any."""

    def __init__(self, path: Path | None, *, resume: bool) -> None:
        """Begin anew, or go on; without a path, they are not kept."""
        self.path = path
        self.lines = LinesFile(path, resume=True) if path and resume and path.exists() else None
        if path and not self.lines:
            path.unlink(missing_ok=True)

    def earlier(self) -> tuple[int, int]:
        """How many were kept before, and the line of the last."""
        numbers = [one["line"] for one in self.lines.read()] if self.lines else []
        return len(numbers), max(numbers, default=0)

    def add(self, bad: BadRecord) -> None:
        """Keep a record."""
        if self.path and not self.lines:
            self.lines = LinesFile(self.path, resume=False)
        if self.lines:
            self.lines.append(bad.to_json())

    def close(self) -> None:
        """Close the file."""
        if self.lines:
            self.lines.close()
