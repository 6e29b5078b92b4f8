# SPDX-License-Identifier: Apache-2.0
"""A sector that a ruleset adds is a sector everywhere: in examples, in explanations, in strategies."""

import pytest

OWN = [{"id": "own-bank", "title": "Our online bank", "parent": "bank"}]


@pytest.fixture
def house(ruleset, rule):
    examples = {"met": {"author": "A"}, "gap": {"author": " "}}
    return ruleset(
        rule("zz-own", {"author": {"given": True}}, sectors=["own-bank"], examples=examples),
        sectors=OWN,
        covers={"sectors": ["own-bank"]},
    )


def test_examples_of_a_rule_for_an_own_sector_run(govrules, house):
    result = govrules("test", house)
    assert (result.returncode, result.stderr) == (0, "")
    assert "2 examples, 0 failed" in result.stdout


def test_an_own_sector_is_called_by_its_title(govrules, house, tmp_path):
    assert "Our online bank" in govrules("explain", "zz-own", "--no-bundled", "-r", house).stdout
    govrules("catalogue", "--no-bundled", "-r", house, "--output", "pages")
    assert "Our online bank" in (tmp_path / "pages/industries.md").read_text(encoding="utf-8")


def test_a_strategy_may_name_an_own_sector(govrules, house, write):
    organisation = {"name": "N", "sectors": ["own-bank"]}
    strategy = write("s.yaml", {"title": "S", "organisation": organisation, "markets": [], "author": "A"})
    result = govrules("check", strategy, "--no-bundled", "-r", house)
    assert (result.returncode, result.stderr) == (0, "")


def test_the_schemas_offer_it(govrules, house):
    for kind in ("strategy", "ruleset"):
        for options, offered in (((), False), (("-r", house), True)):
            assert ('"own-bank"' in govrules("schema", kind, *options).stdout) == offered
