# SPDX-License-Identifier: Apache-2.0
"""The content: lines of content and campaigns."""

from typing import Literal

from govrules.strategy.base import Day, Many, amount, ask, percent
from govrules.strategy.channel_controls import Approval
from govrules.strategy.claims import CreditTerms, Environmental, Performance, RiskInformation, Substantiation
from govrules.strategy.content_marks import PoliticalAdvertising, Rights, SyntheticMedia, Targeting
from govrules.strategy.finance import FinancialOffer, FundAdvertising, FuturesPromotion
from govrules.strategy.financial_products import FinancialAdvice, ProductAdvertising, ShareOffer
from govrules.strategy.health_promotion import CarePromotion, HealthProductPromotion
from govrules.strategy.investing import (
    CreditAd,
    FinancialAd,
    InvestmentMarketing,
    InvestmentRecommendation,
    OwnEducationPrices,
    TokenMarketing,
)
from govrules.strategy.medical_claims import MedicalClaims, MedicarePlanMarketing, PatientContent
from govrules.strategy.medicine_promotion import FoodClaims, MedicinePromotion, TreatmentPromotion
from govrules.strategy.organisation import AudienceKind
from govrules.strategy.platforms import ContentClass, Platform, Topic
from govrules.strategy.recruitment import Recruitment
from govrules.strategy.sector_content import SectorContent
from govrules.strategy.uk_promotion import Section21Approval, UkPromotion

FinancialPromotionBasis = Literal[
    "authorised-firm",
    "approved-by-authorised-firm",
    "cryptoasset-registration",
    "exemption-recorded",
    "no-inducement",
    "none",
]


