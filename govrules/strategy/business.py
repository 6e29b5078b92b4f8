# SPDX-License-Identifier: Apache-2.0
"""What a board asks: the business case, research, competitors, disruption, education, people, and past proposals."""

from datetime import date
from typing import Literal

from pydantic import computed_field

from govrules.logic.incomplete import complete
from govrules.strategy.base import Day, Many, Part, Sector, amount, ask, percent

Level = Literal["self", "team", "leadership", "board", "frontline", "everyone"]
MetricKind = Literal["input", "output", "out-take", "outcome", "impact"]


class Metric(Part):
    """A measure of success."""

    name: str | None = ask("What is measured?")
    kind: MetricKind | None = ask("Is it an input, an output, an out-take, an outcome or an impact on the business?")
    vanity: bool | None = ask("Is it a count of views, likes, followers, impressions or hits?")
    headline: bool | None = ask("Is it a headline number of the case?")
    unit: str | None = ask("In which unit (a currency code for money)?")
    in_money: bool | None = ask("Is it measured in money?")
    baseline: float | None = ask("What is the measure today (the baseline)?")
    target: float | None = ask("What is the measure to be (the target)?")
    due: Day | None = ask("By when is the target to be reached?")
    source: str | None = ask("Where does the number come from?")
    owner: str | None = ask("Who answers for it, by name or post?")

    @computed_field(  # type: ignore[prop-decorator]
        description="Is it a business outcome: an outcome or impact that is no vanity count?",
        json_schema_extra={"rests_on": ["kind", "vanity"]},
    )
    @property
    def business_outcome(self) -> bool | None:
        """True for an outcome or impact that is not a vanity count."""
        if self.vanity is True:
            return False
        if self.kind is None:
            return None
        if self.kind not in ("outcome", "impact"):
            return False
        return None if self.vanity is None else True


class Objective(Part):
    """An objective of the strategy."""

    name: str | None = ask("What is to be achieved?")
    metrics: Many[Metric] | None = ask("By which metrics is it measured?")


class BusinessCase(Part):
    """The business case, in business numbers."""

    currency: str | None = ask("In which currency are all amounts (ISO 4217 code)?")
    objectives: Many[Objective] | None = ask("Which objectives does the strategy serve?")
    cost_per_year: float | None = amount("What does it cost a year?", "currency")
    benefit_per_year: float | None = amount("What is it worth a year?", "currency")
    benefit_low: float | None = amount("What is it worth a year in the low case?", "currency")
    benefit_high: float | None = amount("What is it worth a year in the high case?", "currency")
    payback_months: float | None = amount("After how many months has it paid back?", "months")
    net_present_value: float | None = ask("What is its net present value?", unit="currency")
    discount_rate_percent: float | None = percent("At which discount rate?")
    cost_of_doing_nothing: float | None = amount("What does it cost a year to do nothing?", "currency")
    assumptions: Many[str] | None = ask("On which assumptions does it rest?")
    limits: Many[str] | None = ask("Which limits does the method have?")
    advertising_value_equivalents: bool | None = ask("Are advertising value equivalents used?")

    @property
    def _metrics(self) -> list[Metric] | None:
        if not complete(self.objectives):
            return None
        listed = [objective.metrics for objective in self.objectives]
        return [metric for metrics in listed for metric in metrics or ()] if all(map(complete, listed)) else None

    @computed_field(  # type: ignore[prop-decorator]
        description="What share of the metrics are business outcomes?",
        json_schema_extra={"rests_on": ["objectives"], "unit": "percent"},
    )
    @property
    def business_metrics_percent(self) -> float | None:
        """The share of metrics that are business outcomes, 0 to 100; unknown while one is undecided or not listed."""
        metrics = self._metrics
        if not metrics or any(metric.business_outcome is None for metric in metrics):
            return None
        return 100 * sum(metric.business_outcome is True for metric in metrics) / len(metrics)

    @computed_field(  # type: ignore[prop-decorator]
        description="How many metrics are business outcomes in money?",
        json_schema_extra={"rests_on": ["objectives"], "unit": "metrics"},
    )
    @property
    def money_outcomes(self) -> int | None:
        """How many metrics are business outcomes measured in money; unknown while that is undecided for one."""
        metrics = self._metrics
        if metrics is None or any(
            metric.business_outcome is not False
            and (metric.business_outcome is None or metric.in_money is None)
            and metric.in_money is not False
            for metric in metrics
        ):
            return None
        return sum(metric.business_outcome is True and metric.in_money is True for metric in metrics)

    @computed_field(  # type: ignore[prop-decorator]
        description="Does the yearly benefit lie between its low and its high case?",
        json_schema_extra={"rests_on": ["benefit_low", "benefit_per_year", "benefit_high"]},
    )
    @property
    def benefit_range_in_order(self) -> bool | None:
        """True if low case, benefit and high case rise in this order; unknown while one is not stated."""
        if self.benefit_low is None or self.benefit_per_year is None or self.benefit_high is None:
            return None
        return self.benefit_low <= self.benefit_per_year <= self.benefit_high

    @computed_field(  # type: ignore[prop-decorator]
        description="By how much does the yearly benefit exceed the yearly cost?",
        json_schema_extra={"rests_on": ["benefit_per_year", "cost_per_year"], "unit": "currency"},
    )
    @property
    def net_benefit_per_year(self) -> float | None:
        """Benefit minus cost a year, in the currency of the case."""
        if self.benefit_per_year is None or self.cost_per_year is None:
            return None
        return self.benefit_per_year - self.cost_per_year


