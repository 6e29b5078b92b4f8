# SPDX-License-Identifier: Apache-2.0
"""``govrules init``: what it writes loads, has no gaps, and asks what the rules ask and nothing else."""

import json
import re

import pytest
from bundled import bundled

from govrules import check, parse_strategy
from govrules.output.questionnaire import questionnaire
from govrules.ruleset.asks import asked_fields, rules_for

BUNDLED = bundled()
NAMED = sorted({sector for rule in BUNDLED.rules.values() for sector in rule.text.sectors} | {"bank", "hospital"})
PLACES = sorted({rule.text.jurisdiction for rule in BUNDLED.rules.values()} | {"US", "GB"})


def keys(text):
    """The keys of a written strategy with their parents, commented lists included."""
    found, above = set(), []
    for line in text.splitlines():
        match = re.match(r"( *)((?:# )?)((?:- )?)([a-z0-9_]+):(?: |$)", line)
        if match:
            indent = len(match[1]) + len(match[3])
            above = [(depth, name) for depth, name in above if depth < indent]
            above.append((indent, match[4]))
            found.add(".".join(name for _, name in above))
    return found


@pytest.fixture
def small(ruleset, rule):
    return ruleset(
        rule("plan", {"governance.crisis.plan": True}),
        rule("hours", {"governance.security.leaver_removal_hours": {"at_most": 24}}),
        rule("seen", {"archive.enabled": True}, subject="channels", when={"visibility": "public"}, jurisdiction="US"),
        rule("money", {"business_case.net_benefit_per_year": {"at_least": 0}}),
        rule("month", {"research": {"some": {"published_on": {"within_days": 31}}}}),
        rule("three", {"competitors": {"count": {"where": {"adopted": True}, "at_least": 3}}}),
        rule("bank", {"organisation.insured_deposits": "fdic"}, sectors=["bank"], jurisdiction="US"),
        rule("clinic", {"organisation.hipaa_status": "covered-entity"}, sectors=["hospital"], jurisdiction="US"),
        rule("kiwi", {"organisation.charity": True}, jurisdiction="NZ"),
        covers={"sectors": ["bank"]},
    )


def test_it_asks_what_the_rules_for_sector_and_market_ask(govrules, small):
    result = govrules("init", "--all", "--sector", "bank", "--market", "US", "--no-bundled", "-r", small)
    assert (result.returncode, result.stderr) == (0, "")
    asked = keys(result.stdout)
    leaves = {key for key in asked if not any(other.startswith(key + ".") for other in asked)}
    assert leaves == {
        "title",
        "organisation.name",
        "organisation.sectors",
        "organisation.insured_deposits",
        "markets",
        "channels.name",
        "channels.markets",
        "channels.visibility",
        "channels.archive.enabled",
        "governance.crisis.plan",
        "governance.security.leaver_removal_hours",
        "business_case.benefit_per_year",
        "business_case.cost_per_year",
        "research.published_on",
        "competitors.name",
        "competitors.adopted",
    }


def test_each_sector_and_market_brings_its_own_questions(govrules, small):
    def asked(*options):
        return keys(govrules("init", "--all", *options, "--no-bundled", "-r", small).stdout)

    hospital = asked("--sector", "hospital", "--market", "US")
    assert "organisation.hipaa_status" in hospital
    assert "organisation.insured_deposits" not in hospital
    both = asked("--sector", "hospital", "--sector", "bank", "--market", "US", "--market", "NZ")
    assert {"organisation.hipaa_status", "organisation.insured_deposits", "organisation.charity"} <= both
    assert "channels.archive.enabled" not in asked("--sector", "bank", "--market", "NZ")


def test_what_sectors_and_markets_settle_is_not_asked(govrules, ruleset, rule):
    airline = {"organisation.sectors": {"covers": "aviation"}, "organisation.under_railway_labor_act": True}
    exempt = {"any": [airline, {"organisation.charity": {"known": True}}]}
    file = ruleset(
        rule("hours", {"governance.security.leaver_removal_hours": {"at_most": 24}}, unless=exempt),
        rule(
            "seen",
            {"archive.enabled": True},
            subject="channels",
            when={"strategy.organisation.sectors": {"covers": "bank"}},
        ),
        rule("abroad", {"reviews.fabricated": False}, unless={"markets": {"includes": "US"}}),
        covers={"sectors": ["bank"]},
    )

    def asked(*options):
        return keys(
            govrules("init", *options, "--sector", "hospital", "--market", "US", "--no-bundled", "-r", file).stdout
        )

    for found in (asked("--all"), asked()):
        assert {"organisation.charity", "governance.security.leaver_removal_hours"} <= found
        assert not {"organisation.under_railway_labor_act", "channels", "channels.archive.enabled", "reviews"} & found
    flying = keys(
        govrules("init", "--all", "--sector", "aviation", "--market", "US", "--no-bundled", "-r", file).stdout
    )
    assert "organisation.under_railway_labor_act" in flying


