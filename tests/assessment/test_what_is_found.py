# SPDX-License-Identifier: Apache-2.0
"""From verdicts to findings: what counts, how a subject is called, what a message may say."""

from datetime import date

import pytest
from bundled import bundled

from govrules import InputError, check, failing, parse_strategy
from govrules.assessment.threshold import THRESHOLDS

PLAN = {"governance.crisis.plan": True}
GAP = "governance: {crisis: {plan: false}}"


def test_a_rule_with_a_gap_and_a_question_counts_as_a_gap(judge, rule):
    one = rule("one", {"archive.enabled": True}, subject="channels")
    report = judge(
        "channels: [{name: A, archive: {enabled: false}}, {name: B}, {name: C, archive: {enabled: true}}]", one
    )
    assert [(found.verdict, found.subject) for found in report.findings] == [("gap", "A"), ("unanswered", "B")]
    assert (report.summary.applicable, report.summary.major, report.summary.unanswered) == (1, 1, 0)
    assert [met.subject for met in report.met] == ["C"]
    assert report.summary.met == 0


def test_a_rule_is_upcoming_until_its_first_day(judge, rule):
    one = rule("one", PLAN, source={"in_force": "2026-06-01", "until": "2026-07-01"})

    def said(day):
        return [found.verdict for found in judge(GAP, one, as_of=day).findings]

    assert said(date(2026, 5, 31)) == ["upcoming"]
    assert said(date(2026, 6, 1)) == ["gap"]
    assert said(date(2026, 7, 1)) == ["gap"]
    assert said(date(2026, 7, 2)) == []


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_what_fails_a_check(judge, rule, threshold):
    rules = [rule(severity, PLAN, severity=severity) for severity in THRESHOLDS[:-1]]
    expected = [] if threshold == "never" else list(THRESHOLDS[: THRESHOLDS.index(threshold) + 1])
    gaps, questions, met = judge(GAP, *rules), judge("", *rules), judge("governance: {crisis: {plan: true}}", *rules)
    assert [found.rule for found in failing(gaps, threshold)] == expected
    assert [found.rule for found in failing(questions, threshold)] == expected
    assert [found.rule for found in failing(gaps, threshold, allow_unanswered=True)] == expected
    assert failing(questions, threshold, allow_unanswered=True) == []
    assert failing(met, threshold) == []


def test_an_open_question_of_a_rule_not_yet_in_force_fails_nothing(judge, rule):
    report = judge("", rule("one", PLAN, source={"in_force": "2026-11-24"}))
    assert [found.verdict for found in report.findings] == ["unanswered"]
    assert failing(report, "advice") == []
    assert failing(judge("", rule("one", PLAN, source={"in_force": "2026-11-23"})), "advice") != []


def test_what_a_field_says_is_evidence_and_that_another_is_stated_only_where_nothing_else_decides(judge, rule):
    known = {"archive.years": {"stated": True}}
    years = rule("years", known, subject="channels")
    both = rule("both", known | {"archive.enabled": True}, subject="channels")
    report = judge("channels: [{name: A, archive: {enabled: true, years: 3}}]", years, both)
    assert {met.rule: [one.field for one in met.evidence] for met in report.met} == {
        "both": ["channels[1].archive.enabled"],
        "years": ["channels[1].archive.years"],
    }


def test_a_rule_stands_for_those_in_whose_place_it_is_at_second_hand_too(judge, rule):
    rules = (
        rule("general", {"archive.enabled": True}, subject="channels", yields_to=["nearer"]),
        rule("nearer", {"archive.enabled": True}, subject="channels", yields_to=["nearest"]),
        rule("nearest", {"archive.enabled": True}, subject="channels"),
    )
    (met,) = judge("channels: [{name: A, archive: {enabled: true}}]", *rules).met
    assert (met.rule, set(met.stands_for)) == ("nearest", {"general", "nearer"})


def test_findings_are_ordered_by_severity_then_verdict_then_rule(judge, rule):
    rules = (
        rule("a-advice", PLAN, severity="advice"),
        rule("b-open", {"author": {"given": True}}),
        rule("c-gap", PLAN),
        rule("d-stop", PLAN, severity="showstopper"),
        rule("e-gap", PLAN),
    )
    assert [found.rule for found in judge(GAP, *rules).findings] == ["d-stop", "c-gap", "e-gap", "b-open", "a-advice"]


