# SPDX-License-Identifier: Apache-2.0
"""What an interview costs: judging again after one answer, beside judging all rules anew, and how long it is.

Run: python benchmarks/interview.py [--rounds 50]. On the bank example with all bundled rules: yes-or-no answers that
the example states are turned round, and judged again by the rules that read them, and by all rules, in turn. Then the
example is asked for from its title, markets and sector: how many answers until nothing that could be a showstopper is
open, until the first gap that blocks the launch, and until nothing major is open; beside that the same questions in the
order of the report, which is what a blank form asks. CPU time of this process, in milliseconds.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from govrules import Interview, load_rulesets
from govrules.assessment.interview import NextQuestion
from govrules.engines.again import FieldIndex, Judged
from govrules.engines.compiled import CompiledEngine
from govrules.source.model_errors import label
from govrules.source.read import read
from govrules.strategy.answers import document_from, fields_named, key_of, stated_at, strategy_with
from govrules.verdict import Verdict

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "regional-bank-us.yaml"
AS_OF = date(2026, 11, 29)
RULESETS = load_rulesets()
TRUTH = read(EXAMPLE).data
Choose = Callable[[Interview], NextQuestion | None]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    one_answer(parser.parse_args().rounds)
    print()
    for name, choose in (("govrules ask", Interview.next), ("the order of the report", in_report_order)):
        print(f"{name:25} {length(choose)}")


def one_answer(rounds: int) -> None:
    """Print what it takes to judge again after one answer, and to judge everything."""
    index = FieldIndex(tuple(RULESETS.rules.values()), RULESETS.concepts, AS_OF)
    before = Judged.of(CompiledEngine(RULESETS.concepts), index, document_from(TRUTH, RULESETS.shapes).strategy)
    answers = [(pointer, value) for pointer, value in leaves(TRUTH) if isinstance(value, bool)]
    again, anew = [], []
    for number in range(rounds):
        pointer, value = answers[number * 7 % len(answers)]
        strategy = strategy_with(before.strategy, pointer, not value)
        start = time.process_time()
        before.after(strategy)
        between = time.process_time()
        Judged.of(before.engine, index, strategy)
        again.append(1000 * (between - start))
        anew.append(1000 * (time.process_time() - between))
    for name, times in (("again, by what reads it", again), ("all rules anew", anew)):
        print(f"{name:25} median {statistics.median(times):7.3f} ms   min {min(times):.3f}   max {max(times):.3f}")
    print(f"{'ratio of the medians':25} {statistics.median(anew) / statistics.median(again):.0f}")


def leaves(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each value of a document with its place."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield at, value
    for key, below in items or ():
        yield from leaves(below, (*at, key))


def length(choose: Choose) -> str:
    """How many answers an interview takes to three points, of somebody who knows what the finished document says."""
    begun = {key: TRUTH[key] for key in ("title", "markets")}
    organisation = {key: TRUTH["organisation"][key] for key in ("name", "sectors")}
    asked = Interview.of(document_from({**begun, "organisation": organisation}, RULESETS.shapes), RULESETS, as_of=AS_OF)
    points: dict[str, int] = {}
    for number in range(400):
        said = asked.judged.judgements
        if not any(one.verdict.is_open and one.rule.severity == "showstopper" for one in said):
            points.setdefault("no showstopper is open", number)
        if any(one.verdict is Verdict.GAP and one.rule.severity in ("showstopper", "major") for one in said):
            points.setdefault("the first gap that blocks", number)
        question = choose(asked)
        if question is None:
            points["nothing major is open"] = number
            break
        asked = answer(asked, question)
    return ", ".join(f"{point}: {number}" for point, number in points.items())


def in_report_order(asked: Interview) -> NextQuestion | None:
    """The first question in the order of the document's sections, as a form has it."""
    order = list(RULESETS.shapes.root.attributes)
    waiting = sorted(asked.questions(), key=lambda question: order.index(question.field.split(".")[0].split("[")[0]))
    return next(iter(waiting), None)


def answer(asked: Interview, question: NextQuestion) -> Interview:
    """The interview after the answer of the finished document; what it does not say is not known."""
    pointers, attribute = fields_named(question.field, asked.data, RULESETS.shapes)
    for pointer in pointers:
        value = stated_at(TRUTH, pointer)
        if value is None or question.kind == "more":
            asked = asked.not_known(label(pointer))
            continue
        if question.kind == "names" and attribute.type.part is not None:
            key = key_of(attribute.type.part)
            value = [{key: one[key]} if key in one else {} for one in value]
        asked = asked.answered(label(pointer), value)
    return asked


if __name__ == "__main__":
    main()
