# SPDX-License-Identifier: Apache-2.0
"""How investments, tokens and consumer credit are marketed and recommended.

What creators say for a firm is asked by the same questions as the firm's own content.
"""

from typing import Literal

from govrules.strategy.base import Jurisdiction, Many, Part, amount, ask


class PastPerformance(Part):
    """Past results of an investment, an index or a service."""

    shown: bool | None = ask("Does it show past results of an investment, an index or a service?")
    dominates: bool | None = ask("Are past results what stands out most?")
    full_periods: bool | None = ask(
        "Do past results cover the last five years, or the whole life if that is shorter, in whole twelve months?"
    )
    period_and_source: bool | None = ask("Does it name the period and the source of past results?")
    warning: bool | None = ask("Does it warn that past results are not a reliable guide to the future?")
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
    warning: bool | None = ask("Does it warn that forecasts are not a reliable guide to future results?")


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
    registration_at_start: (
        Literal["first-line-or-frame", "spoken-and-shown", "profile-only", "end-only", "absent"] | None
    ) = ask("Where do the registered name and number stand: in the first line or frame, on the profile, at the end?")
    adviser_particulars: Literal["in-the-item", "linked-where-no-room", "absent"] | None = ask(
        "For India: where do name, address, registration number and the standard warning of the adviser or analyst "
        "stand?"
    )
    barred_adviser_claims: (
        Many[Literal["past-results", "superlatives", "assured-returns", "misleading-testimonials", "regulator-logo"]]
        | None
    ) = ask("Which of these does the ad of an adviser or analyst hold? An empty list if none.")
    supervisory_body_approval: Literal["approved", "approved-item-unchanged", "not-approved"] | None = ask(
        "For India: did the supervisory body of advisers and analysts approve the ad before its use?"
    )
    dealer_item: (
        Literal[
            "original-or-template-ad",
            "research-or-market-letter",
            "telemarketing-script",
            "seminar-text",
            "performance-material",
            "other",
        ]
        | None
    ) = ask("For a Canadian dealer: which kind of item is it?")
    supervisor_approved: bool | None = ask(
        "For a Canadian dealer: did a designated supervisor approve the item, or the template it follows, before use?"
    )


class FinancialAd(Part):
    """An advertisement for a financial product or service, as Singapore sees it."""

    changeable: bool | None = ask("Can the firm change or remove the ad after it is published?")
    platform_allows: bool | None = ask("Does the platform allow ads for this kind of financial product?")
    licence_status_shown: bool | None = ask("Does the ad say which licence the firm holds, or that it is exempt?")
    conflicts: Literal["none-to-show", "shown", "not-shown"] | None = ask(
        "Does the ad show the conflicts of interest of those who speak in it?"
    )
    legible: bool | None = ask("Is all that the ad has to say legible or audible?")
    senior_management_approved: bool | None = ask(
        "Did senior management, or whoever it has charged with that, approve the ad before its use?"
    )
    accredited_investors_only: bool | None = ask("Is it shown to accredited, expert or institutional investors only?")
    sponsor_checked: Literal["no-sponsor", "looked-up", "not-looked-up"] | None = ask(
        "For Singapore: is there a sponsor, and was it looked up in MAS's directory of institutions and its alert list?"
    )
    promotes_token_trading: bool | None = ask("Does it promote dealing in crypto tokens (and not only tell news)?")
    licence_need_tested: bool | None = ask(
        "For Singapore: was it tested by the guide of MAS and ASAS whether the content needs a licence?"
    )
    in_campaign_register: bool | None = ask(
        "Does it stand in a register of campaigns, with its accounts, people and duration?"
    )


class EducationPrices(Part):
    """Prices of securities that are shown for education, as India's rules see them."""

    shown: bool | None = ask(
        "Does it teach with prices of securities that are named, or can be told from a code, so as to hint at a future "
        "price, advice or a recommendation (news and registered analysts' research are not meant)?"
    )
    newest_days: float | None = amount("How many days old is the newest price that is shown for education?", "days")
    simulation_lab: bool | None = ask("Is it NISM's simulation lab (for which a delay of one day is enough)?")


