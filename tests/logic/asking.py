# SPDX-License-Identifier: Apache-2.0
"""Asks a condition, written as a ruleset writes it, about a thing that has one field of every type."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from govrules.logic import Attribute, CompiledCondition, FieldType, Parser, Shape, Truth, World, compile_condition
from govrules.logic import trace as _trace
from govrules.logic.trace import Trace, deciding
from govrules.taxonomy import jurisdictions, sectors

AS_OF = date(2026, 11, 23)


@dataclass
class OwnShape:
    name: str
    attributes: dict[str, Attribute] = field(default_factory=dict)

    def add(self, name: str, type_: FieldType) -> None:
        self.attributes[name] = Attribute(name, type_, f"What is {name}?")


COLOURS = ("red", "green", "blue")
GROUPS = {"warm": ("red",), "cold": ("green", "blue")}
SINGLE = {
    "flag": FieldType("boolean"),
    "seats": FieldType("integer"),
    "years": FieldType("number"),
    "owner": FieldType("text"),
    "day": FieldType("day"),
    "colour": FieldType("choice", choices=COLOURS, groups=GROUPS),
    "market": FieldType("market", tree=jurisdictions()),
    "seat": FieldType("jurisdiction", tree=jurisdictions()),
    "sector": FieldType("sector", tree=sectors()),
}
ELEMENT = OwnShape("elements")
THING = OwnShape("things")
ROOT = OwnShape("strategy")
for _shape in (ELEMENT, THING):
    for _name, _type in SINGLE.items():
        _shape.add(_name, _type)
        if _name != "flag":
            _shape.add(f"all_{_name}", replace(_type, many=True))
ELEMENT.add("part", FieldType("part", part=ELEMENT))
THING.add("part", FieldType("part", part=ELEMENT))
THING.add("elements", FieldType("part", True, part=ELEMENT))
ROOT.add("things", FieldType("part", True, part=THING))
ROOT.add("owner", SINGLE["owner"])
ROOT.add("flag", SINGLE["flag"])
ROOT.add("head", FieldType("part", part=ELEMENT))

CONCEPTS: Mapping[str, tuple[Shape, dict[str, Any]]] = {
    "is-red": (THING, {"colour": "red"}),
    "is-owned": (ROOT, {"owner": "Ada"}),
    "is-red-and-owned": (THING, {"is": ["is-red", "is-owned"]}),
}


def thing(**stated: Any) -> Any:
    """A thing or an element of one, of which only these fields are stated."""
    return SimpleNamespace(**(dict.fromkeys(THING.attributes) | stated))


def strategy(**stated: Any) -> Any:
    return SimpleNamespace(**(dict.fromkeys(ROOT.attributes) | stated))


def parser() -> Parser:
    return Parser(ROOT, {name: shape for name, (shape, _) in CONCEPTS.items()})


def node(condition: Any, shape: Shape = THING) -> CompiledCondition:
    reader = parser()
    concepts: dict[str, CompiledCondition] = {}
    for name, (own, text) in CONCEPTS.items():
        parsed = reader.condition(text, own, (name,))
        assert parsed is not None
        concepts[name] = compile_condition(parsed, concepts)
    parsed = reader.condition(condition, shape, ("when",))
    assert parsed is not None, reader.faults
    return compile_condition(parsed, concepts)


def faults(condition: Any, shape: Shape = THING) -> list[str]:
    reader = parser()
    parsed = reader.condition(condition, shape, ("when",))
    assert (parsed is None) == bool(reader.faults)
    return [fault.message for fault in reader.faults]


def truth(condition: Any, *, of: Any = None, root: Any = None, shape: Shape = THING, **stated: Any) -> Truth:
    """The truth of a condition about a thing with these fields; unknown is None."""
    subject = thing(**stated) if of is None else of
    return node(condition, shape).evaluate(subject, World(root or strategy(), AS_OF))


def traced(condition: Any, *, root: Any = None, shape: Shape = THING, at: tuple[str | int, ...] = (), **stated: Any):
    subject = root if shape is ROOT else thing(**stated)
    return _trace(node(condition, shape), subject, World(root or strategy(), AS_OF), at)


def decided_by(condition: Any, **arguments: Any) -> tuple[Truth, list[str]]:
    """The truth, and the fields that decided it, each as ``elements.0.owner``."""
    found: Trace = traced(condition, **arguments)
    return found.truth, [".".join(map(str, leaf.pointer or ())) for leaf in deciding(found)]
