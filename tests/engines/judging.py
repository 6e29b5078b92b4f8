# SPDX-License-Identifier: Apache-2.0
"""Judges a strategy, written as text, by rules written as text."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from textwrap import dedent

import yaml

from govrules.engines import CompiledEngine, Judgement
from govrules.ruleset import Rulesets, load_rulesets
from govrules.source.model_errors import label
from govrules.strategy import Strategy, parse_strategy

AS_OF = date(2026, 11, 23)
RULESET = {"ruleset": "test/one", "title": "Test", "version": "1", "reviewed": "2026-11-23"}
RULE = {
    "id": "rule",
    "title": "A rule",
    "severity": "major",
    "basis": "required",
    "jurisdiction": "US",
    "source": {"citation": "Test 1", "authority": "Tester", "kind": "statute", "confidence": "unverified"},
    "subject": "channels",
    "finding": "Something is missing.",
    "remedy": {"do": "Do it", "owner": "legal", "effort": "days"},
    "require": {"exit_plan": True},
}
SAID = {"met", "gap", "unanswered", "may-apply", "not-applicable"}


def rulesets(path: Path, *rules: str, concepts: str = "[]") -> Rulesets:
    """Rulesets of these rules; of each is written only what is not as in RULE."""
    data = RULESET | {
        "concepts": yaml.safe_load(dedent(concepts)),
        "rules": [RULE | {"id": f"rule-{index}"} | _data(rule) for index, rule in enumerate(rules, 1)],
    }
    path.write_text(yaml.safe_dump(data, sort_keys=False))
    return load_rulesets([path])


def _data(text: str) -> dict:
    data: dict = yaml.safe_load(dedent(text)) or {}
    if "source" in data:
        data["source"] = RULE["source"] | {key: str(value) for key, value in data["source"].items()}
    return data


def strategy(text: str, organisation: str = "") -> Strategy:
    head = f"title: T\norganisation: {{name: Acme{', ' + organisation if organisation else ''}}}\n"
    return parse_strategy(head + dedent(text)).strategy


def judge(loaded: Rulesets, about: Strategy, as_of: date = AS_OF) -> list[Judgement]:
    return CompiledEngine(loaded.concepts).judge(list(loaded.rules.values()), about, as_of)


def said(judgements: Sequence[Judgement]) -> Mapping[tuple[str, str], str]:
    """Each verdict by rule and subject."""
    found = {(judgement.rule.id, label(judgement.subject)): judgement.verdict for judgement in judgements}
    assert len(found) == len(judgements)
    assert set(found.values()) <= SAID
    return found


def decided_by(judgement: Judgement) -> list[str]:
    return [label(deciding.pointer) for deciding in judgement.deciding]
