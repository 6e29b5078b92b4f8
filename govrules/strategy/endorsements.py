# SPDX-License-Identifier: Apache-2.0
"""Everyone who endorses the organisation: creators, affiliates, reviewers, customers."""

from typing import Literal

from govrules.strategy.base import Jurisdiction, Many, Part, amount, ask
from govrules.strategy.content import FinancialPromotionBasis
from govrules.strategy.financial_products import ProductOpinions
from govrules.strategy.health_promotion import Recommenders
from govrules.strategy.investing import CreatorView, EducationPrices, FirmNamed, TokenStatements
from govrules.strategy.organisation import AudienceKind
from govrules.strategy.platforms import Platform, Topic
from govrules.strategy.sector_content import SectorEndorsements
from govrules.strategy.uk_promotion import ApproverEntitlement

EndorserKind = Literal[
    "influencers",
    "celebrities",
    "affiliates",
    "employees",
    "executives",
    "customers",
    "patients",
    "health-care-professionals",
    "finance-professionals",
    "athletes",
    "virtual-persona",
    "relatives",
    "lead-generators",
]
Reward = Literal[
    "money",
    "gifted-product",
    "loaned-product",
    "discount",
    "commission",
    "per-account-fee",
    "per-patient-fee",
    "event-or-trip",
    "prize-entry",
    "securities-or-tokens",
    "employment",
    "none",
]
DisclosurePlace = Literal[
    "first-line",
    "in-the-frame",
    "spoken",
    "platform-label",
    "end-of-caption",
    "after-fold",
    "hashtag-block",
    "profile-only",
    "link-only",
    "none",
]


class Disclosure(Part):
    """How a connection is made known."""

    required: bool | None = ask("Must each post disclose the connection?")
    plain_words: bool | None = ask(
        "Are the words plain (ad, sponsored, gift from), and not ambiguous (collab, sp, thanks, ambassador)?"
    )
    placement: Many[DisclosurePlace] | None = ask("Where does the disclosure appear?")


class ProgrammeDisclosure(Disclosure):
    """How the connection of people who are rewarded is made known."""

    wording: str | None = ask("What wording discloses the connection?")
    gift_label: bool | None = ask("Is the label one for gifts or invitations (#Gifted, #InvitedGuest)?")
    at_the_start: bool | None = ask(
        "Is the disclosure seen or heard at the very start of a video or audio, before people engage with it?"
    )
    in_audience_language: bool | None = ask("Is the disclosure in the language of the audience?")
    visible_throughout: bool | None = ask(
        "Can the disclosure be seen for the whole length of the post, in every format?"
    )
    easily_noticed: bool | None = ask(
        "Is the disclosure large, long and slow enough that people can easily read or hear it?"
    )
    on_each_segment: bool | None = ask("Does each post, and each segment of a story, carry the disclosure?")
    same_mode_as_claim: bool | None = ask(
        "Is the disclosure spoken where the claim is spoken, and shown where it is shown?"
    )
    states_payer_and_amount: bool | None = ask(
        "Does the disclosure state who paid, in what form, and the exact amount?"
    )
    pay_terms_and_conflicts: Literal["in-the-post", "linked", "absent", "none-to-tell"] | None = ask(
        "Where do the terms of pay (with the amount, or how it is worked out) and the conflicts, if any, stand?"
    )
    states_status_pay_and_conflict: bool | None = ask(
        "Does the post itself say whether the speaker is a client, that they are paid, and the conflict?"
    )
    stays_on_reposts: bool | None = ask("Does the disclosure stay where the content is posted again or shortened?")
    platform_switch: Literal["on", "not-offered", "off"] | None = ask(
        "Is the platform's own switch for commercial content on, where the platform offers one?"
    )
    repeated_in_live: bool | None = ask(
        "Is the disclosure repeated or kept on screen in live streams, where there are any?"
    )


