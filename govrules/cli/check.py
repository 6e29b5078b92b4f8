# SPDX-License-Identifier: Apache-2.0
"""``govrules check``."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from govrules.assessment.terms import Threshold, Uncovered
from govrules.assessment.threshold import THRESHOLDS, fails
from govrules.cli.bulk_options import Bulk, bulk_options
from govrules.cli.main import EXIT_FINDINGS
from govrules.cli.options import PATH, Chosen, Day, basis_option, ruleset_options, uncovered_option, waivers_options
from govrules.cli.outputs import Output, choose_outputs, outputs_options
from govrules.cli.progress import progress
from govrules.engines.named import ENGINES, EngineName
from govrules.output.formats import FormatName
from govrules.output.presentation.escaping import safe_line
from govrules.repository.check import check_strategies
from govrules.repository.settings import Given
from govrules.ruleset.model import Basis
from govrules.today import today


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@outputs_options
@click.option(
    "--fail-on",
    type=click.Choice(THRESHOLDS),
    help="Exit with 1 from this severity on. An unanswered rule counts by its severity. Default: major.",
)
@click.option("--allow-unanswered", is_flag=True, help="Unanswered rules do not make the check fail.")
@uncovered_option("the check fail")
@click.option(
    "--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge law and document as of this day. Default: today, by UTC."
)
@click.option("--select", multiple=True, metavar="RULE", help="Ask only these: an id, a pattern with *, or a ruleset.")
@basis_option
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these out: an id, a pattern with *, or a ruleset.")
@click.option("--lock", type=PATH, metavar="FILE", help="Refuse rulesets that differ from this lock file.")
@waivers_options
@click.option("--baseline", type=PATH, metavar="FILE", help="Fail only on findings that it does not have.")
@click.option("--no-baseline", is_flag=True, help="Do not use a baseline.")
@click.option("--diff-base", metavar="REV", help="Fail only on findings that the change since this revision brings.")
@click.option(
    "--engine", type=click.Choice(ENGINES), help="Which engine judges; both: refuse to answer where the two differ."
)
@click.option(
    "--as-found", is_flag=True, help="Let each FILE count as found in a folder: pass over excluded and other files."
)
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Use up to N processes.")
@click.option("--quiet", "-q", is_flag=True, help="Print only the verdicts.")
@click.option("--verbose", "-v", is_flag=True, help="Show everything: all proof, all questions, and what is met.")
@bulk_options
@click.option("--watch", is_flag=True, help="Check again on each save, and show what changed, until stopped.")
@ruleset_options
def command(
    files: tuple[str, ...],
    format_: FormatName | None,
    outputs: tuple[Output, ...],
    sarif_waived: bool,
    fail_on: Threshold | None,
    allow_unanswered: bool,
    allow_uncovered: Uncovered | None,
    as_of: date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    basis: tuple[Basis, ...],
    lock: Path | None,
    waiver_files: tuple[Path, ...],
    no_waivers: bool,
    baseline: Path | None,
    no_baseline: bool,
    diff_base: str | None,
    engine: EngineName | None,
    as_found: bool,
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    watch: bool,
    bulk: Bulk,
    chosen: Chosen,
) -> None:
    """Check strategies: YAML, JSON or Markdown with front matter; - is standard input.

    FILE is a strategy, a folder or a glob; without any, the strategies of the configuration are checked. With --jsonl
    strategies are the lines of one file, and a row for each is written, which tells the verdict. Otherwise says what
    applies, what is met, what falls short and what cures it, what the document leaves open, and what no rule is about.
    Exits with 0 if nothing is at or above --fail-on and everything was checked, 1 if not, 2 if the input or the call
    was wrong.
    """
    given = Given(
        format=format_,
        fail_on=fail_on,
        allow_unanswered=allow_unanswered or None,
        allow_uncovered=allow_uncovered,
        select=select,
        ignore=ignore,
        basis=basis,
        lock=lock,
        waivers=waiver_files,
        baseline=baseline,
        engine=engine,
        jobs=jobs,
    )
    if bulk.hold(
        files=files,
        watch=watch,
        as_found=as_found,
        sarif_waived=sarif_waived,
        diff_base=diff_base,
        baseline=baseline,
        waivers=waiver_files,
        verbose=verbose,
    ):
        from govrules.cli.bulk import check_records  # few checks are of so many strategies

        in_force = chosen.settings([str(bulk.jsonl)], given, no_waivers=no_waivers, no_baseline=True)
        sys.exit(check_records(bulk, in_force, outputs, as_of=as_of, quiet=quiet))
    settings = partial(chosen.settings, files, given, no_waivers=no_waivers, no_baseline=no_baseline)
    if watch:
        from govrules.cli.watching import watch_strategies  # needs an extra

        if outputs or format_ is not None or sarif_waived or diff_base is not None or "-" in files:
            raise click.UsageError("--watch prints what changed in files; it writes and compares no reports")
        watch_strategies(files, settings, as_of=as_of)
        return
    in_force = settings()
    wanted = choose_outputs(in_force, outputs, quiet=quiet, verbose=verbose, sarif_waived=sarif_waived)
    if wanted.are_rows() and diff_base is None:
        from govrules.cli.rows import write_rows

        failing, remarks = write_rows(files, in_force, wanted.main, as_of=as_of or today(), as_found=as_found)
    else:
        # All are read before anything is printed: bad input leaves no half of an answer behind.
        run = check_strategies(
            files, in_force, as_of=as_of or today(), diff_base=diff_base, as_found=as_found, track=progress
        )
        if run.checked:
            wanted.write(run, today=today())
        failing, remarks = any(map(fails, run.reports)), run.remarks
    for note in remarks:
        click.echo(safe_line(note), err=True)
    if failing:
        sys.exit(EXIT_FINDINGS)
