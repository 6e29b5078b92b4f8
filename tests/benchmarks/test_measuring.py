# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks count, and how RESULTS.md tells it."""

import sys
from itertools import count
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import growth
import run
from measuring import FEWEST_ROUNDS, Goal, Part, Table, figure, in_turn


def test_a_part_is_counted_by_its_own_clock_in_milliseconds():
    clock = count(step=0.25).__next__
    times = in_turn({"slow": Part(lambda: None, clock)}, rounds=4, seconds=60)["slow"]
    assert set(times.rounds) == {250.0}
    assert str(times) == "250 (250 to 250)"


def test_a_slow_part_gets_few_rounds_and_a_fast_one_all():
    slow, fast = count(step=1.0).__next__, count(step=0.02).__next__
    taken = in_turn({"slow": Part(lambda: None, slow), "fast": Part(lambda: None, fast)}, rounds=9, seconds=2)
    assert len(taken["slow"].rounds) == FEWEST_ROUNDS
    assert len(taken["fast"].rounds) == 9


@pytest.mark.parametrize(("value", "told"), [(1234.5, "1234"), (45.67, "45.7"), (4.567, "4.6"), (0.04567, "0.046")])
def test_a_figure_has_the_digits_that_say_something(value: float, told: str):
    assert figure(value) == told


def test_the_results_begin_with_the_goals_and_name_what_was_not_run():
    table = Table("Parts", ["part", "ms"], [["loading", "1"]], "CPU time.")
    missed = Goal("Loading YAML, to loading JSON", "at least 5", "4.6", reached=False)
    text = run.told({"parts": [table, missed]}, "at noon")
    goals, _, rest = text.partition("## ")[2].partition("\n## ")
    assert "| Loading YAML, to loading JSON | at least 5 | 4.6      | **missed** |" in goals
    assert "### Parts\n\nCPU time.\n\n| part    | ms |\n| ------- | -- |\n| loading | 1  |\n" in rest
    assert "`benchmarks/peers.py`\n\nNot run.\n" in rest


def test_growth_is_judged_by_the_last_step():
    def reached(milliseconds: float, megabytes: float) -> bool:
        points = [growth.Point(1, 90, 50), growth.Point(10, 100, 50), growth.Point(100, milliseconds, megabytes)]
        return growth.goal("rules", points).reached

    assert reached(1000, 60)
    assert not reached(2000, 60)
    assert not reached(1000, 600)


def test_growth_is_measured_at_each_power_of_ten_and_at_the_last():
    assert growth.steps(200) == [1, 10, 100, 200]
    assert growth.steps(10_000) == [1, 10, 100, 1000, 10_000]
