# SPDX-License-Identifier: Apache-2.0
"""What content claims of health and of medical products, and what it shows of patients."""

from typing import Literal

from govrules.strategy.base import Many, Part, amount, ask


class PatientContent(Part):
    """Content that shows or comes from patients."""

    identifies_patient: bool | None = ask(
        "Could anybody tell who the patient is (face, name, date, place, rare case, voice, tattoo)?"
    )
    authorisation: (
        Literal["hipaa-authorisation", "photo-release-only", "verbal", "expired-or-revoked", "none"] | None
    ) = ask("What has the patient signed, and is it still in force?")
    authorisation_elements_complete: bool | None = ask(
        "Has the form all six core elements and three statements, is it separate from other papers, and does it cover "
        "publication on social platforms (by name, or as a class such as the public)?"
    )
    copy_given: bool | None = ask("Does each patient get a copy of the signed authorisation?")
    signed_before_publication: bool | None = ask("Has the patient signed the authorisation before publication?")
    expiry_tracked: bool | None = ask(
        "Does the authorisation carry an expiry date or event, and is content taken down then?"
    )
    revocation_takedown_days: float | None = amount(
        "Within how many days is content removed when a patient revokes the authorisation?", "days"
    )
    kept_years: float | None = amount(
        "For how many years is the signed authorisation kept after it last took effect?", "years"
    )
    deidentified_by: (
        Literal["safe-harbour-18", "expert-determination", "no-real-patient", "not-deidentified"] | None
    ) = ask("How was the patient's information de-identified, if it was (no real patient: actor or simulation)?")
    authorisation_checked: bool | None = ask(
        "Is each asset checked against the patient's signed authorisation before it is posted?"
    )
    demeans: bool | None = ask(
        "Could it demean or humiliate the person shown (undressed, asleep, confused, made fun of)?"
    )
    credentials_and_pay_stated: bool | None = ask(
        "Does a testimonial state the speaker's credentials and any compensation?"
    )
    models_labelled: bool | None = ask(
        "Are models who are not patients said to be models? Answer yes, too, if none appear."
    )
    before_and_after_fair: bool | None = ask(
        "Are before-and-after pictures alike and unretouched, procedures named, with a note that results may differ?"
    )
    publication_consent: Literal["on-record", "not-recorded", "none"] | None = ask(
        "Has each patient who could be recognised agreed to this use, and is that on record?"
    )
    endorses: bool | None = ask("Does the patient praise or recommend the practice or its services?")
    filmed_in_care_areas: bool | None = ask("Is it filmed where other patients can be seen or heard?")
    filmed_by: Literal["own-staff", "crew-under-agreement", "outsiders"] | None = ask(
        "Who films: own staff, a hired crew under a business associate agreement, or outsiders (media, creators)?"
    )
    all_present_authorised: bool | None = ask("Has every patient who could be seen or heard signed before filming?")
    substance_use_programme: bool | None = ask("Does it concern patients of a substance use disorder programme?")
    part2_consent: bool | None = ask(
        "Is there a consent under 42 CFR Part 2 (substance use records) that covers publication?"
    )