class Research(Part):
    """A piece of research on social media, and what became of it."""

    title: str | None = ask("What is its title?")
    publisher: str | None = ask("Who published it?")
    published_on: Day | None = ask("When was it published?")
    url: str | None = ask("Where can it be read?")
    finding: str | None = ask("What does it find?")
    sector: Sector | None = ask("Which sector is it about?")
    own_sector: bool | None = ask("Is it about your own sector, and not about all sectors at large?")
    applies_because: str | None = ask("Why does it apply here?")
    sample_size: int | None = amount("How many people or cases does it rest on?", "people")
    sponsor: str | None = ask("Who paid for it?")
    primary_source: bool | None = ask("Is it the primary source, not a report about it?")
    shared_with: Many[Level] | None = ask("With which levels was it shared?")
    shared_on: Day | None = ask("When was it shared?")


class Competitor(Part):
    """A competitor's use of social media."""

    name: str | None = ask("Which competitor is it?")
    networks: Many[str] | None = ask("On which networks is the competitor?")
    success: str | None = ask("What worked for the competitor?")
    failure: str | None = ask("What failed for the competitor?")
    lesson: str | None = ask("What do you learn from it?")
    adopted: bool | None = ask("Is the lesson used in this strategy?")
    evidence_url: str | None = ask("Where can it be seen?")


class Disruptor(Part):
    """A technology that could derail the business."""

    name: str | None = ask("Which technology could derail the business?")
    mechanism: str | None = ask("How could it derail the business?")
    horizon_months: float | None = amount("Within how many months could it derail the business?", "months")
    exposure: float | None = amount("How much of the business is exposed to it?", "currency of the business case")
    response: str | None = ask("What is the response to it?")


class Education(Part):
    """How one level learns."""

    level: Level | None = ask("Who learns?")
    activity: str | None = ask("How do they learn?")
    hours: float | None = amount("How many hours a year do they learn?", "hours")
    interval_months: float | None = amount("How often do they learn?", "months")
    last_held: Day | None = ask("When did they last learn?")
    completion_percent: float | None = percent("What share of them has completed it?")


