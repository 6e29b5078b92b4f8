# SPDX-License-Identifier: Apache-2.0
"""The smallest change to a document that gives a condition another truth, said as a list of things to state.

Where several ways lead there, one with the fewest fields is told. Nothing is changed: the author decides.
"""

from dataclasses import dataclass
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Is, Not, Pointer, Quantified
from govrules.logic.trace import Trace


@dataclass(frozen=True, slots=True)
class Change:
    """One field and what it would have to be. ``wanted`` is written as a ruleset would."""

    pointer: Pointer
    wanted: str


Way = tuple[Change, ...]

_NEGATED = {
    "at_least": "less than {}",
    "at_most": "more than {}",
    "more_than": "at most {}",
    "less_than": "at least {}",
    "on_or_after": "before {}",
    "on_or_before": "after {}",
}
_WORDED = {
    "equals": "{}",
    "one_of": "one of {}",
    "at_least": "at least {}",
    "at_most": "at most {}",
    "more_than": "more than {}",
    "less_than": "less than {}",
    "on_or_after": "{} or later",
    "on_or_before": "{} or earlier",
    "within_days": "a day within the last {} days",
    "in_next_days": "a day within the next {} days",
    "includes": "a list with {}",
    "includes_any": "a list with one of {}",
    "includes_all": "a list with all of {}",
    "only": "a list of nothing but {}",
    "covers": "{}, or what lies in it",
    "mentions": "a text with one of {}",
}


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
        case Compare() as compare:
            if compare.operator == "stated" and compare.operand is not wanted:
                return None  # To say less is no way to meet anything.
            return (Change(traced.pointer or (), _worded(compare, wanted)),)


def _quantified_way(traced: Trace, condition: Quantified, wanted: bool) -> Way | None:
    at = traced.pointer or ()
    ways = [_way(part, wanted) for part in traced.parts]
    if wanted is (condition.quantifier == "every") and condition.quantifier != "count":
        return _together(ways) if traced.value is not None else (Change(at, "stated"),)
    if condition.quantifier == "count":
        least = f"at least {condition.at_least:g}" if condition.at_least is not None else ""
        most = f"at most {condition.at_most:g}" if condition.at_most is not None else ""
        return (Change(at, f"{' and '.join(filter(None, (least, most)))} such elements"),) if wanted else None
    return _shortest(ways) or (Change(at, "with one more element that fits"),)


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


def _worded(condition: Compare, wanted: bool) -> str:
    operand = _shown(condition.operand)
    if condition.operator in ("stated", "given", "empty"):
        holds = condition.operand is wanted
        if condition.operator == "empty":
            return "an empty list" if holds else "a list of something"
        return "stated" if holds else "blank"
    if wanted:
        return _WORDED[condition.operator].format(operand)
    if isinstance(condition.operand, bool):
        return _shown(not condition.operand)
    return _NEGATED.get(condition.operator, "anything but " + _WORDED[condition.operator]).format(operand)


def _shown(operand: Any) -> str:
    if isinstance(operand, bool):
        return "true" if operand else "false"
    if isinstance(operand, tuple):
        return ", ".join(str(item) for item in operand)
    return str(operand)
