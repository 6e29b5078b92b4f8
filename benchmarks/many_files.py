# SPDX-License-Identifier: Apache-2.0
"""What a check of many strategies takes as a whole process, in one and in two, beside tools of the same kind.

Run: python benchmarks/many_files.py [--files 40] [--rounds 3]. The files are copies of an example. CPU time of whole
processes with their children, taken in turn (A B C A B C ...); memory is that of the largest single process. Peers are
run if they are installed beside this Python: check-jsonschema with the schema of a strategy, which is the part of a
check that it can do, and yamllint.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measuring import BIN, EXAMPLE, ROOT, Command, Result, Table, figure, processes_in_turn, run_alone

SCHEMA = ROOT / "schemas" / "strategy.schema.json"
ONE_JOB = "govrules check --jobs 1"


def results(files: int = 40, rounds: int = 3) -> Iterator[Result]:
    """The processes side by side."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number:04}.yaml" for number in range(files)]
        for path in paths:
            shutil.copy(EXAMPLE, path)
        check = [BIN / "govrules", "check", folder, "--quiet", "--fail-on", "never"]
        commands: dict[str, Command] = {
            "govrules check, one of them": [BIN / "govrules", "check", paths[0], "--fail-on", "never"],
            ONE_JOB: [*check, "--jobs", "1"],
            "govrules check --jobs 2": [*check, "--jobs", "2"],
            "check-jsonschema": [BIN / "check-jsonschema", "--schemafile", SCHEMA, *paths],
            "yamllint": [BIN / "yamllint", "-d", "relaxed", *paths],
        }
        commands = {name: command for name, command in commands.items() if Path(command[0]).exists()}
        taken = processes_in_turn(commands, rounds)
    yield Table(
        f"{files} files",
        ["process", "ratio", "CPU ms", "MB"],
        [
            (name, figure(each.times.median / taken[ONE_JOB].times.median), str(each.times), f"{each.megabytes:.0f}")
            for name, each in taken.items()
        ],
        "Whole processes on copies of the bank example: CPU time, median with the least and the most; memory at most.",
    )


if __name__ == "__main__":
    run_alone(__doc__, results)
