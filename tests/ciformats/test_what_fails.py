# SPDX-License-Identifier: Apache-2.0
"""What is no failure for the check is none for whoever reads its files: by the threshold, and by what may be open."""

import dataclasses
import json

import junitparser
import pytest
from consumers import azure_commands, github_commands
from tap.parser import Parser

from govrules import failing
from govrules.assessment.terms import Terms
from govrules.output import azure, github, junit, sarif, tap
from govrules.output.presentation.items import items


@pytest.fixture
def report(named):
    """A document of one channel, checked on these terms."""
    return lambda **terms: dataclasses.replace(named("A"), terms=Terms(**terms))


TERMS = [
    *({"fail_on": threshold} for threshold in ("showstopper", "major", "minor", "advice", "never")),
    {"fail_on": "major", "allow_unanswered": True},
    {"fail_on": "showstopper", "allow_unanswered": True},
]


WAITING = ("upcoming", "waived")


@pytest.mark.parametrize("terms", TERMS, ids=str)
def test_junit_and_tap_have_as_many_failures_as_the_check(report, terms):
    found = report(**terms)
    [suite] = junitparser.JUnitXml.fromstring(junit.render([found]).encode())
    bad = {finding.rule for finding in failing(found)}
    things = [item for item in items(found) if bad.intersection(item.rules) and item.verdict not in WAITING]
    gaps = sum(item.verdict == "gap" for item in things)
    assert (suite.failures, suite.errors) == (gaps, len(things) - gaps)
    tests = [line for line in Parser().parse_text(tap.render([found])) if line.category == "test"]
    assert sum(not test.ok and not test.todo for test in tests) == len(things)


def test_they_say_why_one_is_none(report):
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report(allow_unanswered=True)]).encode())
    said = {case.name.partition(":")[0]: case.result[0].message for case in suite if case.result}
    assert said["zz-minor"] == "the check fails from major on"
    assert said["zz-open"] == "not answered, for which the check does not fail"
    assert said["zz-next"] == "not in force before 2090-01-01"
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report(fail_on="never")]).encode())
    assert {case.result[0].message for case in suite if case.name.startswith(("zz-stop", "zz-minor"))} == {
        "this check fails for no finding"
    }


@pytest.mark.parametrize("terms", TERMS, ids=str)
def test_no_flag_is_an_error_where_the_check_does_not_fail(report, terms):
    found = report(**terms)
    errors = {finding.rule for finding in failing(found) if finding.severity in ("showstopper", "major")}
    gaps = {finding.rule for finding in failing(found) if finding.verdict == "gap"} & errors
    gaps -= {"zz-same"}  # told with zz-stop, whose control it is
    commands = github_commands(github.render([found]))
    assert {one[1]["title"].split(": ")[1].split(" and ")[0] for one in commands if one[0] == "error"} == gaps
    logged = azure_commands(azure.render([found]))
    assert {one[1]["code"] for one in logged if one[1]["type"] == "error"} == gaps
    results = json.loads(sarif.render([found]))["runs"][0]["results"]
    assert {result["ruleId"] for result in results if result["level"] == "error"} == gaps
