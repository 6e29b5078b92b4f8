# SPDX-License-Identifier: Apache-2.0
"""``govrules catalogue``."""

from pathlib import Path

import click

from govrules.cli.options import Chosen, format_option, ruleset_options
from govrules.cli.writing import write_file
from govrules.output.catalogue import catalogue, reference
from govrules.output.catalogue.folder import write_folder


@click.command("catalogue")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    required=True,
    help="The folder to write: a new or empty one, or one that this command wrote before. For oscal: the file.",
)
@format_option("markdown", "oscal")
@click.option(
    "--reference",
    "wants_reference",
    is_flag=True,
    help="Write the reference of the language instead: keys, operators, fields of a strategy, faults.",
)
@ruleset_options
def command(output: Path, format_: str, wants_reference: bool, chosen: Chosen) -> None:
    """Write a page for each loaded rule, with indexes, as Markdown for a documentation site, or one OSCAL catalog.

    The same rulesets give the same pages. Files that the command did not write are never touched: it refuses a folder
    in which there are any to begin with, and tells which one stands in its way.
    """
    if format_ == "oscal" and wants_reference:
        raise click.UsageError("the reference of the language is not available as OSCAL")
    rulesets = chosen.load()
    if format_ == "oscal":
        from govrules.output.oscal_catalogue import oscal_catalogue

        write_file(output, oscal_catalogue(rulesets), overwrite=True)
        return
    pages = reference(rulesets.shapes) if wants_reference else catalogue(rulesets)
    changed = write_folder(output, pages)
    click.echo(f"{len(pages)} pages in {output}, {changed} of them new, changed or removed.")
