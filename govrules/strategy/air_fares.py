# SPDX-License-Identifier: Apache-2.0
"""Air fares in content for the European Union."""

from typing import Literal

from govrules.strategy.base import Part, ask


class EuropeanAirFares(Part):
    """How air fares from the European Union are shown."""

    price_stated: bool | None = ask("Does it state a price for air travel?")
    from_eu_airport: bool | None = ask("Is the air travel from an airport in the European Union?")
    breakdown: Literal["beside-the-price", "one-step-away", "absent"] | None = ask(
        "Where are fare, taxes, airport charges and other charges told apart?"
    )
    conditions_given: bool | None = ask("Are the conditions of the air fare given with it or one step away?")
    extras: Literal["opt-in", "pre-ticked", "none"] | None = ask(
        "How are extras of a flight (insurance, seats, bags) added in the booking: by people themselves, ticked "
        "beforehand, or are there none?"
    )
    extras_shown_at_start: bool | None = ask("Are extras of a flight shown with prices at the start of the booking?")
