# SPDX-License-Identifier: Apache-2.0
"""For lint: parts of a requirement that silence satisfies, although nobody has said that they hold.

An alternative that asks for something besides is none: "the channel states nothing, and the general answer is yes".
"""

from collections.abc import Iterator, Mapping

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Quantified
from govrules.logic.operators import OPERATORS
from govrules.logic.truth import Truth, all_of, any_of, not_


def met_by_silence(condition: Condition, concepts: Mapping[str, Condition]) -> Iterator[Condition]:
    """The parts of a requirement, each of which must hold or would be enough, that are true where nothing is stated."""
    match condition:
        case All(parts):
            for part in parts:
                yield from met_by_silence(part, concepts)
        case AnyOf(parts):
            yield from (part for part in parts if _of_silence(part, concepts) is True)
        case _:
            if _of_silence(condition, concepts) is True:
                yield condition


def _of_silence(condition: Condition, concepts: Mapping[str, Condition]) -> Truth:
    """The truth of a condition where no field is stated, in elements of lists neither."""
    match condition:
        case All(parts):
            return all_of(_of_silence(part, concepts) for part in parts)
        case AnyOf(parts):
            return any_of(_of_silence(part, concepts) for part in parts)
        case Not(part):
            return not_(_of_silence(part, concepts))
        case Is(concept):
            return _of_silence(concepts[concept], concepts)
        case Compare(_, operator, operand, known=known):
            return OPERATORS[operator].unstated(operand, known=known)
        case Quantified(where=where, quantifier=quantifier, known=known):
            return False if known else None if quantifier == "count" else _of_silence(where, concepts)
