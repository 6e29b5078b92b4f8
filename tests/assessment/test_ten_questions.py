# SPDX-License-Identifier: Apache-2.0
"""The ten questions as data: each names rules that exist and figures that can be taken; how an answer reads."""

from datetime import date
from pathlib import Path

import pytest
from bundled import bundled

from govrules import InputError, check, load_strategy, parse_strategy
from govrules.assessment.question_figures import FIGURES
from govrules.assessment.ten_questions import TenQuestions, answer_ten_questions, ten_questions
from govrules.source.model_errors import validate
from govrules.source.read import read_text
from govrules.strategy.governance import Governance

DAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "regional-bank-us.yaml"


def test_there_are_five_questions_to_managers_and_then_five_of_the_board():
    assert [question.to for question in ten_questions()] == ["manager"] * 5 + ["board"] * 5


def test_each_question_names_rules_that_exist_and_no_rule_twice():
    named = [rule for question in ten_questions() for rule in question.rules]
    assert set(named) <= set(bundled().rules)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("question", ten_questions(), ids=lambda question: question.id)
def test_each_figure_of_an_answer_is_taken_from_the_strategy_and_each_that_is_taken_is_used(question):
    assert question.figures == set(FIGURES[question.id](load_strategy(EXAMPLE).strategy, DAY))


def test_no_figures_are_taken_for_a_question_that_is_not_asked():
    assert list(FIGURES) == [question.id for question in ten_questions()]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("rules: []", "takes a list with something in it"),
        ("rules: [Not an id]", "takes small letters and digits"),
        ("rules: [zz-a], answers: [more]", "has no field 'answers'"),
    ],
)
def test_a_question_without_rules_or_with_a_misspelt_key_is_refused(written, message):
    text = f"questions: [{{id: one, to: board, question: 'Why?', answer: ['{{figure}}'], {written}}}]"
    with pytest.raises(InputError, match=message):
        validate(TenQuestions, read_text(text))


def test_a_finished_strategy_answers_each_in_figures():
    report = check(EXAMPLE, bundled(), as_of=DAY)
    topics = len(Governance.model_fields)
    assert {question.id: question.answer for question in report.ten_questions} == {
        "disruptors": "3 technologies named, an exposure of USD 8,700,000 across 3 of them",
        "research": "2 pieces of research, 2 passed up to leaders, the newest 25 days old",
        "competitors": "3 competitors studied, 3 with a success and a failure, 3 lessons used",
        "education": "self, team, leadership, board; 48 hours a year planned",
        "platforms": "4 channels, 4 of them with what works, what does not and what is tried next",
        "business-case": "costs USD 1,740,000 a year, brings USD 3,060,000 a year, paid back in 18 months, "
        "80% of its metrics are business outcomes",
        "industry": "pieces of research on our own sector: 2 of 2",
        "law": "5 obligations registered, 5 checked within a year, 3 objections raised",
        "governance": f"Chief marketing and digital officer; 20 of {topics} governance topics covered",
        "resourcing": "8 full-time equivalents, USD 1,740,000 a year, talent model: mixed, "
        "structure: a hub with people in the departments",
    }


def test_a_strategy_that_says_nothing_is_silent_on_all_ten():
    strategy = parse_strategy("title: T\norganisation: {name: O}").strategy
    answered = answer_ten_questions(strategy, (), (), DAY)
    assert {(question.state, question.answer) for question in answered} == {("silent", None)}


def test_what_is_not_stated_is_left_out_of_an_answer():
    strategy = parse_strategy("title: T\norganisation: {name: O}\nresourcing: {structure: team}").strategy
    assert answer_ten_questions(strategy, (), (), DAY)[-1].answer == "structure: team"


def test_a_policy_is_not_asked_the_ten_questions():
    text = "title: T\norganisation: {name: O}\ndocument: KIND\n"
    asked = {kind: check(parse_strategy(text.replace("KIND", kind))).ten_questions for kind in ("strategy", "policy")}
    assert len(asked["strategy"]) == 10
    assert asked["policy"] == ()
