# SPDX-License-Identifier: Apache-2.0
"""A breach that an example states is a gap by the rule itself, or by a special rule that takes its place: a rule that
yields loses none."""

import pytest
from bundled import bundled

from govrules.assessment.examples import run_examples
from govrules.engines.compiled import CompiledEngine
from govrules.ruleset import Rule, Ruleset
from govrules.strategy import Strategy
from govrules.verdict import Verdict

RULESETS = bundled()
ENGINE = CompiledEngine(RULESETS.concepts)
YIELDING = [
    pytest.param(ruleset, rule, id=rule.id) for ruleset in RULESETS for rule in ruleset.rules if rule.text.yields_to
]


@pytest.mark.parametrize(("ruleset", "rule"), YIELDING)
def test_no_breach_is_lost_to_a_special_rule(ruleset: Ruleset, rule: Rule) -> None:
    specials = [RULESETS.rules[name] for name in rule.text.yields_to if name in RULESETS.rules]
    for result in run_examples(ruleset, rule, ENGINE):
        if result.expected is Verdict.GAP:
            judged_about = _elsewhere(result.strategy)
            in_force = [one for one in specials if one.binds_on(result.as_of)]
            judged = ENGINE.judge([rule, *in_force], judged_about, result.as_of)
            assert Verdict.GAP in [one.verdict for one in judged], (
                f"{result.place}: {[str(one.verdict) for one in judged]}"
            )


def _elsewhere(strategy: Strategy) -> Strategy:
    """The strategy of a shop in Japan, where the example says neither sector nor place: what is for other sectors and
    places is not for it."""
    organisation = strategy.organisation
    places = {name: getattr(organisation, name) or () for name in ("established_in", "staff_in", "listed_in")}
    sectors = organisation.sectors or ("retail",)
    return strategy.model_copy(
        update={
            "organisation": organisation.model_copy(update={"sectors": sectors, **places}),
            "markets": strategy.markets or ("JP",),
        }
    )
