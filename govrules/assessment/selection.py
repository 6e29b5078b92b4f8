# SPDX-License-Identifier: Apache-2.0
"""Which of the loaded rules are asked: by id, by a pattern with ``*``, or by ruleset."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.errors import InputError, Problem
from govrules.source.suggest import did_you_mean


def select_rules(rulesets: Rulesets, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Rule]:
    """The rules that match a pattern of ``select`` (all, if there is none) and no pattern of ``ignore``.

    Raises InputError where a pattern matches nothing, or where no rule is left: a check that checks nothing is wrong.
    """
    rules = list(rulesets.rules.values())
    for pattern in (*select, *ignore):
        if not any(_matches(rule, pattern) for rule in rules):
            known = (*(rule.id for rule in rules), *(ruleset.id for ruleset in rulesets))
            hint = did_you_mean(pattern, known) or "`govrules rules` lists what is loaded"
            raise InputError(Problem(f"'{pattern}' matches no loaded rule or ruleset", None, hint))
    chosen = [
        rule
        for rule in rules
        if (not select or any(_matches(rule, pattern) for pattern in select))
        and not any(_matches(rule, pattern) for pattern in ignore)
    ]
    if not chosen:
        raise InputError(
            Problem("no rule is left to check", None, "select more, ignore less, or load a ruleset with rules")
        )
    return chosen


def _matches(rule: Rule, pattern: str) -> bool:
    return fnmatchcase(rule.id, pattern) or fnmatchcase(rule.ruleset, pattern)
