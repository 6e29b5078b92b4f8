# SPDX-License-Identifier: Apache-2.0
"""``govrules test``."""

import sys
from pathlib import Path

import click

from govrules.assessment.ruletest import coverage_percent, run_tests
from govrules.cli.main import EXIT_FINDINGS
from govrules.cli.options import examine_chosen, format_option
from govrules.output.console import console
from govrules.output.ruletest import as_json, as_junit, print_tests
from govrules.source.errors import InputError


@click.command("test")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[RULESET]...")
@click.option(
    "--min-coverage", type=click.FloatRange(0, 100), default=0, help="Fail below this percentage. Default: 0."
)
@click.option("--show-unreached", is_flag=True, help="List what no example reaches.")
@format_option("text", "junit", "json")
def command(files: tuple[Path, ...], min_coverage: float, show_unreached: bool, format_: str) -> None:
    """Run the examples by which each rule proves itself, and tell what differed, why, and what no example reaches.

    Without files, the rulesets of the configuration, or else the bundled ones. Exits with 0 if all passed, 1 if one
    failed or coverage is below --min-coverage, 2 if a ruleset cannot be loaded.
    """
    rulesets, problems, chosen = examine_chosen(files)
    if problems:
        raise InputError(problems)
    tests = run_tests(rulesets, chosen)
    if not tests:
        raise InputError.of("there is no rule to test", "name a ruleset that has rules")
    if format_ == "junit":
        click.echo(as_junit(tests, rulesets.compiled).encode(), nl=False)
    elif format_ == "json":
        click.echo(as_json(tests, rulesets.compiled).encode(), nl=False)
    else:
        print_tests(tests, rulesets.compiled, console(), show_unreached=show_unreached)
    reached = coverage_percent(tests)
    if reached < min_coverage:
        click.echo(f"Coverage is {reached:.1f}%, below the {min_coverage:g}% that is asked for.", err=True)
        sys.exit(EXIT_FINDINGS)
    if not all(test.passed for test in tests):
        sys.exit(EXIT_FINDINGS)
