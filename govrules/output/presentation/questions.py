# SPDX-License-Identifier: Apache-2.0
"""The questions that a document leaves open, for readers: which matter most, and what helps to answer one."""

from collections.abc import Mapping
from dataclasses import dataclass

from govrules.assessment.report import Question, Report
from govrules.ruleset.model import Severity

_FIRST = 10  # questions on a first screen; the others stand in an annex
_CHOICES = 12  # of a question; more are found in the reference
_WAITING = 3  # rules beside a question
# What a rule that waits for an answer adds to its weight.
_WEIGHTS: Mapping[Severity, int] = {"showstopper": 100, "major": 10, "minor": 2, "advice": 1}


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
    ranked = sorted(report.questions, key=lambda question: -weight(report, question))
    return FirstQuestions(tuple(ranked[:_FIRST]), max(0, len(ranked) - _FIRST))


def weight(report: Report, question: Question) -> int:
    """How much an answer decides: the sum over the rules that wait for it."""
    return sum(_WEIGHTS[report.rules[name].severity] for name in question.rules)


def question_details(question: Question) -> list[str]:
    """What helps to answer a question: unit, choices where they are few, and of what it is asked."""
    found = [unit(question.unit)] if question.unit else []
    if question.choices and len(question.choices) <= _CHOICES:
        found.append(f"one of: {', '.join(question.choices)}")
    if question.asked_of:
        found.append(f"asked of: {', '.join(question.asked_of)}")
    return found


def unit(name: str) -> str:
    """In what a question is to be answered."""
    return "in the currency of the business case" if name.startswith("currency") else f"in {name}"


def waiting(question: Question) -> tuple[tuple[str, ...], int]:
    """The first rules that wait for an answer, and how many more do."""
    return question.rules[:_WAITING], max(0, len(question.rules) - _WAITING)
