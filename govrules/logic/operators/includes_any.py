# SPDX-License-Identifier: Apache-2.0
"""``includes_any``: the list has at least one of these values."""

from datetime import date
from typing import Any

from govrules.logic.operators.operator import LISTED, Operator, Predicate, Words
from govrules.logic.shape import FieldType


def _includes_any(values: Any, type_: FieldType) -> Predicate:
    wanted = frozenset(values)

    def predicate(value: Any, as_of: date) -> bool:
        return not wanted.isdisjoint(value)

    return predicate


INCLUDES_ANY = Operator(
    name="includes_any",
    kinds=LISTED,
    many=True,
    operand="values",
    meaning="has at least one of these values",
    predicate=_includes_any,
    words=Words("at least one of: {}", "a list with one of {}", "anything but a list with one of {}"),
    lasting=lambda operand: True,
    witnesses=lambda operand: operand,
    alternatives=True,
)
