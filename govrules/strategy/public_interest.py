# SPDX-License-Identifier: Apache-2.0
"""Appeals for gifts, pictures of pupils and publicity of law firms in the United Kingdom."""

from typing import Literal

from govrules.strategy.base import Many, Part, ask


class FundraisingAppeal(Part):
    """An appeal for gifts, or a sale for a good cause."""

    misleads: bool | None = ask("Could pictures, words or figures of the appeal mislead people?")
    undue_pressure: bool | None = ask("Does the appeal press people to give (false urgency, guilt, repeated demands)?")
    demeans_people: bool | None = ask("Does the appeal show people in a way that demeans them?")
    purpose_of_gifts: (
        Literal["general-funds-said", "specific-with-surplus", "specific-without-surplus", "unsaid"] | None
    ) = ask(
        "What does the appeal say gifts are for: the general funds, something specific with or without what becomes of "
        "a surplus, or nothing?"
    )
    gift_by_sales: Literal["from-each-sale", "not-tied-to-sales", "none"] | None = ask(
        "Is it said that part of a price goes to a named charity, or that the business gives whatever is sold?"
    )
    agreement_with_charity: bool | None = ask(
        "Where part of a price goes to a charity: was a written agreement with the charity made first?"
    )
    registered_status: Literal["in-the-appeal", "in-the-profile-name", "absent"] | None = ask(
        "Where does the appeal say that the charity is registered?"
    )


class FundraisingPartners(Part):
    """People and firms that raise funds for a charity."""

    checked: bool | None = ask("Was whoever raises funds for the charity checked beforehand?")
    watched: bool | None = ask("Does the charity look at what its fundraising partners publish?")
    statement_made: bool | None = ask(
        "Do fundraising partners say in each appeal who gets what, and what they are paid, where the law asks for it?"
    )


class PupilPictures(Part):
    """Pictures of pupils, on accounts of schools and clubs."""

    recognisable: bool | None = ask("Can pupils or children of a club be recognised in it?")
    ground: (
        Literal[
            "public-task",
            "legitimate-interests",
            "consent-free-and-withdrawable",
            "consent-tied-to-admission",
            "none",
        ]
        | None
    ) = ask("On which ground of data protection law are pictures of pupils posted?")
    families_told: bool | None = ask("Were families told beforehand that pictures of pupils are posted, and why?")
    refusals: (
        Literal["checked-before-posting", "compelling-ground-on-record", "not-checked", "shown-all-the-same"] | None
    ) = ask("Are refusals of families and pupils checked before a picture is posted?")
    removal_route: bool | None = ask("Is there a way to have a picture of a pupil removed?")


class SolicitorPublicity(Part):
    """What a law firm in England and Wales says of itself."""

    claims: (
        Many[
            Literal[
                "checked-claims",
                "true-testimonial",
                "nothing-to-lose",
                "superlative-without-basis",
                "untrue-testimonial",
            ]
        ]
        | None
    ) = ask("Which of these claims does publicity of the law firm make? An empty list if none.")
    no_win_no_fee: Literal["not-used", "with-what-may-be-payable", "without-what-may-be-payable"] | None = ask(
        "Does publicity of the law firm say 'no win, no fee', and if so, with what may still be payable?"
    )


class SolicitorFirm(Part):
    """A law firm in England and Wales."""

    regulated: bool | None = ask("Is it regulated by the Solicitors Regulation Authority?")
    listed_services: bool | None = ask(
        "Does the law firm offer services for which it must publish prices (conveyancing, probate, motoring, "
        "employment, immigration, debt recovery, licensing)?"
    )
    price_information: Literal["on-the-website", "on-request-without-a-website", "refused", "absent"] | None = ask(
        "Where does the law firm give prices, service and complaints information?"
    )
    digital_badge: bool | None = ask("Is the SRA's digital badge on the law firm's website?")
