# SPDX-License-Identifier: Apache-2.0
"""``on_or_after`` and ``on_or_before``: a day lies on one side of another."""

from govrules.logic.operators.operator import DAYS, Operator, Words

ON_OR_AFTER = Operator(
    name="on_or_after",
    kinds=DAYS,
    many=False,
    operand="day",
    meaning="is this day or later",
    predicate=lambda operand, _: lambda value, as_of: value >= operand,
    words=Words("{} or later", "{} or later", "before {}"),
    witnesses=lambda operand: (operand,),
)
ON_OR_BEFORE = Operator(
    name="on_or_before",
    kinds=DAYS,
    many=False,
    operand="day",
    meaning="is this day or earlier",
    predicate=lambda operand, _: lambda value, as_of: value <= operand,
    words=Words("{} or earlier", "{} or earlier", "after {}"),
    witnesses=lambda operand: (operand,),
)
