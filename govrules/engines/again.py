# SPDX-License-Identifier: Apache-2.0
"""Judging again after a change: only the rules that read what has changed are judged, the others keep their verdicts.

Whichever engine judges, the answer is the one that judging everything would give.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from govrules.engines.interface import Engine, Judgement
from govrules.logic.incomplete import IncompleteList
from govrules.ruleset.asks import FieldsRead, Names
from govrules.ruleset.rule import Concept, Rule, specials_of
from govrules.strategy.document import Strategy


class FieldIndex:
    """Which rules read which fields: an index from fields to rules, made once for a set of rules."""

    def __init__(self, rules: Sequence[Rule], concepts: Mapping[str, Concept], as_of: date) -> None:
        """``concepts`` are those that the rules rest on."""
        self.rules = rules
        self.as_of = as_of
        self.specials = specials_of(rules, as_of)
        self._reading: dict[Names, set[str]] = {}
        self._whole: dict[Names, set[str]] = {}
        self._below: dict[Names, set[str]] = {}
        fields = FieldsRead(concepts)
        read = {rule.id: fields.by(rule) for rule in rules}
        self.reads = {name: tuple(looked.names for looked in found) for name, found in read.items()}
        for rule in rules:
            yielding = (looked for special in self.company(rule.id) for looked in read[special])
            for looked in (*read[rule.id], *yielding):
                names = looked.names
                self._reading.setdefault(names, set()).add(rule.id)
                if looked.whole:
                    self._whole.setdefault(names, set()).add(rule.id)
                for length in range(1, len(names)):
                    self._below.setdefault(names[:length], set()).add(rule.id)

    def company(self, name: str) -> set[str]:
        """The ids of the special rules to which a rule yields, and of those that may take their places in turn."""
        below = {special.id for special in self.specials.get(name, ())}
        return below.union(*map(self.company, below))

    def touched(self, fields: Iterable[Names]) -> set[str]:
        """The ids of the rules that a change of these fields can concern."""
        found: set[str] = set()
        for names in fields:
            found |= self._reading.get(names, set()) | self._below.get(names, set())
            for length in range(1, len(names)):
                found |= self._whole.get(names[:length], set())
        return found


@dataclass(frozen=True)
class Judged:
    """A strategy with what the rules say of it, from which the next state is judged with as little work as it takes."""

    engine: Engine
    index: FieldIndex
    strategy: Strategy
    by_rule: Mapping[str, Sequence[Judgement]]

    @classmethod
    def of(cls, engine: Engine, index: FieldIndex, strategy: Strategy) -> "Judged":
        """Judge a strategy by all rules of the index."""
        return cls(engine, index, strategy, _by_rule(index.rules, engine.judge(index.rules, strategy, index.as_of)))

    @property
    def judgements(self) -> list[Judgement]:
        """What all rules say, in the order in which an engine gives it."""
        return [judgement for rule in self.index.rules for judgement in self.by_rule[rule.id]]

    def after(self, strategy: Strategy) -> "Judged":
        """The same rules about the strategy as it is now."""
        return self._after(strategy, self.index.touched(_changed(self.strategy, strategy, ())))

    def _after(self, strategy: Strategy, touched: set[str]) -> "Judged":
        # A general rule is judged in the company of its special ones.
        company = touched.union(*map(self.index.company, touched))
        rules = [rule for rule in self.index.rules if rule.id in company]
        anew = _by_rule(rules, self.engine.judge(rules, strategy, self.index.as_of))
        changed = {name: anew[name] for name in touched}
        return Judged(self.engine, self.index, strategy, {**self.by_rule, **changed})


def _by_rule(rules: Sequence[Rule], judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    found: dict[str, list[Judgement]] = {rule.id: [] for rule in rules}
    for judgement in judgements:
        found[judgement.rule.id].append(judgement)
    return found


def _changed(before: Any, after: Any, at: Names) -> Iterator[Names]:
    """The fields in which two values differ, as rules name them: without the places of elements in lists."""
    if before is after:
        return
    if isinstance(before, BaseModel) and type(before) is type(after):
        for name in type(before).model_fields:
            yield from _changed(getattr(before, name), getattr(after, name), (*at, name))
    elif _holds_parts(before) and _holds_parts(after) and len(before) == len(after) and type(before) is type(after):
        for one, other in zip(before, after, strict=True):
            yield from _changed(one, other, at)
    elif before != after or isinstance(before, IncompleteList) is not isinstance(after, IncompleteList):
        yield at


def _holds_parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(one, BaseModel) for one in value)
