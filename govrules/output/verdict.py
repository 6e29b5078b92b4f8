# SPDX-License-Identifier: Apache-2.0
"""The verdict in words for people who decide: may the strategy go ahead, and what stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from govrules.assessment.report import PathStep, Report, Summary
from govrules.verdict import Verdict

_BLOCKING = ("showstopper", "major")


@dataclass(frozen=True)
class GoAhead:
    """Whether the launch may go ahead by what was checked: an answer of a word or two, and why in a sentence."""

    state: Literal["no", "not-yet", "open", "yes"]
    answer: str
    because: str


def go_ahead(report: Report) -> GoAhead:
    """Say whether the strategy may go ahead.

    What is prohibited outright weighs most, then what must be cured before the launch, then what the document leaves
    open of either. Rules that do not bind yet stop nothing; nor does a gap that is accepted for a time, which is told.
    """
    found = _answer(report)
    accepted = {one.rule for one in report.findings if one.verdict is Verdict.WAIVED and one.severity in _BLOCKING}
    if not accepted:
        return found
    told = f"{plural(len(accepted), 'gap')} that would block the launch {be(len(accepted))} accepted for a time."
    return replace(found, because=f"{found.because} {told}")


def _answer(report: Report) -> GoAhead:
    summary = report.summary
    waiting = blocking_questions(report)
    still_open = f", and {plural(len(waiting), 'rule')} of that weight {wait(len(waiting))} for an answer"
    if summary.showstoppers:
        stops = plural(summary.showstoppers, "outright prohibition")
        rest = f"; {plural(summary.major, 'other gap')} must be cured before launch" if summary.major else ""
        return GoAhead("no", "No, not as it stands", f"{stops} must be taken out of it{rest}. The rest may stay.")
    if summary.major:
        because = f"{plural(summary.major, 'gap')} must be cured before launch{still_open if waiting else ''}."
        return GoAhead("not-yet", "Not yet", f"{because} Nothing that it says is a showstopper.")
    if waiting:
        because = (
            f"Nothing that it says blocks the launch, but {plural(len(waiting), 'rule')} that could "
            f"{wait(len(waiting))} for an answer."
        )
        return GoAhead("open", "Not decided", because)
    limit = ", as far as was checked" if report.coverage.not_checked else ""
    return GoAhead("yes", f"Yes{limit}", "Nothing blocks the launch.")


def blocking_questions(report: Report) -> set[str]:
    """The rules that could block the launch and wait for an answer."""
    return {
        finding.rule
        for finding in report.findings
        if finding.verdict.is_open and finding.severity in _BLOCKING and _binds(report, finding.rule)
    }


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
    return "; ".join(
        f"{place.name}: {place.blocking} still {'blocks' if place.blocking == 1 else 'block'}"
        if place.blocking
        else f"{place.name}: no gap blocks"
        for place in step.remaining
    )


def counts(summaries: Sequence[Summary]) -> list[str]:
    """What one or more reports count, in words: showstoppers first, questions last."""

    def total(name: str) -> int:
        return sum(getattr(summary, name) for summary in summaries)

    others = (("advice", "of advice"), ("upcoming", "upcoming"), ("waived", "waived"), ("may_apply", "that may apply"))
    return [
        plural(total("showstoppers"), "showstopper"),
        f"{total('major')} to cure before launch",
        f"{total('minor')} after",
        *(f"{total(name)} {what}" for name, what in others if total(name)),
        f"{plural(total('questions'), 'question')} to answer",
    ]


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number and what it counts."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """A text with a full stop at its end, where it has no mark there."""
    whole = text.rstrip()
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."


def be(count: int) -> str:
    """The verb that goes with a number of things that are so."""
    return "is" if count == 1 else "are"


def wait(count: int) -> str:
    """The verb that goes with a number of things that wait."""
    return "waits" if count == 1 else "wait"
