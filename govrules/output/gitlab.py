# SPDX-License-Identifier: Apache-2.0
"""Findings as GitLab's code quality report, which shows them in the merge request's diff.

Those that are waived or were known before are left out.
"""

import json
from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.annotations import Annotation, worst_first
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe, safe_json
from govrules.ruleset.model import Severity
from govrules.verdict import Verdict

_SEVERITY: dict[Severity, str] = {"showstopper": "blocker", "major": "major", "minor": "minor", "advice": "info"}


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write one array for all reports; paths are relative to the working directory, the repository's root."""
    issues = [_issue(annotation) for annotation in worst_first(reports, options.folder)]
    return safe_json(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"


def _issue(annotation: Annotation) -> dict[str, object]:
    return {
        "description": safe(annotation.message),
        "check_name": annotation.rule.id,
        "fingerprint": annotation.fingerprint,
        "severity": _SEVERITY[annotation.item.severity] if annotation.item.verdict is Verdict.GAP else "info",
        "location": {"path": annotation.path, "lines": {"begin": annotation.line}},
    }


FORMAT = Format("gitlab", "json", render)
