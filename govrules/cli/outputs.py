# SPDX-License-Identifier: Apache-2.0
"""Where a check writes its reports: one format on standard output or to a file, any others to files of their own."""

import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from govrules.assessment.report import Report
from govrules.cli.options import Command, write_files, write_out
from govrules.output.console import console
from govrules.output.formats import BINARY, FORMATS, render
from govrules.source.errors import InputError, Problem
from govrules.source.suggest import did_you_mean

TEXT = "text"
ALL_FORMATS = (TEXT, *FORMATS)
_NAMED = re.compile(r"(\w+)=(.+)", re.DOTALL)
_SUMMARY_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Output:
    """A value of ``--output``: a file, and the format if the value names one."""

    format: str | None
    path: Path


# click before 8.5 does not let these types be subscripted.
class _OutputType(click.ParamType):  # type: ignore[type-arg]
    """``FORMAT=FILE``, or a file for the format that ``--format`` names."""

    name = "output"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Output:
        """Read the value; a format that does not exist is told, never taken for a part of the file's name."""
        named = _NAMED.fullmatch(value)
        format_, path = named.groups() if named else (None, value)
        if format_ is not None and format_ not in ALL_FORMATS:
            way_out = did_you_mean(format_, ALL_FORMATS) or f"formats are {', '.join(ALL_FORMATS)}."
            self.fail(f"'{format_}' is not a format; {way_out} For a file of that name write ./{value}", param, ctx)
        if Path(path).is_dir():
            self.fail(f"'{path}' is a directory; name a file", param, ctx)
        return Output(format_, Path(path))


def outputs_option(command: Command) -> Command:
    """Add ``--output``, which may be repeated with formats."""
    return click.option(
        "--output",
        "-o",
        "outputs",
        multiple=True,
        type=_OutputType(),
        metavar="[FORMAT=]FILE",
        help="Write to this file; an existing one is replaced. FORMAT=FILE, which may be repeated, writes this format "
        "there, beside that of --format. All files are written whole, or none is.",
    )(command)


@dataclass(frozen=True)
class Outputs:
    """What is written where. ``main`` is the file of ``--format``; None is standard output."""

    format: str
    main: Path | None
    others: tuple[tuple[str, Path], ...]

    def write(self, reports: Sequence[Report], *, today: date, verbose: bool) -> None:
        """Write all reports in all formats, files before standard output; and GitHub's job summary where it is due."""
        wanted = [*self.others, *([(self.format, self.main)] if self.main else [])]
        files = {path: _rendered(format_, reports, today=today, verbose=verbose) for format_, path in wanted}
        write_files(files, overwrite=True)
        if "github" in (self.format, *(format_ for format_, _ in self.others)):
            _append_job_summary(reports)
        if self.main is not None:
            return
        if self.format == TEXT:
            _print(reports, console(), today=today, verbose=verbose)
        else:
            write_out(None, render(self.format, reports))


def choose_outputs(format_: str, outputs: Sequence[Output]) -> Outputs:
    """Bring ``--format`` and ``--output`` together; raises a usage error where they contradict each other."""
    plain = [output.path for output in outputs if output.format is None]
    if len(plain) > 1:
        raise click.UsageError("--output names two files for one format; write FORMAT=FILE")
    if format_ in BINARY and not plain:
        raise click.UsageError(f"--format {format_} is not for a terminal; name a file with --output")
    places = [os.path.realpath(output.path) for output in outputs]
    if len(set(places)) < len(places):
        raise click.UsageError("--output names the same file twice")
    others = tuple((output.format, output.path) for output in outputs if output.format is not None)
    return Outputs(format_, plain[0] if plain else None, others)


def _rendered(format_: str, reports: Sequence[Report], *, today: date, verbose: bool) -> str | bytes:
    if format_ != TEXT:
        return render(format_, reports)
    file = io.StringIO()
    _print(reports, console(file), today=today, verbose=verbose)
    return file.getvalue()


def _print(reports: Sequence[Report], out: Console, *, today: date, verbose: bool) -> None:
    from govrules.output.text import print_report

    for index, report in enumerate(reports):
        if index:
            out.print()
            out.rule(style="dim")
        print_report(report, out, today=today, verbose=verbose)


def _append_job_summary(reports: Sequence[Report]) -> None:
    """Append the summary to the file that GitHub names, which takes one MiB a step, what is in it already included."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    if not named:
        return
    from govrules.output.github import job_summary

    path = Path(named)
    try:
        taken = path.stat().st_size if path.exists() else 0
        with path.open("ab") as stream:
            stream.write(job_summary(reports, _SUMMARY_BYTES - taken).encode())
    except OSError as error:
        message = f"the job summary {path} cannot be written: {error.strerror}"
        raise InputError(Problem(message, None, "check GITHUB_STEP_SUMMARY")) from None
