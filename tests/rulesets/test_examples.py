# SPDX-License-Identifier: Apache-2.0
"""Every bundled rule proves itself by its examples."""

import pytest
from bundled import bundled

from govrules.assessment.examples import ExampleResult, run_examples
from govrules.engines.compiled import CompiledEngine
from govrules.ruleset import Rule, Ruleset
from govrules.source.model_errors import label

RULESETS = bundled()
RULES = [pytest.param(ruleset, rule, id=rule.id) for ruleset in RULESETS for rule in ruleset.rules]


@pytest.mark.parametrize(("ruleset", "rule"), RULES)
def test_each_example_brings_its_verdict(ruleset: Ruleset, rule: Rule) -> None:
    results = list(run_examples(ruleset, rule, CompiledEngine(RULESETS.concepts)))
    failed = [
        f"{result.place}: expected {result.expected}, got {_said(result)}" for result in results if not result.passed
    ]
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize(("ruleset", "rule"), RULES)
def test_each_rule_shows_a_met_a_gap_and_where_it_does_not_apply(ruleset: Ruleset, rule: Rule) -> None:
    examples = rule.text.examples
    assert examples.met is not None and examples.gap is not None
    assert rule.when is None or examples.not_applicable is not None


def _said(result: ExampleResult) -> str:
    said = []
    for judgement in result.judgements:
        decided = ", ".join(f"{label(deciding.pointer)} = {deciding.value!r}" for deciding in judgement.deciding)
        said.append(f"{judgement.verdict} ({decided})")
    return "; ".join(said) or "no verdict"