class ContentLine(SectorContent):
    """A campaign or a regular line of content."""

    purpose: str | None = ask("What is this content for?")
    platforms: Many[Platform] | None = ask("Which platforms does this content run on?")
    content_classes: Many[ContentClass] | None = ask(
        "Which classes of content are used: static, interactive, live, direct message, ephemeral, paid?"
    )
    topics: Many[Topic] | None = ask("Which topics does this content cover? List them all.")
    audience: Many[AudienceKind] | None = ask("Who is this content addressed to?")
    starts_on: Day | None = ask("When does this content start?")
    ends_on: Day | None = ask("When does this content end?")
    approval: Approval | None = ask("How is this content approved before first use?")
    substantiation: Substantiation | None = ask("What evidence supports its claims?")
    risk_information: RiskInformation | None = ask("How are risks shown beside benefits?")
    performance: Performance | None = ask("How are investment results shown?")
    credit_terms: CreditTerms | None = ask("How are rates, terms and insured status shown?")
    investing: InvestmentMarketing | None = ask("How are investments and services on them marketed?")
    recommendation: InvestmentRecommendation | None = ask("How are views on single investments given?")
    education_prices: OwnEducationPrices | None = ask("If it teaches with prices of securities, in India: which?")
    financial_ad: FinancialAd | None = ask("How is the financial product advertised, in Singapore?")
    token: TokenMarketing | None = ask("How are crypto-assets marketed in the European Union?")
    credit_ad: CreditAd | None = ask("How is consumer credit advertised in the European Union?")
    patients: PatientContent | None = ask("How are patients protected in this content?")
    medical: MedicalClaims | None = ask("What does this content say about the medicine, device or supplement?")
    care: CarePromotion | None = ask("If it promotes health care: what does it say, and how?")
    medicine: MedicinePromotion | None = ask(
        "If it touches a medicine and is shown outside the United States: how is the medicine presented?"
    )
    treatment: TreatmentPromotion | None = ask("If it touches treatments or devices: how are they presented?")
    food: FoodClaims | None = ask("If it is about a food or supplement: what does it say of health and nutrition?")
    health_product: HealthProductPromotion | None = ask(
        "If it promotes a medicine, device or other product for a health purpose: how?"
    )
    medicare: MedicarePlanMarketing | None = ask("If it is about Medicare plans: how are they marketed?")
    environmental: Environmental | None = ask("How are environmental claims made?")
    rights: Rights | None = ask("Which rights are cleared for this content?")
    synthetic_media: SyntheticMedia | None = ask("What in this content is made with AI?")
    targeting: Targeting | None = ask("How is paid content targeted?")
    political: PoliticalAdvertising | None = ask(
        "Is any paid content on politics or public issues political advertising?"
    )
    donation_terms_stated: bool | None = ask(
        "Where buying is linked to a good cause: is it said who gives how much, and whether that depends on sales?"
    )
    promotes_tobacco_or_prescription_medicine: bool | None = ask(
        "Does it promote tobacco or a prescription medicine (and not warn or inform)?"
    )
    product_not_promoted: bool | None = ask(
        "Does it only warn of, or inform about, a product with an age limit (alcohol, gambling, tobacco)?"
    )
    promotes_alcohol_to_minors: bool | None = ask("Does it promote alcohol to people under 18 (and not warn of it)?")
    total_price_shown: bool | None = ask(
        "Is the whole price shown, with all charges that cannot be avoided, and no part of it larger than the whole?"
    )
    only_taxes_added: bool | None = ask("Is tax that the law puts on the buyer all that is added to the price shown?")
    price_method_shown: bool | None = ask(
        "Where the whole price cannot be reckoned beforehand: is it said as prominently how it is worked out?"
    )
    from_prices_attainable: bool | None = ask("Can people really get the 'from' and 'up to' prices that are shown?")
    urges_children_to_buy: bool | None = ask(
        "Does it urge children directly to buy, or to get their parents or other adults to buy for them?"
    )
    safe_for_children: bool | None = ask(
        "Is it free of dangers that children could copy, and of play on their inexperience or wish to belong?"
    )
    offer_limits_true: bool | None = ask("Where an offer names a deadline, a countdown or a stock figure: is it true?")
    former_price: Literal["none", "really-charged", "charged-in-the-market", "for-show"] | None = ask(
        "If a former or recommended price or a saving is shown: was it charged for a reasonable time, by you or in "
        "the market, or is it for show?"
    )
    special_price_stock: Literal["reasonable", "limit-stated", "equivalent-offered", "too-little"] | None = ask(
        "If goods are offered at a special price: is there stock for a reasonable time, is the limit stated, or is the "
        "same offered later to those who came too late?"
    )
    choice_design_reviewed: bool | None = ask(
        "Are landing page and checkout reviewed for designs that press or mislead (false countdowns, confusing exits)?"
    )
    financial_promotion_basis: FinancialPromotionBasis | None = ask(
        "If it could lead people to invest, trade, borrow or insure: who is entitled to stand behind it (UK)?"
    )
    section_21_approval: Section21Approval | None = ask(
        "If a UK firm approves it for somebody else to publish: how is it approved?"
    )
    uk_promotion: UkPromotion | None = ask(
        "If it promotes financial products or services in the United Kingdom: what does it show?"
    )
    political_imprint: (
        Literal[
            "in-the-material", "directly-accessible", "link-although-it-would-fit", "absent", "not-political-material"
        ]
        | None
    ) = ask("Where do name and address of the promoter of political material stand?")
    electoral_authorisation: Literal["in-the-ad", "linked-from-the-ad", "absent", "not-electoral"] | None = ask(
        "For Australia: if it is meant to influence a federal vote, where does it say who authorised it, and from "
        "which town?"
    )
    foreign_campaigner_authorises: bool | None = ask(
        "For Australia: does a foreign person or body approve an ad that is meant to influence a federal vote?"
    )
    electoral_production_paid: bool | None = ask(
        "For Australia: if it is meant to influence a federal vote, is anybody paid for making or spreading it, or is "
        "it a party, candidate or other body that must report to the electoral commission?"
    )
    lowers_reputation: bool | None = ask(
        "Does it say, or share from others, anything about a person or firm that could lower their reputation (an "
        "accusation, a scandal), so that people can tell who is meant?"
    )
    comparison_tested: bool | None = ask(
        "Does current, dated proof (tests, prices, published data) of the rival's product stand behind comparisons?"
    )
    marks_of_others: (
        Literal[
            "none",
            "plain-words",
            "licensed",
            "true-sponsor",
            "criticism-news-or-parody",
            "hint-of-endorsement",
            "olympic-terms-without-licence",
        ]
        | None
    ) = ask("How are brands, logos and event names of others used?")
    pay_range_shown: bool | None = ask(
        "Does every job posting, short posts and video included, show the pay range, or link to it where allowed?"
    )
    polls_open_or_approved: bool | None = ask(
        "For a US federal agency: are polls and forms open-ended, or approved under the Paperwork Reduction Act?"
    )
    us_origin_claim: Literal["none", "unqualified", "implied", "qualified"] | None = ask(
        "Does it say or hint (flags, hashtags) that goods are made in the United States?"
    )
    buyable: bool | None = ask("Can people order from it (an offer to buy, a shop link, a shoppable post)?")
    recalled_goods_offered: bool | None = ask(
        "May recalled goods be sold, given away or sent to creators through it (repaired units aside)?"
    )
    purchase_information: Literal["in-the-post", "one-click", "absent"] | None = ask(
        "Where people can buy from it: where do main features, the seller's name and address, delivery terms and the "
        "right of withdrawal stand?"
    )
    price_cut_from: (
        Literal["lowest-of-30-days", "national-exception", "other-price", "services-only", "no-price-cut"] | None
    ) = ask("If it announces a price cut: from which price is the cut counted, or is it for services only?")
    tickets_or_stays_priced: bool | None = ask(
        "Does it show a price for tickets to live events or for short stays (hotels, holiday lets)?"
    )
    fixed_questions: bool | None = ask("Does it put the same fixed questions to ten or more people (polls, surveys)?")
    drink_health_statement: (
        Literal["none", "calories-with-analysis", "true-specific-and-with-risks", "unqualified", "therapeutic"] | None
    ) = ask(
        "What does it say or hint on a drink and health: nothing, calories or carbohydrates with the average analysis, "
        "a true, specific and qualified statement with the risks, an unqualified one (no hangover), or that it heals?"
    )
    machine_translation: Literal["none", "simple-text-only", "critical-checked", "critical-unchecked"] | None = ask(
        "Does a machine translate text on rights, benefits, access to care or dosing, and if so, does a qualified "
        "human translator check it before publication?"
    )
    recruitment: Recruitment | None = ask("If it looks for staff: how is the job advertised?")
    origin_proven: bool | None = ask("Is all or virtually all of a product that is called American made there?")
    origin_claim_qualified: bool | None = ask(
        "Does a claim of American origin itself say what is foreign (for example: assembled here with foreign parts)?"
    )
    made_for_children_marked: bool | None = ask(
        "Is each item for children under 13 marked as made for children on the platform?"
    )
    mandatory_statements: (
        Literal[
            "in-the-post",
            "on-the-profile",
            "named-direct-link",
            "brand-account-tagged",
            "about-no-single-product",
            "elsewhere",
            "absent",
        ]
        | None
    ) = ask(
        "Where do the statements stand that advertising of the product must carry (for alcohol: class, type, strength)?"
    )
    on_media_service: bool | None = ask(
        "Does it run on an audiovisual media service by national law (television, on demand, in some countries large "
        "video channels)?"
    )
    recognisable_as_advertising: bool | None = ask("Is it recognisable as advertising before people engage with it?")
    options_principal_approved: bool | None = ask("Did a registered options principal approve content on options?")
    options_content_general: bool | None = ask(
        "Does options content stay general, without results or picks, until the options disclosure document is given?"
    )
    options_content_behind_login: bool | None = ask(
        "Is options content shown only behind a log-in, to customers who have the options disclosure document?"
    )
    options_named_in_list_only: bool | None = ask("Are options only named, as one word in a list of services?")
    testimonial_statements_shown: bool | None = ask(
        "Do testimonials say that they may not be typical, are no guarantee and, where they were, that they were paid?"
    )
    testimonials_about: Many[Literal["service", "investment-results", "technical-aspects"]] | None = ask(
        "What do testimonials speak of: the service, investment advice or results, or technical aspects of investing?"
    )
    testimonials_approved_in_writing: bool | None = ask(
        "Did the author of each testimonial publish it before or approve its use in writing, and is it quoted as given "
        "and of the product that it was given for?"
    )
    share_under_15: float | None = percent("What share of the people whom it reaches is under 15?")
    directed_at_under_15: bool | None = ask(
        "For Australia: is it, by theme, pictures and words, directed mainly at children under 15?"
    )
    hazardous_for_children: bool | None = ask(
        "Does it advertise what is hazardous for children (vapes, kava, highly caffeinated drinks and the like)?"
    )
    advertising_to_under_13: bool | None = ask(
        "Judged by product, presentation, time and place: is it commercial advertising directed at children under 13?"
    )
    quebec_children_exemption: bool | None = ask(
        "Is it only what Quebec's regulation exempts (a show for children, its packaging or shop window), on its terms?"
    )
    bonus_offered: Literal["none", "reduction-of-stated-fee", "gift-or-bonus"] | None = ask(
        "Is anything offered for becoming a patient or client: a reduction of a fee that is stated, or a gift or bonus?"
    )
    accredited_buyers_verified: bool | None = ask(
        "In a private raise that is advertised, are all buyers accredited, and is that verified?"
    )
    offer_basis: (
        Literal["registered", "rule-506c", "rule-506b", "demo-day-rule-148", "regulation-a", "crowdfunding", "none"]
        | None
    ) = ask("If it offers securities: are they registered, or under which exemption (US) are they offered?")
    special_purpose_credit: (
        Literal[
            "none",
            "place-or-income",
            "not-for-profit-or-government",
            "other-trait-with-evidence",
            "race-origin-or-sex",
        ]
        | None
    ) = ask("Does it advertise a special purpose credit program (US), and on what does eligibility rest?")
    housing_wording_prefers: Many[Literal["race-or-origin", "religion", "sex", "disability", "family"]] | None = ask(
        "By which traits do words or pictures of an ad for homes say or hint who is wanted (the sex of a roommate in "
        "shared living aside)? An empty list if by none."
    )
    housing_for_older_persons: bool | None = ask(
        "Is it housing for older persons that the law exempts from the ban on choosing by family?"
    )
    fair_lending_reviewed: bool | None = ask(
        "Are words and images reviewed for signals that a protected group is not welcome or will get worse terms?"
    )
    discourages_protected_group: bool | None = ask(
        "Could words, pictures or talk in it make people believe that credit is refused to them, or worse, because of "
        "race, sex, religion or another protected trait?"
    )
    member_name_shown: bool | None = ask(
        "Is the member firm of FINRA named prominently (a fictional name that its rule allows will do)?"
    )
    offering_firm_clear: bool | None = ask(
        "Where products of an affiliate or partner are shown (crypto, deposits, advice): is it clear which firm offers "
        "what?"
    )
    made_filings: (
        Many[
            Literal[
                "finra-advertising", "sec-free-writing", "form-d", "nfa-pre-submission", "cms", "sec-fund-advertising"
            ]
        ]
        | None
    ) = ask("Which filings with authorities are made for it?")
    fund_advertising: FundAdvertising | None = ask("What does advertising of a registered fund show?")
    futures: FuturesPromotion | None = ask("What does promotion of futures or forex show?")
    financial: FinancialOffer | None = ask("How are securities, deposits, tokens and insurance offered?")
    advice: FinancialAdvice | None = ask("Which opinions on financial products does it hold, and who gives them?")
    product_ad: ProductAdvertising | None = ask("How does it advertise a financial product?")
    share_offer: ShareOffer | None = ask("How does it speak of a raise of capital?")
    ordinary_news: bool | None = ask(
        "Is it ordinary news or comment of a news medium, unpaid and on no product of its own?"
    )
    registered_product_promoted: bool | None = ask(
        "Does it promote a particular registered fund, structured product, mortgage obligation (CMO) or public direct "
        "participation program?"
    )
    self_made_ranking: bool | None = ask(
        "Does it hold a fund ranking of the firm's own making, or speak of security futures?"
    )
    filed_days_before_use: float | None = amount("How many calendar days before its first use is it filed?", "days")
    filed_business_days_before_use: float | None = amount(
        "How many business days before its first use is it filed?", "business days"
    )
    rating_method_sound: bool | None = ask(
        "Is there good ground to believe that the survey behind a rating makes good and bad answers equally easy?"
    )
    rating_date_period_provider_shown: bool | None = ask(
        "Do ratings and awards show date, period, provider and payment?"
    )
