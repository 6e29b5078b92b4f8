# SPDX-License-Identifier: Apache-2.0
"""How all benchmarks measure and tell: parts in turn, CPU time, medians with their spread, tables and goals.

Other work on the machine slows all parts of one run alike: compare the ratios within a run, never the times of two.
"""

import argparse
import gc
import inspect
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "regional-bank-us.yaml"
BIN = Path(sys.executable).parent
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

    At its turn a part runs once to warm up and then for a hundredth of a second, of which the mean counts; a slow part
    runs once. A part that has used up its ``seconds`` is left out of further rounds, once it had FEWEST_ROUNDS. Garbage
    is collected as the command line does it, and not in what was made before.
    """
    gc.collect()
    gc.freeze()
    before = gc.get_threshold()
    gc.set_threshold(100_000)
    expected = {name: _once(part) for name, part in parts.items()}
    taken = {name: [first] if first >= _SLOW else [] for name, first in expected.items()}
    for _ in range(rounds):
        for name, part in parts.items():
            if len(taken[name]) < FEWEST_ROUNDS or sum(taken[name]) < seconds:
                if expected[name] < _SLOW:
                    part.run()
                times = max(1, round(_AT_LEAST / max(expected[name], _AT_LEAST / 1000)))
                taken[name].append(_once(Part(partial(_repeat, part.run, times), part.clock)) / times)
    gc.set_threshold(*before)
    gc.unfreeze()
    return {name: Times([1000 * each for each in times]) for name, times in taken.items()}


def _once(part: Part) -> float:
    start = part.clock()
    part.run()
    return part.clock() - start


def _repeat(run: Callable[[], object], times: int) -> None:
    for _ in range(times):
        run()


Command = Sequence[str | Path]


@dataclass(frozen=True)
class Processes:
    """What whole processes of one command took: CPU time of each, and the memory of the largest."""

    times: Times
    megabytes: float


def processes_in_turn(commands: Mapping[str, Command], rounds: int) -> dict[str, Processes]:
    """What a whole process of each command takes, in turn; the first round warms up and is dropped."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            one = process(command)
            if number:
                taken[name].append(one)
    return {
        name: Processes(Times([milliseconds for milliseconds, _ in each]), max(megabytes for _, megabytes in each))
        for name, each in taken.items()
    }


def process(command: Command) -> tuple[float, float]:
    """The CPU time of one process with its children, in milliseconds, and its memory at most, in MB.

    Raises RuntimeError where it fails for another reason than what it found.
    """
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    if (code := os.waitstatus_to_exitcode(status)) not in (0, 1):
        raise RuntimeError(f"{' '.join(map(str, command))} ended with exit code {code}")
    return 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_maxrss / 1024


def instructions(command: Command) -> int | None:
    """How many instructions a process of a command executes, by valgrind; None where valgrind is not installed."""
    if not shutil.which("valgrind"):
        return None
    counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    counted = subprocess.run(
        [*counter, *command], capture_output=True, text=True, env=os.environ | {"PYTHONHASHSEED": "0"}, check=False
    )
    (number,) = re.findall(r"I\s+refs:\s+([\d,]+)", counted.stderr)
    return int(number.replace(",", ""))


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

    def markdown(self, heading: str = "###") -> str:
        """The table, to read as text or as Markdown."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        lines = [
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
            for row in (self.head, ["-" * width for width in widths], *self.rows)
        ]
        return "\n".join([f"{heading} {self.title}", *(["", self.note] if self.note else []), "", *lines, ""])


@dataclass(frozen=True)
class Goal:
    """What was aimed at, and whether it was reached."""

    what: str
    aim: str
    measured: str
    reached: bool

    def row(self) -> Sequence[str]:
        """A row of the table of goals."""
        return (self.what, self.aim, self.measured, "reached" if self.reached else "**missed**")


Result = Table | Goal


def goals(found: Iterable[Goal]) -> Table:
    """All goals side by side."""
    return Table("Goals", ["what", "goal", "measured", ""], [goal.row() for goal in found])


def run_alone(doc: str | None, results: Callable[..., Iterable[Result]]) -> None:
    """Run a benchmark from the command line: an option for each number that ``results`` takes; prints what comes."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, parameter in inspect.signature(results).parameters.items():
        parser.add_argument(f"--{name}", type=int, default=parameter.default, help=f"Default: {parameter.default}.")
    for result in results(**vars(parser.parse_args())):
        print((result if isinstance(result, Table) else goals([result])).markdown(), flush=True)
