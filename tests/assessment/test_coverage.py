# SPDX-License-Identifier: Apache-2.0
"""Coverage: a market, sector or topic that nobody's rules speak about is told; nothing false is said of the others."""

from datetime import date
from typing import get_args

import pytest
from bundled import EACH_RULESET, bundled

from govrules import check, parse_strategy
from govrules.strategy.platforms import RegulatedTopic, Topic

GIVEN = {"author": {"given": True}}
BANKS = {"sectors": ["bank"]}


def not_checked(report):
    return [one.text for one in report.coverage.not_checked]


def about(*topics, **scope):
    """A rule about content on these topics."""
    when = {"topics": {"includes_any": [*topics]}}
    return {"subject": "content", "when": when, "require": {"purpose": {"given": True}}, **scope}


def test_a_market_without_rules_is_told(judge, rule):
    report = judge("markets: [US, FJ]", rule("us", GIVEN, jurisdiction="US"), organisation="sectors: []")
    assert not_checked(report) == [
        "Fiji (FJ, market): no loaded rule speaks about its law. Nothing was checked against it."
    ]
    assert [(place.code, place.rulesets) for place in report.coverage.jurisdictions] == [
        ("US", ("test/small",)),
        ("FJ", ()),
    ]
    (fiji,) = report.coverage.not_checked
    assert (fiji.kind, fiji.code, fiji.name, fiji.location.line) == ("jurisdiction", "FJ", "Fiji", 3)
    assert fiji.location.text[fiji.location.column - 1 :].startswith("FJ")


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


def test_a_market_of_a_single_channel_is_covered_too(judge, rule):
    text = "markets: [US]\nchannels: [{name: A, markets: [FJ]}]"
    report = judge(text, rule("us", GIVEN, jurisdiction="US"), organisation="sectors: []")
    assert [sentence.split(":")[0] for sentence in not_checked(report)] == ["Fiji (FJ, market)"]


@pytest.mark.parametrize(
    ("market", "law"), [("US-CA", "US"), ("US-CA", "US-CA"), ("DE", "EU"), ("US", "US"), ("GB-ENG", "GB")]
)
def test_the_law_above_a_market_speaks_about_it(judge, rule, market, law):
    report = judge(f"markets: [{market}]", rule("one", GIVEN, jurisdiction=law), organisation="sectors: []")
    assert not_checked(report) == []
    assert report.coverage.jurisdictions[0].law_of == (law,)


@pytest.mark.parametrize(("market", "law"), [("US-CA", "US-NY"), ("DE", "FR"), ("GB", "EU"), ("NO", "EU")])
def test_the_law_beside_a_market_does_not(judge, rule, market, law):
    report = judge(f"markets: [{market}]", rule("one", GIVEN, jurisdiction=law), organisation="sectors: []")
    assert len(not_checked(report)) == 1


def test_a_sector_without_rules_is_told(judge, rule):
    rules = rule("us", GIVEN, jurisdiction="US"), rule("bank", GIVEN, jurisdiction="US", sectors=["bank"])
    report = judge("markets: [US]", *rules, organisation="sectors: [bank, casino]", covers=BANKS)
    assert not_checked(report) == [
        "Casino: no loaded rule is about this sector here. Only rules for everybody were checked."
    ]
    assert report.coverage.not_checked[0].code == "casino"


def test_a_rule_that_binds_a_sector_in_passing_does_not_cover_it(judge, rule):
    rules = rule("us", GIVEN, jurisdiction="US", sectors=["bank", "retail"])
    report = judge("markets: [US]", rules, organisation="sectors: [retail]", covers=BANKS)
    assert [sentence.split(":")[0] for sentence in not_checked(report)] == ["Retail"]


def test_of_a_wide_sector_the_parts_are_named_for_which_there_are_rules(judge, rule):
    rules = rule("us", GIVEN, jurisdiction="US", sectors=["bank"])
    report = judge("markets: [US]", rules, organisation="sectors: [financial-services]", covers=BANKS)
    assert not_checked(report) == [
        "Financial services: no loaded rule is about this sector here. "
        "There are rules for parts of it: Bank. State which of them it is."
    ]


