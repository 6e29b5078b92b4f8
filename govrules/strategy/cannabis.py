# SPDX-License-Identifier: Apache-2.0
"""Cannabis in content in Canada and the United States."""

from typing import Literal

from govrules.strategy.age_limits import AgeStep
from govrules.strategy.base import Many, Part, ask

AgeBand = Literal["nobody-shown", "under-18", "18-to-20", "21-to-24", "25-or-older"]


class CannabisPromotion(Part):
    """How cannabis is promoted in Canada."""

    kind: Literal["promotes", "trade-only", "unpaid-news-or-art", "no-promotion"] | None = ask(
        "What is content on cannabis: promotion, for licence holders only, news or art without pay, or no promotion?"
    )
    shows: (
        Many[
            Literal[
                "product-facts",
                "plain-imagery",
                "testimonial-or-endorsement",
                "person-character-or-animal",
                "appeal-to-youth",
                "glamour-or-way-of-life",
            ]
        ]
        | None
    ) = ask("Which of these does content on cannabis show, reposts included?")
    age_steps: Many[AgeStep] | None = ask(
        "Which steps keep people under age from content on cannabis? An empty list if none."
    )
    gives: Many[Literal["free-cannabis", "thing-for-a-purchase", "draw-or-contest", "price-facts"]] | None = ask(
        "Which of these does content on cannabis offer? An empty list if none."
    )


class CannabisContent(Part):
    """What content on cannabis shows."""

    youngest_person: AgeBand | None = ask(
        "How old is the youngest person who can be seen or heard in it (passers-by in a crowd aside)?"
    )
    youth_appeal: (
        Many[Literal["cartoons", "toys-or-games", "look-of-sweets", "youth-idols", "school-or-campus", "other"]] | None
    ) = ask("What in it is attractive to children? An empty list if nothing is.")
    licence_number: Literal["in-the-ad", "profile-only", "of-another-licensee", "absent"] | None = ask(
        "Where does the number of your own licence stand, so that it can be read?"
    )
    offers: (
        Many[
            Literal[
                "price-discount",
                "medicinal-samples-as-allowed",
                "free-goods",
                "buy-one-get-one",
                "contest-or-raffle",
            ]
        ]
        | None
    ) = ask("Which of these does it offer? An empty list if none.")
    claims: Literal["none", "true-and-proved", "untrue-or-unproved"] | None = ask(
        "Which claims does it make on the product, its effects and health: none, true ones with proof, or others?"
    )
