# SPDX-License-Identifier: Apache-2.0
"""What a verdict rests on: what rules say of a strategy and what they ask, whether a report describes it or not."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from govrules.assessment.report import Finding, KnownFrom, Report, WaiverRecord
from govrules.assessment.rule_record import RuleRecord
from govrules.engines.interface import Judgement
from govrules.ruleset.model import Severity
from govrules.ruleset.rule import Rule
from govrules.verdict import Verdict

if TYPE_CHECKING:
    from govrules.assessment.weighing import Weighed


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says of one subject, and is not described yet; else as a finding."""

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


Ruling: TypeAlias = Finding | Said
"""What a rule says of one subject."""
Weight: TypeAlias = Rule | RuleRecord
"""What a rule weighs, and since when it binds."""
Verdicts: TypeAlias = "Report | Weighed"
"""All that a verdict rests on."""
