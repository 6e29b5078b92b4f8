# SPDX-License-Identifier: Apache-2.0
"""Where the time of a check goes inside one process, as ratios to loading the document from YAML.

Run: python benchmarks/parts.py [--rounds 25]. On the bank example, as YAML and as JSON, with all bundled rules.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from measuring import EXAMPLE, Goal, Part, Result, Table, figure, in_turn, run_alone

from govrules import Strategy, check, load_rulesets, load_strategy
from govrules.assessment import assess
from govrules.engines import CompiledEngine
from govrules.output.json_format import render
from govrules.source import read

AS_OF = date(2026, 11, 29)
LOAD_YAML = "loading the YAML document"
LOAD_JSON = "loading the JSON document"
VALIDATE = "pydantic alone: Strategy.model_validate_json"
JUDGE = "judging by all rules, engine reused"
CHECK = "check() of the YAML file, rulesets reused"


def results(rounds: int = 25) -> Iterator[Result]:
    """The parts side by side, and the goals about them."""
    with tempfile.TemporaryDirectory() as folder:
        as_json = Path(folder) / "bank.json"
        as_json.write_text(json.dumps(read(EXAMPLE).data, indent=2))
        taken = in_turn(parts(as_json), rounds)
    unit = taken[LOAD_YAML].median
    yield Table(
        "Parts of a check",
        ["part", "ratio", "ms"],
        [(name, figure(times.median / unit), str(times)) for name, times in taken.items()],
        f"The bank example ({EXAMPLE.stat().st_size // 1024} KB), {len(load_rulesets().rules)} rules, in process; CPU "
        "time, median with the least and the most. The ratio is to loading the YAML document.",
    )
    judge, load_json, whole = (taken[one].median for one in (JUDGE, LOAD_JSON, CHECK))
    whole_by_validation = whole / taken[VALIDATE].median
    yield _goal("Judging all rules, to loading the document from YAML", "at most 0.25", judge / unit, judge <= unit / 4)
    yield _goal("Loading YAML, to loading JSON", "at least 5", unit / load_json, unit >= 5 * load_json)
    yield _goal(
        "A whole check with a reused engine, to pydantic's validation",
        "at most 10",
        whole_by_validation,
        whole_by_validation <= 10,
    )


def _goal(what: str, aim: str, ratio: float, reached: bool) -> Goal:
    return Goal(what, aim, figure(ratio), reached)


def parts(as_json: Path) -> Mapping[str, Part]:
    """What is measured, by name."""
    rulesets = load_rulesets()
    shapes = rulesets.shapes  # made once, as `check` does
    document = load_strategy(EXAMPLE, shapes=shapes)
    strategy = document.strategy
    as_values = strategy.model_dump_json(exclude_unset=True)
    rules = tuple(rulesets.rules.values())
    engine = CompiledEngine(rulesets.concepts)
    report = assess(document, rulesets, as_of=AS_OF, engine=engine)
    named = {
        "parsing the same as JSON (json.loads)": lambda: json.loads(as_json.read_text()),
        VALIDATE: lambda: Strategy.model_validate_json(as_values),
        "reading the YAML document": lambda: read(EXAMPLE),
        "reading the JSON document": lambda: read(as_json),
        LOAD_YAML: lambda: load_strategy(EXAMPLE, shapes=shapes),
        LOAD_JSON: lambda: load_strategy(as_json, shapes=shapes),
        JUDGE: lambda: engine.judge(rules, strategy, AS_OF),
        "judging with a new engine": lambda: CompiledEngine(rulesets.concepts).judge(rules, strategy, AS_OF),
        "the whole report, engine reused": lambda: assess(document, rulesets, as_of=AS_OF, engine=engine),
        CHECK: lambda: check(EXAMPLE, rulesets, as_of=AS_OF, engine=engine),
        "check() of the JSON file, rulesets reused": lambda: check(as_json, rulesets, as_of=AS_OF, engine=engine),
        "writing the report as JSON": lambda: render([report]),
    }
    return {name: Part(run) for name, run in named.items()}


if __name__ == "__main__":
    run_alone(__doc__, results)
