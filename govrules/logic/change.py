# SPDX-License-Identifier: Apache-2.0
"""The smallest change to a document that gives a condition another truth, said as a list of things to state.

Where several ways lead there, one with the fewest fields is shown. Nothing is changed: the author decides.
"""

from dataclasses import dataclass
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Is, Not, Pointer, Quantified
from govrules.logic.incomplete import IncompleteList
from govrules.logic.operators import OPERATORS
from govrules.logic.trace import Trace


@dataclass(frozen=True, slots=True)
class Change:
    """One field and what it would have to be. ``wanted`` is written as a ruleset would."""

    pointer: Pointer
    wanted: str


Way = tuple[Change, ...]


def smallest_change(traced: Trace) -> Way | None:
    """The changes that would make a traced condition true; empty if it is, None if there is no way."""
    return _way(traced, True)


def _way(traced: Trace, wanted: bool) -> Way | None:
    if traced.truth is wanted:
        return ()
    match traced.condition:
        case Not():
            return _way(traced.parts[0], not wanted)
        case Is():
            return _way(traced.parts[0], wanted)
        case All() | AnyOf():
            ways = [_way(part, wanted) for part in traced.parts]
            return _together(ways) if wanted is isinstance(traced.condition, All) else _shortest(ways)
        case Quantified():
            return _quantified_way(traced, traced.condition, wanted)
        case Compare(_, operator, operand):
            words = OPERATORS[operator].worded(operand)
            said = words.holds if wanted else words.fails
            return None if said is None else (Change(traced.pointer or (), said.format(_shown(operand))),)


def _quantified_way(traced: Trace, condition: Quantified, wanted: bool) -> Way | None:
    at = traced.pointer or ()
    ways = [_way(part, wanted) for part in traced.parts]
    incomplete = isinstance(traced.value, IncompleteList)
    if wanted is (condition.quantifier == "every") and condition.quantifier != "count":
        if traced.value is None:
            return (Change(at, "stated"),)
        return _together([*ways, (Change(at, "complete"),)] if incomplete else ways)
    if condition.quantifier == "count":
        return (Change(at, f"{' and '.join(condition.bounds)} such elements"),) if wanted else None
    one_more: Way = (Change(at, "with one more element that fits"),)
    return one_more if incomplete else _shortest(ways) or one_more


def _together(ways: list[Way | None]) -> Way | None:
    if None in ways:
        return None
    found: dict[tuple[Pointer, str], Change] = {}
    for way in ways:
        for change in way or ():
            found.setdefault((change.pointer, change.wanted), change)
    return tuple(found.values())


def _shortest(ways: list[Way | None]) -> Way | None:
    possible = [way for way in ways if way is not None]
    return min(possible, key=len) if possible else None


def _shown(operand: Any) -> str:
    if isinstance(operand, tuple):
        return ", ".join(str(item) for item in operand)
    return str(operand)
