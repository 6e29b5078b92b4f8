# SPDX-License-Identifier: Apache-2.0
"""``govrules diff``."""

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from govrules.assessment.diff import diff, worse
from govrules.assessment.report import Report
from govrules.assessment.stored import is_report, read_report
from govrules.cli.main import EXIT_FINDINGS
from govrules.cli.options import Chosen, Day, format_option, ruleset_options, waivers_options
from govrules.output.console import console
from govrules.output.diff import print_diff
from govrules.output.presentation.escaping import safe_json
from govrules.repository.check import root_for
from govrules.repository.files import Target, name_of
from govrules.repository.run import Criteria, judge, make_criteria, open_for
from govrules.repository.settings import Given
from govrules.ruleset.load import OpenRulesets
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.source.git import read_revision
from govrules.strategy.load import Document, document_of, load_strategy
from govrules.today import today


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", required=False, metavar="[NEW]")
@click.option("--base", metavar="REV", help="Compare OLD as it is with OLD in this git revision.")
@click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help="Judge the old side as of this day. Default: today.")
@click.option(
    "--as-of-new", type=Day(), metavar="YYYY-MM-DD", help="Judge the new side as of this day. Default: that of --as-of."
)
@click.option(
    "--fail-on-new", type=click.Choice(SEVERITIES), help="Exit with 1 if a new finding is of this severity or above."
)
@click.option("--allow-unanswered", is_flag=True, help="Newly unanswered rules do not make --fail-on-new fail.")
@format_option("text", "json")
@waivers_options
@ruleset_options
def command(
    old: str,
    new: str | None,
    base: str | None,
    as_of: date | None,
    as_of_new: date | None,
    fail_on_new: Severity | None,
    allow_unanswered: bool,
    format_: str,
    waiver_files: tuple[Path, ...],
    no_waivers: bool,
    chosen: Chosen,
) -> None:
    """Compare two strategies: what was cured, what is new, what still stands, and what brought it.

    OLD and NEW are strategies, or reports that `govrules check --format json` wrote. With --base, one strategy is
    compared with itself in a git revision; with --as-of and --as-of-new, with itself on two days. Where an earlier
    proposal was turned down, tells how each reason was answered.
    """
    if (new is not None) + (base is not None) > 1 or (new is None and base is None and as_of_new is None):
        raise click.UsageError("name OLD and NEW, or one file with --base, or one file with --as-of and --as-of-new")
    if is_report(old) and (base is not None or new is None):
        raise click.UsageError("a report has its own day and document; name two files")
    if as_of_new and new and is_report(new):
        raise click.UsageError("NEW is a report as of its own day; leave --as-of-new out")
    if as_of and is_report(old):
        raise click.UsageError("OLD is a report as of its own day; leave --as-of out")
    paths = [path for path in (old, new) if path and not is_report(path)]
    settings = chosen.settings(paths, Given(waivers=waiver_files), no_waivers=no_waivers)
    root, opened = root_for(settings, paths), open_for(settings)
    after = _open(new or old, opened, root)
    before = after
    if base is not None:
        before = _Proposal(Target(old, name_of(old, root)), document_of(read_revision(old, base), opened.shapes))
    elif new is not None:
        before = _open(old, opened, root)
    documents = [proposal.document for proposal in (before, after) if isinstance(proposal, _Proposal)]
    day_old = as_of or today()
    day_new = as_of_new or day_old
    criteria = make_criteria(settings, opened, [document.strategy for document in documents], as_of=day_old, root=root)
    both_move = len(documents) == 2 and before is not after and day_old != day_new
    found = diff(
        _judge(before, criteria, day_old),
        _judge(after, criteria, day_new),
        between=_judge(before, criteria, day_new) if both_move else None,
        history=after.document.strategy.history or () if isinstance(after, _Proposal) else (),
    )
    if format_ == "json":
        click.echo((safe_json(found.to_json()) + "\n").encode(), nl=False)
    else:
        print_diff(found, console())
    if fail_on_new and worse(found, fail_on_new, allow_unanswered=allow_unanswered):
        sys.exit(EXIT_FINDINGS)


@dataclass(frozen=True)
class _Proposal:
    """A strategy that is compared."""

    target: Target
    document: Document


def _open(path: str, opened: OpenRulesets, root: Path | None) -> _Proposal | Report:
    if is_report(path):
        return read_report(path)
    name = name_of(path, root)
    return _Proposal(Target(path, name), load_strategy(path, shapes=opened.shapes, file=name))


def _judge(proposal: _Proposal | Report, criteria: Criteria, day: date) -> Report:
    if isinstance(proposal, Report):
        return proposal
    return judge(proposal.target, proposal.document, replace(criteria, as_of=day)).report
