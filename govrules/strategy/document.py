# SPDX-License-Identifier: Apache-2.0
"""The strategy document as a whole."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from govrules.logic.incomplete import complete
from govrules.strategy.base import Day, Many, Market, Part, ask, derived
from govrules.strategy.business import (
    BoardQuestion,
    BusinessCase,
    Competitor,
    Disruptor,
    Education,
    Objection,
    Proposal,
    Recommendation,
    Research,
    Resourcing,
    Timing,
    newest,
)
from govrules.strategy.channels import Channel
from govrules.strategy.content import ContentLine
from govrules.strategy.endorsements import EndorsementProgramme, Reviews
from govrules.strategy.governance import Governance
from govrules.strategy.incomplete import mark_incomplete
from govrules.strategy.named_fields import check_named
from govrules.strategy.organisation import Audience, Organisation
from govrules.strategy.outreach import Outreach
from govrules.strategy.own_people import Advocacy, ExecutiveAccounts, PersonalUse
from govrules.strategy.passages import Passage
from govrules.strategy.personal_data import DataUse
from govrules.strategy.promotions import PrizePromotion
from govrules.strategy.regulated import MarketDisclosure, MedicalProductSafety, PatientPrivacy, Supervision
from govrules.strategy.waivers import Waiver

DocumentKind = Literal["strategy", "policy", "campaign", "channel-plan"]
_BlankIsStrategy = BeforeValidator(
    lambda value: "strategy" if value is None else value, json_schema_input_type=DocumentKind | None
)


class Strategy(Part):
    """A proposed social media strategy.

    Only the title and the organisation's name must be stated. Everything else may be left out, and is then unknown;
    but a document that does not say what kind of document it is is a strategy.
    """

    document: Annotated[DocumentKind, _BlankIsStrategy] = Field(
        default="strategy", description="What kind of document is it? A strategy, if nothing is said."
    )
    title: str = Field(description="What is the strategy called?", min_length=1)
    organisation: Organisation = Field(description="Which organisation is it for?")
    written_on: Day | None = ask("What is the date of this document?")
    author: str | None = ask("Who proposes the strategy, by name or job title?")
    markets: Many[Market] | None = ask("Which markets (jurisdictions) does the strategy reach?")
    launch_on: Day | None = ask("When is the strategy to start?")
    recommendation: Recommendation | None = ask("What decision is asked for?")
    timing: Timing | None = ask("When will it be decided, and why now?")
    audiences: Many[Audience] | None = ask("Who is it meant to reach?")
    channels: Many[Channel] | None = ask("Which channels does it use?")
    content: Many[ContentLine] | None = ask("Which campaigns and regular kinds of content does it publish?")
    endorsements: Many[EndorsementProgramme] | None = ask(
        "Who is rewarded for speaking about you? An empty list if nobody."
    )
    reviews: Reviews | None = ask("How are reviews, ratings and other signs of popularity handled?")
    advocacy: Advocacy | None = ask("Do staff post about your products or about you as an employer?")
    personal_use: PersonalUse | None = ask("What does the policy say on the private accounts of staff?")
    executive_accounts: ExecutiveAccounts | None = ask("Do leaders post about the organisation under their own names?")
    promotions: Many[PrizePromotion] | None = ask("Which giveaways and contests are planned? An empty list if none.")
    data_uses: Many[DataUse] | None = ask(
        "How is personal data used, for example for targeting, tracking or listening? An empty list if it is not."
    )
    outreach: Outreach | None = ask("How are people contacted whose details come from social media?")
    disclosure: MarketDisclosure | None = ask("If the organisation is listed: how does it handle material news?")
    supervision: Supervision | None = ask("If it is a financial firm: how does it supervise communications?")
    patient_privacy: PatientPrivacy | None = ask(
        "If it is a health organisation: how does it protect patients on social media?"
    )
    product_safety: MedicalProductSafety | None = ask(
        "If it makes medical products: how does it handle safety reports?"
    )
    governance: Governance | None = ask("How is social media governed?")
    business_case: BusinessCase | None = ask("What is the business case?")
    research: Many[Research] | None = ask("Which research does the case rest on?")
    competitors: Many[Competitor] | None = ask("What do competitors do on social media?")
    disruptors: Many[Disruptor] | None = ask("Which technologies could derail the business?")
    education: Many[Education] | None = ask("How do you, your team and the other levels of the organisation learn?")
    resourcing: Resourcing | None = ask("Who does the work, and with what budget?")
    board_questions: Many[BoardQuestion] | None = ask("Which questions of directors does it answer?")
    history: Many[Proposal] | None = ask("Which proposals were made before, and what became of them?")
    objections: Many[Objection] | None = ask("Which objections have been raised?")
    waivers: Many[Waiver] | None = ask("Which gaps are accepted for a time, and by whom?")
    passages: Many[Passage] | None = ask("Which passages of other documents stand behind the answers?")
    incomplete: Many[str] | None = ask(
        "Which of the lists above are not complete yet? Their paths, as reports write them, for example channels or "
        "channels[2].topics."
    )
    not_known: Many[str] | None = ask(
        "Which of the fields above does nobody at hand know yet? Their paths, as reports write them; `govrules ask` "
        "does not ask for them again."
    )

    @model_validator(mode="after")
    def _check_paths(self) -> Self:
        check_named(type(self), [(("not_known", index), path) for index, path in enumerate(self.not_known or ())])
        backed = enumerate(self.passages or ())
        check_named(type(self), [(("passages", index, "field"), passage.field) for index, passage in backed])
        # In place, for a new strategy made here would be dropped where this one is made by its constructor.
        self.__dict__.update(mark_incomplete(self, self.incomplete or ()))
        return self

    @derived("When was the newest research published?", rests_on=("research",))
    def newest_research(self) -> date | None:
        """The newest publication date among the research; unknown while one is not stated."""
        return newest([item.published_on for item in self.research]) if complete(self.research) else None
