# SPDX-License-Identifier: Apache-2.0
"""``govrules init``."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click

from govrules.assessment.coverage import not_covered
from govrules.assessment.interview import gates
from govrules.cli.options import Chosen, MarketType, SectorType, ruleset_options
from govrules.cli.writing import write_file, write_files
from govrules.output.presentation.numbers import plural
from govrules.output.questionnaire import questionnaire
from govrules.ruleset.asks import Asked, Settled, asked_fields, foremost_fields, rules_for
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.errors import InputError
from govrules.strategy.document import DocumentKind
from govrules.today import today

_FOREMOST = 10  # fields beside the gates
_ALWAYS = (("title",), ("organisation", "name"), ("organisation", "sectors"), ("markets",))


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
    "--format",
    "format_",
    type=click.Choice(["yaml", "xlsx", "docx"]),
    default="yaml",
    show_default=True,
    help="A file to fill in, or a questionnaire in Excel or Word, which `govrules import` reads back.",
)
@click.option(
    "--split-by",
    type=click.Choice(["owner"]),
    help="Write a questionnaire for each of those who usually know, next to OUTPUT.",
)
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
    format_: str,
    split_by: str | None,
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
    known = {("organisation", "sectors"): tuple(sector_ids), ("markets",): tuple(markets)}
    settled = Settled(known, rulesets.concepts, today())
    asked = (
        asked_fields(rules, rulesets.concepts, settled)
        if everything
        else foremost_fields(rules, rulesets.concepts, settled, gates(), _FOREMOST)
    )
    if format_ != "yaml":
        _write_forms(asked, rules, rulesets, (sector_ids, markets), format_, split_by, output)
        return
    if split_by:
        raise click.UsageError("--split-by goes with --format xlsx or docx")
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
    _tell_not_covered(sector_ids, markets, rulesets)


def _write_forms(
    asked: Asked,
    rules: Sequence[Rule],
    rulesets: Rulesets,
    about: tuple[Sequence[str], Sequence[str]],
    format_: str,
    split_by: str | None,
    output: Path | None,
) -> None:
    if output is None:
        raise click.UsageError(f"--format {format_} writes a file; name it with --output")
    if output.suffix.lower() != f".{format_}":
        raise click.UsageError(f"--output {output} does not end in .{format_}")
    from govrules.forms import docx, xlsx
    from govrules.forms.form import owners_of, sections, split_by_owner

    for names in _ALWAYS:
        asked.at(names)
    sector_ids, markets = about
    known = {("organisation", "sectors"): ", ".join(sector_ids), ("markets",): ", ".join(markets)}
    found = sections(asked, rulesets.shapes.root, owners_of(rules, rulesets.concepts))
    write = xlsx.written if format_ == "xlsx" else docx.written
    if split_by is None:
        files = {output: write(found, known)}
    else:
        files = {
            output.with_name(f"{output.stem}-{owner}{output.suffix}"): write(part, known)
            for owner, part in split_by_owner(found).items()
        }
    write_files(files, overwrite=False)
    for file in files:
        click.echo(f"Wrote {file}. Once it is filled in: govrules import {file} --into strategy.yaml")
    _tell_not_covered(sector_ids, markets, rulesets)


def _tell_not_covered(sector_ids: Sequence[str], markets: Sequence[str], rulesets: Rulesets) -> None:
    for one in not_covered(sector_ids, markets, rulesets):
        click.echo(f"Not checked: {one.text}", err=True)
