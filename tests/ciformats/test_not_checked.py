# SPDX-License-Identifier: Apache-2.0
"""What no loaded rule is about is a finding of its own in every format of a CI service, and fails the check."""

import dataclasses
import json

import junitparser
import pytest

from govrules.assessment.report import Terms
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
