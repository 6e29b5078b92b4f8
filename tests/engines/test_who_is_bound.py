# SPDX-License-Identifier: Apache-2.0
"""Whom a rule binds: by audience, establishment, staff or listing, by sector, and by what a channel narrows."""

import pytest
from judging import AS_OF, decided_by, judge, rulesets, said, strategy

from govrules.engines import CompiledEngine

PAGE = "channels: [{name: Page}]\n"


@pytest.fixture
def verdicts(tmp_path):
    def ask(rule, text, organisation=""):
        return judge(rulesets(tmp_path / "r.yaml", rule), strategy(text, organisation))

    return ask


@pytest.fixture
def binds(verdicts):
    """True where the rule binds the page for sure, False where it does not, None where nobody knows."""

    def ask(rule, text, organisation=""):
        found = verdicts(rule, text, organisation)
        if not found:
            return False
        (verdict,) = found
        asks = decided_by(verdict) == ["channels[1].exit_plan"]
        assert verdict.verdict == ("unanswered" if asks else "may-apply")
        return True if asks else None

    return ask


@pytest.mark.parametrize(
    ("jurisdiction", "markets", "bound"),
    [
        ("US", "[US]", True),
        ("US", "[AU, US]", True),
        ("US", "[US-CA]", True),
        ("US", "[AU]", False),
        ("US", "[]", False),
        ("US-CA", "[US]", True),
        ("US-CA", "[US-NY]", False),
        ("EU", "[DE]", True),
        ("DE", "[EU]", True),
        ("EU", "[NO, GB]", False),
        ("NO", "[NO]", True),
        ("US", "[ZZ]", True),
    ],
)
def test_a_rule_binds_whoever_reaches_its_market(binds, jurisdiction, markets, bound):
    assert binds(f"jurisdiction: '{jurisdiction}'", PAGE + f"markets: {markets}") is bound


def test_unstated_markets_are_unknown_and_asked_for(verdicts):
    (verdict,) = verdicts("jurisdiction: US", PAGE)
    assert verdict.verdict == "may-apply"
    assert decided_by(verdict) == ["markets"]
    assert verdict.deciding[0].value is None


@pytest.mark.parametrize(
    ("nexus", "field"), [("establishment", "established_in"), ("staff", "staff_in"), ("listing", "listed_in")]
)
def test_a_rule_binds_by_seat_staff_or_listing_and_not_by_market(verdicts, binds, nexus, field):
    rule, markets = f"{{jurisdiction: US, nexus: [{nexus}]}}", PAGE + "markets: [US]"
    assert binds(rule, PAGE + "markets: [AU]", f"{field}: [US]") is True
    assert binds(rule, markets, f"{field}: [AU]") is False
    assert binds(rule, markets, f"{field}: []") is False
    assert binds(rule, markets) is None
    assert decided_by(verdicts(rule, markets)[0]) == [f"organisation.{field}"]


@pytest.mark.parametrize(
    ("nexus", "field"), [("establishment", "established_in"), ("staff", "staff_in"), ("listing", "listed_in")]
)
def test_a_seat_in_the_us_leaves_open_whether_californian_law_binds(binds, nexus, field):
    rule = f"{{jurisdiction: US-CA, nexus: [{nexus}]}}"
    assert binds(rule, PAGE, f"{field}: [US]") is None
    assert binds(rule, PAGE, f"{field}: [US-CA]") is True
    assert binds(rule, PAGE, f"{field}: [US-NY]") is False


def test_one_tie_of_several_is_enough(binds):
    rule = "{jurisdiction: EU, nexus: [audience, establishment]}"
    assert binds(rule, PAGE + "markets: [US]", "established_in: [FR]") is True
    assert binds(rule, PAGE + "markets: [FR]") is True
    assert binds(rule, PAGE + "markets: [US]", "established_in: [GB]") is False
    assert binds(rule, PAGE + "markets: [US]") is False
    assert binds(rule, PAGE) is None


@pytest.mark.parametrize(
    ("nexus", "field"), [("establishment", "established_in"), ("staff", "staff_in"), ("listing", "listed_in")]
)
def test_an_unstated_seat_staff_or_listing_may_be_near_what_is_stated_and_nowhere_else(binds, nexus, field):
    rule = f"{{jurisdiction: AU, nexus: [{nexus}]}}"
    assert binds(rule, PAGE + "markets: [US]") is False
    assert binds(rule, PAGE + "markets: [US, AU]") is None
    assert binds(rule, PAGE + "markets: [US]", f"{field}: [AU]") is True
    elsewhere = next(name for name in ("established_in", "staff_in", "listed_in") if name != field)
    assert binds(rule, PAGE + "markets: [US]", f"{elsewhere}: [AU]") is None
    assert binds(rule, PAGE) is None


