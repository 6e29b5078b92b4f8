# SPDX-License-Identifier: Apache-2.0
"""Embedding: how much one process grows when it checks 50,000 strategies with each engine, and from eight threads.

Run: python benchmarks/durable_memory.py [--strategies 50000] [--ruleset finance/us]. Each strategy is new, generated
over the whole model, and gets its whole report through the library's check(). Growth is what the process holds in
memory after the last strategy more than after the first thousand, when everything is compiled. Linux only; exits with 1
where an engine grows by more than 30 MB, or where a thread gets another answer than one thread alone.
"""

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "engines"))

from parity import document, strategy

from govrules import Strategy, check, load_rulesets
from govrules.engines.named import EngineName, engine_named
from govrules.ruleset import Rulesets

AS_OF = date(2026, 11, 23)
WARM = 1_000
MOST_MEGABYTES = 30
THREADS = 8


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strategies", type=int, default=50_000)
    parser.add_argument("--ruleset", default="finance/us", help="The bundled ruleset to check by. Default: finance/us.")
    chosen = parser.parse_args()
    rulesets = load_rulesets()
    names: tuple[EngineName, ...] = ("compiled", "durable")
    good = [grows_little(name, rulesets, chosen.ruleset, chosen.strategies) for name in names]
    good += [threads_agree(name, rulesets, chosen.ruleset, chosen.strategies // 50) for name in names]
    sys.exit(0 if all(good) else 1)


def strategies(number: int) -> Iterator[Strategy]:
    """New strategies, always the same ones."""
    random = Random(number)
    return (strategy(document(random)) for _ in range(number))


def grows_little(name: EngineName, rulesets: Rulesets, ruleset: str, number: int) -> bool:
    """Check that many strategies in this thread."""
    engine = engine_named(name, rulesets.concepts)
    start, before, findings = time.perf_counter(), 0.0, 0
    for index, about in enumerate(strategies(number)):
        if index == WARM:
            before = megabytes()
        findings += len(check(about, rulesets, as_of=AS_OF, select=[ruleset], engine=engine).findings)
    grown = megabytes() - before
    taken = time.perf_counter() - start
    print(
        f"{name}: {number} strategies by {ruleset}, {findings} findings, {1000 * taken / number:.2f} ms each with "
        f"making them, grown by {grown:.1f} MB from {before:.0f} MB",
        flush=True,
    )
    return grown < MOST_MEGABYTES


def threads_agree(name: EngineName, rulesets: Rulesets, ruleset: str, number: int) -> bool:
    """Check the same strategies from eight threads at once with one engine, and alone."""
    cases = list(strategies(number))

    def findings(engine: object) -> list[object]:
        return [check(about, rulesets, as_of=AS_OF, select=[ruleset], engine=engine).findings for about in cases]

    shared = engine_named(name, rulesets.concepts)
    alone = findings(engine_named(name, rulesets.concepts))
    with ThreadPoolExecutor(THREADS) as threads:
        same = all(found == alone for found in threads.map(findings, [shared] * THREADS))
    print(f"{name}: {number} strategies from {THREADS} threads at once: {'the same answers' if same else 'DIFFERENT'}")
    return same


def megabytes() -> float:
    """What the process holds in memory now, in MB."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
