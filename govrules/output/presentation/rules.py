# SPDX-License-Identifier: Apache-2.0
"""Sentences about a rule: its cure, its source, since or until when it binds, what is not settled, who changed it."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from govrules.assessment.report import Finding, Met, Report
from govrules.assessment.rule_record import RemedyRecord, RuleRecord
from govrules.output.presentation.numbers import sentence
from govrules.output.presentation.words import BASIS_LABELS, CONFIDENCE_IN_SHORT, day, titled, usually
from govrules.ruleset.model import Remedy
from govrules.ruleset.rule import Change
from govrules.taxonomy import EVERYWHERE


class _Term(Protocol):
    """From when until when something binds: the source of a rule, in a report or a ruleset."""

    @property
    def in_force(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...


class _Unsettled(Protocol):
    """What is not settled about a rule, in a report or a ruleset."""

    @property
    def kind(self) -> str: ...

    @property
    def note(self) -> str: ...

    @property
    def look_again(self) -> date | None: ...


def cure_label(severity: str) -> str:
    """What a remedy is called: what is prohibited is not cured, but something else takes its place."""
    return "Instead" if severity == "showstopper" else "Cure"


def cure(remedy: Remedy | RemedyRecord) -> str:
    """What to do, who usually does it, and the usual effort."""
    return f"{sentence(remedy.do)} ({usually(remedy.owner, remedy.effort)})"


def term(source: _Term, as_of: date | None = None, *, in_full: bool = False) -> str | None:
    """Since when and until when a source binds; None where neither day is known.

    On ``as_of`` a start that lies ahead is marked as such. ``in_full`` writes days in words.
    """
    written = day if in_full else str
    parts = []
    if source.in_force:
        ahead = as_of is not None and source.in_force > as_of
        parts.append(f"in force from {written(source.in_force)}" if ahead else f"since {written(source.in_force)}")
    if source.until:
        parts.append(f"until {written(source.until)}")
    return ", ".join(parts) or None


def term_or_unknown(source: _Term) -> str:
    """The same where a reader expects an answer."""
    if source.in_force:
        return term(source) or ""
    return ", ".join(part for part in ("the first day is not known", term(source)) if part)


def citation_parts(rule: RuleRecord, as_of: date) -> Iterator[str]:
    """What follows a citation: authority, term, how far it was confirmed where that is not in full, the id."""
    yield rule.source.authority
    if bound := term(rule.source, as_of):
        yield bound
    if rule.source.confidence != "primary-verified":
        yield CONFIDENCE_IN_SHORT[rule.source.confidence]
    yield rule.id


def asks(rule: RuleRecord) -> str:
    """What a rule asks for, behind who asks for it: ``Required: A principal approves static content [US]``."""
    where = "" if rule.jurisdiction == EVERYWHERE else f" [{rule.jurisdiction}]"
    return f"{BASIS_LABELS[rule.basis]}: {rule.title}{where}"


def takes_place_of(report: Report, about: Finding | Met) -> str | None:
    """The general rules whose place the rule takes on the subject, as a sentence; None where there is none."""
    cited = [f"{report.rule(name).source.citation} ({name}, {report.rule(name).basis})" for name in about.stands_for]
    return f"It also answers for {'; '.join(cited)}." if cited else None


def unsettled(status: _Unsettled, *, in_full: bool = False) -> tuple[str, str]:
    """What is not settled, as a label and a sentence: ``Contested``, "Courts differ. To be reviewed on ..."."""
    review = ""
    if status.look_again:
        review = f" Due for review on {day(status.look_again) if in_full else status.look_again}."
    return titled(status.kind), sentence(status.note) + review


def change(made: Change) -> str:
    """What an organisation's ruleset changed about a rule, and why."""
    return sentence(f"{made.ruleset} changed {made.what} from {made.was} to {made.now}: {made.reason}")