def test_a_seat_in_a_state_may_be_in_the_country_and_the_other_way_round(binds):
    assert binds("{jurisdiction: US, nexus: [staff]}", PAGE + "markets: [US-VA]") is None
    assert binds("{jurisdiction: US-CA, nexus: [staff]}", PAGE + "markets: [US]") is None
    assert binds("{jurisdiction: US-CA, nexus: [staff]}", PAGE + "markets: [US-VA]") is False


def test_a_worldwide_rule_binds_everybody(binds):
    assert binds("jurisdiction: ZZ", PAGE) is True
    assert binds("jurisdiction: ZZ", PAGE + "markets: []") is True
    assert binds("{jurisdiction: ZZ, nexus: [listing]}", PAGE) is True


@pytest.mark.parametrize(
    ("bound_sectors", "own", "bound"),
    [
        ("[bank]", "[bank]", True),
        ("[bank, insurer]", "[insurer]", True),
        ("[financial-services]", "[bank]", True),
        ("[bank]", "[insurer]", False),
        ("[bank]", "[]", False),
        ("[bank]", "[financial-services]", None),
        ("[bank]", "[financial-services, bank]", True),
    ],
)
def test_a_rule_binds_its_sectors(binds, bound_sectors, own, bound):
    rule = f"{{jurisdiction: US, sectors: {bound_sectors}}}"
    assert binds(rule, PAGE + "markets: [US]", f"sectors: {own}") is bound


def test_unstated_sectors_are_asked_for_only_where_the_market_is_reached(verdicts):
    rule = "{jurisdiction: US, sectors: [bank]}"
    (verdict,) = verdicts(rule, PAGE + "markets: [US]")
    assert decided_by(verdict) == ["organisation.sectors"]
    assert verdicts(rule, PAGE + "markets: [AU]") == []
    assert decided_by(verdicts(rule, PAGE)[0]) == ["organisation.sectors", "markets"]


def test_a_channel_for_australia_only_is_not_told_off_for_us_law(verdicts):
    text = "markets: [US, AU]\nchannels: [{name: A, markets: [AU]}, {name: B, markets: [US-CA]}, {name: C}]\n"
    assert said(verdicts("jurisdiction: US", text)) == {
        ("rule-1", "channels[2]"): "unanswered",
        ("rule-1", "channels[3]"): "unanswered",
    }


def test_a_channels_own_markets_count_where_the_strategys_are_not_stated(verdicts):
    found = said(verdicts("jurisdiction: US", "channels: [{markets: [US], exit_plan: true}, {markets: [AU]}]"))
    assert found == {("rule-1", "channels[1]"): "met"}


def test_a_channel_with_an_empty_list_of_markets_is_bound_nowhere(verdicts):
    assert verdicts("jurisdiction: US", "markets: [US]\nchannels: [{markets: []}]") == []


def test_a_channel_narrows_sectors_to_its_own(verdicts):
    rule = "{jurisdiction: US, sectors: [broker-dealer]}"
    text = """\
        markets: [US]
        channels:
          - {name: Brokerage, sectors: [broker-dealer]}
          - {name: Insurance, sectors: [insurer]}
          - {name: Group}
          - {name: Vague, sectors: [financial-services]}
        """
    found = verdicts(rule, text, "sectors: [broker-dealer, insurer]")
    assert said(found) == {
        ("rule-1", "channels[1]"): "unanswered",
        ("rule-1", "channels[3]"): "unanswered",
        ("rule-1", "channels[4]"): "may-apply",
    }
    assert [decided_by(verdict) for verdict in found] == [
        ["channels[1].exit_plan"],
        ["channels[3].exit_plan"],
        ["channels[4].sectors"],
    ]


def test_a_channel_cannot_narrow_where_the_organisation_is_established(binds):
    rule = "{jurisdiction: US, nexus: [establishment]}"
    assert binds(rule, "markets: [AU]\nchannels: [{markets: [AU]}]", "established_in: [US]") is True


def test_the_strategy_as_a_whole_is_bound_by_its_own_markets(verdicts):
    rule = "{subject: strategy, jurisdiction: US, require: {author: {given: true}}}"
    assert said(verdicts(rule, "markets: [US]\nauthor: Ada")) == {("rule-1", ""): "met"}
    assert verdicts(rule, "markets: [AU]") == []


def test_parts_that_cannot_narrow_are_bound_as_the_strategy_is(verdicts):
    rule = "{subject: governance.vendors, require: {contract: true}}"
    text = "governance: {vendors: [{contract: true}, {contract: false}]}\n"
    assert said(verdicts(rule, text + "markets: [US]")) == {
        ("rule-1", "governance.vendors[1]"): "met",
        ("rule-1", "governance.vendors[2]"): "gap",
    }
    assert verdicts(rule, text + "markets: [AU]") == []


@pytest.mark.parametrize(
    ("subject", "pointer"), [("channels", "channels"), ("governance.vendors", "governance.vendors")]
)
def test_an_unstated_list_of_subjects_is_asked_for_once(verdicts, subject, pointer):
    rule = f"{{subject: {subject}, require: {{name: x}}}}"
    (verdict,) = verdicts(rule, "markets: [US]")
    assert (verdict.verdict, decided_by(verdict)) == ("may-apply", [pointer])
    assert len(verdicts(rule, "")) == 1
    assert verdicts(rule, "markets: [AU]") == []


