# SPDX-License-Identifier: Apache-2.0
"""``govrules check``: exit codes, the verdict, selection, and where a strategy may come from."""

import json
from datetime import timedelta

import pytest

from govrules.today import today

SEVERITIES = ("showstopper", "major", "minor", "advice")
GOOD = {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": []}
TODAY = today().isoformat()
TOMORROW = (today() + timedelta(days=1)).isoformat()
PLAN = {"governance.crisis.plan": True}


def says(plan):
    """A strategy that states whether it has a crisis plan; None leaves it open."""
    return GOOD if plan is None else GOOD | {"governance": {"crisis": {"plan": plan}}}


@pytest.fixture
def exit_code(govrules, write, ruleset, rule):
    """Check a strategy by one rule; return the exit code."""

    def check(plan, severity, *options, **source):
        rules = ruleset(rule("plan", PLAN, severity=severity, source=source))
        return govrules("check", write("s.yaml", says(plan)), "--no-bundled", "-r", rules, *options).returncode

    return check


@pytest.mark.parametrize("severity", SEVERITIES)
@pytest.mark.parametrize("fail_on", [*SEVERITIES, "never"])
def test_the_exit_code_for_each_severity_and_threshold(exit_code, severity, fail_on):
    at_or_above = fail_on != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(fail_on)
    option = ("--fail-on", fail_on)
    assert exit_code(True, severity, *option) == 0
    assert exit_code(False, severity, *option) == at_or_above
    assert exit_code(None, severity, *option) == at_or_above
    assert exit_code(False, severity, *option, "--allow-unanswered") == at_or_above
    assert exit_code(None, severity, *option, "--allow-unanswered") == 0


@pytest.mark.parametrize("plan", [False, None])
def test_the_threshold_is_major_if_not_stated(exit_code, plan):
    assert exit_code(plan, "major") == 1
    assert exit_code(plan, "minor") == 0


@pytest.mark.parametrize("plan", [False, None])
def test_a_rule_not_yet_in_force_never_counts(exit_code, plan):
    assert exit_code(plan, "showstopper", "--fail-on", "advice", in_force=TOMORROW) == 0
    assert exit_code(plan, "showstopper", "--fail-on", "advice", in_force=TODAY) == 1
    assert exit_code(plan, "showstopper", "--fail-on", "advice", "--as-of", TOMORROW, in_force=TOMORROW) == 1


@pytest.mark.parametrize("plan", [False, None])
def test_a_rule_that_has_ended_is_not_asked(exit_code, plan):
    assert exit_code(plan, "showstopper", until=TODAY) == 1
    assert exit_code(plan, "showstopper", "--as-of", TOMORROW, until=TODAY) == 0


def test_exit_codes_of_the_process(process, write, ruleset, rule):
    rules = ruleset(rule("plan", PLAN))
    for plan, code in ((True, 0), (False, 1), (None, 1)):
        result = process("check", write("s.yaml", says(plan)), "--no-bundled", "-r", rules)
        assert (result.returncode, result.stderr) == (code, "")


def test_one_strategy_that_falls_short_among_several_fails_the_check(govrules, write, ruleset, rule):
    rules = ruleset(rule("plan", PLAN))
    files = [write("good.yaml", says(True)), write("bad.yaml", says(False)), write("again.yaml", says(True))]
    result = govrules("check", *files, "--no-bundled", "-r", rules)
    assert result.returncode == 1
    places = [result.stdout.index(f"T · O · {file}") for file in files]
    assert places == sorted(places)
    assert result.stdout.count("Judged as of") == 3
    assert govrules("check", files[0], files[2], "--no-bundled", "-r", rules).returncode == 0


def test_a_file_that_is_named_twice_is_checked_once(govrules, write, ruleset, rule):
    file = write("s.yaml", says(True))
    result = govrules("check", file, file, "--no-bundled", "-r", ruleset(rule("plan", PLAN)))
    assert result.stdout.count("Judged as of") == 1


HAND_COUNTED = """\
title: Hand counted
organisation: {name: O, sectors: []}
markets: [NO]
channels:
  - {name: A, visibility: public, archive: {enabled: false}, access: {mfa: true}}
  - {name: B, visibility: public, archive: {enabled: false}}
  - {name: C, visibility: private, archive: {enabled: true}}
governance:
  crisis: {plan: false, stop_all_step: false, holding_statements: false}
"""


def hand_counted(rule):
    channel = {"subject": "channels", "when": {"visibility": "public"}}
    return [
        rule("stop", {"governance.crisis.plan": True}, severity="showstopper"),
        rule("keep", {"archive.enabled": True}, **channel),  # a gap in two channels is one rule
        rule("mfa", {"access.mfa": True}, **channel),  # met in one, unanswered in the other: unanswered
        rule("halt", {"governance.crisis.stop_all_step": True}, severity="minor"),
        rule("hold", {"governance.crisis.holding_statements": True}, severity="advice"),
        rule("next", {"governance.crisis.plan": True}, source={"in_force": "2031-01-01"}),
        rule("past", {"governance.crisis.plan": True}, source={"until": "2020-01-01"}),
        rule("open", {"governance.crisis.out_of_hours_contact": True}, severity="minor"),
        rule("also-open", {"governance.crisis.out_of_hours_contact": True}, severity="showstopper"),
        rule("norway", {"markets": {"covers": "NO"}}, jurisdiction="NO"),
        rule("sweden", {"author": {"given": True}}, jurisdiction="SE"),
        rule("live", {"archive.enabled": True}, subject="channels", when={"visibility": "followers"}),
    ]


def test_the_verdict_line_counts_things_to_do_as_by_hand(govrules, write, ruleset, rule):
    strategy = write("s.yaml", HAND_COUNTED)
    result = govrules("check", strategy, "--no-bundled", "-r", ruleset(*hand_counted(rule)), COLUMNS="110")
    lines = " ".join(result.stdout.split("\n\n")[0].split())
    assert lines == (
        "No: 1 showstopper. What is prohibited outright must go; the rest may stay. 2 open questions could block the "
        "launch as well. One more thing is to be done before launch (days): it is required by law or a binding rule. "
        "1 thing to do after launch, 1 advised, 1 gap in a rule to come. "
        "Hand counted · O · s.yaml"
    )
    said = "2 of the 9 rules that apply could ever stop a launch: 1 does so here and 1 waits for an answer; 1 of 9"
    assert said in " ".join(result.stdout.split())


def test_the_summary_adds_up(govrules, write, ruleset, rule):
    arguments = "--no-bundled", "-r", ruleset(*hand_counted(rule)), "--format", "json", "--as-of", "2026-11-23"
    result = govrules("check", write("s.yaml", HAND_COUNTED), *arguments)
    summary = json.loads(result.stdout)["reports"][0]["summary"]
    assert summary == {
        "applicable": 9,
        "met": 1,
        "showstoppers": 1,
        "major": 1,
        "minor": 1,
        "advice": 1,
        "unanswered": 3,
        "may_apply": 0,
        "upcoming": 1,
        "waived": 0,
        "questions": 2,
        "screening": 0,
        "not_checked": 0,
        "could_be_showstoppers": 2,
        "blocking": {"required": 2, "expected": 0, "standard": 0, "house": 0},
    }


def test_findings_come_by_severity_each_with_its_citation_and_cure(govrules, write, ruleset, rule):
    rules = ruleset(*reversed(hand_counted(rule)))
    out = govrules("check", write("s.yaml", HAND_COUNTED), "--no-bundled", "-r", rules).stdout
    parts = ["Showstoppers:", "Title of stop", "Major:", "Title of keep", "Minor:", "Title of halt"]
    parts += ["Advice:", "Title of hold", "Upcoming:", "Title of next", "Questions that", "Coverage"]
    assert [out.index(part) for part in parts] == sorted(out.index(part) for part in parts)
    assert "A falls short." in out
    assert "B falls short." in out
    assert "C falls short." not in out
    assert out.count("Cure: Cure keep. (usually legal; estimated effort: days)") == 1
    assert "Code, keep · Authority" in out
    for absent in ("Title of past", "Title of sweden", "Title of live"):
        assert absent not in out


def test_what_is_met_is_listed_with_verbose(govrules, write, ruleset, rule):
    arguments = "check", write("s.yaml", HAND_COUNTED), "--no-bundled", "-r", ruleset(*hand_counted(rule))
    assert "Title of norway" not in govrules(*arguments).stdout
    assert "Title of norway (Code, norway)" in govrules(*arguments, "--verbose").stdout


def test_an_as_of_other_than_today_is_told_in_the_first_line(govrules, write, ruleset, rule):
    arguments = "check", write("s.yaml", says(True)), "--no-bundled", "-r", ruleset(rule("plan", PLAN))
    told = govrules(*arguments, "--as-of", TOMORROW).stdout.splitlines()[0]
    assert told.startswith(f"As of {TOMORROW}, which is not today: Yes. Nothing blocks the launch.")
    for day in ((), ("--as-of", TODAY)):
        out = govrules(*arguments, *day).stdout
        assert out.startswith("Yes. Nothing blocks the launch.")
        assert f"Judged as of {TODAY} by test/small 1.0." in out


def test_days_are_counted_from_the_as_of_date(govrules, write, ruleset, rule):
    rules = ruleset(rule("drill", {"governance.crisis.last_drill": {"within_days": 365}}))
    strategy = write("s.yaml", GOOD | {"governance": {"crisis": {"last_drill": "2025-01-01"}}})
    arguments = "check", strategy, "--no-bundled", "-r", rules, "--as-of"
    assert govrules(*arguments, "2026-01-01").returncode == 0
    assert govrules(*arguments, "2026-01-02").returncode == 1


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ((), ["a-one", "a-two", "b-one"]),
        (("--select", "a-two"), ["a-two"]),
        (("--select", "a-*"), ["a-one", "a-two"]),
        (("--select", "*-one"), ["a-one", "b-one"]),
        (("--select", "test/b"), ["b-one"]),
        (("--select", "test/*"), ["a-one", "a-two", "b-one"]),
        (("--select", "a-one", "--select", "b-one"), ["a-one", "b-one"]),
        (("--ignore", "a-one"), ["a-two", "b-one"]),
        (("--ignore", "*-one"), ["a-two"]),
        (("--ignore", "test/a"), ["b-one"]),
        (("--select", "test/a", "--ignore", "a-two"), ["a-one"]),
    ],
)
def test_rules_are_selected_by_id_pattern_and_ruleset(govrules, write, ruleset, rule, options, asked):
    files = [
        ruleset(rule("a-one", PLAN), rule("a-two", PLAN), name="test/a"),
        ruleset(rule("b-one", PLAN), name="test/b"),
    ]
    rulesets = [argument for file in files for argument in ("-r", file)]
    strategy = write("s.yaml", says(False))
    result = govrules("check", strategy, "--no-bundled", *rulesets, *options, "--format", "json")
    report = json.loads(result.stdout)["reports"][0]
    assert [finding["rule"] for finding in report["findings"]] == asked
    assert sum(loaded["selected"] for loaded in report["rulesets"]) == len(asked)
    text = govrules("check", strategy, "--no-bundled", *rulesets, *options).stdout
    left_out = 3 - len(asked)
    counted = "1 loaded rule was" if left_out == 1 else f"{left_out} loaded rules were"
    assert (f"! {counted} left out by the selection." in text) == bool(left_out)


