# SPDX-License-Identifier: Apache-2.0
"""Where a check writes its reports: one format on standard output or to a file, any others to files of their own."""

import io
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from govrules.assessment.report import Report
from govrules.cli.options import Command, write_files, write_out
from govrules.output.console import console
from govrules.output.formats import ALL_FORMATS, BINARY, TEXT, FormatName, render
from govrules.output.safe import safe_line
from govrules.repository.run import Run
from govrules.repository.settings import Settings
from govrules.source.errors import InputError
from govrules.source.suggest import did_you_mean

_NAMED = re.compile(r"(\w+)=(.*)", re.DOTALL)
_NAME = "{name}"
_SUMMARY_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Output:
    """A value of ``--output``: a file, and the format if the value names one."""

    format: FormatName | None
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
        if not path:
            self.fail("the path is empty; name a file, or leave the option out", param, ctx)
        if os.path.isdir(path):
            self.fail(f"'{path}' is a directory; name a file", param, ctx)
        return Output(format_, Path(path))


def outputs_options(command: Command) -> Command:
    """Add ``--format``, ``--output``, which may be repeated with formats, and what only some formats know."""
    for option in (
        click.option("--sarif-waived", is_flag=True, help="In SARIF, also what is waived, as suppressed."),
        click.option(
            "--output",
            "-o",
            "outputs",
            multiple=True,
            type=_OutputType(),
            metavar="[FORMAT=]FILE",
            help="Write to this file; an existing one is replaced. FORMAT=FILE, which may be repeated, writes this "
            "format there, beside that of --format; with {name} in FILE, a file for each strategy. All files are "
            "written whole, or none is.",
        ),
        click.option(
            "--format", "format_", type=click.Choice(ALL_FORMATS), help="How the report is printed. Default: text."
        ),
    ):
        command = option(command)
    return command


@dataclass(frozen=True)
class Outputs:
    """What is written where. ``main`` is the file of ``format``; None is standard output."""

    format: FormatName
    main: Path | None
    others: tuple[tuple[FormatName, Path], ...]
    quiet: bool = False
    verbose: bool = False
    sarif_waived: bool = False

    def write(self, run: Run, *, today: date) -> None:
        """Write all reports in all formats, files before standard output; and GitHub's job summary where it is due."""
        wanted = [*self.others, *([(self.format, self.main)] if self.main else [])]
        files: dict[Path, str | bytes] = {}
        for format_, pattern in wanted:
            for path, part in _parts(pattern, run):
                if path in files:
                    raise InputError.of(f"two reports would be written to {path}", "name other files")
                files[path] = self._rendered(format_, part, today)
        # All is made before anything is written.
        printed = self._rendered(self.format, run, today) if self.main is None and self.format != TEXT else None
        write_files(files, overwrite=True)
        if "github" in (self.format, *(format_ for format_, _ in self.others)):
            _append_job_summary(run.reports)
        if printed is not None:
            write_out(None, printed)
        elif self.main is None:
            self._print(run, console(), today)

    def _rendered(self, format_: FormatName, run: Run, today: date) -> str | bytes:
        if format_ != TEXT:
            return render(format_, run.reports, waived=self.sarif_waived)
        file = io.StringIO()
        self._print(run, console(file), today)
        return file.getvalue()

    def _print(self, run: Run, out: Console, today: date) -> None:
        from govrules.output.text import print_report, verdict_line

        several = len(run.checked) > 1
        for one in run.checked if not self.quiet else ():
            print_report(one.report, out, today=today, verbose=self.verbose)
            if several:
                out.print()
                out.rule(style="dim")
        if several:
            from govrules.output.summary import print_summary

            print_summary(run.reports, out)
        elif self.quiet:
            out.print(safe_line(verdict_line(run.reports[0])), soft_wrap=True)


def choose_outputs(
    settings: Settings, outputs: Sequence[Output], *, quiet: bool, verbose: bool, sarif_waived: bool
) -> Outputs:
    """Bring ``--format``, ``--output`` and the configuration together; raises a usage error where they contradict."""
    format_ = settings.config.format
    plain = [output.path for output in outputs if output.format is None]
    if len(plain) > 1:
        raise click.UsageError("--output names two files for one format; write FORMAT=FILE")
    if format_ in BINARY and not plain:
        raise click.UsageError(f"--format {format_} is not for a terminal; name a file with --output")
    places = [os.path.realpath(output.path) for output in outputs]
    if len(set(places)) < len(places):
        raise click.UsageError("--output names the same file twice")
    named = tuple((output.format, output.path) for output in outputs if output.format is not None)
    others = named if outputs else tuple(settings.outputs().items())
    return Outputs(format_, plain[0] if plain else None, others, quiet, verbose, sarif_waived)


def _parts(pattern: Path, run: Run) -> Iterator[tuple[Path, Run]]:
    """The files that a pattern stands for, each with what is written there: all reports, or with {name} one each."""
    if _NAME not in str(pattern):
        yield pattern, run
        return
    for one in run.checked:
        name = Path(one.target.name).with_suffix("").as_posix().strip("/").replace("/", "-")
        yield Path(str(pattern).replace(_NAME, name)), replace(run, checked=(one,), passed_over=())


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
        raise InputError.of(message, "check GITHUB_STEP_SUMMARY") from None
