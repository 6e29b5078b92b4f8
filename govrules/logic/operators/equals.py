# SPDX-License-Identifier: Apache-2.0
"""``equals``: the field is this value. What a bare value behind a field means."""

from govrules.logic.operators.operator import SCALARS, Operator, Words

EQUALS = Operator(
    name="equals",
    kinds=SCALARS,
    many=False,
    operand="value",
    meaning="is this value",
    predicate=lambda operand, _: lambda value, as_of: value == operand,
    words=Words("{}", "{}", "anything but {}"),
    flags=(Words("Yes", "true", "false"), Words("No", "false", "true")),
    witnesses=lambda operand: (operand,),
)
