# SPDX-License-Identifier: Apache-2.0
"""What an author of rulesets sees: lint, test, explain --why, new, lock, and rulesets that extend rulesets."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from command_line import Run

Write = Callable[..., Path]

RULESET = """\
ruleset: acme/social
title: "Acme: social media"
version: 2026.11.0
reviewed: 2026-11-01
rules:
  - id: us-answered-in-time
    title: Comments are answered in time
    severity: major
    basis: required
    jurisdiction: US
    source:
      {citation: Acme 1, authority: Acme, kind: house-practice, in_force: 2020-01-01, confidence: primary-verified}
    parameters: {hours: {value: 24, unit: hours, source: Acme}}
    subject: channels
    when: {visibility: {one_of: [public, followers]}}
    require: {any: [{moderation.response_hours: {at_most: $hours}}, {moderation.open_to_comments: false}]}
    finding: "{name}: comments are not answered within {hours} hours."
    remedy: {do: Staff the inbox., owner: social-team, effort: days}
    examples:
      met: {channels: [{name: Page, visibility: public, moderation: {response_hours: 4}}]}
      gap: {channels: [{name: Page, visibility: public, moderation: {response_hours: 48, open_to_comments: true}}]}
      not-applicable: {channels: [{name: Page, visibility: private}]}
"""
ORGANISATION = """\
ruleset: bolt/social
title: "Bolt: social media"
version: 2026.11.0
reviewed: 2026-11-01
extends: [acme.yaml]
changes:
  - {rule: us-answered-in-time, severity: minor, parameters: {hours: 72}, reason: Our customers write at weekends}
"""
STRATEGY = """\
title: Plan
organisation: {name: Bolt, sectors: [retail]}
markets: [US]
channels:
  - name: Page
    visibility: public
    moderation: {response_hours: 48, open_to_comments: true}
