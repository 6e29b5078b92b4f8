# SPDX-License-Identifier: Apache-2.0
"""Testing rulesets by their examples: which brought another verdict than they claim and why, and what none reaches.

Coverage counts, for each rule:

- its verdicts: met, gap, and not-applicable where it has a trigger;
- each branch of an ``any`` in trigger or requirement that some example should make decisive;
- each value of a ``one_of``, ``includes_any`` or ``only`` over choices that some example should state;
- each choice of each list that the requirement reads, which some example should decide unless the rule names it as
  undecided, with the reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from govrules.assessment.examples import ExampleResult, run_examples
from govrules.engines.compiled import CompiledEngine
from govrules.engines.decided import value_at
from govrules.engines.interface import Judgement
from govrules.logic.compile import CompiledConditions, World
from govrules.logic.condition import All, AnyOf, Compare, Condition, Not, Quantified, children, walk
from govrules.logic.operators import OPERATORS
from govrules.logic.trace import Trace, trace
from govrules.ruleset.rule import Rule, Ruleset, Rulesets
from govrules.source.errors import InputError, Problem
from govrules.verdict import Verdict


@dataclass(frozen=True)
class RuleTest:
    """What the examples of one rule showed: all results, and what could be reached by them but was not."""

    ruleset: Ruleset
    rule: Rule
    results: tuple[ExampleResult, ...]
    reachable: int
    unreached: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def passed(self) -> bool:
        """Tell whether all examples could be read and brought their verdict."""
        return not self.problems and all(result.passed for result in self.results)


@dataclass(frozen=True)
class Explained:
    """Why a judgement is what it is: the traces of nexus and sectors, trigger and requirement, for one subject."""

    judgement: Judgement
    applies: Trace
    when: Trace | None
    require: Trace


def run_tests(rulesets: Rulesets, files: Iterable[str]) -> list[RuleTest]:
    """Run the examples of all rules that stand in these files."""
    wanted = set(files)
    return [
        _run(ruleset, rule, rulesets) for ruleset in rulesets if ruleset.source.file in wanted for rule in ruleset.rules
    ]


def coverage_percent(tests: Iterable[RuleTest]) -> float:
    """The share of what could be reached that was, from 0 to 100; 100 where there is nothing to reach."""
    listed = list(tests)
    reachable = sum(test.reachable for test in listed)
    unreached = sum(len(test.unreached) for test in listed)
    return 100.0 if reachable == 0 else 100 * (reachable - unreached) / reachable


def explain_judgement(judgement: Judgement, subject: Any, world: World, compiled: CompiledConditions) -> Explained:
    """Trace a judgement about a subject through all parts of its rule."""
    rule = judgement.rule

    def traced(condition: Condition) -> Trace:
        return trace(compiled(condition), subject, world, judgement.subject)

    return Explained(
        judgement,
        traced(rule.applies),
        traced(rule.trigger) if rule.trigger is not None else None,
        traced(rule.require),
    )


def explain_result(result: ExampleResult, compiled: CompiledConditions) -> list[Explained]:
    """Why an example brought its verdicts, one for each subject that is stated."""
    world = World(result.strategy, result.as_of)
    found = []
    for judgement in result.judgements:
        if not judgement.about_list:
            subject = value_at(result.strategy, judgement.subject)
            found.append(explain_judgement(judgement, subject, world, compiled))
    return found


def _run(ruleset: Ruleset, rule: Rule, rulesets: Rulesets) -> RuleTest:
    wanted = dict(_wanted(rule))
    try:
        results = tuple(run_examples(ruleset, rule, CompiledEngine(rulesets.concepts)))
    except InputError as error:
        return RuleTest(ruleset, rule, (), len(wanted), tuple(wanted.values()), error.problems)
    reached = {result.expected for result in results if result.passed}
    keys: set[Any] = set(reached)
    for result in results:
        for explained in explain_result(result, rulesets.compiled):
            for traced in (explained.when, explained.require):
                if traced is not None:
                    keys.update(_reached(traced))
            if not explained.judgement.verdict.is_open:
                keys.update(_choices_decided(explained.require))
    unreached = tuple(text for key, text in wanted.items() if key not in keys)
    return RuleTest(ruleset, rule, results, len(wanted), unreached)


def _wanted(rule: Rule) -> Iterator[tuple[Any, str]]:
    """What examples should reach, by key, with how to say it."""
    yield Verdict.MET, "no example is met"
    yield Verdict.GAP, "no example is a gap"
    if rule.trigger is not None:
        yield Verdict.NOT_APPLICABLE, "no example is not-applicable"
    for condition in (rule.trigger, rule.require):
        if condition is not None:
            yield from _branches(condition)
    undecided = {(one.field, choice) for one in rule.text.undecided for choice in one.choices}
    for path, choices in choices_read(rule.require):
        for choice in choices:
            if (path, choice) not in undecided:
                yield (path, choice), f"no example decides {path}: {choice}"


def choices_read(requirement: Condition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields with a list of choices that a requirement reads itself, each with its choices."""
    for condition in walk(requirement):
        if isinstance(condition, Compare) and condition.path.attribute.type.kind == "choice":
            yield str(condition.path), condition.path.attribute.type.choices


