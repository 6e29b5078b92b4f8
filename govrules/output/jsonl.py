# SPDX-License-Identifier: Apache-2.0
"""What a report finds as JSON lines: one object a thing to do or question, with what each rule says of it, waived and
known ones as well; for jq, log stores and scripts."""

import json
from collections.abc import Sequence

from govrules.assessment.report import Finding, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.annotations import Annotation, annotations, in_repository, repository_path
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe_json
from govrules.output.presentation.evidence import first_location
from govrules.verdict import Verdict


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write a line for each thing that is found, in the order of the reports; nothing where nothing was found."""
    return "".join(
        _line(one, report, options.folder) for report in reports for one in annotations(report, options.folder)
    )


def _line(annotation: Annotation, report: Report, folder: str) -> str:
    item, rule = annotation.item, annotation.rule
    data = {
        "strategy": repository_path(report, folder),
        "file": annotation.path,
        "line": annotation.line,
        "column": annotation.column,
        "rule": rule.id,
        "verdict": item.verdict,
        "severity": item.severity,
        "basis": rule.basis,
        "message": annotation.message,
        "question": item.question and item.question.field,
        "subjects": list(item.subjects),
        "remedy": rule.remedy.do,
        "owner": rule.remedy.owner,
        "rules": [_said(one, report.rules.get(one.rule, rule), folder) for one in item.findings],
        "known": item.known,
        "fails": annotation.excuse is None,
        "fingerprint": annotation.fingerprint,
        "as_of": report.as_of.isoformat(),
        "digest": report.digest,
    }
    return safe_json(json.dumps(data, ensure_ascii=False)) + "\n"


def _said(finding: Finding, rule: RuleRecord, folder: str) -> dict[str, object]:
    """What one rule says of one part of the strategy: the unit of waivers and baselines."""
    place = first_location(finding)
    return {
        "rule": finding.rule,
        "file": place and in_repository(place.file, folder),
        "line": place and place.line,
        "subject": finding.subject,
        "pointer": finding.pointer,
        "message": finding.message,
        "basis": rule.basis,
        "citation": rule.source.citation,
        "url": rule.source.url,
        "ruleset": rule.ruleset,
        "stands_for": list(finding.stands_for),
        "waiver": _waiver(finding),
        "known_from": finding.known_from,
    }


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