class EndorsementProgramme(SectorEndorsements):
    """People who are rewarded for, or tied to, what they say about the organisation."""

    endorsers: Many[EndorserKind] | None = ask("Who speaks in this programme?")
    rewards: Many[Reward] | None = ask("What do they receive?")
    platforms: Many[Platform] | None = ask("Which platforms do they post on?")
    topics: Many[Topic] | None = ask("Which topics do they speak about?")
    audience: Many[AudienceKind] | None = ask("Who are their posts addressed to?")
    budget: float | None = amount("What does the programme cost in a year?", "currency of the business case")
    owner: str | None = ask("Who runs the programme, by name or job title?")
    state_rule_on_praise_followed: bool | None = ask(
        "For a state-registered adviser: is the home state's rule on client praise known and followed?"
    )
    license_called_endorsement: bool | None = ask(
        "Do they present a license as an endorsement by the authority, or mislead in another way?"
    )
    about_securities: bool | None = ask(
        "Do they describe a security (a share, bond, fund, or a token that is sold as an investment contract)?"
    )
    securities_pay_from: Literal["issuer-underwriter-or-dealer", "someone-else"] | None = ask(
        "Where they describe a security: from whom does what they get come, directly or not (its issuer, an "
        "underwriter or a dealer; or an investor, a platform or someone else)?"
    )
    praise_of_care: bool | None = ask(
        "Do they praise care by registered professionals (the treatment, its outcome, the professional's skill), their "
        "own treatment included?"
    )
    treatment_helped: bool | None = ask("Do they say that a medical treatment helped them or others?")
    promotes_care: bool | None = ask(
        "Do their posts promote a health service (a hospital, clinic or practitioner), and not only tell of a "
        "condition and life with it for education?"
    )
    cosmetic_treatment_for_posts: bool | None = ask(
        "Do they get higher-risk cosmetic treatment (injectables, fillers, threads, veneers, surgery) free or cheaper "
        "in return for posts?"
    )
    approver_entitlement: ApproverEntitlement | None = ask(
        "If a UK firm approves their content: what entitles it to (FCA permission for that kind of product, its own "
        "promotion, its appointed representative's, a group company's), or is it only something less?"
    )
    on_health_products: Many[Literal["presents-facts", "recommends", "tells-of-own-use"]] | None = ask(
        "What do they do for a product for a health purpose (a medicine, a device, or anything else said to prevent, "
        "treat or relieve an ailment; in Australia vitamins too): present facts, recommend it, tell of their own use? "
        "An empty list if none of these."
    )
    recommended_by: Recommenders | None = ask(
        "Which of these recommend such a product in the programme (a health professional; a hospital or clinic; a "
        "community pharmacy; a government body)? An empty list if none."
    )
    written_contract: bool | None = ask("Is there a written contract or brief with everyone who is rewarded?")
    tie_plain_to_audience: bool | None = ask(
        "Is the tie plain to everybody who sees the posts anyway (an obvious advertisement, the brand's own account)?"
    )
    posts_expected: bool | None = ask("Are they asked or expected to post in return for what they get?")
    codes_followed: Many[Literal["aimco", "other", "none"]] | None = ask(
        "Which codes of practice for influencer marketing bind it, by membership or contract (AiMCO's in Australia)?"
    )
    instructed: bool | None = ask(
        "Are they told what to disclose and what they may claim (by a brief, a contract or the agency)?"
    )
    told_to_hide_tie: bool | None = ask(
        "Is anybody told to hide the tie, is the label cut from their posts, or are they given made-up claims?"
    )
    lapses_acted_on: bool | None = ask(
        "Does something follow where a post lacks its disclosure or claims too much (correction, pay withheld, an end)?"
    )
    script_control: bool | None = ask("Does the organisation supply or approve scripts, graphics or talking points?")
    disclosure: ProgrammeDisclosure | None = ask("How is the connection disclosed?")
    investing: FirmNamed | None = ask("How do they market investments and services on them?")
    recommendation: CreatorView | None = ask("How do they give views on single investments?")
    education_prices: EducationPrices | None = ask("If they teach with prices of securities, in India: which?")
    token: TokenStatements | None = ask("How do they market crypto-assets?")
    claims_limits: bool | None = ask("Does the brief say which claims may and may not be made?")
    projects_results: bool | None = ask("May they predict returns, promise results or boast of past profit?")
    financial_promotion_basis: FinancialPromotionBasis | None = ask(
        "If they could lead people to invest, trade, borrow or insure: who is entitled to stand behind it (UK)?"
    )
    advice: ProductOpinions | None = ask(
        "If they speak of financial products: which opinions do they voice, and who entitles them to?"
    )
    tokens_are_products_in: Many[Jurisdiction] | None = ask(
        "In which countries are the crypto tokens that they speak of, or the arrangement around them, financial "
        "products by law? An empty list if nowhere."
    )
    act_for_us: bool | None = ask(
        "Do they act on the organisation's behalf (deal with clients or speak in its name), and not only carry its ads?"
    )
    oversight_staffed: bool | None = ask("Are there enough people, with the skill for it, to oversee what they post?")
    fits_target_market: bool | None = ask(
        "For Australia: is their audience checked against the target market of each product that they show? Answer "
        "yes, too, if they show no product that has one."
    )
    product_statements_kept: bool | None = ask(
        "For Australia: where they show a particular financial product, do their posts carry the statements on issuer, "
        "PDS and target market? Answer yes, too, if they show none."
    )
    may_publish: Literal["own-posts", "approved-items-only", "live-talk-only"] | None = ask(
        "What may they publish: static posts or videos of their own, only approved items unaltered, or live talk only?"
    )
    pre_approved: bool | None = ask("Is each static post or video approved before it is published?")
    altered_after_approval: bool | None = ask("May they change a post in substance after it was approved?")
    approver_role: (
        Literal["registered-principal", "compliance-officer", "medical-legal-regulatory", "marketing"] | None
    ) = ask("In what capacity does the approver of their content act?")
    promotes_prescription_medicine: bool | None = ask(
        "Do they name, show or hint at a medicine that is sold on prescription only (their own story of it included)?"
    )
    prescription_name_price_quantity_only: bool | None = ask(
        "For Canada: do their posts say no more of such a medicine than its name, price and quantity, with no "
        "condition beside it in text, tags, links, targeting or a neighbouring post?"
    )
    verified_professionals_only: bool | None = ask(
        "Do they reach nobody but health professionals whose profession is checked (a closed network or event)?"
    )
    before_and_after_procedures: bool | None = ask(
        "Do they set pictures before and after a cosmetic operation or injection against each other?"
    )
    recommends_medicine: bool | None = ask(
        "Do they recommend a medicine of any kind, without prescription ones included?"
    )
    recommends_food_for_health: bool | None = ask(
        "Does a doctor, pharmacist, dietitian or other health professional among them say that a food or supplement is "
        "good for health?"
    )
    vetted: bool | None = ask("Are they vetted (past posts, real audience, licence, disqualification)?")
    paid_over_usd_1000: bool | None = ask("Is any of them paid more than 1,000 USD in 12 months, all payments counted?")
    disqualification_check: bool | None = ask("Is a check for disqualified persons made before pay above 1,000 USD?")
    amplified: bool | None = ask("Does the organisation ask for, edit, like, share, quote or boost their posts?")
    product_content_rules_met: bool | None = ask(
        "For a prescription medicine: do their posts carry risks, indication and generic name as your own must?"
    )
    monitored: bool | None = ask("Are their posts watched, live ones and replies included?")
    correction_hours: float | None = amount("Within how many hours must a wrong post be corrected or removed?", "hours")
    posts_captured: bool | None = ask("Are their posts captured in the archive?")
    approved_items_kept: bool | None = ask(
        "Where they publish approved items unaltered: is each of these items kept on record?"
    )
    retention_years: float | None = amount("For how many years are posts, briefs and payments kept?", "years")
    fixed_fair_market_fee: bool | None = ask("Is the fee fixed at documented fair market value?")
    advertises_to_public_only: bool | None = ask(
        "Do they only advertise care to the public, without influence on whom a person chooses (no clinicians, patient "
        "advocates or call centres that steer)?"
    )
    counsel_cleared_pay: bool | None = ask(
        "Has counsel cleared the pay in writing, on its facts, under the US law on kickbacks in health care?"
    )
    adverse_events_forwarded_hours: float | None = amount(
        "Within how many hours must they forward reports of side effects?", "hours"
    )
    federally_paid_items: bool | None = ask(
        "Do they promote care or products that Medicare, Medicaid or another US federal programme may pay for?"
    )
    covered_recipients: bool | None = ask(
        "Is any of the clinicians a physician (dentists, podiatrists, optometrists and chiropractors included), a "
        "physician assistant or an advanced practice nurse?"
    )
    open_payments_captured: bool | None = ask("Is pay to clinicians recorded for the Open Payments report?")
    performance_linked_to_reward: bool | None = ask("Does the reward depend on accounts, patients or sales?")
    contract_lists_required_terms: bool | None = ask(
        "Does the contract name parties, tasks, pay, value of gifts, rights and duties, and the law that governs it?"
    )
    highest_reward_eur: float | None = amount(
        "What is the most that one of them gets in a year for one purpose, gifts included?", "EUR, net of tax"
    )
    reward_totals_kept: bool | None = ask(
        "Is a running total of pay and value of gifts kept for each of them, by year and purpose?"
    )
    proof_of_no_reward: bool | None = ask(
        "Where nothing is given for a mention: is proof kept, such as receipts of the speaker's own purchase?"
    )
    retouched_images_declared: bool | None = ask(
        "Must they declare retouched bodies, and faces or bodies made with AI? Answer yes, too, if they may not use "
        "any."
    )
    creators_outside_eu: Literal["none", "representative-and-insurance-checked", "not-checked"] | None = ask(
        "Are any of them outside the European Union, and if so, are legal representative and insurance checked?"
    )
    promotes_closed_topics: (
        Many[
            Literal[
                "risky-aesthetic-acts",
                "treatment-substitutes",
                "nicotine-products",
                "high-risk-financial-contracts",
                "betting-tips",
                "crypto-without-authorisation",
                "wild-animals-without-permit",
            ]
        ]
        | None
    ) = ask("Which of these do they promote? An empty list if none.")
    gambling_closed_to_minors: bool | None = ask(
        "Do they promote gambling only on services that shut out under-18s, with the warning?"
    )
    largest_following: int | None = amount("How many followers has the largest of them on one platform?", "followers")
    largest_following_all_services: int | None = amount(
        "How many followers has the largest of them on all platforms together?", "followers"
    )
    largest_monthly_views: int | None = amount(
        "How many views a month has the one with most views on one platform, on average?", "views"
    )
    media_listing_confirmed: bool | None = ask(
        "Is it confirmed that large creators are registered where national media law asks for it, or need not be?"
    )
    claims_personal_use: bool | None = ask("Does a virtual persona claim to have used the product itself?")
    opinions_altered: bool | None = ask(
        "Are honest opinions of these people cut, softened or changed before publication?"
    )
    virtual_persona_disclosed: bool | None = ask("Does a virtual persona say that it is not a person but made by AI?")
    virtual_persona_lifelike: bool | None = ask("Could people take a virtual persona for a human being?")
    use_claims_true: bool | None = ask(
        "Where they say or imply that they use the product: do they, for as long as the posts are used?"
    )
    used_and_checked: bool | None = ask(
        "Have they used what they endorse, and checked on record the claims that they make?"
    )
    adequately_informed: bool | None = ask(
        "Where they have not used what they endorse: were they given adequate information to judge it?"
    )
    technical_advice: Literal["none", "credential-shown", "credential-not-shown", "no-credential"] | None = ask(
        "Do they give technical advice on finance or health, and if so, do they hold and show the credential for it?"
    )
    expert_role: Literal["none", "within-their-expertise", "without-expertise"] | None = ask(
        "Do they speak or appear as experts on what they praise (a title, a white coat), and if so, do they have that "
        "expertise?"
    )
    experts_examined_product: bool | None = ask(
        "Where they speak as experts: have they examined the product, within their field and as thoroughly as it asks?"
    )
    minors_speak: bool | None = ask("Do people under 18 appear or speak?")
    child_performer_terms: bool | None = ask(
        "Where children appear: does the contract bind the creator to the laws on child performers (earnings set "
        "aside, deletion on request) and bring guardians' releases?"
    )
    platform_category: Literal["allowed", "restricted-with-gates", "restricted-without-gates", "barred"] | None = ask(
        "Do the platforms allow paid partnerships for this kind of product, and are age and country gates set?"
    )
    creators_in: Many[Jurisdiction] | None = ask("Where do the creators live?")
    lead_under_14: bool | None = ask("Does a child under 14 play the lead in paid content?")
    law_firm_pays_for: (
        Literal[
            "advertising-cost",
            "qualified-referral-service",
            "sale-of-practice",
            "reciprocal-referral",
            "nominal-thanks",
            "recommendation",
        ]
        | None
    ) = ask("In a law firm: for what do they get what they get?")
    college_or_amateur_athletes: bool | None = ask("Are any of them college or amateur athletes?")


