# SPDX-License-Identifier: Apache-2.0
"""Rules that cannot bind a strategy may be left untyped; nothing that a reader sees may depend on it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bundled import one_in_eight

from govrules.assessment import Terms, assess
from govrules.ruleset.load import OpenRulesets, open_rulesets
from govrules.strategy import load_strategy, parse_strategy

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 23)
OPENED = open_rulesets()
AS_IF_INSTALLED = OpenRulesets(tuple(replace(source, known=True) for source in OPENED.sources), OPENED.shapes)
ALL = OPENED.load()
STRATEGIES = [
    *sorted((ROOT / "examples").glob("*.yaml")),
    *(path for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")) if "expected" not in path.name),
]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem, marks=one_in_eight(index)) for index, path in enumerate(STRATEGIES)]
)
def test_the_report_is_the_same_with_all_rules_and_with_those_that_can_bind(path: Path) -> None:
    document = load_strategy(path)
    few = AS_IF_INSTALLED.load([document.strategy])
    assert len(few.rules) < len(ALL.rules)
    assert assess(document, few, as_of=AS_OF).to_json() == assess(document, ALL, as_of=AS_OF).to_json()


@pytest.mark.parametrize(
    "text",
    [
        "title: T\norganisation: {name: O}",
        "title: T\norganisation: {name: O, sectors: [financial-services]}\nmarkets: [EU]",
        "title: T\norganisation: {name: O, sectors: [bank], listed_in: [AU]}\nmarkets: [ZZ]",
        "title: T\norganisation: {name: O, sectors: [retail]}\nmarkets: [GB]\nchannels: [{name: C, markets: [US-CA]}]",
        "title: T\norganisation: {name: O, sectors: [retail], established_in: [], staff_in: [], listed_in: []}\n"
        "markets: [GB]\nchannels: [{name: C, sectors: [hospital], markets: [US]}]",
    ],
)
def test_what_a_strategy_leaves_open_keeps_its_rules(text: str) -> None:
    document = parse_strategy(text)
    few = AS_IF_INSTALLED.load([document.strategy])
    assert assess(document, few, as_of=AS_OF).to_json() == assess(document, ALL, as_of=AS_OF).to_json()


def test_a_selection_may_name_a_rule_that_cannot_bind() -> None:
    document = parse_strategy("title: T\norganisation: {name: O, sectors: [retail]}\nmarkets: [GB]")
    few = AS_IF_INSTALLED.load([document.strategy])
    report = assess(document, few, as_of=AS_OF, terms=Terms(select=("us-finra-*",)))
    assert report.summary.applicable == 0
    assert sum(ruleset.selected for ruleset in report.rulesets) > 10
