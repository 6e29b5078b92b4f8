# SPDX-License-Identifier: Apache-2.0
"""``govrules check --jsonl``: many strategies, each a line of JSON; a row for each."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from govrules.cli.bulk_options import Bulk
from govrules.cli.main import EXIT_FINDINGS, EXIT_WRONG_INPUT, tell
from govrules.cli.outputs import PARQUET, Output
from govrules.cli.progress import progress_of_records
from govrules.cli.writing import STANDARD_OUTPUT
from govrules.output.presentation.escaping import safe_line
from govrules.output.presentation.numbers import agree, plural
from govrules.output.verdicts import FORMAT
from govrules.repository.bulk.judge import BadRecord, make_bench
from govrules.repository.bulk.rows import BadRecords, PrintedRows, Rows, RowsFile
from govrules.repository.bulk.run import Tally, run_records
from govrules.repository.check import root_for
from govrules.repository.files import STANDARD_INPUT, name_of
from govrules.repository.processes import processes_for
from govrules.repository.settings import Settings
from govrules.source.errors import InputError
from govrules.today import today

_MOST_TOLD = 100  # nobody reads on; all are in the file of those that are kept apart


def check_records(bulk: Bulk, settings: Settings, outputs: Sequence[Output], *, as_of: date | None, quiet: bool) -> int:
    """Check the records of the file, and write their rows; the exit code."""
    jsonl = bulk.jsonl
    assert jsonl is not None, "without it nobody calls this"
    output = _output(settings, outputs)
    if bulk.resume and output is None:
        raise click.UsageError("--resume goes on with the rows of a file; name it with --output")
    name = "<stdin>" if jsonl == STANDARD_INPUT else name_of(jsonl, root_for(settings, [jsonl]))
    with _opened(jsonl) as stream:
        bench = make_bench(
            settings, name, as_of or today(), reports=bulk.reports, every_report=bulk.reports_of == "all"
        )
        if bulk.reports:
            bulk.reports.mkdir(parents=True, exist_ok=True)
        told = _Told()
        bad = output and output.with_suffix(".bad.jsonl")
        tally = run_records(
            stream,
            bench,
            _rows(output, resume=bulk.resume),
            BadRecords(bad, resume=bulk.resume),
            as_of=as_of,
            processes=processes_for(settings.config.jobs),
            track=lambda coming: progress_of_records(coming, jsonl),
            tell=told.tell,
        )
    if not quiet:
        click.echo(safe_line(_said(tally, bad)), err=True)
    return EXIT_WRONG_INPUT if tally.bad else EXIT_FINDINGS if tally.failing else 0


def _output(settings: Settings, outputs: Sequence[Output]) -> Path | None:
    """The file of the rows; None is standard output."""
    formats = {settings.given.format, *(one.format for one in outputs)} - {None, FORMAT.name}
    if formats:
        raise click.UsageError(
            f"--jsonl writes rows in the format {FORMAT.name}; full reports are written with --reports"
        )
    if len(outputs) > 1:
        raise click.UsageError("--jsonl writes its rows to one file")
    return outputs[0].path if outputs and outputs[0].path != STANDARD_OUTPUT else None


def _opened(jsonl: str) -> AbstractContextManager[BinaryIO]:
    if jsonl == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return open(jsonl, "rb")
    except OSError as error:
        raise InputError.of(f"{jsonl} cannot be read: {error.strerror}", "check the path and the spelling") from None


def _rows(output: Path | None, *, resume: bool) -> Rows:
    if output is None:
        return PrintedRows()
    if output.suffix == PARQUET:
        try:
            from govrules.repository.bulk.parquet import ParquetRows
        except ImportError:
            raise InputError.of("Parquet needs the package pyarrow", "pip install 'govrules[arrow]'") from None
        return ParquetRows(output, resume=resume)
    return RowsFile(output, resume=resume)


class _Told:
    """Tells the first bad records, each with what is wrong with it."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, bad: BadRecord) -> None:
        self.count += 1
        if self.count <= _MOST_TOLD:
            tell(InputError(bad.problems))
        elif self.count == _MOST_TOLD + 1:
            click.echo("Further records that are not strategies are counted, not listed.", err=True)


def _said(tally: Tally, bad: Path | None) -> str:
    """The run in a line."""
    checked = f"{plural(tally.rows, 'strategy', 'strategies')} checked: {tally.failing or 'none'}"
    said = f"{checked} {agree(tally.failing, 'fails', 'fail') if tally.failing else 'fails'}."
    if not tally.bad:
        return said
    where = f", kept in {bad}" if bad else ""
    return f"{said} {plural(tally.bad, 'record')} could not be read as a strategy{where}."
