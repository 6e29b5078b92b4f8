# SPDX-License-Identifier: Apache-2.0
"""What conditions and verdicts mean, written down a second time: straight from the design, slowly, and in its order.

It shares with the product the form of a condition and the data of the taxonomy, and nothing else. A truth is told as
the set of the answers that are still possible: {True}, {False}, or both where it is unknown.
"""

from collections.abc import Mapping
from datetime import timedelta
from itertools import product
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Path, Quantified
from govrules.logic.incomplete import IncompleteList

YES, NO, OPEN = frozenset({True}), frozenset({False}), frozenset({True, False})
Answers = frozenset[bool]
SOMETHING_ELSE = object()
UNLISTED = object()
"""A subject of which nothing is known: whatever is asked of it itself is open."""


class Reference:
    """Judges about one document, as of one day."""

    def __init__(self, root: Any, as_of: Any, concepts: Mapping[str, Condition]) -> None:
        self.root, self.as_of, self.concepts = root, as_of, concepts

    def truth(self, condition: Condition, subject: Any) -> bool | None:
        answers = self.answers(condition, subject)
        return None if answers == OPEN else next(iter(answers))

    def answers(self, condition: Condition, subject: Any) -> Answers:
        if isinstance(condition, All):
            return both([self.answers(part, subject) for part in condition.parts])
        if isinstance(condition, AnyOf):
            return either([self.answers(part, subject) for part in condition.parts])
        if isinstance(condition, Not):
            return denied(self.answers(condition.part, subject))
        if isinstance(condition, Is):
            return self.answers(self.concepts[condition.concept], self.root if condition.of_root else subject)
        if subject is UNLISTED and not condition.path.from_root:
            return OPEN
        if isinstance(condition, Quantified):
            elements = self.value(condition.path, subject)
            return self.silence(condition, subject) if elements is None else self.quantified(condition, elements)
        value = self.value(condition.path, subject)
        return self.silence(condition, subject) if value is None else self.compare(condition, value)

    def silence(self, condition: Compare | Quantified, subject: Any) -> Answers:
        """What is asked of a field that is not stated: it is open, or asks just that, or is not known to be so."""
        if condition.path.attribute.rests_on:
            *above, _ = condition.path.names
            part = self.value(Path(tuple(above), condition.path.from_root, condition.path.attribute), subject)
            if part is not None and any(unfinished(getattr(part, name)) for name in condition.path.attribute.rests_on):
                return OPEN  # A field that is worked out, once the lists are complete.
        if isinstance(condition, Compare) and condition.operator == "stated":
            return frozenset({not condition.operand})
        return NO if condition.known else OPEN

    def required(self, condition: Condition, subject: Any) -> Answers:
        """What becomes of a requirement: it is not met on silence alone."""
        answers = self.answers(condition, subject)
        return OPEN if answers == YES and not self.said(condition, subject, True) else answers

    def said(self, condition: Condition, subject: Any, truth: bool) -> bool:
        """Whether something that is stated decides that a condition has this truth, which it has."""
        if isinstance(condition, Not):
            return self.said(condition.part, subject, not truth)
        if isinstance(condition, Is):
            about = self.root if condition.of_root else subject
            return self.said(self.concepts[condition.concept], about, truth)
        if isinstance(condition, All | AnyOf):
            return self.one_said([(part, subject) for part in condition.parts], truth)
        value = self.value(condition.path, subject)
        if isinstance(condition, Compare) or value is None or condition.quantifier == "count":
            return value is not None
        deciding = [(condition.where, one) for one in value if self.answers(condition.where, one) == {truth}]
        return self.one_said(deciding, truth) if deciding else True

    def one_said(self, parts: list[tuple[Condition, Any]], truth: bool) -> bool:
        return any(self.said(part, about, truth) for part, about in parts if self.answers(part, about) == {truth})

    def value(self, path: Path, subject: Any) -> Any:
        value = self.root if path.from_root else subject
        for name in path.names:
            value = None if value is None else getattr(value, name)
        return value

    def quantified(self, condition: Quantified, elements: Any) -> Answers:
        each = [self.answers(condition.where, element) for element in elements]
        if isinstance(elements, IncompleteList):
            # There may be more elements: enough of them to matter, each with either answer.
            each += [OPEN] * (1 + int(max(condition.at_least or 0, condition.at_most or 0)))
        if condition.quantifier == "some":
            return either(each)
        if condition.quantifier == "every":
            return both(each)
        # How many there can be at all, whatever the unknown ones turn out to be.
        possible = {sum(turned) for turned in product(*each)}
        bounds = []
        if condition.at_least is not None:
            bounds.append(frozenset(number >= condition.at_least for number in possible))
        if condition.at_most is not None:
            bounds.append(frozenset(number <= condition.at_most for number in possible))
        return both(bounds)

    def compare(self, condition: Compare, value: Any) -> Answers:
        operand, type_ = condition.operand, condition.path.attribute.type
        if condition.operator == "stated":
            return frozenset({operand})
        if isinstance(value, IncompleteList):
            # What is asked about may be among the elements that are not stated, and so may anything else.
            asked = operand if isinstance(operand, tuple) else (operand,)
            more = (SOMETHING_ELSE,) if condition.operator in ("only", "empty") else asked
            return self.compare(condition, tuple(value)) | self.compare(condition, (*value, *more))
        if condition.operator == "covers":
            return either([covers(operand, own, type_) for own in (value if type_.many else [value])])
        return frozenset({self.holds(condition.operator, value, operand)})

    def holds(self, operator: str, value: Any, operand: Any) -> bool:
        if operator in ("within_days", "in_next_days"):
            step = timedelta(-1 if operator == "within_days" else 1)
            return value in [self.as_of + step * days for days in range(operand + 1)]
        if operator == "mentions":
            return any(
                mentions(text, word) for text in ([value] if isinstance(value, str) else value) for word in operand
            )
        if operator == "given":
            return (value.strip() != "" if isinstance(value, str) else True) == operand
        return {
            "equals": lambda: value == operand,
            "one_of": lambda: any(value == one for one in operand),
            "at_least": lambda: not value < operand,
            "at_most": lambda: not value > operand,
            "more_than": lambda: value > operand,
            "less_than": lambda: value < operand,
            "on_or_after": lambda: not value < operand,
            "on_or_before": lambda: not value > operand,
            "includes": lambda: operand in list(value),
            "includes_any": lambda: bool(set(value) & set(operand)),
            "includes_all": lambda: set(operand) <= set(value),
            "only": lambda: set(value) <= set(operand),
            "empty": lambda: (len(value) == 0) == operand,
        }[operator]()


