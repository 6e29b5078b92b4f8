# SPDX-License-Identifier: Apache-2.0
"""The parts of a report in the order in which readers meet them, and the sentences about what it rests on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from govrules.assessment.coverage_record import Spoken
from govrules.assessment.report import AnsweredQuestion, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.presentation.items import Item, items
from govrules.output.presentation.numbers import capitalised, listed, plural, sentence
from govrules.output.presentation.to_do import for_kind
from govrules.output.presentation.words import ANSWERS, SEVERITIES, VERDICTS, place
from govrules.ruleset.model import BASES, Severity
from govrules.ruleset.model import SEVERITIES as SEVERITY_ORDER
from govrules.taxonomy import jurisdictions
from govrules.verdict import Verdict

Paper = Literal["A4", "letter"]
_ON_LETTER = ("US", "CA")


@dataclass(frozen=True)
class Section:
    """What stands under one heading; ``severity`` is that of its steps, None where it has none."""

    heading: str
    verdict: Verdict
    severity: Severity | None
    items: tuple[Item, ...]


def sections(report: Report, *, known: bool) -> Iterator[Section]:
    """The findings, but those which questions stand for: gaps by the step that cures them, then the others by verdict.

    ``known`` includes those that were known before.
    """
    found = [item for item in items(report, apart=not known) if not item.question]
    shown = [item for item in found if known or not item.known]
    for severity, words in SEVERITIES.items():
        if steps := tuple(item for item in shown if item.step and item.step.severity == severity):
            yield Section(for_kind(report, words.heading), Verdict.GAP, severity, steps)
    for verdict in (Verdict.UPCOMING, Verdict.WAIVED):
        if others := tuple(item for item in shown if item.verdict is verdict):
            yield Section(VERDICTS[verdict].heading, verdict, None, others)


def paper(report: Report) -> Paper:
    """The paper of its readers: Letter where the organisation has its seat in the United States or Canada, or, where no
    seat is stated, its first market; A4 elsewhere."""
    places = report.coverage.jurisdictions
    first = next((one for tie in ("seat", "market") for one in places if tie in one.because), None)
    tree = jurisdictions()
    return "letter" if first and any(tree.covers(code, first.code) for code in _ON_LETTER) else "A4"


def outdated_views(report: Report) -> list[RuleRecord]:
    """The rules that apply and about which people are often wrong: those that fall short first, then the heaviest."""
    worst = {one.rule: one.verdict for one in reversed(report.findings)}
    known = [rule for rule in report.rules.values() if rule.outdated_view and rule.current_position]
    applying = [rule for rule in known if worst.get(rule.id) is not Verdict.MAY_APPLY]
    return sorted(
        applying,
        key=lambda rule: (
            worst.get(rule.id) is not Verdict.GAP,
            SEVERITY_ORDER.index(rule.severity),
            BASES.index(rule.basis),
        ),
    )


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


def warnings(report: Report) -> list[str]:
    """What was not checked, in sentences, and what was left out of the check."""
    return [
        *(one.text for one in report.coverage.not_checked),
        *filter(None, [left_out(report)]),
        *switched_off(report),
    ]


def checked_by(one: Spoken) -> str | None:
    """The rulesets that speak about a place, sector or topic; None where it was not checked.

    Of a place it says if only the law of a wider one was checked.
    """
    rulesets = ", ".join(one.rulesets)
    if rulesets and jurisdictions().knows(one.code) and one.code not in one.law_of:
        return f"{rulesets} (law of {listed(map(place, one.law_of))} only)"
    return rulesets or None


def spoken(report: Report) -> tuple[Spoken, ...]:
    """All that coverage tells of: jurisdictions, sectors and regulated topics."""
    coverage = report.coverage
    return (*coverage.jurisdictions, *coverage.sectors, *coverage.topics)


UNREAD = "Stated, and read by no rule that can bind here"
"""The heading over the answers that nobody reads."""


def unread(report: Report) -> list[str]:
    """The answers that nobody reads, by field, each with how often it is stated if that is more than once."""
    counted = Counter(re.sub(r"\[\d+\]", "", one.field) for one in report.unread)
    return [f"{field} ({count})" if count > 1 else field for field, count in counted.items()]


def answer(one: AnsweredQuestion) -> str:
    """What the strategy answers to one of the ten questions."""
    return sentence(capitalised(one.answer)) if one.answer else "The strategy does not say."


def answered(one: AnsweredQuestion) -> str:
    """How far one of the ten questions is answered."""
    return ANSWERS[one.state]
