# SPDX-License-Identifier: Apache-2.0
"""The path to yes, the ten questions, objections and what is coming: what a board reads."""

from datetime import date

from govrules import check, parse_strategy
from govrules.assessment.report import Report

AS_OF = date(2026, 11, 23)
HEAD = "title: T\norganisation: {name: O, sectors: [retail]}\nmarkets: [US, AU]\n"


def judge(rulesets, *rules, more: str) -> Report:
    return check(parse_strategy(HEAD + more), rulesets(*rules), as_of=AS_OF)


def test_one_control_that_cures_findings_of_two_laws_is_one_step(rulesets, rule):
    captions = {"accessibility.captions": "human-checked"}
    report = judge(
        rulesets,
        rule("us-ada", captions, jurisdiction="US", subject="channels"),
        rule("au-dda", captions, jurisdiction="AU", subject="channels", severity="minor"),
        more="channels: [{name: A, accessibility: {captions: none}}, {name: B, accessibility: {captions: automatic}}]",
    )
    (step,) = report.path
    assert step.rules == ("us-ada", "au-dda")
    assert step.findings == 4
    assert step.subjects == ("A", "B")
    assert step.severity == "major"


def test_steps_come_by_what_blocks_then_by_how_much_they_cure_then_by_effort(rulesets, rule):
    report = judge(
        rulesets,
        rule("one-minor", {"outreach.email": False}, severity="minor"),
        rule("slow", {"advocacy.programme": False}, remedy={"do": "Slow.", "owner": "hr", "effort": "months"}),
        rule("quick", {"personal_use.policy": True}, remedy={"do": "Quick.", "owner": "hr", "effort": "hours"}),
        rule("two", {"visibility": "private"}, subject="channels"),
        more="outreach: {email: true}\nadvocacy: {programme: true}\npersonal_use: {policy: false}\n"
        "channels: [{name: A, visibility: public}, {name: B, visibility: public}]",
    )
    assert [step.rules[0] for step in report.path] == ["two", "quick", "slow", "one-minor"]


def test_after_each_step_the_path_says_what_still_blocks_in_each_market(rulesets, rule):
    report = judge(
        rulesets,
        rule("us-one", {"visibility": "private"}, jurisdiction="US", subject="channels"),
        rule("au-one", {"owner": {"mentions": ["Head"]}}, jurisdiction="AU", subject="channels"),
        rule("zz-minor", {"outreach.email": False}, severity="minor"),
        more="channels: [{name: A, visibility: public, owner: Nobody}]\noutreach: {email: true}",
    )
    blocking = [{left.market: left.blocking for left in step.remaining} for step in report.path]
    assert {step.rules[0]: left for step, left in zip(report.path, blocking, strict=True)} == {
        "au-one": {"US": 1, "AU": 0},
        "us-one": {"US": 0, "AU": 0},
        "zz-minor": {"US": 0, "AU": 0},
    }


def test_a_clean_strategy_has_no_path_to_walk(rulesets, rule):
    report = judge(rulesets, rule("one", {"outreach.email": False}), more="outreach: {email: false}")
    assert report.path == ()


def test_an_objection_that_names_a_rule_is_answered_with_its_current_position(rulesets, rule):
    said = rule(
        "us-approval",
        {"outreach.email": False},
        outdated_view="Every tweet needs a signature.",
        current_position="Only static content does, since 2013.",
    )
    report = judge(
        rulesets,
        said,
        more="outreach: {email: false}\n"
        "objections: [{who: Risk, belief: We may not tweet, about_rules: [us-approval, us-gone]}]",
    )
    (answer,) = report.objections
    assert (answer.state, answer.by_words) == ("answered", False)
    assert answer.answers == ("Only static content does, since 2013.",)
    assert answer.unknown_rules == ("us-gone",)


def test_an_objection_without_a_rule_is_matched_by_its_words(rulesets, rule):
    said = rule(
        "us-approval",
        {"outreach.email": False},
        outdated_view="A principal must approve each tweet, comment and reply before it is sent.",
        current_position="Only static content.",
    )
    more = "outreach: {email: false}\nobjections: [{who: Risk, belief: '%s'}]"
    near = judge(rulesets, said, more=more % "A principal must approve each tweet and reply before it is sent")
    assert (near.objections[0].rules, near.objections[0].by_words) == (("us-approval",), True)
    far = judge(rulesets, said, more=more % "Customers dislike our colours")
    assert (far.objections[0].rules, far.objections[0].state) == ((), "open")


def test_an_objection_is_said_to_be_right_where_the_rule_stops_the_strategy(rulesets, rule):
    ban = rule("us-ban", {"reviews.fabricated": False}, severity="showstopper", current_position="It is banned.")
    report = judge(
        rulesets,
        ban,
        more="reviews: {fabricated: true}\nobjections: [{who: Legal, belief: Not allowed, about_rules: [us-ban]}]",
    )
    assert report.objections[0].state == "right"


def test_the_ten_questions_are_answered_in_figures_or_told_silent(rulesets, rule):
    report = judge(
        rulesets,
        rule("zz-disruptors-named", {"disruptors": {"count": {"at_least": 3}}}),
        more="disruptors: [{name: A, exposure: 1000}, {name: B}]\n"
        "research: [{title: R, published_on: 2026-11-01, shared_with: [board]}]\n"
        "business_case: {currency: USD, cost_per_year: 10, benefit_per_year: 25000}",
    )
    by_number = {question.number: question for question in report.ten_questions}
    assert len(by_number) == 10
    assert by_number[1].answer == "2 technologies named, an exposure of USD 1,000 across 1 of them"
    assert (by_number[1].state, by_number[1].missing) == ("in-part", ("zz-disruptors-named",))
    assert by_number[2].answer == "1 piece of research, 1 passed up to leaders, the newest 22 days old"
    assert by_number[2].state == "answered"
    assert by_number[6].answer == "costs USD 10 a year, brings USD 25,000 a year"
    assert (by_number[3].state, by_number[3].answer) == ("silent", None)


def test_what_ends_or_is_looked_at_again_today_is_still_coming_and_what_begins_today_is_there(rulesets, rule):
    today = str(AS_OF)
    report = judge(
        rulesets,
        rule("begins", {"outreach.email": True}, source={"in_force": today}),
        rule("ends", {"outreach.email": True}, source={"in_force": "2020-01-01", "until": today}),
        rule("open", {"outreach.email": True}, status={"kind": "pending", "note": "A bill.", "look_again": today}),
        more="outreach: {email: true}",
    )
    assert [(change.kind, change.rule) for change in report.upcoming] == [("ends", "ends"), ("look-again", "open")]


def test_what_is_coming_is_told_by_day(rulesets, rule):
    report = judge(
        rulesets,
        rule("later", {"outreach.email": False}, source={"in_force": "2027-03-01"}),
        rule("ending", {"outreach.email": False}, source={"in_force": "2020-01-01", "until": "2026-12-31"}),
        rule(
            "open", {"outreach.email": True}, status={"kind": "pending", "note": "A bill.", "look_again": "2027-01-15"}
        ),
        more="outreach: {email: true}",
    )
    told = [(str(change.day), change.kind, change.rule, change.today) for change in report.upcoming]
    assert told == [
        ("2026-12-31", "ends", "ending", "gap"),
        ("2027-01-15", "look-again", "open", "met"),
        ("2027-03-01", "begins", "later", "upcoming"),
    ]
