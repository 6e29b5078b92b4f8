# SPDX-License-Identifier: Apache-2.0
"""Runs all benchmarks and writes RESULTS.md: goals, machine, and the tables of each; `make bench` calls it.

Run: python benchmarks/run.py [NAME...] [--rounds 3 ...]. With names (peers, parts, ...) only these are run; an option
is passed to each benchmark that has it. RESULTS.md is written anew after each, so that a run that is stopped leaves
what it has; the rest is marked as not run. Each benchmark has a process of its own. What takes hours or asserts more
than speed is run by itself: durable_faults.py, durable_memory.py, durable_parity.py, html_page.py.
"""

import argparse
import importlib
import inspect
import multiprocessing
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from measuring import ROOT, Goal, Result, Table, goals

BENCHMARKS = {
    "peers": "govrules beside other rule engines",
    "parts": "Inside a check",
    "interview": "Judging again",
    "cold_check": "Whole processes",
    "many_files": "Many files",
    "growth": "Growth",
    "questions": "Questions",
}
OPTIONS = ("rounds", "answers", "files", "rules", "channels", "documents")
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Run the benchmarks that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    for option in OPTIONS:
        parser.add_argument(f"--{option}", type=int)
    options = vars(parser.parse_args())
    names = options.pop("names")
    if unknown := set(names) - set(BENCHMARKS):
        sys.exit(f"error: there is no benchmark {', '.join(unknown)}; choose from {', '.join(BENCHMARKS)}")
    found: dict[str, Sequence[Result]] = {}
    begun = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine()}"
    for name in names or BENCHMARKS:
        found[name] = alone(name, {name: value for name, value in options.items() if value is not None})
        RESULTS.write_text(told(found, begun), encoding="utf-8")
        for result in found[name]:
            print((result if isinstance(result, Table) else goals([result])).markdown(), flush=True)


def alone(name: str, options: Mapping[str, int]) -> Sequence[Result]:
    """What a benchmark finds, in a process of its own: memory counts from where a process starts."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_results, name, options).result()


def _results(name: str, options: Mapping[str, int]) -> Sequence[Result]:
    results = importlib.import_module(name).results
    taken = inspect.signature(results).parameters
    return list(results(**{option: number for option, number in options.items() if option in taken}))


def told(found: dict[str, Sequence[Result]], begun: str) -> str:
    """The text of RESULTS.md."""
    parts = [
        "<!-- Written by `make bench` (benchmarks/run.py): do not edit. -->\n# Benchmarks\n",
        "Other work on a machine slows all parts of a run alike: compare the ratios, never the times of two runs.\n\n"
        f"Run {begun}.\n",
        goals([one for results in found.values() for one in results if isinstance(one, Goal)]).markdown("##"),
    ]
    for name, title in BENCHMARKS.items():
        tables = [one.markdown() for one in found.get(name, ()) if isinstance(one, Table)]
        chart = ["![Time and memory as rules, channels and documents grow](growth.svg)\n"] if name == "growth" else []
        parts += [f"## {title}\n\n`benchmarks/{name}.py`\n", *(chart + tables if tables else ["Not run.\n"])]
    return "\n".join(parts)


def machine() -> str:
    """What ran it: commit, Python, processor, how busy it was."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    models = [line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = [int(line.split()[1]) / 2**20 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")]
    return (
        f"commit {commit.stdout.strip() or 'unknown'}, CPython {platform.python_version()}, {platform.system()} "
        f"{platform.machine()}, {os.cpu_count()} cores{f' of {models[0]}' if models else ''}"
        f"{f', {memory[0]:.0f} GB' if memory else ''}; {os.getloadavg()[0]:.0f} processes waited for them at the start"
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


if __name__ == "__main__":
    main()
