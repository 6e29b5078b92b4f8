# SPDX-License-Identifier: Apache-2.0
"""Rulesets that were read when the package was built are the same as those that are read from their YAML."""

from dataclasses import replace
from pathlib import Path

import pytest

from govrules.source.precompiled import precompile, read_known, with_examples
from govrules.source.read import read

RULESET = """ruleset: acme/us
rules:
  - {id: with, examples: {gap: {title: A}}, require: {title: {stated: true}}}
  - {id: without, require: {title: {stated: true}}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "us.yaml"
    written.write_text(RULESET)
    return written


@pytest.fixture
def store(path: Path, tmp_path: Path) -> Path:
    kept = tmp_path / "kept.json"
    kept.write_bytes(precompile([path]))
    return kept


def test_the_examples_of_rules_are_kept_apart_and_come_back(path: Path, store: Path) -> None:
    known = read_known(path, store)
    assert known.known
    assert not any("examples" in rule for rule in known.data["rules"])
    assert with_examples(known, store).data == read(path).data
    assert known.place(("rules", 0, "examples")) == read(path).place(("rules", 0, "examples"))


def test_a_ruleset_that_was_changed_since_is_read_as_any_other(path: Path, store: Path) -> None:
    path.write_text(RULESET.replace("without", "changed"))
    changed = read_known(path, store)
    assert not changed.known
    assert changed.data["rules"][1]["id"] == "changed"


def test_without_a_store_every_ruleset_is_read_as_any_other(path: Path, tmp_path: Path) -> None:
    found = read_known(path, tmp_path / "none.json")
    assert found.data == read(path).data
    assert with_examples(replace(found, known=True), tmp_path / "none.json").data == found.data
