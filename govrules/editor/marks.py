# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a text as it is typed: faults of form, gaps of a strategy, faults of a ruleset."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govrules.assessment.check import assess
from govrules.assessment.lint import lint
from govrules.assessment.location import Location
from govrules.assessment.ruletest import run_tests
from govrules.output.console import console
from govrules.output.presentation.items import items
from govrules.output.ruletest import print_tests
from govrules.ruleset.load import open_sources
from govrules.ruleset.rule import Rulesets
from govrules.source.errors import InputError, Place, Problem
from govrules.source.read import format_of, read_text
from govrules.strategy.load import parse_strategy
from govrules.verdict import Verdict

Weight = Literal["error", "warning", "information", "hint"]
_WEIGHTS: dict[str, Weight] = {"showstopper": "error", "major": "warning", "minor": "information", "advice": "hint"}
_RULESET = re.compile(r"^ruleset\s*:", re.MULTILINE)
_STRATEGY = re.compile(r"^(organisation|title)\s*:", re.MULTILINE)


@dataclass(frozen=True)
class Mark:
    """Something to underline: the place (None: the start of the text), how much it weighs, what to say, and by whom it
    is asked (the id of a rule, and the address of its source)."""

    place: Place | Location | None
    weight: Weight
    message: str
    code: str | None = None
    url: str | None = None


def kind_of(text: str) -> Literal["ruleset", "strategy"] | None:
    """What a text is: a ruleset, a strategy, or None where it is another YAML document."""
    if _RULESET.search(text):
        return "ruleset"
    return "strategy" if _STRATEGY.search(text) else None


def marks(text: str, file: str, rulesets: Rulesets, as_of: date) -> list[Mark]:
    """What is wrong with a strategy or ruleset, the document's own faults first."""
    kind = kind_of(text)
    try:
        if kind == "ruleset":
            return _of_ruleset(text, file, as_of)
        return _of_strategy(text, file, rulesets, as_of) if kind == "strategy" else []
    except InputError as error:
        return [_fault(problem) for problem in error.problems]


def tried(text: str, file: str, rule: str) -> str:
    """What the examples of a rule come to, with a trace where one differs. Raises InputError where it does not load."""
    source = read_text(text, file=file, format="yaml")
    rulesets = open_sources([source]).load()
    found = [test for test in run_tests(rulesets, [file]) if test.rule.id == rule]
    if not found:
        raise InputError.of(f"there is no rule '{rule}' in {file}", "run an example of one of its rules")
    from io import StringIO

    written = StringIO()
    print_tests(found, rulesets.compiled, console(written), show_unreached=True)
    return written.getvalue()


def _of_strategy(text: str, file: str, rulesets: Rulesets, as_of: date) -> list[Mark]:
    document = parse_strategy(text, file=file, format=format_of(file), shapes=rulesets.shapes)
    report = assess(document, rulesets, as_of=as_of)
    unchecked = [Mark(None, "warning", one.text) for one in report.coverage.not_checked]
    found = []
    for item in items(report):
        if item.verdict is not Verdict.GAP:
            continue
        rule = report.rules[item.rules[0]]
        asked = f"{rule.source.citation} · {rule.source.authority}"
        for gap in item.gaps:
            place = next((one.location for one in gap.evidence if one.location), None)
            message = f"{gap.message}\n{rule.remedy.do}\n{asked}"
            found.append(Mark(place, _WEIGHTS[item.severity], message, rule.id, rule.source.url))
    return [*unchecked, *found]


def _of_ruleset(text: str, file: str, as_of: date) -> list[Mark]:
    rulesets, problems = open_sources([read_text(text, file=file, format="yaml")]).examine()
    faults = [*problems, *lint(rulesets, [file], as_of=as_of)]
    return [_fault(one) for one in faults if one.place is None or one.place.file == file]


def _fault(problem: Problem) -> Mark:
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return Mark(problem.place, "error", message, problem.kind.value if problem.kind else None)
