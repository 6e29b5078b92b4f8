# SPDX-License-Identifier: Apache-2.0
"""The operators: which types of field each fits, which operand it takes, and what it means.

A predicate is only ever asked about a stated value; that a comparison with an unstated field is unknown is settled in
:mod:`govrules.logic.compile`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from govrules.logic.shape import FieldType, Kind
from govrules.logic.truth import Truth

Predicate = Callable[[Any, date], Truth]
Operand = Literal["value", "values", "number", "days", "flag", "words", "day"]

_NUMBERS: tuple[Kind, ...] = ("integer", "number")
_DAYS: tuple[Kind, ...] = ("day",)
_TEXTS: tuple[Kind, ...] = ("text",)
_CODES: tuple[Kind, ...] = ("market", "jurisdiction", "sector")
_LISTED: tuple[Kind, ...] = ("choice", *_TEXTS, *_NUMBERS, *_DAYS, *_CODES)
_SCALARS: tuple[Kind, ...] = ("boolean", *_LISTED)
_ALL: tuple[Kind, ...] = (*_SCALARS, "part")


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator of the rule language.

    ``many`` is True where it wants a list, False where it wants a single value, None where it takes both. ``meaning``
    is its line in the language reference. ``predicate`` makes the test from the operand and the field's type.
    """

    name: str
    kinds: tuple[Kind, ...]
    many: bool | None
    operand: Operand
    meaning: str
    predicate: Callable[[Any, FieldType], Predicate]

    def fits(self, type_: FieldType) -> bool:
        """Tell whether the operator can be applied to a field of this type."""
        return type_.kind in self.kinds and (self.many is None or self.many == type_.many)


def _covers(code: str, type_: FieldType) -> Predicate:
    tree = type_.tree
    assert tree is not None, "typed before: only codes have covers"

    def predicate(value: Any, as_of: date) -> Truth:
        wider: Truth = False
        for own in value if type_.many else (value,):
            if tree.covers(code, own):
                return True
            if tree.covers(own, code):
                # A market is reached as a whole, so the United States include California. A seat in the United
                # States, or a sector such as financial services, does not tell whether it is the narrower one.
                wider = True if type_.kind == "market" else None
                if wider:
                    return True
        return wider

    return predicate


def _mentions(words: tuple[str, ...], type_: FieldType) -> Predicate:
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE)

    def predicate(value: Any, as_of: date) -> Truth:
        return any(pattern.search(text) for text in (value if type_.many else (value,)))

    return predicate


def _within_days(days: int, type_: FieldType) -> Predicate:
    return lambda value, as_of: 0 <= (as_of - value).days <= days


def _in_next_days(days: int, type_: FieldType) -> Predicate:
    return lambda value, as_of: 0 <= (value - as_of).days <= days


OPERATORS: dict[str, Operator] = {
    operator.name: operator
    for operator in (
        Operator(
            "equals",
            _SCALARS,
            False,
            "value",
            "is this value",
            lambda operand, _: lambda value, as_of: value == operand,
        ),
        Operator(
            "one_of",
            _LISTED,
            False,
            "values",
            "is one of these values",
            lambda operand, _: lambda value, as_of: value in operand,
        ),
        Operator(
            "at_least",
            _NUMBERS,
            False,
            "number",
            "is this or more",
            lambda operand, _: lambda value, as_of: value >= operand,
        ),
        Operator(
            "at_most",
            _NUMBERS,
            False,
            "number",
            "is this or less",
            lambda operand, _: lambda value, as_of: value <= operand,
        ),
        Operator(
            "more_than",
            _NUMBERS,
            False,
            "number",
            "is more than this",
            lambda operand, _: lambda value, as_of: value > operand,
        ),
        Operator(
            "less_than",
            _NUMBERS,
            False,
            "number",
            "is less than this",
            lambda operand, _: lambda value, as_of: value < operand,
        ),
        Operator(
            "on_or_after",
            _DAYS,
            False,
            "day",
            "is this day or later",
            lambda operand, _: lambda value, as_of: value >= operand,
        ),
        Operator(
            "on_or_before",
            _DAYS,
            False,
            "day",
            "is this day or earlier",
            lambda operand, _: lambda value, as_of: value <= operand,
        ),
        Operator(
            "within_days",
            _DAYS,
            False,
            "days",
            "lies at most so many days before the as-of date, and not after it",
            _within_days,
        ),
        Operator(
            "in_next_days",
            _DAYS,
            False,
            "days",
            "lies at most so many days after the as-of date, and not before it",
            _in_next_days,
        ),
        Operator(
            "includes",
            _LISTED,
            True,
            "value",
            "has this value among others",
            lambda operand, _: lambda value, as_of: operand in value,
        ),
        Operator(
            "includes_any",
            _LISTED,
            True,
            "values",
            "has at least one of these values",
            lambda operand, _: lambda value, as_of: any(item in operand for item in value),
        ),
        Operator(
            "includes_all",
            _LISTED,
            True,
            "values",
            "has all of these values",
            lambda operand, _: lambda value, as_of: all(item in value for item in operand),
        ),
        Operator(
            "only",
            _LISTED,
            True,
            "values",
            "has no value but these",
            lambda operand, _: lambda value, as_of: all(item in operand for item in value),
        ),
        Operator(
            "empty",
            _ALL,
            True,
            "flag",
            "is a list of nothing",
            lambda operand, _: lambda value, as_of: (not value) is operand,
        ),
        Operator(
            "covers",
            _CODES,
            None,
            "value",
            "lies in this jurisdiction, or is this sector or one under it; unknown if only a wider one is stated",
            _covers,
        ),
        Operator("mentions", _TEXTS, None, "words", "has one of these words or phrases in it", _mentions),
        Operator(
            "given",
            ("choice", *_TEXTS, *_NUMBERS, *_DAYS),
            False,
            "flag",
            "has something in it; a blank text has not, and one that is not stated is unknown",
            lambda operand, _: lambda value, as_of: (not isinstance(value, str) or bool(value.strip())) is operand,
        ),
        Operator(
            "stated",
            _ALL,
            None,
            "flag",
            "is in the document at all; always decided",
            lambda operand, _: lambda value, as_of: operand,
        ),
    )
}


def fitting(type_: FieldType) -> list[str]:
    """The names of the operators that fit a type, quantifiers included."""
    names = [name for name, operator in OPERATORS.items() if operator.fits(type_)]
    if type_.many:
        names += ["some", "every", "count"] if type_.kind == "part" else ["count"]
    return names
