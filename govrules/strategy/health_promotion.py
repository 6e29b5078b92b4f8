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


class CarePromotion(Part):
    """Content that promotes health care."""

    service: Literal["by-registered-professionals", "other-health-or-beauty-service", "none"] | None = ask(
        "Does it promote health care by registered professionals (doctor, dentist, nurse, psychologist and the like), "
        "another health or beauty service only (gym, spa), or no service (jobs, news, education)?"
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
        "Which titles does it use: those of a registration that is held, a plain field of interest, specialist without "
        "that registration, surgeon without one as a surgeon, another protected title? An empty list if none."
    )
    manner: Many[Literal["entertains", "sexualises", "trivialises"]] | None = ask(
        "Does it entertain (dances, skits), sexualise or trivialise (quick, safe, lunch-time) a procedure? An empty "
        "list if none of these."
    )
    registration_shown: bool | None = ask(
        "Are the practitioner's name, type of registration and registration number given?"
    )
    adult_setting: Literal["on", "not-offered", "off"] | None = ask(
        "Is the platform's setting for adult content switched on, where it offers one?"
    )
