# SPDX-License-Identifier: Apache-2.0
"""A report as rows of single values, for data frames: pandas and polars take a list of them as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govrules.assessment.known import is_known
from govrules.verdict import Verdict

if TYPE_CHECKING:
    from govrules.assessment.report import Finding, Met, Report


@dataclass(frozen=True)
class Row:
    """What one rule says of one part of the strategy, with what the rule rests on and what cures it.

    ``as_of`` is the day of the check, ``in_force`` the day since which the source binds, None where it is not known.
    ``message`` says the gap or the question, or what is praised where the rule is met. ``known`` tells that it was
    there before. ``owner`` and ``effort`` are what is usual, an estimate.
    """

    strategy: str
    organisation: str
    file: str | None
    as_of: date
    rule: str
    asks: str
    ruleset: str
    verdict: str
    severity: str
    basis: str
    jurisdiction: str
    subject: str
    message: str | None
    citation: str
    authority: str
    url: str | None
    in_force: date | None
    confidence: str
    remedy: str
    owner: str
    effort: str
    known: bool


def rows(report: "Report") -> Iterator[Row]:
    """The rows of a report: its findings in their order, then what is met."""
    for finding in report.findings:
        yield _row(report, finding, finding.verdict, finding.message, known=is_known(finding))
    for met in report.met:
        yield _row(report, met, Verdict.MET, met.praise, known=False)


def _row(report: "Report", said: "Finding | Met", verdict: Verdict, message: str | None, *, known: bool) -> Row:
    rule = report.rules[said.rule]
    return Row(
        strategy=report.title,
        organisation=report.organisation,
        file=report.file,
        as_of=report.as_of,
        rule=rule.id,
        asks=rule.title,
        ruleset=rule.ruleset,
        verdict=verdict.value,
        severity=rule.severity,
        basis=rule.basis,
        jurisdiction=rule.jurisdiction,
        subject=said.subject,
        message=message,
        citation=rule.source.citation,
        authority=rule.source.authority,
        url=rule.source.url,
        in_force=rule.source.in_force,
        confidence=rule.source.confidence,
        remedy=rule.remedy.do,
        owner=rule.remedy.owner,
        effort=rule.remedy.effort,
        known=known,
    )
