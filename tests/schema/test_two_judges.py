# SPDX-License-Identifier: Apache-2.0
"""What the schema underlines, the loader refuses; what the loader refuses, the schema underlines, except what stands in
docs/decisions/005-what-a-schema-cannot-say.md."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bundled import long_unless_small, one_in_eight
from jsonschema import Draft7Validator, FormatChecker
from judges import (
    GONE,
    KNOWN_SECTORS_ONLY,
    RULE,
    RULESET,
    RULESET_JUDGE,
    RULESET_SCHEMA,
    STRATEGY,
    STRATEGY_JUDGE,
    changed,
    ruleset_problems,
    strategy_problems,
)

from govrules.assessment.examples import example_faults
from govrules.ruleset.bundled import bundled_paths
from govrules.ruleset.load import load_rulesets
from govrules.source import read
from govrules.source.faults import FaultKind
from govrules.strategy import StrategyShapes, load_strategy
from govrules.strategy.schema import strategy_schema

HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]
STRATEGIES = [
    *sorted((ROOT / "examples").glob("*.yaml")),
    *(path for path in sorted((ROOT / "tests/cases").glob("*.yaml")) if not path.name.endswith(".expected.yaml")),
]

REQUIRE, WHEN = "rules/0/require", "rules/0/when"
WRONG_RULESETS: dict[str, tuple[str, Any]] = {
    "unknown field": (f"{REQUIRE}/visibilty", "public"),
    "field of another subject": (f"{REQUIRE}/launch_on", {"stated": True}),
    "unknown field of a part": (f"{REQUIRE}/archive.yaers", 3),
    "unknown field of the document": (f"{REQUIRE}/strategy.chanels", {"stated": True}),
    "the document alone is no field": (f"{REQUIRE}/strategy", {"stated": True}),
    "field of a text": (f"{REQUIRE}/owner.name", "x"),
    "wrong enum value": (f"{REQUIRE}/visibility", "publik"),
    "wrong enum value in a list": (f"{WHEN}/any/0", {"content_classes": {"includes_any": ["static", "zzz"]}}),
    "operator that does not fit": (f"{REQUIRE}/visibility", {"at_least": 3}),
    "operator of lists on one value": (f"{REQUIRE}/visibility", {"includes": "public"}),
    "unknown operator": (f"{REQUIRE}/archive.years", {"at_lest": 3}),
    "operand of the wrong type": (f"{REQUIRE}/archive.years", {"at_least": "three"}),
    "true for a number": (f"{REQUIRE}/archive.years", True),
    "fraction for a whole number": (f"{REQUIRE}/strategy.organisation.employees", {"at_least": 2.5}),
    "text for true or false": (f"{REQUIRE}/owner", {"stated": "yes"}),
    "parameter for true or false": (f"{REQUIRE}/owner", {"stated": "$years"}),
    "parameter for a list": (f"{REQUIRE}/visibility", {"one_of": "$years"}),
    "nothing as operand": (f"{REQUIRE}/owner", None),
    "list equals value": (f"{REQUIRE}/topics", "price"),
    "list as value": (f"{REQUIRE}/visibility", ["public"]),
    "group of fields equals value": (f"{REQUIRE}/archive", True),
    "path through a list": (f"{REQUIRE}/strategy.audiences.minimum_age", {"at_least": 18}),
    "one value where a list is wanted": (f"{REQUIRE}/visibility", {"one_of": "public"}),
    "empty list of values": (f"{REQUIRE}/visibility", {"one_of": []}),
    "blank word": (f"{REQUIRE}/owner", {"mentions": [" "]}),
    "unknown group": (f"{REQUIRE}/topics", {"only": ["price", "$promotions"]}),
    "group of a field without groups": (f"{REQUIRE}/content_classes", {"only": ["$promotion"]}),
    "negative days": (f"{REQUIRE}/strategy.launch_on", {"within_days": -1}),
    "no day of the calendar": (f"{REQUIRE}/strategy.launch_on", {"on_or_after": "2026-02-29"}),
    "unknown jurisdiction in a condition": (f"{REQUIRE}/strategy.markets", {"covers": "UK"}),
    "no operator": (f"{REQUIRE}/visibility", {}),
    "empty condition": (REQUIRE, {}),
    "condition is a list": (REQUIRE, [{"visibility": "public"}]),
    "empty any": (f"{WHEN}/any", []),
    "all with one condition": (f"{WHEN}/all", {"visibility": "public"}),
    "not with a list": (f"{WHEN}/not", [{"visibility": "public"}]),
    "trigger with nothing behind it": (WHEN, None),
    "is with a number": (f"{WHEN}/is", 3),
    "is with an empty list": (f"{WHEN}/is", []),
    "some of a single group": (f"{REQUIRE}/archive", {"some": {"years": 3}}),
    "some of plain values": (f"{REQUIRE}/topics", {"some": {"stated": True}}),
    "unknown field of an element": (f"{REQUIRE}/strategy.audiences", {"every": {"min_age": 3}}),
    "count without a bound": (f"{REQUIRE}/strategy.audiences", {"count": {"where": {"age_gated": True}}}),
    "count with another key": (f"{REQUIRE}/topics", {"count": {"at_least": 1, "exactly": 1}}),
    "count of plain values with a condition": (f"{REQUIRE}/topics", {"count": {"at_least": 1, "where": {"a": 1}}}),
    "nothing known": (f"{REQUIRE}/visibility", {"known": {}}),
    "unknown value known": (f"{REQUIRE}/visibility", {"known": "publik"}),
    "known to be a value of a list": (f"{REQUIRE}/topics", {"known": "price"}),
    "known to be known": (f"{REQUIRE}/visibility", {"known": {"known": "public"}}),
    "known to be stated": (f"{REQUIRE}/visibility", {"known": {"stated": True}}),
    "known of a group of fields": (f"{REQUIRE}/archive", {"known": {"years": 3}}),
    "unfit operator known": (f"{REQUIRE}/visibility", {"known": {"at_least": 3}}),
    "unknown field in a concept": ("concepts/0/when", {"vizibility": "public"}),
    "concept without condition": ("concepts/0/when", GONE),
    "unknown subject": ("rules/0/subject", "chanels"),
    "subject that is no list": ("rules/0/subject", "organisation"),
    "subject in a list": ("rules/0/subject", "business_case.objectives.metrics"),
    "subject with spaces around": ("rules/0/subject", " channels "),
    "missing severity": ("rules/0/severity", GONE),
    "wrong severity": ("rules/0/severity", "huge"),
    "unknown key of a rule": ("rules/0/severety", "major"),
    "missing requirement": ("rules/0/require", GONE),
    "unknown jurisdiction of a rule": ("rules/0/jurisdiction", "UK"),
    "unknown sector of a rule": ("rules/0/sectors", ["banking"]),
    "id with spaces": ("rules/0/id", "Test Rule"),
    "blank title": ("rules/0/title", " "),
    "wrong date": ("rules/0/source/in_force", "29.2.2024"),
    "date of no calendar": ("rules/0/source/in_force", "2023-02-29"),
    "unknown owner": ("rules/0/remedy/owner", "nobody"),
    "remedy is a text": ("rules/0/remedy", "Do it"),
    "parameter with a wrong name": ("rules/0/parameters/My Years", RULE["parameters"]["years"]),
    "parameter that is true": ("rules/0/parameters/years/value", True),
    "unknown kind of example": ("rules/0/examples/not_applicable", {}),
    "unknown key of a ruleset": ("rulez", []),
    "rules as a mapping": ("rules", {}),
    "ruleset without a folder": ("ruleset", "one"),
    "not reviewed": ("reviewed", GONE),
    "change of nothing": ("changes", [{"rule": "test-rule", "reason": "R"}]),
    "change of no parameter": ("changes", [{"rule": "test-rule", "reason": "R", "parameters": {}}]),
    "change without a reason": ("changes", [{"rule": "test-rule", "severity": "minor"}]),
    "rule switched on": ("changes", [{"rule": "test-rule", "off": False, "reason": "R"}]),
}
WRONG_STRATEGIES: dict[str, tuple[str, Any]] = {
    "no title": ("title", GONE),
    "blank title": ("title", ""),
    "no name": ("organisation/name", GONE),
    "organisation is nothing": ("organisation", None),
    "unknown field": ("marketz", ["US"]),
    "unknown field of an element": ("channels/0/visibilty", "public"),
    "computed field stated": ("newest_research", "2026-01-01"),
    "wrong enum value": ("channels/0/visibility", "publik"),
    "wrong enum value in a list": ("audiences/0/kinds", ["consumers", "everyone"]),
    "one value for a list": ("markets", "US"),
    "unknown market": ("markets/2", "UK"),
    "unknown sector": ("organisation/sectors", ["banking"]),
    "text for a number": ("organisation/employees", "12"),
    "fraction for a whole number": ("organisation/employees", 1.5),
    "negative amount": ("organisation/employees", -1),
    "more than all": ("audiences/0/share_under_16", 101),
    "text for true or false": ("organisation/charity", "no"),
    "number for a text": ("author", 3),
    "no day of the calendar": ("launch_on", "2026-02-29"),
    "day with a time": ("launch_on", "2026-02-28T00:00"),
    "nothing in a list": ("channels/1", None),
    "list for a group of fields": ("governance", []),
}
# Each stands in the decision under this name: the schema lets it pass, the loader refuses it.
ONLY_THE_LOADER: dict[str, tuple[str, Any]] = {
    "unknown concept": (f"{WHEN}/is", "publik-channel"),
    "concept about another subject": (f"{REQUIRE}/strategy.audiences", {"some": {"is": "public-channel"}}),
    "circle of concepts": ("concepts/0/when", {"is": "public-channel"}),
    "id used twice": ("rules/1", RULE),
    "parameter that does not exist": (f"{REQUIRE}/archive.years", {"at_least": "$yaers"}),
    "parameter in a concept": ("concepts/0/when", {"archive.years": "$years"}),
    "parameter of the wrong type": ("rules/0/parameters/years/value", "six"),
    "parameter that nothing uses": ("rules/0/parameters/days", RULE["parameters"]["years"]),
    "unknown placeholder": ("rules/0/finding", "{nobody} did it."),
    "brace without a partner": ("rules/0/finding", "{name did it."),
    "change of an unknown rule": ("changes", [{"rule": "tset-rule", "off": True, "reason": "R"}]),
    "change of an unknown parameter": ("changes", [{"rule": "test-rule", "parameters": {"day": 1}, "reason": "R"}]),
    "rule changed twice": ("changes", [{"rule": "test-rule", "severity": "minor", "reason": "R"}] * 2),
    "ruleset to extend that is not there": ("extends", ["general/uss"]),
    "part that a ruleset adds": (f"{REQUIRE}/x-acme.tier", "gold"),
    "sector in a condition": (f"{REQUIRE}/strategy.organisation.sectors", {"covers": "banking"}),
    "sector that does not fit the tree": ("sectors", [{"id": "mine", "title": "T", "parent": "nowhere"}]),
    "whole number with a point": (f"{REQUIRE}/strategy.organisation.employees", {"at_least": 12.0}),
}
# The kinds of fault (govrules.source.faults) of which a schema can say nothing.
NEVER_IN_A_SCHEMA = {
    FaultKind.DUPLICATE_ID,
    FaultKind.UNKNOWN_CONCEPT,
    FaultKind.OTHER_SUBJECT,
    FaultKind.CONCEPT_CYCLE,
    FaultKind.UNKNOWN_SOURCE,
    FaultKind.UNKNOWN_RULE,
    FaultKind.YIELD_CYCLE,
    FaultKind.YIELD_SUBJECT,
    FaultKind.PARAMETER,
    FaultKind.PLACEHOLDER,
}


def params(cases: dict[str, tuple[str, Any]]) -> list[Any]:
    return [pytest.param(*case, id=name) for name, case in cases.items()]


def test_the_good_documents_are_good_to_both(tmp_path):
    assert list(RULESET_JUDGE.iter_errors(RULESET)) == []
    assert ruleset_problems(tmp_path, RULESET) == ()
    assert list(STRATEGY_JUDGE.iter_errors(STRATEGY)) == []
    assert strategy_problems(tmp_path, STRATEGY) == ()


@pytest.mark.parametrize("file", [pytest.param(path, id=path.stem) for path in STRATEGIES])
def test_each_example_and_case_has_the_form_of_the_schema(file):
    assert [error.message for error in STRATEGY_JUDGE.iter_errors(read(file).data)] == []


@pytest.mark.parametrize("file", [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in bundled_paths()])
def test_each_bundled_ruleset_has_the_form_of_the_schema(file):
    assert [error.message for error in RULESET_JUDGE.iter_errors(read(file).data)] == []


@pytest.mark.parametrize(("path", "value"), params(WRONG_RULESETS))
def test_both_refuse_a_ruleset_with_one_fault(path, value, tmp_path):
    data = changed(RULESET, path, value)
    # What a missing or refused part leaves behind (a parameter that nothing uses) is not what this is about.
    assert not RULESET_JUDGE.is_valid(data)
    assert {problem.kind for problem in ruleset_problems(tmp_path, data)} - {
        FaultKind.PARAMETER,
        FaultKind.UNKNOWN_CONCEPT,
    }


@pytest.mark.parametrize(("path", "value"), params(WRONG_STRATEGIES))
def test_both_refuse_a_strategy_with_one_fault(path, value, tmp_path):
    data = changed(STRATEGY, path, value)
    assert len(list(STRATEGY_JUDGE.iter_errors(data))) == 1
    assert len(strategy_problems(tmp_path, data)) == 1


@pytest.mark.parametrize(("path", "value"), params(ONLY_THE_LOADER))
def test_what_only_the_loader_can_say(path, value, tmp_path):
    data = changed(RULESET, path, value)
    assert [error.message for error in RULESET_JUDGE.iter_errors(data)] == []
    assert len(ruleset_problems(tmp_path, data)) == 1


def test_both_refuse_a_parameter_with_a_name_that_none_can_have(tmp_path):
    data = changed(RULESET, f"{REQUIRE}/archive.years", "$Years")
    assert not RULESET_JUDGE.is_valid(data)
    assert {problem.kind for problem in ruleset_problems(tmp_path, data)} == {"parameter"}


def test_a_prohibition_that_is_switched_off_is_seen_by_the_loader_only(tmp_path):
    data = changed(RULESET, "rules/0/source/prohibition", True)
    data["changes"] = [{"rule": "test-rule", "off": True, "reason": "R"}]
    assert RULESET_JUDGE.is_valid(data)
    assert "outright prohibition" in ruleset_problems(tmp_path, data)[0].message


def test_a_ruleset_may_name_the_sectors_that_it_adds(tmp_path):
    data = changed(RULESET, "sectors", [{"id": "mine", "title": "T", "parent": "bank"}])
    data["rules"][0] |= {"sectors": ["mine"], "require": {"strategy.organisation.sectors": {"covers": "mine"}}}
    del data["rules"][0]["parameters"]
    data["rules"][0]["finding"] = "Something is missing."
    assert ruleset_problems(tmp_path, data) == ()
    assert RULESET_JUDGE.is_valid(data)


def test_an_unknown_sector_of_a_rule_in_a_file_that_adds_sectors_is_seen_by_the_loader_only(tmp_path):
    data = changed(RULESET, "sectors", [{"id": "mine", "title": "T", "parent": "bank"}])
    data["rules"][0]["sectors"] = ["mein"]
    assert RULESET_JUDGE.is_valid(data)
    assert "is not a sector" in ruleset_problems(tmp_path, data)[0].message


def test_a_whole_number_with_a_point_in_a_strategy_is_seen_by_the_loader_only(tmp_path):
    data = changed(STRATEGY, "organisation/employees", 12.0)
    assert STRATEGY_JUDGE.is_valid(data)
    assert len(strategy_problems(tmp_path, data)) == 1


def test_a_part_that_rulesets_may_add_passes_where_they_may_add_it(tmp_path):
    data = changed(STRATEGY, "channels/0/x-acme", {"tier": "gold"})
    assert STRATEGY_JUDGE.is_valid(data)
    assert "no loaded ruleset adds it there" in (strategy_problems(tmp_path, data)[0].hint or "")
    assert not STRATEGY_JUDGE.is_valid(changed(STRATEGY, "channels/0/archive/x-acme", {"tier": "gold"}))


def test_too_deep_a_condition_is_seen_by_the_loader_only(tmp_path):
    condition: dict[str, Any] = {"visibility": "public"}
    for _ in range(70):
        condition = {"not": condition}
    data = changed(RULESET, WHEN, condition)
    assert RULESET_JUDGE.is_valid(data)
    assert "levels deep" in ruleset_problems(tmp_path, data)[0].message


@pytest.mark.parametrize(
    "fragment",
    [
        {"channels": [{"visibilty": "public"}]},
        {"channels": [{"visibility": "publik"}]},
        {"chanels": []},
        {"as_of": "2026-13-01"},
        {"as_of": "2026-W48-1"},
        {"as_of": ""},
        {"organisation": {"employees": -1}},
        {"organisation": None},
        "channels",
        [{"channels": {}}],
    ],
)
def test_examples_are_judged_by_the_schema_and_by_the_test_of_rules_not_by_the_loader(fragment, tmp_path):
    data = changed(RULESET, "rules/0/examples/gap", fragment)
    assert not RULESET_JUDGE.is_valid(data)
    assert ruleset_problems(tmp_path, data) == ()
    (ruleset,) = load_rulesets([tmp_path / "ruleset.json"])
    assert example_faults(ruleset, ruleset.rules[0])


def test_the_decision_lists_what_only_the_loader_can_say():
    text = (ROOT / "docs/decisions/005-what-a-schema-cannot-say.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- \*\*(.+?)\*\*", text, re.MULTILINE)
    tested = {
        "prohibition switched off",
        "sector of a rule in a file that adds or extends",
        "nesting and size",
        "examples",
    }
    assert sorted(listed) == sorted({*ONLY_THE_LOADER, *tested})


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from places(value, (*path, index))


VALUES = (
    GONE, None, True, False, 0, 3, -2, 2.5, "", " ", "x", "US", "UK", "bank", "public", "2026-01-31", "2026-02-30",
    [], ["x"], ["US"], ["price"], {}, {"x": 1}, {"stated": True}, {"includes": "x"}, {"at_least": 3},
    {"one_of": ["x"]}, {"some": {"stated": True}}, {"covers": "US"}, {"known": "public"}, {"known": {"known": True}},
)  # fmt: skip


def mutants(data: dict[str, Any], count: int, seed: int) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Documents with one thing changed at random: taken away, replaced, renamed, or set beside what is there."""
    chance = random.Random(seed)
    everywhere = list(places(data))
    keys = sorted({step for path in everywhere for step in path if isinstance(step, str)})
    for _ in range(count):
        path = chance.choice(everywhere)
        value = chance.choice(VALUES)
        if chance.random() < 0.3 and isinstance(path[-1], str):
            path, value = (*path[:-1], chance.choice(keys)), value if value is not GONE else "x"
        if not {"parameters", "examples", "extends"}.intersection(path):
            yield (path, value), changed(data, "/".join(map(str, path)), value)


