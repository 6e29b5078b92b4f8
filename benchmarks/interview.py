# SPDX-License-Identifier: Apache-2.0
"""What an answer costs: judging again after it, beside judging all rules anew.

Run: python benchmarks/interview.py [--rounds 50]. On the bank example with all bundled rules: yes-or-no answers that
the example states are turned round, and judged again by the rules that read them, and by all rules, in turn. CPU time
of this process, in milliseconds. How many answers an interview takes: benchmarks/questions.py.
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from govrules import load_rulesets
from govrules.engines.again import FieldIndex, Judged
from govrules.engines.compiled import CompiledEngine
from govrules.source.read import read
from govrules.strategy.answers import document_from, strategy_with

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "regional-bank-us.yaml"
AS_OF = date(2026, 11, 29)
RULESETS = load_rulesets()
TRUTH = read(EXAMPLE).data


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    one_answer(parser.parse_args().rounds)


def one_answer(rounds: int) -> None:
    """Print what it takes to judge again after one answer, and to judge everything."""
    index = FieldIndex(tuple(RULESETS.rules.values()), RULESETS.concepts, AS_OF)
    before = Judged.of(CompiledEngine(RULESETS.concepts), index, document_from(TRUTH, RULESETS.shapes).strategy)
    answers = [(pointer, value) for pointer, value in leaves(TRUTH) if isinstance(value, bool)]
    again, anew = [], []
    for number in range(rounds):
        pointer, value = answers[number * 7 % len(answers)]
        strategy = strategy_with(before.strategy, pointer, not value)
        start = time.process_time()
        before.after(strategy)
        between = time.process_time()
        Judged.of(before.engine, index, strategy)
        again.append(1000 * (between - start))
        anew.append(1000 * (time.process_time() - between))
    for name, times in (("again, by what reads it", again), ("all rules anew", anew)):
        print(f"{name:25} median {statistics.median(times):7.3f} ms   min {min(times):.3f}   max {max(times):.3f}")
    print(f"{'ratio of the medians':25} {statistics.median(anew) / statistics.median(again):.0f}")


def leaves(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each value of a document with its place."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield at, value
    for key, below in items or ():
        yield from leaves(below, (*at, key))


if __name__ == "__main__":
    main()