def test_a_sector_without_rules_in_one_market_is_told(judge, rule):
    rules = (
        rule("us-bank", GIVEN, jurisdiction="US", sectors=["bank"]),
        rule("gb", GIVEN, jurisdiction="GB", sectors=["insurer", "casino"]),
    )
    report = judge("markets: [US, GB]", *rules, organisation="sectors: [bank, insurer]", covers=BANKS)
    assert not_checked(report)[0] == (
        "Bank in United Kingdom: no loaded rule is about this sector there. Only rules for everybody were checked."
    )


def test_a_sector_in_a_market_without_any_rule_is_told_once(judge, rule):
    report = judge(
        "markets: [US, FJ]",
        rule("one", GIVEN, jurisdiction="US", sectors=["bank"]),
        organisation="sectors: [bank]",
        covers=BANKS,
    )
    assert len(not_checked(report)) == 1
    assert not_checked(report)[0].startswith("Fiji")


@pytest.mark.parametrize("bound", ["bank", "financial-services"])
def test_nothing_is_said_of_what_is_covered(judge, rule, bound):
    rules = rule("us", GIVEN, jurisdiction="US", sectors=[bound]), rule("gb", GIVEN, jurisdiction="GB", sectors=[bound])
    report = judge("markets: [US, GB]", *rules, organisation="sectors: [bank]", covers={"sectors": [bound]})
    assert not_checked(report) == []


def test_a_regulated_topic_without_rules_is_told_where_it_stands(judge, rule):
    text = "markets: [US]\ncontent: [{name: Ads, topics: [brand, gambling, alcohol]}]"
    rules = [rule("us", **about("alcohol", "brand"), jurisdiction="US")]
    report = judge(text, *rules, organisation="sectors: []", covers={"topics": ["alcohol"]})
    (gambling,) = report.coverage.not_checked
    assert (
        gambling.text
        == "Gambling: no loaded rule is about this topic here. Only rules about other matters were checked."
    )
    assert (gambling.kind, gambling.code, gambling.location.line) == ("topic", "gambling", 4)
    assert [(topic.code, topic.rulesets) for topic in report.coverage.topics] == [
        ("gambling", ()),
        ("alcohol", ("test/small",)),
    ]


def test_a_topic_is_held_against_the_markets_in_which_it_is_spoken_about(judge, rule):
    text = "markets: [US, GB]\ncontent: [{name: Ads, topics: [alcohol], markets: [%s]}]"
    rules = [rule("us", **about("alcohol"), jurisdiction="US"), rule("gb", GIVEN, jurisdiction="GB")]
    alcohol = {"organisation": "sectors: []", "covers": {"topics": ["alcohol"]}}
    assert not_checked(judge(text % "US", *rules, **alcohol)) == []
    assert [one.split(":")[0] for one in not_checked(judge(text % "GB", *rules, **alcohol))] == ["Alcohol"]
    assert [one.split(":")[0] for one in not_checked(judge(text % "US, GB", *rules, **alcohol))] == [
        "Alcohol in United Kingdom"
    ]


def test_rules_for_makers_do_not_cover_the_topic_of_a_shop(judge, rule):
    text = "markets: [US]\ncontent: [{name: Ads, topics: [prescription-medicine]}]"
    rules = (
        rule("us", GIVEN, jurisdiction="US"),
        rule("us-makers", **about("prescription-medicine"), jurisdiction="US", sectors=["pharma"]),
    )
    covers = {"topics": ["prescription-medicine"], "sectors": ["pharma"]}
    of_shop = judge(text, *rules, organisation="sectors: [retail]", covers=covers)
    assert [one.name for one in of_shop.coverage.not_checked] == ["Retail", "Prescription medicine"]
    assert not_checked(judge(text, *rules, organisation="sectors: [pharma]", covers=covers)) == []


def test_each_regulated_topic_is_a_topic():
    assert set(get_args(RegulatedTopic)) <= set(get_args(Topic))


