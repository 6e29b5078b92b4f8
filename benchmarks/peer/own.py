# SPDX-License-Identifier: Apache-2.0
"""govrules itself, by the neutral list: a ruleset in YAML, loaded as any other."""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from govrules import load_rulesets, parse_strategy
from govrules.engines.interface import Judgement
from govrules.engines.named import EngineName, engine_named
from govrules.ruleset import Rulesets
from govrules.strategy import Strategy
from govrules.verdict import Verdict
from peer.contender import Broken, Contender, Judge, Prepare
from peer.rules import Comparison, Rule

AS_OF = date(2026, 11, 30)


_IN_A_FILE = 1000  # rules: a file holds 20,000 comparisons at most


def ruleset_of(rules: Sequence[Rule]) -> Rulesets:
    """The rules, loaded from the files of :func:`written`."""
    with tempfile.TemporaryDirectory() as folder:
        return load_rulesets(written(rules, Path(folder)))


def written(rules: Sequence[Rule], folder: Path) -> list[Path]:
    """The files of the rules as rulesets in YAML."""
    files = []
    for first in range(0, len(rules), _IN_A_FILE):
        head = {"ruleset": f"benchmark/from-{first}", "title": "Benchmark", "version": "1", "reviewed": "2026-11-30"}
        files.append(folder / f"from-{first}.yaml")
        some = [_rule(rule) for rule in rules[first : first + _IN_A_FILE]]
        files[-1].write_text(yaml.dump(head | {"rules": some}, Dumper=yaml.CSafeDumper, sort_keys=False))
    return files


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": f"Title of {rule.id}",
        "severity": "minor",
        "basis": "house",
        "jurisdiction": "ZZ",
        "source": {"citation": rule.id, "authority": "Benchmark", "kind": "house-practice", "confidence": "unverified"},
        "subject": "channels",
        "when": {"all": [_holds(test) for test in rule.when]},
        "require": _does_not_hold(rule.broken_if),
        "finding": "{label} falls short.",
        "remedy": {"do": "Cure it.", "owner": "legal", "effort": "days"},
    }


def _holds(test: Comparison) -> dict[str, Any]:
    if test.operator == "is":
        return {test.field: test.value}
    return {test.field: {test.operator: list(test.value) if test.operator == "one_of" else test.value}}


def _does_not_hold(test: Comparison) -> dict[str, Any]:
    match test.operator:
        case "is":
            return {test.field: not test.value}
        case "more_than":
            return {test.field: {"at_most": test.value}}
        case "less_than":
            return {test.field: {"at_least": test.value}}
        case _:
            return {"not": _holds(test)}


Judging = Callable[[Strategy], list[Judgement]]
Use = Callable[[Judging, Strategy], Judge]


def _verdicts(judge: Judging, strategy: Strategy) -> Judge:
    return lambda: _broken(judge(strategy))


def _with_deciding_fields(judge: Judging, strategy: Strategy) -> Judge:
    def judged() -> Broken:
        judgements = judge(strategy)
        for judgement in judgements:
            if judgement.verdict is Verdict.GAP:
                _ = judgement.deciding
        return _broken(judgements)

    return judged


def _from_plain_data(judge: Judging, strategy: Strategy) -> Judge:
    data = strategy.model_dump(mode="json", exclude_unset=True)
    return lambda: _broken(judge(Strategy.model_validate(data)))


def _broken(judgements: Sequence[Judgement]) -> Broken:
    return {(one.rule.id, int(one.subject[1])) for one in judgements if one.verdict is Verdict.GAP}


def _by(engine_name: EngineName, use: Use) -> Callable[[Sequence[Rule]], Prepare]:
    def make(rules: Sequence[Rule]) -> Prepare:
        rulesets = ruleset_of(rules)
        loaded = tuple(rulesets.rules.values())
        engine = engine_named(engine_name, rulesets.concepts)

        def prepare(data: Mapping[str, Any]) -> Judge:
            return use(
                lambda strategy: engine.judge(loaded, strategy, AS_OF), parse_strategy(json.dumps(data)).strategy
            )

        return prepare

    return make


COMPILED = "govrules"
_THREE = "met, gap, unanswered, may-apply or not-applicable, for each rule and channel"
CONTENDERS = (
    Contender(COMPILED, "govrules", f"{_THREE}; which fields decided it, when asked", _by("compiled", _verdicts)),
    Contender(
        "govrules, with what decided each gap",
        "govrules",
        f"{_THREE}; for each gap the fields that decided it, with places and values",
        _by("compiled", _with_deciding_fields),
    ),
    Contender(
        "govrules, from plain data",
        "govrules",
        "the same, and validates the strategy by its whole model before",
        _by("compiled", _from_plain_data),
    ),
    Contender("govrules, second engine", "govrules", f"{_THREE}, by a Rete network", _by("durable", _verdicts)),
)
