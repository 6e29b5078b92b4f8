# SPDX-License-Identifier: Apache-2.0
"""One run over a file of JSON lines: goes on from where an earlier one was ended, judges, and writes rows in order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from govrules.repository.bulk.judge import BadRecord, Bench, Judged, judge_records
from govrules.repository.bulk.records import Record, records
from govrules.repository.bulk.rows import BadRecords, LastRow, Rows
from govrules.source.errors import InputError
from govrules.source.read import digest_of

_WAY_OUT = "leave --resume out to begin again, or name another file with --output"

Track = Callable[[Iterable[Judged]], Iterable[Judged]]
"""Shows how far a run has come: takes what is coming, and gives it on."""
Tell = Callable[[BadRecord], None]
"""Says that a record is no strategy."""


@dataclass(frozen=True)
class Tally:
    """How many rows there are, earlier runs included, how many of them fail, and how many records are bad."""

    rows: int
    failing: int
    bad: int


def run_records(
    stream: BinaryIO,
    bench: Bench,
    rows: Rows,
    bad: BadRecords,
    *,
    as_of: date | None,
    processes: int,
    track: Track = lambda coming: coming,
    tell: Tell = lambda bad: None,
) -> Tally:
    """Judge the records that no earlier run has dealt with, and write what comes out.

    ``as_of`` is the day that was asked for, if one was: a run goes on with that of its rows. Raises InputError where
    there is no record, or where earlier rows were made from other records, by other rules or as of another day.
    """
    earlier, (bad_count, bad_line) = rows.earlier(), bad.earlier()
    row_count, failing, last = earlier.rows, earlier.failing, earlier.last
    if last:
        bench = _as_of(last, bench, as_of)
    done = max(last.line if last else 0, bad_line)
    for judged in track(judge_records(_after(done, last, records(stream), bench.name), bench, processes=processes)):
        said = judged.said
        if isinstance(said, BadRecord):
            bad.add(said)
            tell(said)
            bad_count += 1
            continue
        if last and said.criteria != last.criteria:
            raise InputError.of("the rows that are there were made by other rules or on other terms", _WAY_OUT)
        rows.add(said)
        row_count, failing = row_count + 1, failing + said.fails
    rows.close()
    bad.close()
    if not row_count and not bad_count:
        raise InputError.of(f"{bench.name}: there is no record", "write one strategy as JSON on each line")
    return Tally(row_count, failing, bad_count)


def _as_of(last: LastRow, bench: Bench, asked: date | None) -> Bench:
    if asked and asked != last.as_of:
        raise InputError.of(f"the rows that are there are as of {last.as_of}, not of {asked}", _WAY_OUT)
    return replace(bench, criteria=replace(bench.criteria, as_of=last.as_of))


def _after(done: int, last: LastRow | None, found: Iterator[Record], name: str) -> Iterator[Record]:
    """The records after the line that was dealt with last; those before are held against the last row."""
    line = 0
    for record in found:
        line = record.line
        if last and line == last.line and digest_of(record.raw) != last.digest:
            raise InputError.of(f"{name}: line {line} is not the record that the rows were made from", _WAY_OUT)
        if line > done:
            yield record
    if line < done:
        raise InputError.of(f"{name} ends before line {done}, which has been checked", _WAY_OUT)
