# SPDX-License-Identifier: Apache-2.0
"""What an operator is: all that any other part of the product must know of one stands in its object.

An operator is one object in one file of this folder; operators of truly the same shape share a file. To add one, write
its file and name it in the list in :mod:`govrules.logic.operators`. Typing, both engines, the schema, lint, the
language reference, the pages of rules and ``explain --why`` read the object.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from govrules.logic.shape import FieldType, TypeKind
from govrules.logic.truth import Truth

Predicate: TypeAlias = Callable[[Any, date], Truth]
Operand = Literal["value", "values", "number", "days", "flag", "words", "day"]

NUMBERS: tuple[TypeKind, ...] = ("integer", "number")
DAYS: tuple[TypeKind, ...] = ("day",)
TEXTS: tuple[TypeKind, ...] = ("text",)
CODES: tuple[TypeKind, ...] = ("market", "jurisdiction", "sector")
LISTED: tuple[TypeKind, ...] = ("choice", *TEXTS, *NUMBERS, *DAYS, *CODES)
SCALARS: tuple[TypeKind, ...] = ("boolean", *LISTED)
EVERYTHING: tuple[TypeKind, ...] = (*SCALARS, "part")


@dataclass(frozen=True, slots=True)
class Words:
    """A comparison in plain words, in which ``{}`` stands for the operand.

    ``answer`` is the answer that it looks for. ``holds`` and ``fails`` tell what the field would have to be so that it
    holds or does not; None where no statement leads there.
    """

    answer: str
    holds: str | None
    fails: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """An operator of the rule language.

    ``many`` is True where it wants a list, False where it wants a single value, None where it takes both. ``meaning``
    is its line in the language reference. ``words`` tells a comparison in plain words; ``flags`` does where the operand
    is true, and where it is false.

    ``predicate`` makes the test from the operand and the field's type. It is asked of stated values only, and of a list
    as if it were complete. ``lasting`` is the truth that stays, whatever is added to a list, or whatever words to a
    text; None where there is none. An operator of lists must have one: it is all that is decided of an incomplete list.
    ``of_silence`` is the truth about a field that is not stated; without it, that is unknown.

    ``witnesses`` are the values that matter to it, for lint: between two neighbours of them, numbers and days have one
    truth (a timedelta counts from the as-of date); a text only counts as being one of them or not, as blank or not
    and, with a lasting truth, as having some of them in it as words. Without witnesses, lint takes what the operator is
    about for possible.

    ``alternatives``: the values that it takes are alternatives, each of which an example should show. ``of_length``: it
    asks how many elements a list has, so that a blank one counts.
    """

    name: str
    kinds: tuple[TypeKind, ...]
    many: bool | None
    operand: Operand
    meaning: str
    predicate: Callable[[Any, FieldType], Predicate]
    words: Words | None = None
    flags: tuple[Words, Words] | None = None
    lasting: Callable[[Any], bool] | None = None
    of_silence: Callable[[Any], bool] | None = None
    witnesses: Callable[[Any], Iterable[Any]] | None = None
    alternatives: bool = False
    of_length: bool = False

    def fits(self, type_: FieldType) -> bool:
        """Tell whether the operator can be applied to a field of this type."""
        return type_.kind in self.kinds and (self.many is None or self.many == type_.many)

    def worded(self, operand: Any) -> Words:
        """The words for a comparison with this operand."""
        if isinstance(operand, bool) and self.flags is not None:
            return self.flags[0 if operand else 1]
        assert self.words is not None, f"`{self.name}` has words for every operand that it takes"
        return self.words

    def unstated(self, operand: Any, *, known: bool) -> Truth:
        """The truth about a field that is not stated."""
        if self.of_silence is not None:
            return self.of_silence(operand)
        return False if known else None
