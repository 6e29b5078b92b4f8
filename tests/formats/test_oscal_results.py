# SPDX-License-Identifier: Apache-2.0
"""``--format oscal``: read and validated by compliance-trestle, as its user does."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bundled import bundled
from command_line import Run
from hostile import DAY, STRATEGY, rule
from trestle.oscal import OSCAL_VERSION as TRESTLE_READS
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.catalog import Catalog

from govrules import Report, check
from govrules.output.oscal import OSCAL_VERSION, render
from govrules.output.oscal_catalogue import oscal_catalogue

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def result(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render([report]))["assessment-results"]["results"][0]
    return found


def read(path: Path, text: str) -> AssessmentResults:
    path.write_text(text, encoding="utf-8")
    return AssessmentResults.oscal_read(path)


def props(part: dict[str, Any]) -> dict[str, str]:
    return {prop["name"]: prop["value"] for prop in part["props"]}


def test_it_is_the_version_that_trestle_reads() -> None:
    assert OSCAL_VERSION == TRESTLE_READS


@pytest.mark.parametrize("name", ["showstopper", "unfinished-draft", "consumer-brand-us-gb"])
def test_trestle_reads_the_report_of_an_example(name: str, tmp_path: Path) -> None:
    report = check(ROOT / "examples" / f"{name}.yaml", as_of=DAY)
    found = read(tmp_path / "results.json", render([report]))
    assert len(found.results[0].findings) == len(report.findings) + len(report.met)


def test_trestle_reads_hostile_text(report: Report, tmp_path: Path) -> None:
    assert read(tmp_path / "results.json", render([report, report])).results[0].title == "A plan"


def test_a_report_without_verdicts_is_read_too(judge: Callable[..., Report], tmp_path: Path) -> None:
    nothing = judge(STRATEGY, rule("au-only", {"archive.enabled": True}, jurisdiction="AU"))
    assert not nothing.rules
    assert read(tmp_path / "results.json", render([nothing])).results[0].findings is None


def test_a_gap_is_not_satisfied_and_met_is_satisfied(result: dict[str, Any]) -> None:
    states = {(props(one)["verdict"], one["target"]["status"]["state"]) for one in result["findings"]}
    assert states == {
        ("gap", "not-satisfied"),
        ("unanswered", "not-satisfied"),
        ("upcoming", "not-satisfied"),
        ("met", "satisfied"),
    }


def test_what_is_not_stated_is_told_from_what_fails(result: dict[str, Any]) -> None:
    statuses = {props(one)["verdict"]: one["target"]["status"] for one in result["findings"]}
    assert statuses["gap"]["reason"] == "fail"
    assert statuses["unanswered"]["reason"] == "other"
    assert statuses["unanswered"]["remarks"].startswith("Not answered: ")
    assert "in force from 2027-06-01" in statuses["upcoming"]["remarks"]


def test_a_gap_has_its_place_its_risk_and_its_remedy(result: dict[str, Any]) -> None:
    finding = result["findings"][0]
    observations = {one["uuid"]: one for one in result["observations"]}
    risks = {one["uuid"]: one for one in result["risks"]}
    evidence = observations[finding["related-observations"][0]["observation-uuid"]]["relevant-evidence"][0]
    assert props(evidence) == {
        "field": "channels.archive.enabled",
        "pointer": "/channels/0/archive/enabled",
        "file": "plan.yaml",
        "line": "11",
        "column": props(evidence)["column"],
    }
    remedy = risks[finding["related-risks"][0]["risk-uuid"]]["remediations"][0]
    assert remedy["description"] == "Cure us-archive."
    assert props(remedy)["owner"] == "legal"
    assert props(remedy)["step-of-the-path-to-yes"] == "1"


def test_uuids_are_unique_and_the_same_each_time(report: Report) -> None:
    text = render([report])
    result = json.loads(text)["assessment-results"]["results"][0]
    made = [part["uuid"] for kind in ("findings", "observations", "risks") for part in result[kind]]
    assert len(set(made)) == len(made)
    assert text == render([report])


def test_a_result_carries_the_digests_and_what_was_not_checked(result: dict[str, Any], report: Report) -> None:
    assert props(result)["document-digest"] == report.digest
    assert "not-checked" in props(result)
    assert report.rulesets[0].digest in props(result)["ruleset"]


def test_trestle_reads_the_bundled_rulesets_as_a_catalog(tmp_path: Path) -> None:
    rulesets = bundled()
    path = tmp_path / "catalog.json"
    path.write_text(oscal_catalogue(rulesets), encoding="utf-8")
    catalog = Catalog.oscal_read(path)
    assert sum(len(group.controls) for group in catalog.groups) == len(rulesets.rules)


def test_findings_point_to_objectives_of_the_catalog(govrules: Run, folder: Path) -> None:
    done = govrules("catalogue", "--format", "oscal", "--output", "catalog.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    govrules("check", "plan.yaml", "--format", "oscal", "--output", "results.json")
    catalog = json.loads((folder / "catalog.json").read_text(encoding="utf-8"))["catalog"]
    parts = {part["id"] for group in catalog["groups"] for one in group["controls"] for part in one["parts"]}
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))["assessment-results"]["results"]
    assert {one["target"]["target-id"] for one in results[0]["findings"]} <= parts


def test_trestle_validates_both_in_a_workspace(govrules: Run, folder: Path) -> None:
    govrules("catalogue", "--format", "oscal", "--output", "catalog.json")
    govrules("check", "plan.yaml", "--format", "oscal", "--output", "results.json")
    space = folder / "space"
    space.mkdir()

    def trestle(*arguments: str) -> str:
        command = [str(Path(sys.executable).with_name("trestle")), *arguments]
        return subprocess.run(command, cwd=space, capture_output=True, text=True, check=True).stdout

    trestle("init", "--local")
    trestle("import", "-f", str(folder / "catalog.json"), "-o", "rules")
    trestle("import", "-f", str(folder / "results.json"), "-o", "results")
    assert trestle("validate", "-a").count("VALID") == 2
