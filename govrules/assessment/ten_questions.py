# SPDX-License-Identifier: Apache-2.0
"""The five questions to managers and the five of the board: what the strategy answers, in figures, and its state.

The questions are data, in ``ten_questions.yaml`` beside this module. This module trusts that each rule named there
exists and each figure can be taken, which the tests hold it to; it takes no figure itself.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from govrules.assessment.question_figures import FIGURES, Figures
from govrules.assessment.report import AnsweredQuestion, Finding, Met
from govrules.ruleset.model import Identifier, Text
from govrules.source.model_errors import validate
from govrules.source.read import read
from govrules.strategy.base import Many, Part
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_DATA = Path(__file__).with_suffix(".yaml")
_FIGURE = re.compile(r"\{(\w+)\}")


class TenQuestion(Part):
    """One of the ten questions, as it is written in the data."""

    id: Identifier
    to: Literal["manager", "board"]
    question: Text
    rules: Annotated[Many[Identifier], Field(min_length=1)]
    answer: Annotated[Many[Text], Field(min_length=1)]

    @property
    def figures(self) -> frozenset[str]:
        """The figures that its answer is made of."""
        return frozenset(name for part in self.answer for name in _FIGURE.findall(part))


class TenQuestions(Part):
    """The file of the ten questions."""

    questions: Many[TenQuestion]


@cache
def ten_questions() -> tuple[TenQuestion, ...]:
    """The ten questions, managers' first, in the order in which they are asked."""
    return validate(TenQuestions, read(_DATA)).questions


def answer_ten_questions(
    strategy: Strategy, findings: Sequence[Finding], met: Sequence[Met], as_of: date
) -> tuple[AnsweredQuestion, ...]:
    """The ten questions with their answers; a question is silent where the strategy says nothing about it.

    They are asked of strategies alone: a policy, a campaign or a channel plan has no business case to make.
    """
    if strategy.document != "strategy":
        return ()
    verdicts: dict[str, str] = {one.rule: Verdict.MET for one in met}
    verdicts |= {finding.rule: finding.verdict for finding in reversed(findings)}
    return tuple(
        _answered(number, question, FIGURES[question.id](strategy, as_of), verdicts)
        for number, question in enumerate(ten_questions(), 1)
    )


def _answered(
    number: int, question: TenQuestion, figures: Figures | None, verdicts: Mapping[str, str]
) -> AnsweredQuestion:
    answer = _worded(question, figures) if figures else ""
    missing = tuple(rule for rule in question.rules if verdicts.get(rule, Verdict.MET) != Verdict.MET)
    state: Literal["answered", "in-part", "silent"] = "silent"
    if answer:
        state = "in-part" if missing else "answered"
    return AnsweredQuestion(number, question.id, question.to, question.question, state, answer or None, missing)


def _worded(question: TenQuestion, figures: Figures) -> str:
    stated = {name: text for name, text in figures.items() if text is not None}
    parts = [part for part in question.answer if stated.keys() >= set(_FIGURE.findall(part))]
    return ", ".join(_FIGURE.sub(lambda found: stated[found[1]], part) for part in parts)
