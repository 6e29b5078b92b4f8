# SPDX-License-Identifier: Apache-2.0
"""Findings as JSON lines: one object a finding, waived and known ones as well; for jq, log stores and scripts."""

import json
from collections.abc import Sequence

from govrules.assessment.report import Finding, Report
from govrules.output.flags import Flag, flags, repository_path
from govrules.output.safe import safe_json
from govrules.verdict import Verdict


def render(reports: Sequence[Report]) -> str:
    """Write a line for each finding, in the order of the reports; nothing where nothing was found."""
    return "".join(_line(flag, report) for report in reports for flag in flags(report))


def _line(flag: Flag, report: Report) -> str:
    finding, rule = flag.finding, flag.rule
    told = {
        "strategy": repository_path(report),
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
        "waiver": _waiver(finding),
        "known_from": finding.known_from,
        "fingerprint": flag.fingerprint,
        "as_of": report.as_of.isoformat(),
        "digest": report.digest,
    }
    return safe_json(json.dumps(told, ensure_ascii=False)) + "\n"


def _waiver(finding: Finding) -> dict[str, object] | None:
    waiver = finding.waiver
    if waiver is None:
        return None
    return {
        "counts": finding.verdict is Verdict.WAIVED,
        "refused_because": waiver.refused_because,
        "reason": waiver.reason,
        "accepted_by": waiver.accepted_by,
        "accepted_on": waiver.accepted_on and waiver.accepted_on.isoformat(),
        "expires": waiver.expires and waiver.expires.isoformat(),
        "ticket": waiver.ticket,
    }
