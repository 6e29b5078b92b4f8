# SPDX-License-Identifier: Apache-2.0
"""The verdicts: what a rule can say of a subject. Their words, their order and what each means stand here alone."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a rule says of one subject, the one that wants most action first.

    An engine gives ``gap``, ``unanswered``, ``may-apply``, ``met`` and ``not-applicable``. The assessment turns a gap
    into ``upcoming`` where the rule is not in force yet, and into ``waived`` where somebody accepted it for now.
    """

    GAP = "gap"
    UNANSWERED = "unanswered"
    MAY_APPLY = "may-apply"
    UPCOMING = "upcoming"
    WAIVED = "waived"
    MET = "met"
    NOT_APPLICABLE = "not-applicable"

    @property
    def meaning(self) -> str:
        """What it means, as a line of the reference."""
        return _MEANINGS[self]

    @property
    def is_finding(self) -> bool:
        """Whether it wants action, so that reports list it as a finding."""
        return self not in (Verdict.MET, Verdict.NOT_APPLICABLE)

    @property
    def is_open(self) -> bool:
        """Whether an answer decides it: the document does not say what the rule needs to know."""
        return self in (Verdict.UNANSWERED, Verdict.MAY_APPLY)

    @property
    def rank(self) -> int:
        """Its place in the order of this class, 0 for the one that wants most action."""
        return _ORDER.index(self)


_ORDER = tuple(Verdict)
_MEANINGS = {
    Verdict.GAP: "the document says something that falls short of the rule",
    Verdict.UNANSWERED: "the rule applies, and the document does not say whether it is met",
    Verdict.MAY_APPLY: "the document does not say whether the rule applies",
    Verdict.UPCOMING: "a gap in a rule that is not in force yet",
    Verdict.WAIVED: "a gap that somebody with the authority to do so accepts for a time",
    Verdict.MET: "the document states what the rule asks for",
    Verdict.NOT_APPLICABLE: "the rule does not concern this subject",
}
