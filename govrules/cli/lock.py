# SPDX-License-Identifier: Apache-2.0
"""``govrules lock``."""

from pathlib import Path

import click

from govrules.cli.options import load_chosen, ruleset_options, write_file
from govrules.ruleset.lock import write_lock


@click.command("lock")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("govrules.lock"),
    help="The file to write. Default: govrules.lock.",
)
@ruleset_options
def command(output: Path, ruleset_files: tuple[Path, ...], no_bundled: bool) -> None:
    """Pin the version and digest of each loaded ruleset, for `govrules check --lock`."""
    rulesets = load_chosen(ruleset_files, no_bundled)
    write_file(output, write_lock(rulesets), overwrite=True)
    click.echo(f"Locked {len(rulesets.rulesets)} rulesets in {output}.")
