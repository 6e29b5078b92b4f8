# SPDX-License-Identifier: Apache-2.0
"""Two engines, one answer: on generated rules and strategies, on all bundled rules, and from eight threads at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from bundled import EACH_RULESET, bundled, one_in_eight
from parity import hold

from govrules import check, load_strategy
from govrules.assessment.examples import run_examples
from govrules.engines.interface import Engine
from govrules.engines.named import engine_named
from govrules.logic.operators import OPERATORS
from govrules.ruleset import Ruleset

pytest.importorskip(
    "durable_rules_engine", reason="the extra govrules[durable] is not installed", exc_type=ModuleNotFoundError
)

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 23)
RULESETS = bundled()
DOCUMENTS = sorted(
    path
    for folder in ("examples", "tests/cases")
    for path in (ROOT / folder).glob("*.yaml")
    if not path.name.endswith(".expected.yaml")
)


@pytest.fixture(scope="module")
def both() -> Engine:
    """One pair of engines for all documents: what is compiled for one is used for the next."""
    return engine_named("both", RULESETS.concepts)


@pytest.mark.parametrize(
    ("rulesets", "strategies"), [(70, 40), pytest.param(240, 500, marks=pytest.mark.long)], ids=["some", "many"]
)
def test_generated_rules_and_strategies_are_judged_alike_and_as_the_design_says(tmp_path, rulesets, strategies):
    tally = hold(rulesets, strategies, strategies, tmp_path)
    assert not tally.differences, tally.differences[0]
    assert tally.pairs >= 0.8 * rulesets * strategies
    # What is compared is worth only what is generated.
    judged = ("met", "gap", "unanswered", "may-apply", "not-applicable")
    assert min(tally.verdicts[verdict] for verdict in judged) >= tally.pairs / 100
    written = OPERATORS.keys() | {"some", "every", "count", "all", "any", "not", "is", "until", "known"}
    written |= {"unless", "yields_to", "documents"}
    assert written <= tally.forms.keys()


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem, marks=one_in_eight(index)) for index, path in enumerate(DOCUMENTS)]
)
def test_all_bundled_rules_say_the_same_of_examples_and_cases(both, path):
    report = check(path, RULESETS, as_of=AS_OF, engine=both)
    assert report.engines == ("compiled", "durable")
    assert report.summary.applicable > 0


@pytest.mark.parametrize("ruleset", EACH_RULESET)
def test_each_example_of_a_bundled_rule_brings_its_verdict_with_both(both, ruleset: Ruleset):
    for rule in ruleset.rules:
        for result in run_examples(ruleset, rule, both):
            assert result.passed, f"{result.place}: {result.judgements}"


@pytest.mark.long
@pytest.mark.parametrize("name", ["compiled", "durable"])
def test_eight_threads_at_once_get_the_answers_of_one(name):
    engine, rules = engine_named(name, RULESETS.concepts), list(RULESETS.rules.values())
    strategies = [load_strategy(path).strategy for path in DOCUMENTS[:8]]
    alone = [engine_named(name, RULESETS.concepts).judge(rules, about, AS_OF) for about in strategies]

    def judge(start: int) -> bool:
        # Each thread begins elsewhere, and the engine is asked before anything is compiled.
        turns = [(start + step) % len(strategies) for step in range(2 * len(strategies))]
        return all(engine.judge(rules, strategies[turn], AS_OF) == alone[turn] for turn in turns)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(judge, range(8)))
