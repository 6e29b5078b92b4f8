# SPDX-License-Identifier: Apache-2.0
"""What would make a condition true: the ways that lead there, each said as a list of things to state, and the smallest.

Nothing is changed: the author decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, product
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


def ways(traced: Trace) -> tuple[Way, ...]:
    """The ways that would make a traced condition true, where an ``any`` leaves a choice; one way where none does.

    A way that takes all that another takes, and more, is left out. Empty if nothing would make it true.
    """
    found = _distinct(_choices(traced))
    return tuple(way for way in found if not any(set(other) < set(way) for other in found))


def _choices(traced: Trace) -> list[Way]:
    if traced.truth is True:
        return [()]
    match traced.condition:
        case Is():
            return _choices(traced.parts[0])
        case AnyOf():
            return list(chain.from_iterable(map(_choices, traced.parts)))
        case All():
            choices = [_choices(part) for part in traced.parts]
            if sum(len(one) > 1 for one in choices) <= 1:
                return [_merged(chosen) for chosen in product(*choices)]
    way = _way(traced, True)
    return [] if way is None else [way]


def _distinct(found: Sequence[Way]) -> list[Way]:
    by_content: dict[frozenset[Change], Way] = {}
    for way in found:
        by_content.setdefault(frozenset(way), way)
    return list(by_content.values())


def _merged(chosen: Sequence[Way]) -> Way:
    return tuple(dict.fromkeys(chain.from_iterable(chosen)))


def _way(traced: Trace, wanted: bool) -> Way | None:
    if traced.truth is wanted:
        return ()
    match traced.condition:
        case Not():
            return _way(traced.parts[0], not wanted)
        case Is():
            return _way(traced.parts[0], wanted)
        case All() | AnyOf():
            found = [_way(part, wanted) for part in traced.parts]
            return _together(found) if wanted is isinstance(traced.condition, All) else _shortest(found)
        case Quantified():
            return _quantified_way(traced, traced.condition, wanted)
        case Compare(_, operator, operand):
            words = OPERATORS[operator].worded(operand)
            said = words.holds if wanted else words.fails
            return None if said is None else (Change(traced.pointer or (), said.format(_shown(operand))),)


def _quantified_way(traced: Trace, condition: Quantified, wanted: bool) -> Way | None:
    at = traced.pointer or ()
    found = [_way(part, wanted) for part in traced.parts]
    incomplete = isinstance(traced.value, IncompleteList)
    if wanted is (condition.quantifier == "every") and condition.quantifier != "count":
        if traced.value is None:
            return (Change(at, "stated"),)
        return _together([*found, (Change(at, "complete"),)] if incomplete else found)
    if condition.quantifier == "count":
        return (Change(at, f"{' and '.join(condition.bounds)} such elements"),) if wanted else None
    one_more: Way = (Change(at, "with one more element that fits"),)
    return one_more if incomplete else _shortest(found) or one_more


def _together(found: list[Way | None]) -> Way | None:
    if None in found:
        return None
    return _merged([way or () for way in found])


def _shortest(found: list[Way | None]) -> Way | None:
    possible = [way for way in found if way is not None]
    return min(possible, key=len) if possible else None


def _shown(operand: Any) -> str:
    if isinstance(operand, tuple):
        return ", ".join(str(item) for item in operand)
    return str(operand)
