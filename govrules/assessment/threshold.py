# SPDX-License-Identifier: Apache-2.0
"""When a report fails a check: a rule at or above a severity is a gap, or unanswered where that counts, or something
was not checked where that counts."""

from typing import get_args

from govrules.assessment.coverage_record import NotChecked
from govrules.assessment.report import Finding, Report
from govrules.assessment.terms import Threshold
from govrules.assessment.verdicts import Ruling, Verdicts
from govrules.ruleset.model import SEVERITIES
from govrules.verdict import Verdict

THRESHOLDS: tuple[Threshold, ...] = get_args(Threshold)


def fails(report: Verdicts) -> bool:
    """Tell whether a check fails, by the terms of the report: for a finding, or for what was not checked."""
    return any(finding.known_from is None and weighs(report, finding) for finding in report.findings) or bool(
        uncovered(report)
    )


def uncovered(report: Verdicts) -> tuple[NotChecked, ...]:
    """What was not checked and makes a check fail, by the terms of the report."""
    allowed = report.terms.allow_uncovered
    if allowed is True or report.terms.fail_on == "never":
        return ()
    names = set(allowed or ())
    return tuple(one for one in report.coverage.not_checked if names.isdisjoint(one.allowed_by))


def failing(
    report: Report, threshold: Threshold | None = None, *, allow_unanswered: bool | None = None
) -> list[Finding]:
    """The findings for which a check fails; by the terms of the report, where nothing else is said.

    Waived and upcoming findings never count, nor do those that were known before, nor open questions of a rule that
    does not bind yet.
    """
    return [
        finding
        for finding in report.findings
        if finding.known_from is None and weighs(report, finding, threshold, allow_unanswered=allow_unanswered)
    ]


def weighs(
    report: Verdicts,
    finding: Ruling,
    threshold: Threshold | None = None,
    *,
    allow_unanswered: bool | None = None,
) -> bool:
    """Tell whether a check fails for a finding that was not known before."""
    threshold = threshold or report.terms.fail_on
    if threshold == "never" or SEVERITIES.index(finding.severity) > SEVERITIES.index(threshold):
        return False
    allowed = report.terms.allow_unanswered if allow_unanswered is None else allow_unanswered
    counted = finding.verdict is Verdict.GAP or (finding.verdict.is_open and not allowed)
    return counted and binds(report, finding.rule)


def binds(report: Verdicts, rule: str) -> bool:
    """Tell whether a rule of the report binds on its day; a start that is not known counts as past."""
    start = report.rules[rule].source.in_force
    return start is None or start <= report.as_of


assert (*SEVERITIES, "never") == THRESHOLDS
