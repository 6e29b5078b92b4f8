# SPDX-License-Identifier: Apache-2.0
"""``includes``: the list has this value."""

from govrules.logic.operators.operator import LISTED, Operator, Words

INCLUDES = Operator(
    name="includes",
    kinds=LISTED,
    many=True,
    operand="value",
    meaning="has this value among others",
    predicate=lambda operand, _: lambda value, as_of: operand in value,
    words=Words("{}, perhaps among others", "a list with {}", "anything but a list with {}"),
    lasting=lambda operand: True,
    witnesses=lambda operand: (operand,),
)
