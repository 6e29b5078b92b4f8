# SPDX-License-Identifier: Apache-2.0
"""The first screen below the verdict: what is to be done next, and the numbers of the business case."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from govrules.assessment.report import Report
from govrules.output.presentation import numbers, words
from govrules.output.presentation.questions import first_questions
from govrules.output.presentation.to_do import ToDo, for_kind, heavy_questions, open_questions, with_findings
from govrules.output.presentation.waived_and_known import acceptance, known_words

_FIRST_STEPS = 3
_BUSINESS_CASE = "business-case"  # of the ten questions


@dataclass(frozen=True)
class NextStep:
    """A thing to do next: ``gap`` is what it cures, ``about`` who usually does it and how long it takes, ``anchor``
    where to read more."""

    text: str
    gap: str | None
    about: str
    anchor: str


def next_steps(report: Report) -> tuple[NextStep, ...]:
    """What to do next: what stands before the launch, then what must be answered; with nothing left, the decision."""
    return tuple(replace(step, about=for_kind(report, step.about)) for step in _next_steps(report))


def _next_steps(report: Report) -> Iterator[NextStep]:
    heavy, to_do = heavy_questions(report), ToDo(report)
    blocking = (*to_do.stops, *to_do.before)
    gaps = {step.number: findings[0].message for step, findings in with_findings(report)}
    for step in blocking[: _FIRST_STEPS - bool(heavy)]:
        about = words.usually(step.owner, step.effort)
        yield NextStep(numbers.first_sentence(step.do), gaps[step.number], about, f"step-{step.number}")
    if heavy:
        sections = [words.titled(name).lower() for name in dict.fromkeys(question.section for question in heavy)]
        where = numbers.listed(sections) if len(sections) <= 3 else f"{', '.join(sections[:3])} and more"
        asked = "the question" if len(heavy) == 1 else f"the {numbers.number(len(heavy))} questions"
        first = next((question for question in first_questions(report).shown if question in heavy), heavy[0])
        yield NextStep(
            for_kind(report, f"Answer {asked} that could block the launch."), first.text, f"about {where}", "questions"
        )
    elif heavy_questions(report, screening=True):
        yield NextStep("Say which rules apply.", None, "seat, staff, listing and the like", "questions")
    elif not blocking:
        yield NextStep("Take the decision.", None, "nothing stands before the launch", "path")
        for step in report.path[: _FIRST_STEPS - 1]:
            about = f"after launch; {words.usually(step.owner, step.effort)}"
            yield NextStep(numbers.first_sentence(step.do), gaps[step.number], about, f"step-{step.number}")


def figures(report: Report) -> list[tuple[str, int, str]]:
    """The large figures: how each looks, the number, and what it counts."""
    to_do = ToDo(report)
    counted = (
        ("showstopper", len(to_do.stops), "showstopper", "showstoppers"),
        ("major", len(to_do.before), "thing to do before launch", "things to do before launch"),
        ("minor", len(to_do.after), "thing to do after launch", "things to do after launch"),
        ("open", len(open_questions(report)), "question open", "questions open"),
    )
    return [(look, count, for_kind(report, numbers.agree(count, one, many))) for look, count, one, many in counted]


def business_case(report: Report) -> str | None:
    """The numbers of the business case in a line, where the strategy gives any."""
    return next((one.answer for one in report.ten_questions if one.id == _BUSINESS_CASE), None)


def also(report: Report) -> str | None:
    """What counts beside the large figures, in a sentence: what is advised, upcoming, waived, and known before."""
    others = (
        (len(ToDo(report).advice), "advised"),
        (len(ToDo(report).coming), "upcoming"),
    )
    counted = [f"{count} {what}" for count, what in others if count]
    sentences = [f"Also {numbers.listed(counted)}." if counted else None, _waived(report), known_words(report)]
    return " ".join(part for part in sentences if part) or None


def _waived(report: Report) -> str | None:
    # Of several rules that ask for the same, the acceptance that ends first is where it is no longer accepted.
    ends = [
        min(accepted.until for finding in group if (accepted := acceptance(finding))) for group in ToDo(report).accepted
    ]
    if not ends:
        return None
    first = "" if len(set(ends)) == 1 else "the first "
    many = f"{numbers.in_words(len(ends), 'finding').capitalize()} {numbers.be(len(ends))} waived"
    return f"{many}: accepted for a time, {first}until {words.day(min(ends))}."
