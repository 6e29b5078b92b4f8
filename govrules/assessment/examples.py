# SPDX-License-Identifier: Apache-2.0
"""The examples by which each rule proves itself: fragments of a strategy and the verdict that each must bring.

A fragment is laid over a smallest strategy that the rule binds: its jurisdiction as market, seat, staff and listing,
and its first sector. ``as_of`` in a fragment sets the day; otherwise it is the day of the ruleset's review, or the
first day on which the rule binds where that lies later. ``shows`` says which lawful way, breach or trap it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from govrules.day import read_day
from govrules.engines.interface import Engine, Judgement
from govrules.logic.condition import Pointer
from govrules.ruleset.rule import Rule, Ruleset
from govrules.source.document import Source
from govrules.source.errors import InputError, Place, Problem
from govrules.source.faults import FaultKind
from govrules.strategy.document import Strategy
from govrules.strategy.load import strategy_of
from govrules.taxonomy import EVERYWHERE
from govrules.verdict import Verdict

VERDICTS = (Verdict.MET, Verdict.GAP, Verdict.UNANSWERED, Verdict.MAY_APPLY, Verdict.NOT_APPLICABLE)
"""The verdicts that examples can show, in the order in which they are run."""


@dataclass(frozen=True)
class ExampleResult:
    """What a rule said of one of its examples.

    ``source`` and ``at`` are where it stands; ``strategy`` is the fragment, laid over the smallest strategy; ``shows``
    is what the author says that it shows.
    """

    rule: Rule
    expected: Verdict
    source: Source
    at: Pointer
    strategy: Strategy
    as_of: date
    judgements: tuple[Judgement, ...]
    shows: str | None = None

    @property
    def place(self) -> Place:
        """Where the example stands in the file of its ruleset."""
        return self.source.place(self.at)

    @property
    def passed(self) -> bool:
        """Tell whether the example brought its verdict: a gap or question on one subject, else the same on all."""
        verdicts = [judgement.verdict for judgement in self.judgements]
        if self.expected.is_finding:
            return self.expected in verdicts
        if self.expected is Verdict.NOT_APPLICABLE:
            return all(verdict is Verdict.NOT_APPLICABLE for verdict in verdicts)
        return bool(verdicts) and all(verdict is Verdict.MET for verdict in verdicts)


def run_examples(ruleset: Ruleset, rule: Rule, engine: Engine) -> Iterator[ExampleResult]:
    """Judge each example of a rule by that rule alone. Raises InputError where a fragment is no strategy."""
    for verdict, fragment, where in _fragments(rule):
        strategy, as_of = _strategy(ruleset, rule, fragment, where)
        judgements = tuple(engine.judge([rule], strategy, as_of))
        shows = fragment.get("shows")
        yield ExampleResult(rule, verdict, ruleset.source, where, strategy, as_of, judgements, shows)


def example_faults(ruleset: Ruleset, rule: Rule) -> list[Problem]:
    """What makes examples of a rule no fragments of a strategy."""
    problems: list[Problem] = []
    for _, fragment, where in _fragments(rule):
        try:
            _strategy(ruleset, rule, fragment, where)
        except InputError as error:
            problems += [replace(problem, kind=FaultKind.EXAMPLE_NO_STRATEGY) for problem in error.problems]
    return problems


def _fragments(rule: Rule) -> Iterator[tuple[Verdict, Any, Pointer]]:
    """Each example with its verdict and where it stands."""
    for verdict in VERDICTS:
        fragments = getattr(rule.text.examples, verdict.replace("-", "_"))
        at: Pointer = (*rule.at, "examples", str(verdict))
        if isinstance(fragments, list):
            for index, fragment in enumerate(fragments):
                yield verdict, fragment, (*at, index)
        elif fragments is not None:
            yield verdict, fragments, at


def _strategy(ruleset: Ruleset, rule: Rule, fragment: Any, at: Pointer) -> tuple[Strategy, date]:
    source = ruleset.source
    if not isinstance(fragment, dict):
        raise InputError.of("an example is a fragment of a strategy", "write its fields", source.place(at))
    data = dict(fragment)
    stated_day = data.pop("as_of", None)
    shows = data.pop("shows", None)
    if shows is not None and not isinstance(shows, str):
        raise InputError.of("`shows` takes text", "say what the example shows", source.place((*at, "shows")))
    as_of = _day(ruleset, rule) if stated_day is None else read_day(stated_day)
    if as_of is None:
        raise InputError.of("as_of is not a date", "write YYYY-MM-DD", source.place((*at, "as_of")))
    return strategy_of(_merge(_smallest(rule), data), rule.shape.document, source, at), as_of


def _day(ruleset: Ruleset, rule: Rule) -> date:
    source, reviewed = rule.text.source, ruleset.text.reviewed
    if source.until is not None and source.until < reviewed:
        return source.until
    return max(reviewed, source.in_force or reviewed)


def _smallest(rule: Rule) -> dict[str, Any]:
    organisation: dict[str, Any] = {"name": "Example"}
    strategy: dict[str, Any] = {"title": "Example", "organisation": organisation}
    if rule.text.sectors:
        organisation["sectors"] = [rule.text.sectors[0]]
    if rule.text.jurisdiction != EVERYWHERE:
        here = [rule.text.jurisdiction]
        strategy["markets"] = here
        organisation |= {"established_in": here, "staff_in": here, "listed_in": here}
    return strategy


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        under = merged.get(key)
        merged[key] = _merge(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged
