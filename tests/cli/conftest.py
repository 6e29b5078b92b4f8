# SPDX-License-Identifier: Apache-2.0
"""Runs govrules as its user does: a process of its own, in a directory of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_SETTINGS = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "PYTHONIOENCODING",
    "PYTHONHASHSEED",
    "LC_ALL",
    "TZ",
)

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[..., Path]


@pytest.fixture
def govrules(tmp_path: Path) -> Run:
    """Run the command with these arguments; ``settings`` are environment variables. Paths are relative to tmp_path."""

    def run(
        *arguments: object, stdin: str = "", cwd: Path = tmp_path, **settings: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
        return subprocess.run(
            [sys.executable, "-m", "govrules", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env=clean | settings,
            check=False,
        )

    return run


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
        text = {"ruleset": name, "title": "Small", "version": "1.0", "reviewed": "2026-01-01", "rules": rules}
        return write(f"{name.replace('/', '-')}.rules.yaml", text | otherwise)

    return write_ruleset
