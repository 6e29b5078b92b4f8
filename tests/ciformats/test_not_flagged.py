# SPDX-License-Identifier: Apache-2.0
"""Waived findings, waivers in a file of their own, and findings that were known before, in the formats for CI."""

import dataclasses
import json
from collections import Counter

import jsonschema
import junitparser
import pytest
from channels import strategy, things
from consumers import EXPIRED, GITLAB_SHAPE, azure_commands, github_commands, npm_package, sarif_complaints
from tap.parser import Parser

from govrules.output import azure, github, gitlab, jsonl, junit, sarif, tap
from govrules.output.format import Options
from govrules.output.formats import MODULES, format_named
from govrules.output.presentation.escaping import safe

WAIVED = Options(sarif_waived=True)
QUIET = [name for name in MODULES if name not in ("github", "azure", "xlsx", "pdf", "oscal", "html", "markdown")]


def sarif_run(reports, *options):
    return json.loads(sarif.render(reports, *options))["runs"][0]


def of_rule(report, rule):
    return [finding for finding in report.findings if finding.rule == rule]


def words(finding):
    """What is to be said of a waived finding, put together by the test."""
    waiver = finding.waiver
    who = f"accepted by {waiver.accepted_by} on {waiver.accepted_on}, ticket {waiver.ticket}"
    return " ".join(f"Waived until {waiver.expires}: {who}. Reason: {waiver.reason}.".split())


def told_by_rule(report):
    """What JSON lines say, by rule: the line, and in it what the rule says."""
    lines = map(json.loads, jsonl.render([report]).splitlines())
    return {one["rule"]: (line, one) for line in lines for one in line["rules"]}


def test_the_fixtures_hold_what_they_are_for(named, filed, known):
    assert Counter(finding.verdict for finding in named("A", "B").findings)["waived"] == 2
    assert [finding.verdict for finding in of_rule(filed(), "zz-waived")] == ["waived"]
    assert of_rule(filed(), "zz-waiver-orphaned")
    assert {finding.verdict for finding in known.findings if finding.known_from} == {"gap", "unanswered"}


@pytest.mark.parametrize("name", QUIET)
def test_a_file_of_waivers_gives_a_log_no_command(filed, known, name):
    written = format_named(name).write([filed(), known])
    assert github_commands(written) == azure_commands(written) == []


def test_a_file_of_waivers_gives_github_and_azure_no_command_of_its_own(filed, known):
    assert {name for name, *_ in github_commands(github.render([filed(), known]))} <= {"error", "warning", "notice"}
    assert azure_commands(github.render([filed(), known])) == []
    assert {name for name, *_ in azure_commands(azure.render([filed(), known]))} == {"task.logissue"}
    assert github_commands(azure.render([filed(), known])) == []


# Waived: left out of what is flagged, and told where everything is told.


def test_junit_skips_what_is_waived_and_says_who_accepted_it(filed):
    report = filed()
    [finding] = of_rule(report, "zz-waived")
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report]).encode())
    [case] = [case for case in suite if case.name.startswith("zz-waived: ")]
    [result] = case.result
    assert isinstance(result, junitparser.Skipped)
    assert result.message == safe(words(finding))
    assert result.text == (
        f"{safe(words(finding))}\n{safe(finding.message)} Required: Code, zz-waived. Cure: Cure zz-waived."
        "\nRules: zz-waived"
    )


def test_tap_skips_what_is_waived_and_says_who_accepted_it(filed):
    report = filed()
    [finding] = of_rule(report, "zz-waived")
    [test] = [line for line in Parser().parse_text(tap.render([report])) if line.category == "test" and line.skip]
    assert test.ok
    assert test.directive.text == f"SKIP {safe(words(finding)).replace('#', chr(92) + 'x23')}"


def test_json_lines_hold_the_waiver_whether_it_counts_or_not(named):
    report = named("A")
    told = told_by_rule(report)
    [waived], [expired] = of_rule(report, "zz-waived"), of_rule(report, "zz-minor")
    for finding, counts, said in ((waived, True, None), (expired, False, "it expired on 2026-10-01")):
        waiver = finding.waiver
        assert told[finding.rule][1]["waiver"] == {
            "counts": counts,
            "refused_because": said,
            "reason": waiver.reason,
            "accepted_by": waiver.accepted_by,
            "accepted_on": str(waiver.accepted_on),
            "expires": str(waiver.expires),
            "ticket": waiver.ticket,
        }
    assert EXPIRED in told["zz-minor"][0]["message"]
    assert told["zz-major"][1]["waiver"] is None


