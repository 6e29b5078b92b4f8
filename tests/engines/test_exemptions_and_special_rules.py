# SPDX-License-Identifier: Apache-2.0
"""Exemptions, special rules that take a general one's place, and the kinds of document that a rule is about."""

import pytest
from judging import AS_OF, decided_by, judge, rulesets, said, strategy

from govrules.assessment.check import assess
from govrules.assessment.terms import Terms
from govrules.engines import CompiledEngine
from govrules.engines.both import BothEngines
from govrules.strategy.load import Document

GENERAL = "{jurisdiction: ZZ, yields_to: [rule-2], require: {archive.enabled: true}}"
SPECIAL = "{jurisdiction: ZZ, when: {visibility: public}, require: {archive.years: {at_least: 3}}}"


@pytest.fixture
def verdicts(tmp_path):
    def ask(*rules, text):
        loaded = rulesets(tmp_path / "r.yaml", *rules)
        about = strategy(text)
        found = judge(loaded, about)
        durable = pytest.importorskip("govrules.engines.durable")
        both = BothEngines(CompiledEngine(loaded.concepts), durable.DurableEngine(loaded.concepts))
        assert both.judge(list(loaded.rules.values()), about, AS_OF) == found
        return found

    return ask


@pytest.mark.parametrize(
    ("channel", "verdict"),
    [
        ("{visibility: public, exit_plan: false}", "gap"),
        ("{visibility: private, exit_plan: false}", "not-applicable"),
        ("{visibility: private, exit_plan: true}", "not-applicable"),
        ("{exit_plan: false}", "may-apply"),
        ("{exit_plan: true}", "met"),
    ],
)
def test_an_exempt_subject_is_not_applicable_and_never_met(verdicts, channel, verdict):
    (found,) = verdicts("{jurisdiction: ZZ, unless: {visibility: private}}", text=f"channels: [{channel}]")
    assert found.verdict == verdict
    if verdict == "may-apply":
        assert decided_by(found) == ["channels[1].visibility"]


def test_trigger_and_exemption_hold_together(verdicts):
    rule = "{jurisdiction: ZZ, when: {visibility: public}, unless: {owner: Ada}}"
    text = "channels: [{visibility: public, owner: Bob, exit_plan: false}, {visibility: public, owner: Ada}]"
    assert list(said(verdicts(rule, text=text)).values()) == ["gap", "not-applicable"]


@pytest.mark.parametrize(
    ("channel", "general", "special", "yielded_to"),
    [
        ("{visibility: public, archive: {enabled: false, years: 1}}", "not-applicable", "gap", ("rule-2",)),
        ("{visibility: private, archive: {enabled: false}}", "gap", "not-applicable", ()),
        # Whichever of the two is for it, it falls short.
        ("{archive: {enabled: false, years: 1}}", "gap", "may-apply", ()),
        ("{archive: {enabled: false}}", "may-apply", "may-apply", ()),
        ("{archive: {enabled: false, years: 5}}", "may-apply", "met", ()),
        ("{archive: {enabled: true, years: 5}}", "met", "met", ()),
    ],
)
def test_a_special_rule_takes_the_place_of_a_general_one_where_it_applies(
    verdicts, channel, general, special, yielded_to
):
    first, second = verdicts(GENERAL, SPECIAL, text=f"channels: [{channel}]")
    assert (first.verdict, second.verdict) == (general, special)
    assert first.yielded_to == yielded_to
    if general == "may-apply":
        assert decided_by(first) == ["channels[1].visibility"]


def test_a_rule_about_the_strategy_takes_the_place_on_every_subject(verdicts):
    special = "{jurisdiction: ZZ, subject: strategy, when: {author: Ada}, require: {markets: {includes: US}}}"
    text = "author: Ada\nmarkets: [US]\n"
    found = verdicts(GENERAL, special, text=f"{text}channels: [{{archive: {{enabled: false}}}}, {{}}]")
    assert [one.verdict for one in found] == ["not-applicable", "not-applicable", "met"]
    # A list that is not stated leaves nothing to ask either.
    assert [one.verdict for one in verdicts(GENERAL, special, text=text)] == ["met"]


@pytest.mark.parametrize(("source", "verdict"), [("until: 2026-11-22", "gap"), ("in_force: 2026-11-24", "gap")])
def test_a_special_rule_that_is_not_in_force_takes_no_place(verdicts, source, verdict):
    special = SPECIAL.replace("{jurisdiction", f"{{source: {{{source}}}, jurisdiction")
    first, *_ = verdicts(GENERAL, special, text="channels: [{visibility: public, archive: {enabled: false}}]")
    assert first.verdict == verdict


def test_a_special_rule_that_is_not_asked_takes_no_place(tmp_path):
    loaded = rulesets(tmp_path / "r.yaml", GENERAL, SPECIAL)
    about = strategy("channels: [{visibility: public, archive: {enabled: false}}]")
    report = assess(Document(about, None), loaded, as_of=AS_OF, terms=Terms(ignore=("rule-2",)))
    assert [(one.rule, one.verdict) for one in report.findings] == [("rule-1", "gap")]


def test_one_control_is_one_finding_with_every_citation_that_asks_for_it(tmp_path):
    most_general = "{jurisdiction: ZZ, yields_to: [rule-2], require: {archive.enabled: true}}"
    middle = "{jurisdiction: ZZ, yields_to: [rule-3], require: {archive.enabled: true}}"
    loaded = rulesets(tmp_path / "r.yaml", most_general, middle, SPECIAL)
    about = strategy("channels: [{name: Page, visibility: public, archive: {enabled: false, years: 1}}]")
    report = assess(Document(about, None), loaded, as_of=AS_OF)
    (finding,) = report.findings
    assert (finding.rule, sorted(finding.stands_for)) == ("rule-3", ["rule-1", "rule-2"])
    assert sorted(report.yielded) == ["rule-1", "rule-2"]
    assert (report.summary.applicable, report.summary.major) == (1, 1)
    met = assess(
        Document(strategy("channels: [{visibility: public, archive: {years: 9}}]"), None), loaded, as_of=AS_OF
    ).met
    assert [sorted(one.stands_for) for one in met] == [["rule-1", "rule-2"]]


@pytest.mark.parametrize(
    ("kind", "documents", "bound"),
    [
        ("", "[strategy]", True),
        ("document: policy\n", "[strategy]", False),
        ("document: policy\n", "[campaign, policy]", True),
        ("document: campaign\n", "[]", True),
    ],
)
def test_a_rule_binds_the_kinds_of_document_that_it_is_about(verdicts, kind, documents, bound):
    rule = f"{{jurisdiction: ZZ, documents: {documents}}}"
    assert bool(verdicts(rule, text=f"{kind}channels: [{{exit_plan: true}}]")) is bound
    # A policy is not asked about channels that it does not list; another document may have some.
    assert bool(verdicts(rule, text=kind)) is (bound and "policy" not in kind)


def test_a_general_rule_may_yield_to_a_bundled_one_of_an_industry_that_is_not_loaded(tmp_path):
    alone = rulesets(tmp_path / "r.yaml", GENERAL.replace("rule-2", "us-finra-influencer-label"))
    found = judge(alone, strategy("channels: [{name: X, archive: {enabled: false}}]"))
    assert list(said(found).values()) == ["gap"]
