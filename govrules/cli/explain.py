# SPDX-License-Identifier: Apache-2.0
"""``govrules explain``."""

from pathlib import Path

import click

from govrules.cli.options import load_chosen, ruleset_options
from govrules.output.catalogue_text import print_rule
from govrules.output.console import console
from govrules.source.errors import InputError, Problem
from govrules.source.suggest import did_you_mean


@click.command("explain")
@click.argument("rule_id", metavar="RULE")
@ruleset_options
def command(rule_id: str, ruleset_files: tuple[Path, ...], no_bundled: bool) -> None:
    """Show a rule in full: what it asks, of whom, by which source, its cure, its examples, and outdated views."""
    rulesets = load_chosen(ruleset_files, no_bundled)
    rule = rulesets.rules.get(rule_id)
    if rule is None:
        hint = did_you_mean(rule_id, rulesets.rules) or "`govrules rules` lists them"
        raise InputError(Problem(f"there is no rule '{rule_id}'", None, hint))
    print_rule(rule, console())
