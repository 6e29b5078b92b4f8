# SPDX-License-Identifier: Apache-2.0
"""On which terms a strategy is checked."""

from dataclasses import dataclass
from typing import Literal

from govrules.ruleset.model import Basis

Threshold = Literal["showstopper", "major", "minor", "advice", "never"]
Uncovered = bool | tuple[str, ...]
"""What may be left unchecked: all, nothing, or these markets, sectors and topics."""
WAIVER_DAYS = 365
"""How many days a waiver may run where nobody says otherwise."""


@dataclass(frozen=True)
class Terms:
    """On which terms the strategy is checked.

    ``select`` and ``ignore`` say which rules are asked, and ``basis`` (empty: any) on which basis; ``waivers`` whether
    any counts, and ``waiver_days`` for how many days one may run. The check fails from the severity ``fail_on`` on, and
    for open rules (unanswered, or may-apply) and for what was not checked unless these are allowed (of what was not
    checked all, or what is named); nothing else in a report depends on that.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    waivers: bool = True
    waiver_days: int = WAIVER_DAYS
    fail_on: Threshold = "major"
    allow_unanswered: bool = False
    allow_uncovered: Uncovered = False


TERMS = Terms()
"""The terms where nobody says otherwise."""
