# SPDX-License-Identifier: Apache-2.0
"""What a board asks: the business case, research, competitors, disruption, education, people, and past proposals."""

from datetime import date
from typing import Literal

from govrules.logic.incomplete import complete
from govrules.strategy.base import Day, Many, Part, amount, ask, derived, percent

Level = Literal["self", "team", "leadership", "board", "frontline", "everyone"]
MetricKind = Literal["input", "output", "out-take", "outcome", "impact"]


class Metric(Part):
    """A measure of success."""

    name: str | None = ask("What is measured?")
    kind: MetricKind | None = ask("Is it an input, an output, an out-take, an outcome or an impact on the business?")
    vanity: bool | None = ask("Is it a count of views, likes, followers, impressions or hits?")
    headline: bool | None = ask("Is it one of the headline figures of the case?")
    unit: str | None = ask("What unit is it measured in (a currency code for money)?")
    in_money: bool | None = ask("Is it measured in money?")
    judged_in_words: bool | None = ask("Is it judged in words and not counted (interviews, case studies)?")
    baseline: float | None = ask("What is the measure today (the baseline)?")
    target: float | None = ask("What should the measure be (the target)?")
    due: Day | None = ask("When is the target to be reached?")
    source: str | None = ask("Where does the figure come from?")
    owner: str | None = ask("Who is responsible for the measure, by name or job title?")

    @derived(
        "Is it a business outcome: an outcome or impact, not a vanity count?",
        rests_on=("kind", "vanity"),
    )
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
    metrics: Many[Metric] | None = ask("Which metrics measure the objective?")


class BusinessCase(Part):
    """The business case, in business numbers."""

    currency: str | None = ask("Which currency are all amounts in (ISO 4217 code)?")
    objectives: Many[Objective] | None = ask("Which objectives does the strategy serve?")
    cost_per_year: float | None = amount("What does the strategy cost a year?", "currency")
    benefit_per_year: float | None = amount("What is the strategy worth a year?", "currency")
    benefit_low: float | None = amount("What is the strategy worth a year in the low case?", "currency")
    benefit_high: float | None = amount("What is the strategy worth a year in the high case?", "currency")
    payback_months: float | None = amount("After how many months has the strategy paid for itself?", "months")
    net_present_value: float | None = ask("What is the net present value of the strategy?", unit="currency")
    discount_rate_percent: float | None = percent("Which discount rate is the net present value based on?")
    cost_of_doing_nothing: float | None = amount("What does doing nothing cost a year?", "currency")
    assumptions: Many[str] | None = ask("Which assumptions does the business case rest on?")
    limits: Many[str] | None = ask("What are the limits of the method behind the business case?")
    advertising_value_equivalents: bool | None = ask("Are advertising value equivalents used?")

    @property
    def _metrics(self) -> list[Metric] | None:
        if not complete(self.objectives):
            return None
        listed = [objective.metrics for objective in self.objectives]
        return [metric for metrics in listed for metric in metrics or ()] if all(map(complete, listed)) else None

    @derived("What share of the metrics are business outcomes?", rests_on=("objectives",), unit="percent")
    def business_metrics_percent(self) -> float | None:
        """The share of metrics that are business outcomes, 0 to 100; unknown while one is undecided or not listed."""
        metrics = self._metrics
        if not metrics or any(metric.business_outcome is None for metric in metrics):
            return None
        return 100 * sum(metric.business_outcome is True for metric in metrics) / len(metrics)

    @derived("How many metrics are business outcomes in money?", rests_on=("objectives",), unit="metrics")
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

    @derived(
        "Does the yearly benefit lie between its low and its high case?",
        rests_on=("benefit_low", "benefit_per_year", "benefit_high"),
    )
    def benefit_range_in_order(self) -> bool | None:
        """True if low case, benefit and high case rise in this order; unknown while one is not stated."""
        if self.benefit_low is None or self.benefit_per_year is None or self.benefit_high is None:
            return None
        return self.benefit_low <= self.benefit_per_year <= self.benefit_high

    @derived(
        "By how much does the yearly benefit exceed the yearly cost?",
        rests_on=("benefit_per_year", "cost_per_year"),
        unit="currency",
    )
    def net_benefit_per_year(self) -> float | None:
        """Benefit minus cost a year, in the currency of the case."""
        if self.benefit_per_year is None or self.cost_per_year is None:
            return None
        return self.benefit_per_year - self.cost_per_year


class Research(Part):
    """A piece of research on social media, and what became of it."""

    title: str | None = ask("What is the title of the research?")
    publisher: str | None = ask("Who published the research?")
    published_on: Day | None = ask("When was the research published?")
    url: str | None = ask("Where can the research be read?")
    finding: str | None = ask("What does the research find?")
    own_sector: bool | None = ask("Is the research about your own sector, rather than all sectors?")
    applies_because: str | None = ask("Why does the research apply here?")
    sample_size: int | None = amount("How many people or cases is the research based on?", "people")
    sponsor: str | None = ask("Who paid for the research?")
    primary_source: bool | None = ask("Is it the primary source, not a report about one?")
    shared_with: Many[Level] | None = ask("Which levels was the research shared with?")
    shared_on: Day | None = ask("When was the research shared?")


