# SPDX-License-Identifier: Apache-2.0
"""How investments, tokens and consumer credit are marketed and recommended, as the law outside the United States asks.

What creators say for a firm is asked by the same questions as the firm's own content.
"""

from typing import Literal

from govrules.strategy.base import Part, ask


class PastPerformance(Part):
    """Past results of an investment, an index or a service."""

    shown: bool | None = ask("Does it show past results of an investment, an index or a service?")
    dominates: bool | None = ask("Are past results what stands out most?")
    full_periods: bool | None = ask(
        "Do past results cover the last five years, or the whole life if that is shorter, in whole twelve months?"
    )
    period_and_source: bool | None = ask("Does it name the period and the source of past results?")
    warning: bool | None = ask("Does it warn that past results are no reliable guide to the future?")
    costs: Literal["net", "gross-with-effect", "gross-alone"] | None = ask(
        "Are past results shown after costs, before costs with their effect beside them, or before costs alone?"
    )
    currency: Literal["not-needed", "warned", "not-warned"] | None = ask(
        "Where results are in another currency than the reader's: does it warn that the exchange rate can change them?"
    )


class Forecast(Part):
    """What is said of future results."""

    made: bool | None = ask("Does it speak of future results of an investment (targets, expected returns)?")
    objective_data: bool | None = ask("Do forecasts of results rest on reasonable assumptions with objective data?")
    from_simulated_past: bool | None = ask("Do forecasts of results rest on a simulated past?")
    costs_deducted: bool | None = ask("Are forecasts after costs, or is the effect of costs stated beside them?")
    good_and_bad_cases: bool | None = ask("Do forecasts show results in good and in bad markets?")
    warning: bool | None = ask("Does it warn that forecasts are no reliable guide to future results?")


class FirmNamed(Part):
    """Who stands behind marketing of investments, by the firm or by creators."""

    image_only: bool | None = ask("Does it only show the brand, and speak of no service, product or investment?")
    firm_named: bool | None = ask("Is the firm behind it named in the item, or in the account name shown with it?")


class InvestmentMarketing(FirmNamed):
    """Marketing of investments and of services on them."""

    understandable: bool | None = ask("Would an average person in its audience understand it?")
    important_points_obscured: bool | None = ask("Is a statement or warning that matters hidden or toned down in it?")
    language: Literal["same", "client-agreed", "mixed"] | None = ask(
        "Is what clients get afterwards in the language of the item, or did they agree to more than one language?"
    )
    regulator_endorsement: bool | None = ask(
        "Does it say or hint that a regulator or another authority endorses or approves the firm, product or service?"
    )
    comparison: Literal["none", "fair-with-sources", "sources-missing", "unfair"] | None = ask(
        "If it compares investments, services or firms: is the comparison fair and meaningful, and does it give the "
        "sources, main facts and assumptions?"
    )
    tax: Literal["none", "with-caveat", "without-caveat"] | None = ask(
        "If it speaks of tax: does it say that the treatment depends on each client and can change?"
    )
    past: PastPerformance | None = ask("If it shows past results: how?")
    simulated_past: Literal["none", "real-past-of-underlying", "other"] | None = ask(
        "If it shows a simulated past: does it rest on the real past of the same or an underlying investment or index?"
    )
    forecast: Forecast | None = ask("If it speaks of future results: how?")
    retail_cfds: bool | None = ask("Does it market contracts for difference (leveraged forex too) to retail clients?")
    loss_warning: Literal["current-figure", "short-form-allowed", "outdated-figure", "missing"] | None = ask(
        "Does marketing of contracts for difference carry the prescribed warning with the firm's own share of accounts "
        "that lose money?"
    )
    trading_benefit: bool | None = ask(
        "Does it offer a bonus, gift or rebate for opening or trading contracts for difference?"
    )
    prospectus: Literal["named-and-consistent", "not-named", "differs", "exempt", "no-public-offer"] | None = ask(
        "In the European Union, where securities are offered: does it say where the prospectus is and agree with it, "
        "or is none needed, or is there no offer to the public?"
    )
    single_projects_pushed: bool | None = ask("In crowdfunding: are single open projects marketed out of proportion?")


class TokenStatements(Part):
    """What marketing of a crypto-asset, by the firm or by creators, says of itself."""

    promotes: Literal["token-offer", "asset-referenced-token", "e-money-token", "service", "nothing"] | None = ask(
        "What does it promote: a public offer or admission to trading of a token, a stablecoin (asset-referenced or "
        "e-money), only a service such as an exchange, or nothing (education, news)?"
    )
    contact_data: bool | None = ask(
        "Does it give the website, telephone number and e-mail address of the issuer or offeror?"
    )
    no_approval_statement: bool | None = ask(
        "Does it carry the set statement that no authority approved it and who alone is responsible?"
    )
    approach_to_eu: Literal["not-aimed-there", "answers-own-approach", "further-offers", "promotes-there"] | None = ask(
        "For a firm without authorisation in the European Union: does it promote to people there, offer more to those "
        "who came by themselves, only serve what they asked for, or is it general content not aimed there?"
    )


