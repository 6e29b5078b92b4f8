# SPDX-License-Identifier: Apache-2.0
"""From a record to its row, or to what is wrong with it; in several processes."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from govrules.assessment.check import described
from govrules.assessment.selection import select_rules
from govrules.assessment.terms import Terms
from govrules.assessment.weighing import Weighed, weigh
from govrules.output.json_format import render
from govrules.output.presentation.escaping import safe_json
from govrules.output.verdicts import VerdictRow, verdict_row
from govrules.repository.bulk.records import Record, in_chunks
from govrules.repository.processes import in_order
from govrules.repository.run import Criteria, make_criteria, open_for
from govrules.repository.settings import Settings
from govrules.source.document import LIMITS, Source
from govrules.source.errors import InputError, Place, Problem
from govrules.source.read import read_line
from govrules.strategy.load import document_of


@dataclass(frozen=True)
class Bench:
    """What records are judged by: criteria and terms, and what messages call the file; and the folder into which the
    full reports of those that fail, or every report, are written."""

    criteria: Criteria
    terms: Terms
    name: str
    reports: Path | None = None
    every_report: bool = False


@dataclass(frozen=True)
class BadRecord:
    """A record that is no strategy, and what is wrong with it."""

    line: int
    problems: tuple[Problem, ...]
    record: str

    def to_json(self) -> str:
        """The record as a line of JSON, without its line break: the number of its line, what is wrong, and its text."""
        data = {"line": self.line, "message": in_a_line(self.problems), "record": self.record}
        return safe_json(json.dumps(data, ensure_ascii=False))


@dataclass(frozen=True)
class Judged:
    """What became of a record, and where its line ends in the file."""

    end: int
    said: VerdictRow | BadRecord


def make_bench(
    settings: Settings, name: str, as_of: date, *, reports: Path | None = None, every_report: bool = False
) -> Bench:
    """Make what records are judged by. Raises InputError for whatever is wrong with it, before a record is read."""
    criteria = make_criteria(settings, open_for(settings), None, as_of=as_of, root=None)
    terms = settings.for_strategy(name)
    select_rules(criteria.rulesets, terms)
    return Bench(criteria, terms, name, reports, every_report)


def judge_records(records: Iterator[Record], bench: Bench, *, processes: int) -> Iterator[Judged]:
    """Judge each record; what comes out is in the order of what goes in."""
    return in_order(judge_record, in_chunks(records), bench, processes=processes)


def judge_record(record: Record, bench: Bench) -> Judged:
    """Judge one record, and write its report where that is wanted."""

    def read() -> Source:
        if len(record.raw) > LIMITS.bytes:
            raise InputError.of(f"the record is larger than {LIMITS.bytes:,} bytes", "split it")
        return read_line(record.raw, file=bench.name, line=record.line)

    def judged(weighed: Weighed) -> VerdictRow:
        row = verdict_row(weighed, line=record.line)
        if bench.reports is not None and (row.fails or bench.every_report):
            (bench.reports / f"{record.line}.json").write_text(render([described(weighed)]), encoding="utf-8")
        return row

    row = row_of(read, bench, judged)
    return Judged(record.end, _bad(record, row, bench.name) if isinstance(row, InputError) else row)


def row_of(
    read: Callable[[], Source], bench: Bench, row: Callable[[Weighed], VerdictRow] = verdict_row
) -> VerdictRow | InputError:
    """The row of one document, or what is wrong with it; nothing is raised that would end a run of many."""
    criteria = bench.criteria
    try:
        return row(
            weigh(
                document_of(read(), criteria.opened.shapes),
                criteria.rulesets,
                as_of=criteria.as_of,
                terms=bench.terms,
                engine=criteria.engine,
            )
        )
    except InputError as error:
        return error
    except Exception as error:  # nor must a fault of ours end each run that resumes this one
        hint = "this is a fault of govrules and not of your document; please report it with this message"
        return InputError.of(f"{type(error).__name__}: {error}", hint)


def in_a_line(problems: Sequence[Problem]) -> str:
    """What is wrong with a document, in one text."""
    return "; ".join(map(str, problems))


def _bad(record: Record, error: InputError, name: str) -> BadRecord:
    place = Place(name, record.line, 1, record.line, 2)
    problems = (
        one if one.place else replace(one, message=one.message.removeprefix(f"{name}: "), place=place)
        for one in error.problems
    )
    return BadRecord(record.line, tuple(problems), record.raw.decode("utf-8", "backslashreplace"))
