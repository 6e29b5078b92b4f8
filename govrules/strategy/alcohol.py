# SPDX-License-Identifier: Apache-2.0
"""Alcohol in content and in creators' posts: what is promoted, whom it shows and reaches, what it says of the drink.

The share of adults of 21 and over, which codes of the United States ask for, stands with the audiences.
"""

from typing import Literal

from govrules.strategy.age_limits import AgeStep, AppealToMinors, PeopleShown
from govrules.strategy.base import Jurisdiction, Many, Part, amount, ask, percent
from govrules.strategy.organisation import AgeMeasure

DrinkStatement = Literal[
    "plain-contents-or-calories",
    "low-or-reduced-alcohol",
    "energy-reduced-by-30-percent-with-figures",
    "light-in-taste",
    "other-nutrition-claim",
    "health-fitness-or-weight-claim",
]
DrinkingScene = Literal[
    "excess-or-rapid-drinking",
    "daring-or-toughness",
    "social-or-sexual-success",
    "relief-or-therapy",
    "change-of-mood",
    "driving-or-machines",
    "water-or-sport-while-drinking",
    "strength-as-virtue",
    "health-benefit",
]
FrenchContent = Literal[
    "strength",
    "origin",
    "name-and-composition",
    "maker-and-agents",
    "making-sale-and-use",
    "terroir-and-awards",
    "objective-colour-smell-taste",
    "people-of-the-trade-where-it-is-made",
    "party-or-lifestyle",
    "celebrity-or-glamour",
    "challenge-or-game",
    "other",
]


class AlcoholByCreators(Part):
    """What creators show and reach when they promote a drink."""

    product: Literal["drink-above-0.5-percent", "alternative-up-to-0.5-percent", "no-drink-promoted"] | None = ask(
        "What does it promote: a drink above 0.5 percent alcohol, an alternative to such drinks of 0.5 percent or "
        "less, or no drink at all?"
    )
    people: PeopleShown | None = ask(
        "Whom does content on a drink show: nobody, people in the background who plainly do not drink, or somebody who "
        "drinks or plays a significant part?"
    )
    youngest_age: float | None = amount(
        "How old is the youngest person who drinks or plays a significant part in content on a drink?", "years"
    )
    looks_under_25: bool | None = ask(
        "Does anybody who drinks or plays a significant part in content on a drink look younger than 25?"
    )
    looks_under_21: bool | None = ask(
        "Does anybody who drinks or plays a significant part in content on a drink look younger than 21?"
    )
    age_steps: Many[AgeStep] | None = ask(
        "Which steps keep people under age from content on a drink? An empty list if none."
    )
    share_under_18: float | None = percent(
        "What share of the audience of the medium or creator that carries content on a drink is under 18?"
    )
    share_measured_by: AgeMeasure | None = ask(
        "How is the share of under-18s measured in the audience of content on a drink?"
    )
    elements: Many[FrenchContent] | None = ask(
        "For France: which of these does content on a drink say or show? List them all."
    )
    french_health_message: bool | None = ask(
        "For France: does the message that alcohol abuse is dangerous to health stand in the content on a drink "
        "itself, to be seen or heard?"
    )
    appeal_to_minors: AppealToMinors | None = ask(
        "How much does content on a drink appeal to people under 18: not, somewhat, strongly, or more than to adults?"
    )
    scenes: Many[DrinkingScene] | None = ask(
        "Which of these does content on a drink show or suggest, in jest too? An empty list if none."
    )
    age_controls_offered: bool | None = ask(
        "Does the platform offer an age setting, for the account, the post or the paid ad, for content on a drink?"
    )


class AlcoholMarketing(AlcoholByCreators):
    """How an alcoholic drink, or an alternative to one, is promoted."""

    people_paid: bool | None = ask(
        "Is anybody under 25 in content on a drink a paid model, actor or creator, and not just a guest or customer?"
    )
    youth_culture: bool | None = ask(
        "Does content on a drink draw on youth culture or childhood (teenagers' slang, memes and idols, cartoons, "
        "toys, sweets)?"
    )
    directed_at_minors: bool | None = ask(
        "Is content on an alternative to alcohol directed at people under 18, by its audience, medium or context?"
    )
    statements: Many[DrinkStatement] | None = ask(
        "What is said of the drink's contents, of nutrition or of health? An empty list if nothing."
    )
    strength_shown: Literal["prominently", "footnote-or-pack-only", "absent"] | None = ask(
        "Where does content on an alternative to alcohol state its strength?"
    )
    brand_link: Literal["no-shared-brand", "alternative-plainly-main", "alcoholic-drink-comes-to-mind"] | None = ask(
        "Does content on an alternative share the brand of an alcoholic drink, and if so, is the alternative plainly "
        "the main thing?"
    )
    added_to_drinking: bool | None = ask(
        "Does content on an alternative to alcohol show it as an extra to drinking, or push people to drink more?"
    )
    intrusive_format: bool | None = ask(
        "Does content on a drink open by itself over what people look at, or force them to watch it (pop-up, "
        "interstitial)?"
    )
    carried_by: Literal["general-service", "own-site", "youth-service", "sports-body"] | None = ask(
        "Who publishes the service that carries content on a drink: a general network, yourself, a service mainly for "
        "the young, or a sports club, league or federation?"
    )
    unpaid_journalism: bool | None = ask("Is content on a drink journalism for which nobody paid?")
    young_people_are_celebrities: bool | None = ask(
        "Are all people under 25 in content on a drink generally known celebrities of legal age?"
    )
    appeals_mainly_to_under_21: bool | None = ask("Does content on a drink appeal mainly to people under 21?")
    retailer_named: (
        Literal[
            "none",
            "event-without-the-retailer",
            "brand-facts-under-the-retailers-post",
            "list-of-unaffiliated-retailers",
            "event-exception",
            "own-tasting-room",
            "one-retailer",
            "outlets-of-one-owner",
            "repost-that-names-a-retailer",
        ]
        | None
    ) = ask(
        "Does it name, tag or repost a shop, bar or restaurant that sells drinks, or an event that one sponsors, and "
        "in which form?"
    )
    retailer_in: Many[Jurisdiction] | None = ask(
        "In which states or countries are the shops, bars or restaurants that it names?"
    )
    retailer_list_faults: (
        Many[
            Literal[
                "retail-price",
                "photo-or-praise",
                "shown-beyond-followers",
                "made-or-paid-with-a-retailer",
                "fewer-than-two-unaffiliated",
            ]
        ]
        | None
    ) = ask("Where it lists where to buy: which of these hold? An empty list if none.")
