# SPDX-License-Identifier: Apache-2.0
"""What a verdict rests on: what rules say of a strategy and what they ask, whether a report describes it or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from govrules.assessment.coverage_record import Coverage
from govrules.assessment.report import KnownFrom, RulesetRecord, Summary, WaiverRecord
from govrules.assessment.terms import Terms
from govrules.engines.interface import Judgement
from govrules.ruleset.model import Basis, Severity
from govrules.verdict import Verdict


class Start(Protocol):
    """The source of a rule."""

    @property
    def in_force(self) -> date | None:
        """The day from which it binds; None where that is not known."""
        ...


class Weight(Protocol):
    """What a rule weighs: a rule itself, or its record in a report."""

    @property
    def severity(self) -> Severity:
        """How much a gap weighs."""
        ...

    @property
    def basis(self) -> Basis:
        """Who asks for it."""
        ...

    @property
    def source(self) -> Start:
        """Where it stands."""
        ...


class Ruling(Protocol):
    """What a rule says of one subject: a finding, or what is described as one."""

    @property
    def rule(self) -> str:
        """The id of the rule."""
        ...

    @property
    def verdict(self) -> Verdict:
        """What it says."""
        ...

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        ...

    @property
    def subject(self) -> str:
        """What readers call the subject."""
        ...

    @property
    def pointer(self) -> str:
        """Where the subject stands, as a JSON pointer."""
        ...

    @property
    def known_from(self) -> KnownFrom | None:
        """Where it was known from before, so that it fails no check."""
        ...

    @property
    def stands_for(self) -> tuple[str, ...]:
        """General rules whose place the rule takes on the subject."""
        ...


class Asking(Protocol):
    """What is asked: a question, or what is described as one."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that wait for the answer."""
        ...

    @property
    def screening(self) -> bool:
        """Whether the answer only decides whether rules apply."""
        ...


class Verdicts(Protocol):
    """All that a verdict rests on, as a report has it."""

    @property
    def govrules(self) -> str:
        """The release that judged."""
        ...

    @property
    def engines(self) -> tuple[str, ...]:
        """The engines that answered."""
        ...

    @property
    def as_of(self) -> date:
        """The day as of which law and document were judged."""
        ...

    @property
    def terms(self) -> Terms:
        """The terms of the check."""
        ...

    @property
    def rulesets(self) -> tuple[RulesetRecord, ...]:
        """The rulesets that were loaded."""
        ...

    @property
    def title(self) -> str:
        """The title of the document."""
        ...

    @property
    def organisation(self) -> str:
        """The name of the organisation."""
        ...

    @property
    def file(self) -> str | None:
        """The file of the document, if it has one."""
        ...

    @property
    def digest(self) -> str | None:
        """The digest of the file."""
        ...

    @property
    def summary(self) -> Summary:
        """The numbers."""
        ...

    @property
    def findings(self) -> Sequence[Ruling]:
        """What wants action, weightiest first."""
        ...

    @property
    def questions(self) -> Sequence[Asking]:
        """What is asked."""
        ...

    @property
    def coverage(self) -> Coverage:
        """What was checked and what was not."""
        ...

    @property
    def rules(self) -> Mapping[str, Weight]:
        """The rules that apply or may apply, by id."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says of one subject, and is not described yet. ``waiver`` is the one that is about it."""

    judgement: Judgement
    verdict: Verdict
    subject: str
    pointer: str
    stands_for: tuple[str, ...]
    waiver: WaiverRecord | None = None
    known_from: KnownFrom | None = None

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.judgement.rule.id

    @property
    def severity(self) -> Severity:
        """How much a gap weighs."""
        return self.judgement.rule.severity