"""


@pytest.fixture(autouse=True)
def files(write: Write) -> None:
    write("acme.yaml", RULESET)
    write("bolt.yaml", ORGANISATION)
    write("plan.yaml", STRATEGY)


def test_a_sound_ruleset_passes_lint_and_test(govrules: Run) -> None:
    linted, tested = govrules("lint", "acme.yaml"), govrules("test", "acme.yaml")
    assert (linted.returncode, linted.stdout) == (0, "0 faults in 1 ruleset.\n")
    assert tested.returncode == 0
    assert tested.stdout.startswith("1 rule, 3 examples, 0 failed; coverage ")


def test_a_failed_example_says_why_in_every_part(govrules: Run, write: Write) -> None:
    write("acme.yaml", RULESET.replace("response_hours: 4}", "response_hours: 30}"))
    tested = govrules("test", "acme.yaml")
    assert tested.returncode == 1
    assert "acme.yaml:20:12: us-answered-in-time: expected met, got unanswered" in tested.stdout
    assert "[false] moderation.response_hours at_most 24: 30" in tested.stdout
    assert "[unknown] moderation.open_to_comments: false: not stated" in tested.stdout


def test_what_no_example_reaches_is_listed_and_can_fail(govrules: Run) -> None:
    tested = govrules("test", "acme.yaml", "--show-unreached", "--min-coverage", "90")
    assert "no example states visibility as followers (one_of)" in tested.stdout
    assert "no example is decided by branch 2 of `any`" in tested.stdout
    assert tested.returncode == 1
    assert "below the 90% that is asked for" in tested.stderr
    # met, gap, not-applicable, two branches and two values: five of seven are reached.
    assert "coverage 71.4%" in tested.stdout


def test_test_results_as_junit_and_json(govrules: Run, write: Write) -> None:
    write("acme.yaml", RULESET.replace("response_hours: 4}", "response_hours: 30}"))
    suite = ElementTree.fromstring(govrules("test", "acme.yaml", "--format", "junit").stdout)[0]
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("acme/social", "3", "1")
    failure = suite[0][0]
    assert failure.get("message") == "expected met, got unanswered"
    assert "[false] moderation.response_hours at_most 24: 30" in str(failure.text)
    data = json.loads(govrules("test", "acme.yaml", "--format", "json").stdout)
    assert [example["passed"] for example in data["rules"][0]["examples"]] == [False, True, True]


def test_an_example_that_is_no_strategy_fails_with_its_place(govrules: Run, write: Write) -> None:
    write("acme.yaml", RULESET.replace("visibility: private", "visibilty: private"))
    tested = govrules("test", "acme.yaml")
    assert tested.returncode == 1
    assert "acme.yaml:22:" in tested.stdout and "did you mean 'visibility'?" in tested.stdout


def test_a_missing_ruleset_is_wrong_input_for_lint_and_test(govrules: Run) -> None:
    for command in ("lint", "test"):
        ran = govrules(command, "nowhere.yaml")
        assert ran.returncode == 2
        assert "there is no such file" in ran.stderr


def test_why_says_what_was_looked_at_what_was_found_where_and_what_would_change_it(govrules: Run) -> None:
    ran = govrules("explain", "--why", "plan.yaml", "us-answered-in-time", "Page", "-r", "acme.yaml", "--no-bundled")
    assert ran.returncode == 0
    assert "\nPage falls short.\n" in ran.stdout
    applies, _, found = ran.stdout.partition("  What falls short:\n")
    assert "  Why it applies:\n" in applies
    assert (
        "(channels[1].visibility) The document says public (plan.yaml:6:17). The rule looks for one of public, "
        in applies
    )
    assert (
        "(channels[1].moderation.response_hours) The document says 48 (plan.yaml:7:34). The rule looks for at most 24."
        in found
    )
    assert ran.stdout.endswith(
        "  What would change the answer; one of these is enough:\n"
        "    - channels[1].moderation.response_hours: at most 24\n"
        "    - channels[1].moderation.open_to_comments: no\n"
    )


def test_why_never_says_that_a_document_states_what_only_counts_where_it_is_silent(govrules: Run, write: Write) -> None:
    write("kind.yaml", RULESET.replace("when: {visibility", "when: {strategy.document: campaign, visibility"))
    ran = govrules("explain", "--why", "plan.yaml", "us-answered-in-time", "-r", "kind.yaml", "--no-bundled")
    assert "The document does not say, and so strategy counts." in " ".join(ran.stdout.split())
    assert "The document says strategy" not in ran.stdout


def test_why_of_an_unknown_subject_names_those_that_are_there(govrules: Run) -> None:
    ran = govrules("explain", "--why", "plan.yaml", "us-answered-in-time", "Pagee", "-r", "acme.yaml", "--no-bundled")
    assert ran.returncode == 2
    assert "did you mean 'Page'?" in ran.stderr


def test_a_changed_rule_shows_both_values_and_the_reason(govrules: Run) -> None:
    own = govrules("check", "plan.yaml", "--no-bundled", "-r", "acme.yaml")
    assert own.returncode == 1 and "Yes, once one thing is done (days)." in own.stdout
    changed = govrules("check", "plan.yaml", "--no-bundled", "-r", "bolt.yaml", "--format", "json", "--allow-uncovered")
    report = json.loads(changed.stdout)["reports"][0]
    assert changed.returncode == 0
    assert report["summary"]["met"] == 1  # 48 hours are within the 72 that Bolt allows
    changes = report["rules"]["us-answered-in-time"]["changes"]
    assert [(change["what"], change["was"], change["now"]) for change in changes] == [
        ("severity", "major", "minor"),
        ("hours", "24 hours", "72 hours"),
    ]
    assert changes[0]["reason"] == "Our customers write at weekends"


def test_a_rule_switched_off_is_told_with_its_reason(govrules: Run, write: Write) -> None:
    off = "  - {rule: us-answered-in-time, off: true, reason: We have no comments}\n"
    write(
        "bolt.yaml",
        ORGANISATION.split("  - {rule")[0]
        + off
        + "rules:\n"
        + RULESET.split("rules:\n")[1].replace("us-answered-in-time", "us-own-rule"),
    )
    ran = govrules("check", "plan.yaml", "--no-bundled", "-r", "bolt.yaml")
    assert "(us-answered-in-time): We have no comments" in " ".join(ran.stdout.split())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("{rule: us-answered-in-time, severity: minor}", "'changes[1].reason' is missing"),
        ("{rule: us-answered, severity: minor, reason: R}", "there is no rule 'us-answered' to change"),
        ("{rule: us-answered-in-time, parameters: {days: 3}, reason: R}", "has no parameter 'days'"),
        ("{rule: us-answered-in-time, reason: R}", "nothing is changed about"),
    ],
)
def test_a_wrong_change_is_refused(govrules: Run, write: Write, change: str, message: str) -> None:
    write("bolt.yaml", ORGANISATION.split("  - {rule")[0] + f"  - {change}\n")
    ran = govrules("check", "plan.yaml", "--no-bundled", "-r", "bolt.yaml")
    assert ran.returncode == 2
    assert message in ran.stderr


def test_a_prohibition_can_be_neither_lowered_nor_switched_off(govrules: Run, write: Write) -> None:
    write("acme.yaml", RULESET.replace("in_force: 2020", "prohibition: true, in_force: 2020"))
    for change in ("severity: advice", "off: true"):
        write(
            "bolt.yaml",
            ORGANISATION.split("  - {rule")[0] + f"  - {{rule: us-answered-in-time, {change}, reason: R}}\n",
        )
        ran = govrules("check", "plan.yaml", "--no-bundled", "-r", "bolt.yaml")
        assert ran.returncode == 2
        assert "is an outright prohibition" in ran.stderr


def test_own_sectors_and_concepts(govrules: Run, write: Write) -> None:
    own = (
        ORGANISATION.split("changes:")[0]
        + (
            "sectors: [{id: neobank, title: Neobank, parent: bank}]\n"
            "concepts: [{id: us-open-page, title: Open, subject: channels, when: {visibility: public}}]\nrules:\n"
        )
        + RULESET.split("rules:\n")[1]
        .replace("us-answered-in-time", "us-neobank-answers")
        .replace("jurisdiction: US", "jurisdiction: US\n    sectors: [neobank]")
        .replace("{visibility: {one_of: [public, followers]}}", "{is: us-open-page}")
    )
    write("bolt.yaml", own)
    write("plan.yaml", STRATEGY.replace("[retail]", "[neobank]"))
    assert govrules("lint", "bolt.yaml").returncode == 0
    ran = govrules("check", "plan.yaml", "--no-bundled", "-r", "bolt.yaml", "--select", "us-neobank-answers")
    assert "Yes, once one thing is done (days)." in ran.stdout
    bundled_too = govrules("check", "plan.yaml", "-r", "bolt.yaml", "--fail-on", "never")
    assert "Neobank" in bundled_too.stdout and "finance/us" in bundled_too.stdout


def test_the_old_and_the_new_text_of_a_law_stand_side_by_side(govrules: Run, write: Write) -> None:
    old = RULESET.replace("in_force: 2020-01-01", "in_force: 2020-01-01, until: 2026-12-31")
    new = (
        RULESET.split("rules:\n")[1]
        .replace("us-answered-in-time", "us-answered-in-time-2027")
        .replace("in_force: 2020-01-01", "in_force: 2027-01-01")
    )
    write("acme.yaml", old + new)
    assert govrules("lint", "acme.yaml", "--as-of", "2026-11-23").returncode == 0
    for day, bound, verdict in (
        ("2026-11-23", "us-answered-in-time", "gap"),
        ("2027-02-01", "us-answered-in-time-2027", "gap"),
    ):
        ran = govrules("check", "plan.yaml", "--no-bundled", "-r", "acme.yaml", "--format", "json", "--as-of", day)
        findings = {one["rule"]: one["verdict"] for one in json.loads(ran.stdout)["reports"][0]["findings"]}
        assert findings[bound] == verdict
        assert findings.get("us-answered-in-time-2027" if "2026" in day else "us-answered-in-time") in (
            "upcoming",
            None,
        )


def test_a_lock_pins_what_is_loaded(govrules: Run, write: Write, tmp_path: Path) -> None:
    assert govrules("lock", "-r", "acme.yaml", "--no-bundled").returncode == 0
    locked = json.loads((tmp_path / "govrules.lock").read_text())["rulesets"]
    assert list(locked) == ["acme/social"] and locked["acme/social"]["digest"].startswith("sha256:")
    check = ("check", "plan.yaml", "--no-bundled", "-r", "acme.yaml", "--lock", "govrules.lock", "--fail-on", "never")
    assert govrules(*check).returncode == 0
    write("acme.yaml", RULESET.replace("value: 24", "value: 25"))
    refused = govrules(*check)
    assert refused.returncode == 2
    assert "'acme/social' is not what was locked" in refused.stderr


def test_a_scaffold_passes_lint_once_its_blanks_are_filled(govrules: Run, tmp_path: Path) -> None:
    assert govrules("new", "ruleset", "acme/news", "--market", "US", "--sector", "bank").returncode == 0
    path = tmp_path / "news.yaml"
    blank = govrules("lint", "news.yaml")
    assert blank.returncode == 1 and "GR115" in blank.stdout
    path.write_text(path.read_text().replace("TODO: ", ""))
    assert govrules("lint", "news.yaml").returncode == 0
    assert govrules("test", "news.yaml", "--min-coverage", "100").returncode == 0
    again = govrules("new", "ruleset", "acme/news")
    assert again.returncode == 2 and "already exists" in again.stderr


def test_each_choice_that_a_requirement_reads_is_decided_or_named_with_a_reason(govrules: Run, write: Write) -> None:
    asked = RULESET.replace(
        "require: {any: [{moderation.response_hours: {at_most: $hours}}", "require: {any: [{PATH: X}"
    )
    asked = asked.replace("{moderation.open_to_comments: false}", "{moderation.response_hours: {at_most: $hours}}")
    asked = asked.replace("{PATH: X}", "{accessibility.captions: human-checked}")
    missing = [f"accessibility.captions: {choice}" for choice in ("human-checked", "automatic", "none")]
    write("asked.yaml", asked)
    for choice in missing:
        assert f"no example decides {choice}" in govrules("test", "asked.yaml", "--show-unreached").stdout
    reason = "Captions do not bear on it"
    undecided = f"undecided: [{{field: accessibility.captions, choices: [human-checked, automatic], reason: {reason}}}]"
    write("named.yaml", asked + f"    {undecided}\n")
    shown = govrules("test", "named.yaml", "--show-unreached").stdout
    assert f"no example decides {missing[0]}" not in shown
    assert f"no example decides {missing[2]}" in shown


def test_a_failed_example_is_called_what_it_shows(govrules: Run, write: Write) -> None:
    write("shown.yaml", RULESET.replace("gap: {channels", "gap: {shows: Slow answers, channels").replace(": 48", ": 4"))
    tested = govrules("test", "shown.yaml")
    assert tested.returncode == 1
    assert "expected gap (Slow answers), got met" in tested.stdout
    write("wrong.yaml", RULESET.replace("gap: {channels", "gap: {shows: [Slow], channels"))
    assert "`shows` takes text" in govrules("test", "wrong.yaml").stdout