def test_meaning_choices_and_unit_are_comments(govrules, small):
    out = govrules("init", "--all", "--sector", "bank", "--market", "US", "--no-bundled", "-r", small).stdout
    lines = [line.strip() for line in out.splitlines()]

    def comment_above(key):
        index = lines.index(key)
        start = index
        while lines[start - 1].startswith("# "):
            start -= 1
        return " ".join(line.removeprefix("# ") for line in lines[start:index])

    assert comment_above("insured_deposits:") == (
        "Who insures customers' deposits or share accounts with it, if anyone? One of: FDIC (fdic), NCUA (ncua), none."
    )
    assert comment_above("leaver_removal_hours:") == "Within how many hours of leaving is access removed? In hours."
    assert comment_above("plan:").endswith("? true or false.")
    assert comment_above("- published_on:") == "When was the research published? YYYY-MM-DD."
    assert "One of: public, followers, closed group (closed-group), verified" in comment_above("visibility:")


def test_what_it_writes_has_only_questions(govrules, write, small):
    out = govrules("init", "--all", "--sector", "bank", "--market", "US", "--no-bundled", "-r", small).stdout
    arguments = "check", write("s.yaml", out), "--no-bundled", "-r", small, "--fail-on", "advice"
    result = govrules(*arguments, "--allow-unanswered")
    assert result.returncode == 0, result.stdout + result.stderr
    assert govrules(*arguments).returncode == 1


def test_an_empty_list_is_not_filled_with_a_blank_element(govrules, write, ruleset, rule):
    rules = ruleset(
        rule("nobody-is-paid", {"endorsements": {"empty": True}}),
        rule("at-most-two", {"competitors": {"count": {"at_most": 0}}}),
        rule("no-prizes", {"promotions": {"empty": True}}),
        rule("each", {"name": {"given": True}}, subject="endorsements"),
        rule("also", {"promotions": {"every": {"name": {"given": True}}}}),
    )
    out = govrules("init", "--all", "--sector", "bank", "--market", "US", "--no-bundled", "-r", rules).stdout
    arguments = "--no-bundled", "-r", rules, "--fail-on", "advice", "--allow-unanswered", "--allow-uncovered"
    result = govrules("check", write("s.yaml", out), *arguments)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_list_that_is_commented_out_can_be_used(govrules, write, small):
    out = govrules("init", "--all", "--sector", "bank", "--market", "US", "--no-bundled", "-r", small).stdout
    assert "  # - name:\n" in out
    used = re.sub(r"(?m)^( +)# ((?:- )?[a-z_]+:)", r"\1\2", out)
    assert used != out
    result = govrules("check", write("s.yaml", used), "--no-bundled", "-r", small, "--fail-on", "never")
    assert result.returncode == 0, result.stderr


def test_output_writes_the_file(govrules, write, tmp_path, small):
    arguments = "init", "--all", "--sector", "bank", "--market", "us", "--no-bundled", "-r", small
    result = govrules(*arguments, "--output", "new.yaml")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("Wrote new.yaml: the questions of 7 rules")
    assert "govrules check new.yaml" in result.stdout
    assert (tmp_path / "new.yaml").read_text(encoding="utf-8") == govrules(*arguments).stdout


def test_norway_and_repeated_markets(govrules, write, small):
    arguments = "init", "--sector", "bank", "--sector", "Bank", "--market", "NO", "--market", "no"
    out = govrules(*arguments, "--no-bundled", "-r", small).stdout
    assert "markets: [NO]" in out
    assert "sectors: [bank]" in out
    result = govrules("check", write("s.yaml", out), "--no-bundled", "-r", small, "--fail-on", "never")
    assert "Norway" in result.stdout


@pytest.mark.long
def test_no_bundled_rule_finds_a_gap_in_what_is_written_for_a_sector_in_all_markets():
    assert gaps_in_what_is_written((sector, PLACES) for sector in NAMED) == {}


@pytest.mark.long
def test_no_bundled_rule_finds_a_gap_in_what_is_written_for_a_sector_in_a_market():
    assert gaps_in_what_is_written((sector, [market]) for sector in NAMED for market in PLACES) == {}


