# SPDX-License-Identifier: Apache-2.0
"""``stated``: the field is in the document at all. The one operator for which silence is an answer."""

from govrules.logic.operators.operator import EVERYTHING, Operator, Words

# To say less is no way to meet anything.
STATED = Operator(
    name="stated",
    kinds=EVERYTHING,
    many=None,
    operand="flag",
    meaning="is in the document at all; always decided",
    predicate=lambda operand, _: lambda value, as_of: operand,
    flags=(Words("Answered at all", "stated", None), Words("Not answered", None, "stated")),
    lasting=lambda operand: operand,
    of_silence=lambda operand: not operand,
    witnesses=lambda operand: (),
)
