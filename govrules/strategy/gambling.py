# SPDX-License-Identifier: Apache-2.0
"""Gambling in content, creators' posts and messages: who offers it, whom it shows and reaches, what it promises."""

from typing import Literal

from govrules.strategy.age_limits import AgeStep, AppealToMinors, PeopleShown
from govrules.strategy.base import Jurisdiction, Many, Part, amount, ask, percent
from govrules.strategy.organisation import AgeMeasure

GamblingOffer = Literal[
    "sports-betting",
    "in-play-betting-online",
    "casino-or-slots",
    "casino-in-a-building",
    "bingo",
    "lottery",
    "skill-game-for-stakes",
    "registered-e-sport",
    "social-game-without-stakes",
    "free-play-under-a-gambling-brand",
    "totalizator",
    "national-lottery-with-deferred-draw",
]
GamblingScene = Literal[
    "way-out-of-trouble",
    "better-finances",
    "sure-win",
    "above-family-or-work",
    "peer-pressure",
    "toughness-or-seduction",
    "exploits-the-vulnerable",
    "solitary-or-at-work",
    "through-the-night",
    "alcohol",
    "children-gambling",
    "falsehood-or-indecency",
]
FamousPerson = Literal["athlete", "influencer", "celebrity", "cartoon-or-figure", "none"]


class GamblingByCreators(Part):
    """What creators show, reach and offer when they promote gambling."""

    purpose: (
        Literal["promotes", "help-or-health-message", "news-or-politics", "corporate-or-jobs", "odds-or-rules-facts"]
        | None
    ) = ask(
        "What is content on gambling for: does it promote an operator or a game, help people, report or argue, speak "
        "of the company or jobs, or give bare facts on odds and rules?"
    )
    licensed_in: Many[Jurisdiction] | None = ask(
        "In which countries or states is the operator that is promoted licensed for that game? An empty list if in "
        "none."
    )
    people: PeopleShown | None = ask(
        "Whom does content on gambling show: nobody, people in the background, or somebody who gambles or plays a "
        "significant part?"
    )
    youngest_age: float | None = amount(
        "How old is the youngest person who gambles or plays a significant part in content on gambling?", "years"
    )
    looks_under_25: bool | None = ask(
        "Does anybody who gambles or plays a significant part in content on gambling look younger than 25?"
    )
    minors_shown: bool | None = ask("Is anybody under 18 shown in content on gambling?")
    appeal_to_minors: AppealToMinors | None = ask(
        "How much do people, figures and themes of content on gambling appeal to people under 18: not, somewhat, "
        "strongly, or more than to adults?"
    )
    age_steps: Many[AgeStep] | None = ask(
        "Which steps keep people under age from content on gambling? An empty list if none."
    )
    share_under_18: float | None = percent(
        "What share of the audience of the medium or creator that carries content on gambling is under 18?"
    )
    share_measured_by: AgeMeasure | None = ask("How is the age of the audience of content on gambling measured?")
    offers: Many[GamblingOffer] | None = ask(
        "Which kinds of games does content on gambling promote (casino in a building: one that "
        "people walk into; totalizator: pool betting on races)?"
    )
    benefit: (
        Literal[
            "none",
            "logged-in-account-only",
            "own-gaming-site",
            "direct-after-consent-there",
            "public",
        ]
        | None
    ) = ask(
        "Where is a benefit for gamblers offered (bonus, free bet, credit, boosted odds, code): nowhere, inside the "
        "logged-in account, on your own gaming site, in messages to people who agreed there, or in public?"
    )
    figures_likely_to_appeal: bool | None = ask(
        "Is a person, figure or symbol in content on gambling (influencer, celebrity, entertainer, role model, "
        "cartoon) likely to appeal to people under age?"
    )
    licensed_where_shown: bool | None = ask(
        "Is it shown only in states or countries where the operator may lawfully offer that gambling?"
    )
    scenes: Many[GamblingScene] | None = ask(
        "Which of these does content on gambling show or suggest, in jest too? An empty list if none."
    )
    country_law_checked: bool | None = ask(
        "Is the gambling advertising law of each market checked on record for this item: licence, format, hours, "
        "people shown, age evidence, message?"
    )
    belgian_exception: bool | None = ask(
        "For Belgium: does content on gambling stay within the forms that the Royal Decree of 2023 still allows, such "
        "as the operator's own site?"
    )
    spanish_decree_kept: bool | None = ask(
        "For Spain: are the rules of Royal Decree 958/2020 that still stand kept (hours, identification, message, "
        "minors, sponsorship)?"
    )


