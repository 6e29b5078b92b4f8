# SPDX-License-Identifier: Apache-2.0
"""``only``: the list has no value but these."""

from govrules.logic.operators.operator import LISTED, Operator, Words

ONLY = Operator(
    name="only",
    kinds=LISTED,
    many=True,
    operand="values",
    meaning="has no value but these",
    predicate=lambda operand, _: lambda value, as_of: all(item in operand for item in value),
    words=Words("nothing but: {}", "a list of nothing but {}", "anything but a list of nothing but {}"),
    lasting=lambda operand: False,
    witnesses=lambda operand: operand,
    alternatives=True,
)
