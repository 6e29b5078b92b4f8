# SPDX-License-Identifier: Apache-2.0
"""What changed from one report to another: cured, new, still standing, and what brought it: document, law or rules.

A finding is the same in both if its fingerprint is, or else if it is about the same rule and subject.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from govrules.assessment.fingerprint import fingerprints, generic, subject_key
from govrules.assessment.location import Location
from govrules.assessment.path import same_act
from govrules.assessment.report import Finding, Question, Report, Summary, WaiverRecord
from govrules.assessment.rule_record import RuleRecord
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.strategy.business import Proposal
from govrules.verdict import Verdict

FindingChangeKind = Literal["new", "opened", "stands", "silenced", "accepted", "coming", "cured"]
Cause = Literal["document", "law", "time", "ruleset", "several"]
_STOOD = (Verdict.GAP, Verdict.UPCOMING, Verdict.WAIVED)


@dataclass(frozen=True)
class ComparedReport:
    """One of the two reports. ``things`` counts the steps of its path by their severity."""

    title: str
    file: str | None
    digest: str | None
    as_of: date
    govrules: str
    summary: Summary
    things: dict[Severity, int]


@dataclass(frozen=True)
class FindingChange:
    """A finding of either report, with its verdict in both.

    ``new`` falls short now and did not; ``opened`` was decided and no longer is; ``stands`` falls short in both;
    ``silenced`` fell short and is no longer stated, which cures nothing; ``accepted`` is under a waiver now; ``coming``
    is a gap in a rule that does not bind yet; ``cured`` is met now or no longer concerns the strategy. ``severity`` is
    what it weighs now, ``was_severity`` before, where that differs. ``waiver`` is the waiver that is about it now.
    ``fields`` decide it, of whatever element of a list.

    ``because`` tells what brought the change: the document; the law, which began or ended to bind; time, by which what
    the document states has aged; a ruleset that says something else; or several of these.
    """

    kind: FindingChangeKind
    fingerprint: str
    rule: str
    title: str
    severity: Severity
    was_severity: Severity | None
    subject: str
    was: Verdict
    now: Verdict
    because: Cause
    message: str
    citation: str
    location: Location | None
    waiver: WaiverRecord | None
    fields: tuple[str, ...]


@dataclass(frozen=True)
class QuestionChange:
    """A question that was settled or opened; ``asked_of`` names the elements of the list for which it was."""

    kind: Literal["answered", "no-longer-asked", "opened"]
    field: str
    text: str
    severity: Severity
    asked_of: tuple[str, ...]


@dataclass(frozen=True)
class RuleChange:
    """What happened to a rule itself: it began to bind, ended, or says something else in the ``what`` that is named."""

    kind: Literal["begins", "ends", "changed"]
    rule: str
    title: str
    day: date | None
    what: tuple[str, ...]


@dataclass(frozen=True)
class RulesetChange:
    """A ruleset that is not the same in both; a version is None where the ruleset was not loaded.

    The same version twice means that its content changed all the same.
    """

    id: str
    was: str | None
    now: str | None


@dataclass(frozen=True)
class AnsweredReason:
    """A reason for which an earlier proposal was turned down, and the answer to it (None: there is none)."""

    submitted_on: date | None
    forum: str | None
    outcome: str
    reason: str
    answer: str | None
    what_changed: str | None


@dataclass(frozen=True)
class Diff:
    """What changed between two reports."""

    old: ComparedReport
    new: ComparedReport
    findings: tuple[FindingChange, ...]
    questions: tuple[QuestionChange, ...]
    rules: tuple[RuleChange, ...]
    rulesets: tuple[RulesetChange, ...]
    history: tuple[AnsweredReason, ...]

    def of(self, kind: FindingChangeKind) -> tuple[FindingChange, ...]:
        """The findings of a kind, the heaviest first."""
        return tuple(change for change in self.findings if change.kind == kind)

    def things(self, kind: FindingChangeKind) -> list[list[FindingChange]]:
        """The findings of a kind, those together that one act cures; the heaviest first."""
        groups = same_act(self.of(kind), lambda change: frozenset(change.fields) or frozenset((change.rule,)))
        ordered = [sorted(group, key=_weight) for group in groups]
        return sorted(ordered, key=lambda group: _weight(group[0]))

    def to_json(self) -> str:
        """The whole as JSON."""
        from pydantic import TypeAdapter

        return TypeAdapter(Diff).dump_json(self, indent=2).decode()


def diff(old: Report, new: Report, *, between: Report | None = None, history: Sequence[Proposal] = ()) -> Diff:
    """Compare two reports.

    ``between`` is the old document judged by the law and rules of the new report: with it, what the law brought is told
    from what the document brought where both changed. ``history`` are earlier proposals of the new strategy.
    """
    rulesets = tuple(_ruleset_changes(old, new))
    applying = {record.ruleset for record in (*old.rules.values(), *new.rules.values())}
    rules_differ = any(change.id in applying for change in rulesets)
    return Diff(
        _compared(old),
        _compared(new),
        _finding_changes(old, new, _Causes(old, new, between, rules_differ)),
        _questions(old, new),
        tuple(_rule_changes(old, new)),
        rulesets,
        tuple(_history(history)),
    )


def worse(found: Diff, threshold: Severity, *, allow_unanswered: bool = False) -> list[FindingChange]:
    """What is new at or above a severity: gaps and, unless they are allowed, rules that can no longer be decided."""
    heavy = SEVERITIES[: SEVERITIES.index(threshold) + 1]
    counted = ("new",) if allow_unanswered else ("new", "opened")
    return [change for change in found.findings if change.kind in counted and change.severity in heavy]


def _compared(report: Report) -> ComparedReport:
    severities = [step.severity for step in report.path]
    things = {severity: severities.count(severity) for severity in SEVERITIES}
    return ComparedReport(
        report.title, report.file, report.digest, report.as_of, report.govrules, report.summary, things
    )


@dataclass(frozen=True)
class _Causes:
    """Tells what brought a change."""

    old: Report
    new: Report
    between: Report | None
    rules_differ: bool

    def of(self, key: tuple[str, str], was: Verdict, now: Verdict) -> Cause:
        same_day = self.old.as_of == self.new.as_of
        if self.old.digest is not None and self.old.digest == self.new.digest:
            if same_day:
                return "ruleset"
            return "several" if self.rules_differ else self._by_day(key[0])
        if same_day and not self.rules_differ:
            return "document"
        if self.between is None:
            return "several"
        halfway = _states(self.between).get(key, Verdict.NOT_APPLICABLE)
        if halfway == was:
            return "document"
        return self._by_day(key[0]) if halfway == now else "several"

    def _by_day(self, rule: str) -> Cause:
        """What another day brought: a rule began or ended to bind, or else what the document states has aged."""
        first, last = sorted((self.old.as_of, self.new.as_of))
        record = self.new.rules.get(rule) or self.old.rules[rule]
        start, end = record.source.in_force, record.source.until
        turned = (start and first < start <= last) or (end and first <= end < last)
        return "law" if turned else "time"


def _states(report: Report) -> Mapping[tuple[str, str], Verdict]:
    """What a report says of each rule and subject; of several subjects without a name the worst."""
    states: dict[tuple[str, str], Verdict] = {subject_key(met): Verdict.MET for met in report.met}
    for finding in report.findings:
        key = subject_key(finding)
        states[key] = min(states.get(key, Verdict.MET), finding.verdict, key=lambda verdict: verdict.rank)
    return states


def _finding_changes(old: Report, new: Report, causes: _Causes) -> tuple[FindingChange, ...]:
    found: list[FindingChange] = []
    was_states, now_states = _states(old), _states(new)
    for mark, before, after in _pairs(old, new):
        finding = after or before
        assert finding is not None, "a pair holds at least one finding"
        key = subject_key(finding)
        was = before.verdict if before else _absent(was_states, key)
        now = after.verdict if after else _absent(now_states, key)
        kind = _kind(was, now)
        if kind is None:
            continue
        record = (new if after else old).rules[finding.rule]
        was_severity = before.severity if before and before.severity != finding.severity else None
        place = next((item.location for item in finding.evidence if item.location), None)
        found.append(
            FindingChange(
                kind,
                mark,
                finding.rule,
                record.title,
                finding.severity,
                was_severity,
                finding.subject,
                was,
                now,
                causes.of(key, was, now),
                finding.message,
                record.source.citation,
                place if after else None,
                after.waiver if after else None,
                tuple(dict.fromkeys(generic(item.field) for item in finding.evidence)),
            )
        )
    return tuple(sorted(found, key=_weight))


def _weight(change: FindingChange) -> tuple[int, str, str]:
    return SEVERITIES.index(change.severity), change.rule, change.subject


def _absent(states: Mapping[tuple[str, str], Verdict], key: tuple[str, str]) -> Verdict:
    """What is so of a finding that is not there: another of the same name may be, but not this one."""
    return Verdict.MET if key in states else Verdict.NOT_APPLICABLE


def _pairs(old: Report, new: Report) -> Iterable[tuple[str, Finding | None, Finding | None]]:
    """Pair the findings of two reports: by fingerprint, and what is left by rule and subject, in order."""
    left = {mark: finding for finding, mark in zip(old.findings, fingerprints(old.findings), strict=True)}
    unpaired: list[tuple[str, Finding]] = []
    for finding, mark in zip(new.findings, fingerprints(new.findings), strict=True):
        before = left.pop(mark, None)
        if before is None:
            unpaired.append((mark, finding))
        else:
            yield mark, before, finding
    by_subject: dict[tuple[str, str], list[tuple[str, Finding]]] = defaultdict(list)
    for mark, finding in left.items():
        by_subject[subject_key(finding)].append((mark, finding))
    for mark, finding in unpaired:
        others = by_subject[subject_key(finding)]
        yield mark, others.pop(0)[1] if others else None, finding
    for others in by_subject.values():
        for mark, finding in others:
            yield mark, finding, None


def _kind(was: Verdict, now: Verdict) -> FindingChangeKind | None:
    if now is Verdict.GAP:
        return "stands" if was is Verdict.GAP else "new"
    if now.is_open:
        if was in _STOOD:
            return "silenced"
        return None if was.is_open else "opened"
    if now is Verdict.WAIVED:
        return None if was is Verdict.WAIVED else "accepted"
    if now is Verdict.UPCOMING:
        return None if was is Verdict.UPCOMING else "coming"
    return "cured" if was in _STOOD else None


def _questions(old: Report, new: Report) -> tuple[QuestionChange, ...]:
    asked, asks = _asked(old.questions), _asked(new.questions)
    found: list[QuestionChange] = []
    for field, (question, elements) in asked.items():
        settled = [name for name in elements if name not in asks.get(field, (question, ()))[1]]
        if settled:
            still_asked = any(rule in new.rules for rule in question.rules)
            found.append(_question_change("answered" if still_asked else "no-longer-asked", question, settled))
    for field, (question, elements) in asks.items():
        opened = [name for name in elements if name not in asked.get(field, (question, ()))[1]]
        if opened:
            found.append(_question_change("opened", question, opened))
    return tuple(found)


def _asked(questions: Iterable[Question]) -> dict[str, tuple[Question, tuple[str, ...]]]:
    """Each question by its field, with the elements that it is asked of; "" where it stands in no list."""
    return {
        question.field: (question, tuple(dict.fromkeys(map(generic, question.asked_of))) or ("",))
        for question in questions
    }


def _question_change(
    kind: Literal["answered", "no-longer-asked", "opened"], question: Question, elements: Sequence[str]
) -> QuestionChange:
    names = tuple(name for name in elements if name)
    return QuestionChange(kind, question.field, question.text, question.severity, names)


def _rule_changes(old: Report, new: Report) -> Iterable[RuleChange]:
    for rule in sorted(old.rules.keys() | new.rules.keys()):
        before, after = old.rules.get(rule), new.rules.get(rule)
        if after and after.source.in_force and old.as_of < after.source.in_force <= new.as_of:
            yield RuleChange("begins", rule, after.title, after.source.in_force, ())
        elif before and not after and before.source.until and old.as_of <= before.source.until < new.as_of:
            yield RuleChange("ends", rule, before.title, before.source.until, ())
        if before and after and before != after:
            yield RuleChange("changed", rule, after.title, None, tuple(_differing(before, after)))


def _differing(before: RuleRecord, after: RuleRecord) -> Iterable[str]:
    return (field.name for field in fields(before) if getattr(before, field.name) != getattr(after, field.name))


def _ruleset_changes(old: Report, new: Report) -> Iterable[RulesetChange]:
    before = {ruleset.id: ruleset for ruleset in old.rulesets}
    after = {ruleset.id: ruleset for ruleset in new.rulesets}
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name), after.get(name)
        if was is None or now is None or was.digest != now.digest:
            yield RulesetChange(name, was.version if was else None, now.version if now else None)


def _history(proposals: Iterable[Proposal]) -> Iterable[AnsweredReason]:
    for proposal in proposals:
        if proposal.outcome not in ("rejected", "deferred"):
            continue
        for item in proposal.reasons or ():
            if item.reason:
                yield AnsweredReason(
                    proposal.submitted_on,
                    proposal.forum,
                    proposal.outcome,
                    item.reason,
                    item.answer,
                    proposal.what_changed,
                )