class MedicalClaims(Part):
    """Content about medicines, devices, trials, supplements and medical practices."""

    product_status: (
        Literal[
            "approved",
            "cleared",
            "exempt-device",
            "monograph",
            "under-review",
            "investigational",
            "compounded",
            "not-needed",
        ]
        | None
    ) = ask(
        "Is the product approved or cleared, a US medical device exempt from clearance, sold under a monograph (US "
        "medicines without prescription), under review, investigational or compounded, or does it need nothing of this?"
    )
    kind: (
        Literal[
            "product-claim",
            "reminder",
            "help-seeking",
            "corporate",
            "scientific-exchange",
            "service",
            "answer-to-question",
            "official-campaign",
            "option-list",
            "independent-news",
        ]
        | None
    ) = ask(
        "What kind of communication is it: a claim for a product, a reminder of it, disease awareness (help-seeking), "
        "company news, scientific exchange, an offer of a consultation or service, an answer to somebody's question, "
        "a health campaign that the state approved, a neutral list of options on your own site, or independent news?"
    )
    claims_safe_or_effective: bool | None = ask("Does it say or imply that the product is safe or effective?")
    health_benefit_claimed: bool | None = ask(
        "Does it say or imply that a product, app or service prevents, treats or improves a health condition?"
    )
    within_label: bool | None = ask("Do all claims stay within the approved labelling?")
    label_consistency_tested: bool | None = ask(
        "Where a claim goes beyond the words of the label, is its consistency with the label tested and recorded?"
    )
    names_or_implies_product: bool | None = ask("Does disease awareness content name or imply a product?")
    risks_in_same_post: bool | None = ask("Do the most serious risks stand in the same post as the benefit?")
    risks_comparably_prominent: bool | None = ask("Are risks as prominent and readable as benefits?")
    speakers_disclosed: bool | None = ask(
        "Are actors and paid clinicians named as such, and is the use of celebrities who endorse it on file? Answer "
        "yes, too, if none of them appear."
    )
    broadcast_format: bool | None = ask(
        "Is it in the form of a television or radio advertisement (a spot, or a cut of one)?"
    )
    major_statement_clear: bool | None = ask(
        "Are its main risks told in plain words, as clearly as the rest, in television form in sound and readable text "
        "at the same time, with nothing that distracts?"
    )
    labelling_route_given: bool | None = ask(
        "Does it say where the full labelling can be found (telephone, web address, print, professional), or give it?"
    )
    generic_name_and_indication: bool | None = ask(
        "Are generic (established) name and full indication or intended uses given?"
    )
    generic_name_shown: bool | None = ask("Does the generic name stand with the brand name of a medicine?")
    boxed_warning: bool | None = ask("Does the product have a boxed warning?")
    reviewed_as_rendered: bool | None = ask(
        "Did medical, legal and regulatory reviewers approve the final asset as it is seen on each device?"
    )
    form_2253_at_first_use: bool | None = ask("Is Form FDA 2253 submitted at the time of first use?")
    live_content_listed_monthly: bool | None = ask("Are sites with real-time content listed monthly to FDA?")
    advance_submission_binds: bool | None = ask(
        "Is the medicine on accelerated approval or the animal rule, so that FDA must get promotion before its use?"
    )
    advance_submission: Literal["30-days-before-use", "during-review", "later-or-not"] | None = ask(
        "When does FDA get each piece: 30 days or more before its use, during the review of the application (for the "
        "first 120 days after approval), or later or not at all?"
    )
    space_limited_test: bool | None = ask("Do benefit and most serious risk fit together in each short format?")
    audience_gated_to_professionals: bool | None = ask(
        "Is scientific or off-label content kept to professionals (behind a gate, or on a page marked for them)?"
    )
    irb_approved: bool | None = ask("Did the ethics board (IRB) approve the recruitment material?")
    presented_as_equal_to_brand: bool | None = ask(
        "Is a compounded drug presented as the same as, or a generic of, an approved brand?"
    )
    presented_as_approved_or_own_make: bool | None = ask(
        "Does it suggest that a compounded drug is approved by FDA (also through its ingredient), or that you make a "
        "drug that a pharmacy compounds (own brand on the vial)?"
    )
    not_evaluated_stated: bool | None = ask(
        "Is it said plainly that FDA has not evaluated or approved the compounded drug?"
    )
    restricted_device: bool | None = ask("Is the device a restricted device under US law?")
    disease_claims: bool | None = ask(
        "Does a supplement, cosmetic or wellness product claim to diagnose, treat, cure or prevent disease?"
    )
    body_function_claims: bool | None = ask(
        "Does a cosmetic claim to change how the body works (boosts collagen, repairs DNA)?"
    )
    authorised_health_claim: bool | None = ask(
        "If a supplement's post names a disease: is it an authorised or qualified health claim, with its conditions?"
    )
    promotes_online_prescriptions: bool | None = ask(
        "Does it promote an online pharmacy, or a service that prescribes medicines online?"
    )
    structure_function_labelling: bool | None = ask(
        "Does it make structure or function claims for a supplement as part of its labelling (such as shop pages)?"
    )
    recruitment_overstates: bool | None = ask(
        "Does trial recruitment stress payment, promise free treatment, or speak of a new treatment without saying "
        "that it is investigational?"
    )
    practice_claims: (
        Many[
            Literal[
                "certified-by-recognised-board",
                "certified-by-other-board",
                "board-eligible",
                "permanent-cure",
                "unproved-unique-skill",
            ]
        ]
        | None
    ) = ask("Which of these does it say of a practice or its clinicians? An empty list if none.")
    care_price: Literal["none", "exact-with-terms", "from-or-as-low-as"] | None = ask(
        "If it names a price for care: is it exact, with its terms, or a floor (from, as low as)?"
    )
    plain_trial_listing: bool | None = ask(
        "Is it only a plain registry listing of a study, or about research in general and not one study?"
    )
    trial_outside_federal_rules: bool | None = ask(
        "Is the study outside US federal rules on research (no medicine, device or other product of FDA's, no federal "
        "money, no institution that promised to follow them)?"
    )
    clearance_shown_as_approval: bool | None = ask(
        "Is a registered or cleared device called FDA approved, or FDA's logo or certificate shown?"
    )
    disclaimer_shown: bool | None = ask("Is the statutory disclaimer shown with structure and function claims?")
    structure_function_notified: bool | None = ask(
        "Is each structure and function claim notified to FDA within 30 days of first marketing?"
    )


