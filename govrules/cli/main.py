# SPDX-License-Identifier: Apache-2.0
"""The command line's front door: finds the command, and turns bad input into one clear message and exit code 2."""

import gc
import io
import os
import sys
from importlib import import_module

import click

from govrules.output.presentation.escaping import safe_line
from govrules.source.errors import InputError
from govrules.version import VERSION

EXIT_FINDINGS = 1
EXIT_WRONG_INPUT = 2

_COMMANDS = {
    "check": "Check strategies against rulesets.",
    "init": "Write a strategy to fill in.",
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
    "catalogue": "Write the rules as pages for a documentation site.",
    "schema": "Write the JSON Schema of a kind of document.",
}


class _LazyGroup(click.Group):
    """Imports a command only when it is called, so that ``--version`` and completion answer at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"govrules.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="govrules")
def cli() -> None:
    """Check a social media strategy against law, regulation and good governance.

    Exit codes: 0 nothing at or above the threshold, 1 something, 2 the input or the call was wrong.
    """


def main() -> None:
    """Run the command line, and end the process."""
    # A command makes many objects that live until it ends: neither to look for garbage among them nor to take them
    # down one by one is worth the time.
    gc.set_threshold(100_000)
    # Pydantic would search every installed package for plugins, which takes longer than a check.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A document may hold what the terminal's encoding lacks: shown as an escape, never a traceback.
            stream.reconfigure(errors="backslashreplace")
    code = run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        pass  # The reader of the pipe has gone (`| head`): nobody is left to tell.
    except OSError as error:
        os.write(2, f"error: the output cannot be written: {error.strerror}\n".encode())
        code = EXIT_WRONG_INPUT
    os._exit(code)


def run() -> int:
    """Run the command that the arguments name; the exit code."""
    try:
        cli(prog_name="govrules")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except InputError as error:
        tell(error)
    except BrokenPipeError:
        return 0  # The reader of the pipe has gone (`| head`): nobody is left to tell.
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
