# SPDX-License-Identifier: Apache-2.0
"""What a financial promotion shows that reaches people in the United Kingdom, and who approved it."""

from typing import Literal

from govrules.strategy.base import Many, Part, amount, ask

ApproverEntitlement = Literal[
    "permission-for-this-product",
    "own-promotion",
    "own-appointed-representative",
    "own-group-company",
    "permission-for-other-products",
    "cryptoasset-registration-only",
    "none",
]
WarningPlace = Literal["in-picture-or-film", "spoken-in-audio", "text-before-fold", "after-fold", "behind-link", "none"]


class Section21Approval(Part):
    """The approval of a financial promotion by a firm that is authorised in the United Kingdom."""

    approver_entitlement: ApproverEntitlement | None = ask(
        "What entitles the approving firm: FCA permission to approve for this kind of product, or that the promotion "
        "is its own, its appointed representative's or that of a company of its group; or only something less?"
    )
    competent_reviewer: Literal["own-reviewer", "other-competent-firm", "nobody"] | None = ask(
        "Who with knowledge of the product confirms that the promotion complies before it is approved?"
    )
    runs_over_three_months: bool | None = ask("Does an approved promotion stay up for longer than three months?")
    attested_every_months: float | None = amount(
        "How many months pass between written confirmations to the approving firm that nothing material has changed?",
        "months",
    )
    attestation_obtained: bool | None = ask(
        "Does the approving firm get written confirmations that nothing material has changed?"
    )
    watched_while_live: bool | None = ask("Does the approving firm check the promotion for as long as it is up?")
    withdrawn_when_wrong: bool | None = ask(
        "Is the approval withdrawn, and the publisher told, when the promotion no longer complies?"
    )
    approver_shown: Literal["name-and-date", "register-number-link-for-space", "on-profile-only", "absent"] | None = (
        ask("Where do the approving firm's name and the date of approval stand?")
    )


class HighRiskPromotion(Part):
    """Promotion of investments for which the FCA has rules on warnings, rewards and journeys."""

    products: (
        Many[
            Literal[
                "unlisted-securities",
                "peer-to-peer-loans",
                "long-term-asset-fund",
                "cryptoassets",
                "exchange-traded-crypto-notes",
                "unregulated-funds",
                "speculative-illiquid-securities",
                "leveraged-cfds",
                "binary-options",
                "crypto-derivatives",
            ]
        ]
        | None
    ) = ask(
        "Which of these does it promote in the United Kingdom (cryptoassets that are fungible and transferable, so not "
        "single tokens or e-money; leveraged CFDs with spread bets and rolling forex)? An empty list if none."
    )
    prescribed_warning: (
        Literal[
            "full-for-this-product",
            "short-where-full-exceeds-limit",
            "without-untrue-protection-line",
            "adapted-with-reason-on-file",
            "wording-of-other-product",
            "short-although-full-fits",
            "none",
        ]
        | None
    ) = ask("Which form of the FCA's prescribed risk warning does it carry?")
    risk_summary_linked: bool | None = ask("Does the risk warning link to the risk summary?")
    incentive: (
        Literal[
            "none",
            "research-tools-or-data",
            "lower-fees-for-all",
            "for-moving-existing-holding",
            "reward-for-investing-or-trading",
        ]
        | None
    ) = ask(
        "What is offered besides the product: nothing, tools, lower fees for everybody, something for moving a holding "
        "from another platform, or a reward (bonus, referral, free coin or share, rebate by volume)?"
    )
    order_route: Literal["no-route", "through-gated-journey", "straight-from-post"] | None = ask(
        "How do people come from it to an order: not at all (it only raises interest), through a journey with steps, "
        "or straight away?"
    )
    journey_steps: Many[Literal["personal-warning", "categorisation", "appropriateness-test"]] | None = ask(
        "Which of these steps come before the order?"
    )
    first_order_wait_hours: float | None = amount(
        "How many hours must people wait who have not invested with the firm before?", "hours"
    )
    existing_investors_only: bool | None = ask("Does it reach only people who have invested with the firm before?")
    retests_unlimited: bool | None = ask("Can the appropriateness test be repeated at once and without limit?")
    open_to_public: bool | None = ask(
        "Can ordinary retail investors see it, and not only people certified as wealthy or sophisticated, or exempt?"
    )
    loss_warning_bordered: bool | None = ask(
        "Does the warning on losing accounts stand in a border of its own, and stay in view?"
    )


class PromotionRecord(Part):
    """The record of a financial promotion in the United Kingdom."""

    form: Literal["archive", "dated-export", "master-asset", "platform-history", "none"] | None = ask(
        "In which form is the promotion kept, with pictures and film: an archive, a dated export, the master of what "
        "goes out unchanged, or only in the platform's own history?"
    )
    business: Many[Literal["mifid", "life-or-pension", "pension-transfer", "other-investment"]] | None = ask(
        "To which business does the promotion belong?"
    )
    years: float | None = amount("For how many years is the record of the promotion kept?", "years")
    without_end: bool | None = ask("Is the record of the promotion kept without an end?")
    approvers_competence_noted: bool | None = ask(
        "Is it noted why those who sign promotions off are competent in the product?"
    )


