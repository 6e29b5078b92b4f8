# SPDX-License-Identifier: Apache-2.0
"""The recipes of CONTRIBUTING.md name files and folders that exist, and the commands that renew what is generated."""

import re
from pathlib import Path

import pytest

from govrules.cli.schema import command

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = {
    word
    for code in re.findall(r"`([^`\n]+)`|\]\(([^)#\n]+)[)#]", TEXT)
    for word in "".join(code).split()
    if re.match(r"(govrules|tests|rulesets|docs|schemas|examples|\.ci)/", word) and "NAME" not in word
}


def test_the_recipes_name_many_files():
    assert len(NAMED) >= 25


@pytest.mark.parametrize("path", sorted(NAMED))
def test_what_a_recipe_names_is_there(path):
    assert (ROOT / path).exists()


def test_each_kind_of_schema_is_renewed():
    (kinds,) = re.findall(r"for kind in ([a-z ]+); do", TEXT)
    (parameter,) = (one for one in command.params if one.name == "kind")
    assert sorted(kinds.split()) == sorted(parameter.type.choices)
