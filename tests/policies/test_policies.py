# SPDX-License-Identifier: Apache-2.0
"""Policies of seven kinds of organisation, with some fifteen stated facts each: what their first screen says.

The documents are made up after published ones. What stands first must be what the owner of the policy would act on.
"""

from datetime import date
from pathlib import Path

import pytest
from bundled import bundled

from govrules import Report, check

HERE = Path(__file__).resolve().parent
AS_OF = date(2026, 11, 29)
POLICIES = sorted(HERE.glob("*.yaml"))
# What blocks, as a practitioner of that kind of organisation would name it.
BLOCKS = {
    "au-government": set(),
    "community-bank": set(),
    "hospital-group": {"us-hipaa-review-and-comment-replies"},
    "software-company": {"eu-ucpd-employees", "us-ftc-endorsement-employees", "us-nlra-social-media-policy"},
    "uk-government": {"zz-policy-multi-factor", "zz-crisis-and-escalation-plan"},
    "university": set(),
    "us-federal-team": {"us-gov-hatch-act-on-duty"},
}
PLANNED = ("audiences", "channels", "content", "data_uses", "endorsements", "promotions")
ONLY_IN_STRATEGIES = ("board_questions", "business_case", "competitors", "disruptors", "research", "resourcing")


@pytest.fixture(scope="module", params=[pytest.param(path, id=path.stem) for path in POLICIES])
def report(request: pytest.FixtureRequest) -> Report:
    return check(request.param, bundled(), as_of=AS_OF)


def stem(report: Report) -> str:
    return Path(report.file).stem


def test_what_blocks_is_what_its_owner_would_act_on(report: Report) -> None:
    found = {one.rule for one in report.findings if one.verdict == "gap" and one.severity in ("showstopper", "major")}
    assert found == BLOCKS[stem(report)]


def test_a_policy_is_not_asked_what_a_strategy_holds(report: Report) -> None:
    asked = {question.field.partition(".")[0] for question in report.questions if not question.screening}
    assert not asked & {*ONLY_IN_STRATEGIES, *PLANNED}


def test_it_says_what_was_left_to_plans(report: Report) -> None:
    [left] = [text for text in report.assumptions if text.startswith("Assumed: this policy says nothing about")]
    assert "channels" in left and "uses of personal data" in left


def test_little_is_left_to_answer(report: Report) -> None:
    assert report.summary.questions <= 40
    assert report.summary.screening <= 5


def test_each_rule_that_is_open_waits_for_a_question_that_is_asked(report: Report) -> None:
    asked = {name for question in report.questions for name in question.rules}
    assert {one.rule for one in report.findings if one.verdict.is_open} == asked


def test_a_house_number_never_blocks(report: Report) -> None:
    house = {name for name, rule in report.rules.items() if rule.basis == "house"}
    assert house & {one.rule for one in report.findings}
    assert not [one for one in report.findings if one.rule in house and one.severity in ("showstopper", "major")]
