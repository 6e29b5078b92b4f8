# SPDX-License-Identifier: Apache-2.0
"""What the README says of itself is so."""

import re
from pathlib import Path

from bundled import bundled

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_verdict_shown_is_that_of_the_example_it_runs() -> None:
    verdict = (ROOT / "examples" / "regional-bank-us.report.txt").read_text(encoding="utf-8").splitlines()[0]
    assert verdict in README


def test_the_numbers_of_rules_are_right() -> None:
    rules = bundled().rules.values()
    stoppers = sum(rule.severity == "showstopper" for rule in rules)
    assert f"{len(rules)} rules, {stoppers} of which could ever stop a launch" in README


def test_every_file_it_links_is_there() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(targets) >= 4
    assert [target for target in targets if not (ROOT / target).exists()] == []
