# SPDX-License-Identifier: Apache-2.0
"""``empty``: the list has nothing in it, or has something."""

from govrules.logic.operators.operator import EVERYTHING, Operator, Words

EMPTY = Operator(
    name="empty",
    kinds=EVERYTHING,
    many=True,
    operand="flag",
    meaning="is a list of nothing",
    predicate=lambda operand, _: lambda value, as_of: (not value) is operand,
    flags=(
        Words("None", "an empty list", "a list of something"),
        Words("At least one", "a list of something", "an empty list"),
    ),
    lasting=lambda operand: not operand,
    witnesses=lambda operand: (),
    of_length=True,
)
