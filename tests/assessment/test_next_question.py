# SPDX-License-Identifier: Apache-2.0
"""Which question comes next, where few rules wait: small rulesets show each ground for the choice by itself."""

from datetime import date

import pytest

from govrules import parse_strategy
from govrules.assessment.interview import Interview

AS_OF = date(2026, 11, 23)
SCOPE = "markets: [US]\norganisation: {name: O, sectors: [bank]}\n"
EMAIL = {"outreach.email": False}
PLAN = {"governance.crisis.plan": True}


@pytest.fixture
def interview(rulesets):
    """An interview about a strategy by these rules."""

    def begin(text, *rules):
        return Interview.of(parse_strategy(f"title: T\n{text}"), rulesets(*rules), as_of=AS_OF)

    return begin


def test_markets_and_sectors_come_first_as_gates_though_no_rule_waits_for_them(interview, rule):
    asked = interview("organisation: {name: O}\n", rule("plan", PLAN))
    first = asked.next()
    second = asked.answered("markets", "US").next()
    assert [(one.field, one.gate, one.rules) for one in (first, second)] == [
        ("markets", True, ()),
        ("organisation.sectors", True, ()),
    ]


def test_a_gate_goes_before_what_weighs_no_more(interview, rule):
    question = interview(SCOPE, rule("plan", PLAN), rule("email", EMAIL)).next()
    assert (question.field, question.gate) == ("outreach.email", True)


def test_what_weighs_more_than_twice_as_much_goes_before_a_gate(interview, rule):
    plan = [rule(name, PLAN) for name in ("one", "two", "three")]
    question = interview(SCOPE, rule("email", EMAIL), *plan).next()
    assert (question.field, question.gate) == ("governance.crisis.plan", False)


def test_of_two_the_one_whose_answer_settles_more_goes_first(interview, rule):
    # The first rule waits for two answers, the second for one.
    both = rule("both", PLAN | {"governance.crisis.stop_all_step": True})
    alone = rule("alone", {"governance.crisis.platform_contacts": True})
    question = interview(SCOPE, both, alone).next()
    assert question.field == "governance.crisis.platform_contacts"


def test_a_showstopper_is_settled_before_all_else(interview, rule):
    heavy = rule("heavy", PLAN, severity="showstopper")
    others = [rule(name, {"governance.crisis.stop_all_step": True}) for name in ("one", "two", "three", "four")]
    assert interview(SCOPE, *others, heavy).next().field == "governance.crisis.plan"


def test_a_question_that_is_asked_for_names_the_rules_that_wait_for_it(interview, rule):
    asked = interview(SCOPE, rule("plan", PLAN), rule("email", EMAIL))
    about = asked.question_about("governance.crisis.plan")
    assert (about.rules, about.gate) == (("plan",), False)
    assert asked.answered("governance.crisis.plan", "yes").question_about("governance.crisis.plan").rules == ()


def test_one_question_is_asked_of_all_that_do_not_say(interview, rule):
    archived = rule("archived", {"archive.enabled": True}, subject="channels")
    text = SCOPE + "channels: [{name: A}, {name: B, archive: {enabled: true}}, {name: C}]\n"
    question = interview(text, archived).next()
    assert question.field == "channels[].archive.enabled"
    assert question.asked_of == ("A", "C")
    assert question.each == ("channels[1].archive.enabled", "channels[3].archive.enabled")


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("organisation.public_body", "yes-no"),
        ("organisation.hipaa_status", "choice"),
        ("governance.monitoring.keywords_include", "choices"),
        ("markets", "places"),
        ("organisation.sectors", "sectors"),
        ("channels", "names"),
        ("organisation.annual_revenue", "number"),
        ("launch_on", "day"),
        ("author", "text"),
        ("governance.monitoring.receivers", "texts"),
    ],
)
def test_it_says_how_a_question_is_answered(interview, rule, field, kind):
    assert interview("organisation: {name: O}\n", rule("plan", PLAN)).question_about(field).kind == kind


def test_a_list_that_is_not_complete_is_asked_for_more(interview, rule):
    text = SCOPE + "channels: [{name: A, archive: {enabled: true}}]\nincomplete: [channels]\n"
    (question,) = interview(text, rule("archived", {"archive.enabled": True}, subject="channels")).questions()
    assert (question.field, question.kind) == ("channels", "more")


def test_it_says_how_many_questions_are_left_at_least_and_at_most(interview, rule):
    either = {"any": [PLAN, EMAIL]}
    asked = interview(SCOPE, rule("either", either), rule("plan", PLAN))
    left = asked.remaining()
    assert (left.at_least, left.at_most, left.waiting_for_others) == (1, 2, 0)
    left = asked.not_known("governance.crisis.plan").remaining()
    assert (left.at_least, left.waiting_for_others) == (1, 1)
    left = asked.answered("governance.crisis.plan", "yes").remaining()
    assert (left.at_least, left.at_most) == (0, 0)


def test_it_says_what_each_answer_would_do(interview, rule):
    again = rule("again", PLAN, severity="showstopper")
    behind = rule("behind", {"governance.crisis.stop_all_step": True}, when=PLAN)
    question = interview(SCOPE, rule("plan", PLAN), again, behind).question_about("governance.crisis.plan")
    yes, no = question.effects
    assert (yes.answer, yes.met, yes.fall_away, yes.gaps, yes.questions) == ("yes", 2, 0, {}, 0)
    assert (no.answer, no.met, no.fall_away, no.gaps) == ("no", 0, 1, {"major": 1, "showstopper": 1})
    assert no.questions == -1


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("organisation.public_body", ["yes", "no"]),
        ("organisation.hipaa_status", ["covered-entity", "business-associate", "both", "neither"]),
        (
            "governance.monitoring.keywords_include",
            ["brand", "executives", "product-safety", "competitors", "impersonation"],
        ),
        ("channels", ["none"]),
        ("organisation.annual_revenue", []),
        ("author", []),
    ],
)
def test_each_answer_is_tried_where_there_are_few(interview, rule, field, answers):
    question = interview("organisation: {name: O}\n", rule("plan", PLAN)).question_about(field)
    assert [effect.answer for effect in question.effects] == answers


def test_each_choice_is_tried_as_the_document_would_hold_it(interview, rule):
    covered = rule("covered", {"organisation.hipaa_status": "neither"})
    brand = rule("brand", {"governance.monitoring.keywords_include": {"includes": "brand"}})
    asked = interview(SCOPE, covered, brand)
    one = {effect.answer: effect.met for effect in asked.question_about("organisation.hipaa_status").effects}
    assert one == {"covered-entity": 0, "business-associate": 0, "both": 0, "neither": 1}
    several = asked.question_about("governance.monitoring.keywords_include").effects
    assert [effect.answer for effect in several if effect.met] == ["brand"]