FRONT_MATTER = """\
---
title: From Markdown
organisation: {name: O}
governance:
  crisis: {plan: false}
---

# The strategy

title: this is not YAML: at all
"""


@pytest.mark.parametrize("name", ["s.md", "S.MARKDOWN"])
def test_markdown_with_front_matter(govrules, write, ruleset, rule, name):
    result = govrules("check", write(name, FRONT_MATTER), "--no-bundled", "-r", ruleset(rule("plan", PLAN)))
    assert result.returncode == 1
    assert f"{name}:5:18  governance.crisis.plan: no" in result.stdout
    assert "From Markdown" in result.stdout


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: T\norganisation: {name: O}\ngovernance: {crisis: {plan: false}}\n", "<stdin>:3:29"),
        ('{"title": "T", "organisation": {"name": "O"},\n "governance": {"crisis": {"plan": false}}}', "<stdin>:2:36"),
        (FRONT_MATTER, "<stdin>:5:18"),
    ],
    ids=["yaml", "json", "markdown"],
)
def test_standard_input(govrules, ruleset, rule, text, place):
    result = govrules("check", "-", "--no-bundled", "-r", ruleset(rule("plan", PLAN)), stdin=text)
    assert result.returncode == 1
    assert f"{place}  governance.crisis.plan: no" in result.stdout


