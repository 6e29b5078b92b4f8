# SPDX-License-Identifier: Apache-2.0
"""A stated breach stays a gap when the item is about more: a post with a rate does not become lawful by a comparison.
Topics that go with any business say nothing of which product it is, so no rule may lose a gap to one of them."""

from collections.abc import Callable, Iterator

import pytest
from bundled import EACH_RULESET, bundled

from govrules.assessment.examples import run_examples
from govrules.engines.compiled import CompiledEngine
from govrules.engines.interface import Judgement
from govrules.ruleset import Ruleset
from govrules.strategy import Strategy
from govrules.strategy.platforms import TOPIC_GROUPS
from govrules.verdict import Verdict

ENGINE = CompiledEngine(bundled().concepts)
PARTS = ("channels", "content", "endorsements")
ASKED = {
    **dict.fromkeys(
        ("gb-digital-imprints", "gb-digital-imprints-organic"),
        "what a party sells may be merchandise and no campaign",
    ),
    "au-electoral-authorisation": "what a body that reports sells may be merchandise, too",
    "eu-mifid-no-authority-endorsement": "what a supervisor is said to approve of a bank's product may be an account",
    "eu-mar-20-speaker-and-date": "a shop's view may be on its share or on its product",
    "us-fda-help-seeking": "a post that names a product and promotes it may be its advertisement and no awareness",
}
"""Rules that turn such a gap into a question, and why."""
OTHERWISE = {
    "sg-crypto-own-accounts-only": "a paid brand ad may be company news that promotes no dealing in tokens",
    "us-finra-2210-non-promotional": "it is about what promotes nothing",
    "us-fdic-ncua-uninsured-products": "a post on funds and on some product may be about an insured deposit as well",
    **dict.fromkeys(
        (
            "au-acl-implied-approval",
            "au-acl-comments-not-curated",
            "au-environmental-claims-targets",
            "au-environmental-claims-evidence",
            "au-influencer-disclosure-acl",
        ),
        "what a bank says of its products is under the law on financial services, by rules of its own",
    ),
    **dict.fromkeys(
        ("au-financial-paid-promotion", "au-financial-comments-not-curated"),
        "what a bank says of its own footprint is under the consumer law, by rules of its own",
    ),
    **dict.fromkeys(
        ("us-sec-marketing-rule-ratings", "us-sec-marketing-rule-rating-method"),
        "praise by clients shows no rating, and testimonials have a rule of their own",
    ),
    "au-electoral-authorisation-disclosure-entity": "unpaid posts of a donor on what it sells are mostly for no voter",
    "gb-cap-3-7-evidence": "environmental claims have a rule of their own",
}
"""Rules that such a topic takes out of it, and why."""


@pytest.mark.parametrize("ruleset", EACH_RULESET)
def test_a_gap_is_not_lost_to_another_topic(ruleset: Ruleset) -> None:
    lost = []
    for rule in ruleset.rules:
        for result in run_examples(ruleset, rule, ENGINE) if rule.id not in OTHERWISE else ():
            if result.expected is Verdict.GAP:
                lost += [
                    f"{result.place}: {topic}"
                    for topic, strategy in _with_more(result.strategy)
                    if not any(map(kept(rule.id), ENGINE.judge([rule], strategy, result.as_of)))
                ]
    assert not lost


def kept(rule: str) -> Callable[[Judgement], bool]:
    """Whether a judgement keeps a gap of a rule: as a gap, or as a question where that is named."""
    return lambda one: one.verdict is Verdict.GAP or (rule in ASKED and one.verdict.is_open)


def _with_more(strategy: Strategy) -> Iterator[tuple[str, Strategy]]:
    """The strategy with one more topic for each item that states its topics."""
    for topic in TOPIC_GROUPS["any-business"]:
        more = {}
        for part in PARTS:
            items = getattr(strategy, part) or ()
            if any(one.topics for one in items):
                more[part] = tuple(
                    one.model_copy(update={"topics": (*one.topics, topic)}) if one.topics else one for one in items
                )
        if more:
            yield topic, strategy.model_copy(update=more)
