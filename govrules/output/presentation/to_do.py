# SPDX-License-Identifier: Apache-2.0
"""What there is to do, counted in one unit wherever readers meet a number: a thing to do is a step of the path to yes.

Rules and gaps are counted in annexes alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from govrules.assessment.path import BLOCKING, EFFORTS, cured_together
from govrules.assessment.report import Finding, PathStep, Question, Report
from govrules.assessment.state import blocking_rules
from govrules.output.presentation.numbers import agree, be, listed, number, plural
from govrules.output.presentation.words import BASIS_COUNTED, in_place
from govrules.ruleset.model import BASES, Basis, Effort
from govrules.verdict import Verdict

_ADOPTED = (("a launch", "an adoption"), ("launch", "adoption"), ("Launch", "Adoption"))


@dataclass(frozen=True)
class ToDo:
    """What there is to do: the steps of a report's path by what they stand before, and what waits."""

    report: Report

    @cached_property
    def stops(self) -> tuple[PathStep, ...]:
        """What is prohibited outright."""
        return tuple(step for step in self.report.path if step.severity == "showstopper")

    @cached_property
    def before(self) -> tuple[PathStep, ...]:
        """What is to be done before the launch, beside what is prohibited."""
        return tuple(step for step in self.report.path if step.severity == "major")

    @cached_property
    def after(self) -> tuple[PathStep, ...]:
        """What can be done after the launch."""
        return tuple(step for step in self.report.path if step.severity == "minor")

    @cached_property
    def advice(self) -> tuple[PathStep, ...]:
        """What is good practice, for which nothing waits."""
        return tuple(step for step in self.report.path if step.severity == "advice")

    @cached_property
    def coming(self) -> list[list[Finding]]:
        """Gaps in rules that are not in force yet, each with all rules that one act will meet."""
        return cured_together(self.report.findings, self.report.rules, Verdict.UPCOMING)

    @cached_property
    def accepted(self) -> list[list[Finding]]:
        """Gaps that are accepted for a time, each with all rules that one act would meet."""
        return cured_together(self.report.findings, self.report.rules, Verdict.WAIVED)


def effort_of(steps: Iterable[PathStep]) -> Effort:
    """The usual effort of the longest of these steps, which can be done side by side."""
    return max((step.effort for step in steps), key=EFFORTS.index)


def basis_of(report: Report, step: PathStep) -> Basis:
    """Who asks for a step: the most binding basis among the rules that give it its weight."""
    rules = [report.rules[name] for name in step.rules]
    return min((rule.basis for rule in rules if rule.severity == step.severity), key=BASES.index)


def by_basis(steps: Iterable[tuple[Report, PathStep]]) -> str:
    """Who asks for these steps: ``2 required by law, 1 by a standard``."""
    found = [basis_of(report, step) for report, step in steps]
    counted: Mapping[Basis, int] = {basis: found.count(basis) for basis in BASES}
    return ", ".join(f"{count} {BASIS_COUNTED[basis]}" for basis, count in counted.items() if count)


def asked_by(report: Report, steps: Sequence[PathStep]) -> str:
    """Who asks for these steps, in a clause: ``two are required by law or a binding rule and one house practice``."""
    found = [basis_of(report, step) for step in steps]
    if len(set(found)) == 1:
        subject = "it is" if len(found) == 1 else "both are" if len(found) == 2 else "all are"
        return f"{subject} {BASIS_COUNTED[found[0]]}"
    counted = [(count, basis) for basis in BASES if (count := found.count(basis))]
    # "One is required by law, two expected by an authority": the verb of the first serves the others.
    verbs = [f"{be(counted[0][0])} ", *("" for _ in counted[1:])]
    return listed(
        f"{number(count)} {verb}{BASIS_COUNTED[basis]}" for verb, (count, basis) in zip(verbs, counted, strict=True)
    )


def for_kind(report: Report, text: str) -> str:
    """A text of ours in the words of the kind of document: a policy is not launched, it is adopted."""
    if report.document != "policy":
        return text
    for launch, adoption in _ADOPTED:
        text = text.replace(launch, adoption)
    return text


def counts(reports: Sequence[Report]) -> list[str]:
    """What there is to do in one or more reports, in words: showstoppers first, questions last."""
    every = [ToDo(report) for report in reports]
    before = [(one.report, step) for one in every for step in one.before]
    asked_by = f" ({by_basis(before)})" if before else ""
    return [
        plural(sum(len(one.stops) for one in every), "showstopper"),
        f"{plural(len(before), 'thing')} to do before launch{asked_by}",
        *counts_after(reports),
    ]


def counts_after(reports: Sequence[Report], *, said: int = 0) -> list[str]:
    """As :func:`counts`, without what stands before the launch, and without so many questions that were counted."""
    every = [ToDo(report) for report in reports]
    after = sum(len(one.after) for one in every)
    coming, accepted = (sum(len(getattr(one, name)) for one in every) for name in ("coming", "accepted"))
    questions = sum(len(open_questions(report)) for report in reports) - said
    whether = sum(len(screening_questions(report)) for report in reports)
    counted = (
        (after, agree(after, "thing", "things") + " to do after launch"),
        (sum(len(one.advice) for one in every), "advised"),
        (coming, agree(coming, "gap in a rule", "gaps in rules") + " to come"),
        (accepted, "waived"),
        (questions, ("more " if said else "") + agree(questions, "question", "questions") + " open"),
        (whether, agree(whether, "question tells", "questions tell") + " whether more rules apply"),
    )
    sentences = [f"{count:,} {what}" for count, what in counted if count]
    return [for_kind(reports[0], text) for text in sentences] if len(reports) == 1 else sentences


def open_questions(report: Report) -> list[Question]:
    """The questions about rules that apply."""
    return [question for question in report.questions if not question.screening]


def screening_questions(report: Report) -> list[Question]:
    """The questions that only tell whether rules apply."""
    return [question for question in report.questions if question.screening]


def heavy_questions(report: Report, *, screening: bool = False) -> list[Question]:
    """The questions whose answers could block the launch; those that only tell whether rules apply are apart."""
    waiting = blocking_rules(report)
    questions = screening_questions(report) if screening else open_questions(report)
    return [question for question in questions if waiting.intersection(question.rules)]


def after(report: Report, step: PathStep) -> str:
    """What is left to do before the launch after a step, in each market."""
    return for_kind(report, _after(step))


def _after(step: PathStep) -> str:
    if step.severity not in BLOCKING:
        return "Can be done after launch"
    if not step.remaining:
        return "Not known: no market is stated"
    left = {place.blocking for place in step.remaining}
    if not any(left):
        return "Nothing stands before the launch"
    if len(left) == 1:
        return f"{plural(left.pop(), 'thing')} left before launch"
    places = "; ".join(f"{place.blocking or 'none'} {in_place(place.name)}" for place in step.remaining)
    return f"Left before launch: {places}"


def with_findings(report: Report) -> Iterator[tuple[PathStep, tuple[Finding, ...]]]:
    """The steps of the path, each with the gaps that it cures."""
    groups = cured_together(report.findings, report.rules)
    yield from ((step, tuple(group)) for step, group in zip(report.path, groups, strict=True))


def waived_blocking(report: Report) -> int:
    """How many gaps would block the launch and are accepted for a time."""
    return sum(group[0].severity in BLOCKING for group in ToDo(report).accepted)
