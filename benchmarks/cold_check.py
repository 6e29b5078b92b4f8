# SPDX-License-Identifier: Apache-2.0
"""How long a cold check takes as a whole process, beside tools of the same kind.

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


if __name__ == "__main__":
    main()
