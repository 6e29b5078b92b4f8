# SPDX-License-Identifier: Apache-2.0
"""The answer for people who decide: may the strategy go ahead, what stands in its way, and the numbers behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from govrules.assessment.report import Report, Summary
from govrules.assessment.state import State, state_of
from govrules.output.presentation.numbers import agree, be, capitalised, in_words, listed, plural
from govrules.output.presentation.to_do import (
    ToDo,
    asked_by,
    counts_after,
    effort_of,
    for_kind,
    heavy_questions,
    waived_blocking,
)
from govrules.verdict import Verdict

_NAMED = 3  # of what was not checked; more would bury the verdict


@dataclass(frozen=True)
class GoAhead:
    """Whether the launch may go ahead by what was checked: an answer of a few words, and why in a sentence or two."""

    state: State
    answer: str
    because: str


def go_ahead(report: Report) -> GoAhead:
    """Say whether the strategy may go ahead; a gap that is accepted for a time is mentioned."""
    state = state_of(report)
    weighed = _Weighed(
        report, ToDo(report), len(heavy_questions(report)), bool(heavy_questions(report, screening=True))
    )
    return GoAhead(state, for_kind(report, _answer(state, weighed)), for_kind(report, " ".join(_because(weighed))))


@dataclass(frozen=True)
class _Weighed:
    """What the answer rests on: what there is to do, how many open questions could block the launch, and whether it is
    open which rules that could block it apply."""

    report: Report
    to_do: ToDo
    missing: int
    unsure: bool

    @property
    def undecided(self) -> bool:
        return bool(self.missing) or self.unsure


def _answer(state: State, it: _Weighed) -> str:
    before = it.to_do.before
    match state:
        case "no":
            return f"No: {plural(len(it.to_do.stops), 'showstopper')}"
        case "open" if it.missing:
            return f"Not decided: {plural(it.missing, 'open question')} could block the launch"
        case "open":
            return "Not decided: it is open which rules apply"
        case "not-yet":
            return f"Yes, once {in_words(len(before), 'thing')} {be(len(before))} done ({effort_of(before)})"
        case "yes":
            return "Yes, as far as was checked" if it.report.coverage.not_checked else "Yes"


def _because(it: _Weighed) -> Iterator[str]:
    before, stops = it.to_do.before, it.to_do.stops
    asked = asked_by(it.report, before) if before else ""
    if stops:
        yield "What is prohibited outright must go; the rest may stay."
        if it.missing:
            yield f"{plural(it.missing, 'open question')} could block the launch as well."
    if before and (stops or it.undecided):
        many = in_words(len(before), "more thing" if stops else "thing")
        yield f"{capitalised(many)} {be(len(before))} to be done before launch ({effort_of(before)}): {asked}."
    elif before:
        yield f"{capitalised(asked)}. {'It is no' if len(before) == 1 else 'None of them is a'} showstopper."
    elif not stops:
        yield "Nothing that is stated blocks the launch." if it.undecided else "Nothing blocks the launch."
    if waived := waived_blocking(it.report):
        yield f"{plural(waived, 'gap')} that would block the launch {be(waived)} accepted for a time."


def verdict_line(report: Report) -> str:
    """The verdict in one line: what was not checked, the answer, what stands in the way, and what else there is."""
    found = go_ahead(report)
    parts = (not_checked(report), f"{found.answer}.", found.because, also(report))
    return " ".join(part for part in parts if part)


def not_checked(report: Report) -> str | None:
    """What was not checked, by name and on one line; None where everything was."""
    names = [one.name for one in report.coverage.not_checked]
    if not names:
        return None
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"Not checked: {'; '.join(names[:_NAMED])}{more}."


def also(report: Report) -> str | None:
    """What there is to do beside what stands before the launch, and what is open, in a sentence; None: nothing."""
    counted = ", ".join(counts_after([report], said=len(heavy_questions(report))))
    return f"{counted}." if counted else None


def met(summary: Summary) -> str:
    """How many of the applicable rules are met."""
    verb = "is" if 1 in (summary.met, summary.applicable) else "are"
    return f"{summary.met} of {plural(summary.applicable, 'applicable rule')} {verb} met"


def could_stop(report: Report) -> str:
    """How few of the rules could ever stop a launch, and how many do or may."""
    worst: dict[str, Verdict] = {finding.rule: finding.verdict for finding in reversed(report.findings)}
    could = [name for name, rule in report.rules.items() if rule.severity == "showstopper"]
    of = f"the {plural(len(report.rules), 'rule')} that {agree(len(report.rules), 'applies', 'apply')}"
    if report.summary.may_apply:
        of += " or may apply"
    if not could:
        return for_kind(report, f"None of {of} could ever stop a launch")
    said = [worst.get(name, Verdict.MET) for name in could]
    stops, waits = said.count(Verdict.GAP), sum(verdict.is_open for verdict in said)
    parts = [
        f"{count} {words}"
        for count, words in (
            (stops, agree(stops, "does so here", "do so here")),
            (waits, agree(waits, "waits for an answer", "wait for an answer")),
        )
        if count
    ]
    here = listed(parts) if parts else "none does so here"
    return for_kind(report, f"{len(could)} of {of} could ever stop a launch: {here}")