class TokenMarketing(TokenStatements):
    """Marketing of crypto-assets and services on them in the European Union."""

    white_paper: Literal["published", "exempt", "market-sounding", "not-published"] | None = ask(
        "Is the token's white paper published before the marketing starts, or is none needed?"
    )
    white_paper_named: bool | None = ask("Does it say that a white paper is published, and where?")
    redemption_statement: bool | None = ask(
        "Does it say that holders can redeem from the issuer at any time (e-money tokens: at par)?"
    )
    matches_white_paper: bool | None = ask("Does it agree with the white paper?")
    on_issuer_site: bool | None = ask("Is it published on the issuer's website too?")
    interest_promised: bool | None = ask("Does it promise interest on a stablecoin?")


class CreditAd(Part):
    """An advertisement for consumer credit in the European Union."""

    outside: (
        Literal["no-credit", "mortgage", "over-100000-euros", "own-short-deferral", "business-credit", "none"] | None
    ) = ask(
        "Is it outside the consumer credit directive: a mortgage, more than 100,000 euros, the seller's own free "
        "deferral of payment within its limits, credit for businesses, or no credit at all?"
    )
    warning: Literal["in-the-item", "spoken", "link-only", "absent"] | None = ask(
        "Where does the warning that borrowing costs money stand, in the national wording?"
    )
    figures_stated: bool | None = ask(
        "Does it state an interest rate or any figure on the cost of credit (0 per cent and 'from' rates too)?"
    )
    representative_example: Literal["complete", "short-set-as-medium-allows", "incomplete", "absent"] | None = ask(
        "Where figures are stated: does it give the standard information, by a representative example?"
    )
    promises_better_life: bool | None = ask(
        "Does it say that credit betters finances or living standards, adds means or replaces savings?"
    )
    existing_debts_ignored: bool | None = ask("Does it say that existing debts hardly count?")
    false_hope: bool | None = ask("Does it raise false hopes of how easily credit is given or what it costs?")
    speed_or_ease: Literal["none", "where-allowed", "where-barred"] | None = ask(
        "Does it praise the speed or ease of getting credit, and does the state allow that?"
    )


class ViewOnInvestment(Part):
    """A view on whether an investment is worth buying, holding or selling, by the firm or by creators."""

    kind: Literal["none", "facts-or-education", "view"] | None = ask(
        "Does it say or hint (a word, emoji or meme) that an investment is worth buying, holding or selling, or only "
        "report facts and teach?"
    )
    speaker_named: bool | None = ask("Does the item, or a free page that it names, say who speaks and in which role?")
    dated: bool | None = ask("Are date and time of the view shown?")
    facts_apart: bool | None = ask("Are facts kept apart from opinions, and forecasts marked as such?")
    sources_reliable: bool | None = ask("Are its sources reliable, or are doubts about them stated?")
    interests: Literal["none-to-disclose", "in-the-item", "linked", "not-disclosed"] | None = ask(
        "Where are the interests of those who speak (holdings, pay, ties to the issuer) disclosed?"
    )


class InvestmentRecommendation(ViewOnInvestment):
    """The firm's own view on an investment."""

    professional: bool | None = ask(
        "Is it the view of a firm, analyst, expert or another whose main business it is to give such views?"
    )
    valuation_basis: bool | None = ask("Does a professional's view give its valuation basis, horizon and changes?")
    large_positions: Literal["none-to-state", "stated", "not-stated"] | None = ask(
        "In a professional's view: are net positions above 0.5 per cent of the issuer, its holdings above 5 per cent "
        "and services to it stated?"
    )
    false_signals: bool | None = ask(
        "Does it spread false or misleading facts or rumours on an investment, or push a price to sell?"
    )


class AdvertisingOversight(Part):
    """How a financial firm keeps watch over its advertising and messages."""

    clients_told_of_recording: bool | None = ask("Are clients told beforehand that calls and messages are recorded?")
    recordings_monitored: bool | None = ask("Are records of calls and messages checked from time to time?")
    white_papers_linked: bool | None = ask("Does the website link the white papers of the tokens that are served?")
    prices_and_climate_data: bool | None = ask(
        "Does the website show prices, costs and fees, and the tokens' impact on the climate?"
    )
