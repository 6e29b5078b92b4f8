# SPDX-License-Identifier: Apache-2.0
"""The same inputs give the same bytes, whatever the locale, time zone, working directory, hash seed and processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govrules.output.formats import MODULES

POLICIES = Path(__file__).parents[2] / "examples" / "policy-repo"
PAGES = ("html", "pdf")  # each is about one strategy


@pytest.fixture(scope="module")
def policies(tmp_path_factory):
    """The sample repository without its draft, of which the pages are long, somewhere else."""
    folder = tmp_path_factory.mktemp("somewhere") / "policies"
    shutil.copytree(POLICIES, folder)
    shutil.rmtree(folder / "strategies" / "drafts")
    config = folder / "govrules.yaml"
    config.write_text(config.read_text(encoding="utf-8").partition("overrides:")[0], encoding="utf-8")
    return folder


def written(folder, into, *arguments, cwd=".", **settings):
    """Check, with every format written; the bytes of each file, and what was printed."""
    outputs = [
        f"--output={name}={into}/{{name}}.{name}" if name in PAGES else f"--output={name}={into}/all.{name}"
        for name in MODULES
    ]
    command = [sys.executable, "-m", "govrules", "check", *arguments, "--as-of", "2026-11-28", *outputs]
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "GITHUB_STEP_SUMMARY")}
    done = subprocess.run(command, cwd=folder / cwd, env=clean | settings, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return {path.name: path.read_bytes() for path in sorted(into.iterdir())} | {"": done.stdout}


@pytest.mark.long
def test_everything_is_the_same_everywhere(policies, tmp_path):
    plain = written(policies, tmp_path / "a", LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="1")
    assert len(plain) == len(MODULES) - len(PAGES) + 2 * len(PAGES) + 1
    assert all(plain.values())
    elsewhere = written(
        policies,
        tmp_path / "b",
        cwd="rulesets",
        LC_ALL="C",
        LANG="de_DE",
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="2",
        SOURCE_DATE_EPOCH="0",
    )
    assert [name for name in plain if plain[name] != elsewhere.get(name)] == []
    named = written(policies, tmp_path / "c", policies / "strategies", cwd="..", TZ="Etc/GMT+12", PYTHONHASHSEED="3")
    assert [name for name in plain if plain[name] != named.get(name)] == []


def test_the_number_of_processes_changes_nothing(check, strategy, folder):
    for number in range(24):
        strategy(f"plans/{number:02}.yaml", plan=(True, False, None)[number % 3], Blog=number % 2 == 0)
    kinds = ("json", "sarif", "junit", "text", "oscal", "xlsx")
    for jobs in (1, 2, 5):
        outputs = [f"--output={kind}=out{jobs}/all.{kind}" for kind in kinds]
        assert check("plans", "--jobs", jobs, "-q", *outputs).code == 1
    for kind in kinds:
        first, *others = [(folder / f"out{jobs}" / f"all.{kind}").read_bytes() for jobs in (1, 2, 5)]
        assert first
        assert all(other == first for other in others), kind


def test_the_order_in_which_files_are_named_is_that_of_the_reports_and_nothing_else(check, strategy):
    for name in ("a.yaml", "b.yaml"):
        strategy(name, plan=False)
    one = check("a.yaml", "b.yaml", "--format", "jsonl").out.splitlines()
    two = check("b.yaml", "a.yaml", "--format", "jsonl").out.splitlines()
    assert one == two[::-1]
