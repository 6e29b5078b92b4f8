# SPDX-License-Identifier: Apache-2.0
"""``includes_any``: the list has at least one of these values."""

from govrules.logic.operators.operator import LISTED, Operator, Words

INCLUDES_ANY = Operator(
    name="includes_any",
    kinds=LISTED,
    many=True,
    operand="values",
    meaning="has at least one of these values",
    predicate=lambda operand, _: lambda value, as_of: any(item in operand for item in value),
    words=Words("at least one of: {}", "a list with one of {}", "anything but a list with one of {}"),
    lasting=lambda operand: True,
    witnesses=lambda operand: operand,
    alternatives=True,
)
