# SPDX-License-Identifier: Apache-2.0
"""An operator that is one object and one line in the list of them works everywhere."""

import json
import re
from pathlib import Path

import pytest
import yaml
from command_line import called
from rule_text import rule_text, ruleset_text

from govrules.logic.operators import OPERATORS, Operator, Words

LONGER_THAN = Operator(
    name="longer_than",
    kinds=("text",),
    many=None,
    operand="value",
    meaning="has more letters than this text",
    predicate=lambda operand, type_: (
        lambda value, as_of: any(len(text) > len(operand) for text in (value if type_.many else (value,)))
    ),
    words=Words("something longer than {}", "longer than {}", "no longer than {}"),
    lasting=lambda operand: True,
)
REQUIRE = {"all": [{"lesson": {"longer_than": "Ada"}}, {"networks": {"known": {"longer_than": "x"}}}]}
STRATEGY = {
    "title": "Plan",
    "organisation": {"name": "Acme"},
    "incomplete": ["competitors[2].networks"],
    "competitors": [
        {"name": "A", "lesson": "Bob", "networks": ["Hoot"]},
        {"name": "B", "lesson": "Ada Lovelace", "networks": ["x"]},
        {"name": "C", "lesson": "Ada Lovelace", "networks": ["x", "yz"]},
    ],
}


@pytest.fixture
def govrules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The command where there is such an operator, beside a ruleset that uses it and a strategy."""
    monkeypatch.setitem(OPERATORS, LONGER_THAN.name, LONGER_THAN)
    competitors = STRATEGY["competitors"]
    examples = {"met": {"competitors": competitors[2:]}, "gap": {"competitors": competitors[:1]}}
    rule = rule_text("zz-long-names", REQUIRE, subject="competitors", examples=examples)
    rule["source"] |= {"in_force": "2020-01-01"}
    (tmp_path / "rules.yaml").write_text(yaml.safe_dump(ruleset_text(rule, reviewed="2026-11-01")))
    (tmp_path / "plan.yaml").write_text(yaml.safe_dump(STRATEGY, sort_keys=False))
    return lambda *arguments: called(*arguments, cwd=tmp_path)


@pytest.mark.parametrize("engine", ["compiled", "durable", "both"])
def test_the_engines_judge_by_it(govrules, engine):
    if engine != "compiled":
        pytest.importorskip("durable_rules_engine", exc_type=ModuleNotFoundError)
    ran = govrules("check", "plan.yaml", "--no-bundled", "-r", "rules.yaml", "--format", "json", "--engine", engine)
    [report] = json.loads(ran.stdout)["reports"]
    found = {finding["subject"]: finding["verdict"] for finding in report["findings"]}
    assert found == {"A": "gap", "B": "unanswered"}
    assert [met["subject"] for met in report["met"]] == ["C"]


def test_why_traces_it_and_tells_what_would_change_it(govrules):
    ran = govrules("explain", "--why", "plan.yaml", "zz-long-names", "A", "-r", "rules.yaml", "--no-bundled")
    assert ran.returncode == 0, ran.stderr
    assert "The document says Bob. The rule looks for longer than Ada." in " ".join(
        re.sub(r" \(plan.yaml:[0-9:]+\)", "", ran.stdout).split()
    )
    assert "longer than Ada" in ran.stdout.splitlines()[-1]
    met = govrules("explain", "--why", "plan.yaml", "zz-long-names", "C", "-r", "rules.yaml", "--no-bundled").stdout
    assert "The document says x, yz (plan.yaml:" in met and "The rule looks for longer than x." in met


def test_lint_takes_what_it_does_not_know_for_possible(govrules):
    ran = govrules("lint", "rules.yaml")
    assert "can never" not in ran.stdout + ran.stderr
    assert govrules("test", "rules.yaml").returncode == 0


def test_the_catalogue_and_the_reference_have_its_words(govrules, tmp_path):
    for arguments in (("-o", "pages", "-r", "rules.yaml", "--no-bundled"), ("-o", "reference", "--reference")):
        assert govrules("catalogue", *arguments).returncode == 0
    assert "**Something longer than Ada**" in (tmp_path / "pages/rules/zz-long-names.md").read_text(encoding="utf-8")
    meaning = "| `longer_than` | has more letters than this text |"
    assert meaning in (tmp_path / "reference/conditions.md").read_text(encoding="utf-8")


def test_the_schema_offers_it_to_texts_only(govrules):
    definitions = json.loads(govrules("schema", "ruleset").stdout)["definitions"]
    tests = {
        name
        for name, schema in definitions.items()
        for form in schema.get("anyOf", [schema])
        if "longer_than" in form.get("properties", {})
    }
    assert tests == {"field.text", "each.text"}
