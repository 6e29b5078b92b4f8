# SPDX-License-Identifier: Apache-2.0
"""What stands on the page, in which order, as plain text; how it looks is for others to say.

It fits on one page: of steps, accepted risks, objections and what was not checked the first are shown, and the others
are counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Literal

from govrules.assessment.report import AnsweredQuestion, Finding, ObjectionAnswer, PathStep, Report
from govrules.output.presentation.answer import also, could_stop, go_ahead, not_checked
from govrules.output.presentation.numbers import agree, be, plural, sentence
from govrules.output.presentation.report import answered, decision, judged, outdated_views, paper
from govrules.output.presentation.to_do import after
from govrules.output.presentation.waived_and_known import Acceptance, acceptance
from govrules.output.presentation.words import NOT_STATED, OBJECTIONS, owner_and_effort
from govrules.strategy.business import BusinessCase
from govrules.strategy.document import Strategy

_STEPS = range(3, 7)
_OBJECTIONS = 3
_ACCEPTED = 3
# Where risks are accepted, they take the room of these.
_STEPS_BESIDE = range(3, 5)
_OBJECTIONS_BESIDE = 2
_REASON = 90  # characters


@dataclass(frozen=True)
class Words:
    """A paragraph; ``label`` leads it."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Table:
    """A table; ``kind`` names it for the looks."""

    kind: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A part of the page under a heading."""

    heading: str
    blocks: tuple[Words | Table, ...]


@dataclass(frozen=True)
class Brief:
    """The page. ``state`` names the verdict for the looks, ``paper`` the size of the sheet."""

    title: str
    about: str
    state: str
    answer: str
    because: str
    not_checked: str | None
    opening: tuple[Words, ...]
    sections: tuple[Section, ...]
    footer: str
    paper: Literal["A4", "letter"]


def brief(report: Report, strategy: Strategy) -> Brief:
    """Make the page of a strategy and its report."""
    found, timing = go_ahead(report), strategy.timing
    about = [report.organisation]
    if strategy.author:
        about.append(f"proposed by {strategy.author}")
    if timing and timing.meeting_on:
        about.append(f"for the meeting of {timing.meeting_on}")
    return Brief(
        title=report.title,
        about=" · ".join(about),
        state=found.state,
        answer=found.answer,
        because=found.because,
        not_checked=not_checked(report),
        opening=(Words(f"{could_stop(report)}.", "Rarely a showstopper:"), *_asked(strategy)),
        sections=tuple(_sections(report, strategy)),
        footer=f"{report.disclaimer} {judged(report)}",
        paper=paper(report),
    )


def _sections(report: Report, strategy: Strategy) -> Iterator[Section]:
    accepted = tuple(_accepted(report))
    if strategy.business_case or strategy.document == "strategy":
        yield Section("Business case", (_case(strategy),))
    yield Section("Path to yes", tuple(_path(report, _STEPS_BESIDE if accepted else _STEPS)))
    if accepted:
        yield Section("Accepted risks", accepted)
    if rows := tuple(_question(one) for one in report.ten_questions):
        heads = ("", "Question", "Answer in the strategy", "State")
        yield Section("The ten questions", (Table("questions", heads, rows),))
    if views := tuple(_views(report, _OBJECTIONS_BESIDE if accepted else _OBJECTIONS)):
        yield Section("Objections and outdated views", views)
    yield Section("Law and coverage", tuple(_coverage(report)))


def _asked(strategy: Strategy) -> Iterator[Words]:
    asked = strategy.recommendation
    if strategy.document == "policy" and (asked is None or asked.decision is None):
        return
    if asked is None or asked.decision is None:
        yield Words(decision(None), "Decision asked for:")
        return
    wanted = f"{asked.decision.rstrip('.')}, by {asked.by}" if asked.by else asked.decision
    yield Words(decision(wanted), "Decision asked for:")
    if asked.pilot_offered:
        yield Words(sentence(asked.pilot_offered), "Smaller yes:")


def _case(strategy: Strategy) -> Table | Words:
    case = strategy.business_case or BusinessCase()
    if all(figure is None for figure in (case.cost_per_year, case.benefit_per_year, case.cost_of_doing_nothing)):
        return Words("The strategy does not say what it costs, what it brings, or what doing nothing costs.")
    currency = case.currency or ""

    def money(value: float | None) -> str:
        return NOT_STATED if value is None else f"{currency} {value:,.0f}".strip()

    low_high = NOT_STATED
    if case.benefit_low is not None and case.benefit_high is not None:
        low_high = f"{money(case.benefit_low)} to {money(case.benefit_high)}"
    figures = [
        ("Cost a year", money(case.cost_per_year)),
        ("Benefit a year", money(case.benefit_per_year)),
        ("Low to high", low_high),
        ("Net a year", money(case.net_benefit_per_year)),
        ("Paid back", NOT_STATED if case.payback_months is None else plural(round(case.payback_months), "month")),
        ("Doing nothing costs", money(case.cost_of_doing_nothing)),
    ]
    if case.net_present_value is not None:
        rate = f" at {case.discount_rate_percent:g}%" if case.discount_rate_percent is not None else ""
        figures.append(("Net present value", money(case.net_present_value) + rate))
    return Table("figures", tuple(name for name, _ in figures), (tuple(value for _, value in figures),))


def _path(report: Report, room: range) -> Iterator[Words | Table]:
    steps = report.path
    shown = steps[: _shown(steps, room)]
    if shown:
        rows = tuple(
            (str(step.number), step.do, owner_and_effort(step.owner, step.effort), after(report, step))
            for step in shown
        )
        yield Table("path", ("", "Step", "Usual owner, effort (estimate)", "After it"), rows)
    else:
        yield Words("Nothing that the strategy says needs a cure.")
    more: list[str] = []
    if len(steps) > len(shown):
        rest = plural(len(steps) - len(shown), "more step")
        but = " but what is accepted for a time" if _waived(report) else ""
        more.append(f"{rest} in the report; after all steps no gap is left{but}.")
    if more:
        yield Words(" ".join(more))


def _waived(report: Report) -> list[tuple[Acceptance, Finding]]:
    """What is accepted for a time; what ends first comes first."""
    waived = [(accepted, finding) for finding in report.findings if (accepted := acceptance(finding))]
    return sorted(waived, key=lambda pair: pair[0].until)


def _accepted(report: Report) -> Iterator[Words | Table]:
    """The risks that somebody accepted for a time, and how many waivers do not count."""
    waived = _waived(report)
    sentences: list[str] = []
    if waived:
        more = f"; {len(waived) - _ACCEPTED} more are in the report" if len(waived) > _ACCEPTED else ""
        sentences.append(
            f"{plural(len(waived), 'gap')} {be(len(waived))} waived: accepted for a time, and not cured{more}."
        )
    void = sum(waiver.refused_because is not None for waiver in report.waivers)
    if void:
        sentences.append(f"{plural(void, 'waiver')} {agree(void, 'does', 'do')} not count, as the report says.")
    if sentences:
        yield Words(" ".join(sentences))
    if waived:
        rows = tuple(_risk(report, finding, accepted) for accepted, finding in waived[:_ACCEPTED])
        yield Table("accepted", ("Risk", "Why it is accepted", "Accepted by", "Until"), rows)


def _risk(report: Report, finding: Finding, accepted: Acceptance) -> tuple[str, ...]:
    ticket = f" ({accepted.ticket})" if accepted.ticket else ""
    return (
        f"{finding.subject}: {report.rules[finding.rule].title}",
        shorten(accepted.reason, _REASON, placeholder=" …"),
        f"{accepted.by}, {accepted.on}",
        f"{accepted.until}{ticket}",
    )


def _shown(steps: Sequence[PathStep], room: range) -> int:
    """How many steps are shown: those after which nothing blocks the launch, within what fits on the page."""
    blocked = sum(any(place.blocking for place in step.remaining) for step in steps)
    return min(max(blocked + 1, room[0]), room[-1], len(steps))


def _question(one: AnsweredQuestion) -> tuple[str, ...]:
    return str(one.number), one.question, one.answer or "", answered(one)


def _views(report: Report, many: int) -> Iterator[Words | Table]:
    """Objections that were raised, and the outdated views that this strategy will meet, each with what is so."""
    shown = report.objections[:many]
    rows = [
        (
            _who(one),
            " ".join(part for part in (_objection(one), *one.answers, _by(one)) if part),
        )
        for one in shown
    ]
    answered_already = {name for one in report.objections for name in one.rules}
    expected = [rule for rule in outdated_views(report) if rule.id not in answered_already]
    rows += [
        (rule.outdated_view or "", f"{rule.current_position} ({rule.source.citation})")
        for rule in expected[: many - len(shown)]
    ]
    if rows:
        yield Table("objections", ("What is believed", "What is so"), tuple(rows))
    if len(report.objections) > many:
        yield Words(f"{plural(len(report.objections) - many, 'more objection')} in the report.")


def _who(one: ObjectionAnswer) -> str:
    source = ", ".join(part for part in (one.who, f"as of {one.belief_as_of}" if one.belief_as_of else None) if part)
    return f"{one.belief or NOT_STATED} ({source})" if source else one.belief or NOT_STATED


def _objection(one: ObjectionAnswer) -> str:
    """What becomes of an objection; an answer speaks for itself."""
    return "" if one.state == "answered" else f"{OBJECTIONS[one.state]}."


def _by(one: ObjectionAnswer) -> str:
    return f"({'; '.join(one.citations)})" if one.citations else ""


def _coverage(report: Report) -> Iterator[Words]:
    if rest := also(report):
        yield Words(rest)
    coming = [change for change in report.upcoming if change.kind == "begins"]
    if coming:
        first = coming[0]
        yield Words(
            sentence(f"{plural(len(coming), 'rule')}, the first on {first.day}: {first.text}"), "Still to come:"
        )
    for assumption in report.assumptions:
        yield Words(assumption)
    if count := len(report.unread):
        said = f"{plural(count, 'answer')} {be(count)} stated and read by no rule that can bind here"
        yield Words(f"{said}; the report names {agree(count, 'it', 'them')}.")
