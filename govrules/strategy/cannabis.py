# SPDX-License-Identifier: Apache-2.0
"""Cannabis in content and creators' posts in Canada."""

from typing import Literal

from govrules.strategy.age_limits import AgeStep
from govrules.strategy.base import Many, Part, ask


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
