# SPDX-License-Identifier: Apache-2.0
"""Where a check writes its reports: one format on standard output or to a file, any others to files of their own."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from govrules.assessment.report import Report
from govrules.cli.options import Command
from govrules.cli.writing import STANDARD_OUTPUT, write_files, write_out
from govrules.output.console import console
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.formats import MODULES, ROWS, FormatName, format_named
from govrules.repository.check import folder_in_repository
from govrules.repository.run import Run
from govrules.repository.settings import Settings
from govrules.source.errors import InputError
from govrules.source.suggest import did_you_mean

_NAMED = re.compile(r"(\w+)=(.*)", re.DOTALL)
_NAME = "{name}"
PARQUET = ".parquet"
"""The ending of what is a folder of part files."""


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
        """Read the value; a format that does not exist is an error, never taken for a part of the file's name."""
        named = _NAMED.fullmatch(value)
        format_, path = named.groups() if named else (None, value)
        if format_ is not None and format_ not in MODULES:
            way_out = did_you_mean(format_, MODULES) or f"formats are {', '.join(MODULES)}."
            self.fail(f"'{format_}' is not a format; {way_out} For a file of that name write ./{value}", param, ctx)
        if not path:
            self.fail("the path is empty; name a file, or leave the option out", param, ctx)
        if os.path.isdir(path) and not path.endswith(PARQUET):
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
            help="Write to this file (-: standard output); an existing one is replaced. FORMAT=FILE, which may be "
            "repeated, writes this format there, beside that of --format; with {name} in FILE, a file for each "
            "strategy. All files are written whole, or none is.",
        ),
        click.option(
            "--format", "format_", type=click.Choice(tuple(MODULES)), help="How the report is printed. Default: text."
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
    options: Options = OPTIONS

    def are_rows(self) -> bool:
        """Tell whether rows of verdicts are all that is written, and to one place: they need no report to wait."""
        return self.format == ROWS and not self.others and _NAME not in str(self.main)

    def write(self, run: Run, *, today: date) -> None:
        """Write all reports in all formats, files before standard output, and what a CI service wants beside them."""
        options = replace(self.options, today=today)
        wanted = [*self.others, *([(self.format, self.main)] if self.main else [])]
        files: dict[Path, str | bytes] = {}
        for format_, pattern in wanted:
            for path, reports in _parts(pattern, run):
                if path in files:
                    raise InputError.of(f"two reports would be written to {path}", "name other files")
                files[path] = format_named(format_).write(reports, options)
        # All is made before anything is written.
        main = format_named(self.format)
        printed = main.write(run.reports, options) if self.main is None and main.show is None else None
        write_files(files, overwrite=True)
        for name in dict.fromkeys((self.format, *(format_ for format_, _ in self.others))):
            _append(format_named(name), run.reports)
        if printed is not None:
            write_out(None, printed)
        elif self.main is None and main.show is not None:
            main.show(run.reports, options, console())


def choose_outputs(
    settings: Settings, outputs: Sequence[Output], *, quiet: bool, verbose: bool, sarif_waived: bool
) -> Outputs:
    """Bring ``--format``, ``--output`` and the configuration together; raises a usage error where they contradict."""
    format_ = settings.config.format
    printed = [output.format for output in outputs if output.format and output.path == STANDARD_OUTPUT]
    if printed:
        if len(printed) > 1 or settings.given.format:
            raise click.UsageError("one format is printed to standard output; write the others to files")
        format_, outputs = printed[0], [output for output in outputs if output.path != STANDARD_OUTPUT]
    plain = [output.path for output in outputs if output.format is None]
    if len(plain) > 1:
        raise click.UsageError("--output names two files for one format; write FORMAT=FILE")
    if format_named(format_).kind == "binary" and not (plain or printed):
        raise click.UsageError(f"--format {format_} is not for a terminal; name a file with --output")
    places = [os.path.realpath(output.path) for output in outputs]
    if len(set(places)) < len(places):
        raise click.UsageError("--output names the same file twice")
    named = tuple((output.format, output.path) for output in outputs if output.format is not None)
    others = named if outputs or printed else tuple(settings.outputs().items())
    main = plain[0] if plain and plain[0] != STANDARD_OUTPUT else None
    return Outputs(format_, main, others, Options(None, quiet, verbose, sarif_waived, folder_in_repository(settings)))


def _parts(pattern: Path, run: Run) -> Iterator[tuple[Path, Sequence[Report]]]:
    """The files that a pattern stands for, each with what is written there: all reports, or with {name} one each."""
    if _NAME not in str(pattern):
        yield pattern, run.reports
        return
    for one in run.checked:
        name = Path(one.target.name).with_suffix("").as_posix().strip("/").replace("/", "-")
        yield Path(str(pattern).replace(_NAME, name)), [one.report]


def _append(format_: Format, reports: Sequence[Report]) -> None:
    """Append what a format has for files that a CI service names."""
    if format_.appends is None:
        return
    path: Path | None = None
    try:
        for path, text in format_.appends(reports, os.environ).items():
            with path.open("ab") as stream:
                stream.write(text.encode())
    except OSError as error:
        named = path or error.filename
        raise InputError.of(
            f"{named}, to which the format {format_.name} appends, cannot be written: {error.strerror}",
            "check the environment of the CI service",
        ) from None
