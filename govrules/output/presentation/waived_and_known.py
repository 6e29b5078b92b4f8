# SPDX-License-Identifier: Apache-2.0
"""What there is to say of a finding beside its verdict: accepted for a time under a waiver, or known before."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from govrules.assessment.known import STANDING, is_known
from govrules.assessment.report import Finding, KnownFrom, Report, WaiverRecord
from govrules.assessment.threshold import weighs
from govrules.output.presentation.items import items
from govrules.output.presentation.numbers import agree, be, plural, sentence
from govrules.output.presentation.to_do import ToDo
from govrules.verdict import Verdict

KNOWN: Mapping[KnownFrom, str] = {"baseline": "in the baseline", "merge-base": "there before the change"}
"""What it means that a finding was known before."""
FIXED_HINT = "`govrules baseline --prune` takes them out of the baseline."
"""What to do about findings of the baseline that are gone."""

# Why a waiver with which nothing is wrong changes nothing all the same: only a gap can be accepted.
_NOTHING_TO_ACCEPT: Mapping[Verdict, str] = {
    Verdict.UNANSWERED: "does not count: the document does not say whether anything falls short",
    Verdict.MAY_APPLY: "does not count: the document does not say whether the rule applies",
    Verdict.UPCOMING: "does not count yet: the rule is not in force",
}


@dataclass(frozen=True)
class Acceptance:
    """Who accepted a gap, when, why and until when: the last day of it."""

    by: str
    on: date
    until: date
    reason: str
    ticket: str | None


def acceptance(finding: Finding) -> Acceptance | None:
    """The acceptance under which a finding is waived; None for one that is not."""
    waiver = finding.waiver
    return accepted(waiver) if finding.verdict is Verdict.WAIVED and waiver is not None else None


def accepted(waiver: WaiverRecord) -> Acceptance:
    """The acceptance that a waiver which counts states."""
    by, on, until, reason = waiver.accepted_by, waiver.accepted_on, waiver.expires, waiver.reason
    assert by and on and until and reason, "a waiver that leaves any of these out waives nothing"
    return Acceptance(by, on, until, reason, waiver.ticket)


def acceptance_words(found: Acceptance) -> str:
    """Until when something is accepted, by whom and why."""
    ticket = f", ticket {found.ticket}" if found.ticket else ""
    who = f"accepted by {found.by} on {found.on}{ticket}"
    return " ".join(f"Waived until {found.until}: {who}. Reason: {sentence(found.reason)}".split())


def waiver_words(finding: Finding) -> str | None:
    """What there is to say of the waiver of a finding: until when, by whom and why, or why it does not count."""
    waiver, found = finding.waiver, acceptance(finding)
    if found:
        words = acceptance_words(found)
    elif waiver and waiver.refused_because:
        words = f"A waiver of this does not count: {waiver.refused_because}."
    elif waiver and finding.verdict in _NOTHING_TO_ACCEPT:
        words = f"A waiver of this {_NOTHING_TO_ACCEPT[finding.verdict]}."
    else:
        return None
    return " ".join(words.split())


def message(finding: Finding) -> str:
    """The message of a finding, and why a waiver of it does not count; of one that is waived, the message alone."""
    words = None if finding.verdict is Verdict.WAIVED else waiver_words(finding)
    return f"{sentence(finding.message)} {words}" if words else finding.message


def known_mark(finding: Finding) -> str | None:
    """That a finding was known before, and from where; None where it was not."""
    return f"known: {KNOWN[finding.known_from]}" if finding.known_from and is_known(finding) else None


def known_state(findings: Iterable[Finding]) -> str | None:
    """In a word or three, whether findings that are one thing to readers were known before; None where none was."""
    known = set(map(is_known, findings))
    return None if known == {False} else "known in part" if False in known else "known"


def excuse(report: Report, finding: Finding) -> str | None:
    """Why the check does not fail for a finding; None where it does."""
    if finding.verdict is Verdict.WAIVED:
        return waiver_words(finding)
    if known := known_mark(finding):
        return known
    if weighs(report, finding):
        return None
    if weighs(report, finding, "advice", allow_unanswered=False):
        if weighs(report, finding, allow_unanswered=False):
            return "not answered, for which the check does not fail"
        threshold = report.terms.fail_on
        return "this check fails for no finding" if threshold == "never" else f"the check fails from {threshold} on"
    return f"not in force before {report.rules[finding.rule].source.in_force}"


def new_and_known(report: Report) -> tuple[int, int]:
    """How many of the things for which a check can fail are new, and how many were known before."""
    counted = Counter(item.known for item in items(report, apart=True) if item.verdict in STANDING)
    return counted[False], counted[True]


def known_words(report: Report) -> str | None:
    """How many findings are new, in a sentence; None where nothing was known before."""
    new, known = new_and_known(report)
    if not known:
        return None
    before = f"{known} {agree(known, 'was', 'were')} known before and {agree(known, 'fails', 'fail')} nothing"
    return f"{plural(new, 'finding')} {be(new)} new; {before}."


def left_out_words(report: Report) -> str | None:
    """What a format leaves out that shows only what is new and not accepted; None where it leaves nothing out."""
    waived = len(ToDo(report).accepted)
    _, known = new_and_known(report)
    hidden = [
        f"{plural(count, 'finding')} {what}" for count, what in ((waived, "waived"), (known, "known before")) if count
    ]
    return f"Not shown: {', '.join(hidden)}." if hidden else None


def said_of(report: Report, finding: Finding) -> str:
    """A finding on one line: the gap, or what is open about which subject."""
    if finding.verdict.is_open:
        return named(report, finding.subject, finding.rule)
    return " ".join(f"{finding.message} ({finding.rule})".split())


def named(report: Report, subject: str, rule: str) -> str:
    """A finding on one line; a rule that does not apply any more has no title in the report."""
    record = report.rules.get(rule)
    return " ".join(f"{subject}: {f'{record.title} ({rule})' if record else rule}".split())