class Reviews(Part):
    """Reviews, ratings and signs of popularity."""

    sources: Many[Literal["own-site", "third-party-sites", "app-stores", "marketplaces", "none"]] | None = ask(
        "Where are reviews collected or shown?"
    )
    asked_from: (
        Many[Literal["all-customers", "happy-customers-only", "employees", "relatives", "patients", "nobody"]] | None
    ) = ask("Who is asked for reviews?")
    incentives: Literal["none", "neutral", "tied-to-positive-sentiment"] | None = ask(
        "Is anything given for reviews: nothing, the same for any opinion, or for good ones only?"
    )
    clinical_left_out: bool | None = ask(
        "On your own site: are reviews that praise treatment, its outcome or a professional's skill left out?"
    )
    incentive_nominal_thanks: bool | None = ask(
        "Is what is given for reviews no more than a nominal thank-you that nobody expected?"
    )
    incentive_disclosed: bool | None = ask("Is the incentive disclosed wherever the review is used?")
    fabricated: bool | None = ask(
        "Are reviews or testimonials made up (by staff, vendors, AI or actors, without a real user's experience)?"
    )
    bought_engagement: bool | None = ask(
        "Are followers, likes, views or comments of bots or sham accounts bought (platforms' own ads are not meant)?"
    )
    engagement_sold: bool | None = ask(
        "Are followers, likes, views or comments of bots or sham accounts sold to others?"
    )
    negative_reviews_suppressed: bool | None = ask("Are honest negative reviews hidden, gated or paid away?")
    edited: bool | None = ask("Are reviews or testimonials cut or edited so that their sense changes?")
    reviewers_threatened: bool | None = ask(
        "Are reviewers threatened without ground, or accused in public of what is known to be false?"
    )
    section_shows: Literal["all-or-most", "labelled-selection", "no-review-section"] | None = ask(
        "On your own site: do reviews pass for all or most of those received, or for a selection that is labelled?"
    )
    scores_mislead: bool | None = ask(
        "Do scores mix in reviews of other products, or leave out number and period where that misleads?"
    )
    gag_clauses: bool | None = ask(
        "Do standard consumer terms bar or fine honest reviews, or take over all rights in them?"
    )
    controlled_review_site: Literal["none", "control-stated", "posed-as-independent"] | None = ask(
        "Do you control a test site, ranking, body or seal that judges your kind of product, and is that said?"
    )
    managers_review: bool | None = ask("Do officers or managers write reviews of the organisation or its products?")
    insider_testimonials: Literal["none", "tie-stated-or-plain", "tie-hidden"] | None = ask(
        "Are testimonials of managers, staff or agents featured, and is their tie stated or plain?"
    )
    insiders_disclose: bool | None = ask("Must officers, managers, staff and relatives disclose their tie in reviews?")
    verification_stated: bool | None = ask(
        "Is it said beside reviews whether and how you check that they come from real buyers?"
    )
    said_to_be_from_buyers_unchecked: bool | None = ask(
        "Are reviews said to come from buyers although that is not checked?"
    )
    poses_as_consumer: bool | None = ask(
        "Does anybody speak for you as if a customer, fan or outsider (fan pages, forum posts), hiding the tie?"
    )
    replies: Literal["template-without-details", "case-by-case", "none"] | None = ask("How are reviews answered?")
    replies_confirm_customer: bool | None = ask("May a reply confirm that the author is a customer or patient?")
    replies_confirm_only_with_authorisation: bool | None = ask(
        "Is a customer or patient confirmed in a reply only with that person's signed authorisation?"
    )
    replies_moved_offline: bool | None = ask("Do replies move the conversation to a private, secure channel?")
    clinicians_answer_alone: bool | None = ask("May clinicians or owners answer reviews alone, from personal accounts?")
    vendor_contract_bans_fakes: bool | None = ask("Do vendor contracts ban fabricated reviews and bought engagement?")
    proof_of_use_kept: bool | None = ask(
        "Is proof kept that featured testimonials are genuine (of purchase or use, or the published source)?"
    )
    policy_against_fakes: bool | None = ask("Does a written policy ban fake reviews and hidden rewards?")
    sources_risk_assessed: bool | None = ask(
        "Is the risk of fake reviews assessed for each source, and again at a set interval?"
    )
    fakes_detected_and_removed: bool | None = ask(
        "Is there a procedure to detect, investigate and remove fake reviews, with a log?"
    )
