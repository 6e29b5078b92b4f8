# SPDX-License-Identifier: Apache-2.0
"""Reports as TAP 13: each thing that falls short or is open is a test, and so is each rule that is met wherever it
applies.

An open question is not ok; that for which the check does not fail (known before, below the threshold, not yet in
force) is a TODO, which fails nothing; what is waived is skipped.
"""

import json
from collections.abc import Iterator, Sequence

from govrules.assessment.report import Report
from govrules.output.annotations import Annotation, TestCase, repository_path, test_cases
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe_json, safe_line
from govrules.verdict import Verdict


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write one stream for all reports."""
    listed = [
        (repository_path(report, options.folder), case)
        for report in reports
        for case in test_cases(report, options.folder)
    ]
    lines = ["TAP version 13", f"1..{len(listed)}"]
    for number, (path, case) in enumerate(listed, start=1):
        lines.extend(_test(number, path, case))
    return "".join(f"{line}\n" for line in lines)


def _test(number: int, path: str, case: TestCase) -> Iterator[str]:
    verdict = case.annotation.item.verdict if case.annotation else Verdict.MET
    state = "ok" if verdict in (Verdict.MET, Verdict.WAIVED) else "not ok"
    directive = _directive(case.annotation) if case.annotation else None
    # TAP 13 has no escape for the mark that begins a directive.
    named, directed = (safe_line(text).replace("#", "\\x23") for text in (f"{path}: {case.name}", directive or ""))
    yield f"{state} {number} - {named}{f' # {directed}' if directed else ''}"
    if case.annotation:
        details = {
            "message": case.annotation.message,
            "severity": case.annotation.item.severity,
            "verdict": verdict,
            "basis": case.rule.basis,
            "file": case.path,
            "line": case.line,
            "rules": list(case.annotation.item.rules),
            "cure": case.rule.remedy.do,
        }
        yield "  ---"
        for key, value in details.items():
            # Any JSON is YAML.
            yield f"  {key}: {safe_json(json.dumps(value, ensure_ascii=False))}"
        yield "  ..."


def _directive(annotation: Annotation) -> str | None:
    if annotation.excuse is None:
        return None
    return f"{'SKIP' if annotation.item.verdict is Verdict.WAIVED else 'TODO'} {annotation.excuse}"


FORMAT = Format("tap", "tap", render)
