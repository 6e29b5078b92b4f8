# SPDX-License-Identifier: Apache-2.0
"""Rules that would take too long on any document are refused when they are loaded, with their place."""

import json
from datetime import date
from typing import Any

import pytest

from govrules.assessment.lint import lint
from govrules.ruleset.load import load_rulesets, open_rulesets
from govrules.source.errors import InputError

HEAD = {"ruleset": "acme/social", "title": "T", "version": "1", "reviewed": "2026-11-01"}


def concept(name: str, when: Any) -> dict[str, Any]:
    return {"id": name, "title": "T", "subject": "channels", "when": when}


def problem(tmp_path, rule, require, *concepts) -> Any:
    """The one fault of a ruleset with one rule that requires this of each channel."""
    written = rule("us-a-x", require, subject="channels")
    path = tmp_path / "rules.yaml"
    path.write_text(json.dumps(HEAD | {"concepts": concepts, "rules": [written]}, indent=1))
    with pytest.raises(InputError) as caught:
        load_rulesets([path])
    (found,) = caught.value.problems
    assert found.place.file == str(path)
    assert "ask less" in found.hint
    return found.message


def nested(levels: int) -> dict[str, Any]:
    condition: dict[str, Any] = {"visibility": "public"}
    for _ in range(levels):
        condition = {"strategy.channels": {"every": condition}}
    return condition


def test_lists_in_lists(tmp_path, rule):
    assert problem(tmp_path, rule, nested(12)) == "the rule 'us-a-x' asks about lists within lists, more than 4 deep"


def test_concepts_that_double(tmp_path, rule):
    doubled = [concept(f"c{n}", {"all": [{"is": f"c{n - 1}"}, {"is": f"c{n - 1}"}]}) for n in range(1, 24)]
    found = problem(tmp_path, rule, {"is": "c23"}, concept("c0", {"visibility": "public"}), *doubled)
    assert found == "the concept 'c9' makes more than 500 comparisons, those of its concepts included"


def test_a_chain_of_concepts(tmp_path, rule):
    chain = [concept(f"c{n}", {"is": f"c{n - 1}"}) for n in range(1, 900)]
    found = problem(tmp_path, rule, {"is": "c899"}, concept("c0", {"visibility": "public"}), *chain)
    assert found == "the concept 'c21' rests on concepts more than 20 deep"


def test_a_circle_of_many_concepts(tmp_path, rule):
    circle = [concept(f"c{n:03}", {"is": f"c{(n + 1) % 900:03}"}) for n in range(900)]
    path = tmp_path / "rules.yaml"
    path.write_text(
        json.dumps(HEAD | {"concepts": circle, "rules": [rule("us-a-x", {"is": "c000"}, subject="channels")]})
    )
    with pytest.raises(InputError) as caught:
        load_rulesets([path])
    (found,) = caught.value.problems
    assert found.message.startswith("concepts rest on each other in a circle: c000 -> c001 -> c002 -> ")
    assert len(found.message) < 300


def test_many_comparisons_in_one_rule(tmp_path, rule):
    found = problem(tmp_path, rule, {"any": [{"name": f"n{n}"} for n in range(501)]})
    assert found == "the rule 'us-a-x' makes more than 500 comparisons, those of its concepts included"


def test_what_is_within_the_limits_is_loaded(tmp_path, rule):
    chain = [concept("c0", {"any": [{"name": f"n{n}"} for n in range(500)]})]
    chain += [concept(f"c{n}", {"is": f"c{n - 1}"}) for n in range(1, 20)]
    rules = [rule("us-a-x", {"is": "c19"}, subject="channels"), rule("us-a-y", nested(4), subject="channels")]
    path = tmp_path / "rules.yaml"
    path.write_text(json.dumps(HEAD | {"concepts": chain, "rules": rules}))
    assert list(load_rulesets([path]).rules) == ["us-a-x", "us-a-y"]


def test_many_unknown_names_are_told_in_part_and_counted(tmp_path, rule):
    unknown = [{"is": f"concept-{n}"} for n in range(900)]
    path = tmp_path / "rules.yaml"
    path.write_text(json.dumps(HEAD | {"rules": [rule("us-a-x", {"any": unknown}, subject="channels")]}))
    with pytest.raises(InputError) as caught:
        load_rulesets([path])
    assert len(caught.value.problems) == 101
    assert "800 more faults from here on" in caught.value.problems[-1].message


def test_lint_tells_of_rules_that_are_no_mappings(tmp_path):
    path = tmp_path / "rules.yaml"
    path.write_text(json.dumps(HEAD | {"sources": {}, "rules": ["x", None, {"id": []}]}))
    rulesets, problems = open_rulesets([path]).examine()
    found = [str(problem.message) for problem in [*problems, *lint(rulesets, {str(path)}, as_of=date(2026, 11, 23))]]
    assert "'rules[1]' takes a group of fields, and 'x' is not that" in found
