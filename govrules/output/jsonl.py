# SPDX-License-Identifier: Apache-2.0
"""Findings as JSON lines: one object a finding, waived and known ones as well; for jq, log stores and scripts."""

import json
from collections.abc import Sequence

from govrules.assessment.report import Finding, Report
from govrules.output.annotations import Annotation, annotations, repository_path
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe_json
from govrules.verdict import Verdict


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write a line for each finding, in the order of the reports; nothing where nothing was found."""
    return "".join(
        _line(one, report, options.folder) for report in reports for one in annotations(report, options.folder)
    )


def _line(annotation: Annotation, report: Report, folder: str) -> str:
    finding, rule = annotation.finding, annotation.rule
    data = {
        "strategy": repository_path(report, folder),
        "file": annotation.path,
        "line": annotation.line,
        "column": annotation.column,
        "rule": rule.id,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "basis": rule.basis,
        "subject": finding.subject,
        "pointer": finding.pointer,
        "message": annotation.message,
        "remedy": rule.remedy.do,
        "owner": rule.remedy.owner,
        "citation": rule.source.citation,
        "url": rule.source.url,
        "ruleset": rule.ruleset,
        "stands_for": list(finding.stands_for),
        "waiver": _waiver(finding),
        "known_from": finding.known_from,
        "fingerprint": annotation.fingerprint,
        "as_of": report.as_of.isoformat(),
        "digest": report.digest,
    }
    return safe_json(json.dumps(data, ensure_ascii=False)) + "\n"


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


FORMAT = Format("jsonl", "jsonl", render)
