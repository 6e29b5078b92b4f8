# SPDX-License-Identifier: Apache-2.0
"""Financial products: advice on them, their advertising and distribution, and offers of shares, outside of the US.

What stands behind an answer that one country alone asks for says so in its question.
"""

from typing import Literal

from govrules.strategy.base import Part, ask

AdviceKind = Literal[
    "nothing-on-products",
    "facts-only",
    "general-education",
    "passed-on-unendorsed",
    "opinion-on-class",
    "opinion-on-product",
    "personal-recommendation",
]
AustralianBasis = Literal[
    "own-licence",
    "authorised-representative",
    "licensees-staff",
    "media-exemption",
    "other-exemption",
    "not-a-business",
    "none",
]
NewZealandBasis = Literal["own-licence", "engaged-by-provider", "schedule-5-exclusion", "not-a-business", "none"]


class ProductOpinions(Part):
    """Opinions on financial products, and who is entitled to give them or to bring about deals."""

    says: AdviceKind | None = ask(
        "What does it say of financial products (shares, funds, pensions, insurance, derivatives): nothing, facts, "
        "general education, what others prepared without endorsing it, an opinion or recommendation on a class of "
        "product or on a named one, or one made for a person's own situation?"
    )
    arranges_deals: bool | None = ask(
        "Does it bring about accounts for financial products, or trades in them (a personal sign-up link or code that "
        "is paid for each account, help with the application), and not only show a plain link or a flat-fee brand ad?"
    )
    australian_basis: AustralianBasis | None = ask(
        "For Australia: under what may financial product advice be given, or deals arranged, by whoever speaks (a "
        "licence of their own, as a licensee's representative or staff, an exemption, outside a business, or nothing)?"
    )
    new_zealand_basis: NewZealandBasis | None = ask(
        "For New Zealand: under what may financial advice be given by whoever speaks (a licence of their own, engaged "
        "by a licensed provider, an exclusion of Schedule 5, outside a business, or nothing)?"
    )


class FinancialAdvice(ProductOpinions):
    """What stands with opinions on financial products in content: warnings, provider, pay."""

    trades_to_follow: bool | None = ask("Does it show somebody's own trades so that people can follow or copy them?")
    price_targets: bool | None = ask("Does it name a price that a share, token or other product will reach?")
    payer: Literal["licensed-on-register", "no-licence", "not-checked", "nobody-pays"] | None = ask(
        "Who pays for content on financial products: somebody whose licence was found in the authority's register, "
        "somebody without one, or was it not checked?"
    )
    called_independent: Literal["not-used", "free-of-ties", "with-ties"] | None = ask(
        "Are the service or those who give it called independent, impartial or unbiased, and if so: are there "
        "commissions, benefits from or ties to those whose products are spoken of?"
    )
    warning: Literal["with-the-advice", "profile-or-site-only", "lost-in-clips", "absent"] | None = ask(
        "Where does the warning stand that advice is general: with the advice, by the same means (text with text, "
        "spoken with spoken), on a profile or site only, or is it lost in clips and reposts?"
    )
    warning_complete: bool | None = ask(
        "Does that warning say that the person's situation was not considered and to check whether the advice fits, "
        "and, where it is about buying a product with a disclosure statement, to read that first?"
    )
    provider_named: bool | None = ask("Can people see who gives the advice, and how to reach them?")
    pay_and_interests_told: bool | None = ask(
        "Can people see what those who give the advice are paid for it, and which interests of theirs could sway it?"
    )


