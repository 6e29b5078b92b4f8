# SPDX-License-Identifier: Apache-2.0
"""A repository of policies, with a strategy that passes and one that does not; and govrules as a wheel."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from clean_shell import ROOT, git


def _strategy(plan: bool) -> dict[str, Any]:
    organisation = {"name": "Acme", "sectors": []}
    return {"title": "T", "organisation": organisation, "governance": {"crisis": {"plan": plan}}, "markets": []}


@pytest.fixture
def policies(tmp_path: Path, rule: Callable[..., dict[str, Any]]) -> Path:
    """A repository of policies. Its files are in git's index, and nothing is committed."""
    place = tmp_path / "policies"
    asked = rule("zz-acme-plan", {"governance.crisis.plan": True}, finding="There is no crisis plan.")
    asked["source"] |= {"kind": "house-practice", "in_force": None}
    asked["examples"] = {"met": {"governance": {"crisis": {"plan": True}}}, "gap": _strategy(False)}
    head = {"ruleset": "acme/social", "title": "Acme", "version": "1.0", "reviewed": date.today().isoformat()}
    files: dict[str, Any] = {
        "strategies/good.yaml": _strategy(True),
        "strategies/bad.yaml": _strategy(False),
        "strategies/two words.yaml": _strategy(True),
        "rulesets/acme.yaml": head | {"rules": [asked]},
    }
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    git("init", "--quiet", "--initial-branch=main", place, cwd=tmp_path)
    git("add", "--all", cwd=place)
    return place


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT]
    subprocess.run(list(map(str, command)), check=True, cwd=folder)
    (built,) = folder.glob("govrules-*.whl")
    return built
