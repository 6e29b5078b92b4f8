# SPDX-License-Identifier: Apache-2.0
"""One control is one finding with all its citations in every format; the counts are the same in all of them."""

import io
import json
import re

import junitparser
import pytest
from channels import AS_OF, strategy, things
from consumers import azure_commands, github_commands
from openpyxl import load_workbook

from govrules import parse_strategy
from govrules.assessment.check import assess
from govrules.output import azure, github, gitlab, in_toto, jsonl, junit, markdown, sarif, tap, xlsx
from govrules.output.html import render as html
from govrules.output.presentation.to_do import ToDo, open_questions

WRITTEN = {
    "github": lambda report: [said for _, _, said in github_commands(github.render([report]))],
    "azure": lambda report: [said for _, _, said in azure_commands(azure.render([report]))],
    "gitlab": lambda report: [it["description"] for it in json.loads(gitlab.render([report]))],
    "sarif": lambda report: [it["message"]["text"] for it in json.loads(sarif.render([report]))["runs"][0]["results"]],
    "jsonl": lambda report: [
        it["message"] for it in map(json.loads, jsonl.render([report]).splitlines()) if it["verdict"] != "waived"
    ],
}
"""What each format says, a text for each thing that it lists."""


@pytest.mark.parametrize("format_", WRITTEN)
def test_two_rules_about_the_same_field_are_listed_once_with_both_citations(named, format_):
    told = [said for said in WRITTEN[format_](named("A", "B")) if "zz-stop" in said or "zz-same" in said]
    assert len(told) == 1
    assert "Required: Code, zz-stop; Code, zz-same." in told[0]
    assert "Instead: Cure zz-stop." in told[0]
    assert "Cure zz-same." not in told[0]


def test_so_are_they_in_tests_registers_and_pages(named):
    report = named("A")
    for case in junitparser.JUnitXml.fromstring(junit.render([report]).encode()):
        names = [one.name for one in case if "zz-stop" in one.name or "zz-same" in one.name]
        assert names == ["zz-stop: A"]
    assert "zz-same: A" not in tap.render([report])
    rows = list(load_workbook(io.BytesIO(xlsx.render([report])))["Register"].iter_rows(values_only=True))
    rules = rows[0].index("Rules")
    assert [row[rules] for row in rows if "zz-same" in str(row[rules])] == ["zz-stop\nzz-same"]
    written = markdown.render([report]).partition("## Findings")[2]
    assert len(re.findall("(?m)^#### ", written)) == sum(not item.question for item in things(report)) + 1
    [card] = re.findall('(?s)<details class="card showstopper".*?</details>', html([report]))
    assert "Code, zz-stop" in card
    assert "Code, zz-same" in card


def test_the_headline_and_every_format_count_the_same(named):
    report = named("A", "B")
    to_do = ToDo(report)
    # Two channels with five gaps each: five things to do, one that expired, one to come, one question, one accepted.
    things_to_do = [len(one) for one in (to_do.stops, to_do.before, to_do.after, to_do.advice)]
    assert things_to_do == [1, 1, 3, 1]
    assert len(open_questions(report)) == len(to_do.coming) == len(to_do.accepted) == 1
    for written in WRITTEN.values():
        assert len(written(report)) == sum(things_to_do) + 2
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report]).encode())
    assert (suite.failures, suite.errors, suite.skipped) == (sum(things_to_do), 1, 2)
    assert suite.tests - suite.failures - suite.errors - suite.skipped == report.summary.met


def test_a_statement_names_each_rule_since_whoever_verifies_it_asks_for_rules(named):
    failed = json.loads(in_toto.statement(named("A")))["predicate"]["failedTests"]
    assert {"zz-stop", "zz-same"} <= set(failed)


def test_one_of_two_rules_is_waived_alone_and_the_other_stands_with_its_mark(rulesets):
    def judged(*waivers):
        document = parse_strategy(strategy("A", waivers=list(waivers)), file="s.yaml", format="json")
        return assess(document, rulesets, as_of=AS_OF)

    def marks(report):
        lines = map(json.loads, jsonl.render([report]).splitlines())
        return {line["rule"]: line["fingerprint"] for line in lines}

    accepted = {"reason": "R", "accepted_by": "B", "accepted_on": "2026-11-20", "expires": "2027-03-31"}
    before, after = judged(), judged({"rule": "zz-same", "subject": "A", **accepted})
    assert [finding.verdict for finding in after.findings if finding.rule == "zz-same"] == ["waived"]
    assert marks(before)["zz-stop"] == marks(after)["zz-stop"] != marks(after)["zz-same"]


def test_another_part_that_falls_short_makes_it_another_for_a_service_that_compares(named):
    def mark(report):
        results = json.loads(sarif.render([report]))["runs"][0]["results"]
        return next(it["partialFingerprints"] for it in results if it["ruleId"] == "zz-stop")

    assert mark(named("A", "B")) == mark(named("A", "B"))
    assert mark(named("A", "B")) != mark(named("A"))
