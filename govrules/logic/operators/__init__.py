# SPDX-License-Identifier: Apache-2.0
"""The operators by name, in the order in which the language reference has them.

What a comparison means, how it is said and what else is to be known of an operator stands in its own file. That a
comparison with a field that is not stated is unknown, and what an incomplete list leaves open, is settled by the
engines for all of them alike.
"""

from govrules.logic.operators.covers import COVERS
from govrules.logic.operators.day_bounds import ON_OR_AFTER, ON_OR_BEFORE
from govrules.logic.operators.day_spans import IN_NEXT_DAYS, WITHIN_DAYS
from govrules.logic.operators.empty import EMPTY
from govrules.logic.operators.equals import EQUALS
from govrules.logic.operators.given import GIVEN
from govrules.logic.operators.includes import INCLUDES
from govrules.logic.operators.includes_all import INCLUDES_ALL
from govrules.logic.operators.includes_any import INCLUDES_ANY
from govrules.logic.operators.mentions import MENTIONS
from govrules.logic.operators.number_bounds import AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN
from govrules.logic.operators.one_of import ONE_OF
from govrules.logic.operators.only import ONLY
from govrules.logic.operators.operator import Operand, Operator, Predicate, Words
from govrules.logic.operators.stated import STATED
from govrules.logic.shape import FieldType

__all__ = ["OPERATORS", "Operand", "Operator", "Predicate", "Words", "answers_silence", "fitting"]

OPERATORS: dict[str, Operator] = {
    operator.name: operator
    for operator in (
        EQUALS,
        ONE_OF,
        AT_LEAST,
        AT_MOST,
        MORE_THAN,
        LESS_THAN,
        ON_OR_AFTER,
        ON_OR_BEFORE,
        WITHIN_DAYS,
        IN_NEXT_DAYS,
        INCLUDES,
        INCLUDES_ANY,
        INCLUDES_ALL,
        ONLY,
        EMPTY,
        COVERS,
        MENTIONS,
        GIVEN,
        STATED,
    )
}


def answers_silence(name: str) -> bool:
    """Tell whether this is an operator for which it is an answer that a field is not stated."""
    return name in OPERATORS and OPERATORS[name].of_silence is not None


def fitting(type_: FieldType) -> list[str]:
    """The names of the operators that fit a type, quantifiers included."""
    names = [name for name, operator in OPERATORS.items() if operator.fits(type_)]
    if type_.many:
        names += ["some", "every", "count"] if type_.kind == "part" else ["count"]
    return names
