# SPDX-License-Identifier: Apache-2.0
"""``govrules brief``."""

from datetime import date
from pathlib import Path

import click

from govrules.assessment.check import assess
from govrules.cli.options import Day, format_option, open_chosen, output_option, ruleset_options, write_out
from govrules.output.brief import FORMATS, render
from govrules.output.formats import BINARY
from govrules.strategy.load import load_strategy
from govrules.today import today


@click.command("brief")
@click.argument("file", metavar="STRATEGY")
@format_option(*FORMATS)
@output_option
@click.option(
    "--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge law and document as of this day. Default: today."
)
@ruleset_options
def command(
    file: str,
    format_: str,
    output: Path | None,
    as_of: date | None,
    ruleset_files: tuple[Path, ...],
    no_bundled: bool,
) -> None:
    """Write the board paper in one page: verdict, decision asked for, business case, path to yes, the ten questions,
    objections answered, and what was not checked.
    """
    if format_ in BINARY and output is None:
        raise click.UsageError(f"--format {format_} is not for a terminal; name a file with --output")
    opened = open_chosen(ruleset_files, no_bundled)
    document = load_strategy(file, sectors=opened.sectors)
    report = assess(document, opened.load([document.strategy]), as_of=as_of or today())
    write_out(output, render(format_, report, document.strategy))
