# SPDX-License-Identifier: Apache-2.0
"""The command line's front door: finds the command, and turns bad input into one clear message and exit code 2."""

import gc
import io
import os
import sys
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

import click

from govrules.output.presentation.escaping import safe_line
from govrules.source.errors import InputError
from govrules.version import VERSION

if TYPE_CHECKING:
    from typing_extensions import Buffer

EXIT_FINDINGS = 1
EXIT_WRONG_INPUT = 2
EXIT_INTERRUPTED = 130

_COMMANDS = {
    "ask": "Fill in a strategy by interview, the question that matters most first.",
    "workbench": "Open the workbench: interview, verdict and reports in the browser.",
    "check": "Check strategies against rulesets.",
    "init": "Write a strategy to fill in.",
    "import": "Read filled-in questionnaires into a strategy.",
    "rules": "List the loaded rules.",
    "explain": "Show a rule in full, or why it says what it says of a strategy.",
    "lint": "Check rulesets for faults.",
    "test": "Run the examples of rulesets.",
    "new": "Write a ruleset or rule to fill in.",
    "lock": "Pin the rulesets that are loaded.",
    "brief": "Write the board paper in one page.",
    "diff": "Compare two strategies, revisions or days.",
    "waive": "Accept a gap for a time.",
    "baseline": "Record today's findings, so that checks fail only on new ones.",
    "verify": "Tell whether a stored report still holds.",
    "attest": "Write the result as an in-toto statement.",
    "config": "Show the settings and where they come from.",
    "lsp": "Serve an editor by the Language Server Protocol.",
    "mcp": "Serve an assistant by the Model Context Protocol.",
    "catalogue": "Write the rules as pages for a documentation site.",
    "schema": "Write the JSON Schema of a kind of document.",
}

_MODULES = {"import": "import_"}  # a word of Python


class _LazyGroup(click.Group):
    """Imports a command only when it is called, so that ``--version`` and completion answer at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"govrules.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="govrules")
def cli() -> None:
    """Check a social media strategy against law, regulation and good governance.

    Exit codes: 0 nothing at or above the threshold, 1 something, 2 the input or the call was wrong, 130 interrupted.
    """


def main() -> None:
    """Run the command line, and end the process."""
    # A command makes many objects that live until it ends: neither to look for garbage among them nor to take them
    # down one by one is worth the time.
    gc.set_threshold(100_000)
    # Pydantic would search every installed package for plugins, which takes longer than a check.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _open_streams()
    code = _run_whatever_happens()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        os.write(2, f"error: the output cannot be written: {error.strerror}\n".encode())
        code = EXIT_WRONG_INPUT
    os._exit(code)


def _run_whatever_happens() -> int:
    """Run the command; a fault of govrules itself is no finding either."""
    try:
        return run()
    except MemoryError:
        tell(InputError.of("there is not enough memory", "check fewer strategies at once, or give the job more memory"))
    except Exception as error:
        frame = extract_tb(error.__traceback__)[-1]
        where = f"{Path(frame.filename).name}, line {frame.lineno}"
        hint = "this is a fault of govrules and not of your files; please report it with this message"
        tell(InputError.of(f"{type(error).__name__} in {where}: {error}", hint))
    return EXIT_WRONG_INPUT


class _PatientPipe(io.FileIO):
    """A stream whose reader may go before the end (`| head`): the command ends as it would have."""

    def write(self, data: "Buffer", /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            return memoryview(data).nbytes


def _open_streams() -> None:
    """Make the standard streams usable, whatever the caller made of them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            # One that the caller closed holds and takes nothing.
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
        elif mode == "w" and stream.isatty():
            # A document may hold what the terminal's encoding lacks: shown as an escape, never a traceback.
            stream.reconfigure(errors="backslashreplace")
        elif mode == "w":
            writer = io.BufferedWriter(_PatientPipe(stream.fileno(), "wb", closefd=False))
            by_line = name == "stderr"
            text = io.TextIOWrapper(writer, stream.encoding, "backslashreplace", line_buffering=by_line)
            setattr(sys, name, text)


def run() -> int:
    """Run the command that the arguments name; the exit code."""
    try:
        ended = cli(prog_name="govrules", standalone_mode=False)
        return ended if isinstance(ended, int) else 0
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except click.exceptions.Abort:
        return EXIT_INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except InputError as error:
        tell(error)
    except (OSError, UnicodeError) as error:
        # Whatever the file system has in store that no command foresees.
        tell(InputError.of(f"{type(error).__name__}: {error}", "check the files and their permissions"))
    except RecursionError:
        message = "concepts depend on each other through too many steps; define some by fields of the document"
        click.echo(f"error: {message}", err=True)
    return EXIT_WRONG_INPUT


def tell(error: InputError) -> None:
    """Say on standard error what is wrong with the input, and the way out."""
    for problem in error.problems:
        where = f"{problem.place}: " if problem.place else ""
        click.echo(click.style("error: ", fg="red", bold=True) + safe_line(f"{where}{problem.message}"), err=True)
        if problem.hint:
            click.echo("       " + safe_line(problem.hint), err=True)
