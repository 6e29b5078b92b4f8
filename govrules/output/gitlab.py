# SPDX-License-Identifier: Apache-2.0
"""Findings as GitLab's code quality report, which shows them in the merge request's diff.

Those that are waived or were known before are left out.
"""

import json
from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.flags import Flag, worst_first
from govrules.output.safe import safe, safe_json
from govrules.ruleset.model import Severity
from govrules.verdict import Verdict

_SEVERITY: dict[Severity, str] = {"showstopper": "blocker", "major": "major", "minor": "minor", "advice": "info"}


def render(reports: Sequence[Report]) -> str:
    """Write one array for all reports; paths are relative to the working directory, the repository's root."""
    issues = [_issue(flag) for flag in worst_first(reports)]
    return safe_json(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"


def _issue(flag: Flag) -> dict[str, object]:
    return {
        "description": safe(f"{flag.message} ({flag.rule.source.citation})"),
        "check_name": flag.rule.id,
        "fingerprint": flag.fingerprint,
        "severity": _SEVERITY[flag.finding.severity] if flag.finding.verdict is Verdict.GAP else "info",
        "location": {"path": flag.path, "lines": {"begin": flag.line}},
    }
