# SPDX-License-Identifier: Apache-2.0
"""The five questions to managers and the five of the board: what the strategy answers, in figures, and its state.

The rules named here are those of ``general/ten-questions`` and ``general/governance`` that hold each question to its
threshold; a rule that is not loaded or does not apply leaves the state to the others.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govrules.assessment.report import AnsweredQuestion, Finding, Met
from govrules.strategy.document import Strategy

_State = Literal["answered", "in-part", "silent"]


@dataclass(frozen=True)
class _Question:
    to: Literal["manager", "board"]
    text: str
    rules: tuple[str, ...]
    answer: Callable[[Strategy, date], str | None]


def answer_ten_questions(
    strategy: Strategy, findings: Sequence[Finding], met: Sequence[Met], as_of: date
) -> tuple[AnsweredQuestion, ...]:
    """The ten questions with their answers; a question is silent where the strategy says nothing about it."""
    said: dict[str, str] = {one.rule: "met" for one in met}
    said |= {finding.rule: finding.verdict for finding in reversed(findings)}
    return tuple(_answered(number, question, strategy, said, as_of) for number, question in enumerate(_QUESTIONS, 1))


def _answered(
    number: int, question: _Question, strategy: Strategy, said: Mapping[str, str], as_of: date
) -> AnsweredQuestion:
    answer = question.answer(strategy, as_of)
    verdicts = {rule: said[rule] for rule in question.rules if rule in said}
    state: _State = "silent"
    if answer is not None:
        state = "answered" if all(verdict == "met" for verdict in verdicts.values()) else "in-part"
    missing = tuple(rule for rule, verdict in verdicts.items() if verdict != "met")
    return AnsweredQuestion(number, question.to, question.text, state, answer, missing)


def _plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _money(value: float, strategy: Strategy) -> str:
    currency = (strategy.business_case and strategy.business_case.currency) or ""
    return f"{currency} {value:,.0f}".strip()


def _disruptors(strategy: Strategy, as_of: date) -> str | None:
    listed = strategy.disruptors
    if listed is None:
        return None
    exposed = [one.exposure for one in listed if one.exposure is not None]
    text = f"{_plural(len(listed), 'technology', 'technologies')} named"
    return f"{text}, {_money(sum(exposed), strategy)} exposed over {len(exposed)} of them" if exposed else text


def _research(strategy: Strategy, as_of: date) -> str | None:
    listed = strategy.research
    if listed is None:
        return None
    dates = [one.published_on for one in listed if one.published_on is not None]
    upward = sum(bool({"leadership", "board", "everyone"} & set(one.shared_with or ())) for one in listed)
    text = f"{_plural(len(listed), 'piece')} of research, {upward} passed up to leaders"
    newest = max((day for day in dates if day <= as_of), default=None)
    return f"{text}, the newest {_plural((as_of - newest).days, 'day')} old" if newest else text


def _competitors(strategy: Strategy, as_of: date) -> str | None:
    listed = strategy.competitors
    if listed is None:
        return None
    full = sum(bool(one.success and one.failure) for one in listed)
    used = sum(one.adopted is True for one in listed)
    studied = f"{_plural(len(listed), 'competitor')} studied"
    return f"{studied}, {full} with a success and a failure, {_plural(used, 'lesson')} used"


def _education(strategy: Strategy, as_of: date) -> str | None:
    listed = strategy.education
    if listed is None:
        return None
    levels = dict.fromkeys(one.level for one in listed if one.level)
    hours = sum(one.hours or 0 for one in listed)
    return f"{', '.join(levels) or 'nobody'}; {hours:g} hours a year planned"


def _platforms(strategy: Strategy, as_of: date) -> str | None:
    listed = strategy.channels
    if listed is None:
        return None
    full = sum(bool(one.works and one.does_not_work and one.next_trial) for one in listed)
    return f"{_plural(len(listed), 'channel')}; {full} say what works, what does not and what is tried next"


def _business_case(strategy: Strategy, as_of: date) -> str | None:
    case = strategy.business_case
    if case is None:
        return None
    parts = []
    if case.cost_per_year is not None:
        parts.append(f"costs {_money(case.cost_per_year, strategy)} a year")
    if case.benefit_per_year is not None:
        parts.append(f"brings {_money(case.benefit_per_year, strategy)} a year")
    if case.payback_months is not None:
        parts.append(f"paid back in {_plural(round(case.payback_months), 'month')}")
    if case.business_metrics_percent is not None:
        parts.append(f"{case.business_metrics_percent:.0f} % of its metrics are business outcomes")
    return ", ".join(parts) or None


def _industry(strategy: Strategy, as_of: date) -> str | None:
    listed = strategy.research
    if listed is None:
        return None
    own = sum(one.own_sector is True for one in listed)
    return f"{own} of {_plural(len(listed), 'piece')} of research are about the own sector"


def _law(strategy: Strategy, as_of: date) -> str | None:
    governance = strategy.governance
    obligations = governance.obligations if governance else None
    if obligations is None and strategy.objections is None:
        return None
    parts = []
    if obligations is not None:
        fresh = sum(one.checked_on is not None and 0 <= (as_of - one.checked_on).days <= 366 for one in obligations)
        parts.append(f"{_plural(len(obligations), 'obligation')} registered, {fresh} checked within a year")
    if strategy.objections is not None:
        parts.append(f"{_plural(len(strategy.objections), 'objection')} on the table")
    return ", ".join(parts)


def _governance(strategy: Strategy, as_of: date) -> str | None:
    governance = strategy.governance
    if governance is None:
        return None
    sections = [name for name in type(governance).model_fields if getattr(governance, name) is not None]
    owner = governance.accountable_executive
    topics = len(type(governance).model_fields)
    return f"{owner or 'no executive named'}; {len(sections)} of {topics} topics of governance stated"


def _resourcing(strategy: Strategy, as_of: date) -> str | None:
    work = strategy.resourcing
    if work is None:
        return None
    parts = [f"{work.fte:g} full-time equivalents"] if work.fte is not None else []
    if work.budget_per_year is not None:
        parts.append(f"{_money(work.budget_per_year, strategy)} a year")
    parts += [text for text in (work.talent_model, work.structure) if text]
    return ", ".join(parts) or None


_QUESTIONS = (
    _Question(
        "manager",
        "Which technologies could derail the business?",
        ("zz-disruptors-named", "zz-disruptors-priced"),
        _disruptors,
    ),
    _Question(
        "manager",
        "Which research of the last month have you read and passed up the line?",
        ("zz-research-passed-up", "zz-research-of-the-last-month"),
        _research,
    ),
    _Question(
        "manager",
        "On which networks are your competitors, and what do you learn from their successes and failures?",
        ("zz-competitors-studied", "zz-competitors-lesson-used"),
        _competitors,
    ),
    _Question(
        "manager",
        "How do you educate yourself, your team and the other layers?",
        ("zz-education-of-all-layers", "zz-education-interval"),
        _education,
    ),
    _Question(
        "manager",
        "Which platforms do you use, what works, what does not, and what is next?",
        ("zz-channel-works-fails-next", "zz-something-failed", "zz-platform-dependence"),
        _platforms,
    ),
    _Question(
        "board",
        "What is the business case, in business numbers and not in vanity numbers?",
        (
            "zz-business-outcome-in-money",
            "zz-business-case-cost-and-benefit",
            "zz-business-case-pays",
            "zz-business-case-range",
            "zz-no-vanity-headline",
        ),
        _business_case,
    ),
    _Question(
        "board",
        "What does research say about our industry?",
        ("zz-industry-research", "zz-industry-research-depth", "zz-industry-research-recent"),
        _industry,
    ),
    _Question(
        "board",
        "Which law and regulation binds us, and how does it affect the strategy?",
        ("zz-compliance-obligations-register", "zz-obligations-checked", "zz-objections-named"),
        _law,
    ),
    _Question(
        "board",
        "Are the governance requirements thought through?",
        (
            "zz-named-executive-owner",
            "zz-board-oversight-of-strategy",
            "zz-policy-and-acceptable-use",
            "zz-roles-and-approval-matrix",
            "zz-crisis-and-escalation-plan",
            "zz-crisis-drill",
            "zz-risk-register",
        ),
        _governance,
    ),
    _Question(
        "board",
        "With whom and what is it done: hire or train, a team or everybody?",
        (
            "zz-resourcing-roles-and-budget",
            "zz-talent-choice",
            "zz-structure-chosen",
            "zz-position-descriptions-changed",
        ),
        _resourcing,
    ),
)