class Competitor(Part):
    """A competitor's use of social media."""

    name: str | None = ask("Which competitor is it?")
    networks: Many[str] | None = ask("Which networks is the competitor on?")
    success: str | None = ask("What worked for the competitor?")
    failure: str | None = ask("What failed for the competitor?")
    lesson: str | None = ask("What do you learn from the competitor?")
    adopted: bool | None = ask("Is the lesson from the competitor used in this strategy?")


class Disruptor(Part):
    """A technology that could derail the business."""

    name: str | None = ask("Which technology could derail the business?")
    mechanism: str | None = ask("How could it derail the business?")
    horizon_months: float | None = amount("Within how many months could it derail the business?", "months")
    exposure: float | None = amount(
        "How much of the business is exposed to the technology?", "currency of the business case"
    )
    response: str | None = ask("What is the response to the technology?")


class Education(Part):
    """How one level learns."""

    level: Level | None = ask("Which level learns?")
    activity: str | None = ask("How does this level learn?")
    hours: float | None = amount("How many hours a year does this level spend learning?", "hours")
    interval_months: float | None = amount("How many months pass between learning activities of this level?", "months")


class Role(Part):
    """A role in the team."""

    name: str | None = ask("What is the role?")
    fte: float | None = amount("How many full-time equivalents work in the role?", "full-time equivalents")
    source: Literal["in-house", "lateral-hire", "agency", "freelance"] | None = ask(
        "Where do the people for the role come from?"
    )
    cost_per_year: float | None = amount("What does the role cost a year?", "currency of the business case")


class Resourcing(Part):
    """People, money and the choice between hiring, training and spreading the work."""

    roles: Many[Role] | None = ask("Which roles does the work need?")
    talent_model: Literal["in-house", "lateral-hires", "agency", "mixed"] | None = ask(
        "How will you find the people: in house, hired, from an agency or a mix?"
    )
    talent_reason: str | None = ask("Why did you choose this way to find people?")
    rejected_option_costed: bool | None = ask("Has at least one rejected option been costed?")
    structure: Literal["team", "distributed", "hub-and-spoke"] | None = ask(
        "How is the work organised: one team, everyone, or a hub with people in the departments?"
    )
    position_descriptions_changed: int | None = amount(
        "How many position descriptions will be changed?", "descriptions"
    )
    budget_per_year: float | None = amount("What is the yearly budget?", "currency of the business case")
    cover_hours_per_week: float | None = amount("How many hours a week are channels staffed?", "hours")
    first_90_days: str | None = ask("What will happen in the first 90 days?")

    @derived("How many full-time equivalents are planned in all?", rests_on=("roles",), unit="full-time equivalents")
    def fte(self) -> float | None:
        """The sum over all roles; unknown while one is not stated."""
        if not complete(self.roles) or any(role.fte is None for role in self.roles):
            return None
        return sum(role.fte or 0.0 for role in self.roles)


class Rejection(Part):
    """A reason for which an earlier proposal was turned down."""

    reason: str | None = ask("Why was the earlier proposal turned down?")
    answer: str | None = ask("How does this strategy answer that reason?")


class Proposal(Part):
    """An earlier proposal and what became of it."""

    submitted_on: Day | None = ask("When was the earlier proposal submitted?")
    forum: str | None = ask("Which body was the earlier proposal submitted to?")
    outcome: Literal["approved", "approved-with-conditions", "rejected", "deferred", "pending"] | None = ask(
        "What became of the earlier proposal?"
    )
    reasons: Many[Rejection] | None = ask("What were the reasons, and how are they answered now?")
    what_changed: str | None = ask("What has changed since the earlier proposal?")


class Objection(Part):
    """Something that people in the organisation believe stands in the way."""

    who: str | None = ask("Who holds this objection, by job title?")
    belief: str | None = ask("What do they believe?")
    belief_as_of: Day | None = ask("What date does this belief go back to?")
    about_rules: Many[str] | None = ask("Which rules is the objection about, by id?")


class BoardQuestion(Part):
    """A question that a director would ask, with the answer on tap."""

    question: str | None = ask("What would a director ask?")
    answer: str | None = ask("What is the answer to the director's question?")
    evidence: str | None = ask("What evidence supports the answer?")


class Timing(Part):
    """When the decision is taken."""

    meeting_on: Day | None = ask("When is the meeting that decides?")
    paper_due_on: Day | None = ask("When is the paper due?")
    trigger: Literal["budget", "incident", "competitor", "rule-change", "strategy-cycle", "other"] | None = ask(
        "Why is this the time to decide?"
    )
    blackout_checked: bool | None = ask("Does the date avoid closed periods and elections?")


class Recommendation(Part):
    """What is asked for."""

    decision: str | None = ask("What decision is asked for, in one sentence?")
    amount: float | None = amount("What amount is asked for?", "currency of the business case")
    by: Day | None = ask("When is the decision needed?")
    pilot_offered: str | None = ask("What limited pilot, with a rule for stopping it, is offered as a smaller step?")


def newest(days: list[date | None]) -> date | None:
    """The newest of the days, or None while one is not stated, for it could be newer than all others."""
    stated = [day for day in days if day is not None]
    return max(stated) if stated and len(stated) == len(days) else None
