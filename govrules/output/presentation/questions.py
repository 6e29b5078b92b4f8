# SPDX-License-Identifier: Apache-2.0
"""The questions that a document leaves open, for readers: which matter most, which only tell whether rules apply, and
what helps to answer one."""

from dataclasses import dataclass

from govrules.assessment.report import Question, Report
from govrules.output.presentation.numbers import capitalised, plural
from govrules.output.presentation.rules import asks
from govrules.output.presentation.to_do import open_questions, screening_questions
from govrules.ruleset.model import SEVERITIES, WEIGHTS
from govrules.strategy.choices import to_type

_FIRST = 10  # questions on a first screen; the others stand in an annex
_CHOICES = 12  # of a question; more are found in the reference
_WAITING = 3  # rules beside a question
SCREENING = "Whether more rules apply depends on"
"""The heading over the questions that only tell whether rules apply."""


@dataclass(frozen=True)
class FirstQuestions:
    """The questions whose answers matter most, the heaviest first, and how many more there are."""

    shown: tuple[Question, ...]
    more: int

    @property
    def heading(self) -> str:
        """The heading over them."""
        count = len(self.shown)
        if self.more:
            return f"The {count} answers that matter most, of {count + self.more} that the document leaves open"
        return f"Questions that the document leaves open ({count})"


def first_questions(report: Report) -> FirstQuestions:
    """The questions for which the heaviest rules wait; of equal weight, in the order of the document."""
    ranked = _ranked(report, open_questions(report))
    return FirstQuestions(tuple(ranked[:_FIRST]), max(0, len(ranked) - _FIRST))


def screening(report: Report) -> FirstQuestions:
    """The questions that only tell whether rules apply, those on which most depends first."""
    ranked = _ranked(report, screening_questions(report))
    return FirstQuestions(tuple(ranked[:_FIRST]), max(0, len(ranked) - _FIRST))


def screened(question: Question) -> str:
    """One of them on a line, with how many rules wait for the answer."""
    return f"{question.text} ({question.field}; {plural(len(question.rules), 'rule')})"


def decides(report: Report, question: Question) -> str:
    """What an answer decides: the heaviest rule that waits for it, who asks for that, and how many more there are."""
    rules = sorted((report.rules[name] for name in question.rules), key=lambda rule: SEVERITIES.index(rule.severity))
    more = f", and {plural(len(rules) - 1, 'more rule')}" if len(rules) > 1 else ""
    return f"{capitalised(question.severity)}. {asks(rules[0])}{more}"


def _ranked(report: Report, questions: list[Question]) -> list[Question]:
    return sorted(questions, key=lambda one: -sum(WEIGHTS[report.rules[name].severity] for name in one.rules))


def question_details(question: Question) -> list[str]:
    """What helps to answer a question: unit, choices where they are few, and of what it is asked."""
    found = [unit(question.unit)] if question.unit else []
    if question.choices and len(question.choices) <= _CHOICES:
        found.append(f"one of: {to_type(question.choices)}")
    if question.asked_of:
        found.append(f"asked of: {', '.join(question.asked_of)}")
    return found


def unit(name: str) -> str:
    """In what a question is to be answered."""
    return "in the currency of the business case" if name.startswith("currency") else f"in {name}"


def waiting(question: Question) -> tuple[tuple[str, ...], int]:
    """The first rules that wait for an answer, and how many more do."""
    return question.rules[:_WAITING], max(0, len(question.rules) - _WAITING)
