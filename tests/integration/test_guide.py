# SPDX-License-Identifier: Apache-2.0
"""The guide to CI tells all that there is, and nothing that is not."""

import re

import pytest
import yaml
from clean_shell import ROOT, complaints, tool
from snippets import GUIDE, shown

TEXT = GUIDE.read_text(encoding="utf-8")


def table(head):
    """The words in code of the first column of the table that begins with this head."""
    rows = re.search(rf"^\| {head} \|.*\n\|[ |-]+\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    assert rows is not None
    return [name for row in rows[1].splitlines() for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def read(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("head", "there"),
    [
        ("Input", read("action.yml")["inputs"]),
        ("Output", read("action.yml")["outputs"]),
        ("Variable", read("ci/gitlab/govrules.yml")["variables"]),
        ("Hook", [hook["id"] for hook in read(".pre-commit-hooks.yaml")]),
    ],
    ids=["inputs", "outputs", "variables", "hooks"],
)
def test_what_there_is_and_what_is_told_are_the_same(head, there):
    assert table(head) == list(there)


def test_the_files_that_it_names_are_there():
    assert [name for name in table("File") if not (ROOT / name).is_file()] == []


def test_its_configuration_and_its_command_work(policies):
    (policies / "govrules.yaml").write_text(shown("govrules.yaml") + "bundled: false\n")
    name, *arguments = shown("any CI").split()
    assert "strategies/bad.yaml" in complaints(tool(name), *arguments, cwd=policies)
    assert (policies / "govrules.xml").is_file()


def test_a_part_of_a_configuration_for_pre_commit_is_a_whole_with_the_rest(tmp_path):
    part = shown("part of .pre-commit-config.yaml")
    whole = shown(".pre-commit-config.yaml").replace(part.splitlines(keepends=True)[0], part)
    (file := tmp_path / "config.yaml").write_text(whole)
    assert complaints(tool("pre-commit"), "validate-config", file, cwd=tmp_path) == ""
    assert yaml.safe_load(whole)["repos"][0]["hooks"][2]["pass_filenames"] is False
