# SPDX-License-Identifier: Apache-2.0
"""Conditions in plain words: a question of the strategy, and the answer that is looked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Quantified
from govrules.logic.operators import OPERATORS
from govrules.logic.shape import Attribute
from govrules.output.presentation.markdown import code, link, plain
from govrules.ruleset.message import shown
from govrules.ruleset.rule import Concept


def condition_list(condition: Condition, concepts: Mapping[str, Concept], concept_page: str) -> str:
    """A condition as a nested list in Markdown. ``concept_page`` is the address of the page of concepts."""

    def lines(part: Condition, depth: int) -> Iterator[str]:
        mark = f"{'    ' * depth}- "
        match part:
            case All(parts) if depth == 0:
                for one in parts:
                    yield from lines(one, 0)
            case All(parts) | AnyOf(parts):
                yield f"{mark}{'All' if isinstance(part, All) else 'At least one'} of these:"
                for one in parts:
                    yield from lines(one, depth + 1)
            case Not(negated):
                yield f"{mark}This is **not** so:"
                yield from lines(negated, depth + 1)
            case Is(concept):
                title = plain(concepts[concept].text.title)
                yield f"{mark}{link(title, f'{concept_page}#{concept}')} ({code(concept)})"
            case Compare(path):
                yield f"{mark}{plain(path.attribute.question)} **{_answer(part)}** ({code(str(path))})"
            case Quantified(path):
                whole = part.where == All(())
                yield f"{mark}{plain(path.attribute.question)} **{_quantity(part, whole)}** ({code(str(path))})"
                if not whole:
                    yield from lines(part.where, depth + 1)

    return "\n".join(lines(condition, 0))


def _answer(condition: Compare) -> str:
    words = OPERATORS[condition.operator].worded(condition.operand).answer
    # A value of the document keeps its case.
    answer = (words[0].upper() + words[1:]).format(_operand(condition.operand, condition.path.attribute))
    return f"Known to be so: {answer}" if condition.known else answer


def _operand(operand: Any, attribute: Attribute) -> str:
    tree = attribute.type.tree
    if isinstance(operand, tuple):
        return ", ".join(_operand(item, attribute) for item in operand)
    if tree is not None and isinstance(operand, str):
        return plain(tree.name(operand))
    unit = f" {attribute.unit}" if attribute.unit and isinstance(operand, (int, float)) else ""
    return plain(shown(operand) + unit)


def _quantity(condition: Quantified, whole: bool) -> str:
    words = _number(condition, whole)
    return f"Known to be so: {words}" if condition.known else words


def _number(condition: Quantified, whole: bool) -> str:
    if condition.quantifier == "some":
        return "For at least one of them:"
    if condition.quantifier == "every":
        return "For each of them:"
    number = " and ".join(condition.bounds).capitalize()
    return number if whole else f"{number} for which:"
