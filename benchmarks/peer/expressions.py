# SPDX-License-Identifier: Apache-2.0
"""The neutral rules as text of the languages for expressions, which differ in little: CEL, Rego, ZEN, rule-engine."""

import json

from peer.rules import Comparison, Rule


def conjunction(rule: Rule, and_: str, prefix: str = "") -> str:
    """When a rule is broken: all of its tests, cheapest reading first as they stand."""
    return and_.join(comparison(test, prefix) for test in rule.tests)


def comparison(test: Comparison, prefix: str = "") -> str:
    """One test. ``prefix`` is what a channel is called there, with a dot."""
    field, value = f"{prefix}{test.field}", json.dumps(test.value)
    match test.operator:
        case "is":
            return f"{field} == {value}"
        case "includes":
            return f"{value} in {field}"
        case "one_of":
            return f"{field} in {value}"
        case "more_than":
            return f"{field} > {value}"
        case "less_than":
            return f"{field} < {value}"
