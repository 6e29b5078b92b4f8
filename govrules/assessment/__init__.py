# SPDX-License-Identifier: Apache-2.0
"""From verdicts to what people act on: findings, questions, coverage, and the report that every output shows."""

from govrules.assessment.check import assess
from govrules.assessment.report import Finding, Met, Question, Report, report_schema
from govrules.assessment.rule_record import rule_record
from govrules.assessment.terms import Terms, Threshold
from govrules.assessment.threshold import THRESHOLDS, failing

__all__ = [
    "THRESHOLDS",
    "Finding",
    "Met",
    "Question",
    "Report",
    "Terms",
    "Threshold",
    "assess",
    "failing",
    "report_schema",
    "rule_record",
]
