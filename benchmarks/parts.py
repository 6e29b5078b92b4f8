# SPDX-License-Identifier: Apache-2.0
"""Where the time of a check goes inside one process, as ratios to loading the document from YAML.

Run: python benchmarks/parts.py [--rounds 25]. On the bank example, as YAML and as JSON, with all bundled rules. The
parts are run in turn (A B C A B C ...) and counted in CPU time of this process, so that a busy machine slows all of
them alike: compare the ratios, not the milliseconds.
"""

import argparse
import gc
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from govrules import load_rulesets, load_strategy
from govrules.assessment import assess
from govrules.engines import CompiledEngine
from govrules.output.json_format import render
from govrules.source import read

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "regional-bank-us.yaml"
AS_OF = date(2026, 11, 29)
MEASURE = "loading the YAML document"


def main() -> None:
    """Measure and print."""
    gc.set_threshold(100_000)  # as the command line does
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25)
    with tempfile.TemporaryDirectory() as folder:
        as_json = Path(folder) / "bank.json"
        as_json.write_text(json.dumps(read(EXAMPLE).data, indent=2))
        taken = measured(parts(as_json), parser.parse_args().rounds)
    unit = statistics.median(taken[MEASURE])
    for name, times in taken.items():
        median = statistics.median(times)
        print(f"{name:45} {median / unit:7.2f}   median {median:8.2f} ms   min {min(times):.2f}   max {max(times):.2f}")


def parts(as_json: Path) -> Mapping[str, Callable[[], object]]:
    """What is measured, by name."""
    rulesets = load_rulesets()
    shapes = rulesets.shapes  # made once, as `check` does
    document = load_strategy(EXAMPLE, shapes=shapes)
    rules = tuple(rulesets.rules.values())
    engine = CompiledEngine(rulesets.concepts)
    report = assess(document, rulesets, as_of=AS_OF, engine=engine)
    return {
        "parsing the same as JSON (json.loads)": lambda: json.loads(as_json.read_text()),
        "reading the YAML document": lambda: read(EXAMPLE),
        "reading the JSON document": lambda: read(as_json),
        MEASURE: lambda: load_strategy(EXAMPLE, shapes=shapes),
        "loading the JSON document": lambda: load_strategy(as_json, shapes=shapes),
        f"judging by {len(rules)} rules, engine reused": lambda: engine.judge(rules, document.strategy, AS_OF),
        "judging with a new engine": lambda: CompiledEngine(rulesets.concepts).judge(rules, document.strategy, AS_OF),
        "the whole report, engine reused": lambda: assess(document, rulesets, as_of=AS_OF, engine=engine),
        "writing the report as JSON": lambda: render([report]),
    }


def measured(named: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The CPU time of each part in each round, in milliseconds; the first round warms up and is dropped."""
    taken: dict[str, list[float]] = {name: [] for name in named}
    for number in range(rounds + 1):
        for name, part in named.items():
            start = time.process_time()
            part()
            if number:
                taken[name].append(1000 * (time.process_time() - start))
    return taken


if __name__ == "__main__":
    main()
