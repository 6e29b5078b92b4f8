# SPDX-License-Identifier: Apache-2.0
"""Reports for machines about the sample of a policy repository with a change in it: each is read by a consumer, and all
agree on how many findings are waived, known before, and new."""

import json
import re
from collections import Counter

import jsonschema
import junitparser
import pytest
from consumers import GITLAB_SHAPE, azure_commands, github_commands, sarif_complaints
from google.protobuf.json_format import ParseDict
from in_toto_attestation.v1.statement import Statement
from in_toto_attestation.v1.statement_pb2 import Statement as Message
from npm_packages import npm_package
from policy_clone import BANK, BROKER, BROUGHT, DRAFT, OPEN, RULES, STRATEGIES, TITLES, gaps_and_open, new
from tap.parser import Parser

# The whole sample, checked in clones; what its README shows is checked in the usual run.
pytestmark = pytest.mark.long


def kept_silent(log):
    """How many findings a log says that it leaves out, for these reasons."""
    counted = Counter()
    for number, what in re.findall(r"(\d+) findings? (waived|known)", log):
        counted[what] += int(number)
    return counted


@pytest.fixture
def read(written):
    """The text of a report."""
    return lambda name: (written / f"report.{name}").read_text(encoding="utf-8")


@pytest.fixture
def quiet(total):
    """What is no failure and no question."""
    return Counter({name: total[name] for name in ("waived", "known")})


@pytest.fixture
def flagged(total):
    """How many findings are new: what is wrong, what is open, and what is to come."""
    return gaps_and_open(total) + total["upcoming"]


def test_four_are_waived_eight_were_known_and_what_is_new_is_not_of_the_draft(numbers, total):
    assert (total["waived"], total["known"]) == (4, 8)
    assert numbers[BROKER] == {"waived": 2, "known": 4}
    assert numbers[BANK] == {"waived": 2, "known": 4, "gap": len(BROUGHT)}
    assert numbers[DRAFT].keys() == {"gap", *OPEN}


def test_json_is_what_its_schema_says(read, proposed):
    schema = json.loads(proposed.run("govrules schema report").out)
    document = json.loads(read("json"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    # The schema is that of one report, of which the document holds one for each strategy and nothing else.
    assert list(document) == ["reports"]
    for report in document["reports"]:
        validator.validate(report)
    assert [report["file"] for report in document["reports"]] == STRATEGIES
    by_file = {report["file"]: new(report["findings"]) for report in document["reports"]}
    assert [one["rule"] for one in by_file[BANK]] == RULES


def test_sarif_is_taken_by_the_official_schema_and_by_microsofts_validator(read, written):
    schema = json.loads(npm_package("@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json").read_text())
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    assert list(validator.iter_errors(json.loads(read("sarif")))) == []
    assert sarif_complaints(written / "report.sarif") == []


def test_sarif_suppresses_what_is_waived_and_tells_new_from_unchanged(read, total):
    (run,) = json.loads(read("sarif"))["runs"]
    stands = Counter()
    for result in run["results"]:
        if result.get("suppressions"):
            stands["waived"] += 1
        elif result["baselineState"] == "unchanged":
            stands["known"] += 1
        else:
            stands[result["kind"]] += 1
    opened = sum(total[verdict] for verdict in OPEN)
    assert stands == {"waived": total["waived"], "known": total["known"], "fail": total["gap"], "open": opened}
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris == STRATEGIES


def test_junit_skips_what_is_waived_or_known(read, numbers):
    suites = junitparser.JUnitXml.fromstring(read("junit").encode())
    assert [suite.name for suite in suites] == STRATEGIES
    for suite in suites:
        results = [result for case in suite for result in case.result]
        skipped = [result.message for result in results if isinstance(result, junitparser.Skipped)]
        stands, expected = Counter(map(excused, skipped)), numbers[suite.name]
        assert (stands["waived"], stands["known"]) == (expected["waived"], expected["known"])
        # What the change brings fails; what the draft has besides is below its threshold.
        assert (suite.failures, suite.errors) == (expected["gap"] if suite.name == BANK else 0, 0)
        assert suite.failures + stands["below"] == gaps_and_open(expected)
        assert sum(case.is_passed for case in suite) > 10


def excused(why):
    """What a reason for which a case does not fail is about."""
    known = {"Waived until ": "waived", "known: ": "known", "the check fails from ": "below", "not answered, ": "below"}
    (kind,) = [kind for start, kind in known.items() if why.startswith(start)]
    return kind


def test_tap_skips_what_is_waived_and_has_what_is_known_to_do(read, total):
    tests = [line for line in Parser().parse_text(read("tap")) if line.category == "test"]
    stands = Counter()
    for test in tests:
        if test.skip or test.todo:
            assert test.ok == test.skip
            stands[excused(test.directive.text.partition(" ")[2])] += 1
        elif not test.ok:
            stands["fails"] += 1
    assert (stands["waived"], stands["known"]) == (total["waived"], total["known"])
    assert stands["fails"] == len(BROUGHT)
    assert stands["fails"] + stands["below"] == gaps_and_open(total)
    assert sum(test.ok for test in tests) > 400


def test_gitlab_lists_what_is_new(read, flagged, numbers):
    issues = json.loads(read("gitlab"))
    jsonschema.validate(issues, GITLAB_SHAPE)
    assert len(issues) == flagged
    assert Counter(issue["location"]["path"] for issue in issues) == {
        name: count for name, stands in numbers.items() if (count := gaps_and_open(stands))
    }
    bank = {issue["check_name"]: issue["severity"] for issue in issues if issue["location"]["path"] == BANK}
    assert bank == BROUGHT


def test_github_annotates_the_worst_and_counts_the_rest(read, total, flagged, quiet):
    log = read("github")
    commands = github_commands(log)
    (told,) = re.findall(r"not annotated: (.*)\.$", log, re.MULTILINE)
    left_out = sum(int(number) for number in re.findall(r"(\d+) (?:error|warning|notice)s?\b", told))
    assert len(commands) + left_out == flagged
    assert kept_silent(log) == quiet
    assert sum(name != "notice" for name, *_ in commands) == total["gap"]
    assert [told["title"] for _, told, _ in commands if told["file"] == BANK] == TITLES


def test_the_summary_of_the_job_is_the_report_in_markdown(read, written):
    assert (written / "summary.md").read_text(encoding="utf-8") == read("markdown")


def test_azure_logs_what_is_new_and_counts_the_rest(read, flagged, quiet):
    log = read("azure")
    commands = azure_commands(log)
    assert {name for name, *_ in commands} == {"task.logissue"}
    assert len(commands) == flagged
    assert kept_silent(log) == quiet
    assert {told["code"] for _, told, _ in commands if told["sourcepath"] == BANK} == set(BROUGHT)


def test_the_statement_fails_for_what_is_new_and_warns_of_the_rest(proposed):
    done = proposed.run(f"govrules attest {BANK}")
    assert done.code == 0, done.err
    statement = json.loads(done.out)
    Statement.copy_from_pb(ParseDict(statement, Message())).validate()
    predicate = statement["predicate"]
    assert (predicate["result"], set(predicate["failedTests"])) == ("FAILED", set(RULES))
    assert {"zz-crisis-drill", "us-ada-title-iii-landing-pages"} <= set(predicate["warnedTests"])
