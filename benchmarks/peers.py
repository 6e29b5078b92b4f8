# SPDX-License-Identifier: Apache-2.0
"""govrules beside other rule engines: the same rules on the same strategies, in process.

Run: python benchmarks/peers.py [--rounds 10]. `make bench` installs the engines; those that are missing are named.
100 and 1,000 rules are made from one neutral list (benchmarks/peer/rules.py) and judge a strategy of one channel, one
of ten, and the bank example. Rules are compiled and strategies converted beforehand, as far as an engine can. Engines
take turns (A B C A B C ...). An engine that names other rules as broken than govrules does is void.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of_package
from typing import Any

from measuring import Goal, Part, Result, Table, Times, figure, in_turn, run_alone
from peer import in_node, in_python, own
from peer.contender import Contender, Prepare
from peer.rules import rules, strategies

OURS = own.CONTENDERS[0].package
CONTENDERS = (*own.CONTENDERS, *in_python.CONTENDERS, *in_node.CONTENDERS)


def results(rounds: int = 10, fewest: int = 100, most: int = 1000) -> Iterator[Result]:
    """What the engines take, a table for each number of rules, and what they give."""
    missing: dict[str, str] = {}
    for number in sorted({fewest, most}):
        yield from side_by_side(CONTENDERS, number, rounds, missing)
    yield what_they_give(missing)


def side_by_side(
    contenders: Sequence[Contender], number: int, rounds: int, missing: dict[str, str]
) -> Iterator[Result]:
    """So many rules on each strategy. ``missing`` is told which engines cannot be run, and why."""
    ready: dict[Contender, Prepare] = {}
    for contender in contenders:
        try:
            ready[contender] = contender.make(rules(number))
        except ImportError as error:
            missing[contender.name] = f"not installed: {error}"
        except Exception as error:  # the engines have errors of their own for what they cannot take
            missing[contender.name] = f"{number} rules: {str(error).splitlines()[0]}"
    cells: dict[str, list[str]] = {contender.name: [contender.name] for contender in ready}
    ratios: dict[str, list[float]] = {contender.name: [] for contender in ready}
    for data in strategies().values():
        found = judged(ready, data, rounds)
        unit = found[own.COMPILED]
        assert isinstance(unit, Times)
        for name, times in found.items():
            if isinstance(times, Times):
                ratios[name].append(times.median / unit.median)
                cells[name] += [str(times), figure(ratios[name][-1])]
            else:
                cells[name] += ["void", times]
    yield Table(
        f"{number} rules, in process",
        ["engine", *(head for strategy in strategies() for head in (f"{strategy}, ms", "ratio"))],
        list(cells.values()),
        "Median CPU time, with the least and the most; the ratio is to govrules: above 1 an engine takes longer.",
    )
    others = {
        contender.name: min(ratios[contender.name], default=0.0) for contender in ready if contender.package != OURS
    }
    if others:
        slow, fastest = [ratio for ratio in others.values() if ratio >= 10], min(others, key=lambda name: others[name])
        yield Goal(
            f"{number} rules, in process, beside each other engine on each strategy",
            "at least 10 times as fast",
            f"beside {len(slow)} of {len(others)}; {fastest} takes {figure(others[fastest])} of the time",
            len(slow) == len(others),
        )


def judged(ready: Mapping[Contender, Prepare], data: Mapping[str, Any], rounds: int) -> dict[str, Times | str]:
    """What each engine takes on one strategy, or why its answer is void."""
    judges = {contender: prepare(data) for contender, prepare in ready.items()}
    answers = {contender: judge() for contender, judge in judges.items()}
    right = next(answer for contender, answer in answers.items() if contender.name == own.COMPILED)
    times = in_turn(
        {each.name: Part(judge, each.clock) for each, judge in judges.items() if answers[each] == right}, rounds
    )
    return {
        each.name: times.get(
            each.name, f"names {len(answer - right)} others, misses {len(right - answer)} of {len(right)}"
        )
        for each, answer in answers.items()
    }


def what_they_give(missing: Mapping[str, str]) -> Table:
    """What a caller has in hand after each engine judged, and what could not be run."""
    rows = []
    for contender in CONTENDERS:
        try:
            find = in_node.version if contender in in_node.CONTENDERS else version_of_package
            version = find(contender.package)
        except (ImportError, PackageNotFoundError):
            version = "-"
        rows.append([contender.name, version, missing.get(contender.name, contender.gives)])
    return Table("What they give", ["engine", "version", "for each rule and channel"], rows)


if __name__ == "__main__":
    run_alone(__doc__, results)