class OwnEducationPrices(EducationPrices):
    """Prices in the organisation's own teaching."""

    tied_to_intermediary: bool | None = ask(
        "Does whoever teaches work with an Indian exchange or intermediary, or use price data that one shares?"
    )


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
    named_entity_authorised: bool | None = ask(
        "Is the entity that it names for the crypto service the one that is authorised for it?"
    )
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
    crypto_only: bool | None = ask(
        "Are the investments that it speaks of crypto tokens only (no shares, bonds, funds or derivatives)?"
    )
    personal: bool | None = ask("Is it fitted to the circumstances of a single person (advice in messages or replies)?")
    licensed_in: Many[Jurisdiction] | None = ask(
        "In which countries do those who speak hold the licence or registration for such views, speak for somebody "
        "who does, or are they exempt? An empty list if nowhere."
    )
    speaker_named: bool | None = ask("Does the item, or a free page that it names, say who speaks and in which role?")
    dated: bool | None = ask("Are date and time of the view shown?")
    facts_apart: bool | None = ask("Are facts kept apart from opinions, and forecasts marked as such?")
    sources_reliable: bool | None = ask("Are its sources reliable, or are doubts about them stated?")
    interests: Literal["none-to-disclose", "in-the-item", "linked", "not-disclosed"] | None = ask(
        "Where are the interests of those who speak (holdings, pay, ties to the issuer) disclosed?"
    )


class CreatorView(ViewOnInvestment):
    """A view on an investment by creators and partners."""

    claims_returns: bool | None = ask("Do they claim returns or results of securities?")
    through_recognised_platform: bool | None = ask(
        "For India: is the tie to these people only through a specified digital platform that SEBI recognises?"
    )


class InvestmentRecommendation(ViewOnInvestment):
    """The firm's own view on an investment."""

    journalism_code: bool | None = ask("Is it journalism under a code of its own that protects as well as the law?")
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

    external_accounts: Literal["approved-first", "barred", "not-approved"] | None = ask(
        "Are accounts of representatives and others that advertise for the firm approved first, or barred from that?"
    )
    ads_watched: bool | None = ask("Are ads of staff, agents and agencies for the firm looked for and sampled?")
    unauthorised_ads_acted_on: bool | None = ask(
        "Is something done about each unauthorised ad that is found, with consequences for those who posted it?"
    )
    ad_records_kept: bool | None = ask("Are advertisements kept on record for as long as the rules ask?")
    clients_told_of_recording: bool | None = ask("Are clients told beforehand that calls and messages are recorded?")
    recordings_monitored: bool | None = ask("Are records of calls and messages checked from time to time?")
    agents_tied_to_unregistered: bool | None = ask(
        "For India: does an agent or partner of the firm have a tie with unregistered people who advise on securities "
        "or claim returns? Answer no, too, if there are no agents."
    )
    price_data_shared: Literal["none", "agreement-with-audit-trail", "without-agreement"] | None = ask(
        "Is market price data shared with educators, and under an agreement with an audit trail?"
    )
    trading_game_prizes: bool | None = ask("Are prizes or money given in trading games?")
    ad_contacts_verified: bool | None = ask(
        "For India: are ad accounts verified with the e-mail and mobile number on SEBI's intermediary portal?"
    )
    white_papers_linked: bool | None = ask("Does the website link the white papers of the tokens that are served?")
    token_custody_or_transfer_only: bool | None = ask(
        "Are the crypto services only custody, transfer or the passing on of orders (no trading platform, exchange, "
        "advice or portfolio management)?"
    )
    token_prices_on_site: bool | None = ask("Does the website show prices, costs and fees of crypto services?")
    token_climate_data_on_site: bool | None = ask(
        "Does the website show the climate impact of the tokens that are served?"
    )
    complaint_days: float | None = amount("Within how many days is a complaint dealt with?", "days")
    complaints_recorded: bool | None = ask(
        "Is each expression of dissatisfaction recorded as a complaint, comments and messages included?"
    )
    external_complaints_body_named: bool | None = ask("Are people who complain told of the external complaints body?")
