# SPDX-License-Identifier: Apache-2.0
"""Waivers held against findings: a gap under a live and owned waiver is waived, a waiver that is not so is a finding.

A waiver counts only if nothing is wrong with it. Which findings it is about and whether it counts is judged here and
nowhere else (`WaiverJudge`), whether it stands in the strategy, in a file of its own, or is about to be written.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from govrules.assessment.evidence import STRATEGY, attribute_at, json_pointer, location, plain
from govrules.assessment.own_rules import own_rule
from govrules.assessment.report import Evidence, Finding, Met, WaiverRecord
from govrules.assessment.rule_record import RemedyRecord, RuleRecord
from govrules.assessment.verdicts import Ruling, Said
from govrules.logic.condition import Pointer
from govrules.ruleset.model import Owner, Severity
from govrules.source.document import Source
from govrules.source.model_errors import label
from govrules.source.suggest import did_you_mean
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import Document
from govrules.strategy.waivers import Waiver
from govrules.verdict import Verdict

COMPLETE, OWNER, EXPIRED = "zz-waiver-complete", "zz-waiver-owner", "zz-waiver-expired"
TOO_LONG, ORPHANED, SHOWSTOPPER = "zz-waiver-too-long", "zz-waiver-orphaned", "zz-waiver-of-showstopper"
AMBIGUOUS = "zz-waiver-ambiguous"
_FILLERS = "\u115f\u1160\u3164\uffa0"  # letters of Hangul that show nothing
_SEVERITY: Severity = "minor"  # the gap itself weighs what its own rule says, and weighs it again
# By rule: its title, what cures it, and who usually does.
_RULES: dict[str, tuple[str, str, Owner]] = {
    COMPLETE: (
        "A waiver names its rule, its reason, and the days on which it was accepted and ends",
        "State what is missing, or take the waiver out.",
        "compliance",
    ),
    OWNER: (
        "Somebody answers for a waiver",
        "Have the risk accepted by somebody with the authority to do so, and state who it was.",
        "risk",
    ),
    EXPIRED: (
        "A waiver has not expired",
        "Cure the gap and take the waiver out, or have the risk accepted anew.",
        "risk",
    ),
    TOO_LONG: (
        "A waiver runs no longer than the organisation allows",
        "Let it end earlier; if the gap is still there then, the risk is accepted anew.",
        "risk",
    ),
    ORPHANED: (
        "A waiver is about a gap that is there",
        "Take the waiver out if the gap is cured, or correct its rule and subject.",
        "compliance",
    ),
    AMBIGUOUS: (
        "A waiver is about one gap",
        "Give the parts of the strategy names of their own, and accept each gap by itself.",
        "compliance",
    ),
    SHOWSTOPPER: (
        "No waiver is about an outright prohibition",
        "Take the waiver out: no acceptance makes it lawful; the activity must go.",
        "legal",
    ),
}
# What a complete waiver states, in words.
_NAMED = {
    "rule": "its rule",
    "reason": "its reason",
    "accepted_on": "the day on which it was accepted",
    "expires": "the day on which it ends",
}
# The fields of a waiver that decide about each rule.
_FIELDS: dict[str, tuple[str, ...]] = {
    COMPLETE: tuple(_NAMED),
    OWNER: ("accepted_by",),
    EXPIRED: ("expires",),
    TOO_LONG: ("expires", "accepted_on"),
    ORPHANED: ("rule", "subject"),
    AMBIGUOUS: ("subject",),
    SHOWSTOPPER: ("rule",),
}
WAIVER_RULES = tuple(_RULES)


@dataclass(frozen=True)
class PlacedWaiver:
    """A waiver and where it is written; ``pointer`` leads to it in its source."""

    waiver: Waiver
    pointer: Pointer
    source: Source | None


@dataclass(frozen=True)
class Held:
    """What rules say after waivers, waived where one counts; then the findings about the waivers themselves."""

    findings: tuple[Said, ...]
    about_waivers: tuple[Finding, ...]
    met: tuple[Met, ...]
    records: tuple[WaiverRecord, ...]


def waiver_rule(rule: str) -> RuleRecord:
    """A rule about waivers, as reports cite it."""
    title, do, owner = _RULES[rule]
    return own_rule(
        rule,
        title,
        area="waivers",
        severity=_SEVERITY,
        says=f"{title[0].lower()}{title[1:]}",
        remedy=RemedyRecord(do, owner, "hours"),
    )


def own_waivers(document: Document) -> tuple[PlacedWaiver, ...]:
    """The waivers that a strategy itself states."""
    listed = enumerate(document.strategy.waivers or ())
    return tuple(PlacedWaiver(waiver, ("waivers", index), document.source) for index, waiver in listed)


def hold_waivers(
    findings: Sequence[Said],
    waivers: Iterable[PlacedWaiver],
    shapes: StrategyShapes,
    *,
    as_of: date,
    longest: int,
    asked: Collection[str],
    left_out: Collection[str],
) -> Held:
    """Hold waivers against the findings of a strategy.

    ``longest`` is how many days a waiver may run. ``asked`` are the ids of the rules that were checked, ``left_out``
    those that are loaded and were not: nothing can be said of a waiver of these.
    """
    judge = WaiverJudge(findings, as_of, longest, frozenset(asked), frozenset(left_out))
    about_waivers: list[Finding] = []
    met: list[Met] = []
    records: list[WaiverRecord] = []
    by_finding: dict[int, WaiverRecord] = {}
    for placed in waivers:
        faults = judge.faults(placed.waiver)
        record = _record(placed, faults, judge.refusal(placed.waiver))
        records.append(record)
        for index in judge.about(placed.waiver):
            # Where several are about one gap, one that counts goes before one that does not.
            if index not in by_finding or by_finding[index].refused_because is not None:
                by_finding[index] = record
        subject = f"Waiver of {record.rule or 'an unnamed rule'}, {record.subject}"
        pointer = json_pointer(placed.pointer)
        for rule, fields in _FIELDS.items():
            evidence = tuple(_evidence(placed, fields, shapes))
            if rule in faults:
                message = f"{subject}: {faults[rule]}."
                about_waivers.append(Finding(rule, Verdict.GAP, _SEVERITY, subject, pointer, message, evidence))
            else:
                met.append(Met(rule, subject, pointer, None, evidence))
    held = tuple(_held(finding, by_finding.get(index)) for index, finding in enumerate(findings))
    return Held(held, tuple(about_waivers), tuple(met), tuple(records))


@dataclass(frozen=True)
class WaiverJudge:
    """Tells which findings of a strategy a waiver is about, and whether it counts on a day."""

    findings: Sequence[Ruling]
    as_of: date
    longest: int
    asked: frozenset[str]
    left_out: frozenset[str]

    def about(self, waiver: Waiver) -> list[int]:
        """The findings that a waiver is about, by their index."""
        return [index for index, finding in enumerate(self.findings) if _is_about(waiver, finding)]

    def faults(self, waiver: Waiver) -> dict[str, str]:
        """What is wrong with a waiver: the rules about waivers that it breaks, and how."""
        return dict(self._faults(waiver, [self.findings[index] for index in self.about(waiver)]))

    def refusal(self, waiver: Waiver) -> str | None:
        """Why a waiver does not count on the day; None if it does."""
        if waiver.accepted_on is not None and waiver.accepted_on > self.as_of:
            early: str | None = f"it is accepted only from {waiver.accepted_on} on"
        else:
            early = None
        return next(iter(self.faults(waiver).values()), early)

    def _faults(self, waiver: Waiver, about: Sequence[Ruling]) -> Iterator[tuple[str, str]]:
        missing = [words for name, words in _NAMED.items() if is_blank(getattr(waiver, name))]
        if missing:
            yield COMPLETE, f"it does not state {' or '.join(missing)}"
        if is_blank(waiver.accepted_by):
            yield OWNER, "it does not say who accepted it"
        if waiver.expires is not None:
            if waiver.expires < self.as_of:
                yield EXPIRED, f"it expired on {waiver.expires}"
            days = (waiver.expires - (waiver.accepted_on or self.as_of)).days
            if days > self.longest:
                yield TOO_LONG, f"it runs {days} days, and {self.longest} are allowed"
        if any(finding.severity == "showstopper" for finding in about):
            yield SHOWSTOPPER, "an outright prohibition cannot be waived"
        if len(about) > 1:
            yield AMBIGUOUS, f"{len(about)} parts of the strategy are called {waiver.subject}"
        if waiver.rule and not about and waiver.rule not in self.left_out:
            yield ORPHANED, self._orphaned(waiver, waiver.rule)

    def _orphaned(self, waiver: Waiver, rule: str) -> str:
        if rule not in self.asked:
            hint = did_you_mean(rule, self.asked)
            return f"there is no rule of that name{f'; {hint}' if hint else ''}".removesuffix("?")
        others = dict.fromkeys(finding.subject for finding in self.findings if finding.rule == rule)
        if not others:
            return "the rule has no gap here"
        missed = f"the rule has no gap about {waiver.subject}" if waiver.subject else "it names no subject"
        return f"{missed}; there is one about {', '.join(others)}"


def _is_about(waiver: Waiver, finding: Ruling) -> bool:
    if waiver.rule != finding.rule:
        return False
    return finding.pointer == "" if waiver.subject is None else waiver.subject == finding.subject


def can_be_waived(finding: Ruling) -> bool:
    """Tell whether a waiver that counts waives it: a gap is waived, and a question is to be answered."""
    return finding.verdict is Verdict.GAP


def _held(finding: Said, record: WaiverRecord | None) -> Said:
    if record is None:
        return finding
    waived = record.refused_because is None and can_be_waived(finding)
    return replace(finding, waiver=record, verdict=Verdict.WAIVED if waived else finding.verdict)


def _record(placed: PlacedWaiver, faults: Mapping[str, str], refusal: str | None) -> WaiverRecord:
    waiver = placed.waiver
    return WaiverRecord(
        rule=waiver.rule,
        subject=waiver.subject or STRATEGY,
        reason=waiver.reason,
        accepted_by=waiver.accepted_by,
        accepted_on=waiver.accepted_on,
        expires=waiver.expires,
        ticket=waiver.ticket,
        faults=tuple(faults),
        refused_because=refusal,
        location=location(placed.pointer, placed.source),
    )


def _evidence(placed: PlacedWaiver, names: Sequence[str], shapes: StrategyShapes) -> Iterator[Evidence]:
    for name in names:
        value, pointer = getattr(placed.waiver, name), (*placed.pointer, name)
        attribute = attribute_at(("waivers", name), shapes)
        yield Evidence(
            label(pointer),
            json_pointer(pointer),
            attribute.question,
            attribute.unit,
            plain(value),
            value is not None,
            location(pointer, placed.source),
        )


def is_blank(value: object) -> bool:
    """Tell whether nothing is stated: no value, or a text without a letter or digit that anybody can see."""
    return value is None or (isinstance(value, str) and not any(map(_is_seen, value)))


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" and character not in _FILLERS
