# SPDX-License-Identifier: Apache-2.0
"""The long run: the compiled engine, the durable engine and the reference interpreter on a million generated pairs.

Run: python benchmarks/durable_parity.py [--pairs 1000000] [--seed 1000]. Each round draws 40 rulesets and 500
strategies over the whole model, each round from its own seed, and judges every strategy by every ruleset; what is
compared is each verdict of each subject, with the deciding fields of the two engines. Prints a line a round; the first
ten differences are written to durable_parity_differences.json, and the exit code is 1 if there is one.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "engines"))

from parity import hold

RULESETS, STRATEGIES = 40, 500


def main() -> None:
    """Run rounds until there are enough pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1000, help="The seed of the first round. Default: 1000.")
    wanted = parser.parse_args()
    pairs = rules = rulesets = 0
    verdicts: Counter[str] = Counter()
    differences: list[dict[str, Any]] = []
    start, seed = time.perf_counter(), wanted.seed
    with tempfile.TemporaryDirectory() as folder:
        while pairs < wanted.pairs:
            tally = hold(RULESETS, STRATEGIES, seed, Path(folder))
            pairs, rules, rulesets = pairs + tally.pairs, rules + tally.rules, rulesets + tally.rulesets
            verdicts += tally.verdicts
            differences += tally.differences
            seed += 1
            taken = time.perf_counter() - start
            print(
                f"{taken:7.0f} s  {pairs} pairs of {rulesets} rulesets ({rules} rules), "
                f"{verdicts.total()} verdicts {dict(verdicts)}, {len(differences)} differences, {_megabytes()} MB",
                flush=True,
            )
    if differences:
        Path("durable_parity_differences.json").write_text(json.dumps(differences[:10], indent=1), encoding="utf-8")
        sys.exit(1)


def _megabytes() -> int:
    """What the process holds in memory now (Linux), in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 // 1_000_000


if __name__ == "__main__":
    main()
