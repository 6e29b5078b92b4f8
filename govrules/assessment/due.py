# SPDX-License-Identifier: Apache-2.0
"""What authors of rulesets are to look at by a day: open questions, rules that begin or end, and reviews that fall due.

It looks at rules and rulesets alone; what a day changes for a strategy is in :mod:`govrules.assessment.upcoming`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govrules.assessment.report import ChangeKind
from govrules.assessment.rule_record import RuleRecord
from govrules.assessment.upcoming import days_of
from govrules.ruleset.rule import Rulesets


@dataclass(frozen=True)
class Due:
    """Something to look at on a day. ``rule`` is None where it is about the ruleset as a whole."""

    day: date
    kind: ChangeKind | Literal["review"]
    ruleset: str
    rule: str | None
    title: str
    why: str


def due_by(records: Iterable[RuleRecord], rulesets: Rulesets, *, by: date, as_of: date) -> tuple[Due, ...]:
    """What is due until the day ``by``, that day included, in the order of days.

    Open questions and reviews whose day lies before ``as_of`` are overdue and stay listed; a rule that began or ended
    before it is settled and is not.
    """
    listed = list(records)
    found = [
        Due(day, kind, record.ruleset, record.id, record.title, text)
        for record in listed
        for day, kind, text in days_of(record)
        if day <= by and (kind == "look-again" or day >= as_of)
    ]
    named = {record.ruleset for record in listed}
    for ruleset in rulesets:
        if ruleset.id in named and ruleset.review_due <= by:
            why = f"It was last held against its sources on {ruleset.text.reviewed}."
            found.append(Due(ruleset.review_due, "review", ruleset.id, None, ruleset.text.title, why))
    return tuple(sorted(found, key=lambda due: (due.day, due.ruleset, due.rule or "")))
