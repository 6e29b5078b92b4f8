# SPDX-License-Identifier: Apache-2.0
"""``govrules import``."""

import json
from pathlib import Path

import click

from govrules.cli.options import PATH, Chosen, FilePath, ruleset_options
from govrules.cli.writing import write_file
from govrules.forms.take import taken
from govrules.repository.asking import titled
from govrules.source.read import format_of
from govrules.strategy.answers import data_of, document_from
from govrules.strategy.edit import edited, new_text
from govrules.strategy.load import load_strategy


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FilePath(path_type=Path, dir_okay=False))
@click.option("--into", type=PATH, metavar="STRATEGY", help="Write it into this strategy. Default: standard output.")
@ruleset_options
def command(files: tuple[Path, ...], into: Path | None, chosen: Chosen) -> None:
    """Read questionnaires (.xlsx, .docx) that `govrules init` wrote, filled in, into a strategy; or the answers to the
    questions of a report (.xlsx).

    What STRATEGY states stays; where a form, or two of them, say something else, nothing is written and each difference
    is named with its cell. A blank stays unknown. Every cell that holds no answer is listed at once.
    """
    rulesets = chosen.load([str(into)] if into else ())
    begun = load_strategy(into, shapes=rulesets.shapes) if into and into.exists() else None
    data = taken(files, data_of(begun) if begun else {}, str(into), rulesets.shapes)
    data = titled(data, ", ".join(path.name for path in files))
    document_from(data, rulesets.shapes)
    format_ = format_of(into) if into else "yaml"
    if begun is not None and begun.source is not None:
        text = edited(begun.source, data, rulesets.shapes, format_)
    elif format_ == "json":
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    elif format_ == "markdown":
        text = f"---\n{new_text(data, rulesets.shapes)}---\n"
    else:
        text = new_text(data, rulesets.shapes)
    if into is None:
        click.echo(text, nl=False)
        return
    write_file(into, text, overwrite=True)
    click.echo(f"Wrote {into}. Check it: govrules check {into}")
