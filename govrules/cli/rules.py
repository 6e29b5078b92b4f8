# SPDX-License-Identifier: Apache-2.0
"""``govrules rules``."""

import click

from govrules.assessment.check import rule_record
from govrules.assessment.selection import select_rules
from govrules.cli.options import Chosen, MarketType, SectorType, ruleset_options
from govrules.output.catalogue_text import print_rules, print_sectors, rules_json
from govrules.output.console import console
from govrules.ruleset.asks import rules_for
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.source.errors import InputError


@click.command("rules")
@click.argument("patterns", nargs=-1, metavar="[RULE]...")
@click.option("--sector", "sector_ids", type=SectorType(), multiple=True, help="Only rules that can bind this sector.")
@click.option("--market", "markets", type=MarketType(), multiple=True, help="Only rules that can reach this market.")
@click.option("--severity", "severities", type=click.Choice(SEVERITIES), multiple=True, help="Only this severity.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@click.option("--sectors", "list_sectors", is_flag=True, help="List the sectors instead.")
@ruleset_options
def command(
    patterns: tuple[str, ...],
    sector_ids: tuple[str, ...],
    markets: tuple[str, ...],
    severities: tuple[Severity, ...],
    format_: str,
    list_sectors: bool,
    chosen: Chosen,
) -> None:
    """List the loaded rules, or those that match an id, a pattern with *, or a ruleset."""
    if list_sectors:
        print_sectors(console())
        return
    rulesets = chosen.load()
    found = list(select_rules(rulesets, patterns).rules)
    if sector_ids or markets:
        # Left out, a sector or market confines nothing.
        every_sector = sector_ids or tuple({sector for rule in found for sector in rule.text.sectors})
        found = rules_for(found, every_sector, markets or ("ZZ",), rulesets.shapes.sectors)
    if severities:
        found = [rule for rule in found if rule.severity in severities]
    if not found:
        raise InputError.of("no loaded rule fits", "ask for less")
    records = [rule_record(rule) for rule in found]
    if format_ == "json":
        click.echo(rules_json(records).encode(), nl=False)
    else:
        print_rules(records, console())
