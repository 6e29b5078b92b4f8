# SPDX-License-Identifier: Apache-2.0
"""Fuzzing of every reader: whatever the bytes are, they are read, or refused by an InputError.

Each target is a function of bytes, so that another fuzzer can drive it too. A run with few cases is among the tests;
`pytest -m hypothesis --hypothesis-profile=long tests/fuzz` makes as many as the profile says.
"""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mangling import mangled, values

from govrules.assessment.check import assess
from govrules.assessment.lint import lint
from govrules.assessment.stored import read_reports
from govrules.repository.baseline import read_baseline
from govrules.repository.config import read_config
from govrules.repository.waivers import read_waivers
from govrules.ruleset.load import load_rulesets, open_rulesets
from govrules.ruleset.lock import hold_to_lock, write_lock
from govrules.ruleset.rule import Rulesets
from govrules.source import InputError
from govrules.source.read import read_line, read_raw
from govrules.strategy.load import document_of

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)
RULES = {
    "ruleset": "acme/social",
    "title": "T",
    "version": "1",
    "reviewed": "2026-11-01",
    "concepts": [{"id": "open", "title": "T", "subject": "channels", "when": {"visibility": "public"}}],
    "rules": [
        {
            "id": "us-a-x",
            "title": "T",
            "severity": "minor",
            "basis": "house",
            "jurisdiction": "US",
            "source": {"citation": "C", "authority": "A", "kind": "house-practice", "confidence": "unverified"},
            "subject": "channels",
            "when": {"is": "open"},
            "require": {"archive.retrieval_tested_on": {"within_days": 365}, "archive.years": {"at_least": 3}},
            "finding": "{name}: not tested.",
            "remedy": {"do": "Test.", "owner": "legal", "effort": "days"},
        }
    ],
}
STRATEGY = {
    "title": "T",
    "organisation": {"name": "O", "sectors": ["bank"]},
    "markets": ["US"],
    "channels": [{"name": "A", "visibility": "public", "archive": {"years": 2, "retrieval_tested_on": "2026-01-31"}}],
}
WAIVERS = {
    "waivers": [{"strategy": "s.yaml", "rule": "us-a-x", "reason": "R", "accepted_by": "B", "expires": "2027-01-01"}]
}
CONFIG = {"strategies": ["s"], "exclude": ["x/"], "fail_on": "minor", "output": {"sarif": "a.sarif"}, "waiver_days": 30}
KNOWN = {"fingerprint": "f", "rule": "r", "ruleset": "a/b", "subject": "s", "verdict": "gap", "severity": "minor"}
PROJECT = b"""\
[project]
name = "p"
[tool.govrules]
strategies = ["s"]
fail_on = "minor"
output.sarif = "a.sarif"
[[tool.govrules.overrides]]
files = ["s/*.yaml"]
ignore = ["us-a-x"]
"""
BASELINE = {"findings": {"s.yaml": [KNOWN | {"basis": "house", "places": 1}]}}


def strategy(raw: bytes, folder: Path) -> None:
    """A strategy, and a check of it."""
    document = document_of(read_raw(raw, file="s.yaml"))
    assess(document, _rulesets(), as_of=AS_OF).to_json()


def json_strategy(raw: bytes, folder: Path) -> None:
    """The same in JSON, whose places are found by a second reader."""
    document = document_of(read_raw(raw, file="s.json"))
    assess(document, _rulesets(), as_of=AS_OF).to_json()


def record(raw: bytes, folder: Path) -> None:
    """The same as a line of many."""
    document_of(read_line(raw, file="s.jsonl", line=7))


def front_matter(raw: bytes, folder: Path) -> None:
    """The same in Markdown."""
    document_of(read_raw(b"---\n" + raw + b"\n---\n# Text\n", file="s.md"))


def ruleset(raw: bytes, folder: Path) -> None:
    """A ruleset, with what lint says of it."""
    path = folder / "r.yaml"
    path.write_bytes(raw)
    rulesets, _ = open_rulesets([path]).examine()
    lint(rulesets, {str(path)}, as_of=AS_OF)


def waivers(raw: bytes, folder: Path) -> None:
    """A file of waivers."""
    (folder / "w.yaml").write_bytes(raw)
    read_waivers([folder / "w.yaml"], folder)


def config(raw: bytes, folder: Path) -> None:
    """A configuration."""
    (folder / "govrules.yaml").write_bytes(raw)
    read_config(folder / "govrules.yaml")


def project(raw: bytes, folder: Path) -> None:
    """A configuration in a Python project."""
    (folder / "pyproject.toml").write_bytes(raw)
    read_config(folder / "pyproject.toml")


def baseline(raw: bytes, folder: Path) -> None:
    """A baseline."""
    (folder / "b.json").write_bytes(raw)
    read_baseline(folder / "b.json", folder)


def lock(raw: bytes, folder: Path) -> None:
    """A lock file."""
    hold_to_lock(_rulesets(), read_raw(raw, file="govrules.lock"))


def report(raw: bytes, folder: Path) -> None:
    """A stored report."""
    (folder / "report.json").write_bytes(raw)
    read_reports(str(folder / "report.json"))


@cache
def _rulesets() -> Rulesets:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rules.json"
        path.write_text(json.dumps(RULES))
        return load_rulesets([path])


def _stored() -> dict[str, object]:
    document = document_of(read_raw(json.dumps(STRATEGY).encode(), file="s.json"))
    return {"reports": [json.loads(assess(document, _rulesets(), as_of=AS_OF).to_json())]}


TARGETS: list[tuple[Callable[[bytes, Path], None], object]] = [
    (strategy, STRATEGY),
    (json_strategy, STRATEGY),
    (record, STRATEGY),
    (front_matter, STRATEGY),
    (ruleset, RULES),
    (waivers, WAIVERS),
    (config, CONFIG),
    (baseline, BASELINE),
    (lock, json.loads(write_lock(_rulesets()))),
    (report, _stored()),
]


def read_or_refused(target: Callable[[bytes, Path], None], raw: bytes) -> None:
    """Have a target read bytes; they are refused by a message, or not at all."""
    with TemporaryDirectory() as folder:
        try:
            target(raw, Path(folder))
        except InputError as error:
            assert error.problems
            assert all(problem.message for problem in error.problems)


@pytest.mark.parametrize(("target", "sound"), TARGETS, ids=[target.__name__ for target, _ in TARGETS])
@given(data=st.data())
def test_whatever_is_read_is_read_or_refused(target, sound, data):
    read_or_refused(target, data.draw(st.one_of(mangled(json.dumps(sound, indent=1).encode()), values(sound))))


@given(raw=mangled(PROJECT))
def test_whatever_a_project_says_is_read_or_refused(raw):
    read_or_refused(project, raw)


@pytest.mark.parametrize(("target", "sound"), TARGETS, ids=[target.__name__ for target, _ in TARGETS])
def test_a_sound_document_is_read(target, sound, tmp_path):
    (tmp_path / "s.yaml").touch()
    target(json.dumps(sound).encode(), tmp_path)


def test_a_sound_project_is_read(tmp_path):
    project(PROJECT, tmp_path)
