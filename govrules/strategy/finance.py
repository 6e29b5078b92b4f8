# SPDX-License-Identifier: Apache-2.0
"""What content on securities, deposits, tokens, insurance, funds and futures shows in the United States.

Claims on credit and deposits stand in claims.py.
"""

from typing import Literal

from govrules.strategy.base import Part, ask

DepositInsuranceClaim = Literal["none", "with-bank-and-limits", "without-bank-or-limits", "false-or-overstated"]
StablecoinClaims = Literal["none", "reserve-facts-only", "insured-or-government-backed"]
TokenPitch = Literal[
    "none",
    "functional-only",
    "registered-or-exempt",
    "secondary-without-promises",
    "payment-stablecoin",
    "issuer-promises-unregistered",
]


class FinancialOffer(Part):
    """How securities, deposits, tokens and insurance are offered in the United States."""

    call_to_act: bool | None = ask(
        "Could it be read as a call to act on a particular security, strategy or type of account?"
    )
    best_interest_met: bool | None = ask(
        "Are the duties of Regulation Best Interest (disclosure, care, conflicts, compliance) met for that call?"
    )
    deposit_insurance_claim: DepositInsuranceClaim | None = ask(
        "What does it say of deposit insurance: nothing, the truth with bank and limits or without "
        " them, or more than is so?"
    )
    stablecoin_claims: StablecoinClaims | None = ask(
        "What does it say of a payment stablecoin: facts on the reserve, or that it is insured or government-backed?"
    )
    token_pitch: TokenPitch | None = ask("How does it speak of a token: what it does, or with promises of the issuer?")
    insurer_named: bool | None = ask("Is the insurer named in full?")
    guaranty_fund_to_sell: bool | None = ask(
        "Is the protection of a state's insurance guaranty fund used as a reason to buy?"
    )
    ny_license_legend: bool | None = ask(
        "Does it carry the licensee's name and the legend on the New York virtual currency license?"
    )
    new_york_excluded: bool | None = ask("Is it kept from being shown in New York?")


class FundAdvertising(Part):
    """Advertising of registered funds in the United States."""

    outside_rule_482: Literal["tombstone", "with-prospectus", "incidental-or-factual-reply", "none"] | None = ask(
        "Is the fund only announced (tombstone), is the prospectus with it, or is it only mentioned or a factual reply?"
    )
    prospectus_statement: bool | None = ask(
        "Does it say to consider objectives, risks and costs, and to read the prospectus, and where to get it?"
    )
    performance_shown: bool | None = ask("Does it show performance figures of a fund?")
    performance_standardised: bool | None = ask(
        "Do average annual returns for 1, 5 and 10 years, load and warnings stand with figures of a fund?"
    )
    fees_shown: bool | None = ask("Does it name a fee or expense figure of a fund?")
    fees_complete: bool | None = ask(
        "Do maximum load and total annual expenses before waivers stand beside the fee, as prominent?"
    )


class FuturesPromotion(Part):
    """Promotion of futures and forex by members of the National Futures Association."""

    audio_video_trade_or_profit: bool | None = ask(
        "Does audio or video of it recommend a specific trade, or speak of how much profit was or can be made?"
    )
    shorter_period_granted: bool | None = ask("Did the National Futures Association allow a shorter time of filing?")
    profit_results_or_praise: bool | None = ask(
        "Does it speak of profit, show past or hypothetical results, or quote praise?"
    )
    qualified_participants_only: bool | None = ask("Does it reach qualified eligible participants only?")
    prescribed_statements: bool | None = ask(
        "Do risk, as prominent, and the prescribed lines on results and testimonials stand with it?"
    )
    backtest_despite_real_results: bool | None = ask(
        "Are hypothetical results shown of a system that has three months of real results?"
    )
