# SPDX-License-Identifier: Apache-2.0
"""Rule engines with a Python interface, each used as its own documentation recommends for many evaluations.

Rules are compiled once and a strategy is converted once where the engine can. Packages are imported when they are first
used, so that those that are not installed can be left out.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from peer.contender import Broken, Contender, Judge, Prepare
from peer.expressions import conjunction
from peer.rules import Comparison, Rule, what_is_read


def zen_table(rules: Sequence[Rule]) -> Prepare:
    """A decision table that collects all rows that match, over all channels."""
    import zen

    table = {
        "hitPolicy": "collect",
        "executionMode": "loop",
        "inputField": "channels",
        "outputPath": "channels",
        "inputs": [{"id": "condition", "name": "broken where"}],
        "outputs": [{"id": "rule", "name": "rule", "field": "rule"}],
        "rules": [
            {"_id": rule.id, "condition": conjunction(rule, " and "), "rule": json.dumps(rule.id)} for rule in rules
        ],
    }
    graph = {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
            {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "table"},
            {"id": "2", "sourceId": "table", "targetId": "out"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(graph))

    def prepare(data: Mapping[str, Any]) -> Judge:
        context = {"channels": data["channels"]}

        def judge() -> Broken:
            channels = decision.evaluate(context)["result"]["channels"]
            return {(row["rule"], place) for place, rows in enumerate(channels) for row in rows}

        return judge

    return prepare


def zen_expressions(rules: Sequence[Rule]) -> Prepare:
    """An expression a rule, compiled."""
    import zen

    compiled = [(rule.id, zen.compile_expression(conjunction(rule, " and ")).evaluate) for rule in rules]
    return lambda data: _one_by_one(compiled, data["channels"])


def zen_one_expression(rules: Sequence[Rule]) -> Prepare:
    """One expression for all rules: a list of true and false."""
    import zen

    compiled = zen.compile_expression(f"[{', '.join(conjunction(rule, ' and ') for rule in rules)}]")
    return lambda data: (
        lambda: {
            (rules[number].id, place)
            for place, channel in enumerate(data["channels"])
            for number, broken in enumerate(compiled.evaluate(channel))
            if broken
        }
    )


def common_expression_language(rules: Sequence[Rule]) -> Prepare:
    """A program a rule; a context a channel."""
    import cel

    programs = [(rule.id, cel.compile(conjunction(rule, " && ", "channel.")).execute) for rule in rules]
    return lambda data: _one_by_one(programs, [cel.Context({"channel": channel}) for channel in data["channels"]])


def cel_expr_python(rules: Sequence[Rule]) -> Prepare:
    """An expression a rule; an activation a channel."""
    from cel_expr_python import cel

    environment = cel.NewEnv(variables={"channel": cel.Type.DYN})
    expressions = [(rule.id, environment.compile(conjunction(rule, " && ", "channel."))) for rule in rules]

    def prepare(data: Mapping[str, Any]) -> Judge:
        activations = [environment.Activation({"channel": channel}) for channel in data["channels"]]
        return lambda: {
            (name, place)
            for place, activation in enumerate(activations)
            for name, expression in expressions
            if expression.eval(activation).value()
        }

    return prepare


def cel_python(rules: Sequence[Rule]) -> Prepare:
    """A program a rule, transpiled to Python; an activation a channel."""
    import celpy

    environment = celpy.Environment(runner_class=celpy.CompiledRunner)
    programs = [
        (rule.id, environment.program(environment.compile(conjunction(rule, " && ", "channel."))).evaluate)
        for rule in rules
    ]
    return lambda data: _one_by_one(programs, [{"channel": celpy.json_to_cel(channel)} for channel in data["channels"]])


def rule_engine(rules: Sequence[Rule]) -> Prepare:
    """A rule each, which reads the items of mappings."""
    import rule_engine

    context = rule_engine.Context(resolver=rule_engine.resolve_item)
    parsed = [(rule.id, rule_engine.Rule(conjunction(rule, " and "), context=context).matches) for rule in rules]
    return lambda data: _one_by_one(parsed, data["channels"])


def _one_by_one(rules: Sequence[tuple[str, Callable[[Any], object]]], contexts: Sequence[Any]) -> Judge:
    """By rules that each tell of a channel whether they are broken."""
    return lambda: {
        (name, place) for place, context in enumerate(contexts) for name, broken in rules if broken(context)
    }


def regopy(rules: Sequence[Rule]) -> Prepare:
    """A module of partial rules, built to a bundle."""
    from regopy import Interpreter

    bodies = (
        f"broken contains [{json.dumps(rule.id)}, place] if {{\n"
        f"  some place, channel in input.channels\n  {conjunction(rule, '; ', 'channel.')}\n}}"
        for rule in rules
    )
    builder = Interpreter()
    builder.add_module("strategy.rego", "package strategy\n\n" + "\n".join(bodies))
    bundle = builder.build(None, ["strategy/broken"])

    def prepare(data: Mapping[str, Any]) -> Judge:
        interpreter = Interpreter()
        interpreter.set_input({"channels": data["channels"]})

        def judge() -> Broken:
            found = json.loads(str(interpreter.query_bundle_entrypoint(bundle, "strategy/broken")))
            return {(name, place) for name, place in found["expressions"][0]}

        return judge

    return prepare


_TOGETHER = 50  # rules: the matcher takes a hundred patterns of one fact at most


def durable_rules(rules: Sequence[Rule]) -> Prepare:
    """Rules that fire on a fact a channel, through the Host, in as few rulesets as the matcher takes."""
    from durable.engine import Host, MessageNotHandledException

    found: Broken = set()
    host = Host(
        {
            f"rules from {first}": {rule.id: _fires(rule, found) for rule in rules[first : first + _TOGETHER]}
            for first in range(0, len(rules), _TOGETHER)
        }
    )
    rulesets = [f"rules from {first}" for first in range(0, len(rules), _TOGETHER)]

    def prepare(data: Mapping[str, Any]) -> Judge:
        facts = [{"sid": "1", "id": 1, "place": at, **what_is_read(one)} for at, one in enumerate(data["channels"])]

        def judge() -> Broken:
            found.clear()
            for fact in facts:
                for name in rulesets:
                    with suppress(MessageNotHandledException):  # raised where no rule matches
                        host.assert_fact(name, fact)
                    with suppress(MessageNotHandledException):
                        host.retract_fact(name, fact)
            return set(found)

        return judge

    return prepare


def _fires(rule: Rule, found: Broken) -> dict[str, Any]:
    def run(context: Any) -> None:
        found.add((rule.id, context.m.place))

    return {"all": [{"m": {"$and": [_pattern(test) for test in rule.tests]}}], "run": run}


def _pattern(test: Comparison) -> dict[str, Any]:
    match test.operator:
        case "is":
            return {test.field: test.value}
        case "includes":
            return {"$iany": {test.field: {"$i": test.value}}}
        case "one_of":
            return {"$or": [{test.field: value} for value in test.value]}
        case "more_than":
            return {"$gt": {test.field: test.value}}
        case "less_than":
            return {"$lt": {test.field: test.value}}


_TRUTH = "true or false"
_OR_ERROR = f"{_TRUTH}; an error where a field is missing"
CONTENDERS = (
    Contender("durable-rules", "durable_rules", "an action that runs where a rule matches", durable_rules),
    Contender("zen-engine, table", "zen-engine", "the rows that match; a trace when asked", zen_table),
    Contender("zen-engine, expressions", "zen-engine", f"{_TRUTH}; what is missing is null", zen_expressions),
    Contender("zen-engine, one expression", "zen-engine", f"{_TRUTH}, of all rules together", zen_one_expression),
    Contender("common-expression-language", "common-expression-language", _OR_ERROR, common_expression_language),
    Contender("cel-expr-python", "cel-expr-python", _OR_ERROR, cel_expr_python),
    Contender("cel-python", "cel-python", _OR_ERROR, cel_python),
    Contender("regopy", "regopy", "the rules that are broken; what is missing breaks none", regopy),
    Contender("rule-engine", "rule-engine", _OR_ERROR, rule_engine),
)
