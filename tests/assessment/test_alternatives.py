# SPDX-License-Identifier: Apache-2.0
"""Where one of several answers is enough, it is one question, and a gap names the ways that would cure it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from rule_text import rule_text, ruleset_text

from govrules import Report, check, load_rulesets, parse_strategy
from govrules.output.formats import format_named

DAY = date(2026, 11, 23)
EITHER = {"any": [{"archive.enabled": True}, {"strategy.governance.records.archive_enabled": True}]}
HEAD = "title: T\norganisation: {name: O, sectors: [bank]}\nmarkets: [US]\n"


@pytest.fixture
def judged(tmp_path: Path):
    """Check a strategy's text by one rule about each channel."""

    def judge(text: str, require: dict[str, Any] = EITHER, **otherwise: Any) -> Report:
        path = tmp_path / "small.rules.yaml"
        rule = rule_text("zz-one", require, **{"subject": "channels"} | otherwise)
        path.write_text(yaml.safe_dump(ruleset_text(rule)), encoding="utf-8")
        return check(parse_strategy(HEAD + text, file="s.yaml"), load_rulesets([path]), as_of=DAY)

    return judge


def test_alternatives_are_one_question_with_its_ways(judged):
    [question] = judged("channels: [{name: A}, {name: B}]\n").questions
    assert question.field == "channels.archive.enabled or governance.records.archive_enabled"
    assert question.text.startswith("One of these is enough: ")
    assert [[field.field for field in way] for way in question.ways] == [
        ["channels.archive.enabled"],
        ["governance.records.archive_enabled"],
    ]
    for way in question.ways:
        assert way[0].text in question.text
    assert question.asked_of == ("A", "B")
    assert question.rules == ("zz-one",)


def test_where_one_way_falls_short_only_the_other_is_asked(judged):
    [question] = judged("channels: [{name: A, archive: {enabled: false}}]\n").questions
    assert question.field == "governance.records.archive_enabled"
    assert question.ways == ()


def test_a_gap_names_each_way_that_would_cure_it(judged):
    report = judged(
        "channels: [{name: A, archive: {enabled: false}}]\ngovernance: {records: {archive_enabled: false}}\n"
    )
    [finding] = report.findings
    assert [[(one.field, one.wanted) for one in way] for way in finding.ways] == [
        [("channels[1].archive.enabled", "true")],
        [("governance.records.archive_enabled", "true")],
    ]
    said = "One of these is enough: channels[1].archive.enabled: yes; or governance.records.archive_enabled: yes."
    for name in ("text", "markdown", "html"):
        assert said in " ".join(str(format_named(name).write([report])).split())


def test_a_gap_with_one_way_names_none(judged):
    report = judged("channels: [{name: A, archive: {enabled: false}}]\n", {"archive.enabled": True})
    assert report.findings[0].ways == ()


def test_who_an_organisation_is_is_no_way_out(judged):
    require = {"any": [{"archive.enabled": True}, {"strategy.organisation.sectors": {"includes": "casino"}}]}
    [finding] = judged("channels: [{name: A, archive: {enabled: false}}]\n", require).findings
    assert finding.ways == ()


def test_a_choice_within_each_element_of_a_list_is_one_question(judged):
    require = {"channels": {"every": {"any": [{"archive.enabled": True}, {"approval.recorded": True}]}}}
    [question] = judged("channels: [{name: A}, {name: B}]\n", require, subject="strategy").questions
    assert question.field == "channels.archive.enabled or channels.approval.recorded"
    assert question.asked_of == ("A", "B")


def test_what_both_ways_need_is_a_question_of_its_own(judged):
    both = {"all": [{"owner": {"given": True}}, EITHER]}
    fields = [question.field for question in judged("channels: [{name: A}]\n", both).questions]
    assert sorted(fields) == ["channels.archive.enabled or governance.records.archive_enabled", "channels.owner"]


def test_a_field_that_another_rule_asks_alone_stays_a_question_of_its_own(tmp_path):
    path = tmp_path / "small.rules.yaml"
    alone = rule_text("zz-alone", {"archive.enabled": True}, subject="channels")
    path.write_text(yaml.safe_dump(ruleset_text(rule_text("zz-one", EITHER, subject="channels"), alone)))
    report = check(parse_strategy(HEAD + "channels: [{name: A}]\n"), load_rulesets([path]), as_of=DAY)
    assert {question.field: question.rules for question in report.questions} == {
        "channels.archive.enabled": ("zz-alone",),
        "channels.archive.enabled or governance.records.archive_enabled": ("zz-one",),
    }
