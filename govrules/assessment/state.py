# SPDX-License-Identifier: Apache-2.0
"""Whether a strategy may go ahead, by what was checked: the one place where findings and questions become an answer."""

from typing import Literal

from govrules.assessment.path import BLOCKING
from govrules.assessment.threshold import binds
from govrules.assessment.verdicts import Verdicts
from govrules.verdict import Verdict

State = Literal["no", "not-yet", "open", "yes"]


def state_of(it: Verdicts) -> State:
    """Whether the strategy may go ahead.

    What is prohibited outright weighs most, then what the document leaves open and could block the launch, then what
    must be done before it. Rules that do not bind yet stop nothing; nor does a gap that is accepted for a time.
    """
    gaps = {finding.severity for finding in it.findings if finding.verdict is Verdict.GAP}
    if "showstopper" in gaps:
        return "no"
    waiting = blocking_rules(it)
    if it.asks_about(waiting):
        return "open"
    return "not-yet" if "major" in gaps else "yes"


def blocking_rules(it: Verdicts) -> set[str]:
    """The rules that could block the launch and wait for an answer."""
    return {
        finding.rule
        for finding in it.findings
        if finding.verdict.is_open and finding.severity in BLOCKING and binds(it, finding.rule)
    }
