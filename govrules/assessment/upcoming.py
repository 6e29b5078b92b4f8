# SPDX-License-Identifier: Apache-2.0
"""What will be so by when: rules that begin to bind, end, or are to be looked at again, and waivers that end, in the
order of days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from govrules.assessment.report import ChangeKind, ComingChange, Finding, WaiverRecord
from govrules.assessment.rule_record import RuleRecord
from govrules.verdict import Verdict


def coming_changes(
    records: Iterable[RuleRecord], findings: Sequence[Finding], waivers: Iterable[WaiverRecord], as_of: date
) -> tuple[ComingChange, ...]:
    """The changes after ``as_of`` among the applicable rules, with what the document says of each rule today; and the
    last days of the waivers that count."""
    said: Mapping[str, Verdict] = {finding.rule: finding.verdict for finding in reversed(findings)}
    found = [
        ComingChange(day, kind, record.id, text, said.get(record.id, Verdict.MET))
        for record in records
        for day, kind, text in days_of(record)
        if day > as_of or (day == as_of and kind != "begins")
    ]
    for waiver in waivers:
        if waiver.refused_because is None and waiver.rule and waiver.expires:
            text = f"{waiver.subject}: {waiver.reason}"
            found.append(
                ComingChange(waiver.expires, "waiver-ends", waiver.rule, text, said.get(waiver.rule, Verdict.MET))
            )
    return tuple(sorted(found, key=lambda change: (change.day, change.rule)))


def days_of(record: RuleRecord) -> Iterator[tuple[date, ChangeKind, str]]:
    """The days that change a rule, past ones too: it begins to bind, ends, or is to be looked at again, and why."""
    source, status = record.source, record.status
    if source.in_force:
        yield source.in_force, "begins", record.title
    if source.until:
        yield source.until, "ends", record.title
    if status and status.look_again:
        yield status.look_again, "look-again", status.note
