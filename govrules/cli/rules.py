# SPDX-License-Identifier: Apache-2.0
"""``govrules rules``."""

from collections.abc import Sequence
from datetime import date

import click

from govrules.assessment.due import Due, due_by
from govrules.assessment.rule_record import rule_record
from govrules.assessment.selection import select_rules
from govrules.assessment.terms import Terms
from govrules.cli.options import Chosen, Day, MarketType, SectorType, basis_option, ruleset_options
from govrules.output.catalogue_text import print_rules, print_sectors, rules_json
from govrules.output.console import console
from govrules.output.due import due_calendar, due_json, print_due
from govrules.ruleset.asks import rules_for
from govrules.ruleset.model import SEVERITIES, Basis, Severity
from govrules.source.errors import InputError
from govrules.taxonomy import EVERYWHERE
from govrules.today import today


@click.command("rules")
@click.argument("patterns", nargs=-1, metavar="[RULE]...")
@click.option("--sector", "sector_ids", type=SectorType(), multiple=True, help="Only rules that can bind this sector.")
@click.option("--market", "markets", type=MarketType(), multiple=True, help="Only rules that can reach this market.")
@basis_option
@click.option("--severity", "severities", type=click.Choice(SEVERITIES), multiple=True, help="Only this severity.")
@click.option(
    "--due",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="List what is to be looked at until this day instead: open questions, rules that begin or end, reviews.",
)
@click.option(
    "--as-of", type=Day(), metavar="YYYY-MM-DD", help="With --due: look from this day. Default: today, by UTC."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "ics"]),
    default="text",
    help="Default: text. ics, an iCalendar, goes with --due.",
)
@click.option("--sectors", "list_sectors", is_flag=True, help="List the sectors instead.")
@ruleset_options
def command(
    patterns: tuple[str, ...],
    sector_ids: tuple[str, ...],
    markets: tuple[str, ...],
    severities: tuple[Severity, ...],
    basis: tuple[Basis, ...],
    due: date | None,
    as_of: date | None,
    format_: str,
    list_sectors: bool,
    chosen: Chosen,
) -> None:
    """List the loaded rules, or those that match an id, a pattern with *, or a ruleset."""
    if due is None and (format_ == "ics" or as_of is not None):
        raise click.UsageError("--format ics and --as-of go with --due")
    if list_sectors:
        print_sectors(console())
        return
    rulesets = chosen.load()
    found = list(select_rules(rulesets, Terms(select=patterns, basis=basis)).rules)
    if sector_ids or markets:
        # Left out, a sector or market confines nothing.
        every_sector = sector_ids or tuple({sector for rule in found for sector in rule.text.sectors})
        found = rules_for(found, every_sector, markets or (EVERYWHERE,), rulesets.shapes.sectors)
    if severities:
        found = [rule for rule in found if rule.severity in severities]
    if not found:
        raise InputError.of("no loaded rule fits", "ask for less")
    records = [rule_record(rule) for rule in found]
    if due is not None:
        day = as_of or today()
        _write_due(due_by(records, rulesets, by=due, as_of=day), day, format_)
    elif format_ == "json":
        click.echo(rules_json(records).encode(), nl=False)
    else:
        print_rules(records, console())


def _write_due(listed: Sequence[Due], as_of: date, format_: str) -> None:
    if format_ == "ics":
        click.echo(due_calendar(listed, as_of), nl=False)
    elif format_ == "json":
        click.echo(due_json(listed).encode(), nl=False)
    else:
        print_due(listed, as_of, console())