def unfinished(value: Any) -> bool:
    """Tell whether there is an incomplete list in a part of the document."""
    if isinstance(value, tuple):
        return isinstance(value, IncompleteList) or any(unfinished(one) for one in value)
    return any(unfinished(getattr(value, name)) for name in getattr(type(value), "model_fields", ()))


def both(parts: list[Answers]) -> Answers:
    """Kleene's "and": false if one is false, true if all are true, else unknown."""
    if NO in parts:
        return NO
    return OPEN if OPEN in parts else YES


def either(parts: list[Answers]) -> Answers:
    """Kleene's "or": true if one is true, false if all are false, else unknown."""
    if YES in parts:
        return YES
    return OPEN if OPEN in parts else NO


def covers(code: str, own: str, type_: Any) -> Answers:
    """Lies in; where only a wider place or sector is stated it is open, but a market is reached as a whole."""
    if code == own or code in type_.tree.parents[own]:
        return YES
    if own in type_.tree.parents[code]:
        return YES if type_.kind == "market" else OPEN
    return NO


def mentions(text: str, word: str) -> bool:
    """Has the word or phrase in it, with no letter, digit or underscore right before or after."""
    text, word = text.lower(), word.lower()
    for start in range(len(text) - len(word) + 1):
        around = text[:start][-1:] + text[start + len(word) :][:1]
        if text[start : start + len(word)] == word and not any(sign.isalnum() or sign == "_" for sign in around):
            return True
    return False


def judgement(applies: Answers, when: Answers, require: Answers, taken: Answers = NO) -> str | None:
    """The verdict of a rule about a subject; None where the rule does not bind it at all.

    ``taken`` tells whether a special rule takes its place there.
    """
    trigger = both([applies, when, denied(taken)])
    if applies == NO:
        return None
    if trigger == NO:
        return "not-applicable"
    if require == YES:
        return "met"
    if trigger == OPEN:
        return "may-apply"
    return "unanswered" if require == OPEN else "gap"


def denied(answers: Answers) -> Answers:
    """Kleene's "not"."""
    return frozenset(not answer for answer in answers)


def binds(jurisdiction: str, nexus: Any, sectors: Any, subject: Any, root: Any, types: Mapping[str, Any]) -> Answers:
    """Whom a rule binds: one tie to the jurisdiction and one of the sectors, on the subject's own if it states them."""
    own_markets, own_sectors = getattr(subject, "markets", None), getattr(subject, "sectors", None)
    fields = {
        "audience": (root.markets if own_markets is None else own_markets, types["market"]),
        "establishment": (root.organisation.established_in, types["jurisdiction"]),
        "staff": (root.organisation.staff_in, types["jurisdiction"]),
        "listing": (root.organisation.listed_in, types["jurisdiction"]),
    }
    near = {**fields, "audience": (root.markets, types["market"])}
    ties = [
        unsaid(jurisdiction, near)
        if tie != "audience" and fields[tie][0] is None
        else tied([jurisdiction], *fields[tie])
        for tie in nexus
    ]
    active = root.organisation.sectors if own_sectors is None else own_sectors
    return both(
        [
            YES if jurisdiction == "ZZ" else either(ties),
            tied(sectors, active, types["sector"]) if sectors else YES,
        ]
    )


def unsaid(jurisdiction: str, fields: Mapping[str, Any]) -> Answers:
    """Where a seat, staff or a listing that is not stated may be: in places with which the rest has to do."""
    if any(stated is not None and tied([jurisdiction], stated, type_) != NO for stated, type_ in fields.values()):
        return OPEN
    return OPEN if fields["audience"][0] is None else NO


def tied(codes: Any, stated: Any, type_: Any) -> Answers:
    """One of the codes covers one of those that are stated."""
    if stated is None:
        return OPEN
    there_may_be_more = [OPEN] if isinstance(stated, IncompleteList) else []
    return either([covers(code, own, type_) for code in codes for own in stated] + there_may_be_more)
