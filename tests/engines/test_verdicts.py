# SPDX-License-Identifier: Apache-2.0
"""From trigger and requirement to a verdict, and the fields that decided it."""

from datetime import date, timedelta
from itertools import permutations, product

import pytest
from judging import AS_OF, decided_by, judge, rulesets, said, strategy

from govrules.engines import CompiledEngine

RULE = "{when: {visibility: public}, require: {archive.enabled: true, archive.years: {at_least: 6}}}"


@pytest.fixture
def verdict(tmp_path):
    def ask(channel, rule=RULE, concepts="[]"):
        loaded = rulesets(tmp_path / "r.yaml", rule, concepts=concepts)
        (found,) = judge(loaded, strategy(f"markets: [US]\nchannels: [{channel}]"))
        return found.verdict, decided_by(found)

    return ask


@pytest.mark.parametrize(
    ("channel", "judgement", "fields"),
    [
        (
            "{visibility: public, archive: {enabled: true, years: 6}}",
            "met",
            ["channels[1].archive.enabled", "channels[1].archive.years"],
        ),
        ("{visibility: public, archive: {enabled: true, years: 3}}", "gap", ["channels[1].archive.years"]),
        ("{visibility: public, archive: {years: 3}}", "gap", ["channels[1].archive.years"]),
        ("{visibility: public, archive: {enabled: true}}", "unanswered", ["channels[1].archive.years"]),
        (
            "{visibility: public}",
            "unanswered",
            ["channels[1].archive.enabled", "channels[1].archive.years"],
        ),
        ("{visibility: private, archive: {enabled: false}}", "not-applicable", []),
    ],
)
def test_a_verdict_names_the_fields_that_decided_it(verdict, channel, judgement, fields):
    assert verdict(channel) == (judgement, fields)


def test_that_a_field_is_stated_decides_only_where_nothing_else_does(verdict):
    stated = "exit_plan: {stated: true}"
    channel = "{exit_plan: true, archive: {enabled: true}}"
    assert verdict(channel, f"{{require: {{{stated}}}}}") == ("met", ["channels[1].exit_plan"])
    both = f"{{require: {{{stated}, archive.enabled: true}}}}"
    assert verdict(channel, both) == ("met", ["channels[1].archive.enabled"])


def test_what_is_met_anyway_is_met_whoever_can_see_it(verdict):
    judgement, fields = verdict("{archive: {enabled: true, years: 7}}")
    assert judgement == "met"
    assert fields == ["channels[1].archive.enabled", "channels[1].archive.years"]


@pytest.mark.parametrize("archive", ["", "archive: {years: 3}"])
def test_an_unknown_trigger_is_asked_about_before_the_requirement(verdict, archive):
    assert verdict(f"{{{archive}}}") == ("may-apply", ["channels[1].visibility"])


def test_all_fields_that_would_decide_an_unknown_trigger_are_named(verdict):
    rule = """\
        when: {any: [{visibility: public}, {all: [{owner: {given: true}}, {audience: {includes: teens}}]}]}
        require: {exit_plan: true}
        """
    assert verdict("{exit_plan: false, visibility: private, owner: Ada}", rule) == (
        "may-apply",
        ["channels[1].audience"],
    )
    assert verdict("{}", rule) == (
        "may-apply",
        ["channels[1].visibility", "channels[1].owner", "channels[1].audience"],
    )


def test_unknown_market_and_unknown_trigger_are_both_asked_about(tmp_path):
    (found,) = judge(rulesets(tmp_path / "r.yaml", RULE), strategy("channels: [{}]"))
    assert decided_by(found) == ["markets", "channels[1].visibility"]


def test_a_false_trigger_settles_it_though_the_market_is_unknown(tmp_path):
    (found,) = judge(rulesets(tmp_path / "r.yaml", RULE), strategy("channels: [{visibility: private}]"))
    assert found.verdict == "not-applicable"


