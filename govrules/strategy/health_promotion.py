# SPDX-License-Identifier: Apache-2.0
"""How health care, medicines, devices and supplements are promoted to the public, where law looks at the promotion
itself: praise, pictures, offers, prescription medicines, statements that must be shown."""

from typing import Literal

from govrules.strategy.base import Many, Part, ask

TitlesUsed = Many[
    Literal[
        "registration-held",
        "field-of-interest",
        "specialist-without-registration",
        "surgeon-without-specialty",
        "other-protected-title",
    ]
]

Recommenders = Many[Literal["health-professional", "health-facility", "community-pharmacy", "government-body"]]


class CarePromotion(Part):
    """Content that promotes health care."""

    service: Literal["by-registered-professionals", "other-health-or-beauty-service", "none"] | None = ask(
        "Does it promote health care by registered professionals (doctor, dentist, nurse, psychologist and the like), "
        "another health or beauty service only (gym, spa), or no service (jobs, news, education)?"
    )
    merely_published: bool | None = ask(
        "Is it the advertisement of somebody else that you merely publish in your business (a newspaper, a listing)?"
    )
    cosmetic_procedures: Many[Literal["higher-risk-non-surgical", "surgery", "low-risk"]] | None = ask(
        "Which cosmetic procedures does it promote: higher-risk ones without surgery (injectables, fillers, threads, "
        "veneers, hair transplants), surgery (gender affirmation aside), low-risk ones? An empty list if none."
    )
    praise_of: Many[Literal["clinical", "ratings-of-care", "around-the-care"]] | None = ask(
        "What does praise by patients, creators or others in it speak of: symptoms, treatment, outcome or a "
        "professional's skill (clinical), star ratings of the care, or only what is around it (staff, parking)? An "
        "empty list if there is no praise."
    )
    praise_as: Many[Literal["left-as-posted", "reproduced", "link-to-reviews", "paid-for"]] | None = ask(
        "How is praise of the care used: left where the patient posted it on your own page, reproduced by you (quote, "
        "screenshot, repost), by a link to a page of reviews, or paid for? An empty list if there is none."
    )
    helped_somebody: bool | None = ask(
        "Does it say that a treatment helped a person (a story, a result, before and after), named or not, real or "
        "invented?"
    )
    recommended_by_professional: bool | None = ask(
        "Does it say that a health professional uses or recommends a treatment?"
    )
    said_infallible: bool | None = ask("Does it say or hint that a treatment never fails?")
    nz_listed_disease: bool | None = ask(
        "In New Zealand: does it claim that a treatment prevents, relieves or cures a disease of Schedule 1 of the "
        "Medicines Act?"
    )
    evidence: Literal["no-claims", "acceptable", "weak-or-none"] | None = ask(
        "If it claims anything of the care (effect, safety, comfort): does evidence that clinicians accept support "
        "each claim?"
    )
    risks: Literal["no-benefits-named", "told", "linked", "left-out"] | None = ask(
        "Where it speaks of benefits of a treatment: are risks and recovery told in it, behind a link, or left out or "
        "played down?"
    )
    offer_terms: Literal["no-offer", "in-the-ad", "linked", "absent"] | None = ask(
        "If it offers a gift, discount or other inducement to use a service: where do the terms stand?"
    )
    result_promised: bool | None = ask("Does it promise a result of care, or raise hopes that most cannot fulfil?")
    result_images: Literal["none", "before-and-after", "after-only"] | None = ask(
        "Does it show pictures of results of treatment: before and after, after only, or none?"
    )
    result_images_altered: bool | None = ask(
        "Are pictures of results filtered, retouched, made with AI, or taken in unlike light or stage?"
    )
    presses: Many[Literal["time-pressure", "bundle-or-bring-a-friend", "recall-by-need"]] | None = ask(
        "How does it move people to use care: time pressure, bundles or bring-a-friend deals, recall reminders by "
        "need? An empty list if by none of these."
    )
    titles: TitlesUsed | None = ask(
        "Which health titles does it use: those of a registration that is held, a plain field of interest, "
        "'specialist' or 'surgeon' without that registration, another protected title without it? An empty list if "
        "none."
    )
    manner: Many[Literal["entertains", "sexualises", "trivialises"]] | None = ask(
        "Does it entertain (dances, skits), sexualise or trivialise (quick, safe, lunch-time) a procedure? An empty "
        "list if none of these."
    )
    superlatives: bool | None = ask("Does it praise the care as best, leading, unique and the like?")
    compares: bool | None = ask("Does it compare the care or its provider with others?")
    assisted_reproduction: bool | None = ask("Is it about assisted reproduction (fertility treatment)?")
    rewards_programme: (
        Literal["none", "benefits-for-buying", "payment-plan-shown-at-payment", "labelled-charity-or-csr"] | None
    ) = ask(
        "Does it advertise a programme that gives gifts or benefits by what people buy (two for one, points), a "
        "payment plan that is shown at payment only, a charity or CSR programme labelled as such that seeks no new "
        "patients, or none of these?"
    )
    registration_shown: bool | None = ask(
        "Are the practitioner's name, type of registration and registration number given?"
    )
    adult_setting: Literal["on", "not-offered", "off"] | None = ask(
        "Is the platform's setting for adult content switched on, where it offers one?"
    )


