# SPDX-License-Identifier: Apache-2.0
"""A repository of policies in a folder of its own, and govrules run in it, in this process."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import Done, called
from repository_lines import said_by_rule

HEAD = {"ruleset": "house/rules", "title": "House rules", "version": "1.0", "reviewed": "2026-11-01"}
PLAN = {"governance.crisis.plan": True}
ARCHIVE = {"subject": "channels", "require": {"archive.enabled": True}, "finding": "{name} keeps no archive."}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: Callable[..., dict[str, Any]]) -> Path:
    """The folder, which is the working directory, with a ruleset of three rules."""
    monkeypatch.chdir(tmp_path)
    rules = [
        rule("zz-plan", PLAN),
        rule(
            "zz-archive", ARCHIVE["require"], severity="minor", **{k: v for k, v in ARCHIVE.items() if k != "require"}
        ),
        rule("zz-stop", {"governance.crisis.stop_all_step": True}, severity="showstopper"),
    ]
    (tmp_path / "rules.yaml").write_text(json.dumps(HEAD | {"rules": rules}))
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Callable[..., Path]:
    """Write a file of the folder: text as it is, data as JSON (which is YAML)."""

    def write_file(name: str, content: str | dict[str, Any]) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content, indent=1), encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def strategy(write: Callable[..., Path]) -> Callable[..., Path]:
    """Write a strategy: whether it has a crisis plan, and whether each channel has an archive."""

    def write_strategy(name: str = "s.yaml", *, plan: bool | None = True, stop: bool = True, **channels: bool) -> Path:
        crisis = {"stop_all_step": stop} | ({} if plan is None else {"plan": plan})
        listed = [{"name": name, "archive": {"enabled": kept}} for name, kept in channels.items()]
        text = {"title": "T", "organisation": {"name": "O", "sectors": []}, "channels": listed}
        return write(name, text | {"governance": {"crisis": crisis}, "markets": []})

    return write_strategy


@pytest.fixture
def govrules(folder: Path) -> Callable[..., Done]:
    """Run the command in the folder, or in ``cwd``."""

    def invoke(*arguments: object, cwd: Path | None = None) -> Done:
        done = called(*arguments, cwd=cwd or folder)
        return Done(done.returncode, done.stdout, done.stderr)

    return invoke


@pytest.fixture
def check(govrules: Callable[..., Done]) -> Callable[..., Done]:
    """Check by the rules of the folder alone."""

    def invoke(*arguments: object, cwd: Path | None = None) -> Done:
        return govrules("check", *arguments, "--no-bundled", "-r", "rules.yaml", cwd=cwd)

    return invoke


@pytest.fixture
def found(check: Callable[..., Done]) -> Callable[..., list[dict[str, Any]]]:
    """What a check finds, finding by finding."""

    def lines(*arguments: object) -> list[dict[str, Any]]:
        done = check(*arguments, "--format", "jsonl")
        assert done.code in (0, 1), done.err
        return said_by_rule(done.out)

    return lines


@pytest.fixture
def git(folder: Path) -> Callable[..., str]:
    """Run git in the folder, as somebody whose own configuration does not matter."""

    def run_git(*arguments: str) -> str:
        settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        command = ["git", *settings, "-c", "commit.gpgsign=false", *arguments]
        return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout

    return run_git
