# SPDX-License-Identifier: Apache-2.0
"""SARIF, as the official schema, Microsoft's validator and GitHub's code scanning take it."""

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from channels import things
from consumers import sarif_complaints
from npm_packages import npm_package

from govrules import check
from govrules.output import sarif

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LEVELS = {"showstopper": "error", "major": "error", "minor": "warning", "advice": "note"}


@pytest.fixture(scope="module")
def examples():
    return [check(os.path.relpath(path)) for path in EXAMPLES]


@pytest.fixture
def run(reports):
    return json.loads(sarif.render(reports))["runs"][0]


def results(*reports):
    return json.loads(sarif.render(reports))["runs"][0]["results"]


SOME_AND_ALL = pytest.mark.parametrize("written", ["reports", pytest.param("examples", marks=pytest.mark.long)])


@SOME_AND_ALL
def test_the_official_schema_takes_it(request, written):
    schema = json.loads(npm_package("@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json").read_text())
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    for reports in (request.getfixturevalue(written), []):
        assert list(validator.iter_errors(json.loads(sarif.render(reports)))) == []


@SOME_AND_ALL
def test_microsofts_validator_has_no_complaint(request, written, tmp_path):
    path = tmp_path / "written.sarif"
    path.write_text(sarif.render(request.getfixturevalue(written)))
    assert sarif_complaints(path) == []


def test_microsofts_validator_would_complain(reports, tmp_path):
    log = json.loads(sarif.render(reports))
    del log["runs"][0]["tool"]["driver"]["rules"][0]["help"]
    path = tmp_path / "bad.sarif"
    path.write_text(json.dumps(log))
    assert [code for code, _ in sarif_complaints(path)] == ["GH2012"]


def test_each_finding_but_the_waived_is_a_result_on_one_line(run, reports):
    assert len(run["results"]) == len(things(*reports)) > 0
    for result in run["results"]:
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] == region["endLine"] >= 1
        assert region["endColumn"] >= region["startColumn"] >= 1
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_levels_and_kinds(run):
    for result in run["results"]:
        verdict, severity = result["properties"]["verdict"], result["properties"]["severity"]
        expected = {
            "gap": ("fail", LEVELS[severity]),
            "unanswered": ("open", "none"),
            "upcoming": ("fail", "note"),
        }
        assert (result["kind"], result["level"]) == expected[verdict]
    assert {result["properties"]["verdict"] for result in run["results"]} == {"gap", "unanswered", "upcoming"}


def test_paths_are_relative_uris(run, reports):
    uris = {it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for it in run["results"]}
    assert {unquote(uri) for uri in uris} == {report.file for report in reports if report.findings}
    for uri in uris:
        assert uri.isascii()
        assert not urlsplit(uri).scheme


def test_an_absolute_path_below_the_working_directory_becomes_relative(named, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    [result, *_] = results(named("A", file=str(tmp_path / "a" / "s.yaml")))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a/s.yaml"


def test_rules_say_what_github_shows(run):
    rules = run["tool"]["driver"]["rules"]
    assert rules
    for rule in rules:
        assert len(rule["name"]) <= 255
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 10
        about_waivers = "govrules/waivers" in rule["properties"]["tags"]
        label = "Instead" if rule["properties"]["severity"] == "showstopper" else "Cure"
        cure = "[A-Z]" if about_waivers else "Cure"
        assert re.search(f"{label}: {cure}", rule["help"]["text"])
        assert re.search(rf"\*\*{label}:\*\* {cure}", rule["help"]["markdown"])
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert "security-severity" not in rule["properties"]


def test_only_a_secure_page_is_a_help_uri_and_every_page_is_in_the_markdown(run):
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["zz-stop"]["helpUri"] == "https://example.org/a%20b?c=(d)&e"
    assert "https://example.org/a%20b" in rules["zz-stop"]["help"]["markdown"]
    assert "helpUri" not in rules["zz-major"]
    assert "(<http://example.org/plain>)" in rules["zz-major"]["help"]["markdown"]
    assert "helpUri" not in rules["zz-minor"]


def test_fingerprints_stay_when_lines_move(judged):
    text = """\
title: T
organisation: {name: O}
channels:
  - {name: A, platform: x, visibility: public, archive: {enabled: false}}
  - {name: B, platform: x, visibility: public, archive: {enabled: false}}
"""
    moved = text.replace("title", "# A comment\n\ntitle").replace("  - {name: A", "\n\n  - {name: A")
    before, after = results(judged(text)), results(judged(moved))

    def hashes(found):
        return [it["partialFingerprints"]["primaryLocationLineHash"] for it in found]

    def lines(found):
        return [it["locations"][0]["physicalLocation"]["region"]["startLine"] for it in found]

    assert hashes(before) == hashes(after)
    assert all(one < other for one, other in zip(lines(before), lines(after), strict=True))


def test_fingerprints_tell_findings_and_files_apart(named):
    same = ("A", "A", "B")
    found = results(named(*same, file="one.yaml"), named(*same, file="two.yaml"))
    hashes = [it["partialFingerprints"]["primaryLocationLineHash"] for it in found]
    assert len(set(hashes)) == len(hashes) > 0


def test_no_more_results_than_github_keeps_the_worst_first_and_the_rest_is_told(named):
    report = named("A")
    [run] = json.loads(sarif.render([report] * (5000 // len(things(report)) + 1)))["runs"]
    assert len(run["results"]) == 5000
    assert run["results"][0]["properties"]["severity"] == "showstopper"
    gaps = [it["properties"] for it in run["results"] if it["properties"]["verdict"] == "gap"]
    ranks = [list(LEVELS).index(gap["severity"]) for gap in gaps]
    assert ranks == sorted(ranks)
    [told] = run["invocations"][0]["toolExecutionNotifications"]
    assert "left out" in told["message"]["text"]


def test_other_places_are_related_ones(run):
    several = [it for it in run["results"] if it["ruleId"] == "zz-several"]
    assert several
    for result in several:
        channels = len(result["properties"]["pointers"])
        assert [it["id"] for it in result["relatedLocations"]] == list(range(1, 2 * channels))


def test_a_text_makes_no_link(run):
    shown = [result["message"]["text"] for result in run["results"]]
    assert any("evil.example" in text for text in shown)
    assert not [text for text in shown if "](" in text]


def test_uploads_have_a_category(run):
    assert run["automationDetails"]["id"] == "govrules/2026-11-23"


def test_no_report_is_an_empty_run():
    [run] = json.loads(sarif.render([]))["runs"]
    assert run["results"] == []
