# SPDX-License-Identifier: Apache-2.0
"""The result of a check as an in-toto statement over the strategy's digest, ready to be signed.

The predicate is in-toto's Test Result, version 0.1: each rule that applies is a test. A rule for which the check fails
has failed; any other that is not met (below the threshold, waived, not yet in force, known before) is a warning. What
no loaded rule is about is the test ``not-checked``.
"""

import json
from collections.abc import Iterator
from typing import Any

from govrules.assessment.report import Report
from govrules.assessment.threshold import failing, uncovered
from govrules.output.annotations import NOT_CHECKED
from govrules.output.presentation.escaping import safe_json
from govrules.source.errors import InputError

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://in-toto.io/attestation/test-result/v0.1"


def statement(report: Report) -> str:
    """Write the statement. Raises InputError for a report of no file: there is nothing that it could be about."""
    if report.digest is None or report.file is None:
        raise InputError.of("there is no file that the statement could be about", "name a strategy's file")
    failed = {finding.rule for finding in failing(report)} | ({NOT_CHECKED} if uncovered(report) else set())
    warned = {finding.rule for finding in report.findings} | ({NOT_CHECKED} if report.coverage.not_checked else set())
    warned -= failed
    predicate = {
        "result": "FAILED" if failed else "WARNED" if warned else "PASSED",
        "configuration": list(_configuration(report)),
        "passedTests": sorted(report.rules.keys() - failed - warned),
        "warnedTests": sorted(warned),
        "failedTests": sorted(failed),
    }
    written = {
        "_type": STATEMENT,
        "subject": [{"name": report.file, "digest": _digest(report.digest)}],
        "predicateType": PREDICATE,
        "predicate": predicate,
    }
    return safe_json(json.dumps(written, indent=2, ensure_ascii=False)) + "\n"


def _configuration(report: Report) -> Iterator[dict[str, Any]]:
    """What was checked with: govrules and its terms, the rulesets, the files of waivers, the baseline."""
    terms = report.terms
    annotations = {
        "asOf": report.as_of.isoformat(),
        "engines": list(report.engines),
        "failOn": terms.fail_on,
        "allowUnanswered": terms.allow_unanswered,
        "allowUncovered": terms.allow_uncovered,
        "select": list(terms.select),
        "ignore": list(terms.ignore),
        "basis": list(terms.basis),
        "waivers": terms.waivers,
        "waiverDays": terms.waiver_days,
    }
    yield {"name": "govrules", "uri": f"pkg:pypi/govrules@{report.govrules}", "annotations": annotations}
    for ruleset in report.rulesets:
        about = {"version": ruleset.version, "reviewed": ruleset.reviewed.isoformat()}
        yield {"name": ruleset.id, "digest": _digest(ruleset.digest), "annotations": about}
    for file in (*report.waiver_files, *([report.baseline] if report.baseline else [])):
        yield {"name": file.file, "digest": _digest(file.digest)}


def _digest(text: str) -> dict[str, str]:
    algorithm, _, value = text.partition(":")
    return {algorithm: value}
