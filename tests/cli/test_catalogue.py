# SPDX-License-Identifier: Apache-2.0
"""``govrules rules``, ``explain`` and ``schema``, help and shell completion."""

import json

import pytest
from bundled import EACH_RULESET, bundled

from govrules.version import VERSION

BUNDLED = bundled()


@pytest.fixture
def catalogue(ruleset, rule):
    return ruleset(
        rule("us-bank", {"author": {"given": True}}, sectors=["bank"], jurisdiction="US", severity="showstopper"),
        rule("ca-any", {"author": {"given": True}}, jurisdiction="US-CA"),
        rule("de-firm", {"author": {"given": True}}, sectors=["investment-firm"], jurisdiction="DE", severity="minor"),
        rule("any-any", {"author": {"given": True}}, severity="advice", title="Title [bold]of[/bold] \u202eany"),
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["us-bank", "ca-any", "de-firm", "any-any"]),
        (("us-*",), ["us-bank"]),
        (("us-bank", "*-any"), ["us-bank", "ca-any", "any-any"]),
        (("test/small",), ["us-bank", "ca-any", "de-firm", "any-any"]),
        (("--sector", "bank"), ["us-bank", "ca-any", "any-any"]),
        (("--sector", "financial-services"), ["us-bank", "ca-any", "de-firm", "any-any"]),
        (("--sector", "broker-dealer"), ["ca-any", "de-firm", "any-any"]),
        (("--market", "US"), ["us-bank", "ca-any", "any-any"]),
        (("--market", "us-ca"), ["us-bank", "ca-any", "any-any"]),
        (("--market", "US-NY"), ["us-bank", "any-any"]),
        (("--market", "EU"), ["de-firm", "any-any"]),
        (("--market", "DE", "--market", "US-CA"), ["us-bank", "ca-any", "de-firm", "any-any"]),
        (("--market", "FJ"), ["any-any"]),
        (("--sector", "bank", "--market", "DE"), ["any-any"]),
        (("--severity", "advice"), ["any-any"]),
        (("--severity", "minor", "--severity", "showstopper"), ["us-bank", "de-firm"]),
        (("*-any", "--severity", "major", "--market", "US"), ["ca-any"]),
    ],
)
def test_rules_are_filtered(govrules, catalogue, options, found):
    result = govrules("rules", *options, "--no-bundled", "-r", catalogue, "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    assert [record["id"] for record in json.loads(result.stdout)["rules"]] == found
    text = govrules("rules", *options, "--no-bundled", "-r", catalogue)
    listed = [line.split()[0] for line in text.stdout.split("\n\n")[0].splitlines()[1:]]
    assert listed == found
    stoppers = sum(name == "us-bank" for name in found)
    counted = "1 rule" if len(found) == 1 else f"{len(found)} rules"
    assert f"{counted}, {stoppers or 'none'} of which could ever stop a launch." in text.stdout


def test_a_rule_in_json_has_its_source_and_cure(govrules, catalogue):
    out = govrules("rules", "us-bank", "--no-bundled", "-r", catalogue, "--format", "json").stdout
    [record] = json.loads(out)["rules"]
    assert record["source"]["citation"] == "Code, us-bank"
    assert record["remedy"] == {"do": "Cure us-bank.", "owner": "legal", "effort": "days"}
    assert (record["ruleset"], record["severity"], record["sectors"]) == ("test/small", "showstopper", ["bank"])


def test_titles_are_shown_without_markup_and_controls(govrules, catalogue):
    for arguments in (("rules", "any-any"), ("explain", "any-any")):
        out = govrules(*arguments, "--no-bundled", "-r", catalogue).stdout
        assert "Title [bold]of[/bold] \\u202eany" in out
        assert "\u202e" not in out
    listed = govrules("rules", "any-any", "--no-bundled", "-r", catalogue, "--format", "json").stdout
    assert "\u202e" not in listed
    assert json.loads(listed)["rules"][0]["title"] == "Title [bold]of[/bold] \u202eany"


def test_a_filter_that_leaves_no_rule_is_wrong(govrules, catalogue):
    for options in (("--severity", "minor", "--market", "US"), ("us-bank", "--market", "FJ")):
        result = govrules("rules", *options, "--no-bundled", "-r", catalogue)
        assert (result.returncode, result.stdout) == (2, "")
        assert "no loaded rule fits" in result.stderr


def test_an_unknown_rule_to_list(govrules, catalogue):
    result = govrules("rules", "us-bnak", "--no-bundled", "-r", catalogue)
    assert (result.returncode, result.stdout) == (2, "")
    assert "did you mean 'us-bank'?" in result.stderr


def test_the_sectors_are_listed_as_a_tree(govrules):
    lines = govrules("rules", "--sectors").stdout.splitlines()
    assert "  bank: Bank" in lines
    assert lines.index("financial-services: Financial services") < lines.index("  bank: Bank")


def test_the_bundled_rules_are_listed(govrules):
    listed = json.loads(govrules("rules", "--format", "json").stdout)["rules"]
    assert [record["id"] for record in listed] == list(BUNDLED.rules)
    text = govrules("rules", COLUMNS="60").stdout
    assert max(map(len, text.splitlines())) <= 60
    assert f"{len(listed):,} rules" in text


FULL = {
    "when": {"any": [{"visibility": "public"}, {"is": "seen"}]},
    "subject": "channels",
    "severity": "minor",
    "basis": "required",
    "jurisdiction": "US",
    "nexus": ["audience", "listing"],
    "sectors": ["bank", "insurer"],
    "source": {"in_force": "2013-02-04", "until": "2030-01-01", "url": "https://example.org/rule", "prohibition": True},
    "status": {"kind": "contested", "note": "A court looks at it.", "look_again": "2027-06-01"},
    "parameters": {"years": {"value": 3, "unit": "years", "source": "house rule"}},
    "outdated_view": "Everything is forbidden.",
    "current_position": "Hardly anything is.",
    "note": "Mind the gap.",
    "examples": {"met": {"channels": [{"name": "Sunny"}]}, "gap": {"channels": [{"name": "Rainy"}]}},
}


def test_a_rule_is_explained_in_full(govrules, ruleset, rule):
    seen = {"id": "seen", "title": "Seen", "subject": "channels", "when": {"visibility": "followers"}}
    rules = ruleset(rule("full", {"archive.years": {"at_least": "$years"}}, **FULL), concepts=[seen])
    result = govrules("explain", "full", "--no-bundled", "-r", rules)
    assert (result.returncode, result.stderr) == (0, "")
    for said in (
        "Title of full",
        "full · test/small · minor",
        "Binds: Bank, Insurer; United States, by audience or listing",
        "Source: Code, full · Authority · statute · https://example.org/rule",
        "In force: since 2013-02-04, until 2030-01-01",
        "Confidence: unverified: not confirmed; read the source before you rely on it",
        "Outright prohibition: no control cures it",
        "Not settled: Contested: A court looks at it. Due for review on 2027-06-01.",
        "Looks at: channels",
        "visibility: public",
        "at_least: $years",
        "$years: 3 years: house rule",
        "Cure: Cure full. (usually legal; estimated effort: days)",
        "Outdated view: Everything is forbidden.",
        "Current position: Hardly anything is.",
        "Note: Mind the gap.",
        "Example: met",
        "- name: Sunny",
        "- name: Rainy",
    ):
        assert said in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("asked", "hint"), [("ful", "did you mean 'full'?"), ("zzzzzz", "`govrules rules` lists them"), ("", "lists them")]
)
def test_an_unknown_rule_to_explain(govrules, ruleset, rule, asked, hint):
    rules = ruleset(rule("full", {"author": {"given": True}}))
    result = govrules("explain", asked, "--no-bundled", "-r", rules)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"there is no rule '{asked}'" in result.stderr
    assert hint in result.stderr


