# SPDX-License-Identifier: Apache-2.0
"""Rules of govrules itself, which stand in no ruleset: what is found about a check and not about a strategy."""

from govrules.assessment.rule_record import RemedyRecord, RuleRecord, SourceRecord
from govrules.ruleset.model import Severity
from govrules.taxonomy import EVERYWHERE

_AREA = "govrules/"


def is_own(rule: RuleRecord) -> bool:
    """Whether a rule is of govrules itself: it has no source that a reader could look up."""
    return rule.ruleset.startswith(_AREA)


def own_rule(rule: str, title: str, *, area: str, severity: Severity, says: str, remedy: RemedyRecord) -> RuleRecord:
    """A rule of govrules as reports cite it: house practice that holds everywhere.

    ``area`` is what it is about, such as ``waivers``; ``says`` ends its citation.
    """
    return RuleRecord(
        id=rule,
        title=title,
        ruleset=f"{_AREA}{area}",
        severity=severity,
        basis="house",
        jurisdiction=EVERYWHERE,
        sectors=(),
        source=SourceRecord(
            citation=f"govrules, {area}: {says}",
            authority="govrules (house practice)",
            kind="house-practice",
            url=None,
            in_force=None,
            until=None,
            prohibition=False,
            confidence="primary-verified",
        ),
        status=None,
        remedy=remedy,
        outdated_view=None,
        current_position=None,
        note=None,
        changes=(),
    )
