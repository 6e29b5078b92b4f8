# SPDX-License-Identifier: Apache-2.0
"""What will be so by when: rules that begin to bind, end, or are to be looked at again, and waivers that end, in the
order of days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from govrules.assessment.report import ComingChange, Finding, RuleRecord, WaiverRecord


def coming_changes(
    records: Iterable[RuleRecord], findings: Sequence[Finding], waivers: Iterable[WaiverRecord], as_of: date
) -> tuple[ComingChange, ...]:
    """The changes after ``as_of`` among the applicable rules, with what the document says of each rule today; and the
    last days of the waivers that count."""
    said: Mapping[str, str] = {finding.rule: finding.verdict for finding in reversed(findings)}
    found: list[ComingChange] = []
    for record in records:
        today = said.get(record.id, "met")
        source, status = record.source, record.status
        if source.in_force and source.in_force > as_of:
            found.append(ComingChange(source.in_force, "begins", record.id, record.title, today))
        if source.until and source.until >= as_of:
            found.append(ComingChange(source.until, "ends", record.id, record.title, today))
        if status and status.look_again and status.look_again >= as_of:
            found.append(ComingChange(status.look_again, "look-again", record.id, status.note, today))
    for waiver in waivers:
        if waiver.refused_because is None and waiver.rule and waiver.expires:
            told = f"{waiver.subject}: {waiver.reason}"
            found.append(ComingChange(waiver.expires, "waiver-ends", waiver.rule, told, said.get(waiver.rule, "met")))
    return tuple(sorted(found, key=lambda change: (change.day, change.rule)))
