# SPDX-License-Identifier: Apache-2.0
"""The comparison with other rule engines is fair only if the neutral rules mean here what they say."""

import sys
from collections.abc import Mapping
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "benchmarks"))

from peer import own
from peer.rules import Comparison, Rule, rules, strategies
from peers import side_by_side

NUMBER = 20


@pytest.mark.parametrize("contender", own.CONTENDERS, ids=lambda contender: contender.name)
def test_govrules_finds_what_the_neutral_rules_say(contender: own.Contender) -> None:
    neutral = rules(NUMBER)
    prepare = contender.make(neutral)
    for data in strategies().values():
        channels = list(enumerate(data["channels"]))
        broken = {(rule.id, place) for rule in neutral for place, channel in channels if _broken(rule, channel)}
        assert broken and prepare(data)() == broken


def _broken(rule: Rule, channel: Mapping[str, Any]) -> bool:
    return all(_holds(test, reduce(getitem, test.field.split("."), channel)) for test in rule.tests)


def _holds(test: Comparison, value: Any) -> bool:
    match test.operator:
        case "is":
            return value is test.value
        case "includes":
            return test.value in value
        case "one_of":
            return value in test.value
        case "more_than":
            return value > test.value
        case "less_than":
            return value < test.value


def test_an_engine_that_answers_otherwise_is_void() -> None:
    wrong = own.Contender("wrong", "none", "nothing", lambda rules: lambda data: lambda: {("rule-1", 99)})
    table, goal = side_by_side((own.CONTENDERS[0], wrong), NUMBER, 1, {})
    assert [row[0] for row in table.rows] == ["govrules", "wrong"]
    assert table.rows[0][2] == "1"
    assert table.rows[1][1] == "void" and table.rows[1][2].startswith("names 1 others, misses")
    assert not goal.reached


def test_an_engine_that_is_not_there_is_named_with_the_reason() -> None:
    def not_there(rules: object) -> Any:
        raise ImportError("No module named 'zen'")

    missing: dict[str, str] = {}
    (table,) = side_by_side((own.CONTENDERS[0], own.Contender("zen", "zen", "rows", not_there)), NUMBER, 1, missing)
    assert [row[0] for row in table.rows] == ["govrules"]
    assert missing == {"zen": "not installed: No module named 'zen'"}
