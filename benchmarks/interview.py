# SPDX-License-Identifier: Apache-2.0
"""What an answer costs: judging again after it, beside judging all rules anew.

Run: python benchmarks/interview.py [--answers 20] [--rounds 10]. On the bank example with all bundled rules:
yes-or-no answers that the example states are turned round, and judged again by the rules that read them, and by all
rules, in turn. How many answers an interview takes: benchmarks/questions.py.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from measuring import EXAMPLE, Goal, Part, Result, Table, figure, in_turn, run_alone

from govrules import load_rulesets
from govrules.engines.again import FieldIndex, Judged
from govrules.engines.compiled import CompiledEngine
from govrules.source.read import read
from govrules.strategy.answers import document_from, strategy_with

AS_OF = date(2026, 11, 29)
AGAIN, ANEW = "again, by the rules that read it", "all rules anew"


def results(answers: int = 20, rounds: int = 10) -> Iterator[Result]:
    """What it takes to judge again after an answer, and to judge everything."""
    rulesets, truth = load_rulesets(), read(EXAMPLE).data
    index = FieldIndex(tuple(rulesets.rules.values()), rulesets.concepts, AS_OF)
    before = Judged.of(CompiledEngine(rulesets.concepts), index, document_from(truth, rulesets.shapes).strategy)
    stated = [(pointer, value) for pointer, value in leaves(truth) if isinstance(value, bool)]
    turned = [stated[number * 7 % len(stated)] for number in range(answers)]
    after = [strategy_with(before.strategy, pointer, not value) for pointer, value in turned]
    taken = in_turn(
        {
            AGAIN: Part(lambda: [before.after(strategy) for strategy in after]),
            ANEW: Part(lambda: [Judged.of(before.engine, index, strategy) for strategy in after]),
        },
        rounds,
    )
    yield Table(
        "After one changed answer",
        ["judging", "ratio", f"ms for {answers} answers"],
        [(name, figure(times.median / taken[AGAIN].median), str(times)) for name, times in taken.items()],
        f"The bank example, {len(rulesets.rules)} rules, in process; CPU time, median with the least and the most.",
    )
    one = taken[AGAIN].median / answers
    yield Goal("Judging after one changed answer", "under 1 ms", f"{figure(one)} ms", one < 1)


def leaves(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each value of a document with its place."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield at, value
    for key, below in items or ():
        yield from leaves(below, (*at, key))


if __name__ == "__main__":
    run_alone(__doc__, results)
