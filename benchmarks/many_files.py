# SPDX-License-Identifier: Apache-2.0
"""How long a check of many strategies takes as a whole process, in one and in two, beside tools of the same kind.

Run: python benchmarks/many_files.py [--files 100] [--runs 5]. The files are copies of an example. Figures are medians
of whole processes, in seconds, taken in turn (A B C A B C ...) so that a machine that slows down slows all of them;
memory is that of the largest single process. Peers are run if they are installed beside this Python: check-jsonschema
with the schema of a strategy, which is the part of a check that it can do, and yamllint.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "regional-bank-us.yaml"
SCHEMA = ROOT / "schemas" / "strategy.schema.json"
BIN = Path(sys.executable).parent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder) / f"{number:04}.yaml") for number in range(arguments.files)]
        for file in files:
            shutil.copy(EXAMPLE, file)
        check = [str(BIN / "govrules"), "check", folder, "--quiet", "--fail-on", "never"]
        commands = {
            "govrules check, one strategy": [str(BIN / "govrules"), "check", files[0], "--fail-on", "never"],
            "govrules check --jobs 1": [*check, "--jobs", "1"],
            "govrules check --jobs 2": [*check, "--jobs", "2"],
            "check-jsonschema": [str(BIN / "check-jsonschema"), "--schemafile", str(SCHEMA), *files],
            "yamllint": [str(BIN / "yamllint"), "-d", "relaxed", *files],
        }
        measure({name: command for name, command in commands.items() if Path(command[0]).exists()}, arguments.runs)


def measure(commands: dict[str, list[str]], runs: int) -> None:
    """Run each command so often, in turn, and print the figures."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    memory: dict[str, int] = dict.fromkeys(commands, 0)
    for _ in range(runs + 1):  # the first round warms up and is dropped
        for name, command in commands.items():
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, _, usage = os.wait4(process.pid, 0)
            taken[name].append(time.perf_counter() - start)
            memory[name] = max(memory[name], usage.ru_maxrss)
    for name, times in taken.items():
        counted = times[1:]
        print(
            f"{name:32} median {statistics.median(counted):6.2f} s   min {min(counted):6.2f}   max {max(counted):6.2f}"
            f"   {memory[name] / 1024:4.0f} MB"
        )


if __name__ == "__main__":
    main()
