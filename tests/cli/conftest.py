# SPDX-License-Identifier: Apache-2.0
"""Runs govrules as its user does, in a directory of its own."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from command_line import Run, called, started
from rule_text import ruleset_text

Write = Callable[..., Path]


@pytest.fixture
def govrules(tmp_path: Path) -> Run:
    """Run the command with these arguments; ``settings`` are environment variables. Paths are relative to tmp_path."""
    return partial(called, cwd=tmp_path)


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """The same in a process of its own."""
    return partial(started, cwd=tmp_path)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of tmp_path: text or bytes as they are, data as JSON (which is YAML)."""

    def write_file(name: str, content: str | bytes | dict[str, Any]) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            content = json.dumps(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path(name)

    return write_file


@pytest.fixture
def ruleset(write: Write) -> Callable[..., Path]:
    """Write a ruleset of these rules."""

    def write_ruleset(*rules: dict[str, Any], name: str = "test/small", **otherwise: Any) -> Path:
        return write(f"{name.replace('/', '-')}.rules.yaml", ruleset_text(*rules, ruleset=name, **otherwise))

    return write_ruleset
