# SPDX-License-Identifier: Apache-2.0
"""JUnit as junitparser reads it, TAP as tap.py does."""

from collections import Counter

import junitparser
import pytest
from consumers import message
from tap.parser import Parser

from govrules.output import junit, tap
from govrules.output.presentation.escaping import safe
from govrules.output.presentation.items import items

KINDS = {
    "gap": junitparser.Failure,
    "unanswered": junitparser.Error,
    "waived": junitparser.Skipped,
    "upcoming": junitparser.Skipped,
}


def met_everywhere(report):
    return {met.rule for met in report.met} - {finding.rule for finding in report.findings}


@pytest.fixture
def suites(reports):
    return list(junitparser.JUnitXml.fromstring(junit.render(reports).encode()))


def test_a_document_is_a_suite_with_its_counts(suites, reports):
    assert len(suites) == len(reports)
    for suite, report in zip(suites, reports, strict=True):
        count = Counter(item.verdict for item in items(report))
        assert suite.name == safe(report.file)
        assert suite.tests == len(list(suite)) == count.total() + len(met_everywhere(report))
        assert (suite.failures, suite.errors) == (count["gap"], count["unanswered"])
        assert suite.skipped == count["waived"] + count["upcoming"]


def test_the_totals_add_up(reports):
    whole = junitparser.JUnitXml.fromstring(junit.render(reports).encode())
    written = whole.tests, whole.failures, whole.errors, whole.skipped
    whole.update_statistics()
    assert written == (whole.tests, whole.failures, whole.errors, whole.skipped)


def test_each_verdict_is_a_result_whose_body_begins_with_its_message(suites, reports):
    for suite, report in zip(suites, reports, strict=True):
        cases, found = list(suite), list(items(report))
        for case, item in zip(cases, found, strict=False):
            [result] = case.result
            assert type(result) is KINDS[item.verdict]
            assert result.message
            if item.verdict in ("waived", "upcoming"):
                begin = "From 2090-01-01: " if item.verdict == "upcoming" else ""
                assert result.text.startswith(f"{result.message}\n{begin}{safe(item.gaps[0].message)}")
            else:
                assert result.text.startswith(result.message)
            assert result.text.endswith(f"\nRules: {', '.join(item.rules)}")
        assert all(case.is_passed for case in cases[len(found) :])


def test_name_and_class_are_unique(suites):
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names) > 0


def test_no_report_is_no_suite():
    assert list(junitparser.JUnitXml.fromstring(junit.render([]).encode())) == []


def test_tap_has_a_test_for_each_thing_and_each_rule_that_is_met(reports):
    lines = list(Parser().parse_text(tap.render(reports)))
    version, plan, *tests = lines
    assert (version.category, version.version) == ("version", 13)
    assert {line.category for line in tests} == {"test"}
    assert plan.expected_tests == len(tests)
    assert [test.number for test in tests] == list(range(1, len(tests) + 1))
    said = iter(tests)
    for report in reports:
        for item in items(report):
            test = next(said)
            assert test.ok == (item.verdict == "waived")
            assert test.skip == (item.verdict == "waived")
            assert test.todo == (item.verdict == "upcoming")
            assert test.yaml_block["verdict"] == item.verdict
            assert test.yaml_block["severity"] == item.severity
            assert test.yaml_block["rules"] == list(item.rules)
            if item.verdict == "gap":
                assert test.yaml_block["message"].startswith(message(item.gaps[0]))
        for _ in met_everywhere(report):
            test = next(said)
            assert (test.ok, test.skip, test.todo, test.yaml_block) == (True, False, False, None)


def test_no_report_is_an_empty_plan():
    assert tap.render([]) == "TAP version 13\n1..0\n"