def gaps_in_what_is_written(choices):
    """By rule, what it finds in the strategies that are written for a sector and markets.

    A rule that requires `stated: true` does: what is left blank is a question, so rules require `given: true`. The
    same rules write the same questions, so each set of rules is judged once.
    """
    short = {}
    judged = set()
    for sector, markets in choices:
        rules = rules_for(BUNDLED.rules.values(), [sector], markets, BUNDLED.shapes.sectors)
        same = frozenset(rule.id for rule in rules)
        if same in judged:
            continue
        judged.add(same)
        asked = asked_fields(rules, BUNDLED.concepts)
        text = questionnaire(asked, BUNDLED.shapes.root, sector_ids=[sector], markets=markets)
        report = check(parse_strategy(text), BUNDLED)
        assert report.questions or not rules
        for found in report.findings:
            if not found.verdict.is_open:
                short[found.rule] = [f"{item.field} = {item.value}" for item in found.evidence]
    return short


@pytest.mark.parametrize(
    "options",
    [
        ("--sector", "bank", "--market", "US"),
        ("--sector", "hospital", "--market", "US", "--market", "AU"),
        pytest.param(
            (
                "--sector",
                "bank",
                "--sector",
                "broker-dealer",
                "--sector",
                "hospital",
                "--market",
                "US",
                "--market",
                "GB",
            ),
            marks=pytest.mark.long,
        ),
    ],
    ids=["bank", "hospital", "several"],
)
def test_what_the_bundled_rules_ask_checks_without_gaps(govrules, options):
    written = govrules("init", "--all", *options, "--output", "s.yaml")
    assert written.returncode == 0, written.stderr
    result = govrules("check", "s.yaml", "--fail-on", "advice", "--allow-unanswered", "--allow-uncovered")
    assert result.returncode == 0, result.stdout + result.stderr
    assert govrules("check", "s.yaml", "--fail-on", "advice").returncode == 1


def test_it_says_for_what_there_are_no_rules(govrules):
    result = govrules("init", "--all", "--sector", "fashion", "--market", "US", "--market", "FJ")
    assert result.stderr.splitlines() == [
        "Not checked: Fiji (FJ, market): no loaded rule speaks about its law. Nothing was checked against it.",
        "Not checked: Fashion: no loaded rule is about this sector here. Only rules for everybody were checked.",
    ]


def test_a_policy_to_fill_in_is_short_and_holds_no_plan(govrules, tmp_path):
    whole = govrules("init", "--all", "--sector", "hospital", "--market", "US").stdout
    policy = govrules("init", "--all", "--sector", "hospital", "--market", "US", "--document", "policy").stdout
    assert len(policy.splitlines()) < len(whole.splitlines()) / 2
    sections = [line.partition(":")[0] for line in policy.splitlines() if line[:1].isalpha()]
    assert sections[:3] == ["document", "title", "organisation"]
    assert {"governance", "personal_use", "patient_privacy"} <= set(sections)
    assert not {"business_case", "channels", "content", "endorsements", "research"} & set(sections)
    (tmp_path / "policy.yaml").write_text(policy, encoding="utf-8")
    checked = govrules("check", tmp_path / "policy.yaml", "--allow-uncovered")
    assert checked.returncode in (0, 1), checked.stderr


@pytest.mark.parametrize(("document", "lines"), [("strategy", 260), ("policy", 110)])
def test_what_matters_most_is_what_a_person_can_take_in(govrules, write, document, lines):
    written = govrules("init", "--sector", "hospital", "--market", "US", "--document", document).stdout
    assert written.count("\n") <= lines
    assert {"markets", "organisation.staff_in", "organisation.established_in"} <= keys(written)
    assert "govrules ask THIS-FILE" in written
    assert not re.findall(r"(?m)^ +- name:", written)
    asked = json.loads(govrules("ask", write("s.yaml", written), "--next", "--format", "json").stdout)
    assert asked["question"]["field"]


def test_the_weightiest_fields_are_asked_first(govrules, ruleset, rule):
    security = BUNDLED.shapes.root.attributes["governance"].type.part.attributes["security"].type.part
    yes_or_no = [name for name, one in security.attributes.items() if one.type.kind == "boolean"][:4]
    organisation = BUNDLED.shapes.root.attributes["organisation"].type.part
    others = [f"organisation.{name}" for name, one in organisation.attributes.items() if one.type.kind == "boolean"]
    light = [f"governance.security.{name}" for name in yes_or_no] + others[:8]
    rules = ruleset(
        *(rule(f"light-{n}", {field: True}, severity="minor") for n, field in enumerate(light)),
        rule("heavy", {"governance.crisis.plan": True}, severity="major"),
        rule("gate", {"channels": {"empty": True}}, severity="advice"),
    )
    asked = keys(govrules("init", "--sector", "bank", "--market", "US", "--no-bundled", "-r", rules).stdout)
    assert {"governance.crisis.plan", "channels"} <= asked
    assert 9 <= len(asked & set(light)) < len(light)
