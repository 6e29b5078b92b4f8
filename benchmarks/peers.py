# SPDX-License-Identifier: Apache-2.0
"""govrules beside other rule engines: the same rules on the same strategies, in process.

Run: python benchmarks/peers.py [--rounds 15]. `make bench` installs the engines; those that are missing are named.
100 and 1,000 rules are made from one neutral list (benchmarks/peer/rules.py) and judge a strategy of one channel, one
of ten, and the bank example. Rules are compiled and strategies converted beforehand, as far as an engine can. Engines
take turns (A B C A B C ...). An engine that names other rules as broken than govrules does is void.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of_package
from typing import Any

from measuring import Part, Table, figure, in_turn, run_alone
from peer import in_node, in_python, own
from peer.contender import Contender, Prepare
from peer.rules import rules, strategies

CONTENDERS = (*own.CONTENDERS, *in_python.CONTENDERS, *in_node.CONTENDERS)


def tables(rounds: int = 15, fewest: int = 100, most: int = 1000) -> Iterator[Table]:
    """What the engines take, a table for each number of rules, and what they give."""
    missing: dict[str, str] = {}
    for number in sorted({fewest, most}):
        yield side_by_side(CONTENDERS, number, rounds, missing)
    yield what_they_give(missing)


def side_by_side(contenders: Sequence[Contender], number: int, rounds: int, missing: dict[str, str]) -> Table:
    """So many rules on each strategy. ``missing`` is told which engines cannot be run, and why."""
    ready: dict[Contender, Prepare] = {}
    for contender in contenders:
        try:
            ready[contender] = contender.make(rules(number))
        except ImportError as error:
            missing[contender.name] = f"not installed: {error}"
        except Exception as error:  # the engines have errors of their own for what they cannot take
            missing[contender.name] = f"{number} rules: {str(error).splitlines()[0]}"
    cells: dict[str, list[str]] = {contender.name: [] for contender in ready}
    for data in strategies().values():
        for name, (time, ratio) in judged(ready, data, rounds).items():
            cells[name] += [time, ratio]
    return Table(
        f"{number} rules",
        ["engine", *(head for strategy in strategies() for head in (f"{strategy}, ms", "ratio"))],
        [[name, *row] for name, row in cells.items()],
        "Median CPU time, with the least and the most; the ratio is to govrules: above 1 an engine takes longer.",
    )


def judged(ready: Mapping[Contender, Prepare], data: Mapping[str, Any], rounds: int) -> dict[str, tuple[str, str]]:
    """Time and ratio of each engine on one strategy, or why there is none."""
    judges = {contender: prepare(data) for contender, prepare in ready.items()}
    answers = {contender.name: judge() for contender, judge in judges.items()}
    right = answers[own.COMPILED]
    parts = {
        contender.name: Part(judge, contender.clock)
        for contender, judge in judges.items()
        if answers[contender.name] == right
    }
    times = in_turn(parts, rounds)
    unit = times[own.COMPILED].median
    return {
        name: (str(times[name]), figure(times[name].median / unit))
        if name in times
        else ("void", f"names {len(answer - right)} others, misses {len(right - answer)} of {len(right)}")
        for name, answer in answers.items()
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
    run_alone(__doc__, tables)
