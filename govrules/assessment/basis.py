# SPDX-License-Identifier: Apache-2.0
"""How heavy a rule may be by its basis: who asks for it decides what a gap in it can weigh.

A showstopper is an outright prohibition that is in force and undisputed. What law or an authority asks for, and a
control of a named standard that is missing as a whole, can be cured before launch; a missed number of a standard, and
what nobody but us asks for, after it.
"""

from collections.abc import Iterator
from datetime import date

from govrules.logic.condition import Compare, Condition, Quantified, children
from govrules.ruleset.model import Severity, StatusKind
from govrules.ruleset.rule import Rule

_DISPUTED: tuple[StatusKind, ...] = ("unverified", "draft", "pending", "contested", "partly-vacated")
_ORDERS = ("at_least", "at_most", "more_than", "less_than", "within_days", "in_next_days")


def heaviest_severity(rule: Rule, as_of: date) -> Severity:
    """The heaviest severity that the basis of a rule carries on a day."""
    basis, source, status = rule.text.basis, rule.text.source, rule.text.status
    disputed = source.confidence == "unverified" or (status is not None and status.kind in _DISPUTED)
    if basis == "required" and source.prohibition and not disputed and rule.binds_on(as_of):
        return "showstopper"
    if basis in ("required", "expected"):
        return "major"
    return "major" if basis == "standard" and not _asks_for_number(rule) else "minor"


def _asks_for_number(rule: Rule) -> bool:
    return bool(rule.text.parameters) or any(_bounds(part) for part in _parts(rule.require))


def _bounds(condition: Condition) -> bool:
    match condition:
        case Compare(operator=operator):
            return operator in _ORDERS
        case Quantified(quantifier=quantifier):
            return quantifier == "count"
    return False


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in children(condition):
        yield from _parts(part)