def test_markets_and_sectors_that_are_not_stated_are_told(judge, rule):
    report = judge("", rule("one", GIVEN))
    assert not_checked(report) == [
        "The document does not say which markets it reaches, so no law of any market is settled.",
        "The document does not say which sectors the organisation is in.",
    ]
    assert [(one.kind, one.code) for one in report.coverage.not_checked] == [("markets", None), ("sectors", None)]


def test_rules_that_are_left_out_cover_nothing(rulesets, rule):
    loaded = rulesets(rule("us", GIVEN, jurisdiction="US"), rule("gb", GIVEN, jurisdiction="GB"))
    document = parse_strategy("title: T\norganisation: {name: O, sectors: []}\nmarkets: [US, GB]\n")
    assert not_checked(check(document, loaded)) == []
    assert not_checked(check(document, loaded, ignore=["gb"]))[0].startswith("United Kingdom (GB, market)")


@pytest.mark.parametrize("ruleset", EACH_RULESET)
def test_what_each_bundled_ruleset_covers_is_read_by_a_rule_of_it(ruleset):
    place = ruleset.rules[0].text.jurisdiction
    for sector in ruleset.text.covers.sectors:
        who = f"{{name: O, sectors: [{sector}], established_in: [{place}]}}"
        text = f"title: T\norganisation: {who}\nmarkets: [{place}]\n"
        report = check(parse_strategy(text), bundled(), select=[ruleset.id])
        assert ruleset.id in report.coverage.sectors[0].rulesets, sector
    for topic in ruleset.text.covers.topics:
        sectors = ", ".join(ruleset.text.covers.sectors)
        text = f"title: T\norganisation: {{name: O, sectors: [{sectors}]}}\nmarkets: [{place}]\n"
        document = parse_strategy(f"{text}content: [{{name: C, topics: [{topic}]}}]\n")
        report = check(document, bundled(), select=[ruleset.id])
        assert ruleset.id in report.coverage.topics[0].rulesets, topic


def test_each_bundled_jurisdiction_is_covered_by_its_own_rules():
    rulesets = bundled()
    for place, one in {one.text.jurisdiction: one for one in rulesets.rules.values()}.items():
        seats = f"established_in: [{place}], staff_in: [{place}], listed_in: [{place}]"
        sectors = ", ".join(one.text.sectors)
        text = f"title: T\norganisation: {{name: O, sectors: [{sectors}], {seats}}}\nmarkets: [{place}]\n"
        report = check(parse_strategy(text), rulesets, select=[one.id])
        told = [found.text for found in report.coverage.not_checked if found.kind == "jurisdiction"]
        assert told == [] or (place == "ZZ" and told[0].startswith("Worldwide: ")), one.id


def test_higher_education_is_not_covered_by_rules_on_clinical_research():
    text = "title: T\norganisation: {name: O, sectors: [higher-education]}\nmarkets: [US]\n"
    # What is left are rules on trials that bind universities too.
    report = check(parse_strategy(text), ignore=["education/us"])
    assert "Higher education" in [one.name for one in report.coverage.not_checked]


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


def test_a_sector_with_rules_elsewhere_is_no_part_of_itself():
    text = "title: T\norganisation: {name: O, sectors: [central-government], established_in: [GB]}\nmarkets: [GB]\n"
    told = [one.text for one in check(parse_strategy(text), bundled(), as_of=date(2026, 11, 29)).coverage.not_checked]
    assert told == [
        "Central government: no loaded rule is about this sector here. Only rules for everybody were checked."
    ]


def test_rules_for_everywhere_speak_about_a_sector_in_each_market(judge, rule):
    insurers = rule("us", GIVEN, jurisdiction="US", sectors=["insurer"])
    banks = rule("banks", GIVEN, sectors=["bank"])
    both, covers = "sectors: [bank, insurer]", {"sectors": ["bank", "insurer"]}
    assert not_checked(judge("markets: [US]", insurers, banks, organisation=both, covers=covers)) == []
    (told,) = not_checked(judge("markets: [US]", insurers, organisation=both, covers=covers))
    assert told.startswith("Bank: no loaded rule is about this sector here.")
