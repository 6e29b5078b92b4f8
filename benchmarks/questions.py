# SPDX-License-Identifier: Apache-2.0
"""How many answers an interview takes, of somebody who knows what the finished document says.

Run: python benchmarks/questions.py [--all] [STRATEGY...]. Without names, for every example; with --all, for every case
of tests/cases, too. From its title, name, markets and sectors a document is asked for: until nothing that could be a
showstopper is open (a), until the first gap that blocks the launch (b), until nothing major is open (c), and until all
is decided (d); by the planner a question at a time, by its pages (a question with those beside it, as the workbench
asks; in brackets the questions on them), in the order of the document's sections (as a form asks), and in a random
order. The same question about several channels counts once. A gap that is shown on the way is counted as false where
the finished document has neither it nor a gap of the special rule to which it gives way.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from measuring import EXAMPLE, ROOT, Result, Table

from govrules import Interview, load_rulesets
from govrules.assessment.interview import NextQuestion
from govrules.assessment.terms import Threshold
from govrules.engines.again import Judged
from govrules.source.errors import InputError
from govrules.source.model_errors import label
from govrules.source.read import read
from govrules.strategy.answers import document_from, fields_named, key_of, stated_at
from govrules.verdict import Verdict

AS_OF = date(2026, 11, 29)
RULESETS = load_rulesets()
MOST = 800  # answers
BLOCKING = ("showstopper", "major")
Choose = Callable[[Interview], NextQuestion | None]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("strategies", nargs="*", type=Path)
    parser.add_argument("--all", action="store_true")
    chosen = parser.parse_args()
    paths = chosen.strategies or sorted((ROOT / "examples").glob("*.yaml"))
    if chosen.all:
        paths += sorted((ROOT / "tests" / "cases").glob("**/*.yaml"))
    print(table(paths).markdown())


def results() -> Iterator[Result]:
    """The bank example alone: each takes a while."""
    yield table([EXAMPLE])


def table(paths: Sequence[Path]) -> Table:
    """The numbers of answers for each strategy, in each order."""
    rows = []
    for path in paths:
        try:
            truth = read(path).data
            document_from(truth, RULESETS.shapes)
        except InputError:
            continue  # a case may keep several documents in a file of another form
        for name, choose in ORDERS.items():
            rows.append([path.stem, name, *points(truth, choose)])
    head = ["strategy", "order", "(a) showstoppers", "(b) first gap", "(c) nothing major", "(d) all", "false gaps"]
    return Table(
        "Answers that an interview takes",
        head,
        rows,
        "Until nothing that could be a showstopper is open (a), until the first gap that blocks the launch (b), until "
        "nothing major is open (c), until all is decided (d).",
    )


def points(truth: dict[str, Any], choose: Choose) -> list[str]:
    """The numbers of answers, in the order of the columns."""
    finished = gaps(begun(truth, truth).judged)
    reached: dict[str, str] = {}
    false: set[tuple[str, str]] = set()
    questions = 0
    threshold: Threshold = "major"
    asked = begun(truth, {key: truth[key] for key in ("title", "markets") if key in truth} | named(truth))
    for number in range(MOST):
        said, count = asked.judged.judgements, f"{number} ({questions})" if questions > number else str(number)
        if not any(one.verdict.is_open and one.rule.severity == "showstopper" for one in said):
            reached.setdefault("a", count)
        found = gaps(asked.judged)
        false |= {one for one in found if one not in finished and not taken_over(one, finished)}
        if any(RULESETS.rules[rule].severity in BLOCKING for rule, _ in found):
            reached.setdefault("b", count)
        question = choose(asked)
        if question is None and threshold == "major":
            reached["c"], threshold = count, "never"
            asked = Interview(asked.document, RULESETS, asked.judged, threshold)
            question = choose(asked)
        if question is None:
            reached["d"] = count
            break
        for one in question.page:
            asked = answer(asked, one, truth)
            questions += 1
    return [reached.get(point, "-") for point in "abcd"] + [str(len(false))]


def begun(truth: dict[str, Any], data: dict[str, Any]) -> Interview:
    """The interview about a document that says so much."""
    return Interview.of(document_from(data, RULESETS.shapes), RULESETS, as_of=AS_OF)


def named(truth: dict[str, Any]) -> dict[str, Any]:
    """The organisation's name and sectors alone."""
    return {
        "organisation": {key: truth["organisation"][key] for key in ("name", "sectors") if key in truth["organisation"]}
    }


def gaps(judged: Judged) -> set[tuple[str, str]]:
    """The gaps: rule and subject."""
    return {(one.rule.id, label(one.subject)) for one in judged.judgements if one.verdict is Verdict.GAP}


def one_by_one(asked: Interview) -> NextQuestion | None:
    """The planner's question alone."""
    question = asked.next()
    return question and replace(question, beside=())


def taken_over(gap: tuple[str, str], finished: set[tuple[str, str]]) -> bool:
    """Whether the finished document has a gap of a special rule in place of this one."""
    rule, subject = gap
    return any((special, subject) in finished for special in RULESETS.rules[rule].text.yields_to)


def in_form_order(asked: Interview) -> NextQuestion | None:
    """The first question in the order of the document's sections."""
    order = list(RULESETS.shapes.root.attributes)
    waiting = sorted(asked.questions(), key=lambda question: order.index(question.field.split(".")[0].split("[")[0]))
    return next(iter(waiting), None)


def at_random(seed: int) -> Choose:
    """Any of the open questions."""
    dice = random.Random(seed)
    return lambda asked: dice.choice(open_) if (open_ := asked.questions()) else None


def answer(asked: Interview, question: NextQuestion, truth: dict[str, Any]) -> Interview:
    """The interview after the answer of the finished document; what it does not say is not known."""
    pointers, attribute = fields_named(question.field, asked.data, RULESETS.shapes)
    for pointer in pointers:
        value = stated_at(truth, pointer)
        if value is None or question.kind == "more":
            asked = asked.not_known(label(pointer))
            continue
        if question.kind == "names" and attribute.type.part is not None:
            key = key_of(attribute.type.part)
            value = [{key: one[key]} if key in one else {} for one in value]
        asked = asked.answered(label(pointer), value)
    return asked


ORDERS: dict[str, Choose] = {
    "planner": one_by_one,
    "pages": Interview.next,
    "form": in_form_order,
    "random": at_random(7),
}

if __name__ == "__main__":
    main()
