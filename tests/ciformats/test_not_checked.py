# SPDX-License-Identifier: Apache-2.0
"""What no loaded rule is about is a finding of its own in every format of a CI service, and fails the check."""

import dataclasses
import json

import junitparser
import pytest
from command_line import called

from govrules.assessment.terms import Terms
from govrules.assessment.threshold import failing, fails, uncovered
from govrules.output import azure, github, gitlab, in_toto, jsonl, junit, sarif, tap

FIJI = "Fiji (FJ, market): no loaded rule speaks about its law. Nothing was checked against it."


@pytest.fixture
def report(judged):
    """Of a strategy that reaches a market without rules."""
    text = "title: T\norganisation: {name: O, sectors: []}\nmarkets: [FJ]\nchannels: []\n"
    text += "governance: {crisis: {plan: true}}\n"

    def judge(**terms):
        return dataclasses.replace(judged(text), terms=Terms(fail_on="showstopper", allow_unanswered=True, **terms))

    return judge


def test_it_fails_the_check_unless_that_is_allowed(report):
    assert failing(report()) == []
    assert fails(report())
    assert [one.code for one in uncovered(report())] == ["FJ"]
    assert not fails(report(allow_uncovered=True))
    assert not fails(dataclasses.replace(report(), terms=Terms(fail_on="never")))


@pytest.mark.parametrize("format_", [github, azure])
def test_logs_annotate_the_line_that_names_it_before_all_else(report, format_):
    first = format_.render([report()]).splitlines()[0]
    assert "error" in first
    assert "not-checked" in first
    assert FIJI in first
    assert "line=3" in first or "linenumber=3" in first
    assert "error" not in format_.render([report(allow_uncovered=True)]).splitlines()[0]


def test_sarif_has_a_result_and_the_rule_for_it(report):
    [run] = json.loads(sarif.render([report()]))["runs"]
    result = run["results"][0]
    assert (result["ruleId"], result["level"], result["kind"]) == ("not-checked", "error", "fail")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "not-checked"
    [run] = json.loads(sarif.render([report(allow_uncovered=True)]))["runs"]
    assert run["results"][0]["level"] == "note"


def test_junit_and_tap_have_a_case_that_fails_or_says_why_it_does_not(report):
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report()]).encode())
    first = next(iter(suite))
    assert first.name == "not-checked: Fiji"
    assert suite.failures == 1
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report(allow_uncovered=True)]).encode())
    assert suite.failures == 0
    assert next(iter(suite)).result[0].message == "not checked, for which the check does not fail"
    assert "not ok 1 - plans/s.yaml: not-checked: Fiji" in tap.render([report()])
    assert "not-checked: Fiji # TODO not checked" in tap.render([report(allow_uncovered=True)])


def test_gitlab_json_lines_and_in_toto_tell_of_it_too(report):
    assert json.loads(gitlab.render([report()]))[0]["check_name"] == "not-checked"
    first = json.loads(jsonl.render([report()]).splitlines()[0])
    assert (first["rule"], first["subjects"], first["line"]) == ("not-checked", ["Fiji"], 3)
    predicate = json.loads(in_toto.statement(report()))["predicate"]
    assert "not-checked" in predicate["failedTests"]
    assert predicate["result"] == "FAILED"
    assert "not-checked" in json.loads(in_toto.statement(report(allow_uncovered=True)))["predicate"]["warnedTests"]


def test_marks_stay_and_are_unique(judged):
    text = "title: T\norganisation: {name: O, sectors: []}\n%smarkets: [FJ, NO]\n"
    before, after = judged(text % ""), judged(text % "# A remark.\n")
    marks = [[json.loads(line)["fingerprint"] for line in jsonl.render([one]).splitlines()] for one in (before, after)]
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == len(marks[0])


def test_what_is_named_passes_and_all_else_still_fails(judged):
    text = "title: T\norganisation: {name: O, sectors: [e-commerce, software]}\nmarkets: [FJ]\n"
    report = judged(text)

    def left(*names):
        allowed = dataclasses.replace(report, terms=Terms(allow_uncovered=names))
        return [one.code for one in uncovered(allowed)]

    assert left() == ["FJ", "e-commerce", "software"]
    assert left("retail", "FJ") == ["software"], "retail holds e-commerce"
    assert left("software") == ["FJ", "e-commerce"]
    unsaid = dataclasses.replace(
        judged("title: T\norganisation: {name: O}\n"), terms=Terms(allow_uncovered=("sectors",))
    )
    assert [one.kind for one in uncovered(unsaid)] == ["markets"]


@pytest.fixture
def shop(tmp_path):
    """Check a shop that sells software, whose market no rule is about; its folder may have a configuration."""
    text = "title: T\norganisation: {name: O, sectors: [retail, software]}\nmarkets: [FJ]\n"
    (tmp_path / "s.yaml").write_text(text, encoding="utf-8")

    def check(*options, config=""):
        (tmp_path / "govrules.yaml").write_text(config or "fail_on: showstopper\n", encoding="utf-8")
        return called("check", *options, "--allow-unanswered", "--quiet", cwd=tmp_path)

    return check


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--allow-uncovered",), 0),
        (("--allow-uncovered", "retail", "--allow-uncovered=software"), 1),
        (("--allow-uncovered", "retail", "--allow-uncovered=software", "--allow-uncovered", "FJ"), 0),
    ],
)
def test_the_option_names_some_or_stands_for_all(shop, options, code):
    assert shop("s.yaml", *options).returncode == code


def test_the_configuration_names_some_or_says_true(shop):
    assert shop("s.yaml", config="allow_uncovered: [retail, software, FJ]").returncode == 0
    assert shop("s.yaml", config="allow_uncovered: [retail, software]").returncode == 1
    assert shop("s.yaml", config="allow_uncovered: true\nfail_on: showstopper").returncode == 0


@pytest.mark.parametrize(
    ("options", "config", "said"),
    [
        (
            ("s.yaml", "--allow-uncovered", "retial"),
            "",
            "'retial' is not a market, sector or regulated topic did you",
        ),
        (
            ("--allow-uncovered", "s.yaml"),
            "",
            "s.yaml is a file, not a market, sector or topic; write",
        ),
        (
            ("s.yaml",),
            "allow_uncovered: [retial]",
            "govrules.yaml:1:19: 'retial' is not a market",
        ),
        (
            ("s.yaml",),
            "allow_uncovered: yes",
            "1:18: 'allow_uncovered' takes true, false or a list of names",
        ),
        (
            ("s.yaml",),
            "allow_uncovered: [3]",
            "1:18: 'allow_uncovered' takes true, false or a list of names",
        ),
    ],
)
def test_a_name_that_is_none_is_refused_with_what_was_meant(shop, options, config, said):
    done = shop(*options, config=config)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
