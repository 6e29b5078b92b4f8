# SPDX-License-Identifier: Apache-2.0
"""The example strategies and their whole reports, reviewed by a person.

After a change of rules or output: ``pytest tests/examples --update-reports``, then read what changed.
"""

import io
from datetime import date
from pathlib import Path

import pytest
from bundled import bundled
from rich.console import Console

from govrules import check
from govrules.output.text import print_report

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
RULESETS = bundled()
AS_OF = date(2026, 11, 23)
WRITTEN = [*EXAMPLES, *sorted((ROOT / "examples" / "policy-repo" / "strategies").glob("**/*.*"))]
FINISHED = [path for path in EXAMPLES if path.stem not in ("showstopper", "unfinished-draft")]


def written_report(example: Path) -> str:
    report = check(example.relative_to(ROOT), RULESETS, as_of=AS_OF)
    stream = io.StringIO()
    print_report(report, Console(file=stream, width=100, highlight=False, markup=False, emoji=False), today=AS_OF)
    return stream.getvalue()


@pytest.mark.parametrize("example", [pytest.param(path, id=path.stem) for path in EXAMPLES])
def test_the_report_is_the_reviewed_one(
    example: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    expected = example.with_suffix(".report.txt")
    report = written_report(example)
    if request.config.getoption("--update-reports"):
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", [pytest.param(path, id=path.stem) for path in FINISHED])
def test_a_finished_strategy_has_no_showstopper_and_few_questions(example: Path) -> None:
    summary = check(example, RULESETS, as_of=AS_OF).summary
    assert summary.showstoppers == 0
    assert summary.questions <= 8
    assert summary.met >= 0.8 * summary.applicable


def test_the_draft_is_mainly_questions() -> None:
    summary = check(ROOT / "examples" / "unfinished-draft.yaml", RULESETS, as_of=AS_OF).summary
    assert summary.showstoppers == 0
    assert summary.questions > 50


def test_bought_followers_are_a_showstopper_and_paid_praise_is_cured_by_a_neutral_reward() -> None:
    report = check(ROOT / "examples" / "showstopper.yaml", RULESETS, as_of=AS_OF)
    severities = {finding.rule: finding.severity for finding in report.findings if finding.verdict == "gap"}
    assert [rule for rule, severity in severities.items() if severity == "showstopper"] == [
        "us-ftc-reviews-fake-indicators"
    ]
    assert severities["us-ftc-reviews-paid-sentiment"] == "major"


def test_there_are_the_six_strategies_and_one_that_must_stop() -> None:
    assert {path.stem for path in EXAMPLES} >= {
        "regional-bank-us",
        "broker-dealer-influencers-us",
        "hospital-group-us",
        "pharma-us",
        "consumer-brand-us-gb",
        "unfinished-draft",
        "showstopper",
    }


@pytest.mark.parametrize("example", [pytest.param(path, id=path.stem) for path in EXAMPLES])
def test_the_readme_gives_the_verdict_of_the_report(example: Path) -> None:
    verdict = example.with_suffix(".report.txt").read_text(encoding="utf-8").splitlines()[0]
    assert f"| {example.stem} | {verdict} |" in (ROOT / "examples" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("strategy", [pytest.param(path, id=path.stem) for path in WRITTEN])
def test_a_strategy_is_written_as_a_person_would_edit_it(strategy: Path) -> None:
    lines = strategy.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 100] == []
    assert [line for line in lines if line.count("{") != line.count("}")] == [], "braces over several lines"
