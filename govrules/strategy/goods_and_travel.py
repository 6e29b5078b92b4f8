# SPDX-License-Identifier: Apache-2.0
"""What content on vehicles and fares shows, and content directed to children."""

from typing import Literal

from govrules.strategy.base import Many, Part, ask, percent


class VehicleOffer(Part):
    """What an ad or a first message on vehicles for sale or lease shows."""

    named: Literal["vehicle-or-price", "vehicle-without-price", "brand-only"] | None = ask(
        "Does it show a price, a specific vehicle without any price or payment, or the brand only? A specific vehicle "
        "with a price, or a price alone, is vehicle-or-price."
    )
    mandatory_fees_included: bool | None = ask(
        "Can any buyer get the vehicle at the price that is shown, with all fees in it but taxes and government fees?"
    )
    rebates: Literal["none", "open-to-everybody", "conditions-beside-the-price", "conditions-hidden"] | None = ask(
        "Are rebates taken off the price that only some buyers get, and does it say so beside the price?"
    )
    sold_vehicles: Literal["removed-or-marked", "left-up", "never-for-sale"] | None = ask(
        "What becomes of posts on vehicles that are sold or not in stock?"
    )
    lease_terms_quoted: bool | None = ask(
        "Does it name a lease payment, or say what is (or is not) to be paid at or before the start of a lease?"
    )
    lease_disclosures: Literal["in-the-ad", "table-referred-to", "phone-number-or-print", "absent"] | None = ask(
        "Where do lease, total due at start, number, amounts and timing of payments, deposit and end charges stand?"
    )
    radio_or_television: bool | None = ask("Is it a spot on radio or television?")
    california_total_price: Literal["with-add-ons", "without-add-ons", "payment-only", "absent"] | None = ask(
        "For California: does it show the total price with the add-ons that are on the vehicle, and clearly so?"
    )
    exempt_sale: Literal["none", "wholesale-or-fleet", "auction-of-used"] | None = ask(
        "For California: is it a sale to the trade or a fleet, or an auction of used vehicles?"
    )
    misstates: (
        Many[Literal["cost-or-finance", "availability", "return-right", "add-on-needed", "add-on-without-benefit"]]
        | None
    ) = ask("Does it misstate any of these? An empty list if none.")
    heavy_vehicles_only: bool | None = ask("Is it about vehicles of 10,000 pounds or more only?")


class FareOffer(Part):
    """What a post with air fares shows."""

    price_stated: bool | None = ask("Does it state a price for air travel, or for a trip with a flight in it?")
    charges_shown_apart: Literal["none", "smaller-and-true", "prominent-or-as-large"] | None = ask(
        "Are taxes and charges that are part of the price also shown apart, and how large?"
    )
    one_way_of_return: Literal["no", "return-said", "return-unsaid"] | None = ask(
        "Is it the price of one way that can only be bought with the return, and does it say so?"
    )
    extras_preselected: bool | None = ask("Are extras (insurance, seats, bags) added unless people take them out?")
    sold_out: Literal["updated-or-removed", "expiry-and-live-link", "left-up"] | None = ask(
        "What becomes of fare posts when the seats at that price are gone?"
    )
    seats_reasonable: bool | None = ask("Is there a reasonable number of seats at the fare that is posted?")
    conditions_reachable: bool | None = ask("Can people get to the conditions of the fare from the post?")


class ChildAdvertising(Part):
    """Advertising that children see or that is made for them."""

    made_for_under_13: bool | None = ask(
        "Is it, by its subject, look, place and audience, mainly made for children under 13 (child creators included)?"
    )
    share_under_13: float | None = percent("What share of the audience of the medium is under 13?")
    advertises_food: bool | None = ask("Does it advertise food, drinks or a restaurant?")
    nutrition_criteria_met: bool | None = ask(
        "Do all foods in it meet the uniform nutrition criteria of the children's food advertising pledge?"
    )
    in_school: Literal["no", "exception", "branded-to-eighth-grade", "higher-grades"] | None = ask(
        "Does it run in schools: within an exception (charity, teaching, for adults), or branded, up to eighth grade?"
    )
    shown_as_advertising: Literal["plain-to-a-child", "only-to-adults", "not-shown"] | None = ask(
        "Is it shown, at the start and in words or pictures that a child follows, that it is advertising?"
    )
    tie_told: Literal["in-a-childs-words", "in-words-for-adults", "not-told", "no-tie"] | None = ask(
        "Where a creator is rewarded: is that said in words that a child follows, loud or large enough?"
    )
    presses_by: (
        Many[
            Literal[
                "performance-beyond-a-child", "urgency-or-countdown", "hidden-cost-of-purchases", "stereotypes", "other"
            ]
        ]
        | None
    ) = ask("By which of these does it mislead or press children? An empty list if by none.")
