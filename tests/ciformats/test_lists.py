# SPDX-License-Identifier: Apache-2.0
"""GitLab's code quality report by its documented shape, and JSON lines."""

import json

import jsonschema
from consumers import GITLAB_SHAPE

from govrules.output import gitlab, jsonl


def test_gitlab_takes_it(reports):
    issues = json.loads(gitlab.render(reports))
    jsonschema.validate(issues, GITLAB_SHAPE)
    wanted = [finding for report in reports for finding in report.findings if finding.verdict != "waived"]
    assert len(issues) == len(wanted) > 0
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


def test_a_line_of_json_for_each_finding_with_its_values_as_they_are(reports):
    lines = jsonl.render(reports).splitlines()
    wanted = [(report, finding) for report in reports for finding in report.findings]
    assert len(lines) == len(wanted)
    for line, (report, finding) in zip(lines, wanted, strict=True):
        told = json.loads(line)
        assert (told["file"], told["rule"], told["verdict"]) == (report.file, finding.rule, finding.verdict)
        assert (told["subject"], told["pointer"]) == (finding.subject, finding.pointer)
        assert told["line"] >= 1
        assert told["as_of"] == "2026-11-23"
    assert jsonl.render([]) == ""
