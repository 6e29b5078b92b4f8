# SPDX-License-Identifier: Apache-2.0
"""The interview in words: a question, why it is asked, what each answer would do, how much is left; and as data."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from textwrap import shorten
from typing import Any

from govrules.assessment.interview import Effect, NextQuestion, Remaining
from govrules.documents import Found
from govrules.output.presentation.numbers import agree, plural
from govrules.output.presentation.words import owner_in_sentence
from govrules.strategy.choices import in_words

HOW: dict[str, str] = {
    "yes-no": "yes or no",
    "choice": "one of these",
    "choices": "any of these, with commas; none, if it is none of them",
    "places": "countries or states, with commas: US, US-CA, GB; none, if there is none",
    "sectors": "sectors, with commas: bank, hospital; `govrules rules --sectors` lists them",
    "names": "their names, with commas; none, if there is none; end with ... if there are more",
    "more": "the names of others, with commas; none, if that is all",
    "number": "a number",
    "day": "a date: 2027-03-12, or 12 March 2027",
    "text": "a few words",
    "texts": "with commas",
}
"""How each kind of question is answered."""
_PASSAGE = 320  # characters of a passage beside a question
NOTHING_LEFT = "Nothing that is left open can change the verdict."


def spoken(text: str) -> str:
    """A question without what it says to whoever writes the file: an empty list is answered by ``none`` here."""
    return re.sub(r" An empty list if [^.?]*\.", "", text)


def how(question: NextQuestion) -> str:
    """How the question is answered, in a few words."""
    unit = f" ({question.unit})" if question.unit else ""
    return f"{HOW[question.kind]}{unit}"


def asked_of(question: NextQuestion) -> str | None:
    """Of which things it is asked, where it is asked of some."""
    if not question.asked_of:
        return None
    names = ", ".join(question.asked_of)
    return f"For each of {names}; an answer counts for all." if "[]" in question.field else f"About {names}."


def why(question: NextQuestion) -> list[str]:
    """Why it is asked: how many rules wait for it, who usually knows, and what each answer would do."""
    if not question.rules:
        return ["Without it nobody can say what applies, and what was not checked."]
    count = len(question.rules)
    lead = "the weightiest" if count > 1 else "it says"
    lines = [f"{plural(count, 'rule')} {agree(count, 'waits', 'wait')} for it; {lead}: {question.weightiest}."]
    if question.could_block:
        could = (
            "It"
            if count == 1
            else "All of them"
            if question.could_block == count
            else f"{question.could_block} of them"
        )
        lines.append(f"{could} could block the launch.")
    lines.append(f"Usually {owner_in_sentence(question.owner)} knows.")
    return [*lines, *(effect(one) for one in question.effects)]


def effect(one: Effect) -> str:
    """What an answer would do, in a sentence."""
    gaps = [plural(count, f"{severity} gap") for severity, count in one.gaps.items()]
    done = [
        *gaps,
        *([f"{plural(one.met, 'rule')} met"] if one.met else []),
        *([f"{plural(one.fall_away, 'rule')} {agree(one.fall_away, 'falls', 'fall')} away"] if one.fall_away else []),
    ]
    if one.questions > 0:
        done.append(f"{plural(one.questions, 'more question')}")
    elif one.questions < -1:
        done.append(f"{plural(-one.questions - 1, 'other question')} {agree(-one.questions - 1, 'goes', 'go')}")
    return f"If {in_words(one.answer)}: {', '.join(done) or 'nothing changes yet'}."


def remaining(left: Remaining) -> str:
    """How much is left, in a sentence."""
    if not left.at_most:
        text = NOTHING_LEFT
    elif left.at_least == left.at_most:
        text = f"{plural(left.at_least, 'question')} left."
    else:
        text = f"At least {left.at_least} and at most {plural(left.at_most, 'question')} left."
    others = left.waiting_for_others
    return f"{text} {plural(others, 'question')} {agree(others, 'waits', 'wait')} for others." if others else text


def _question_data(question: NextQuestion) -> dict[str, Any]:
    said = {"text": spoken(question.text), "how": how(question), "why": why(question)}
    return asdict(question) | said | {"beside": [_question_data(one) for one in question.beside]}


def passage_words(found: Found) -> str:
    """What another document says, and where."""
    text = shorten(found.stretch.text, _PASSAGE, placeholder=" ...")
    return f"{found.document}, {found.stretch.where}: “{text}”"


def interview_data(
    question: NextQuestion | None,
    left: Remaining | None,
    verdict: str | None,
    document: str,
    passages: Iterable[Found] = (),
) -> dict[str, Any]:
    """The state of an interview as data, for other tools; with what other documents say of the question."""
    return {
        "document": document,
        "question": _question_data(question) if question else None,
        "remaining": asdict(left) if left else None,
        "verdict": verdict,
        "passages": [
            {"document": one.document, "where": one.stretch.where, "text": one.stretch.text} for one in passages
        ],
    }
