# SPDX-License-Identifier: Apache-2.0
"""``govrules workbench``."""

import webbrowser
from pathlib import Path

import click

from govrules.cli.options import PATH
from govrules.source.errors import InputError

PORT = 8417


@click.command("workbench")
@click.option("--output", "-o", "folder", type=PATH, metavar="DIR", help="Write the workbench as a folder, and end.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    help=f"Serve on this port. Default: {PORT}. A browser keeps a document for each port apart.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option(
    "--runtime", type=PATH, metavar="DIR", help="Take Python for browsers from here. Default: fetched once, then kept."
)
def command(folder: Path | None, port: int, no_browser: bool, runtime: Path | None) -> None:
    """Open the workbench: interview, verdict and reports in the browser, with nothing leaving this machine.

    With --output it is written as a folder of files, which any web server can offer to people who have nothing
    installed. Its runtime (Python for browsers) is fetched once, with npm and pip.
    """
    try:
        import jinja2  # noqa: F401
        from platformdirs import user_cache_path
    except ImportError as error:
        hint = "pip install 'govrules[workbench]'"
        raise InputError.of(f"the workbench needs the package {error.name}", hint) from None
    from govrules.workbench.folder import write_workbench
    from govrules.workbench.runtime import runtime as fetched
    from govrules.workbench.serve import ADDRESS, served

    kept = user_cache_path("govrules", appauthor=False) / "workbench"
    source = runtime or fetched(kept / "runtime")
    if folder is not None:
        write_workbench(folder, source)
        click.echo(f"Wrote {folder}. Offer it by any web server, or open it here: govrules workbench")
        return
    write_workbench(kept / "site", source)
    with served(kept / "site", port) as server:
        address = f"http://{ADDRESS}:{server.server_port}/"
        click.echo(f"The workbench is at {address} until you press Ctrl-C.")
        if not no_browser:
            webbrowser.open(address)
        server.serve_forever()
