# SPDX-License-Identifier: Apache-2.0
"""How long a cold check takes as a whole process, beside tools of the same kind, and where the time goes inside.

Run: python benchmarks/cold_check.py [--runs 15]. Figures are medians of whole processes, in seconds, taken in turn
(A B C A B C ...) so that a machine that slows down slows all of them. Peers are run if they are installed beside this
Python: check-jsonschema and yamllint, each on the same file.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "regional-bank-us.yaml"
BIN = Path(sys.executable).parent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs: int = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "any.json"
        schema.write_text(json.dumps({"type": "object"}))
        commands = {
            "python importing click, pydantic, yaml": [sys.executable, "-c", "import click, pydantic.main, yaml"],
            "govrules --version": [str(BIN / "govrules"), "--version"],
            "govrules check (all bundled rules)": [str(BIN / "govrules"), "check", str(EXAMPLE)],
            "check-jsonschema": [str(BIN / "check-jsonschema"), "--schemafile", str(schema), str(EXAMPLE)],
            "yamllint": [str(BIN / "yamllint"), "-d", "relaxed", str(EXAMPLE)],
        }
        commands = {name: command for name, command in commands.items() if Path(command[0]).exists()}
        taken = {name: [] for name in commands}
        for _ in range(runs + 1):  # the first round warms up and is dropped
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
                taken[name].append(time.perf_counter() - start)
    for name, times in taken.items():
        counted = times[1:]
        print(f"{name:45} median {statistics.median(counted):.3f} s   min {min(counted):.3f}   max {max(counted):.3f}")
    inside()


def inside() -> None:
    """Print what parts of a check take inside one process, in milliseconds, median of 30."""
    from datetime import date

    from govrules import load_rulesets, load_strategy
    from govrules.assessment import assess
    from govrules.engines import CompiledEngine
    from govrules.source import read

    rulesets = load_rulesets()
    document = load_strategy(EXAMPLE)
    rules = list(rulesets.rules.values())
    engine = CompiledEngine(rulesets.concepts)
    as_of = date(2026, 11, 23)
    parts = {
        "reading the YAML document": lambda: read(EXAMPLE),
        "reading and validating it": lambda: load_strategy(EXAMPLE),
        f"evaluating {len(rules)} rules (compiled before)": lambda: engine.judge(rules, document.strategy, as_of),
        "compiling and evaluating": lambda: CompiledEngine(rulesets.concepts).judge(rules, document.strategy, as_of),
        "the whole report": lambda: assess(document, rulesets, as_of=as_of, engine=engine),
        "loading all rulesets": load_rulesets,
    }
    print()
    for name, part in parts.items():
        times = []
        for _ in range(31):
            start = time.perf_counter()
            part()
            times.append(time.perf_counter() - start)
        print(f"{name:45} {1000 * statistics.median(times[1:]):8.2f} ms")


if __name__ == "__main__":
    main()
