# SPDX-License-Identifier: Apache-2.0
"""The report: everything that any output shows, and nothing about how it is shown.

The same document, rulesets and as-of date give the same report, byte for byte.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from govrules.ruleset.model import Confidence, Effort, Owner, Severity, SourceKind, StatusKind
from govrules.ruleset.rule import Change, SwitchedOff

FindingVerdict = Literal["gap", "unanswered", "upcoming", "waived"]
DISCLAIMER = "This is not legal advice. It shows what the loaded rules say of the document as it is written."


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands in a file; lines and columns count from 1. ``text`` is the whole line."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A field that decided a verdict.

    ``field`` is written as people do, ``pointer`` as a JSON pointer (RFC 6901). ``value`` is what the document says,
    None where it says nothing.
    """

    field: str
    pointer: str
    question: str
    unit: str | None
    value: Any
    stated: bool
    location: Location | None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class StatusRecord:
    """What is not settled about a rule."""

    kind: StatusKind
    note: str
    look_again: date | None


@dataclass(frozen=True, slots=True)
class RemedyRecord:
    """What cures a finding; owner and effort are what is usual, an estimate."""

    do: str
    owner: Owner
    effort: Effort


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """A rule as reports cite it. ``changes`` are what an organisation's ruleset changed about it, already applied."""

    id: str
    title: str
    ruleset: str
    severity: Severity
    jurisdiction: str
    sectors: tuple[str, ...]
    source: SourceRecord
    status: StatusRecord | None
    remedy: RemedyRecord
    outdated_view: str | None
    current_position: str | None
    note: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict that wants action: one rule about one subject. ``rule`` is a key of the report's ``rules``."""

    rule: str
    verdict: FindingVerdict
    severity: Severity
    subject: str
    pointer: str
    message: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A rule that is met by a subject, with the evidence for it."""

    rule: str
    subject: str
    pointer: str
    praise: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the document leaves open and a rule needs to know.

    The same field of several elements of a list is one question; ``asked_of`` names the elements. ``rules`` are those
    that wait for the answer, ``severity`` the weight of the heaviest of them.
    """

    section: str
    field: str
    text: str
    unit: str | None
    choices: tuple[str, ...]
    severity: Severity
    rules: tuple[str, ...]
    asked_of: tuple[str, ...]
    location: Location | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A jurisdiction or sector of the strategy, and the rulesets that speak about it (none: nothing was checked)."""

    code: str
    name: str
    because: tuple[str, ...]
    rulesets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the loaded rules speak about. ``unspoken`` says in sentences what was not checked."""

    jurisdictions: tuple[Spoken, ...]
    sectors: tuple[Spoken, ...]
    unspoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesetRecord:
    """A ruleset that was loaded: with its digest, the version is pinned."""

    id: str
    title: str
    version: str
    reviewed: date
    digest: str
    rules: int
    selected: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The numbers, counted in rules: a rule with a gap in three channels is one.

    ``applicable`` is the sum of all others but ``questions``, which counts what is to be answered.
    ``could_be_showstoppers`` counts the applicable rules that could ever stop a launch.
    """

    applicable: int
    met: int
    showstoppers: int
    major: int
    minor: int
    advice: int
    unanswered: int
    upcoming: int
    waived: int
    questions: int
    could_be_showstoppers: int


@dataclass(frozen=True, slots=True)
class Report:
    """What the loaded rules say of one strategy, as of a day."""

    govrules: str
    engines: tuple[str, ...]
    as_of: date
    title: str
    organisation: str
    file: str | None
    digest: str | None
    rulesets: tuple[RulesetRecord, ...]
    switched_off: tuple[SwitchedOff, ...]
    summary: Summary
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    met: tuple[Met, ...]
    rules: dict[str, RuleRecord]
    coverage: Coverage
    disclaimer: str = DISCLAIMER

    def to_json(self, *, indent: int | None = 2) -> str:
        """The report as JSON, in the form of :func:`report_schema`."""
        text: bytes = _adapter().dump_json(self, indent=indent)
        return text.decode()


def _adapter() -> Any:
    # Imported and built only when asked for: building the schema costs more than checking a strategy.
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report."""
    schema: dict[str, Any] = _adapter().json_schema(mode="serialization")
    return schema