class GamblingMarketing(GamblingByCreators):
    """How gambling is promoted."""

    bet_placed_here: bool | None = ask(
        "Does content on gambling stand only where the bet is placed, with people under 25 only as the subject of the "
        "bet?"
    )
    famous: Many[FamousPerson] | None = ask(
        "Which famous people or figures appear in content on gambling (athletes, past ones too; influencers; "
        "celebrities; cartoons)?"
    )
    famous_under_arrangement: bool | None = ask(
        "Do athletes appear in content on gambling under an agreement or arrangement with an operator or supplier?"
    )
    famous_only_for_safer_gambling: bool | None = ask(
        "Do athletes in content on gambling only speak for responsible gambling?"
    )
    share_24_plus: float | None = percent(
        "For the Netherlands: what share of the people whom content on gambling reaches is proven to be 24 or older?"
    )
    vulnerable_spared: bool | None = ask("Is an effort made to spare vulnerable groups content on gambling?")
    opt_out_offered: bool | None = ask("Can people opt out of being shown content on gambling?")
    benefit_for_accounts: bool | None = ask(
        "Is anything given for opening or keeping a gambling account, bringing a friend to it or accepting advertising?"
    )
    benefit_terms: Literal["beside-the-offer", "behind-a-link-only", "absent"] | None = ask(
        "Where do the significant terms of a bonus for gamblers stand?"
    )
    wagering_times: float | None = amount(
        "How many times must a bonus be wagered before it can be withdrawn (0 if not at all)?", "times"
    )
    benefit_products: Literal["one-kind-of-game", "any-without-limit", "must-mix-kinds"] | None = ask(
        "For which kinds of game is a bonus: one, any without limit, or must people play several kinds to get it?"
    )
    harm_line: Literal["prescribed-lines-rotated", "one-line-all-year", "other-wording", "none"] | None = ask(
        "For Australia: which line on gambling harm does it carry: the prescribed lines for that medium in even "
        "rotation, the same one all year, other words such as gamble responsibly, or none?"
    )
    help_line: bool | None = ask("Does content on gambling say where help with gambling is found?")
    kept_off_pirate_sites: bool | None = ask(
        "Are gambling ads kept off sites and streams that give unlawful access to works of others (block lists)?"
    )
    bonus_words: Many[Literal["risk-free", "free", "no-sweat"]] | None = ask(
        "Which of these words (or the like) describe a bet, a bonus or a refund in it? An empty list if none."
    )
    bonus_can_lose: bool | None = ask(
        "Can customers lose or have to risk money of their own under the bet or bonus that it advertises?"
    )
    college_ties: Many[Literal["alumni-network", "problem-gambling-content", "promotion-of-betting"]] | None = ask(
        "Which ties with colleges does it use? An empty list if none."
    )
    media: Many[Literal["adult-media", "campus-media", "media-for-minors"]] | None = ask(
        "In which media does it run: media for adults, of a campus, or mostly for minors?"
    )
    age_limit_stated: bool | None = ask("Does it say from which age betting is allowed (for example 21+)?")
    help_message: (
        Literal["helpline-of-each-state", "one-helpline-everywhere", "responsible-play-message", "absent"] | None
    ) = ask("Which message on responsible play or helpline does it carry?")


class GamblingPartners(Part):
    """How an operator answers for affiliates and creators."""

    contract_ends_on_breach: bool | None = ask(
        "Can the gambling operator end the contract when an affiliate or creator breaks the rules?"
    )
    content_checked: bool | None = ask("Does the gambling operator check what its affiliates and creators publish?")


class GamblingMessages(Part):
    """Direct marketing by gambling operators."""

    sent: bool | None = ask("Are gambling offers or ads sent to people by e-mail, text, call or direct message?")
    consent: Literal["by-product-and-channel", "one-for-everything", "pre-ticked", "soft-opt-in", "none"] | None = ask(
        "How do people agree to gambling messages: product by product and channel by channel, once for everything, by "
        "a box ticked beforehand, by an earlier purchase, or not at all?"
    )
    lottery_only: bool | None = ask("Are gambling messages about lotteries only, or only by post or push notice?")
    consent_informed: bool | None = ask(
        "Is consent to gambling messages express and informed, and given apart from signing up?"
    )
    easy_withdrawal: bool | None = ask("Can people stop gambling messages easily at any time?")
    stopped_within_hours: float | None = amount(
        "Within how many hours do gambling messages stop once somebody withdraws?", "hours"
    )
    stops_after_12_months_idle: bool | None = ask(
        "Do gambling messages stop for people who did not log in for 12 months?"
    )
