# SPDX-License-Identifier: Apache-2.0
"""What a report takes for granted of seat, staff and listing where the document says nothing of them."""

from bundled import bundled

from govrules import check, parse_strategy

HOSPITAL = "title: T\norganisation: {name: O, sectors: [hospital]%s}\nmarkets: [US-VA]\n"


def test_a_hospital_in_virginia_is_asked_nothing_by_the_law_of_other_countries():
    report = check(parse_strategy(HOSPITAL % ""), bundled())
    assert {rule.jurisdiction for rule in report.rules.values()} == {"US", "ZZ"}
    assert report.assumptions == (
        "Assumed: the document does not say where the organisation has its seat, employs people or is listed, so rules "
        "about this of places that it does not name were left out. Name them if there are any.",
    )


def test_the_rules_of_a_place_come_back_once_the_organisation_names_it():
    report = check(parse_strategy(HOSPITAL % ", staff_in: [AU], established_in: [US], listed_in: []"), bundled())
    assert "AU" in {rule.jurisdiction for rule in report.rules.values()}
    assert report.assumptions == ()


def test_where_markets_are_not_stated_nothing_is_assumed():
    report = check(parse_strategy("title: T\norganisation: {name: O, sectors: [hospital]}"), bundled())
    assert {"US", "AU", "EU"} <= {rule.jurisdiction for rule in report.rules.values()}
    assert report.assumptions == ()


def test_seat_staff_and_listing_are_one_question_each_that_only_screens():
    report = check(parse_strategy(HOSPITAL % ""), bundled())
    asked = {question.field: question.screening for question in report.questions}
    for field in ("established_in", "staff_in", "listed_in"):
        assert asked[f"organisation.{field}"] is True
    assert report.summary.screening == sum(asked.values())


def test_a_rule_by_audience_assumes_nothing(judge, rule):
    given = {"author": {"given": True}}
    rules = rule("us", given, jurisdiction="US"), rule("au", given, jurisdiction="AU")
    assert judge("markets: [US]", *rules, organisation="sectors: []").assumptions == ()
    by_staff = rule("au", given, jurisdiction="AU", nexus=["staff"])
    (told,) = judge("markets: [US]", rules[0], by_staff, organisation="sectors: []").assumptions
    assert "where the organisation employs people, so" in told


def test_a_policy_leaves_to_plans_what_it_does_not_state_and_nothing_else(judge, rule):
    never = rule("never", {"outreach.email": False})
    where = rule("where", {"author": {"given": True}}, when={"outreach.email": True})
    silent = "document: policy\nmarkets: []\n"
    (told,) = judge(silent, where, organisation="sectors: []").assumptions
    assert told.startswith("Assumed: this policy says nothing about marketing by e-mail, text or phone, so")
    stated = silent + "outreach: {email: true}\n"
    report = judge(stated, never, where, organisation="sectors: []")
    assert [finding.verdict for finding in report.findings] == ["gap", "unanswered"]
    assert report.assumptions == ()
