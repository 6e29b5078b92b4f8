# SPDX-License-Identifier: Apache-2.0
"""Giveaways, prize draws and contests: how people enter, what they are told, and how winners are found."""

from typing import Literal

from govrules.strategy.base import Jurisdiction, Many, Scoped, amount, ask
from govrules.strategy.platforms import Language, Platform


class PrizePromotion(Scoped):
    """A giveaway, prize draw or contest."""

    kind: Literal["prize-draw", "skill-contest", "instant-win"] | None = ask(
        "Is the winner chosen by chance or by skill?"
    )
    platforms: Many[Platform] | None = ask("Which platforms does the promotion run on?")
    purchase_needed: bool | None = ask("Must people buy or pay to take part?")
    entry_costs_extra: bool | None = ask(
        "Does entry cost anything above the normal price of goods (a fee, a raised price, a premium line)?"
    )
    free_entry_route: bool | None = ask("Is there a free way in with equal odds?")
    licensed_raffle: bool | None = ask("Is it a raffle of a charity that the state has licensed?")
    luck_decides_ties: bool | None = ask(
        "In a contest of skill: does luck or speed decide (a draw between equals, the first right answers win)?"
    )
    scratch_tickets: bool | None = ask("Are scratch or break-open tickets used?")
    supplied_as_offered: Literal["as-offered", "equivalent-accepted", "prevented", "not-supplied"] | None = ask(
        "Is every announced prize, gift or rebate handed over as offered and in time, or an equivalent that the winner "
        "accepts; or what prevents it, in spite of due precautions?"
    )
    terms_changed_midway: bool | None = ask("May its terms be changed while it runs?")
    filed_days_before_start: float | None = amount(
        "How many days before the start is it filed with the authority that asks for it?", "days"
    )
    entry_by_share_or_tag: bool | None = ask("Must people share on their own timeline or tag friends to enter?")
    entry_by_post: bool | None = ask("Is entry won by posting about the brand?")
    skill_testing_question: bool | None = ask("Must a winner who is drawn answer a skill-testing question?")
    prizes_and_odds_stated: bool | None = ask(
        "Does the post or its short rules state number and value of prizes, regional split and what affects the odds?"
    )
    rules_languages: Many[Language] | None = ask("In which languages are rules and entry forms?")
    total_prize_value: float | None = amount("What are all prizes worth together?", "USD")
    total_prize_value_aud: float | None = amount("In Australia: what are all prizes of the draw worth together?", "AUD")
    item_value_max: float | None = amount("What is the most valuable single gift worth?", "USD")
    yearly_value_per_patient: float | None = amount(
        "What are all gifts and prizes together worth that one patient can get in a year?", "USD"
    )
    official_rules_linked: bool | None = ask("Are official rules linked from the post?")
    main_terms_in_post: bool | None = ask("Are the main terms in the post itself, not only behind a link?")
    platform_release: bool | None = ask("Do the rules release the platform and say that it is not involved?")
    registered_in_states: bool | None = ask("Is it registered and bonded where prizes exceed a state's threshold?")
    permits_held: Many[Jurisdiction] | None = ask(
        "Of which states or countries is a permit, licence or authority held for it? An empty list if none."
    )
    winner_chosen_by: (
        Literal["random-tool-with-record", "independent-person", "independent-judge", "own-choice"] | None
    ) = ask("How is the winner chosen?")
    all_entries_counted: bool | None = ask(
        "Can every valid entry be found and counted (shares and tags from private accounts included)?"
    )
    outcome_recorded: bool | None = ask("Are the draw, the winner and the handing over of the prize recorded?")
    entrants_disclose: bool | None = ask("Are entrants who must post told to disclose that it is a contest entry?")
    federal_health_beneficiaries_can_win: bool | None = ask("Can Medicare or Medicaid patients win?")
    federal_gift_exception: bool | None = ask(
        "Does a recorded exception of US law on gifts to Medicare and Medicaid patients cover it?"
    )
    cash_or_equivalent: bool | None = ask("Is any prize cash or a cash-like gift card?")