class MedicalByCreators(Part):
    """What creators say of care, medicines, devices, supplements, cosmetics, studies and Medicare plans, in the United
    States."""

    credentials_and_pay_stated: bool | None = ask(
        "For physicians in Texas: do posts that praise them state the speaker's credentials and any pay?"
    )
    compounded_as_brand_or_approved: bool | None = ask(
        "Do they present a compounded drug as the same as a brand, as approved by FDA, or as made by the seller itself?"
    )
    device_claims_within_label: bool | None = ask(
        "If they speak of a device: do their claims stay within its clearance, approval or classification, or are they "
        "tested for consistency with it?"
    )
    disease_claims: bool | None = ask(
        "If they speak of a supplement or cosmetic: do they say or imply that it diagnoses, treats, cures or prevents "
        "a disease?"
    )
    body_function_claims: bool | None = ask(
        "If they speak of a cosmetic: do they say that it changes how the body works (boosts collagen, repairs DNA)?"
    )
    recruitment_board_approved: bool | None = ask(
        "If they look for people for a study: did the ethics board (IRB) approve their scripts and posts?"
    )
    plan_benefits_submitted: Literal["submitted", "no-benefits-told", "not-submitted"] | None = ask(
        "If they speak of Medicare plans: are posts on benefits, costs or rewards submitted to CMS before use, or do "
        "they speak of none?"
    )


class MedicarePlanMarketing(Part):
    """Content on Medicare Advantage and Part D plans."""

    is_marketing: bool | None = ask(
        "Is it meant to win people for a plan, or keep them in it, and does it speak of benefits, costs or rewards?"
    )
    misleads: bool | None = ask(
        "Could it pass for Medicare or the government, use the Medicare card without permission, name benefits where "
        "they are not offered, or aim at income or health?"
    )
    next_year_before_october: bool | None = ask("Does it market plans of the next year before 1 October?")
    marketed_by: Literal["plan-itself", "third-party-every-plan", "third-party-some-plans"] | None = ask(
        "Is it marketed by the plan itself, or by a third party (agency, lead seller), and does that sell every plan "
        "in the area?"
    )
    third_party_disclaimer: bool | None = ask(
        "Does a third party's material carry the standard disclaimer on the plans it offers, in the present wording?"
    )
