# SPDX-License-Identifier: Apache-2.0
"""The answer for people who decide: may the strategy go ahead, what stands in its way, and the numbers behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from govrules.assessment.path import BLOCKING
from govrules.assessment.report import PathStep, Report, Summary
from govrules.output.presentation.numbers import agree, be, plural
from govrules.ruleset.model import BASES
from govrules.verdict import Verdict


@dataclass(frozen=True)
class GoAhead:
    """Whether the launch may go ahead by what was checked: an answer of a word or two, and why in a sentence."""

    state: Literal["no", "not-yet", "open", "yes"]
    answer: str
    because: str


def go_ahead(report: Report) -> GoAhead:
    """Say whether the strategy may go ahead.

    What is prohibited outright weighs most, then what must be cured before the launch, then what the document leaves
    open of either. Rules that do not bind yet stop nothing; nor does a gap that is accepted for a time, which is
    mentioned.
    """
    found = _answer(report)
    accepted = {one.rule for one in report.findings if one.verdict is Verdict.WAIVED and one.severity in BLOCKING}
    if not accepted:
        return found
    waived = f"{plural(len(accepted), 'gap')} that would block the launch {be(len(accepted))} accepted for a time."
    return replace(found, because=f"{found.because} {waived}")


def _answer(report: Report) -> GoAhead:
    summary = report.summary
    waiting = blocking_questions(report)
    if summary.showstoppers:
        stops = plural(summary.showstoppers, "outright prohibition")
        breaks = f"It breaks {stops}: what is prohibited must go, and the rest may stay."
        rest = f" {plural(summary.major, 'other gap')} must be cured before launch." if summary.major else ""
        return GoAhead("no", "No, not as it stands", f"{breaks}{rest}")
    if summary.major:
        still_open = f", and {_waiting(len(waiting), 'of that weight')}" if waiting else ""
        because = f"{plural(summary.major, 'gap')} must be cured before launch{still_open}."
        return GoAhead("not-yet", "Not yet", f"{because} Nothing in it is a showstopper.")
    if waiting:
        because = f"Nothing that it says blocks the launch, but {_waiting(len(waiting), 'that could block it')}."
        return GoAhead("open", "Not decided", because)
    limit = ", as far as was checked" if report.coverage.not_checked else ""
    return GoAhead("yes", f"Yes{limit}", "Nothing blocks the launch.")


def _waiting(count: int, which: str) -> str:
    return f"{plural(count, 'rule')} {which} {agree(count, 'waits', 'wait')} for an answer"


def blocking_questions(report: Report) -> set[str]:
    """The rules that could block the launch and wait for an answer."""
    return {
        finding.rule
        for finding in report.findings
        if finding.verdict.is_open and finding.severity in BLOCKING and _binds(report, finding.rule)
    }


def waiting_rules(report: Report) -> str | None:
    """How many rules that could block the launch wait for an answer, in a sentence; None where none does."""
    count = len(blocking_questions(report))
    return f"{_waiting(count, 'that could block the launch')}, which may add steps." if count else None


def _binds(report: Report, rule: str) -> bool:
    """Tell whether a rule of the report binds on its day; a start that is not known counts as past."""
    start = report.rules[rule].source.in_force
    return start is None or start <= report.as_of


def after(step: PathStep) -> str:
    """The state after a step of the path to yes, in each market."""
    if not step.remaining:
        return "Not known: no market is stated"
    if not any(place.blocking for place in step.remaining):
        return "No gap blocks the launch"
    return "; ".join(f"{place.name}: {still_blocking(place.blocking)}" for place in step.remaining)


def still_blocking(count: int) -> str:
    """How many gaps still block the launch in a market."""
    return f"{plural(count, 'gap')} still {agree(count, 'blocks', 'block')}" if count else "no gap blocks"


def counts(summaries: Sequence[Summary]) -> list[str]:
    """What one or more reports count, in words: showstoppers first, questions last."""

    def total(name: str) -> int:
        return sum(getattr(summary, name) for summary in summaries)

    others = (("advice", "of advice"), ("upcoming", "upcoming"), ("waived", "waived"), ("may_apply", "that may apply"))
    return [
        plural(total("showstoppers"), "showstopper"),
        f"{total('major')} to cure before launch{_by_basis(summaries)}",
        f"{total('minor')} after",
        *(f"{total(name)} {what}" for name, what in others if total(name)),
        f"{plural(total('questions'), 'question')} to answer",
    ]


def _by_basis(summaries: Sequence[Summary]) -> str:
    """Who asks for what blocks the launch, showstoppers included."""
    found = {basis: sum(getattr(summary.blocking, basis) for summary in summaries) for basis in BASES}
    counts = ", ".join(f"{count} {basis}" for basis, count in found.items() if count)
    return f" (by basis: {counts})" if counts else ""


def met(summary: Summary) -> str:
    """How many of the applicable rules are met."""
    verb = "is" if 1 in (summary.met, summary.applicable) else "are"
    return f"{summary.met} of {plural(summary.applicable, 'applicable rule')} {verb} met"


def could_stop(summary: Summary) -> str:
    """How few of the applicable rules could ever stop a launch, and how many do."""
    could, do = summary.could_be_showstoppers, summary.showstoppers
    if not could:
        return "none of them could ever stop a launch"
    here = "it does so here" if could == do == 1 else f"{do or 'none'} {agree(do, 'does', 'do')} so here"
    return f"{could} could ever stop a launch, and {here if do else 'none does so here'}"


def verdict_line(report: Report) -> str:
    """The verdict in one line: what stands in the way, and how many rules are met."""
    stoppers, *others = counts([report.summary])
    return f"{stoppers}. {', '.join(others)}; {met(report.summary)}."
