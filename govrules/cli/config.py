# SPDX-License-Identifier: Apache-2.0
"""``govrules config``."""

import json
from pathlib import Path

import click

from govrules.cli.options import PATH, Chosen, format_option
from govrules.output.console import console
from govrules.output.settings import print_settings, settings_as_data
from govrules.repository.check import root_for
from govrules.repository.files import name_of


@click.group("config")
def command() -> None:
    """Tell what the configuration is."""


@command.command("show")
@click.argument("file", required=False, metavar="[STRATEGY]")
@click.option("--config", type=PATH, metavar="FILE", help="Use this configuration.")
@format_option("text", "json")
def show(file: str | None, config: Path | None, format_: str) -> None:
    """Show every setting that is in force, and where its value comes from; for a strategy, as they are for it."""
    named = [file] if file else []
    settings = Chosen(config=config).settings(named)
    strategy = name_of(file, root_for(settings, named)) if file else None
    explained = settings.explain(strategy)
    source = settings.file.source.file if settings.file else None
    if format_ == "json":
        data = settings_as_data(explained, source, strategy)
        click.echo((json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode(), nl=False)
    else:
        print_settings(explained, source, strategy, console())
