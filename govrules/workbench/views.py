# SPDX-License-Identifier: Apache-2.0
"""The workbench's views: a session as fragments of HTML, by the same templates and words as the reports."""

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment

from govrules.output.brief import render as render_brief
from govrules.output.formats import format_named
from govrules.output.html.page import environment, overview
from govrules.output.interview import NOTHING_LEFT, asked_of, how, remaining, spoken, why
from govrules.output.presentation import words
from govrules.output.presentation.answer import verdict_line
from govrules.strategy.choices import in_words
from govrules.workbench.session import NOT_KNOWN, Session

_TEMPLATES = Path(__file__).with_name("templates")


def fragments(session: Session) -> Mapping[str, str]:
    """The parts of the page, by the id of the element that they fill."""
    if session.asking is None:
        return {}
    question, interview = session.question, session.asking.interview
    assert interview is not None, "a document was read"
    context = {
        "session": session,
        "question": question,
        "spoken": spoken,
        "nothing_left": NOTHING_LEFT,
        "asked_of": asked_of,
        "how": how,
        "not_known": NOT_KNOWN,
        "why": why(question) if question else [],
        "left": remaining(interview.remaining()),
        "in_words": in_words,
        "waiting": _by_owner(session),
    }
    draw = _environment().get_template
    return {
        "question": draw("question.html.j2").render(context),
        "overview": overview(session.report),
        "answers": draw("answers.html.j2").render(context),
        "verdict-line": verdict_line(session.report),
        "file-name": session.name,
        "message": session.said or "",
    }


def written(session: Session, format_: str) -> str:
    """A report on the document, as the command line writes it."""
    report = session.report
    if format_ == "brief":
        assert session.asking is not None and session.asking.interview is not None, "there is a report"
        return str(render_brief("html", report, session.asking.interview.document.strategy))
    return str(format_named(format_).render([report]))


def _by_owner(session: Session) -> list[tuple[str, list[tuple[str, str]]]]:
    """The questions that wait for others: by who usually knows."""
    waiting = sorted(session.waiting(), key=lambda one: one.owner)
    return [
        (words.owner_in_sentence(owner), [(one.field, spoken(one.text)) for one in asked])
        for owner, asked in groupby(waiting, key=lambda one: one.owner)
    ]


@cache
def _environment() -> Environment:
    return environment(_TEMPLATES)
