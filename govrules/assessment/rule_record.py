# SPDX-License-Identifier: Apache-2.0
"""Rules as reports cite them."""

from dataclasses import dataclass
from datetime import date

from govrules.ruleset.model import Basis, Confidence, Effort, Owner, Severity, SourceKind, StatusKind
from govrules.ruleset.rule import Change, Rule


@dataclass(frozen=True)
class SourceRecord:
    """The source of a rule: exact citation, authority, official page, and how far it was confirmed."""

    citation: str
    authority: str
    kind: SourceKind
    url: str | None
    in_force: date | None
    until: date | None
    prohibition: bool
    confidence: Confidence


@dataclass(frozen=True)
class StatusRecord:
    """What is not settled about a rule."""

    kind: StatusKind
    note: str
    look_again: date | None


@dataclass(frozen=True)
class RemedyRecord:
    """What cures a finding; owner and effort are what is usual, an estimate."""

    do: str
    owner: Owner
    effort: Effort


@dataclass(frozen=True)
class RuleRecord:
    """A rule as reports cite it. ``changes`` are what an organisation's ruleset changed about it, already applied."""

    id: str
    title: str
    ruleset: str
    severity: Severity
    basis: Basis
    jurisdiction: str
    sectors: tuple[str, ...]
    source: SourceRecord
    status: StatusRecord | None
    remedy: RemedyRecord
    outdated_view: str | None
    current_position: str | None
    note: str | None
    changes: tuple[Change, ...]


def rule_record(rule: Rule) -> RuleRecord:
    """A rule as reports and listings cite it."""
    text = rule.text
    source, status = text.source, text.status
    return RuleRecord(
        id=rule.id,
        title=text.title,
        ruleset=rule.ruleset,
        severity=text.severity,
        basis=text.basis,
        jurisdiction=text.jurisdiction,
        sectors=text.sectors,
        source=SourceRecord(
            source.citation,
            source.authority,
            source.kind,
            source.url,
            source.in_force,
            source.until,
            source.prohibition,
            source.confidence,
        ),
        status=StatusRecord(status.kind, status.note, status.look_again) if status else None,
        remedy=RemedyRecord(text.remedy.do, text.remedy.owner, text.remedy.effort),
        outdated_view=text.outdated_view,
        current_position=text.current_position,
        note=text.note,
        changes=rule.changes,
    )
