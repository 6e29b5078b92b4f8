# SPDX-License-Identifier: Apache-2.0
"""``at_least``, ``at_most``, ``more_than`` and ``less_than``: a number lies on one side of another."""

from govrules.logic.operators.operator import NUMBERS, Operator, Words

AT_LEAST = Operator(
    name="at_least",
    kinds=NUMBERS,
    many=False,
    operand="number",
    meaning="is this or more",
    predicate=lambda operand, _: lambda value, as_of: value >= operand,
    words=Words("{} or more", "at least {}", "less than {}"),
    witnesses=lambda operand: (operand,),
)
AT_MOST = Operator(
    name="at_most",
    kinds=NUMBERS,
    many=False,
    operand="number",
    meaning="is this or less",
    predicate=lambda operand, _: lambda value, as_of: value <= operand,
    words=Words("{} or less", "at most {}", "more than {}"),
    witnesses=lambda operand: (operand,),
)
MORE_THAN = Operator(
    name="more_than",
    kinds=NUMBERS,
    many=False,
    operand="number",
    meaning="is more than this",
    predicate=lambda operand, _: lambda value, as_of: value > operand,
    words=Words("more than {}", "more than {}", "at most {}"),
    witnesses=lambda operand: (operand,),
)
LESS_THAN = Operator(
    name="less_than",
    kinds=NUMBERS,
    many=False,
    operand="number",
    meaning="is less than this",
    predicate=lambda operand, _: lambda value, as_of: value < operand,
    words=Words("less than {}", "less than {}", "at least {}"),
    witnesses=lambda operand: (operand,),
)
