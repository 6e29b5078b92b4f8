# SPDX-License-Identifier: Apache-2.0
"""The options of ``govrules check --jsonl``."""

from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Literal, cast

import click

from govrules.cli.options import Command, FilePath

_ReportsOf = Literal["failing", "all"]


@dataclass(frozen=True)
class Bulk:
    """What the options say of a check of many strategies in one file."""

    jsonl: str | None
    resume: bool
    reports: Path | None
    reports_of: _ReportsOf | None

    def hold(self, **others: object) -> bool:
        """Tell whether there is such a file. Raises a usage error where options contradict that: ``others`` are what
        is stated of those of other checks."""
        if self.jsonl is None:
            of_its_own = {"--resume": self.resume, "--reports": self.reports, "--reports-of": self.reports_of}
            for option in (name for name, stated in of_its_own.items() if stated):
                raise click.UsageError(f"{option} is for --jsonl only")
            return False
        for name in (name for name, stated in others.items() if stated):
            option = "FILE" if name == "files" else f"--{name.replace('_', '-')}"
            raise click.UsageError(f"{option} is not for --jsonl")
        if self.reports_of and not self.reports:
            raise click.UsageError("--reports-of is about the reports of --reports; name a folder with it")
        return True


def bulk_options(command: Command) -> Command:
    """Add the options of a check of many strategies in one file, as one argument ``bulk``."""

    @wraps(command)
    def gathered(
        jsonl: str | None,
        resume: bool,
        reports: Path | None,
        reports_of: _ReportsOf | None,
        **others: Any,
    ) -> Any:
        return command(bulk=Bulk(jsonl, resume, reports, reports_of), **others)

    for option in (
        click.option(
            "--reports-of",
            type=click.Choice(("failing", "all")),
            help="Of which records --reports writes the report. Default: failing.",
        ),
        click.option(
            "--reports",
            type=FilePath(path_type=Path, file_okay=False),
            metavar="DIR",
            help="With --jsonl, also write the JSON report of each record that fails, named by its line.",
        ),
        click.option(
            "--resume", is_flag=True, help="With --jsonl, go on after the rows that --output has from an earlier run."
        ),
        click.option(
            "--jsonl",
            type=FilePath(dir_okay=False, allow_dash=True),
            metavar="FILE",
            help="Check strategies that are lines of JSON (-: standard input). Each gives a row as a line of JSON, or "
            "as Parquet where --output ends in .parquet. A record that is no strategy is told and kept apart.",
        ),
    ):
        gathered = option(gathered)
    return cast(Command, gathered)
