# SPDX-License-Identifier: Apache-2.0
"""Whether a condition can ever be true, or ever be false, whatever a document says. Used by lint.

Every "no" is proved; what cannot be proved here, or is too large to try, is taken for possible. A condition is spread
into the ways in which it could get the truth that is asked about, each a list of comparisons that would have to hold
together. A way is closed only if one field alone has no value that satisfies all that is asked of it: what fields have
to do with each other, a computed field with those on which it rests, a list with the conditions on its elements, can
only close more ways, and is left out. A list may be as long as one likes, and whatever is decided of an incomplete list
is decided so of a complete one too.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, islice, product

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Quantified
from govrules.logic.witness import Wanted, some_value_fits

# A comparison, the truth that it is to have, and whether it is about the document itself.
_Literal = tuple[Compare, bool, bool]
_Way = tuple[_Literal, ...]
_MOST_WAYS = 2_000


def can_be(condition: Condition, truth: bool, concepts: Mapping[str, Condition]) -> bool:
    """Tell whether some document gives the condition this truth, as far as can be told."""
    try:
        return any(_open(way) for way in _all_ways(condition, truth, concepts, False))
    except _TooManyWays:
        return True


class _TooManyWays(Exception):
    """A condition has more ways than are worth trying; it never leaves this module."""


def _all_ways(condition: Condition, truth: bool, concepts: Mapping[str, Condition], of_root: bool) -> list[_Way]:
    ways = list(islice(_ways(condition, truth, concepts, of_root), _MOST_WAYS + 1))
    if len(ways) > _MOST_WAYS:
        raise _TooManyWays
    return ways


def _ways(condition: Condition, truth: bool, concepts: Mapping[str, Condition], of_root: bool) -> Iterator[_Way]:
    match condition:
        case Not(part):
            yield from _ways(part, not truth, concepts, of_root)
        case Is(concept):
            yield from _ways(concepts[concept], truth, concepts, of_root or condition.of_root)
        case All(parts) | AnyOf(parts):
            if truth is isinstance(condition, All):
                spread = [_all_ways(part, truth, concepts, of_root) for part in parts]
                for combination in product(*spread):
                    yield tuple(chain.from_iterable(combination))
            else:
                for part in parts:
                    yield from _ways(part, truth, concepts, of_root)
        case Quantified():
            if _quantified_can_be(condition, truth, concepts):
                yield ()
        case Compare():
            yield ((condition, truth, of_root or condition.path.from_root),)


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
    return least > 0 or (most is not None and (most < 0 or countable))


def _open(way: _Way) -> bool:
    by_field: dict[tuple[bool, tuple[str, ...]], list[Wanted]] = {}
    for compare, truth, of_root in way:
        by_field.setdefault((of_root, compare.path.names), []).append((compare, truth))
    return all(some_value_fits(wanted) for wanted in by_field.values())
