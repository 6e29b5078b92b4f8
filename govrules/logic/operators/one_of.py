# SPDX-License-Identifier: Apache-2.0
"""``one_of``: the field is one of these values."""

from govrules.logic.operators.operator import LISTED, Operator, Words

ONE_OF = Operator(
    name="one_of",
    kinds=LISTED,
    many=False,
    operand="values",
    meaning="is one of these values",
    predicate=lambda operand, _: lambda value, as_of: value in operand,
    words=Words("one of: {}", "one of {}", "anything but one of {}"),
    witnesses=lambda operand: operand,
    alternatives=True,
)
