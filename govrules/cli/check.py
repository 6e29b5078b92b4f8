# SPDX-License-Identifier: Apache-2.0
"""``govrules check``."""

import sys
from datetime import date
from pathlib import Path

import click

from govrules.assessment.check import assess
from govrules.assessment.threshold import THRESHOLDS, Threshold, failing
from govrules.cli.main import EXIT_FINDINGS
from govrules.cli.options import Day, format_option, open_chosen, ruleset_options
from govrules.cli.outputs import ALL_FORMATS, Output, choose_outputs, outputs_option
from govrules.engines.named import ENGINES, EngineName, engine_named
from govrules.ruleset.lock import hold_to_lock
from govrules.source.read import read
from govrules.strategy.load import load_strategy


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@format_option(*ALL_FORMATS)
@outputs_option
@click.option(
    "--fail-on",
    type=click.Choice(THRESHOLDS),
    default="major",
    help="Exit with 1 from this severity on. An unanswered rule counts by its severity. Default: major.",
)
@click.option("--allow-unanswered", is_flag=True, help="Unanswered rules do not make the check fail.")
@click.option(
    "--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge law and document as of this day. Default: today."
)
@click.option("--select", multiple=True, metavar="RULE", help="Ask only these: an id, a pattern with *, or a ruleset.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these out: an id, a pattern with *, or a ruleset.")
@click.option("--lock", type=click.Path(), metavar="FILE", help="Refuse rulesets that differ from this lock file.")
@click.option(
    "--engine",
    "engine_name",
    type=click.Choice(ENGINES),
    default="compiled",
    help="What judges; both: refuse to answer where the two differ. Default: compiled.",
)
@click.option("--verbose", "-v", is_flag=True, help="Also list what is met.")
@ruleset_options
def command(
    files: tuple[str, ...],
    format_: str,
    outputs: tuple[Output, ...],
    fail_on: Threshold,
    allow_unanswered: bool,
    as_of: date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lock: str | None,
    engine_name: EngineName,
    verbose: bool,
    ruleset_files: tuple[Path, ...],
    no_bundled: bool,
) -> None:
    """Check strategies: YAML, JSON or Markdown with front matter; - is standard input.

    Says what applies, what is met, what falls short and what cures it, and what the document leaves open. Exits with
    0 if nothing is at or above --fail-on, 1 if something is, 2 if the input or the call was wrong.
    """
    chosen = choose_outputs(format_, outputs)
    opened = open_chosen(ruleset_files, no_bundled)
    today = date.today()
    # All are read before anything is printed: bad input leaves no half of an answer behind.
    documents = [load_strategy(file, sectors=opened.sectors) for file in dict.fromkeys(files)]
    rulesets = opened.load([document.strategy for document in documents])
    if lock is not None:
        hold_to_lock(rulesets, read(lock))
    engine = engine_named(engine_name, rulesets.concepts)
    reports = [
        assess(document, rulesets, as_of=as_of or today, select=select, ignore=ignore, engine=engine)
        for document in documents
    ]
    chosen.write(reports, today=today, verbose=verbose)
    if any(failing(report, fail_on, allow_unanswered=allow_unanswered) for report in reports):
        sys.exit(EXIT_FINDINGS)