@pytest.mark.parametrize(
    ("channel", "name"),
    [("{name: A}", "A"), ("{purpose: P}", "channels[1]"), ("{name: '{author}'}", "{author}"), ("{name: ''}", "")],
)
def test_a_subject_is_called_by_its_name_or_its_place(judge, rule, channel, name):
    one = rule("one", {"archive.enabled": {"stated": True}}, subject="channels", finding="{label} and {name}")
    [found] = judge(f"channels: [{channel}]", one).findings
    assert found.subject == name
    assert found.message == f"{name} and {name}"
    assert found.pointer == "/channels/0"


def test_a_message_shows_values_and_cannot_be_filled_twice(judge, rule):
    one = rule(
        "one",
        {"archive.years": {"at_least": "$years"}},
        subject="channels",
        parameters={"years": {"value": 3, "unit": "years", "source": "house"}},
        finding="{name}: {archive.years} of {years} years; {archive.enabled}; {archive.format}; {topics}; {markets}",
    )
    channel = (
        "{name: '{owner}', owner: secret, archive: {years: 1.5, enabled: false}, topics: [price, offer], markets: []}"
    )
    [found] = judge(f"channels: [{channel}]", one).findings
    assert found.message == "{owner}: 1.5 of 3 years; no; not stated; price, offer; none"


def test_a_rule_of_a_sector_looks_at_the_sectors_a_channel_speaks_for(judge, rule):
    one = rule("one", {"archive.enabled": True}, subject="channels", sectors=["broker-dealer"])
    channels = (
        "channels: [{name: A, sectors: [bank], archive: {enabled: false}}, "
        "{name: B, sectors: [broker-dealer], archive: {enabled: false}}, {name: C, archive: {enabled: false}}]"
    )
    report = judge(channels, one, organisation="sectors: [bank, broker-dealer]")
    assert [found.subject for found in report.findings] == ["B", "C"]


def test_only_rules_that_apply_are_in_the_report(judge, rule):
    rules = (
        rule("applies", PLAN),
        rule("elsewhere", PLAN, jurisdiction="GB"),
        rule("other-sector", PLAN, sectors=["hospital"]),
        rule("not-triggered", PLAN, when={"author": "Nobody"}),
    )
    report = judge("markets: [US]\nauthor: A\n" + GAP, *rules, organisation="sectors: [bank]")
    assert list(report.rules) == ["applies"]
    assert report.summary.applicable == 1
    assert report.rulesets[0].rules == report.rulesets[0].selected == 4


@pytest.mark.parametrize(("field", "value"), [("select", "nope"), ("ignore", "nope"), ("ignore", "*")])
def test_a_selection_that_is_wrong_is_an_error(rulesets, rule, field, value):
    document = parse_strategy("title: T\norganisation: {name: O}\n")
    with pytest.raises(InputError) as caught:
        check(document, rulesets(rule("one", PLAN)), **{field: [value]})
    assert all(problem.hint for problem in caught.value.problems)


def test_the_summary_of_the_bundled_rules_adds_up():
    text = """\
title: T
organisation: {name: O, sectors: [bank, hospital], listed_in: [US], established_in: [US], staff_in: [US]}
markets: [US, GB]
channels: [{name: A, visibility: public, archive: {enabled: false}}, {name: B}]
governance: {crisis: {plan: false}}
"""
    report = check(parse_strategy(text), bundled(), as_of=date(2026, 11, 23))
    said = report.summary
    kinds = said.met + said.showstoppers + said.major + said.minor + said.advice
    assert said.applicable == kinds + said.unanswered + said.upcoming + said.waived
    assert said.applicable + said.may_apply == len(report.rules)
    assert said.questions + said.screening == len(report.questions)
    assert said.questions and said.screening
    assert said.not_checked == len(report.coverage.not_checked)
    assert {found.rule for found in report.findings} | {met.rule for met in report.met} == set(report.rules)
    unsure = {finding.rule for finding in report.findings if finding.verdict == "may-apply"}
    stoppers = {record.id for record in report.rules.values() if record.severity == "showstopper"}
    assert len(stoppers - unsure) <= said.could_be_showstoppers <= len(stoppers)


def test_what_follows_from_a_list_is_not_known_to_be_missing_while_the_list_is_not_complete(judge, rule):
    one = rule("one", {"newest_research": {"stated": True}})

    def said(text):
        return [finding.verdict for finding in judge(text, one).findings]

    assert said("research: []\n") == ["gap"]
    assert said("research: []\nincomplete: [research]\n") == ["unanswered"]
