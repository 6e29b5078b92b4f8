# SPDX-License-Identifier: Apache-2.0
"""How time and memory grow with rules, channels and documents: no worse than linear.

Run: python benchmarks/growth.py [--rules 10000] [--channels 200] [--documents 10000]: up to so many. Each point is
measured in a process of its own. Rules: the neutral ones (benchmarks/peer/rules.py), loaded and used to check a
strategy of ten channels. Channels: a check by all bundled rules; a strategy takes 200 elements of lists. Documents:
lines for `govrules check --jsonl --jobs 1`, each a strategy of one channel, by 100 rules. Draws growth.svg.
"""

import json
import multiprocessing
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from measuring import BIN, Goal, Part, Result, Table, figure, in_turn, process, run_alone
from peer.own import ruleset_of, written
from peer.rules import generated, rules

from govrules import check, load_rulesets, parse_strategy

AS_OF = date(2026, 11, 30)
CHART = Path(__file__).with_name("growth.svg")
VEGA_LITE = "5.21"  # as in govrules/output/html/charts.py
MOST = {"rules": 10_000, "channels": 200, "documents": 1_000_000}
_NOISE = 1.15  # how much more than linear a step may take to count as linear


@dataclass(frozen=True)
class Point:
    """What so many rules, channels or documents took."""

    number: int
    milliseconds: float
    megabytes: float


def results(rules: int = 10_000, channels: int = 200, documents: int = 10_000) -> Iterator[Result]:
    """A table and a goal for each kind of growth; the chart of all is written at the end."""
    lines: dict[str, list[Point]] = {}
    for kind, most in (("rules", rules), ("channels", channels), ("documents", documents)):
        lines[kind] = [alone(_POINTS[kind], number) for number in steps(most)]
        left_out = [number for number in steps(MOST[kind]) if number > most]
        yield Table(
            f"From {lines[kind][0].number} to {lines[kind][-1].number:,} {kind}",
            [kind, "CPU ms", f"per {kind[:-1]}", "MB"],
            [*map(_row, lines[kind]), *([f"{number:,}", "not run", "", ""] for number in left_out)],
            _NOTES[kind],
        )
        yield goal(kind, lines[kind])
    CHART.write_text(drawn(lines), encoding="utf-8")


def _row(one: Point) -> list[str]:
    each = figure(one.milliseconds / one.number)
    return [f"{one.number:,}", figure(one.milliseconds), each, f"{one.megabytes:.0f}"]


_NOTES = {
    "rules": "One check of a strategy of ten channels, rules loaded; memory at most, with loading the rules.",
    "channels": "One check by all bundled rules, which are loaded; memory at most.",
    "documents": "A whole process, `govrules check --jsonl --jobs 1`, by 100 rules.",
}


def steps(most: int) -> list[int]:
    """1 (or 10), 10, 100 ... and the last."""
    return sorted({10**power for power in range(7) if 10**power < most} | {most})


def alone(measure: Callable[[int], Point], number: int) -> Point:
    """A point, measured in a process of its own, whose memory is that of this point."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(measure, number).result()


def of_rules(number: int) -> Point:
    """A check by so many rules."""
    return _checked(generated(10), number, ruleset_of(rules(number)))


def of_channels(number: int) -> Point:
    """A check of so many channels."""
    return _checked(generated(number), number, load_rulesets())


def _checked(data: dict[str, Any], number: int, rulesets: Any) -> Point:
    document = parse_strategy(json.dumps(data))
    (times,) = in_turn({"": Part(lambda: check(document, rulesets, as_of=AS_OF))}, rounds=3).values()
    return Point(number, times.median, _most_megabytes())


def of_documents(number: int) -> Point:
    """A process that checks so many documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (file,) = written(rules(100), folder)
        line = json.dumps(generated(1)) + "\n"
        with (folder / "plans.jsonl").open("w") as plans:
            plans.writelines(line for _ in range(number))
        own = ["--no-config", "--no-bundled", "--ruleset", file, "--jobs", "1", "--fail-on", "never"]
        where = ["--jsonl", folder / "plans.jsonl", "--output", folder / "rows.jsonl"]
        return Point(number, *process([BIN / "govrules", "check", *own, *where]))


_POINTS = {"rules": of_rules, "channels": of_channels, "documents": of_documents}


def _most_megabytes() -> float:
    """What this process held in memory at most (Linux)."""
    (line,) = (one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def goal(kind: str, points: Sequence[Point]) -> Goal:
    """Whether the last step costs no more than the figures of it grew."""
    before, last = points[-2:]
    more = last.number / before.number
    time, memory = last.milliseconds / before.milliseconds, last.megabytes / before.megabytes
    return Goal(
        f"Growth with {kind}, from {before.number:,} to {last.number:,}",
        f"no worse than linear ({figure(more)} times)",
        f"{figure(time)} times the time, {figure(memory)} times the memory",
        max(time, memory) <= _NOISE * more,
    )


def drawn(lines: dict[str, list[Point]]) -> str:
    """The chart: for each kind time above memory, both axes logarithmic, with a dashed line of what is linear."""
    import vl_convert

    columns = [{"vconcat": [_panel(kind, points, measure) for measure in _MEASURES]} for kind, points in lines.items()]
    spec = {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE}.json",
        "background": "white",
        "config": {"font": "Helvetica Neue, Arial, Liberation Sans, sans-serif"},
        "title": "Time and memory as rules, channels and documents grow; dashed: linear growth",
        "hconcat": columns,
    }
    svg: str = vl_convert.vegalite_to_svg(json.dumps(spec), vl_version=VEGA_LITE)
    return svg


_MEASURES = {"milliseconds": "CPU time, ms", "megabytes": "memory, MB"}


def _panel(kind: str, points: Sequence[Point], measure: str) -> dict[str, Any]:
    values = [{"x": one.number, "y": getattr(one, measure)} for one in points]
    least, last = min(each["y"] for each in values), values[-1]
    reached = max(values[0]["x"], last["x"] * least / last["y"])
    linear = [{"x": reached, "y": last["y"] * reached / last["x"]}, last]
    decades = [10**power for power in range(8)]
    log = {"type": "quantitative", "scale": {"type": "log"}}
    x = {"field": "x", **log, "axis": {"title": kind, "values": decades, "format": "~s"}}
    y = {"field": "y", **log, "axis": {"title": _MEASURES[measure], "grid": False}}
    mark = {"type": "line", "color": "#4d8a72"}
    line = {"data": {"values": values}, "mark": {**mark, "point": {"color": "#4d8a72"}}}
    dashed = {"data": {"values": linear}, "mark": {**mark, "strokeDash": [4, 4], "color": "#5b6472"}}
    return {"width": 220, "height": 150, "layer": [dashed, line], "encoding": {"x": x, "y": y}}


if __name__ == "__main__":
    run_alone(__doc__, results)
