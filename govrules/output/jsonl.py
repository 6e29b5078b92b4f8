# SPDX-License-Identifier: Apache-2.0
"""Findings as JSON lines: one object a finding, waived ones as well; for jq, log stores and scripts."""

import json
from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.flags import Flag, flags
from govrules.output.safe import safe_json


def render(reports: Sequence[Report]) -> str:
    """Write a line for each finding, in the order of the reports; nothing where nothing was found."""
    return "".join(_line(flag, report) for report in reports for flag in flags(report))


def _line(flag: Flag, report: Report) -> str:
    finding, rule = flag.finding, flag.rule
    told = {
        "file": flag.path,
        "line": flag.line,
        "column": flag.column,
        "rule": rule.id,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "subject": finding.subject,
        "pointer": finding.pointer,
        "message": flag.message,
        "remedy": rule.remedy.do,
        "owner": rule.remedy.owner,
        "citation": rule.source.citation,
        "url": rule.source.url,
        "ruleset": rule.ruleset,
        "fingerprint": flag.fingerprint,
        "as_of": report.as_of.isoformat(),
        "digest": report.digest,
    }
    return safe_json(json.dumps(told, ensure_ascii=False)) + "\n"
