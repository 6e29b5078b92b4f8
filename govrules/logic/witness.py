# SPDX-License-Identifier: Apache-2.0
"""Whether one field can have a value of which several comparisons get the truths that they are wanted to have.

"No" is said only where the values that were tried stand for all others:

- True or false, and single choices, jurisdictions and sectors: all are tried.
- Numbers and days: a comparison changes its truth only at its witnesses, so these are tried, with one value between
  each two of them and one beyond each end.
- Texts and lists are put together from pieces: words, or elements. A piece that breaks what is wanted on its own breaks
  it in any company. If all the others together satisfy all that pieces can break, there is no better text or list. If
  they do not, every selection of them is tried.

Where an operator names no witnesses, or there would be too many values to try, everything is taken for possible.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import chain, combinations, pairwise
from typing import Any, TypeAlias

from govrules.logic.condition import Compare
from govrules.logic.operators import OPERATORS
from govrules.logic.shape import FieldType
from govrules.logic.truth import Truth

Wanted: TypeAlias = tuple[Compare, bool]
_Test: TypeAlias = Callable[[Any], Truth]
_AS_OF = date(2026, 11, 23)  # Any day does: a field is held against days that count from it, or against others.
_MOST_PIECES = 10


def some_value_fits(wanted: Sequence[Wanted]) -> bool:
    """Tell whether one field, about which all these comparisons are, can satisfy them. Only "no" is sure."""
    if all(
        OPERATORS[compare.operator].unstated(compare.operand, known=compare.known) is truth for compare, truth in wanted
    ):
        return True
    type_ = wanted[0][0].path.attribute.type
    witnesses = _witnesses(wanted)
    if witnesses is None:
        return True
    field = _Field(type_, wanted)
    singles = _singles(type_, witnesses)
    if singles is None:
        return True
    if type_.many:
        return _pieces_fit(field, [*singles, *_worded(type_, witnesses, field)], tuple)
    if any(field.fits(value) for value in singles):
        return True
    if type_.kind != "text":
        return False
    mark = _mark(witnesses)
    return _pieces_fit(field, [mark + word for word in witnesses], lambda words: "".join(words) + mark)


class _Field:
    """What is wanted of a field, compiled once."""

    def __init__(self, type_: FieldType, wanted: Sequence[Wanted]) -> None:
        self._tests: list[tuple[_Test, bool]] = []
        self._breakable: list[tuple[_Test, bool]] = []
        for compare, truth in wanted:
            operator = OPERATORS[compare.operator]
            predicate = operator.predicate(compare.operand, type_)
            test = (lambda value, predicate=predicate: predicate(value, _AS_OF), truth)
            self._tests.append(test)
            lasting = operator.lasting(compare.operand) if operator.lasting else None
            if lasting is not truth:
                self._breakable.append(test)

    def fits(self, value: Any) -> bool:
        """Tell whether a stated value has all that is wanted."""
        return all(test(value) is truth for test, truth in self._tests)

    def unbroken(self, value: Any) -> bool:
        """Tell whether a text or list has all that adding to it could break."""
        return all(test(value) is truth for test, truth in self._breakable)


def _witnesses(wanted: Iterable[Wanted]) -> list[Any] | None:
    """The values that matter, each once; None where an operator does not tell them, or they cannot be compared."""
    found: dict[Any, None] = {}
    for compare, _ in wanted:
        named = OPERATORS[compare.operator].witnesses
        if named is None:
            return None
        try:
            found.update(dict.fromkeys(named(compare.operand)))
        except OverflowError:
            return None
    spans = [value for value in found if isinstance(value, timedelta)]
    if spans and len(spans) < len(found):
        return None  # Which of these days comes first depends on the day as of which a strategy is judged.
    try:
        return [_AS_OF + value if isinstance(value, timedelta) else value for value in found]
    except OverflowError:
        return None


def _pieces_fit(field: _Field, pieces: Sequence[Any], build: Callable[[Sequence[Any]], Any]) -> bool:
    usable = [piece for piece in pieces if field.unbroken(build([piece]))]
    whole = build(usable)
    if field.fits(whole) or field.fits(build([])):
        return True
    if field.unbroken(whole):
        return False  # Whatever is put together from fewer pieces satisfies no more.
    if len(usable) > _MOST_PIECES:
        return True
    return any(
        field.fits(build(chosen))
        for chosen in chain.from_iterable(combinations(usable, size) for size in range(1, len(usable)))
    )


def _singles(type_: FieldType, witnesses: list[Any]) -> list[Any] | None:
    """Values that stand for all values of a single field; for a text, for those that have no witness in them as a word.

    None where there are none that do.
    """
    match type_.kind:
        case "boolean":
            return [True, False]
        case "choice":
            return list(type_.choices)
        case "market" | "jurisdiction" | "sector":
            assert type_.tree is not None, "codes have a tree"
            return list(type_.tree.names)
        case "integer":
            return [near for value in witnesses or [0] for near in (value - 1, value, value + 1)]
        case "number":
            try:
                ordered = sorted(map(float, witnesses)) or [0.0]
            except OverflowError:
                return None
            between = [lower + (upper - lower) / 2 for lower, upper in pairwise(ordered)]
            beyond = [math.nextafter(ordered[0], -math.inf), math.nextafter(ordered[-1], math.inf)]
            return [*witnesses, *ordered, *between, *beyond] if all(map(math.isfinite, ordered)) else None
        case "day":
            days = [value.toordinal() + near for value in witnesses or [_AS_OF] for near in (-1, 0, 1)]
            return [date.fromordinal(day) for day in days if 1 <= day <= date.max.toordinal()]
        case "text":
            blank = " " * (1 + max((len(text) for text in witnesses), default=0))
            return [*witnesses, "", blank, _mark(witnesses)]
        case "part":
            return ["a part"]


def _worded(type_: FieldType, witnesses: list[Any], field: _Field) -> list[Any]:
    """Texts in a list that have witnesses in them as words: each of them alone, and all that may be there together."""
    if type_.kind != "text":
        return []
    mark = _mark(witnesses)
    words = [mark + word for word in witnesses]
    return [*words, "".join(word for word in words if field.unbroken((word,))) + mark]


def _mark(texts: Iterable[str]) -> str:
    """A sign that is in none of these texts, is no letter and no blank, and so keeps words apart."""
    used = set("".join(texts))
    return next(sign for sign in map(chr, range(0xE000, 0xF900)) if sign not in used)
