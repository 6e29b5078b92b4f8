# SPDX-License-Identifier: Apache-2.0
"""Findings that were known before: in a baseline, or where a change began. They stand, and fail no check.

A finding is known only while it is no worse than it was: a gap where nothing was decided, a heavier severity, or more
places at which the strategy falls short make it new.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from pydantic import Strict

from govrules.assessment.fingerprint import fingerprints
from govrules.assessment.report import Finding, FixedFinding, KnownFrom, Report
from govrules.assessment.selection import is_selected
from govrules.ruleset.model import SEVERITIES, Basis, Severity
from govrules.strategy.base import Part
from govrules.verdict import Verdict

STANDING = tuple(verdict for verdict in Verdict if verdict is Verdict.GAP or verdict.is_open)
"""The verdicts for which a check can fail."""


class KnownFinding(Part):
    """A finding as it was: what it is known by, how bad it was, and in how many places. It is what a baseline holds."""

    fingerprint: str
    rule: str
    ruleset: str
    subject: str
    verdict: Annotated[Verdict, Strict(False)]
    severity: Severity
    basis: Basis
    places: int


def standing(report: Report) -> tuple[KnownFinding, ...]:
    """The findings of a report that can make a check fail."""
    return tuple(
        KnownFinding(
            fingerprint=mark,
            rule=finding.rule,
            ruleset=report.rules[finding.rule].ruleset,
            subject=finding.subject,
            verdict=finding.verdict,
            severity=finding.severity,
            basis=report.rules[finding.rule].basis,
            places=len(finding.evidence),
        )
        for finding, mark in zip(report.findings, fingerprints(report.findings), strict=True)
        if finding.verdict in STANDING
    )


def mark_known(report: Report, known: Iterable[KnownFinding], known_from: KnownFrom) -> Report:
    """The report with its findings marked that were known before."""
    by_mark = {one.fingerprint: one for one in known}
    findings = tuple(
        replace(finding, known_from=known_from)
        if _no_worse(finding, by_mark.get(mark)) and (known_from != "baseline" or finding.severity != "showstopper")
        else finding
        for finding, mark in zip(report.findings, fingerprints(report.findings), strict=True)
    )
    return replace(report, findings=findings)


def is_known(finding: Finding) -> bool:
    """Whether a finding was known before and counts no more; one that is waived counts as waived."""
    return finding.known_from is not None and finding.verdict is not Verdict.WAIVED


def still_there(report: Report, known: Iterable[KnownFinding]) -> tuple[KnownFinding, ...]:
    """Those of them that the report still has, whatever became of them, or of which it cannot tell, since their rules
    were left out."""
    marks, terms = set(fingerprints(report.findings)), report.terms
    return tuple(
        one for one in known if one.fingerprint in marks or not is_selected(one.rule, one.ruleset, one.basis, terms)
    )


def fixed(report: Report, known: Iterable[KnownFinding]) -> tuple[FixedFinding, ...]:
    """Those of them that the report no longer has."""
    listed = tuple(known)
    there = set(still_there(report, listed))
    return tuple(FixedFinding(one.fingerprint, one.rule, one.subject) for one in listed if one not in there)


def _no_worse(finding: Finding, before: KnownFinding | None) -> bool:
    return (
        before is not None
        and (finding.rule, finding.subject) == (before.rule, before.subject)
        and finding.verdict in STANDING
        and finding.verdict == before.verdict
        and SEVERITIES.index(finding.severity) >= SEVERITIES.index(before.severity)
        and len(finding.evidence) <= before.places
    )
