# SPDX-License-Identifier: Apache-2.0
"""``govrules init``."""

from pathlib import Path
from typing import get_args

import click

from govrules.assessment.coverage import not_covered
from govrules.assessment.interview import gates
from govrules.cli.options import Chosen, MarketType, SectorType, ruleset_options, write_file
from govrules.output.presentation.numbers import plural
from govrules.output.questionnaire import questionnaire
from govrules.ruleset.asks import asked_fields, foremost_fields, rules_for
from govrules.source.errors import InputError
from govrules.strategy.document import DocumentKind

_FOREMOST = 10  # fields beside the gates


@click.command("init")
@click.option(
    "--sector", "sector_ids", type=SectorType(), multiple=True, required=True, help="For example bank. May be repeated."
)
@click.option(
    "--market", "markets", type=MarketType(), multiple=True, required=True, help="For example US. May be repeated."
)
@click.option(
    "--document",
    type=click.Choice(get_args(DocumentKind)),
    default="strategy",
    show_default=True,
    help="What kind of document to write. A policy is short.",
)
@click.option("--all", "everything", is_flag=True, help="All that the rules ask; else what matters most of it.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: standard output.",
)
@ruleset_options
def command(
    sector_ids: tuple[str, ...],
    markets: tuple[str, ...],
    document: DocumentKind,
    everything: bool,
    output: Path | None,
    chosen: Chosen,
) -> None:
    """Write a strategy, or another document, to fill in.

    It holds what decides whether kinds of rules apply, and the ten answers that weigh most for these sectors and
    markets, each with its meaning and choices; with --all, everything that the rules ask.
    """
    rulesets = chosen.load()
    rules = rules_for(rulesets.rules.values(), sector_ids, markets, rulesets.shapes.sectors, document)
    if not rules:
        raise InputError.of("no loaded rule is about these sectors and markets", "see `govrules rules`")
    asked = (
        asked_fields(rules, rulesets.concepts)
        if everything
        else foremost_fields(rules, rulesets.concepts, gates(), _FOREMOST)
    )
    text = questionnaire(
        asked,
        rulesets.shapes.root,
        sector_ids=list(dict.fromkeys(sector_ids)),
        markets=list(dict.fromkeys(markets)),
        document=document,
        whole=everything,
    )
    if output is None:
        click.echo(text, nl=False)
    else:
        write_file(output, text, overwrite=False)
        what = f"the questions of {plural(len(rules), 'rule')}" if everything else "what to answer first"
        click.echo(f"Wrote {output}: {what}. Fill it in and run: govrules check {output}")
    for one in not_covered(sector_ids, markets, rulesets):
        click.echo(f"Not checked: {one.text}", err=True)
