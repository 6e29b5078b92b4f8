# SPDX-License-Identifier: Apache-2.0
"""Which of the loaded rules are asked: by id, by a pattern with ``*``, or by ruleset."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from weakref import WeakKeyDictionary

from govrules.assessment.report import RulesetRecord
from govrules.assessment.terms import Terms
from govrules.ruleset.model import Basis
from govrules.ruleset.rule import Grouped, Rule, Ruleset, Rulesets, grouped
from govrules.source.errors import InputError
from govrules.source.suggest import did_you_mean


@dataclass(frozen=True)
class Selection:
    """The rules that are checked.

    ``rulesets`` are those that were loaded, as reports name them; ``asked`` and ``left_out`` name the rules that are
    selected and those that are not: in these, rules count as well that were left untyped as irrelevant.
    """

    rules: tuple[Rule, ...]
    rulesets: tuple[RulesetRecord, ...]
    asked: frozenset[str]
    left_out: frozenset[str]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each rule stands in the order of the rules, by its id."""
        return {rule.id: place for place, rule in enumerate(self.rules)}

    @cached_property
    def grouped(self) -> Grouped:
        """The rules by ruleset and whom they bind."""
        return grouped(self.rules)


# The last selection from rulesets, and its terms: many strategies are mostly checked by the same rules.
_last: "WeakKeyDictionary[Rulesets, tuple[Terms, Selection]]" = WeakKeyDictionary()


def select_rules(rulesets: Rulesets, terms: Terms) -> Selection:
    """Select the rules that match a pattern of ``select`` (all, if there is none) and no pattern of ``ignore``, and
    stand on one of the bases to which the check is confined, if it is.

    Raises InputError where a pattern matches nothing, or where no rule is left: a check that checks nothing is wrong.
    """
    last = _last.get(rulesets)
    if last is None or last[0] != terms:
        last = _last[rulesets] = (terms, _select(rulesets, terms))
    return last[1]


def _select(rulesets: Rulesets, terms: Terms) -> Selection:
    names = rulesets.bases
    for pattern in (*terms.select, *terms.ignore):
        if not any(_matches(name, ruleset, pattern) for name, ruleset, _ in names):
            known = (*(name for name, _, _ in names), *(ruleset.id for ruleset in rulesets))
            hint = did_you_mean(pattern, known) or "`govrules rules` lists what is loaded"
            raise InputError.of(f"'{pattern}' matches no loaded rule or ruleset", hint)

    asked = [(name, ruleset) for name, ruleset, basis in names if is_selected(name, ruleset, basis, terms)]
    if not asked:
        hint = "select more, ignore less, confine it to other bases, or load a ruleset with rules"
        raise InputError.of("no rule is left to check", hint)
    selected, counted = frozenset(name for name, _ in asked), Counter(ruleset for _, ruleset in asked)
    return Selection(
        tuple(rule for rule in rulesets.rules.values() if rule.id in selected),
        tuple(_record(ruleset, rulesets, counted[ruleset.id]) for ruleset in rulesets),
        selected,
        frozenset(name for name, _, _ in names) - selected,
    )


def _record(ruleset: Ruleset, rulesets: Rulesets, selected: int) -> RulesetRecord:
    return RulesetRecord(
        id=ruleset.id,
        title=ruleset.text.title,
        version=ruleset.text.version,
        reviewed=ruleset.text.reviewed,
        digest=ruleset.source.digest,
        rules=len(rulesets.rule_ids(ruleset)),
        selected=selected,
    )


def is_selected(name: str, ruleset: str, basis: Basis, terms: Terms) -> bool:
    """Tell whether a rule of a ruleset is asked: by its name, and by who asks for it."""
    selected = not terms.select or any(_matches(name, ruleset, pattern) for pattern in terms.select)
    ignored = any(_matches(name, ruleset, pattern) for pattern in terms.ignore)
    return selected and not ignored and (not terms.basis or basis in terms.basis)


def _matches(name: str, ruleset: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) or fnmatchcase(ruleset, pattern)
