# SPDX-License-Identifier: Apache-2.0
"""Where one of several answers is enough: the ways that an ``any`` in a requirement leaves, for questions and gaps.

A way that takes all that another takes, and more, is no choice. Who an organisation is, and where, is no way out of a
rule: such ways are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from govrules.assessment.report import Wanted
from govrules.engines.decided import deciding_fields, value_at
from govrules.engines.interface import Judgement
from govrules.logic.change import Change, ways
from govrules.logic.compile import World
from govrules.logic.condition import All, AnyOf, Is, Pointer, Quantified, walk
from govrules.logic.incomplete import IncompleteList
from govrules.logic.trace import Trace, trace
from govrules.ruleset.applicability import told_by_plans
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.model_errors import label
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

Fields = tuple[Pointer, ...]
_MOST = 4  # ways beside a gap; more say less
_WHO_AND_WHERE = (("organisation",), ("markets",), ("document",))
_AWAY = ("anything but", "a list of nothing but", "an empty list", "blank")


@dataclass(frozen=True)
class Alternatives:
    """Finds the ways for judgements about one strategy."""

    rulesets: Rulesets
    strategy: Strategy
    as_of: date

    def asked(self, judgement: Judgement) -> list[tuple[Fields, ...]]:
        """What an open judgement asks for: each a single way of fields, or several of which one is enough."""
        key = judgement.rule.id, judgement.subject
        if key not in self._known:
            self._known[key] = self._ask(judgement)
        return self._known[key]

    def _ask(self, judgement: Judgement) -> list[tuple[Fields, ...]]:
        if judgement.verdict is Verdict.UNANSWERED and _leaves_choice(judgement.rule):
            return list(dict.fromkeys(_asked(self._traced(judgement))))
        return [((pointer,),) for pointer in answerable(judgement, self.strategy)]

    def left(self, judgement: Judgement) -> tuple[tuple[Wanted, ...], ...]:
        """The ways that would cure a gap, where there are several; nothing where there is one."""
        if judgement.verdict is not Verdict.GAP or not _leaves_choice(judgement.rule):
            return ()
        found = [way for way in ways(self._traced(judgement)) if all(map(_is_open, way)) and way]
        if not 1 < len(found) <= _MOST:
            return ()
        return tuple(tuple(Wanted(label(change.pointer), change.wanted) for change in way) for way in found)

    def _traced(self, judgement: Judgement) -> Trace:
        node = self.rulesets.compiled(judgement.rule.require)
        subject = value_at(self.strategy, judgement.subject)
        return trace(node, subject, self._world, judgement.subject)

    @cached_property
    def _known(self) -> dict[tuple[str, Pointer], list[tuple[Fields, ...]]]:
        """What judgements ask for, by rule and subject, as far as somebody wanted to know."""
        return {}

    @cached_property
    def _world(self) -> World:
        return World(self.strategy, self.as_of)


def answerable(judgement: Judgement, strategy: Strategy) -> Fields:
    """The fields that decide a judgement; of those that only tell whether a rule applies, what a policy can tell."""
    fields = tuple(deciding.pointer for deciding in judgement.deciding)
    if judgement.verdict is not Verdict.MAY_APPLY:
        return fields
    return tuple(field for field in fields if told_by_plans(field, strategy) is None)


def _leaves_choice(rule: Rule) -> bool:
    return any(isinstance(part, AnyOf | Is) for part in walk(rule.require))


def _is_open(change: Change) -> bool:
    """Whether somebody who writes a strategy can choose to state this."""
    return change.pointer[:1] not in _WHO_AND_WHERE and not change.wanted.startswith(_AWAY)


def _asked(traced: Trace) -> Iterator[tuple[Fields, ...]]:
    """The questions of an open condition, in its order."""
    open_parts = [part for part in traced.parts if part.truth is None]
    match traced.condition:
        case AnyOf():
            choices = _choices([_fields(part) for part in open_parts])
            if len(choices) > 1:
                yield choices
                return
        case All() | Is():
            for part in open_parts:
                yield from _asked(part)
            return
        case Quantified(quantifier="every") if open_parts and not isinstance(traced.value, IncompleteList):
            for part in open_parts:
                yield from _asked(part)
            return
    yield from (((pointer,),) for pointer in _fields(traced))


def _fields(traced: Trace) -> Fields:
    return tuple(deciding.pointer for deciding in deciding_fields([traced]))


def _choices(found: Sequence[Fields]) -> tuple[Fields, ...]:
    distinct = list({frozenset(fields): fields for fields in found}.values())
    return tuple(one for one in distinct if not any(set(other) < set(one) for other in distinct))