class Role(Part):
    """A role in the team."""

    name: str | None = ask("Which role?")
    fte: float | None = amount("How many full-time equivalents?", "full-time equivalents")
    source: Literal["in-house", "lateral-hire", "agency", "freelance"] | None = ask("Where do people come from?")
    cost_per_year: float | None = amount("What does it cost a year?", "currency of the business case")


class Resourcing(Part):
    """People, money and the choice between hiring, training and spreading the work."""

    roles: Many[Role] | None = ask("Which roles are there?")
    talent_model: Literal["in-house", "lateral-hires", "agency", "mixed"] | None = ask("How is talent found?")
    talent_reason: str | None = ask("Why is talent found this way?")
    rejected_option_costed: bool | None = ask("Is at least one rejected option costed?")
    structure: Literal["team", "distributed", "hub-and-spoke"] | None = ask(
        "Is it a team, everybody, or hub and spoke?"
    )
    position_descriptions_changed: int | None = amount("How many position descriptions are changed?", "descriptions")
    position_descriptions_total: int | None = amount("Out of how many?", "descriptions")
    budget_per_year: float | None = amount("What is the yearly budget?", "currency of the business case")
    cover_hours_per_week: float | None = amount("How many hours a week are channels covered?", "hours")
    agency: str | None = ask("Which agency, if any?")
    first_90_days: str | None = ask("What happens in the first 90 days?")

    @computed_field(  # type: ignore[prop-decorator]
        description="How many full-time equivalents are planned in all?",
        json_schema_extra={"rests_on": ["roles"], "unit": "full-time equivalents"},
    )
    @property
    def fte(self) -> float | None:
        """The sum over all roles; unknown while one is not stated."""
        if not complete(self.roles) or any(role.fte is None for role in self.roles):
            return None
        return sum(role.fte or 0.0 for role in self.roles)


class Rejection(Part):
    """A reason for which an earlier proposal was turned down."""

    reason: str | None = ask("What was the reason?")
    answer: str | None = ask("How does this strategy answer it?")


class Proposal(Part):
    """An earlier proposal and what became of it."""

    submitted_on: Day | None = ask("When was it submitted?")
    forum: str | None = ask("To whom was it submitted?")
    outcome: Literal["approved", "approved-with-conditions", "rejected", "deferred", "pending"] | None = ask(
        "What became of it?"
    )
    reasons: Many[Rejection] | None = ask("What were the reasons, and how are they answered now?")
    what_changed: str | None = ask("What has changed since?")


class Objection(Part):
    """Something that people in the organisation believe stands in the way."""

    who: str | None = ask("Who believes it, by post?")
    belief: str | None = ask("What do they believe?")
    belief_as_of: Day | None = ask("As of when is that knowledge?")
    about_rules: Many[str] | None = ask("Which rules is it about, by id?")


class BoardQuestion(Part):
    """A question that a director would ask, with the answer on tap."""

    question: str | None = ask("What would a director ask?")
    answer: str | None = ask("What is the answer?")
    evidence: str | None = ask("What stands behind it?")


class Timing(Part):
    """When the decision is taken."""

    meeting_on: Day | None = ask("When is the meeting that decides?")
    paper_due_on: Day | None = ask("When are papers due?")
    trigger: Literal["budget", "incident", "competitor", "rule-change", "strategy-cycle", "other"] | None = ask(
        "Why now?"
    )
    blackout_checked: bool | None = ask("Are closed periods and elections avoided?")


class Recommendation(Part):
    """What is asked for."""

    decision: str | None = ask("Which decision is asked for, in one sentence?")
    amount: float | None = amount("Which amount is asked for?", "currency of the business case")
    by: Day | None = ask("By when is the decision needed?")
    pilot_offered: str | None = ask("Which bounded pilot with a stop rule is offered as a smaller yes?")


def newest(days: list[date | None]) -> date | None:
    """The newest of the days, or None while one is not stated, for it could be newer than all others."""
    stated = [day for day in days if day is not None]
    return max(stated) if stated and len(stated) == len(days) else None
