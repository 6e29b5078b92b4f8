# SPDX-License-Identifier: Apache-2.0
"""``govrules lock``."""

from pathlib import Path

import click

from govrules.cli.options import Chosen, ruleset_options
from govrules.cli.writing import write_file
from govrules.repository.config import shown
from govrules.repository.run import open_for
from govrules.ruleset.lock import write_lock


@click.command("lock")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write. Default: that of the configuration, or else govrules.lock.",
)
@ruleset_options
def command(output: Path | None, chosen: Chosen) -> None:
    """Pin the version and digest of each loaded ruleset, for `govrules check --lock`."""
    settings = chosen.settings()
    folder = settings.file.folder if settings.file else Path()
    output = output or settings.lock or Path(shown(folder / "govrules.lock"))
    rulesets = open_for(settings).load()
    write_file(output, write_lock(rulesets), overwrite=True)
    click.echo(f"Locked {len(rulesets.rulesets)} rulesets in {output}.")