def test_a_concept_is_decided_by_the_fields_beneath_it(verdict):
    rule = "{when: {is: us-public}, require: {not: {is: us-secret}}}"
    secret = "- {id: us-secret, title: Secret, subject: channels, when: {visibility: public, owner: {mentions: [x]}}}\n"
    public = "- {id: us-public, title: Public, subject: channels, when: {visibility: public}}\n"
    assert verdict("{visibility: public, owner: agent x}", rule, secret + public) == (
        "gap",
        ["channels[1].visibility", "channels[1].owner"],
    )


def test_a_field_that_decides_twice_is_named_once(verdict):
    rule = "{require: {any: [{visibility: private}, {visibility: followers}]}}"
    assert verdict("{visibility: public}", rule) == ("gap", ["channels[1].visibility"])


def test_a_deciding_field_comes_with_its_value(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", RULE)
    (found,) = judge(loaded, strategy("markets: [US]\nchannels: [{visibility: public, archive: {years: 3}}]"))
    assert [(deciding.pointer, deciding.value) for deciding in found.deciding] == [
        (("channels", 0, "archive", "years"), 3.0)
    ]


def test_the_document_is_judged_as_of_the_day_that_is_given(tmp_path):
    rule = "{require: {archive.retrieval_tested_on: {within_days: 30}}}"
    loaded = rulesets(tmp_path / "r.yaml", rule)
    about = strategy("markets: [US]\nchannels: [{archive: {retrieval_tested_on: 2026-11-01}}]")
    for as_of, judgement in ((date(2026, 11, 1), "met"), (date(2026, 12, 1), "met"), (date(2026, 12, 2), "gap")):
        assert said(judge(loaded, about, as_of)) == {("rule-1", "channels[1]"): judgement}


def test_a_rule_that_has_ended_is_silent_from_the_day_after(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", "{source: {until: 2026-11-23}}")
    about = strategy("markets: [US]\nchannels: [{exit_plan: false}]")
    assert said(judge(loaded, about, AS_OF)) == {("rule-1", "channels[1]"): "gap"}
    assert judge(loaded, about, AS_OF + timedelta(1)) == []
    assert judge(loaded, strategy("markets: [US]"), AS_OF + timedelta(1)) == []


def test_a_rule_not_yet_in_force_is_judged_and_says_so(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", "{source: {in_force: 2026-11-24}}", "{}")
    about = strategy("markets: [US]\nchannels: [{exit_plan: false}]")
    assert set(said(judge(loaded, about)).values()) == {"gap"}
    coming, without_date = loaded.rules.values()
    assert not coming.in_force(AS_OF) and coming.in_force(AS_OF + timedelta(1))
    assert without_date.in_force(date.min) and not without_date.ended(date.max)


def test_verdicts_come_in_the_order_of_rules_and_then_of_subjects(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", "{}", "{subject: strategy, require: {author: Ada}}", "{when: {owner: x}}")
    found = judge(loaded, strategy("markets: [US]\nchannels: [{owner: x}, {owner: y}]"))
    assert list(said(found)) == [
        ("rule-1", "channels[1]"),
        ("rule-1", "channels[2]"),
        ("rule-2", ""),
        ("rule-3", "channels[1]"),
        ("rule-3", "channels[2]"),
    ]


RULES = [
    "{id: a, when: {visibility: public}, require: {archive.years: {at_least: 6}}}",
    "{id: b, jurisdiction: US-CA, nexus: [establishment], require: {owner: {given: true}}}",
    "{id: c, subject: strategy, require: {channels: {every: {exit_plan: true}}}}",
    "{id: d, sectors: [bank], require: {any: [{exit_plan: true}, {strategy.author: Ada}]}}",
]
CHANNELS = [
    "{visibility: public, archive: {years: 6}}",
    "{markets: [AU], owner: Ada, visibility: public}",
    "{exit_plan: false, sectors: [insurer]}",
]
HEAD = "markets: [US]\nauthor: Ada\n"
ORGANISATION = "sectors: [financial-services], established_in: [US]"


def test_the_order_of_rules_changes_no_verdict(tmp_path):
    about = strategy(HEAD + f"channels: [{', '.join(CHANNELS)}]", ORGANISATION)
    expected = said(judge(rulesets(tmp_path / "r.yaml", *RULES), about))
    assert set(expected.values()) >= {"met", "gap", "may-apply"}
    for order in permutations(RULES):
        assert said(judge(rulesets(tmp_path / "r.yaml", *order), about)) == expected


def test_the_order_of_subjects_changes_no_verdict(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", *RULES)

    def by_channel(order):
        about = strategy(HEAD + f"channels: [{', '.join(CHANNELS[index] for index in order)}]", ORGANISATION)
        return {
            (verdict.rule.id, order[verdict.subject[1]] if verdict.subject else None): verdict.verdict
            for verdict in judge(loaded, about)
        }

    expected = by_channel((0, 1, 2))
    assert expected
    for order in permutations(range(3)):
        assert by_channel(order) == expected


def test_the_order_of_keys_changes_no_verdict(tmp_path):
    keys = ["visibility: public", "archive.years: {at_least: 6}", "owner: {given: true}"]
    values = product(["", "visibility: public, "], ["", "archive: {years: 6}, "], ["", "owner: ' ', ", "owner: Ada, "])
    channels = ", ".join(f"{{{''.join(stated)}}}" for stated in values)
    found = set()
    for order in permutations(keys):
        text = f"{{require: {{{', '.join(order)}}}}}"
        for head in ("markets: [US]\n{}", "{}markets: [US]\n"):
            about = strategy(head.format(f"channels: [{channels}]\n"))
            found.add(tuple(said(judge(rulesets(tmp_path / "r.yaml", text), about)).items()))
    assert len(found) == 1
    assert {judgement for _, judgement in found.pop()} == {"met", "gap", "unanswered"}


def test_one_engine_judges_strategy_after_strategy_alike(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", *RULES)
    engine, rules = CompiledEngine(loaded.concepts), list(loaded.rules.values())
    one = strategy(HEAD + f"channels: [{', '.join(CHANNELS)}]", ORGANISATION)
    two = strategy("markets: [AU]\nchannels: [{}]")
    first = engine.judge(rules, one, AS_OF)
    assert engine.judge(rules, two, AS_OF) == judge(loaded, two)
    assert engine.judge(rules, one, AS_OF) == first == judge(loaded, one)


@pytest.mark.parametrize(
    ("require", "channel", "judgement"),
    [
        ("{not: {visibility: {known: public}}}", "{}", "unanswered"),
        ("{not: {visibility: {known: public}}}", "{visibility: private}", "met"),
        ("{not: {visibility: {known: public}}}", "{visibility: public}", "gap"),
        ("{handle: {stated: false}}", "{}", "unanswered"),
        ("{any: [{handle: {stated: false}}, {archive.enabled: true}]}", "{archive: {enabled: true}}", "met"),
        ("{archive.enabled: true, not: {visibility: {known: public}}}", "{archive: {enabled: true}}", "met"),
        ("{not: {strategy.content: {known: {some: {purpose: {given: true}}}}}}", "{}", "unanswered"),
    ],
)
def test_a_requirement_that_silence_alone_would_meet_is_a_question(verdict, require, channel, judgement):
    found, fields = verdict(channel, f"{{require: {require}}}")
    assert found == judgement
    assert fields, "what is asked for, or what decided it, is named"


def test_silence_does_not_meet_a_rule_that_may_apply(verdict):
    rule = "{when: {visibility: public}, require: {not: {handle: {stated: true}}}}"
    assert verdict("{}", rule) == ("may-apply", ["channels[1].visibility"])
