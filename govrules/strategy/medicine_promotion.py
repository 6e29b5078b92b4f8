# SPDX-License-Identifier: Apache-2.0
"""How medicines, treatments, devices and foods are promoted, as the law of the United Kingdom and of Europe asks.

What content claims of medical products, and what the United States ask of it, stands in medical_claims.py.
"""

from typing import Literal

from govrules.strategy.base import Many, Part, ask


class MedicinePromotion(Part):
    """How a medicine is presented."""

    supply_class: Literal["prescription-only", "without-prescription", "not-authorised", "no-medicine"] | None = ask(
        "Where it is shown: is the medicine sold on prescription only, without one, or not authorised at all (as "
        "unlicensed specials), or is it about no medicine?"
    )
    recognisable_by: (
        Many[
            Literal[
                "name-or-substance",
                "nickname-or-hint",
                "picture",
                "price",
                "hashtag-or-tag",
                "linked-page",
                "user-story",
                "class-words",
                "symbol",
            ]
        ]
        | None
    ) = ask(
        "By what could people tell that a prescription medicine is meant: name or substance, nickname or hint, picture "
        "of the product, price, hashtag or tag, the page it links to, a user's story, words for the class (weight-loss "
        "injection), a symbol (pen emoji)? An empty list if by nothing."
    )
    recommended_by: Many[Literal["scientist-or-health-professional", "celebrity", "ordinary-user", "nobody"]] | None = (
        ask("Who recommends the medicine in it? Somebody whose fame could make people use it counts as a celebrity.")
    )
    barred_messages: (
        Many[
            Literal[
                "certain-effect",
                "no-side-effects",
                "as-good-or-better-than-another",
                "health-suffers-or-gains",
                "misleading-pictures",
                "misleading-recovery-story",
                "aimed-at-children",
                "no-consultation-needed",
                "food-or-cosmetic",
                "safe-because-natural",
            ]
        ]
        | None
    ) = ask(
        "Which of these does it say or show of a medicine (that it is sure to work, has no side effects, beats or "
        "equals another, that healthy people get healthier or suffer without it, ...)? An empty list if none."
    )
    shown_in_the_ad: (
        Many[
            Literal[
                "name",
                "active-substance",
                "several-substances",
                "what-it-is-for",
                "read-the-leaflet",
                "plainly-an-advert",
                "plainly-a-medicine",
            ]
        ]
        | None
    ) = ask(
        "Which of these can people see in the advert for a medicine itself (not behind a link): its name, its active "
        "substance (several-substances if it has more than one), what it is for, the advice to read the leaflet or "
        "label, that it is an advert, that it is a medicine?"
    )
    name_only_reminder: Literal["allowed-there", "not-allowed-there", "no"] | None = ask(
        "Does it show nothing but the medicine's name, as a reminder, and does the country allow that?"
    )
    professional_access: Literal["verified-professionals", "marked-for-professionals", "open"] | None = ask(
        "Where it is meant for health professionals: can only people whose profession is checked see it, is it only "
        "marked for them, or can anybody see it?"
    )
    prescribing_information: Literal["in-it-or-one-click-away", "short-form-where-allowed", "absent"] | None = ask(
        "Where it promotes a medicine to professionals: where does the essential prescribing information stand?"
    )
    gifts_to_professionals: Literal["none", "inexpensive-and-relevant", "other"] | None = ask(
        "Do health professionals get gifts or benefits with it, and are these inexpensive and of use in their work?"
    )
    leads_to_product_content: bool | None = ask(
        "Does a link, tag, hashtag, like or share of it lead the public to promotion of a prescription medicine?"
    )
    early_promotion: bool | None = ask("Does it promote a medicine that is not yet authorised, or a use that is not?")
    checked_in_final_form: (
        Literal["certified", "certified-template-or-frame", "examined-as-code-allows", "neither"] | None
    ) = ask(
        "Is the final form certified by a signatory of the company, taken from certified templates, answers or frames, "
        "or examined where the industry code asks for no more?"
    )
    company_role: (
        Literal["none", "stated-at-the-start", "plain-from-the-account", "only-on-a-linked-page", "not-stated"] | None
    ) = ask(
        "If a medicines company has started, paid for, shaped or sponsored it: where is that said? None if the company "
        "has no say in independent content; plain from the account if the company's own account publishes it."
    )
    pharmacy_offer: (
        Literal["none", "whole-prescription-range", "chosen-prescription-medicines", "vouchers-for-other-medicines"]
        | None
    ) = ask("If a pharmacy offers a price advantage on prescriptions: on its whole range, or on chosen medicines?")
    pharmacy_offer_lawful_there: bool | None = ask(
        "Is it settled that each state that the price advantage reaches allows it?"
    )


