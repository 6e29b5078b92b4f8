# SPDX-License-Identifier: Apache-2.0
"""The seam between rules and whatever judges by them. A further engine implements :class:`Engine`; nothing outside
this package knows which one runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from govrules.logic.condition import Pointer
from govrules.ruleset.rule import Rule
from govrules.source.errors import InputError
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Deciding:
    """A field that decided a verdict: where it is in the document, and what it says (None: it is not stated)."""

    pointer: Pointer
    value: Any


@dataclass(frozen=True)
class Judgement:
    """What a rule says of one subject. ``subject`` points to it; it is empty for the strategy as a whole.

    ``verdict`` is ``gap``, ``unanswered``, ``may-apply``, ``met`` or ``not-applicable``: an engine knows neither
    waivers nor the day on which a rule begins to bind. ``yielded_to`` names the special rules that took the rule's
    place on the subject, which is then ``not-applicable``.

    ``decided_by`` finds the fields that decided it; it is called when somebody first asks for them.
    """

    rule: Rule
    subject: Pointer
    verdict: Verdict
    decided_by: Callable[[], tuple[Deciding, ...]] = field(default=tuple, compare=False, repr=False)
    yielded_to: tuple[str, ...] = ()

    @property
    def about_list(self) -> bool:
        """Whether it is about a list of subjects of which the document does not state all."""
        return bool(self.subject) and isinstance(self.subject[-1], str)

    @cached_property
    def deciding(self) -> tuple[Deciding, ...]:
        """The fields that decided the verdict, in the order of the conditions."""
        return self.decided_by()


class EngineError(InputError):
    """An engine cannot answer, or two answer differently: there is no verdict.

    It is caught wherever an unusable input is, for the caller is left with the same: no report, and the way out.
    """


class Engine(Protocol):
    """Rules and a strategy in, judgements out."""

    @property
    def names(self) -> tuple[str, ...]:
        """What the report calls the engines that answered: this one, or those that it holds against each other."""

    def judge(self, rules: Sequence[Rule], strategy: Strategy, as_of: date) -> list[Judgement]:
        """Judge a strategy by rules, as of a day.

        Judgements come in the order of the rules, and for each rule in the order of its subjects. Where the list of
        its subjects is not stated, or not as a whole, the rule may apply to what is not stated: one judgement about
        the list says so, after those about its elements. Rules that cannot bind anybody give none. Raises
        :class:`EngineError` where there is no answer.
        """
