# SPDX-License-Identifier: Apache-2.0
"""``govrules lint``."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from govrules.assessment.lint import lint
from govrules.cli.main import EXIT_FINDINGS
from govrules.cli.options import Day, examine_chosen, format_option
from govrules.output.console import console
from govrules.output.problems import print_problems, problems_as_data
from govrules.today import today


@click.command("lint")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[RULESET]...")
@click.option(
    "--as-of", type=Day(), metavar="YYYY-MM-DD", help="The day as of which reviews are judged. Default: today."
)
@format_option("text", "json")
def command(files: tuple[Path, ...], as_of: date | None, format_: str) -> None:
    """Check rulesets for every fault at once: what does not load, and what loads but cannot be right.

    Without files, the rulesets of the configuration, or else the bundled ones. Exits with 0 if there is none, 1 if
    there is one, 2 if a file cannot be read.
    """
    rulesets, problems, chosen = examine_chosen(files)
    problems = [*problems, *lint(rulesets, chosen, as_of=as_of or today())]
    problems = [problem for problem in problems if problem.place is None or problem.place.file in chosen]
    problems.sort(key=lambda problem: (problem.place.file, problem.place.line) if problem.place else ("", 0))
    if format_ == "json":
        click.echo(json.dumps({"problems": problems_as_data(problems)}, indent=2, ensure_ascii=False))
    else:
        out = console()
        print_problems(problems, {ruleset.source.file: ruleset.source for ruleset in rulesets}, out)
        counted = f"{len(problems)} fault{'' if len(problems) == 1 else 's'}"
        out.print(f"{counted} in {len(chosen)} ruleset{'' if len(chosen) == 1 else 's'}.", style="bold")
    if problems:
        sys.exit(EXIT_FINDINGS)
