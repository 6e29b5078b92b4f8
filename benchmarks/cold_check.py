# SPDX-License-Identifier: Apache-2.0
"""What a cold check takes as a whole process, beside tools of the same kind.

Run: python benchmarks/cold_check.py [--rounds 10]. CPU time and memory of whole processes, taken in turn (A B C A B C
...), and the instructions that a check and its bare imports execute, where valgrind is installed. Tools that are not
installed beside this Python, or by `npm ci` in benchmarks/, are left out. Spectral reads the same file and checks 100
rules of the neutral list (benchmarks/peer/rules.py).
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from measuring import (
    BIN,
    EXAMPLE,
    ROOT,
    Command,
    Goal,
    Processes,
    Result,
    Table,
    figure,
    instructions,
    processes_in_turn,
    run_alone,
)
from peer import spectral
from peer.rules import rules

IMPORTS = "python -c 'import click, pydantic, yaml'"
MODEL = "the model of a strategy alone, defined and built"
CHECK = "govrules check, all bundled rules"
SPECTRAL = "Spectral, 100 rules"


def results(rounds: int = 10) -> Iterator[Result]:
    """The processes side by side, and the goals about them."""
    with tempfile.TemporaryDirectory() as folder:
        commands = commands_in(Path(folder))
        taken = processes_in_turn(commands, rounds)
        counted = {name: instructions(commands[name]) for name in (IMPORTS, MODEL, CHECK)}
    unit = taken[IMPORTS].times.median
    yield Table(
        "A cold check",
        ["process", "ratio", "CPU ms", "MB", "million instructions", "ratio"],
        [_row(name, each, unit, counted.get(name), counted[IMPORTS]) for name, each in taken.items()],
        "Whole processes on the bank example: CPU time, median with the least and the most; memory at most. Ratios are "
        "to the imports alone. Defining the model and building its validators comes before any check.",
    )
    yield from _goals(taken, counted)


def _row(name: str, each: Processes, unit: float, executed: int | None, imports: int | None) -> list[str]:
    row = [name, figure(each.times.median / unit), str(each.times), f"{each.megabytes:.0f}"]
    return [*row, f"{executed / 1e6:.0f}", figure(executed / imports)] if executed and imports else [*row, "", ""]


def _goals(taken: Mapping[str, Processes], counted: Mapping[str, int | None]) -> Iterator[Goal]:
    check, imports = counted[CHECK], counted[IMPORTS]
    if check and imports:
        ratio = check / imports
        yield Goal("A cold check, to its bare imports, in instructions", "at most 3.5", figure(ratio), ratio <= 3.5)
    if SPECTRAL in taken:
        ratio = taken[CHECK].times.median / taken[SPECTRAL].times.median
        yield Goal("A cold check, to Spectral with 100 rules", "at most a third", figure(ratio), ratio <= 1 / 3)


def commands_in(folder: Path) -> Mapping[str, Command]:
    """The processes by name; what they need besides the example is written into ``folder``."""
    schema, ruleset = folder / "any.json", folder / "spectral.json"
    schema.write_text(json.dumps({"type": "object"}))
    ruleset.write_text(json.dumps(spectral.ruleset(rules(100))))
    lint = ["lint", "--ruleset", ruleset, "--quiet", EXAMPLE]
    commands: dict[str, Command] = {
        IMPORTS: [sys.executable, "-c", "import click, pydantic.main, yaml"],
        MODEL: [
            sys.executable,
            "-c",
            "import click, pydantic.main, yaml; from govrules import Strategy; Strategy.model_rebuild(force=True)",
        ],
        "govrules --version": [BIN / "govrules", "--version"],
        CHECK: [BIN / "govrules", "check", EXAMPLE],
        SPECTRAL: [ROOT / "benchmarks" / "node_modules" / ".bin" / "spectral", *lint],
        "check-jsonschema": [BIN / "check-jsonschema", "--schemafile", schema, EXAMPLE],
        "yamllint": [BIN / "yamllint", "-d", "relaxed", EXAMPLE],
    }
    return {name: command for name, command in commands.items() if Path(command[0]).exists()}


if __name__ == "__main__":
    run_alone(__doc__, results)