def small(ruleset: Path) -> dict[str, Any]:
    """A few rules of a bundled ruleset with its concepts, so that a load is quick."""
    data: dict[str, Any] = dict(read(ruleset).data)
    rules = [
        {key: value for key, value in rule.items() if key != "examples"}
        for rule in data["rules"]
        if not rule.get("parameters")
    ]
    return {**data, "rules": rules[::9]}


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(
            path, id=f"{path.parent.name}-{path.stem}", marks=long_unless_small(f"{path.parent.name}/{path.stem}")
        )
        for path in bundled_paths()
    ],
)
def test_the_judges_agree_on_rulesets_changed_at_random(file, tmp_path):
    judge = Draft7Validator({**RULESET_SCHEMA, "definitions": KNOWN_SECTORS_ONLY}, format_checker=FormatChecker())
    for what, data in mutants(small(file), 60, seed=11):
        kinds = {problem.kind for problem in ruleset_problems(tmp_path, data)}
        assert judge.is_valid(data) is not bool(kinds - NEVER_IN_A_SCHEMA), (what, kinds)


@pytest.mark.parametrize(
    "file", [pytest.param(path, id=path.stem, marks=one_in_eight(index)) for index, path in enumerate(STRATEGIES)]
)
def test_the_judges_agree_on_strategies_changed_at_random(file, tmp_path):
    for what, data in mutants(read(file).data, 60, seed=12):
        assert STRATEGY_JUDGE.is_valid(data) is not bool(strategy_problems(tmp_path, data)), what


def test_an_organisation_with_its_own_sectors_gets_a_schema_with_them(tmp_path):
    tree = StrategyShapes().sectors.with_nodes({"mine": ("Mine", "bank")})
    shapes = StrategyShapes(tree)
    assert "mine" in strategy_schema(shapes)["definitions"]["sector"]["enum"]
    file = tmp_path / "strategy.yaml"
    file.write_text("title: T\norganisation: {name: N, sectors: [mine]}\n")
    assert load_strategy(file, shapes=shapes).strategy.organisation.sectors == ("mine",)