@pytest.mark.parametrize("ruleset", EACH_RULESET)
def test_every_bundled_rule_can_be_explained(govrules, monkeypatch, ruleset):
    monkeypatch.setattr("govrules.cli.options.Chosen.load", lambda *_: BUNDLED)
    for rule in ruleset.rules:
        result = govrules("explain", rule.id, COLUMNS="200")
        assert (result.returncode, result.stderr) == (0, "")
        said = " ".join(result.stdout.split())
        assert f"{rule.id} · {rule.ruleset} · {rule.severity}" in said
        assert " ".join(rule.text.source.citation.split()) in said
        assert " ".join(rule.text.remedy.do.split()) in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script(govrules, shell):
    result = govrules(_GOVRULES_COMPLETE=f"{shell}_source")
    assert result.returncode == 0
    assert "_GOVRULES_COMPLETE" in result.stdout
    assert "govrules" in result.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("govrules ch", "check"),
        ("govrules check --fail", "--fail-on"),
        ("govrules check --fail-on sh", "showstopper"),
        ("govrules init --sector broker", "broker-dealer"),
        ("govrules schema re", "report"),
    ],
)
def test_words_are_completed(govrules, words, offered):
    position = str(len(words.split()) - 1)
    result = govrules(_GOVRULES_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=position)
    assert offered in [line.partition(",")[2] for line in result.stdout.splitlines()]


def test_version_and_help(govrules):
    assert govrules("--version").stdout == f"govrules, version {VERSION}\n"
    for command in ("check", "init", "rules", "explain", "schema"):
        assert command in govrules("--help").stdout
        result = govrules(command, "-h")
        assert result.returncode == 0
        assert result.stdout.startswith(f"Usage: govrules {command}")
