# SPDX-License-Identifier: Apache-2.0
"""The small ruleset and strategy, checked in this process, and govrules as its user runs it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_line import Called, Run, called
from hostile import DAY, RULES, STRATEGY
from rule_text import ruleset_text

from govrules import Document, Report, Rulesets, check, load_rulesets, parse_strategy


@pytest.fixture
def rulesets(tmp_path: Path) -> Callable[..., Rulesets]:
    """Load a ruleset of these rules."""

    def load(*rules: dict[str, Any], version: str = "1.0") -> Rulesets:
        path = tmp_path / "small.rules.yaml"
        path.write_text(
            yaml.safe_dump(ruleset_text(*rules or RULES, version=version), sort_keys=False), encoding="utf-8"
        )
        return load_rulesets([path])

    return load


@pytest.fixture
def document() -> Document:
    """The strategy."""
    return parse_strategy(STRATEGY, file="plan.yaml")


@pytest.fixture
def report(document: Document, rulesets: Callable[..., Rulesets]) -> Report:
    """The strategy checked by the small ruleset."""
    return check(document, rulesets(), as_of=DAY)


@pytest.fixture
def judge(rulesets: Callable[..., Rulesets]) -> Callable[..., Report]:
    """Check the strategy, or another text, by the small ruleset or other rules."""

    def judged(text: str = STRATEGY, *rules: dict[str, Any], as_of: date = DAY, version: str = "1.0") -> Report:
        return check(parse_strategy(text, file="plan.yaml"), rulesets(*rules, version=version), as_of=as_of)

    return judged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the strategy and the ruleset."""
    (tmp_path / "plan.yaml").write_text(STRATEGY, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(yaml.safe_dump(ruleset_text(*RULES), sort_keys=False), encoding="utf-8")
    return tmp_path


@pytest.fixture
def govrules(folder: Path) -> Run:
    """Run the command in the folder by its ruleset alone."""

    def run(*arguments: object, **settings: str) -> Called:
        return called(*arguments, "--no-bundled", "--ruleset", "rules.yaml", cwd=folder, **settings)

    return run