@pytest.mark.parametrize("written", ["[NO]", "\n  - NO", "['NO']"])
def test_norway_is_a_market(govrules, write, ruleset, rule, written):
    rules = ruleset(rule("norway", PLAN, jurisdiction="NO"), rule("sweden", PLAN, jurisdiction="SE"))
    strategy = write("s.yaml", f"title: T\norganisation: {{name: O}}\nmarkets: {written}\n")
    result = govrules("check", strategy, "--no-bundled", "-r", rules, "--format", "json")
    report = json.loads(result.stdout)["reports"][0]
    assert list(report["rules"]) == ["norway"]
    assert report["coverage"]["jurisdictions"][0]["name"] == "Norway"


def test_a_channel_for_one_market_is_not_told_off_for_the_law_of_another(govrules, write, ruleset, rule):
    rules = ruleset(rule("us", {"archive.enabled": True}, jurisdiction="US", subject="channels"))
    channels = [
        {"name": "Here", "archive": {"enabled": False}},
        {"name": "There", "markets": ["AU"], "archive": {"enabled": False}},
    ]
    strategy = write("s.yaml", GOOD | {"markets": ["US", "AU"], "channels": channels})
    out = govrules("check", strategy, "--no-bundled", "-r", rules).stdout
    assert "Here falls short." in out
    assert "There falls short." not in out


def test_a_bundled_ruleset_and_one_of_ones_own_are_checked_together(govrules, write, ruleset, rule):
    rules = ruleset(rule("own-plan", PLAN), name="own/rules")
    result = govrules("check", write("s.yaml", says(False)), "-r", rules, "--format", "json")
    loaded = [loaded["id"] for loaded in json.loads(result.stdout)["reports"][0]["rulesets"]]
    assert loaded[-1] == "own/rules"
    assert len(loaded) > 1


def test_the_bundled_rules_answer_for_any_small_strategy(govrules, write):
    strategy = write("s.yaml", GOOD | {"organisation": {"name": "O", "sectors": ["bank"]}, "markets": ["US"]})
    result = govrules("check", strategy)
    assert result.returncode in (0, 1)
    assert result.stderr == ""
    assert "applicable rules" in " ".join(result.stdout.split())
    assert govrules("check", strategy, "--fail-on", "never").returncode == 0
