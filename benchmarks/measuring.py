# SPDX-License-Identifier: Apache-2.0
"""How all benchmarks measure and tell: parts in turn, CPU time, medians with their spread, tables.

Other work on the machine slows all parts of one run alike: compare the ratios within a run, never the times of two.
"""

import argparse
import gc
import inspect
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

FEWEST_ROUNDS = 3
_AT_LEAST, _SLOW = 0.01, 0.1  # seconds


@dataclass(frozen=True)
class Part:
    """What is measured, and the clock that counts it: seconds of CPU time."""

    run: Callable[[], object]
    clock: Callable[[], float] = time.process_time


@dataclass(frozen=True)
class Times:
    """What a part took in each round, in milliseconds."""

    rounds: Sequence[float]

    @property
    def median(self) -> float:
        """The median, in milliseconds."""
        return statistics.median(self.rounds)

    def __str__(self) -> str:
        """The median and the spread, for a cell of a table."""
        return f"{figure(self.median)} ({figure(min(self.rounds))} to {figure(max(self.rounds))})"


def in_turn(parts: Mapping[str, Part], rounds: int, seconds: float = 2.0) -> dict[str, Times]:
    """What a run of each part takes, in turn (A B C A B C ...).

    At its turn a part runs once to warm up, unless it is slow, and then for a hundredth of a second or once; the mean
    counts. A part that has used up its ``seconds`` is left out of further rounds, once it had FEWEST_ROUNDS. What was
    made before is not searched for garbage over and over.
    """
    gc.collect()
    gc.freeze()
    expected = {name: _once(part) for name, part in parts.items()}
    taken: dict[str, list[float]] = {name: [] for name in parts}
    for _ in range(rounds):
        for name, part in parts.items():
            if len(taken[name]) < FEWEST_ROUNDS or sum(taken[name]) < seconds:
                if expected[name] < _SLOW:
                    part.run()
                times = max(1, round(_AT_LEAST / max(expected[name], _AT_LEAST / 1000)))
                taken[name].append(_once(Part(partial(_repeat, part.run, times), part.clock)) / times)
    gc.unfreeze()
    return {name: Times([1000 * each for each in times]) for name, times in taken.items()}


def _once(part: Part) -> float:
    start = part.clock()
    part.run()
    return part.clock() - start


def _repeat(run: Callable[[], object], times: int) -> None:
    for _ in range(times):
        run()


def figure(value: float) -> str:
    """A figure with as many digits as say something."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2g}"


@dataclass(frozen=True)
class Table:
    """Figures side by side, with what a reader must know of them."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""

    def markdown(self) -> str:
        """The table, to read as text or as Markdown."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        lines = [
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
            for row in (self.head, ["-" * width for width in widths], *self.rows)
        ]
        return "\n".join([f"### {self.title}", *(["", self.note] if self.note else []), "", *lines, ""])


def run_alone(doc: str | None, tables: Callable[..., Iterable[Table]]) -> None:
    """Run a benchmark from the command line: an option for each number that ``tables`` takes, then print each table."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, parameter in inspect.signature(tables).parameters.items():
        parser.add_argument(f"--{name}", type=int, default=parameter.default, help=f"Default: {parameter.default}.")
    for table in tables(**vars(parser.parse_args())):
        print(table.markdown(), flush=True)
