# SPDX-License-Identifier: Apache-2.0
"""``govrules new``."""

from pathlib import Path

import click

from govrules.cli.options import MarketType, SectorType
from govrules.cli.writing import write_file
from govrules.output.scaffold import new_rule, new_ruleset
from govrules.taxonomy import EVERYWHERE
from govrules.today import today


@click.group("new")
def command() -> None:
    """Write a ruleset or a rule to fill in."""


@command.command("ruleset")
@click.argument("ruleset_id", metavar="ID")
@click.option("--market", "jurisdiction", type=MarketType(), default=EVERYWHERE, help="Default: ZZ, worldwide.")
@click.option("--sector", "sectors", type=SectorType(), multiple=True, help="Whom it binds. Default: everybody.")
@click.option(
    "--extends", default="general/governance", help="The ruleset that it rests on. Default: general/governance."
)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Default: NAME.yaml.")
def _ruleset(ruleset_id: str, jurisdiction: str, sectors: tuple[str, ...], extends: str, output: Path | None) -> None:
    """Write a ruleset, such as acme/social: it passes lint once its blanks (TODO) are filled."""
    if "/" not in ruleset_id or ruleset_id != ruleset_id.lower():
        raise click.BadParameter("an id has two parts in lower case, for example acme/social", param_hint="ID")
    path = output or Path(f"{ruleset_id.rpartition('/')[2]}.yaml")
    text = new_ruleset(ruleset_id, jurisdiction=jurisdiction, sectors=sectors, extends=extends, today=today())
    write_file(path, text, overwrite=False)
    click.echo(f"Wrote {path}. Fill in what says TODO, then run: govrules lint {path} && govrules test {path}")


@command.command("rule")
@click.argument("rule_id", metavar="ID")
@click.option("--market", "jurisdiction", type=MarketType(), default=EVERYWHERE, help="Default: ZZ, worldwide.")
@click.option("--sector", "sectors", type=SectorType(), multiple=True, help="Whom it binds. Default: everybody.")
def _rule(rule_id: str, jurisdiction: str, sectors: tuple[str, ...]) -> None:
    """Print a rule to paste under `rules:`."""
    click.echo(new_rule(rule_id, jurisdiction=jurisdiction, sectors=sectors), nl=False)