@pytest.mark.parametrize("format_", [github, azure])
def test_a_log_counts_at_its_end_what_it_leaves_out(named, known, format_):
    def last(report):
        return format_.render([report]).splitlines()[-1]

    assert last(named("A", "B")).endswith(" Not shown: 1 finding waived.")
    assert last(known).endswith(" Not shown: 1 finding waived, 2 findings known before.")


def test_a_log_that_leaves_nothing_out_says_nothing_of_it(judged):
    report = judged("title: T\norganisation: {name: O}\nchannels: [{name: A, platform: x, visibility: public}]\n")
    assert "Not shown" not in github.render([report])


def test_what_is_waived_or_known_is_flagged_nowhere(named, known):
    for report in (named("A"), known):
        shown = [it for it in things(report) if not any(one.known_from for one in it.findings)]
        assert 0 < len(shown) < len(report.findings)
        assert len(json.loads(gitlab.render([report]))) == len(azure_commands(azure.render([report]))) == len(shown)
        titles = [properties["title"] for _, properties, _ in github_commands(github.render([report]))]
        assert {title.split(": ")[1].split(" and ")[0] for title in titles} == {it.rules[0] for it in shown}


# SARIF


def test_sarif_leaves_waived_findings_out_unless_they_are_asked_for(named):
    report = named("A", "B")
    plain, asked = sarif_run([report])["results"], sarif_run([report], WAIVED)["results"]
    assert not [result for result in plain if "suppressions" in result or result["ruleId"] == "zz-waived"]
    assert len(asked) == len(things(report)) + 1 == len(plain) + 1
    for result in asked:
        if result["ruleId"] != "zz-waived":
            assert result["suppressions"] == []
            continue
        [suppression] = result["suppressions"]
        assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
        assert result["properties"]["subjects"] == ["A", "B"]
        assert suppression["justification"] == safe(words(of_rule(report, "zz-waived")[0])).replace("](", "] (")
        assert (result["kind"], result["level"]) == ("fail", "error")


def test_only_sarif_is_asked_for_waived_findings(named):
    report = named("A")
    assert format_named("sarif").write([report], WAIVED) == sarif.render([report], WAIVED)
    assert format_named("sarif").write([report]) == sarif.render([report])
    assert format_named("tap").write([report], WAIVED) == format_named("tap").write([report])


def test_sarif_tells_new_from_known_where_any_is_known(named, known):
    assert not [result for result in sarif_run([named("A")])["results"] if "baselineState" in result]
    results = sarif_run([named("A"), known], WAIVED)["results"]
    states = Counter(result["baselineState"] for result in results)
    assert states == {"unchanged": 2, "new": len(results) - 2}
    ranks = [result["baselineState"] == "unchanged" for result in results]
    assert ranks == sorted(ranks), "what is new comes before what was known"


def test_a_result_about_a_waiver_lies_in_the_file_of_waivers(filed):
    run = sarif_run([filed()])
    results = [result for result in run["results"] if result["ruleId"].startswith("zz-waiver-")]
    assert results
    for result in results:
        for place in (*result["locations"], *result["relatedLocations"]):
            assert place["physicalLocation"]["artifactLocation"]["uri"] == "waivers.json"
    others = [result for result in run["results"] if result not in results]
    assert {it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for it in others} == {"plans/s.yaml"}


def test_artifacts_are_the_strategies_and_the_files_of_waivers_with_results_once_each(filed, named):
    one, two = filed(), filed("plans/t.yaml")
    [file] = one.waiver_files
    artifacts = sarif_run([one, two, named("A")])["artifacts"]
    digests = {
        "plans/s.yaml": named("A").digest,
        "plans/t.yaml": two.digest,
        "waivers.json": file.digest,
    }
    assert {it["location"]["uri"]: f"sha256:{it['hashes']['sha-256']}" for it in artifacts} == digests
    assert len(artifacts) == 3


def test_a_file_of_waivers_without_a_result_is_no_artifact(filed):
    report = filed()
    quiet = [finding for finding in report.findings if not finding.rule.startswith("zz-waiver-")]
    path = tuple(step for step in report.path if not step.rules[0].startswith("zz-waiver-"))
    [artifact] = sarif_run([dataclasses.replace(report, findings=tuple(quiet), path=path)])["artifacts"]
    assert artifact["location"]["uri"] == "plans/s.yaml"


