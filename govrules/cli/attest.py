# SPDX-License-Identifier: Apache-2.0
"""``govrules attest``."""

from datetime import date
from pathlib import Path

import click

from govrules.assessment.terms import Threshold, Uncovered
from govrules.assessment.threshold import THRESHOLDS
from govrules.cli.options import (
    Chosen,
    Day,
    basis_option,
    output_option,
    ruleset_options,
    uncovered_option,
    waivers_options,
)
from govrules.cli.writing import write_out
from govrules.output.in_toto import statement
from govrules.repository.check import check_strategies
from govrules.repository.settings import Given
from govrules.ruleset.model import Basis
from govrules.today import today


@click.command("attest")
@click.argument("file", metavar="STRATEGY")
@click.option("--fail-on", type=click.Choice(THRESHOLDS), help="The result is FAILED from this severity on.")
@click.option("--allow-unanswered", is_flag=True, help="Unanswered rules do not make it FAILED.")
@uncovered_option("it FAILED")
@basis_option
@click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge as of this day. Default: today, by UTC.")
@output_option
@waivers_options
@ruleset_options
def command(
    file: str,
    fail_on: Threshold | None,
    allow_unanswered: bool,
    allow_uncovered: Uncovered | None,
    basis: tuple[Basis, ...],
    as_of: date | None,
    output: Path | None,
    waiver_files: tuple[Path, ...],
    no_waivers: bool,
    chosen: Chosen,
) -> None:
    """Write the result of a check as an in-toto statement over the strategy's digest, ready to be signed.

    The result is PASSED, WARNED or FAILED; the statement is written whichever it is. The baseline of the
    configuration counts as in a check.
    """
    given = Given(
        waivers=waiver_files,
        fail_on=fail_on,
        allow_unanswered=allow_unanswered or None,
        allow_uncovered=allow_uncovered,
        basis=basis,
    )
    settings = chosen.settings([file], given, no_waivers=no_waivers)
    run = check_strategies([file], settings, as_of=as_of or today())
    if len(run.checked) != 1:
        raise click.UsageError(f"a statement is about one strategy, and {file} holds {len(run.checked)}")
    (report,) = run.reports
    write_out(output, statement(report))
