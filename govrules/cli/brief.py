# SPDX-License-Identifier: Apache-2.0
"""``govrules brief``."""

from datetime import date
from pathlib import Path

import click

from govrules.cli.options import Chosen, Day, format_option, output_option, ruleset_options, waivers_options
from govrules.cli.writing import write_out
from govrules.output.brief import FORMATS, render
from govrules.output.formats import format_named
from govrules.repository.check import root_for
from govrules.repository.run import check_one
from govrules.repository.settings import Given
from govrules.today import today


@click.command("brief")
@click.argument("file", metavar="STRATEGY")
@format_option(*FORMATS)
@output_option
@click.option(
    "--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge law and document as of this day. Default: today."
)
@waivers_options
@ruleset_options
def command(
    file: str,
    format_: str,
    output: Path | None,
    as_of: date | None,
    waiver_files: tuple[Path, ...],
    no_waivers: bool,
    chosen: Chosen,
) -> None:
    """Write the board paper in one page: verdict, decision asked for, business case, path to yes, the ten questions,
    objections answered, and what was not checked.
    """
    if format_named(format_).kind == "binary" and output is None:
        raise click.UsageError(f"--format {format_} is not for a terminal; name a file with --output")
    settings = chosen.settings([file], Given(waivers=waiver_files), no_waivers=no_waivers)
    document, checked = check_one(file, settings, as_of=as_of or today(), root=root_for(settings, [file]))
    write_out(output, render(format_, checked.report, document.strategy))
