# SPDX-License-Identifier: Apache-2.0
"""Lists stated breaches that one change loses: candidates for an exit that reaches too far, or a gate that is silent.

    python scripts/lost_breaches.py finance/gb us-can-spam ...

takes rulesets or rules. Each gap example of theirs is changed in one place: a field is not stated, a choice is added to
a list, the organisation has a second trade or reaches a further country. A change is listed where the rule then says
neither gap nor a question, and no other bundled rule finds anything that rests on the same fields. Whether that is
right is for a person to say: it is where the regulated act itself went, or where what was added is a lawful way.
"""

import argparse
from collections.abc import Iterator

from govrules import Rulesets, load_rulesets
from govrules.assessment.examples import ExampleResult, run_examples
from govrules.assessment.unread import answers
from govrules.engines.compiled import CompiledEngine
from govrules.logic.condition import Pointer
from govrules.logic.shape import Attribute
from govrules.ruleset import Ruleset
from govrules.ruleset.rule import Rule
from govrules.strategy.answers import strategy_with
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

_TRADES = ("retail", "bank", "software", "professional-services")
_COUNTRIES = ("US", "FR", "IN")
_PLACES = ("markets", "established_in", "staff_in", "listed_in")
_NAMES = ("name", "title", "document")
_FOUND = {Verdict.GAP, Verdict.UNANSWERED, Verdict.MAY_APPLY}


def lost(rulesets: Rulesets, ruleset: Ruleset, rule: Rule) -> Iterator[tuple[str, str]]:
    """Each change that loses a breach of a rule: where its example stands, and what was changed."""
    engine = CompiledEngine(rulesets.concepts)
    for result in run_examples(ruleset, rule, engine):
        if result.expected is Verdict.GAP:
            yield from ((str(result.place), change) for change in _lost_of(engine, rulesets, rule, result))


def _lost_of(engine: CompiledEngine, rulesets: Rulesets, rule: Rule, result: ExampleResult) -> Iterator[str]:
    gaps = [one for one in engine.judge([rule], result.strategy, result.as_of) if one.verdict is Verdict.GAP]
    decided = {deciding.pointer for one in gaps for deciding in one.deciding}
    for change, gone, strategy in _changed(result.strategy, rulesets):
        verdicts = {one.verdict for one in engine.judge([rule], strategy, result.as_of)}
        left = decided - {gone}
        if verdicts & _FOUND or not left:
            continue
        judgements = engine.judge(tuple(rulesets.rules.values()), strategy, result.as_of)
        findings = (one for one in judgements if one.verdict.is_finding)
        if not any(deciding.pointer in left for one in findings for deciding in one.deciding):
            yield f"{change}, now met" if Verdict.MET in verdicts else change


def _changed(strategy: Strategy, rulesets: Rulesets) -> Iterator[tuple[str, Pointer | None, Strategy]]:
    """Each change: what it is, the field that is not stated any longer, and the strategy then."""
    for pointer, attribute, value in answers(strategy, rulesets.shapes.root, ()):
        if pointer[-1] in _NAMES:
            continue
        name = ".".join(map(str, pointer))
        yield f"{name} not stated", pointer, strategy_with(strategy, pointer, None)
        for choice in _more(pointer, attribute) if isinstance(value, tuple) else ():
            if choice not in value:
                yield f"{name} with {choice}", None, strategy_with(strategy, pointer, (*value, choice))


def _more(pointer: Pointer, attribute: Attribute) -> tuple[str, ...]:
    """What to add to a list: of an item's own sectors nothing, for they say what it is about."""
    if pointer[-1] == "sectors":
        return _TRADES if pointer[0] == "organisation" else ()
    if pointer[-1] in _PLACES:
        return _COUNTRIES
    return tuple(choice for choice in attribute.type.choices if choice != "none")


def main() -> None:
    """Print the changes, rule by rule."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("names", nargs="+", metavar="NAME", help="a ruleset or a rule")
    names = set(parser.parse_args().names)
    rulesets = load_rulesets()
    unknown = names - {ruleset.id for ruleset in rulesets} - set(rulesets.rules)
    if unknown:
        parser.error(f"no such ruleset or rule: {', '.join(sorted(unknown))}; govrules rules lists them")
    for ruleset in rulesets:
        for rule in ruleset.rules:
            if {ruleset.id, rule.id} & names:
                for place, change in lost(rulesets, ruleset, rule):
                    print(f"{place}: {rule.id}: {change}")


if __name__ == "__main__":
    main()