def _branches(condition: Condition) -> Iterator[tuple[Any, str]]:
    if isinstance(condition, Compare) and _over_choices(condition):
        for value in condition.operand:
            yield (condition.at, value), f"no example states {condition.path} as {value} ({condition.operator})"
    for index, part in enumerate(children(condition)):
        if isinstance(condition, AnyOf):
            text = f"no example is decided by branch {index + 1} of `any` ({describe(part)})"
            yield (condition.at, index), text
        yield from _branches(part)


def _over_choices(condition: Compare) -> bool:
    return OPERATORS[condition.operator].alternatives and condition.path.attribute.type.kind == "choice"


def _reached(traced: Trace) -> Iterator[Any]:
    """The keys of what a trace reached: the true branches of each ``any``, and the values that were stated."""
    condition = traced.condition
    if isinstance(condition, AnyOf):
        for index, part in enumerate(traced.parts):
            if part.truth is True:
                yield condition.at, index
    if isinstance(condition, Compare) and _over_choices(condition) and traced.value is not None:
        for value in traced.value if isinstance(traced.value, tuple) else (traced.value,):
            yield condition.at, value
    for part in traced.parts:
        yield from _reached(part)


def _choices_decided(traced: Trace) -> Iterator[tuple[str, str]]:
    """The choices that an example states of the fields that the requirement reads."""
    condition, value = traced.condition, traced.value
    if isinstance(condition, Compare) and condition.path.attribute.type.kind == "choice" and value is not None:
        yield from ((str(condition.path), choice) for choice in (value if isinstance(value, tuple) else (value,)))
    for part in traced.parts:
        yield from _choices_decided(part)


def describe(condition: Condition) -> str:
    """A condition in a few words, as a ruleset writes it."""
    match condition:
        case All(parts):
            return ", ".join(describe(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(describe(part) for part in parts)
        case Not(part):
            return f"not {describe(part)}"
        case Compare(path, operator, operand, known=known):
            asked = _written(operand) if operator == "equals" else f"{operator} {_written(operand)}"
            between = " known " if known else ": " if operator == "equals" else " "
            return f"{path}{between}{asked}"
        case Quantified(path, quantifier, where, known=known):
            asked = f"{'known ' if known else ''}{quantifier} of {path}"
            return f"{asked}: {describe(where)}" if where != All(()) else asked
        case _:
            return f"is {condition.concept}"


def _written(operand: Any) -> str:
    if isinstance(operand, tuple):
        return f"[{', '.join(_written(item) for item in operand)}]"
    return str(operand).lower() if isinstance(operand, bool) else str(operand)
