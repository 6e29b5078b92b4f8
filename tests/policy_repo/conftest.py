# SPDX-License-Identifier: Apache-2.0
"""The sample of a policy repository, cloned; as it stands, and with a change under review."""

import json
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from clean_shell import git
from policy_clone import (
    ARCHIVE,
    BANK,
    BROKER,
    DRAFT,
    NO_ARCHIVE,
    SAMPLE,
    Clone,
    cloned,
    command_folder,
    objects,
    standing,
)

_FORMATS = ("json", "jsonl", "markdown", "xlsx", "sarif", "junit", "github", "gitlab", "azure", "tap")


@pytest.fixture(scope="session")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the command ``govrules`` lies."""
    return command_folder(tmp_path_factory.mktemp("commands"), sys.executable)


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as it stands in the working tree, committed to main of a repository of its own."""
    place = tmp_path_factory.mktemp("origin") / "policies"
    shutil.copytree(SAMPLE, place, ignore=shutil.ignore_patterns("build"))
    git("init", "--quiet", "--initial-branch=main", place, cwd=place)
    git("add", "--all", cwd=place)
    git("commit", "--quiet", "--message=Policies of the group", cwd=place)
    return place


@pytest.fixture
def clone(origin: Path, commands: Path, tmp_path: Path) -> Clone:
    """A fresh clone."""
    return cloned(origin, commands, tmp_path)


@pytest.fixture(scope="session")
def proposed(origin: Path, commands: Path, tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone in which a branch takes the archive off one channel. Tests write nothing into it."""
    clone = cloned(origin, commands, tmp_path_factory.mktemp("proposed"))
    clone.git("switch", "--quiet", "--create=change")
    clone.edit(BANK, ARCHIVE, NO_ARCHIVE)
    clone.git("commit", "--quiet", "--all", "--message=No archive for originators")
    return clone


@pytest.fixture(scope="session")
def written(proposed: Clone, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report of the changed repository in every format but PDF.

    What is printed is in report.text, the summary of the job in summary.md, pages are named after strategies.
    """
    place = tmp_path_factory.mktemp("written")
    outputs = [f"--output {name}={place}/report.{name}" for name in _FORMATS]
    # What reads it goes by the end of its name.
    outputs += [f"--output oscal={place}/oscal.json", f"--output html={place}/{{name}}.html"]
    command = f"govrules check --sarif-waived {' '.join(outputs)}"
    done = proposed.run(command, GITHUB_STEP_SUMMARY=place / "summary.md")
    assert (done.code, done.err) == (1, ""), done.err
    (place / "report.text").write_text(done.out, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def numbers(written: Path) -> dict[str, Counter[str]]:
    """How many findings each strategy has, by how they stand, as JSON lines tell it."""
    found: dict[str, Counter[str]] = {BROKER: Counter(), BANK: Counter(), DRAFT: Counter()}
    for finding in objects((written / "report.jsonl").read_text(encoding="utf-8")):
        found[finding["strategy"]][standing(finding)] += 1
    return found


@pytest.fixture(scope="session")
def numbers_by_rule(written: Path) -> dict[str, Counter[str]]:
    """How many findings each strategy has where each rule is counted apart, as the JSON report tells it."""
    reports = json.loads((written / "report.json").read_text(encoding="utf-8"))["reports"]
    return {report["file"]: Counter(map(standing, report["findings"])) for report in reports}


@pytest.fixture(scope="session")
def total(numbers: dict[str, Counter[str]]) -> Counter[str]:
    """How many findings there are, by how they stand."""
    return sum(numbers.values(), Counter())
