# SPDX-License-Identifier: Apache-2.0
"""The parts of a report in the order in which readers meet them, and the sentences about what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from govrules.assessment.report import AnsweredQuestion, Finding, Question, Report, RuleRecord, Spoken
from govrules.output.presentation.numbers import capitalised, plural, sentence
from govrules.output.presentation.waived_and_known import is_known
from govrules.output.presentation.words import ANSWERS, SEVERITIES, VERDICTS
from govrules.ruleset.model import Severity
from govrules.verdict import Verdict

_CHOICES = 12  # of a question; more are found in the reference
_WAITING = 3  # rules beside a question


@dataclass(frozen=True)
class Section:
    """The findings under one heading; ``severity`` is theirs where the heading is about one."""

    heading: str
    verdict: Verdict
    severity: Severity | None
    findings: tuple[Finding, ...]


def sections(report: Report, *, known: bool) -> Iterator[Section]:
    """The findings, but those which questions stand for: gaps by severity, then the others by verdict.

    ``known`` includes those that were known before.
    """
    shown = [finding for finding in report.findings if known or not is_known(finding)]
    headed: list[tuple[str, Verdict, Severity | None]] = [
        (words.heading, Verdict.GAP, severity) for severity, words in SEVERITIES.items()
    ]
    headed += [
        (words.heading, verdict, None)
        for verdict, words in VERDICTS.items()
        if verdict.is_finding and not verdict.is_open and verdict is not Verdict.GAP
    ]
    for heading, verdict, severity in headed:
        found = tuple(one for one in shown if one.verdict == verdict and severity in (None, one.severity))
        if found:
            yield Section(heading, verdict, severity, found)


def by_rule(report: Report, findings: Iterable[Finding]) -> Iterator[tuple[RuleRecord, tuple[Finding, ...]]]:
    """Findings with their rule, in their order."""
    for rule, group in groupby(findings, key=lambda finding: finding.rule):
        yield report.rules[rule], tuple(group)


def judged(report: Report) -> str:
    """As of which day a report is, and what made it."""
    return f"Judged as of {report.as_of} by govrules {report.govrules}."


def decision(text: str | None) -> str:
    """The decision that the strategy asks for."""
    return sentence(text) if text else "The strategy does not say which decision it asks for."


def rulesets_used(report: Report) -> list[str]:
    """The rulesets of which rules apply, with their versions."""
    applying = {rule.ruleset for rule in report.rules.values()}
    return [f"{one.id} {one.version}" for one in report.rulesets if one.id in applying]


def left_out(report: Report) -> str | None:
    """How many loaded rules were not asked; None where all were."""
    count = sum(ruleset.rules - ruleset.selected for ruleset in report.rulesets)
    if not count:
        return None
    return f"{plural(count, 'loaded rule')} {'was' if count == 1 else 'were'} left out by the selection."


def switched_off(report: Report) -> list[str]:
    """What an organisation's ruleset switched off, and why."""
    return [
        sentence(f"{off.ruleset} switched off “{off.title}” ({off.rule}): {off.reason}") for off in report.switched_off
    ]


def checked_by(one: Spoken) -> str | None:
    """The rulesets that speak about a market or sector; None where it was not checked."""
    return ", ".join(one.rulesets) or None


def question_details(question: Question) -> list[str]:
    """What helps to answer a question: unit, choices where they are few, and of what it is asked."""
    found = [unit(question.unit)] if question.unit else []
    if question.choices and len(question.choices) <= _CHOICES:
        found.append(f"one of: {', '.join(question.choices)}")
    if question.asked_of:
        found.append(f"asked of: {', '.join(question.asked_of)}")
    return found


def unit(name: str) -> str:
    """In what a question is to be answered."""
    return "in the currency of the business case" if name == "currency" else f"in {name}"


def waiting(question: Question) -> tuple[tuple[str, ...], int]:
    """The first rules that wait for an answer, and how many more do."""
    return question.rules[:_WAITING], max(0, len(question.rules) - _WAITING)


def answer(one: AnsweredQuestion) -> str:
    """What the strategy answers to one of the ten questions."""
    return sentence(capitalised(one.answer)) if one.answer else "The strategy does not say."


def answered(one: AnsweredQuestion) -> str:
    """How far one of the ten questions is answered."""
    return ANSWERS[one.state]