class TreatmentPromotion(Part):
    """How treatments, devices, weight loss and professionals are presented."""

    serious_conditions: (
        Many[
            Literal[
                "treated-under-qualified-supervision",
                "general-information",
                "treated-without-supervision",
                "diagnosis-by-message",
                "cancer",
            ]
        ]
        | None
    ) = ask(
        "Does it offer treatment, advice or diagnosis for conditions that need a doctor (depression, diabetes, "
        "cancer), and by whom? An empty list if not."
    )
    cancer_material_for: Literal["professionals-or-authorities", "hospital-information", "the-public"] | None = ask(
        "If it offers to treat cancer, or advises on its treatment: is it for professionals and authorities, plain "
        "information of a hospital, or an advert to the public?"
    )
    cosmetic_intervention: bool | None = ask(
        "Does it promote a procedure that changes looks without medical need (surgery, fillers, injections)?"
    )
    surgery_or_injection: bool | None = ask(
        "Is that procedure surgery or an injection that changes the shape of the body or face?"
    )
    before_and_after: Literal["none", "only-after", "in-private-consultation", "medically-needed", "shown"] | None = (
        ask(
            "Are pictures before and after such a procedure set against each other (old posts, highlights and posts of "
            "creators included), or only where the law leaves room?"
        )
    )
    under_18s: (
        Literal["shut-out", "at-most-a-quarter", "more-than-a-quarter", "aimed-at-or-appealing-to-them"] | None
    ) = ask(
        "What about under-18s: are they shut out by age settings, at most or more than a quarter of those who see it, "
        "or is it aimed at them or made to appeal to them (teen creators, teen language)?"
    )
    weight_loss: bool | None = ask("Does it promote losing weight (a product, plan, service or clinic)?")
    weight_claims: (
        Many[
            Literal[
                "amount-in-a-time",
                "rapid-loss-story",
                "typical-moderate-story",
                "obesity-under-supervision",
                "obesity-without-supervision",
            ]
        ]
        | None
    ) = ask(
        "Which of these does it say on losing weight: how much in what time, a story of rapid loss, a typical story "
        "without a precise promise, treatment of obesity (under qualified supervision or not)? An empty list if none."
    )
    device_claims: (
        Many[
            Literal[
                "property-it-lacks", "false-impression", "likely-risk-left-out", "use-beyond-purpose", "proven-by-mark"
            ]
        ]
        | None
    ) = ask(
        "Which of these does it do on a medical device or test: claim what it cannot do, give a false impression of "
        "treatment or diagnosis, leave out a likely risk of its use, show uses beyond its purpose (customers' stories "
        "included), call its effect proven by the CE mark? An empty list if none."
    )
    device_evidence: bool | None = ask(
        "Are claims on a medical device or test inside its intended purpose and backed by clinical evidence on file?"
    )
    device_marked: bool | None = ask("Does the device carry the UKCA or CE mark for the purpose that is claimed?")
    in_vitro_test: bool | None = ask("Is it about a test on samples from the body (in vitro diagnostic)?")
    clinician_interests: Literal["none", "stated-in-the-post", "not-stated"] | None = ask(
        "Where a doctor, nurse or pharmacist promotes a service or product: do they gain from it, and does the post "
        "say so? None if they gain nothing, or if no such person promotes anything."
    )
    clinician_advises: bool | None = ask("Does a doctor, nurse or pharmacist give advice in it as a professional?")
    clinician_named: bool | None = ask("Is a clinician who gives advice as a professional named?")
    within_competence_and_evidence: bool | None = ask(
        "Does a clinician who speaks in it keep to their own field and put the evidence fairly?"
    )


class FoodClaims(Part):
    """What content says of foods and supplements."""

    claims: (
        Many[
            Literal[
                "listed-nutrition-claim",
                "authorised-health-claim",
                "authorised-risk-reduction",
                "general-words-with-authorised-claim",
                "general-words-alone",
                "not-on-the-list",
                "plant-under-transition",
                "plant-on-hold-only",
                "treats-or-prevents-disease",
            ]
        ]
        | None
    ) = ask(
        "Which of these claims does it make of a food or supplement, in customers' words that you share too? An empty "
        "list if it speaks of taste, price or origin only."
    )
    conditions_met: bool | None = ask(
        "Are the conditions of each claim met (amount, wording of the same meaning, evidence, the statement on diet "
        "and quantity)?"
    )
    barred_forms: (
        Many[
            Literal[
                "harm-without-it",
                "amount-or-rate-of-weight-loss",
                "health-professional-recommends",
                "association-where-allowed",
            ]
        ]
        | None
    ) = ask(
        "Which of these does it use for a food or supplement: health suffers without it, how much or fast weight is "
        "lost, a single health professional recommends it, an association of professionals or a charity does where "
        "that is allowed? An empty list if none."
    )
    infant_formula: (
        Literal[
            "none",
            "professional-or-scientific-publication",
            "baby-care-publication",
            "follow-on-kept-apart",
            "follow-on-like-infant-formula",
            "advertised-to-the-public",
            "samples-gifts-or-discounts",
        ]
        | None
    ) = ask("Is it about infant formula (from birth) or follow-on formula (from six months), and how?")
    infant_formula_factual: bool | None = ask(
        "Does what is said of infant formula or follow-on formula keep to scientific facts, without suggesting that "
        "bottle feeding equals or beats breast feeding?"
    )
