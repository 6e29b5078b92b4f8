# SPDX-License-Identifier: Apache-2.0
"""``given``: the field has something in it. What a requirement asks where silence is a question and not a fault."""

from govrules.logic.operators.operator import DAYS, NUMBERS, TEXTS, Operator, Words

GIVEN = Operator(
    name="given",
    kinds=("choice", *TEXTS, *NUMBERS, *DAYS),
    many=False,
    operand="flag",
    meaning="has something in it; a blank text has not, and one that is not stated is unknown",
    predicate=lambda operand, _: lambda value, as_of: (not isinstance(value, str) or bool(value.strip())) is operand,
    flags=(Words("Any answer", "stated", "blank"), Words("Left blank", "blank", "stated")),
    lasting=lambda operand: operand,
    witnesses=lambda operand: (),
)