class UkCreditPromotion(Part):
    """Promotion of credit in the United Kingdom."""

    says_it_is_credit: bool | None = ask("Does it say that it is credit, so borrowing?")
    lender_or_broker_named: bool | None = ask("Does it name the lender or broker?")
    makes_light_of_borrowing: bool | None = ask("Does it make light of borrowing, as if there were no debt?")
    presses_strained_people: bool | None = ask("Does it press people who are short of money to borrow?")
    land_secured: bool | None = ask("Is the credit secured on land (a mortgage)?")
    rate_or_cost_shown: bool | None = ask(
        "Does it show a rate of interest or an amount of the cost of credit (the representative APR alone, beside an "
        "incentive or comparison, is not meant)?"
    )
    representative_example: Literal["complete", "incomplete", "absent"] | None = ask(
        "Does it show a representative example with all the items that the FCA lists?"
    )
    example_more_prominent: bool | None = ask("Is the representative example more prominent than the rate or cost?")
    example_true_for_most: bool | None = ask(
        "Will at least 51 per cent of the business from it be at the representative rate or better?"
    )
    apr_triggers: (
        Many[Literal["limited-access-welcome", "favourable-comparison", "incentive-to-apply", "none"]] | None
    ) = ask(
        "Does it hint that people with little access to credit are welcome, compare itself favourably, or offer "
        "something for applying?"
    )
    representative_apr: Literal["as-prominent", "less-prominent", "absent"] | None = ask(
        "Does it show the representative APR, at least as prominently as what triggers it?"
    )
    high_cost_short_term: bool | None = ask("Is it high-cost short-term credit (a payday loan)?")
    late_repayment_warning: bool | None = ask(
        "Does it carry the prescribed warning on late repayment with the link to help with money?"
    )
    instalment_plan: Literal["third-party-lender", "own-sales", "payment-methods-listed", "none"] | None = ask(
        "Does it promote paying in instalments without interest: from a lender of its own (buy now, pay later), on the "
        "seller's own account, or only as a logo among the ways to pay?"
    )
    plan_lender: Literal["authorised", "temporary-permission", "neither"] | None = ask(
        "Is the lender of the instalment plan authorised, or in the temporary permissions regime?"
    )


class UkSecuritiesOffer(Part):
    """Offers of securities to the public in the United Kingdom, and advertisements for them."""

    prospectus: Literal["published-or-planned", "not-needed"] | None = ask(
        "Is there, or will there be, a prospectus for the offer or the admission to trading?"
    )
    agrees_with_prospectus: bool | None = ask("Does all that it says agree with the prospectus?")
    points_to_prospectus: bool | None = ask("Does it say that it is an advertisement and where the prospectus is?")
    route: (
        Literal[
            "public-offer-platform",
            "admission-to-trading",
            "qualified-investors",
            "fewer-than-150-people",
            "below-5-million",
            "other-exception",
            "no-exception",
        ]
        | None
    ) = ask("If it offers shares or bonds: through which exception from the ban on public offers?")


class ClaimsOffer(Part):
    """Claims management in the United Kingdom: help with claims for compensation, for a fee."""

    invites_claims: bool | None = ask(
        "Does it invite people to claim compensation through a business that handles or passes on claims?"
    )
    free_route_told: bool | None = ask("Does it say that people can claim without a fee (ombudsman, scheme)?")
    free_route_exists: bool | None = ask("Is there a free way to bring these claims (an ombudsman or scheme)?")
    no_win_no_fee: bool | None = ask("Does it say 'no win, no fee' or the like?")
    fee_told: bool | None = ask("Does the fee stand with 'no win, no fee'?")


class UkPromotion(Part):
    """What a financial promotion shows to people in the United Kingdom."""

    stands_alone: (
        Literal["each-item", "name-and-logo-only", "leads-to-fuller-item", "last-frame-only", "linked-page-only"] | None
    ) = ask(
        "Where is the balance: in each frame, slide and story by itself, in the last frame, or on a linked page; or is "
        "there nothing to balance (name and logo only, or a line that leads to a fuller item)?"
    )
    warning_places: Many[WarningPlace] | None = ask("Where do risk warnings stand?")
    benefits_in_picture: bool | None = ask("Are benefits told inside the picture or film?")
    channel_fit: Literal["noted", "audience-limited", "not-considered"] | None = ask(
        "Is it considered in writing whether the channel suits the product and its audience, or is the audience "
        "limited by targeting or exclusion lists?"
    )
    charges_clear: bool | None = ask("Are charges plain wherever it speaks of cost or return?")
    figures_current: bool | None = ask("Are its figures up to date for as long as it is up?")
    sustainability_claim: (
        Literal["none", "matches-the-product", "broader-than-the-product", "vague", "imagery-only"] | None
    ) = ask(
        "What does it say or show of environmental or social features of a financial product or service: nothing, what "
        "the product really has, more than that, something vague, or only green pictures?"
    )
    plain_for_audience: bool | None = ask("Is it in words that the people it is meant for are likely to understand?")
    key_terms_only_linked: bool | None = ask("Does a key term of the product stand only in a linked document?")
    material_decision: bool | None = ask(
        "Does it bear on an important decision of customers, a complex product, or a very large audience?"
    )
    understanding_tested: (
        Literal["tested", "evidence-from-comments-and-complaints", "reason-noted", "not-tested"] | None
    ) = ask("Is it tested whether customers understand it, or is the reason noted why no test is needed?")
    high_risk: HighRiskPromotion | None = ask("Which high-risk investments does it promote, and with what safeguards?")
    record: PromotionRecord | None = ask("How is the promotion kept on record?")
    credit: UkCreditPromotion | None = ask("If it promotes credit: what does it show?")
    securities_offer: UkSecuritiesOffer | None = ask("If it is about an offer of securities: how is it made?")
    claims: ClaimsOffer | None = ask("If it is about claims for compensation: what does it say?")
    simulation_marked: bool | None = ask(
        "Does it warn that simulated figures are simulated and no reliable guide to the future?"
    )
    private_talk: bool | None = ask("Is it only talk between private people, not meant for the public?")