def test_an_empty_list_of_subjects_is_no_question(verdicts):
    assert verdicts("jurisdiction: US", "markets: [US]\nchannels: []") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{nexus: [audience]}", "{nexus: [listing]}"),
        ("{jurisdiction: AU}", "{jurisdiction: NZ}"),
        ("{sectors: [bank]}", "{sectors: [insurer]}"),
    ],
)
def test_rules_that_differ_only_in_whom_they_bind_are_told_apart(tmp_path, one, other):
    text, organisation = PAGE + "markets: [US, AU]", "listed_in: [], sectors: [bank]"
    for rules, bound in (((one, other), "rule-1"), ((other, one), "rule-2")):
        found = said(judge(rulesets(tmp_path / "r.yaml", *rules), strategy(text, organisation)))
        assert set(found) == {(bound, "channels[1]")}


def test_markets_that_are_not_complete_may_hold_more_than_the_same_ones_that_are(verdicts):
    pages = "channels: [{name: Page, markets: [AU], exit_plan: true}, {name: Feed, markets: [AU]}]\n"
    text = f"{pages}markets: [AU, US]\nincomplete: ['channels[1].markets', 'channels[2].markets']\n"
    whole = text.replace("'channels[1].markets', ", "")
    assert list(said(verdicts("jurisdiction: US", text)).values()) == ["met", "may-apply"]
    assert list(said(verdicts("jurisdiction: US", whole)).values()) == ["may-apply"]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        (PAGE + "markets: [US]", "sectors: [bank]"),
        (PAGE + "markets: [US]", "sectors: [retail]"),
        (PAGE + "markets: [AU]", "sectors: [bank]"),
        (PAGE + "markets: [AU]\nincomplete: [markets]", "sectors: [bank]"),
        (PAGE + "markets: [AU]\ndocument: policy", "sectors: [bank]"),
        (PAGE + "markets: [AU]", "sectors: [bank], staff_in: [US]"),
        ("channels: [{name: Page, markets: [AU]}]\nmarkets: [US]", "sectors: [bank]"),
        ("channels: [{name: Page, markets: [AU]}, {name: Feed}]\nmarkets: [US]", "sectors: [bank]"),
        ("channels: [{name: Page}, {name: Feed, markets: [AU]}]\nmarkets: [US]", "sectors: [bank]"),
        ("markets: [US]", "sectors: [bank]"),
    ],
)
def test_an_engine_remembers_nothing_of_whom_rules_bound_before(tmp_path, text, organisation):
    loaded = rulesets(
        tmp_path / "r.yaml",
        "jurisdiction: US",
        "{jurisdiction: US, sectors: [bank]}",
        "{jurisdiction: US, nexus: [staff], documents: [strategy]}",
    )
    rules, engine = list(loaded.rules.values()), CompiledEngine(loaded.concepts)
    about = strategy(text, organisation)
    for before in ((PAGE + "markets: [US]", "sectors: [bank]"), ("channels: [{name: A}, {name: B}]", "")):
        engine.judge(rules, strategy(*before), AS_OF)
        assert said(engine.judge(rules, about, AS_OF)) == said(judge(loaded, about))


@pytest.mark.parametrize(
    ("trigger", "may_apply"),
    [
        ("{strategy.organisation.charity: true}", False),
        ("{strategy.organisation.charity: false}", True),
        ("{strategy.organisation.public_body: true}", True),
        ("{strategy.organisation.charity: true, visibility: public}", False),
        ("{any: [{strategy.organisation.charity: true}, {visibility: public}]}", True),
        ("{not: {any: [{strategy.organisation.charity: false}, {visibility: public}]}}", False),
        ("{not: {strategy.organisation.charity: false, visibility: public}}", True),
        ("{visibility: {known: public}}", True),
    ],
)
def test_of_channels_that_are_not_stated_no_rule_may_apply_that_can_reach_none(verdicts, trigger, may_apply):
    found = verdicts(f"{{when: {trigger}}}", "markets: [US]", "charity: false")
    assert list(said(found).values()) == (["may-apply"] if may_apply else [])


@pytest.mark.parametrize(("charity", "may_apply"), [("true", True), ("false", False)])
def test_what_a_concept_says_of_the_document_counts_as_well(tmp_path, charity, may_apply):
    concepts = """
        - {id: a-charity, title: T, subject: channels, when: {strategy.organisation.charity: true}}
        - {id: open-appeal, title: T, subject: channels, when: {is: a-charity, visibility: public}}
        """
    loaded = rulesets(tmp_path / "r.yaml", "{when: {is: open-appeal}}", concepts=concepts)
    found = judge(loaded, strategy("markets: [US]", f"charity: {charity}"))
    assert list(said(found).values()) == (["may-apply"] if may_apply else [])
