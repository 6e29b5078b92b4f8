# SPDX-License-Identifier: Apache-2.0
"""Judging again after a change gives what judging everything gives, with less to judge."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from rule_text import rule_text, ruleset_text

from govrules import load_rulesets
from govrules.engines.again import FieldIndex, Judged
from govrules.engines.compiled import CompiledEngine
from govrules.source.read import read
from govrules.strategy.load import make_strategy
from tests.bundled import bundled

EXAMPLES = sorted(Path("examples").glob("*.yaml"))
AS_OF = date(2026, 11, 29)


@cache
def index():
    return FieldIndex(tuple(bundled().rules.values()), bundled().concepts, AS_OF)


@cache
def data_of(example):
    return read(example).data


@cache
def judged(example):
    engine = CompiledEngine(bundled().concepts)
    return Judged.of(engine, index(), make_strategy(data_of(example), bundled().shapes))


def pointers(value, at=()):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in items:
        if at or key not in ("title", "organisation", "waivers"):
            yield (*at, key)
        yield from pointers(below, (*at, key))


@st.composite
def changed(draw):
    """An example, and its data after some values were left out, emptied or turned round."""
    example = draw(st.sampled_from(EXAMPLES))
    data = json.loads(json.dumps(data_of(example)))
    for _ in range(draw(st.integers(1, 3))):
        found = [pointer for pointer in pointers(data) if pointer != ("organisation", "name")]
        *way, last = draw(st.sampled_from(found))
        parent = data
        for step in way:
            parent = parent[step]
        if isinstance(parent[last], bool):
            parent[last] = draw(st.sampled_from([None, not parent[last]])) if isinstance(parent, dict) else parent[last]
        elif isinstance(parent[last], list):
            parent[last] = draw(st.sampled_from([[], parent[last][1:]]))
        else:
            del parent[last]
    return example, data


@given(changed())
def test_a_change_is_judged_as_if_everything_were(case):
    example, data = case
    strategy = make_strategy(data, bundled().shapes)
    before = judged(example)
    after = before.after(strategy)
    assert after.judgements == before.engine.judge(index().rules, strategy, AS_OF)


def test_only_rules_that_read_a_changed_field_are_judged():
    (bank,) = [example for example in EXAMPLES if example.stem == "regional-bank-us"]
    data = json.loads(json.dumps(data_of(bank)))
    data["channels"][1]["archive"]["enabled"] = False
    calls = []

    class Counting(CompiledEngine):
        def judge(self, rules, strategy, as_of):
            calls.append(len(rules))
            return super().judge(rules, strategy, as_of)

    before = judged(bank)
    again = Judged(Counting(bundled().concepts), index(), before.strategy, before.by_rule)
    after = again.after(make_strategy(data, bundled().shapes))
    assert after.judgements != before.judgements
    assert calls and calls[0] < len(index().rules) / 10


def test_nothing_is_judged_where_nothing_changed():
    (bank,) = [example for example in EXAMPLES if example.stem == "regional-bank-us"]
    before = judged(bank)
    same = before.after(make_strategy(data_of(bank), bundled().shapes))
    assert [one.verdict for one in same.judgements] == [one.verdict for one in before.judgements]
    assert index().touched([]) == set()


def test_a_rule_about_what_follows_from_a_list_is_judged_again_when_an_element_changes(tmp_path):
    recent = rule_text("recent", {"newest_research": {"within_days": 31}})
    planned = rule_text("planned", {"launch_on": {"given": True}})
    (tmp_path / "small.yaml").write_text(json.dumps(ruleset_text(recent, planned)))
    rulesets = load_rulesets([tmp_path / "small.yaml"])
    small = FieldIndex(tuple(rulesets.rules.values()), rulesets.concepts, AS_OF)
    assert small.touched([("research", "published_on")]) == {"recent"}
    assert small.touched([("launch_on",)]) == {"planned"}
