# SPDX-License-Identifier: Apache-2.0
"""When a report fails a check: a rule at or above a severity that is a gap, or unanswered where that counts."""

from typing import Literal, get_args

from govrules.assessment.report import Finding, Report
from govrules.ruleset.model import SEVERITIES

Threshold = Literal["showstopper", "major", "minor", "advice", "never"]
THRESHOLDS: tuple[Threshold, ...] = get_args(Threshold)


def failing(report: Report, threshold: Threshold, *, allow_unanswered: bool = False) -> list[Finding]:
    """The findings for which a check fails.

    Waived and upcoming findings never count, nor do those that were known before, nor open questions of a rule that
    does not bind yet.
    """
    if threshold == "never":
        return []
    heavy = SEVERITIES[: SEVERITIES.index(threshold) + 1]
    counted = ("gap",) if allow_unanswered else ("gap", "unanswered")
    return [
        finding
        for finding in report.findings
        if finding.severity in heavy
        and finding.verdict in counted
        and finding.known_from is None
        and _binds(report, finding)
    ]


def _binds(report: Report, finding: Finding) -> bool:
    start = report.rules[finding.rule].source.in_force
    return start is None or start <= report.as_of


assert (*SEVERITIES, "never") == THRESHOLDS
