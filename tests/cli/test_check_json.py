# SPDX-License-Identifier: Apache-2.0
"""``govrules check --format json``: the form that is promised, and the same bytes wherever it runs."""

import hashlib
import json

import jsonschema
import pytest

from govrules.today import today

STRATEGY = """\
title: Größe
organisation: {name: O, sectors: [bank, casino]}
markets: [US, NO]
channels:
  - {name: A, platform: x, archive: {enabled: false}, handle: "日本"}
  - {name: B}
governance:
  crisis: {plan: true, last_drill: 2025-01-01}
business_case: {benefit_per_year: 1.5, cost_per_year: 3}
"""


@pytest.fixture
def varied(ruleset, rule):
    """Rules that bring every kind of verdict and of value."""
    return ruleset(
        rule("met", {"governance.crisis.plan": True}, praise="Well done"),
        rule("gap", {"archive.enabled": True}, subject="channels", severity="showstopper"),
        rule("day", {"governance.crisis.last_drill": {"within_days": 90}}, severity="minor"),
        rule("computed", {"business_case.net_benefit_per_year": {"at_least": 0}}, severity="advice"),
        rule("part", {"channels": {"every": {"platform": "x"}}}),
        rule("count", {"channels": {"count": {"at_least": 3}}}),
        rule("next", {"markets": {"includes": "GB"}}, source={"in_force": "2090-01-01", "url": "https://e.org"}),
        rule(
            "bank",
            {"author": {"given": True}},
            sectors=["bank"],
            jurisdiction="US",
            status={"kind": "draft", "note": "N"},
        ),
    )


def reports(result):
    assert result.returncode in (0, 1), result.stderr
    assert result.stderr == ""
    return json.loads(result.stdout)["reports"]


def test_each_report_has_the_form_of_its_schema(govrules, write, varied):
    schema = json.loads(govrules("schema", "report").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    strategy = write("s.yaml", STRATEGY)
    own = reports(govrules("check", strategy, "--no-bundled", "-r", varied, "--format", "json"))
    bundled = reports(govrules("check", strategy, write("t.yaml", STRATEGY), "--format", "json"))
    assert (len(own), len(bundled)) == (1, 2)
    assert {finding["verdict"] for finding in own[0]["findings"]} == {"gap", "unanswered", "upcoming"}
    for report in (*own, *bundled):
        validator.validate(report)
        assert set(report) == set(schema["definitions"]["Report"]["properties"])
    validator.validate({"reports": [*own, *bundled]})
    assert not validator.is_valid({"reports": [{}]})


def test_the_schema_refuses_what_is_no_report(govrules, write, varied):
    schema = json.loads(govrules("schema", "report").stdout)
    [report] = reports(govrules("check", write("s.yaml", STRATEGY), "--no-bundled", "-r", varied, "--format", "json"))
    report["findings"][0]["severity"] = "terrible"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema)


def test_the_same_bytes_wherever_it_runs(process, write, varied, tmp_path):
    write("s.yaml", STRATEGY)
    outputs = set()
    for index, settings in enumerate(
        (
            {},
            {"PYTHONHASHSEED": "0"},
            {"PYTHONHASHSEED": "12345"},
            {"TZ": "Pacific/Kiritimati"},
            {"TZ": "Etc/GMT+12"},
            {"LC_ALL": "C"},
            {"LC_ALL": "C.UTF-8"},
            {"PYTHONIOENCODING": "latin-1"},
            {"PYTHONIOENCODING": "ascii"},
            {"COLUMNS": "40"},
        )
    ):
        parent = tmp_path / f"parent{index}" / ("deeper" * (index % 2))
        for name in ("s.yaml", varied):
            (parent / name).parent.mkdir(parents=True, exist_ok=True)
            (parent / name).write_bytes((tmp_path / name).read_bytes())
        arguments = "check", "s.yaml", "--no-bundled", "-r", varied, "--format", "json", "--as-of", "2026-11-23"
        outputs.add(process(*arguments, cwd=parent, **settings).stdout)
    assert len(outputs) == 1
    assert "日本" in outputs.pop()


def test_the_bundled_rules_give_the_same_bytes(process, write):
    arguments = "check", write("s.yaml", STRATEGY), "--format", "json", "--as-of", "2026-11-23"
    assert len({process(*arguments, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}) == 1


def test_the_text_is_the_same_wherever_it_runs(process, write, varied):
    arguments = "check", write("s.yaml", STRATEGY), "--no-bundled", "-r", varied, "--as-of", "2020-01-01"
    settings = ({"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "7", "LC_ALL": "C"}, {"TZ": "Pacific/Kiritimati"})
    assert len({process(*arguments, **chosen).stdout for chosen in settings}) == 1


def test_a_report_carries_the_day_and_the_digests(govrules, write, varied, tmp_path):
    def digest(name):
        return "sha256:" + hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()

    strategy = write("s.yaml", STRATEGY)
    arguments = "check", strategy, "--no-bundled", "-r", varied, "--format", "json"
    [report] = reports(govrules(*arguments))
    assert report["as_of"] == today().isoformat()
    assert report["file"] == "s.yaml"
    assert report["digest"] == digest("s.yaml")
    assert [loaded["digest"] for loaded in report["rulesets"]] == [digest(varied)]
    assert [loaded["version"] for loaded in report["rulesets"]] == ["1.0"]
    [other_day] = reports(govrules(*arguments, "--as-of", "2025-02-03"))
    assert other_day["as_of"] == "2025-02-03"
    write("s.yaml", STRATEGY + "# a comment\n")
    [changed] = reports(govrules(*arguments))
    assert changed["digest"] == digest("s.yaml") != report["digest"]


def test_a_finding_has_its_place_its_value_and_its_rule(govrules, write, varied):
    arguments = "--no-bundled", "-r", varied, "--format", "json", "--select", "gap"
    [report] = reports(govrules("check", write("s.yaml", STRATEGY), *arguments))
    gap, unanswered = report["findings"]
    assert (gap["verdict"], gap["severity"], gap["subject"], gap["pointer"]) == (
        "gap",
        "showstopper",
        "A",
        "/channels/0",
    )
    [evidence] = gap["evidence"]
    assert evidence == {
        "field": "channels[1].archive.enabled",
        "pointer": "/channels/0/archive/enabled",
        "question": "Is what is published and received on the channel archived?",
        "unit": None,
        "value": False,
        "stated": True,
        "location": {
            "file": "s.yaml",
            "line": 5,
            "column": STRATEGY.splitlines()[4].index("false") + 1,
            "end_line": 5,
            "end_column": STRATEGY.splitlines()[4].index("false") + 6,
            "text": STRATEGY.splitlines()[4],
            "text_from": 1,
        },
        "passages": [],
    }
    assert (unanswered["verdict"], unanswered["subject"]) == ("unanswered", "B")
    assert unanswered["evidence"][0]["stated"] is False
    assert unanswered["evidence"][0]["location"]["line"] == 6
    assert set(report["rules"]) == {"gap"}
    assert report["rules"]["gap"]["source"]["citation"] == "Code, gap"


def test_the_exit_code_is_that_of_the_text(govrules, write, varied):
    strategy = write("s.yaml", STRATEGY)
    for options in ((), ("--fail-on", "never"), ("--select", "met"), ("--select", "day", "--fail-on", "minor")):
        arguments = "check", strategy, "--no-bundled", "-r", varied, *options
        assert govrules(*arguments).returncode == govrules(*arguments, "--format", "json").returncode
