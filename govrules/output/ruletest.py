# SPDX-License-Identifier: Apache-2.0
"""Results of testing rulesets: as text, as JUnit XML, as JSON."""

import json
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from rich.console import Console
from rich.text import Text

from govrules.assessment.examples import ExampleResult
from govrules.assessment.ruletest import RuleTest, coverage_percent, explain_result
from govrules.logic.compile import CompiledConditions
from govrules.output.presentation.escaping import safe
from govrules.output.presentation.numbers import plural
from govrules.output.trace_text import trace_as_data, trace_lines


def print_tests(
    tests: Sequence[RuleTest], compiled: CompiledConditions, console: Console, *, show_unreached: bool
) -> None:
    """Print what failed and why, what no example reaches if that is asked for, and the numbers."""
    for test in tests:
        for line in _failures(test, compiled):
            console.print(Text(safe(line)), soft_wrap=True)
        if show_unreached:
            for text in test.unreached:
                console.print(Text(safe(f"{test.rule.id}: {text}"), style="yellow"), soft_wrap=True)
    examples = sum(len(test.results) for test in tests)
    failed = sum(not result.passed for test in tests for result in test.results) + sum(
        len(test.problems) for test in tests
    )
    console.print(
        f"{plural(len(tests), 'rule')}, {plural(examples, 'example')}, {failed} failed; "
        f"coverage {coverage_percent(tests):.1f}%.",
        style="bold red" if failed else "bold green",
    )


def as_json(tests: Sequence[RuleTest], compiled: CompiledConditions) -> str:
    """The results as a JSON object: per rule its examples with their verdicts, and what none reaches."""
    rules = [
        {
            "rule": test.rule.id,
            "passed": test.passed,
            "problems": [str(problem) for problem in test.problems],
            "examples": [
                {
                    "expected": result.expected,
                    "got": _got(result),
                    "passed": result.passed,
                    "file": result.place.file,
                    "line": result.place.line,
                    "why": [] if result.passed else _why_as_data(result, compiled),
                }
                for result in test.results
            ],
            "unreached": list(test.unreached),
        }
        for test in tests
    ]
    data = {"coverage_percent": round(coverage_percent(tests), 1), "rules": rules}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def as_junit(tests: Sequence[RuleTest], compiled: CompiledConditions) -> str:
    """The results as JUnit XML: a suite a ruleset, a case an example; the reason stands in the body, which CI reads."""
    suites = ElementTree.Element("testsuites", name="govrules test")
    for ruleset in dict.fromkeys(test.ruleset.id for test in tests):
        own = [test for test in tests if test.ruleset.id == ruleset]
        suite = ElementTree.SubElement(suites, "testsuite", name=ruleset)
        cases = failures = errors = 0
        for test in own:
            for problem in test.problems:
                case = ElementTree.SubElement(suite, "testcase", classname=test.rule.id, name="examples load")
                ElementTree.SubElement(case, "error", message=safe(str(problem)), type="input").text = safe(
                    str(problem)
                )
                cases, errors = cases + 1, errors + 1
            for index, result in enumerate(test.results):
                name = f"{result.expected} {index + 1}" + (f": {result.shows}" if result.shows else "")
                case = ElementTree.SubElement(
                    suite,
                    "testcase",
                    classname=test.rule.id,
                    name=name,
                    file=result.place.file,
                    line=str(result.place.line),
                )
                cases += 1
                if not result.passed:
                    message = f"expected {result.expected}, got {_got(result)}"
                    body = "\n".join([message, *_why(result, compiled)])
                    ElementTree.SubElement(case, "failure", message=safe(message), type="verdict").text = safe(body)
                    failures += 1
        suite.attrib.update(tests=str(cases), failures=str(failures), errors=str(errors), skipped="0")
    ElementTree.indent(suites)
    written: str = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _failures(test: RuleTest, compiled: CompiledConditions) -> Iterator[str]:
    for problem in test.problems:
        yield f"{test.rule.id}: {problem}"
    for result in test.results:
        if not result.passed:
            shows = f" ({result.shows})" if result.shows else ""
            yield f"{result.place}: {test.rule.id}: expected {result.expected}{shows}, got {_got(result)}"
            yield from _why(result, compiled)


def _got(result: ExampleResult) -> str:
    return ", ".join(judgement.verdict for judgement in result.judgements) or "no verdict: the rule does not apply"


def _why(result: ExampleResult, compiled: CompiledConditions) -> Iterator[str]:
    """The truth of every part of the conditions, for each subject."""
    for explained in explain_result(result, compiled):
        for heading, traced in (
            ("binds", explained.applies),
            ("when", explained.when),
            ("require", explained.require),
        ):
            if traced is not None:
                yield f"    {heading}"
                yield from (f"      {line}" for line in trace_lines(traced, None))


def _why_as_data(result: ExampleResult, compiled: CompiledConditions) -> list[dict[str, object]]:
    return [
        {
            "binds": trace_as_data(explained.applies),
            "when": trace_as_data(explained.when) if explained.when else None,
            "require": trace_as_data(explained.require),
        }
        for explained in explain_result(result, compiled)
    ]
