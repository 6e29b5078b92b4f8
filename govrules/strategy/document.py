# SPDX-License-Identifier: Apache-2.0
"""The strategy document as a whole."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, computed_field, model_validator

from govrules.logic.incomplete import complete
from govrules.strategy.base import Day, Many, Market, Part, ask
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
from govrules.strategy.endorsements import (
    Advocacy,
    EndorsementProgramme,
    ExecutiveAccounts,
    PersonalUse,
    PrizePromotion,
    Reviews,
)
from govrules.strategy.governance import Governance
from govrules.strategy.incomplete import mark_incomplete
from govrules.strategy.organisation import Audience, Organisation
from govrules.strategy.personal_data import DataUse, Outreach
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
    organisation: Organisation = Field(description="For which organisation is it?")
    written_on: Day | None = ask("What is the date of this document?")
    author: str | None = ask("Who proposes it, by name or post?")
    markets: Many[Market] | None = ask("Which markets (jurisdictions) does it reach?")
    launch_on: Day | None = ask("When is it to start?")
    recommendation: Recommendation | None = ask("What is asked for?")
    timing: Timing | None = ask("When is it decided, and why now?")
    audiences: Many[Audience] | None = ask("Whom does it want to reach?")
    channels: Many[Channel] | None = ask("Through which channels?")
    content: Many[ContentLine] | None = ask("With which lines of content and campaigns?")
    endorsements: Many[EndorsementProgramme] | None = ask(
        "Who is rewarded for speaking for you? An empty list if nobody."
    )
    reviews: Reviews | None = ask("How are reviews and signs of popularity dealt with?")
    advocacy: Advocacy | None = ask("Do staff speak about your products?")
    personal_use: PersonalUse | None = ask("What is the policy on private accounts?")
    executive_accounts: ExecutiveAccounts | None = ask("Do leaders post?")
    promotions: Many[PrizePromotion] | None = ask("Which giveaways and contests are planned? An empty list if none.")
    data_uses: Many[DataUse] | None = ask("Which personal data are used? An empty list if none.")
    outreach: Outreach | None = ask("How are leads contacted?")
    disclosure: MarketDisclosure | None = ask("How does a listed company handle material news?")
    supervision: Supervision | None = ask("How does a financial firm supervise it?")
    patient_privacy: PatientPrivacy | None = ask("How does a health organisation protect patients?")
    product_safety: MedicalProductSafety | None = ask("How does a maker of medical products handle safety?")
    governance: Governance | None = ask("How is it governed?")
    business_case: BusinessCase | None = ask("What is the business case?")
    research: Many[Research] | None = ask("Which research does it rest on?")
    competitors: Many[Competitor] | None = ask("What do competitors do?")
    disruptors: Many[Disruptor] | None = ask("Which technologies could derail the business?")
    education: Many[Education] | None = ask("How do self, team and leaders learn?")
    resourcing: Resourcing | None = ask("Who does the work, and with which money?")
    board_questions: Many[BoardQuestion] | None = ask("Which questions of directors are answered?")
    history: Many[Proposal] | None = ask("Which proposals were made before, and what became of them?")
    objections: Many[Objection] | None = ask("Which objections have been met?")
    waivers: Many[Waiver] | None = ask("Which gaps are accepted for a time, and by whom?")
    incomplete: Many[str] | None = ask(
        "Which of the lists above are not complete yet? Their paths, as reports write them, for example channels or "
        "channels[2].topics."
    )

    @model_validator(mode="after")
    def _mark_incomplete(self) -> Self:
        # In place, for a new strategy made here would be dropped where this one is made by its constructor.
        self.__dict__.update(mark_incomplete(self, self.incomplete or ()))
        return self

    @computed_field(  # type: ignore[prop-decorator]
        description="When was the newest research published?", json_schema_extra={"rests_on": ["research"]}
    )
    @property
    def newest_research(self) -> date | None:
        """The newest publication date among the research; unknown while one is not stated."""
        return newest([item.published_on for item in self.research]) if complete(self.research) else None
