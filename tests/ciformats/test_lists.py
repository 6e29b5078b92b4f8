# SPDX-License-Identifier: Apache-2.0
"""GitLab's code quality report by its documented shape, and JSON lines."""

import json

import jsonschema
from channels import things
from consumers import GITLAB_SHAPE

from govrules.output import gitlab, jsonl


def test_gitlab_takes_it(reports):
    issues = json.loads(gitlab.render(reports))
    jsonschema.validate(issues, GITLAB_SHAPE)
    assert len(issues) == len(things(*reports)) > 0
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["location"]["path"] for issue in issues} == {report.file for report in reports if report.findings}
    assert json.loads(gitlab.render([])) == []


def test_gitlab_weighs_gaps_by_severity_and_all_else_as_information(named):
    issues = json.loads(gitlab.render([named("A")]))
    weights = {issue["check_name"]: issue["severity"] for issue in issues}
    assert weights == {
        "zz-stop": "blocker",
        "zz-major": "major",
        "zz-minor": "minor",
        "zz-several": "minor",
        "zz-waiver-expired": "minor",
        "zz-advice": "info",
        "zz-open": "info",
        "zz-next": "info",
    }


def test_a_path_that_begins_with_a_dot_is_written_without(named):
    [issue, *_] = json.loads(gitlab.render([named("A", file="./plans/../plans/s.yaml")]))
    assert issue["location"]["path"] == "plans/s.yaml"


def test_json_lines_hold_all_that_each_rule_says_with_its_values_as_they_are(reports):
    lines = list(map(json.loads, jsonl.render(reports).splitlines()))
    assert {told["as_of"] for told in lines} == {"2026-11-23"}
    assert min(told["line"] for told in lines) >= 1
    said = {
        (told["file"], told["verdict"], one["rule"], one["subject"], one["pointer"], one["message"])
        for told in lines
        for one in told["rules"]
    }
    assert said == {
        (report.file, finding.verdict, finding.rule, finding.subject, finding.pointer, finding.message)
        for report in reports
        for finding in report.findings
    }
    assert jsonl.render([]) == ""
