# SPDX-License-Identifier: Apache-2.0
"""``govrules lsp``."""

import click

from govrules.cli.options import Chosen, ruleset_options
from govrules.source.errors import InputError
from govrules.today import today


@click.command("lsp")
@ruleset_options
def command(chosen: Chosen) -> None:
    """Serve an editor by the Language Server Protocol, on standard input and output.

    In strategies and rulesets it marks what is wrong as you type, tells what a field or rule means, completes fields
    and choices, leads from a concept, rule or ruleset to where it is written, and runs the examples of a rule.
    """
    try:
        from govrules.editor.server import server_for
    except ImportError as error:
        raise InputError.of(f"the server needs the package {error.name}", "pip install 'govrules[lsp]'") from None
    server_for(chosen.load(), today).start_io()
