# SPDX-License-Identifier: Apache-2.0
"""How the figures of each of the ten questions are taken from a strategy, by the question's id.

Which questions there are, how an answer is worded and which rules hold it to its threshold is data:
``ten_questions.yaml``. A figure that the strategy does not state is ``None``; a question about which it states nothing
has no figures at all.
"""

from collections.abc import Callable, Mapping
from datetime import date

from govrules.strategy.choices import in_words
from govrules.strategy.document import Strategy

Figures = Mapping[str, str | None]
_UPWARD = frozenset({"leadership", "board", "everyone"})
_FRESH_DAYS = 366  # an obligation that was checked a year ago, in a leap year too


def _counted(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _money(value: float | None, strategy: Strategy) -> str | None:
    if value is None:
        return None
    currency = (strategy.business_case and strategy.business_case.currency) or ""
    return f"{currency} {value:,.0f}".strip()


def _disruptors(strategy: Strategy, as_of: date) -> Figures | None:
    listed = strategy.disruptors
    if listed is None:
        return None
    exposed = [one.exposure for one in listed if one.exposure is not None]
    return {
        "technologies": _counted(len(listed), "technology", "technologies"),
        "exposure": _money(sum(exposed), strategy) if exposed else None,
        "priced": str(len(exposed)),
    }


def _research(strategy: Strategy, as_of: date) -> Figures | None:
    listed = strategy.research
    if listed is None:
        return None
    days = [one.published_on for one in listed if one.published_on is not None and one.published_on <= as_of]
    return {
        "pieces": _counted(len(listed), "piece"),
        "passed_up": str(sum(not _UPWARD.isdisjoint(one.shared_with or ()) for one in listed)),
        "age": _counted((as_of - max(days)).days, "day") if days else None,
    }


def _competitors(strategy: Strategy, as_of: date) -> Figures | None:
    listed = strategy.competitors
    if listed is None:
        return None
    return {
        "competitors": _counted(len(listed), "competitor"),
        "complete": str(sum(bool(one.success and one.failure) for one in listed)),
        "lessons": _counted(sum(one.adopted is True for one in listed), "lesson"),
    }


def _education(strategy: Strategy, as_of: date) -> Figures | None:
    listed = strategy.education
    if listed is None:
        return None
    levels = dict.fromkeys(one.level for one in listed if one.level)
    return {"levels": ", ".join(levels) or "nobody", "hours": f"{sum(one.hours or 0 for one in listed):g}"}


def _platforms(strategy: Strategy, as_of: date) -> Figures | None:
    listed = strategy.channels
    if listed is None:
        return None
    complete = sum(bool(one.works and one.does_not_work and one.next_trial) for one in listed)
    return {"channels": _counted(len(listed), "channel"), "complete": str(complete)}


def _business_case(strategy: Strategy, as_of: date) -> Figures | None:
    case = strategy.business_case
    if case is None:
        return None
    months, share = case.payback_months, case.business_metrics_percent
    return {
        "cost": _money(case.cost_per_year, strategy),
        "benefit": _money(case.benefit_per_year, strategy),
        "payback": None if months is None else _counted(round(months), "month"),
        "outcome_share": None if share is None else f"{share:.0f}",
    }


def _industry(strategy: Strategy, as_of: date) -> Figures | None:
    listed = strategy.research
    if listed is None:
        return None
    return {"own": str(sum(one.own_sector is True for one in listed)), "pieces": str(len(listed))}


def _law(strategy: Strategy, as_of: date) -> Figures:
    obligations = strategy.governance.obligations if strategy.governance else None
    objections = strategy.objections
    checked = [one.checked_on for one in obligations or () if one.checked_on is not None]
    return {
        "obligations": None if obligations is None else _counted(len(obligations), "obligation"),
        "checked": str(sum(0 <= (as_of - day).days <= _FRESH_DAYS for day in checked)),
        "objections": None if objections is None else _counted(len(objections), "objection"),
    }


def _governance(strategy: Strategy, as_of: date) -> Figures | None:
    governance = strategy.governance
    if governance is None:
        return None
    topics = list(type(governance).model_fields)
    return {
        "executive": governance.accountable_executive or "no executive named",
        "stated": str(sum(getattr(governance, topic) is not None for topic in topics)),
        "topics": str(len(topics)),
    }


def _resourcing(strategy: Strategy, as_of: date) -> Figures | None:
    work = strategy.resourcing
    if work is None:
        return None
    return {
        "fte": None if work.fte is None else f"{work.fte:g}",
        "budget": _money(work.budget_per_year, strategy),
        "talent_model": work.talent_model and in_words(work.talent_model),
        "structure": work.structure and in_words(work.structure),
    }


FIGURE_FIELDS: frozenset[tuple[str, ...]] = frozenset(
    (section, field)
    for section, fields in {
        "disruptors": ("exposure",),
        "research": ("published_on", "shared_with", "own_sector"),
        "competitors": ("success", "failure", "adopted"),
        "education": ("level", "hours"),
        "channels": ("works", "does_not_work", "next_trial"),
        "business_case": (
            "currency",
            "cost_per_year",
            "benefit_per_year",
            "payback_months",
            "business_metrics_percent",
        ),
        "governance": ("accountable_executive",),
        "resourcing": ("fte", "budget_per_year", "talent_model", "structure"),
    }.items()
    for field in fields
) | {("governance", "obligations", "checked_on")}
"""The fields of which the figures are made; of governance, moreover, which parts of it are stated."""
FIGURES: Mapping[str, Callable[[Strategy, date], Figures | None]] = {
    "disruptors": _disruptors,
    "research": _research,
    "competitors": _competitors,
    "education": _education,
    "platforms": _platforms,
    "business-case": _business_case,
    "industry": _industry,
    "law": _law,
    "governance": _governance,
    "resourcing": _resourcing,
}
