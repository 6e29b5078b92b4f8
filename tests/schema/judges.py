# SPDX-License-Identifier: Apache-2.0
"""The two judges of a document: the schema that editors hold it to, and the loader. And one good document of each kind,
with a way to change one thing about it."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker

from govrules.ruleset.load import load_rulesets
from govrules.ruleset.schema import ruleset_schema
from govrules.source import InputError, Problem
from govrules.source.read import read
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import strategy_of
from govrules.strategy.schema import strategy_schema

GONE = object()
STRATEGY_JUDGE = Draft7Validator(strategy_schema(), format_checker=FormatChecker())
RULESET_SCHEMA = ruleset_schema()
RULESET_JUDGE = Draft7Validator(RULESET_SCHEMA, format_checker=FormatChecker())
# Beside a file that adds it, any name may be a sector. These definitions are for where no file adds one.
KNOWN_SECTORS_ONLY = RULESET_SCHEMA["definitions"] | {"sector": STRATEGY_JUDGE.schema["definitions"]["sector"]}

RULE: dict[str, Any] = {
    "id": "test-rule",
    "title": "A rule",
    "severity": "major",
    "basis": "required",
    "jurisdiction": "US",
    "sectors": ["bank"],
    "nexus": ["audience"],
    "source": {
        "citation": "Test 1",
        "authority": "T",
        "kind": "statute",
        "in_force": "2024-02-29",
        "confidence": "unverified",
    },
    "parameters": {"years": {"value": 6, "unit": "years", "source": "Test 1"}},
    "subject": "channels",
    "when": {
        "is": "public-channel",
        "any": [{"content_classes": {"includes_any": ["static", "live"]}}, {"not": {"owner": "Head of social"}}],
        "strategy.organisation.sectors": {"covers": "bank"},
    },
    "require": {
        "archive.years": {"at_least": "$years"},
        "strategy.audiences": {"every": {"minimum_age": {"at_least": 18}}},
        "strategy.governance.vendors": {"count": {"at_most": 3, "where": {"name": {"mentions": ["tool"]}}}},
    },
    "finding": "{name} is kept for {years} years.",
    "remedy": {"do": "Keep it", "owner": "compliance", "effort": "days"},
    "examples": {"met": {"as_of": "2026-01-01", "channels": [{"archive": {"years": 6}}]}, "gap": [{"channels": []}]},
}
RULESET: dict[str, Any] = {
    "ruleset": "test/one",
    "title": "Test",
    "version": "1",
    "reviewed": "2026-11-23",
    "concepts": [{"id": "public-channel", "title": "T", "subject": "channels", "when": {"visibility": "public"}}],
    "rules": [RULE],
}
STRATEGY: dict[str, Any] = {
    "title": "A strategy",
    "organisation": {"name": "Someone", "sectors": ["bank"], "employees": 12, "charity": None},
    "markets": ["US", "NO"],
    "launch_on": "2028-02-29",
    "audiences": [{"kinds": ["consumers"], "share_under_16": 0.5}],
    "channels": [{"visibility": "public", "archive": {"years": 3}, "topics": []}],
}


def changed(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The document with another value at a path such as ``rules/0/severity``; GONE takes it away."""
    document = deepcopy(document)
    *way, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    inner: Any = document
    for step in way:
        inner = inner[step]
    if value is GONE:
        del inner[last]
    elif isinstance(inner, list) and last == len(inner):
        inner.append(value)
    else:
        inner[last] = value
    return document


def ruleset_problems(folder: Path, data: Any) -> tuple[Problem, ...]:
    """What the loader says of a ruleset."""
    file = folder / "ruleset.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    try:
        load_rulesets([file])
    except InputError as error:
        return error.problems
    return ()


def strategy_problems(folder: Path, data: Any) -> tuple[Problem, ...]:
    """What the model says of a strategy whose values are written as the model has them.

    A schema asks for that form; what people write beside it is tested in tests/strategy/test_values_as_written.py.
    """
    file = folder / "strategy.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    source = read(file)
    try:
        strategy_of(source.data, StrategyShapes(), source)
    except InputError as error:
        return error.problems
    return ()
