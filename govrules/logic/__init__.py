# SPDX-License-Identifier: Apache-2.0
"""Conditions: their form, their typing, their three-valued truth, and how a truth is traced to what decided it.

Knows no strategy, no rule and no file. What a condition may speak of is described by a shape
(:class:`~govrules.logic.shape.Shape`).
"""

from govrules.logic.compile import CompiledCondition, World, compile_condition
from govrules.logic.condition import All, AnyOf, Compare, Condition, Is, Not, Quantified, children, walk
from govrules.logic.parse import Fault, Parser
from govrules.logic.shape import Attribute, FieldType, Shape
from govrules.logic.trace import Trace, deciding, trace
from govrules.logic.truth import Truth

__all__ = [
    "All",
    "AnyOf",
    "Attribute",
    "Compare",
    "CompiledCondition",
    "Condition",
    "Fault",
    "FieldType",
    "Is",
    "Not",
    "Parser",
    "Quantified",
    "Shape",
    "Trace",
    "Truth",
    "World",
    "children",
    "compile_condition",
    "deciding",
    "trace",
    "walk",
]