class HealthProductPromotion(Part):
    """Content that promotes a medicine, a device or another product for a health purpose."""

    therapeutic_use: bool | None = ask(
        "Does it promote a product for a health purpose: a medicine, a medical device, or anything else said to "
        "prevent, diagnose, treat or relieve an ailment (in Australia vitamins and sunscreens too)?"
    )
    prescription_reference: Literal["none", "promotes", "pharmacy-price-list", "news-or-information"] | None = ask(
        "Does it refer to a medicine that needs a prescription (by name, class, nickname, hashtag, tag or image), and "
        "if so: to promote it, in a pharmacy's bare price list, or in news or information that promotes nothing?"
    )
    pharmacist_only_promoted: bool | None = ask(
        "For Australia: does it promote a pharmacist-only medicine (Schedule 3) that Appendix H of the Poisons "
        "Standard does not list?"
    )
    artg_status: Literal["entered", "exempt", "not-entered"] | None = ask(
        "For Australia: is the product entered in the Register of Therapeutic Goods (ARTG), exempt, or neither?"
    )
    claims_within_artg: bool | None = ask(
        "For Australia: do all claims stay within what the product's entry in the ARTG accepts?"
    )
    one_sided: bool | None = ask("Does it tell only the good side of the product (no limits, no risks)?")
    user_testimonials: bool | None = ask(
        "Does it show what people say who say that they used the product (reviews, comments, stories)?"
    )
    testimonials_verified: bool | None = ask(
        "Is it checked who each such user is, and that the user really used the product?"
    )
    testimonials_given_for: Literal["nothing", "gift-without-agreement", "reward"] | None = ask(
        "What do these users get for what they say: nothing, a gift without any agreement, or a reward?"
    )
    testimonials_by: Many[Literal["independent-users", "staff-or-suppliers", "close-family", "company"]] | None = ask(
        "From whom do these statements come: independent users, people in production, marketing or supply, their close "
        "family, a company?"
    )
    testimonials_typical: bool | None = ask("Is what these users tell of typical for the product?")
    testimonials_claims_lawful: bool | None = ask("Could you lawfully make the claims of these users yourself?")
    helped_somebody: bool | None = ask(
        "Does it say that the product helped a person (a story, a result, before and after), named or not, real or "
        "invented?"
    )
    said_infallible: bool | None = ask("Does it say or hint that the product never fails?")
    listed_diseases: Many[Literal["new-zealand-schedule-1", "canada-schedule-a1"]] | None = ask(
        "Does it claim to prevent, treat or cure a disease on one of these lists: Schedule 1 of New Zealand's "
        "Medicines Act, Schedule A.1 of Canada's Food and Drugs Act? An empty list if on none."
    )
    listed_disease_exempt: bool | None = ask(
        "In Canada: does an exemption for natural health products or products without prescription, or the product's "
        "market authorisation, cover a claim on a listed disease?"
    )
    beyond_name_price_quantity: (
        Many[
            Literal[
                "condition-in-text",
                "condition-by-tag-or-link",
                "condition-by-targeting",
                "condition-in-neighbouring-post",
                "effect-or-story",
            ]
        ]
        | None
    ) = ask(
        "What does an item that names a prescription medicine say or add beyond name, price and quantity: the "
        "condition (in the text, by a tag or link, by targeting, in a neighbouring post), or its effect (a story too)? "
        "An empty list if nothing."
    )
    advertiser_address: bool | None = ask(
        "Does it give the advertiser's true name and business address (a company's registered office)?"
    )
    recommended_by: Recommenders | None = ask(
        "Which of these recommend the product in it (a health professional; a hospital or clinic; a community "
        "pharmacy; a government body)? An empty list if none."
    )
    statements: Many[Literal["product-name", "accepted-indication", "statement-for-its-kind"]] | None = ask(
        "For Australia: which of these does it show: the product's name, an accepted indication, the statement that "
        "the Advertising Code asks for that kind of product? An empty list if none."
    )
    statements_place: (
        Literal[
            "in-view", "short-form-in-view", "behind-see-more", "comments-only", "second-page-only", "no-statements"
        ]
        | None
    ) = ask(
        "Where do the statements stand that advertising of a medicine or device must show: in view, in the short form "
        "for short ads, behind 'see more', only in comments, only on a second page, or nowhere?"
    )
    statements_repeated_live: bool | None = ask("In a live stream: are these statements repeated or kept on screen?")