def test_the_official_schema_takes_suppressed_and_compared_results(reports, filed, known):
    schema = json.loads(npm_package("@microsoft", "jest-sarif", "lib", "schemas", "sarif-2.1.0-rtm.5.json").read_text())
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    written = json.loads(sarif.render([*reports, filed(), known], WAIVED))
    assert list(validator.iter_errors(written)) == []


@pytest.mark.parametrize("waived", [False, True])
def test_microsofts_validator_has_no_complaint_about_suppressed_and_compared_results(filed, known, tmp_path, waived):
    path = tmp_path / "run.sarif"
    path.write_text(sarif.render([filed(), known], Options(sarif_waived=waived)))
    assert sarif_complaints(path) == []


# Places and fingerprints


def test_every_format_names_the_file_of_waivers_for_what_is_about_a_waiver(filed):
    report = filed()
    lines = {rule: line for rule, (line, _) in told_by_rule(report).items()}
    assert (lines["zz-waiver-orphaned"]["file"], lines["zz-waiver-orphaned"]["strategy"]) == (
        "waivers.json",
        "plans/s.yaml",
    )
    issues = json.loads(gitlab.render([report]))
    jsonschema.validate(issues, GITLAB_SHAPE)
    assert {issue["location"]["path"] for issue in issues} == {"plans/s.yaml", "waivers.json"}
    commands = [properties for _, properties, _ in github_commands(github.render([report]))]
    assert {it["file"] for it in commands if it["title"].endswith("zz-waiver-orphaned")} == {"waivers.json"}
    commands = [properties for _, properties, _ in azure_commands(azure.render([report]))]
    assert {it["sourcepath"] for it in commands if it["code"] == "zz-waiver-orphaned"} == {"waivers.json"}
    tests = [line for line in Parser().parse_text(tap.render([report])) if line.category == "test"]
    [orphaned] = [line for line in tests if "zz-waiver-orphaned: Waiver of zz-no-such" in line.description]
    assert orphaned.yaml_block["file"] == "waivers.json"
    [suite] = junitparser.JUnitXml.fromstring(junit.render([report]).encode())
    files = {case.name.split(":")[0]: case._elem.get("file") for case in suite}
    assert files["zz-waiver-orphaned"] == files["zz-waiver-owner"] == "waivers.json"
    assert files["zz-major"] == "plans/s.yaml"
    assert {case.classname for case in suite} == {"plans/s.yaml"}


def test_two_strategies_with_the_same_orphaned_waiver_have_fingerprints_of_their_own(filed):
    results = sarif_run([filed(), filed("plans/t.yaml")])["results"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(marks)) == len(marks) > 0


def test_a_waiver_leaves_the_fingerprints_of_other_findings_as_they_are(judged, filed):
    plain = judged(strategy("A"), form="json")

    def marks(report):
        told = told_by_rule(report).items()
        return {
            rule: line["fingerprint"] for rule, (line, _) in told if not rule.startswith(("zz-waiver-", "zz-waived"))
        }

    assert marks(plain) == marks(filed())


# Known before: fails nothing, and is not forgotten.


def test_junit_skips_what_was_known_and_counts_it(known):
    [suite] = junitparser.JUnitXml.fromstring(junit.render([known]).encode())
    skipped = [result.message for case in suite for result in case.result if isinstance(result, junitparser.Skipped)]
    assert skipped.count("known: in the baseline") == 2
    gaps = sum(it.verdict == "gap" and not it.findings[0].known_from for it in things(known))
    assert (suite.failures, suite.errors, suite.skipped) == (gaps, 0, len(skipped))


def test_tap_has_what_was_known_as_a_todo_that_fails_nothing(known):
    tests = [line for line in Parser().parse_text(tap.render([known])) if line.category == "test"]
    todo = [test for test in tests if test.todo and "known" in test.directive.text]
    assert [test.directive.text for test in todo] == ["TODO known: in the baseline"] * 2
    assert not [test for test in todo if test.ok]


def test_json_lines_say_from_where_a_finding_was_known(known):
    told = {rule: (line["known"], one["known_from"]) for rule, (line, one) in told_by_rule(known).items()}
    assert told["zz-major"] == told["zz-open"] == (True, "baseline")
    assert told["zz-minor"] == (False, None)
