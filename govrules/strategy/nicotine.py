# SPDX-License-Identifier: Apache-2.0
"""Tobacco, vapes and other nicotine in content and creators' posts: which product, in which form of content."""

from typing import Literal

from govrules.strategy.age_limits import AppealToMinors, PeopleShown
from govrules.strategy.base import Many, Part, amount, ask, percent

NicotineWarning = Literal[
    "in-the-picture-as-prescribed",
    "spoken-in-audio-only-ad",
    "made-from-tobacco-statement",
    "smaller-or-lower",
    "caption-or-profile-only",
    "absent",
]
NicotineProduct = Literal[
    "vapes",
    "pouches-or-other-nicotine",
    "rolling-tobacco",
    "cigarettes-or-smokeless",
    "cigars",
    "nicotine-free",
]


class NicotineContent(Part):
    """Which tobacco or nicotine product is spoken of, and in which form."""

    products: Many[NicotineProduct] | None = ask("Which products does it advertise? An empty list if none.")
    form: (
        Literal[
            "promotes",
            "facts-on-own-site",
            "private-account-on-request",
            "trade-only",
            "answer-to-a-request",
            "at-a-permitted-point-of-sale",
            "corporate-or-jobs",
            "news-or-politics",
            "health-message",
        ]
        | None
    ) = ask(
        "What is content on tobacco or vapes: does it promote them, is it bare facts on the seller's own site, a "
        "private account for people who asked, for the trade only, an answer to one person, a permitted point of sale, "
        "company news or jobs, news or politics, or a message on health?"
    )
    nicotine_warning: NicotineWarning | None = ask(
        "Where does the nicotine warning stand (as prescribed in the United States: top of the picture or frame, a "
        "fifth of it, bold, with a border)?"
    )
    licensed_medicine: bool | None = ask("Is the nicotine product licensed as a medicine?")
    authorised_in_australia: bool | None = ask(
        "For Australia: is content on tobacco or vapes covered by a permission or authorisation under the law?"
    )


class NicotineByCreators(NicotineContent):
    """How creators speak of tobacco and nicotine products."""

    exit_before_ban: bool | None = ask(
        "Can contracts on promoting vapes or nicotine be ended when a wider ban begins (UK)?"
    )


class NicotinePromotion(NicotineContent):
    """How content speaks of tobacco and nicotine products."""

    people: PeopleShown | None = ask(
        "Whom does content on vapes show: nobody, people in the background, or somebody who vapes or plays a "
        "significant part?"
    )
    youngest_age: float | None = amount(
        "How old is the youngest person who vapes or plays a significant part in content on vapes?", "years"
    )
    looks_under_25: bool | None = ask(
        "Does anybody who vapes or plays a significant part in content on vapes look younger than 25?"
    )
    appeal_to_minors: AppealToMinors | None = ask(
        "How much does content on vapes appeal to people under 18: not, somewhat, strongly, or more than to adults?"
    )
    share_under_18: float | None = percent(
        "What share of the audience of the medium that carries content on vapes is under 18?"
    )
    health_claim: Literal["none", "licensed", "unlicensed"] | None = ask(
        "Does content on vapes claim health or help with quitting, and does a licence as a medicine cover that?"
    )
    nicotine_stated: Literal["stated", "absent", "no-nicotine"] | None = ask(
        "Does content on vapes say that the product contains nicotine?"
    )
    sponsors: Literal["nothing", "local-event", "event-or-person-across-borders", "radio-programme"] | None = ask(
        "Is content on vapes part of sponsoring, and of what: a local event, an event or person with effect across "
        "borders, or a radio programme?"
    )
    sponsorship_or_samples: (
        Many[Literal["branded-sponsorship", "free-samples", "smokeless-samples-in-adult-only-places"]] | None
    ) = ask(
        "Is a sponsorship under the brand, or the giving of free samples (of smokeless tobacco in places that let in "
        "adults only, or others), part of it? An empty list if neither."
    )
    marketing_order: Literal["held", "no-new-product", "not-held"] | None = ask(
        "Does FDA's marketing order cover each new tobacco or nicotine product in it?"
    )
    reduced_risk_claim: Literal["none", "with-order", "without-order"] | None = ask(
        "Does it say or hint that a product is safer or exposes people to less, and does FDA's order allow that claim?"
    )
