# SPDX-License-Identifier: Apache-2.0
"""``govrules verify``."""

import sys

import click

from govrules.assessment.stored import read_reports
from govrules.cli.main import EXIT_FINDINGS
from govrules.cli.options import Chosen, ruleset_options
from govrules.output.presentation.escaping import safe_line
from govrules.repository.check import root_for
from govrules.repository.verify import differences


@click.command("verify")
@click.argument("report", metavar="REPORT")
@click.argument("strategy", required=False, metavar="[STRATEGY]")
@ruleset_options
def command(report: str, strategy: str | None, chosen: Chosen) -> None:
    """Check anew what a stored report is about, and tell whether it still holds.

    REPORT is what `govrules check --format json` wrote. The strategy is looked for where the report says that it was,
    or at STRATEGY; it is judged as of the report's day and on its terms. Exits with 0 if strategy, rulesets and waivers
    are the same by their digests and the answer is the same, 1 if anything differs, 2 if it cannot be checked.
    """
    stored = read_reports(report)
    if strategy is not None and len(stored) > 1:
        raise click.UsageError(f"{report} holds {len(stored)} reports; leave STRATEGY out")
    named = [strategy] if strategy else ()
    settings = chosen.settings(named)
    root = root_for(settings, named)
    holds = True
    for one in stored:
        path = strategy or (str(root / one.file) if root and one.file else one.file or "")
        found = differences(one, path, settings, root=root)
        holds = holds and not found
        outcome = "no longer holds" if found else f"holds, as of {one.as_of}"
        marked = any(finding.known_from for finding in one.findings) or one.fixed
        unverified = " What it says about earlier findings was not verified." if marked and not found else ""
        click.echo(safe_line(f"{one.file}: the report {outcome}.{unverified}"))
        for sentence in found:
            click.echo(safe_line(f"  {sentence}"))
    if not holds:
        sys.exit(EXIT_FINDINGS)
