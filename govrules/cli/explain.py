# SPDX-License-Identifier: Apache-2.0
"""``govrules explain``."""

from datetime import date

import click

from govrules.assessment.why import why
from govrules.cli.options import Chosen, Day, ruleset_options
from govrules.output.catalogue_text import print_rule
from govrules.output.console import console
from govrules.output.why import print_why
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.errors import InputError
from govrules.source.suggest import did_you_mean
from govrules.strategy.load import load_strategy
from govrules.today import today


@click.command("explain")
@click.argument("arguments", nargs=-1, required=True, metavar="[STRATEGY] RULE [SUBJECT]")
@click.option(
    "--why", "ask_why", is_flag=True, help="Explain what the rule says of a strategy: STRATEGY RULE [SUBJECT]."
)
@click.option("--as-of", type=Day(), metavar="YYYY-MM-DD", help="With --why: judge as of this day. Default: today.")
@ruleset_options
def command(arguments: tuple[str, ...], ask_why: bool, as_of: date | None, chosen: Chosen) -> None:
    """Show a rule in full: what it asks, of whom, by which source, its cure, its examples, and outdated views.

    With --why, say what the rule looked at in a strategy, what it found and where, and what would change the answer;
    where one of several answers is enough, all of them. SUBJECT is a name or a place (channels[2]).
    """
    if len(arguments) > (3 if ask_why else 1) or (ask_why and len(arguments) < 2):
        wanted = "--why takes STRATEGY RULE [SUBJECT]" if ask_why else "it takes one RULE; for a strategy add --why"
        raise click.UsageError(wanted)
    rulesets = chosen.load(arguments[:1] if ask_why else ())
    rule = _rule(rulesets, arguments[1 if ask_why else 0])
    if not ask_why:
        print_rule(rule, console())
        return
    document = load_strategy(arguments[0], shapes=rulesets.shapes)
    subject = arguments[2] if len(arguments) == 3 else None
    found = why(document, rule, rulesets, as_of=as_of or today(), subject=subject)
    print_why(rule, found, document, console())


def _rule(rulesets: Rulesets, rule_id: str) -> Rule:
    rule = rulesets.rules.get(rule_id)
    if rule is None:
        hint = did_you_mean(rule_id, rulesets.rules) or "`govrules rules` lists them"
        raise InputError.of(f"there is no rule '{rule_id}'", hint)
    return rule
