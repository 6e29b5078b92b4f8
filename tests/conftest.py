# SPDX-License-Identifier: Apache-2.0
"""Options of the test suite, and what several parts of it make."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browser import launched
from clean_shell import ROOT, git
from hypothesis import HealthCheck, settings
from required import missing
from rule_text import rule_text

import govrules.ruleset.bundled

# How many cases hypothesis tries: `--hypothesis-profile=long` tries more.
_ANY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("quick", _ANY_MACHINE, max_examples=50)
settings.register_profile("long", _ANY_MACHINE, max_examples=500)
settings.load_profile("quick")


def pytest_configure() -> None:
    """Read each bundled ruleset once: each command that is run in this process would read them all again."""
    govrules.ruleset.bundled.read_known = cache(govrules.ruleset.bundled.read_known)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-reports",
        action="store_true",
        help="Write the reports of the examples anew. Read every change before you commit it.",
    )


@pytest.fixture
def rule() -> Callable[..., dict[str, Any]]:
    """Make a rule; see :func:`rule_text.rule_text`."""
    return rule_text


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This repository with all that is not ignored, committed; and the commit."""
    place = tmp_path_factory.mktemp("published")
    git("init", "--quiet", "--bare", place / "bare", cwd=place)
    seen = (f"--git-dir={place / 'bare'}", f"--work-tree={ROOT}")
    git(*seen, "add", "--all", cwd=ROOT)
    git(*seen, "commit", "--quiet", "--message=As it stands", cwd=ROOT)
    git("clone", "--quiet", place / "bare", place / "govrules", cwd=place)
    return place / "govrules", git("rev-parse", "HEAD", cwd=place / "govrules").strip()


@pytest.fixture(scope="session")
def pre_commit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps its environments; that of the hooks is made once."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core."""
    path = os.environ.get("GOVRULES_AXE")
    if path is None:
        missing("axe-core is not there: npm install axe-core, and set GOVRULES_AXE to the path of its axe.min.js")
    return Path(path).read_text(encoding="utf-8")
