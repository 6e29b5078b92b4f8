# SPDX-License-Identifier: Apache-2.0
"""``govrules baseline``."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from govrules.cli.options import Chosen, Day, FilePath, ruleset_options, waivers_options
from govrules.cli.progress import progress
from govrules.cli.writing import write_file
from govrules.output.presentation.escaping import safe_line
from govrules.output.presentation.numbers import plural
from govrules.output.presentation.waived_and_known import new_and_known
from govrules.repository.baseline import FILE, Baseline, read_baseline
from govrules.repository.check import check_strategies, root_for
from govrules.repository.config import shown
from govrules.repository.settings import Given
from govrules.source.errors import InputError
from govrules.today import today


@click.command("baseline")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--output",
    "-o",
    type=FilePath(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"The file to write. Default: that of the configuration, or else {FILE}.",
)
@click.option("--prune", is_flag=True, help="Only take out what is fixed; record nothing new.")
@click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge as of this day. Default: today, by UTC.")
@waivers_options
@ruleset_options
def command(
    files: tuple[str, ...],
    output: Path | None,
    prune: bool,
    as_of: date | None,
    waiver_files: tuple[Path, ...],
    no_waivers: bool,
    chosen: Chosen,
) -> None:
    """Record the findings of today, so that later checks fail only on new ones.

    FILE is a strategy, a folder or a glob; without any, the strategies of the configuration. What is recorded of other
    strategies stays, unless they are no longer there. Outright prohibitions are never recorded: they fail every check.
    """
    settings = chosen.settings(files, Given(waivers=waiver_files), no_waivers=no_waivers)
    root = root_for(settings, files)
    path = output or settings.baseline or Path(shown((root or Path()) / FILE))
    if prune and not os.path.isfile(path):
        raise InputError.of(f"there is no baseline {path}", "leave --prune out to record one")
    before = read_baseline(path, root) if os.path.isfile(path) else Baseline()
    run = check_strategies(files, replace(settings, without_baseline=True), as_of=as_of or today(), track=progress)
    after = before.pruned(run.reports) if prune else before.recorded(run.reports)
    if root is not None:
        after = after.without_lost(root)
    write_file(path, after.to_json(), overwrite=True)
    # Counted as a check counts: rules that ask the same are one finding.
    left, held = map(sum, zip(*(new_and_known(after.mark(report)) for report in run.reports), strict=True))
    known = sum(new_and_known(before.mark(report))[1] for report in run.reports)
    click.echo(
        safe_line(
            f"Recorded in {path}: {plural(held, 'finding')}, {max(held - known, 0)} new, {before.fresh(after)} removed."
        )
    )
    if others := len(after.findings.keys() - {report.file for report in run.reports}):
        click.echo(f"What it has of {plural(others, 'other strategy', 'other strategies')} stays.")
    for note in run.remarks:
        click.echo(safe_line(note), err=True)
    if left and not prune:
        click.echo(
            f"Not recorded: {plural(left, 'finding')} about outright prohibitions, which a baseline cannot cover."
        )
    if settings.baseline is None:
        click.echo(safe_line(f"Checks use it with `--baseline {path}`, or `baseline: {path}` in govrules.yaml."))
