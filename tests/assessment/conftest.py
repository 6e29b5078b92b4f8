# SPDX-License-Identifier: Apache-2.0
"""Small rulesets and strategies, written in the test and judged in this process."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from rule_text import ruleset_text

from govrules import Report, Rulesets, check, load_rulesets, parse_strategy

DAY = date(2026, 11, 23)


@pytest.fixture
def rulesets(tmp_path: Path) -> Callable[..., Rulesets]:
    """Load a ruleset of these rules; more can be said of the ruleset by name."""

    def load(*rules: dict[str, Any], **head: Any) -> Rulesets:
        path = tmp_path / "small.yaml"
        path.write_text(yaml.safe_dump(ruleset_text(*rules, **head), sort_keys=False), encoding="utf-8")
        return load_rulesets([path])

    return load


@pytest.fixture
def judge(rulesets: Callable[..., Rulesets]) -> Callable[..., Report]:
    """Check a strategy (YAML without title and organisation's name) by these rules."""

    def report(text: str, *rules: dict[str, Any], as_of: date = DAY, organisation: str = "", **head: Any) -> Report:
        opening = f"title: T\norganisation: {{name: O{', ' if organisation else ''}{organisation}}}\n"
        return check(parse_strategy(opening + text), rulesets(*rules, **head), as_of=as_of)

    return report
