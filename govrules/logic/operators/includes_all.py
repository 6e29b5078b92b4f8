# SPDX-License-Identifier: Apache-2.0
"""``includes_all``: the list has each of these values."""

from govrules.logic.operators.operator import LISTED, Operator, Words

INCLUDES_ALL = Operator(
    name="includes_all",
    kinds=LISTED,
    many=True,
    operand="values",
    meaning="has all of these values",
    predicate=lambda operand, _: lambda value, as_of: all(item in value for item in operand),
    words=Words("all of: {}", "a list with all of {}", "anything but a list with all of {}"),
    lasting=lambda operand: True,
    witnesses=lambda operand: operand,
)
