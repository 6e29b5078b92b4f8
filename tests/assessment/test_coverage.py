# SPDX-License-Identifier: Apache-2.0
"""Coverage: a market or sector that nobody's rules speak about is told; nothing false is said of the others."""

import pytest
from bundled import bundled

from govrules import check, parse_strategy

GIVEN = {"author": {"given": True}}


def not_checked(report):
    return list(report.coverage.not_checked)


def test_a_market_without_rules_is_told(judge, rule):
    report = judge("markets: [US, FJ]", rule("us", GIVEN, jurisdiction="US"), organisation="sectors: []")
    assert not_checked(report) == [
        "Fiji (FJ, market): no loaded rule speaks about its law. Nothing was checked against it."
    ]
    assert [(place.code, place.rulesets) for place in report.coverage.jurisdictions] == [
        ("US", ("test/small",)),
        ("FJ", ()),
    ]


def test_rules_for_everywhere_are_nobodys_law(judge, rule):
    report = judge("markets: [US]", rule("everywhere", GIVEN), organisation="sectors: []")
    assert len(not_checked(report)) == 1
    assert not_checked(report)[0].startswith("United States (US, market): no loaded rule")


def test_seat_staff_and_listing_are_covered_too(judge, rule):
    organisation = "sectors: [], established_in: [FJ], staff_in: [FJ, US], listed_in: [NO]"
    report = judge("markets: [US]", rule("us", GIVEN, jurisdiction="US"), organisation=organisation)
    assert [sentence.split(":")[0] for sentence in not_checked(report)] == [
        "Fiji (FJ, seat and staff)",
        "Norway (NO, listing)",
    ]
    assert report.coverage.jurisdictions[0].because == ("market", "staff")


@pytest.mark.parametrize(("market", "law"), [("US-CA", "US"), ("US-CA", "US-CA"), ("DE", "EU"), ("US", "US")])
def test_the_law_above_a_market_speaks_about_it(judge, rule, market, law):
    report = judge(f"markets: [{market}]", rule("one", GIVEN, jurisdiction=law), organisation="sectors: []")
    assert not_checked(report) == []


@pytest.mark.parametrize(("market", "law"), [("US-CA", "US-NY"), ("DE", "FR"), ("GB", "EU"), ("NO", "EU")])
def test_the_law_beside_a_market_does_not(judge, rule, market, law):
    report = judge(f"markets: [{market}]", rule("one", GIVEN, jurisdiction=law), organisation="sectors: []")
    assert len(not_checked(report)) == 1


def test_a_sector_without_rules_is_told(judge, rule):
    rules = rule("us", GIVEN, jurisdiction="US"), rule("bank", GIVEN, jurisdiction="US", sectors=["bank"])
    report = judge("markets: [US]", *rules, organisation="sectors: [bank, casino]")
    assert not_checked(report) == [
        "Casino: no loaded rule is about this sector here. Only rules for everybody were checked."
    ]


def test_a_sector_without_rules_in_one_market_is_told(judge, rule):
    rules = (
        rule("us-bank", GIVEN, jurisdiction="US", sectors=["bank"]),
        rule("gb", GIVEN, jurisdiction="GB"),
    )
    report = judge("markets: [US, GB]", *rules, organisation="sectors: [bank]")
    assert not_checked(report) == [
        "Bank in United Kingdom: no loaded rule is about this sector there. Only its rules for everybody were checked."
    ]


def test_a_sector_in_a_market_without_any_rule_is_told_once(judge, rule):
    report = judge(
        "markets: [US, FJ]", rule("one", GIVEN, jurisdiction="US", sectors=["bank"]), organisation="sectors: [bank]"
    )
    assert len(not_checked(report)) == 1
    assert not_checked(report)[0].startswith("Fiji")


@pytest.mark.parametrize("bound", ["bank", "financial-services"])
def test_nothing_is_said_of_what_is_covered(judge, rule, bound):
    rules = rule("us", GIVEN, jurisdiction="US", sectors=[bound]), rule("gb", GIVEN, jurisdiction="GB", sectors=[bound])
    assert not_checked(judge("markets: [US, GB]", *rules, organisation="sectors: [bank]")) == []


def test_markets_and_sectors_that_are_not_stated_are_told(judge, rule):
    assert not_checked(judge("", rule("one", GIVEN))) == [
        "The document does not say which markets it reaches, so no law of any market is settled.",
        "The document does not say which sectors the organisation is in.",
    ]


def test_rules_that_are_left_out_cover_nothing(rulesets, rule):
    loaded = rulesets(rule("us", GIVEN, jurisdiction="US"), rule("gb", GIVEN, jurisdiction="GB"))
    document = parse_strategy("title: T\norganisation: {name: O, sectors: []}\nmarkets: [US, GB]\n")
    assert not_checked(check(document, loaded)) == []
    assert not_checked(check(document, loaded, ignore=["gb"]))[0].startswith("United Kingdom (GB, market)")


def test_each_bundled_jurisdiction_and_sector_is_covered_by_its_own_rules():
    rulesets = bundled()
    for one in rulesets.rules.values():
        place, sectors = one.text.jurisdiction, ", ".join(one.text.sectors)
        seats = f"established_in: [{place}], staff_in: [{place}], listed_in: [{place}]"
        text = f"title: T\norganisation: {{name: O, sectors: [{sectors}], {seats}}}\nmarkets: [{place}]\n"
        told = not_checked(check(parse_strategy(text), rulesets, select=[one.id]))
        assert told == [] or (place == "ZZ" and told[0].startswith("Worldwide: ")), one.id


def test_a_rule_by_audience_says_nothing_of_a_country_with_staff_only(rulesets, rule):
    loaded = rulesets(rule("us", GIVEN, jurisdiction="US"))
    document = parse_strategy("title: T\norganisation: {name: O, sectors: [], staff_in: [US]}\nmarkets: []\n")
    assert not_checked(check(document, loaded))[0].startswith("United States (US, staff)")


def test_the_rules_of_a_member_state_do_not_speak_for_the_union(rulesets, rule):
    loaded = rulesets(rule("de", GIVEN, jurisdiction="DE"))
    document = parse_strategy("title: T\norganisation: {name: O, sectors: []}\nmarkets: [EU]\n")
    assert not_checked(check(document, loaded))[0].startswith("European Union (EU, market)")


def test_a_worldwide_market_is_never_called_covered(rulesets, rule):
    loaded = rulesets(rule("zz", GIVEN, jurisdiction="ZZ"))
    document = parse_strategy("title: T\norganisation: {name: O, sectors: []}\nmarkets: [ZZ]\n")
    assert not_checked(check(document, loaded))[0].startswith("Worldwide: ")
