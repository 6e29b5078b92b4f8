# SPDX-License-Identifier: Apache-2.0
"""Whether a condition can ever be true, or ever be false, whatever a document says. Used by lint.

Every "no" is sure; where a condition is too large to decide, the answer is "yes". A condition is spread into the ways
in which it could get the truth that is asked about, each a list of comparisons that would have to hold together; fields
are independent of each other, so a way is open if each field has a value that satisfies all that is said of it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, combinations, islice, product
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Path, Quantified
from govrules.logic.operators import OPERATORS
from govrules.logic.shape import FieldType

_Literal = tuple[Compare, bool]
_Way = tuple[_Literal, ...]
_MOST_WAYS = 2_000
_MOST_ELEMENTS = 10
_AS_OF = date(2026, 11, 23)  # any day does: operators only know days by their distance from it


def can_be(condition: Condition, truth: bool, concepts: Mapping[str, Condition]) -> bool:
    """Tell whether some document gives the condition this truth."""
    try:
        return any(_open(way) for way in _all_ways(condition, truth, concepts))
    except _TooManyWays:
        return True


class _TooManyWays(Exception):
    """A condition has more ways than are worth trying; it never leaves this module."""


def _all_ways(condition: Condition, truth: bool, concepts: Mapping[str, Condition]) -> list[_Way]:
    ways = list(islice(_ways(condition, truth, concepts), _MOST_WAYS + 1))
    if len(ways) > _MOST_WAYS:
        raise _TooManyWays
    return ways


def _ways(condition: Condition, truth: bool, concepts: Mapping[str, Condition]) -> Iterator[_Way]:
    match condition:
        case Not(part):
            yield from _ways(part, not truth, concepts)
        case Is(concept):
            yield from _ways(concepts[concept], truth, concepts)
        case All(parts) | AnyOf(parts):
            if truth is isinstance(condition, All):
                spread = [_all_ways(part, truth, concepts) for part in parts]
                for combination in product(*spread):
                    yield tuple(chain.from_iterable(combination))
            else:
                for part in parts:
                    yield from _ways(part, truth, concepts)
        case Quantified():
            if _quantified_can_be(condition, truth, concepts):
                yield ()
        case Compare():
            yield ((condition, truth),)


def _quantified_can_be(condition: Quantified, truth: bool, concepts: Mapping[str, Condition]) -> bool:
    """A list may be empty or as long as one likes, so only its elements can stand in the way."""
    if condition.known and not truth:
        return True  # The list may be left out.
    if condition.quantifier == "some":
        return not truth or can_be(condition.where, True, concepts)
    if condition.quantifier == "every":
        return truth or can_be(condition.where, False, concepts)
    least, most = condition.at_least or 0, condition.at_most
    countable = can_be(condition.where, True, concepts)
    if truth:
        return (most is None or least <= most) and (least <= 0 or countable)
    return least > 0 or (most is not None and countable)


def _open(way: _Way) -> bool:
    by_field: dict[tuple[bool, tuple[str, ...]], list[_Literal]] = {}
    for literal in way:
        path = literal[0].path
        by_field.setdefault((path.from_root, path.names), []).append(literal)
    return all(_has_value(literals[0][0].path, literals) for literals in by_field.values())


def _has_value(path: Path, literals: list[_Literal]) -> bool:
    candidates = _candidates(path.attribute.type, [literal for literal, _ in literals])
    return candidates is None or any(
        all(_holds(literal, value) is truth for literal, truth in literals) for value in candidates
    )


def _holds(literal: Compare, value: Any) -> bool | None:
    if literal.operator == "stated":
        return (value is not None) is literal.operand
    if value is None:
        return False if literal.known else None
    return OPERATORS[literal.operator].predicate(literal.operand, literal.path.attribute.type)(value, _AS_OF)


def _candidates(type_: FieldType, literals: list[Compare]) -> list[Any] | None:
    """Values among which a field has every truth that these comparisons can take together; None: too many to try."""
    operands: list[Any] = []
    for literal in literals:
        operands.extend(literal.operand if isinstance(literal.operand, tuple) else [literal.operand])
    singles = _singles(type_, operands)
    if not type_.many:
        return [None, *singles]
    if len(singles) > _MOST_ELEMENTS:
        return None
    return [None, *chain.from_iterable(combinations(singles, size) for size in range(len(singles) + 1))]


def _singles(type_: FieldType, operands: list[Any]) -> list[Any]:
    match type_.kind:
        case "boolean":
            return [True, False]
        case "integer" | "number":
            numbers = [value for value in operands if isinstance(value, (int, float)) and not isinstance(value, bool)]
            return sorted({near for value in numbers or [0] for near in (value - 1, value, value + 1)})
        case "day":
            days = [value for value in operands if isinstance(value, date)]
            spans = [value for value in operands if isinstance(value, int) and not isinstance(value, bool)]
            days += [_AS_OF + timedelta(sign * span) for span in (*spans, 0) for sign in (1, -1)]
            return sorted({day + timedelta(near) for day in days for near in (-1, 0, 1)})
        case "text":
            words = [value for value in operands if isinstance(value, str)]
            return list(dict.fromkeys([*words, " ".join(words), "", "anything else"]))
        case "choice":
            named = [value for value in type_.choices if value in operands]
            unnamed = [value for value in type_.choices if value not in operands]
            return named + (unnamed[:1] if type_.many else unnamed)
        case "market" | "jurisdiction" | "sector":
            tree = type_.tree
            assert tree is not None
            used = [value for value in operands if isinstance(value, str)]
            unrelated = (code for code in tree.names if not any(tree.related(code, value) for value in used))
            return list(dict.fromkeys([*used, *islice(unrelated, 1)]))
        case "part":
            return ["a part"]
