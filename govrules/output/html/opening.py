# SPDX-License-Identifier: Apache-2.0
"""The first screen below the verdict: what is to be done next, and the numbers of the business case."""

from collections.abc import Iterator
from dataclasses import dataclass

from govrules.assessment.path import BLOCKING
from govrules.assessment.report import PathStep, Question, Report
from govrules.assessment.threshold import failing
from govrules.output.html import words

_FIRST_STEPS = 3
_BUSINESS_CASE = 6  # of the ten questions


@dataclass(frozen=True)
class NextStep:
    """A thing to do next: ``aim`` is what then holds, ``about`` who usually does it and how long it takes, ``anchor``
    where more is said."""

    text: str
    aim: str | None
    about: str
    anchor: str


def next_steps(report: Report) -> tuple[NextStep, ...]:
    """What to do next: what stands before the launch, then what must be answered; with nothing left, the decision."""
    return tuple(_next_steps(report))


def _next_steps(report: Report) -> Iterator[NextStep]:
    heavy = heavy_questions(report)
    blocking = [step for step in report.path if step.severity in BLOCKING]
    for step in blocking[: _FIRST_STEPS - bool(heavy)]:
        about = f"usually {words.owner(step.owner)}, {step.effort}"
        yield NextStep(words.first_sentence(step.do), _aim(report, step), about, f"step-{step.number}")
    if heavy:
        sections = [words.section(name).lower() for name in dict.fromkeys(question.section for question in heavy)]
        where = words.listed(sections) if len(sections) <= 3 else f"{', '.join(sections[:3])} and more"
        asked = "the question" if len(heavy) == 1 else f"the {words.number(len(heavy))} questions"
        yield NextStep(f"Answer {asked} that could stand in the way.", None, f"about {where}", "questions")
    elif not blocking:
        yield NextStep("Take the decision.", None, "nothing stands before the launch", "path")
        for step in report.path[: _FIRST_STEPS - 1]:
            about = f"after launch; usually {words.owner(step.owner)}, {step.effort}"
            yield NextStep(words.first_sentence(step.do), _aim(report, step), about, f"step-{step.number}")


def _aim(report: Report, step: PathStep) -> str:
    return report.rules[step.rules[0]].title


def heavy_questions(report: Report) -> list[Question]:
    """The questions whose answers could stand before the launch."""
    waiting = {finding.rule for finding in failing(report, "major") if finding.verdict == "unanswered"}
    return [question for question in report.questions if waiting.intersection(question.rules)]


def business_case(report: Report) -> str | None:
    """The numbers of the business case in a line, where the strategy gives any."""
    return next((one.answer for one in report.ten_questions if one.number == _BUSINESS_CASE), None)