class ProductAdvertising(Part):
    """What advertising of a financial product says, and at whom it is aimed."""

    particular_product: bool | None = ask(
        "Does it advertise a particular financial product, or make people likely to get one (and not only a brand, a "
        "kind of product or the state of a market)?"
    )
    stage: Literal["open", "coming", "closed-or-wholesale"] | None = ask(
        "Can private customers get the product now, is it still to come, or is it closed or for wholesale clients only?"
    )
    pds_needed: bool | None = ask(
        "Does the law ask for a product disclosure statement (PDS) for it (in Australia not for shares or credit)?"
    )
    issuer_and_seller_named: bool | None = ask(
        "Is it said who issues the product, and who sells it where that is somebody else?"
    )
    pds_pointed_to: (
        Literal["said-to-be-available-and-where", "on-the-landing-page", "link-without-words", "absent"] | None
    ) = ask("Does it say that a product disclosure statement (PDS) is available, and where, or does the landing page?")
    consider_pds_said: bool | None = ask("Does it say to consider the product disclosure statement before deciding?")
    coming_pds_told: bool | None = ask(
        "For a product still to come: does it say that a product disclosure statement will be made available, when, "
        "and how to get it?"
    )
    tmd_needed: bool | None = ask(
        "For Australia: must there be a target market determination (TMD) for the product (for ordinary shares not)?"
    )
    target_market_told: Literal["described", "place-of-determination", "absent"] | None = ask(
        "For Australia: does it describe the target market, or say where the determination is?"
    )
    distribution: (
        Literal["brand-ad-only", "broad-for-broad-product", "settings-matched", "knock-out-questions", "unmatched"]
        | None
    ) = ask(
        "For Australia: how do targeting, lead forms and sign-up keep to the target market of the product, or is there "
        "only a brand ad without any of these?"
    )
    distribution_recorded: bool | None = ask(
        "For Australia: are the steps recorded that keep a product's distribution to its target market?"
    )
    complaints_passed_to_issuer: bool | None = ask(
        "For Australia: do complaints about the product reach its issuer (answer yes, too, if that is you)?"
    )
    token_is_product: bool | None = ask(
        "For Australia: is the token, or the arrangement around it, a financial product (a share in a scheme, a "
        "derivative, stored value)?"
    )
    token_is_product_in_new_zealand: bool | None = ask(
        "For New Zealand: is the token, or the arrangement around it, a financial product?"
    )
    token_is_security_in_canada: bool | None = ask(
        "For Canada: is the token, or the contract on it, a security or a derivative?"
    )
    screens: (
        Literal["none", "holdings-match", "threshold-stated", "indirect-holdings-explained", "holdings-differ"] | None
    ) = ask(
        "If it says what an ethical or sustainable investment shuts out or holds: do holdings match, direct and "
        "indirect, or is a threshold or an indirect holding explained?"
    )
    green_terms: Literal["explained", "method-linked", "vague-label", "absolute-headline", "none-used"] | None = ask(
        "Are words such as ethical, green or net zero explained, or their method and targets linked, or are they vague "
        "or absolute (no, never, all)?"
    )
    market_rumour: Literal["none", "checked-facts", "correction-with-released-facts", "false-or-unchecked"] | None = (
        ask(
            "What does it state or pass on that could move a price or make people trade (a takeover, results): none, "
            "checked facts, a correction with facts that are released, or what is false or was not checked?"
        )
    )


class ShareOffer(Part):
    """Content about an offer of shares or other securities, or of an intended one."""

    refers_to_offer: bool | None = ask(
        "Does it mention, link to or hint at a raise of capital (and not only advertise products as usual)?"
    )
    australian_basis: (
        Literal[
            "small-scale-20-in-12",
            "disclosure-document",
            "crowd-sourced",
            "wholesale-or-other-exemption",
        ]
        | None
    ) = ask(
        "For Australia: on what does the offer rest: at most 20 personal offers in 12 months, a prospectus or other "
        "disclosure document, crowd-sourced funding, or an exemption such as wholesale investors or a rights issue?"
    )
    prospectus_statement: (
        Literal[
            "before-lodgement-short-statement",
            "before-lodgement-quoted-with-statement",
            "before-lodgement-more",
            "after-lodgement-statement",
            "after-lodgement-without",
            "document-itself",
            "exchange-report",
        ]
        | None
    ) = ask(
        "For Australia: if it needs a prospectus: is that lodged, and does the item carry only the short statement "
        "(before; for securities that are quoted, more with the statement asked for them) or the statement on the "
        "document and its form (after), or is it the document or a report to the exchange?"
    )
    crowd_funding_statement: (
        Literal["in-the-item", "the-platforms-own-page", "reply-on-communication-facility", "absent"] | None
    ) = ask(
        "For Australia: if it is crowd-sourced: does the item carry the statement to consider the offer document and "
        "the risk warning, or is it itself a page of the intermediary's platform (and not a post that leads there)?"
    )
    new_zealand_basis: Literal["regulated", "small-offer", "other-exclusion"] | None = ask(
        "For New Zealand: is the offer a regulated one, a small offer (Schedule 1 clause 12), or otherwise excluded?"
    )
    new_zealand_lodged: bool | None = ask(
        "For New Zealand: if the offer is regulated: is its product disclosure statement lodged?"
    )
    before_lodgement: Literal["limited-content-and-statements", "terms-or-more"] | None = ask(
        "For New Zealand: if the statement is not lodged yet: does the item keep to the limited content with the set "
        "statements, or does it give terms or more?"
    )
