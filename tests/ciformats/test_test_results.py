# SPDX-License-Identifier: Apache-2.0
"""JUnit as junitparser reads it, TAP as tap.py does."""

from collections import Counter

import junitparser
import pytest
from consumers import message
from tap.parser import Parser

from govrules.output import junit, tap
from govrules.output.presentation.escaping import safe

KINDS = {
    "gap": junitparser.Failure,
    "unanswered": junitparser.Error,
    "waived": junitparser.Skipped,
    "upcoming": junitparser.Skipped,
}


@pytest.fixture
def suites(reports):
    return list(junitparser.JUnitXml.fromstring(junit.render(reports).encode()))


def test_a_document_is_a_suite_with_its_counts(suites, reports):
    assert len(suites) == len(reports)
    for suite, report in zip(suites, reports, strict=True):
        count = Counter(finding.verdict for finding in report.findings)
        assert suite.name == safe(report.file)
        assert suite.tests == len(list(suite)) == len(report.findings) + len(report.met)
        assert (suite.failures, suite.errors) == (count["gap"], count["unanswered"])
        assert suite.skipped == count["waived"] + count["upcoming"]


def test_the_totals_add_up(reports):
    whole = junitparser.JUnitXml.fromstring(junit.render(reports).encode())
    written = whole.tests, whole.failures, whole.errors, whole.skipped
    whole.update_statistics()
    assert written == (whole.tests, whole.failures, whole.errors, whole.skipped)


def test_each_verdict_is_a_result_whose_body_begins_with_its_message(suites, reports):
    for suite, report in zip(suites, reports, strict=True):
        cases = list(suite)
        for case, finding in zip(cases, report.findings, strict=False):
            [result] = case.result
            assert type(result) is KINDS[finding.verdict]
            assert result.message
            excused = {"waived": safe(finding.message), "upcoming": f"From 2090-01-01: {safe(finding.message)}"}
            told = [result.message, *([excused[finding.verdict]] if finding.verdict in excused else [])]
            assert result.text == "\n".join([*told, f"Basis: {report.rules[finding.rule].basis}"])
        assert all(case.is_passed for case in cases[len(report.findings) :])


def test_name_and_class_are_unique(suites):
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names) > 0


def test_no_report_is_no_suite():
    assert list(junitparser.JUnitXml.fromstring(junit.render([]).encode())) == []


def test_tap_has_a_test_for_each_rule_and_subject(reports):
    lines = list(Parser().parse_text(tap.render(reports)))
    version, plan, *tests = lines
    assert (version.category, version.version) == ("version", 13)
    assert {line.category for line in tests} == {"test"}
    assert plan.expected_tests == len(tests)
    assert [test.number for test in tests] == list(range(1, len(tests) + 1))
    said = iter(tests)
    for report in reports:
        for finding in report.findings:
            test = next(said)
            assert test.ok == (finding.verdict == "waived")
            assert test.skip == (finding.verdict == "waived")
            assert test.todo == (finding.verdict == "upcoming")
            assert test.yaml_block["verdict"] == finding.verdict
            assert test.yaml_block["severity"] == finding.severity
            if finding.verdict == "gap":
                assert test.yaml_block["message"] == message(finding)
        for _ in report.met:
            test = next(said)
            assert (test.ok, test.skip, test.todo, test.yaml_block) == (True, False, False, None)


def test_no_report_is_an_empty_plan():
    assert tap.render([]) == "TAP version 13\n1..0\n"
