# SPDX-License-Identifier: Apache-2.0
"""Which of the loaded rules are asked: by id, by a pattern with ``*``, or by ruleset."""

from collections import Counter
from collections.abc import Sequence
from fnmatch import fnmatchcase

from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.errors import InputError, Problem
from govrules.source.suggest import did_you_mean


def select_rules(
    rulesets: Rulesets, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[list[Rule], dict[str, int]]:
    """The rules that match a pattern of ``select`` (all, if there is none) and no pattern of ``ignore``.

    Returns them and how many were selected of each ruleset, those counted that were left untyped as irrelevant.

    Raises InputError where a pattern matches nothing, or where no rule is left: a check that checks nothing is wrong.
    """
    rules = list(rulesets.rules.values())
    names = [(name, ruleset.id) for ruleset in rulesets for name in rulesets.rule_ids(ruleset)]
    for pattern in (*select, *ignore):
        if not any(_matches(name, ruleset, pattern) for name, ruleset in names):
            known = (*(name for name, _ in names), *(ruleset.id for ruleset in rulesets))
            hint = did_you_mean(pattern, known) or "`govrules rules` lists what is loaded"
            raise InputError(Problem(f"'{pattern}' matches no loaded rule or ruleset", None, hint))

    def chosen(name: str, ruleset: str) -> bool:
        selected = not select or any(_matches(name, ruleset, pattern) for pattern in select)
        return selected and not any(_matches(name, ruleset, pattern) for pattern in ignore)

    counted = Counter(ruleset for name, ruleset in names if chosen(name, ruleset))
    if not counted:
        raise InputError(
            Problem("no rule is left to check", None, "select more, ignore less, or load a ruleset with rules")
        )
    return [rule for rule in rules if chosen(rule.id, rule.ruleset)], dict(counted)


def _matches(name: str, ruleset: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) or fnmatchcase(ruleset, pattern)
