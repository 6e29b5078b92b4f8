# SPDX-License-Identifier: Apache-2.0
"""Real enforcement cases, as strategies that state their facts beforehand: a breach is found with the authority's legal
basis, and a permitted practice is no showstopper."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from bundled import bundled

from govrules import check

RULESETS = bundled()
AS_OF = date(2026, 11, 23)
CASES = sorted(path for path in Path(__file__).parent.glob("*.yaml") if not path.name.endswith(".expected.yaml"))


def expected_of(case: Path) -> dict[str, Any]:
    expected: dict[str, Any] = yaml.safe_load(case.with_suffix(".expected.yaml").read_text(encoding="utf-8"))
    return expected


@pytest.mark.parametrize("case", [pytest.param(case, id=case.stem) for case in CASES])
def test_the_case_comes_out_as_the_authority_decided(case: Path) -> None:
    expected = expected_of(case)
    report = check(case, RULESETS, as_of=AS_OF)
    gaps = {
        name for finding in report.findings if finding.verdict == "gap" for name in (finding.rule, *finding.stands_for)
    }
    if expected["outcome"] == "permitted":
        assert report.summary.showstoppers == 0
        assert not gaps & set(expected["met_or_silent"])
        return
    assert set(expected["rules"]) <= gaps
    texts = [RULESETS.rules[rule].text for rule in expected["rules"]]
    cited = "\n".join(f"{text.source.citation} {text.note}" for text in texts)
    assert [basis for basis in expected["basis"] if basis not in cited] == []


def test_there_are_cases_of_both_kinds() -> None:
    outcomes = [expected_of(case)["outcome"] for case in CASES]
    assert outcomes.count("breach") >= 3
