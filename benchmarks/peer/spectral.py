# SPDX-License-Identifier: Apache-2.0
"""The neutral rules as a ruleset of Spectral, as its documentation writes one in JSON."""

from collections.abc import Sequence
from typing import Any

from peer.rules import Comparison, Rule


def ruleset(rules: Sequence[Rule]) -> dict[str, Any]:
    """The ruleset: ``given`` the channels for which a rule is, ``then`` what must hold."""
    return {
        "rules": {
            rule.id: {
                "given": f"$.channels[?({' && '.join(map(_filter, rule.when))})]",
                "severity": "warn",
                "message": rule.id,
                "resolved": False,
                "then": {
                    "field": rule.broken_if.field,
                    "function": "schema",
                    "functionOptions": {"schema": _allowed(rule.broken_if)},
                },
            }
            for rule in rules
        }
    }


def _filter(test: Comparison) -> str:
    if test.operator == "includes":
        return f"@.{test.field}.includes('{test.value}')"
    return "(" + " || ".join(f"@.{test.field} == '{value}'" for value in test.value) + ")"


def _allowed(test: Comparison) -> dict[str, Any]:
    match test.operator:
        case "is":
            return {"const": not test.value}
        case "more_than":
            return {"type": "number", "maximum": test.value}
        case "less_than":
            return {"type": "number", "minimum": test.value}
        case _:
            return {"not": {"enum": test.value}}
