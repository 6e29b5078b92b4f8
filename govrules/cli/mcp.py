# SPDX-License-Identifier: Apache-2.0
"""``govrules mcp``."""

from datetime import date
from pathlib import Path

import click

from govrules.cli.options import PATH, Chosen, Day, ruleset_options
from govrules.cli.writing import write_file
from govrules.source.errors import InputError
from govrules.today import today


@click.command("mcp")
@click.option(
    "--folder", type=PATH, default=Path(), metavar="DIR", help="Reach the files of this folder. Default: here."
)
@click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge as of this day. Default: today, by UTC.")
@ruleset_options
def command(folder: Path, as_of: date | None, chosen: Chosen) -> None:
    """Serve an assistant by the Model Context Protocol, on standard input and output.

    The assistant asks what to ask next, proposes answers with quotes from documents of the folder, and has strategies
    checked. A quote that does not stand in its document, word for word, is refused. Nothing outside of the folder is
    read or written.
    """
    try:
        from govrules.assistant.server import server_for
    except ImportError as error:
        raise InputError.of(f"the server needs the package {error.name}", "pip install 'govrules[mcp]'") from None
    from govrules.assistant.desk import Desk

    if not folder.is_dir():
        raise InputError.of(f"{folder} is not a folder", "name the folder that holds strategy and documents")
    desk = Desk(folder, chosen.load(), as_of or today(), lambda path, text: write_file(path, text, overwrite=True))
    server_for(desk).run("stdio")
