# SPDX-License-Identifier: Apache-2.0
"""``govrules waive``."""

import os
from datetime import date
from pathlib import Path

import click

from govrules.cli.options import Chosen, Day, FilePath, ruleset_options
from govrules.cli.writing import write_file
from govrules.output.presentation.escaping import safe_line
from govrules.repository.check import root_for
from govrules.repository.run import check_one
from govrules.repository.waive import gap_to_waive, refuse_what_would_not_count, waived_text
from govrules.strategy.waivers import FiledWaiver, Waiver
from govrules.today import today


@click.command("waive")
@click.argument("strategy", metavar="STRATEGY")
@click.argument("rule", metavar="RULE")
@click.argument("subject", required=False, metavar="[SUBJECT]")
@click.option("--reason", required=True, help="Why the gap is accepted for now.")
@click.option("--accepted-by", required=True, help="Who accepts it, by name or post.")
@click.option("--expires", required=True, type=Day(), metavar="YYYY-MM-DD", help="The last day on which it counts.")
@click.option(
    "--accepted-on", type=Day(), metavar="YYYY-MM-DD", help="The first day on which it counts. Default: today, by UTC."
)
@click.option("--ticket", help="Its number in the risk register.")
@click.option(
    "--file",
    type=FilePath(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file of waivers to write to. Default: the first one of the configuration, or else the strategy itself.",
)
@ruleset_options
def command(
    strategy: str,
    rule: str,
    subject: str | None,
    reason: str,
    accepted_by: str,
    expires: date,
    accepted_on: date | None,
    ticket: str | None,
    file: Path | None,
    chosen: Chosen,
) -> None:
    """Accept a gap for a time: write a waiver of RULE, about SUBJECT, for STRATEGY; comments in the file stay.

    SUBJECT is what the report calls the channel, campaign or other part; it can be left out where the rule has one gap.
    An outright prohibition cannot be waived, nor can a question.
    """
    if strategy == "-":
        raise click.UsageError("a waiver is about a file, and standard input is not one")
    settings = chosen.settings([strategy])
    _, checked = check_one(strategy, settings, as_of=today(), root=root_for(settings, [strategy]))
    begins = accepted_on or today()
    gap = gap_to_waive(checked.report, rule, subject)
    waiver = Waiver(
        rule=rule,
        subject=gap.subject if gap.pointer else None,
        reason=reason,
        accepted_by=accepted_by,
        accepted_on=begins,
        expires=expires,
        ticket=ticket,
    )
    refuse_what_would_not_count(waiver, checked.report)
    path = file or next(iter(settings.waivers), Path(strategy))
    if path != Path(strategy):
        beside = Path(os.path.relpath(strategy, path.parent)).as_posix()
        waiver = FiledWaiver(strategy=beside, **waiver.model_dump())
    write_file(path, waived_text(path, waiver), overwrite=True)
    when = f"from {begins} until {expires}" if begins > today() else f"until {expires}"
    click.echo(safe_line(f"{path}: {gap.severity} gap in {rule} about {gap.subject} is waived {when}."))
    if file and file.resolve() not in [known.resolve() for known in settings.waivers]:
        click.echo(safe_line(f"Checks use it with `--waivers {file}`, or `waivers: [{file}]` in govrules.yaml."))
