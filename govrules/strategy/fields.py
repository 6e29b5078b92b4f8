# SPDX-License-Identifier: Apache-2.0
"""The strategy model as shapes: which fields a rule may speak of, with their types, questions and units.

Derived from the pydantic models and nothing else, so that the model, the rules and the editors' schema cannot differ.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, get_type_hints

from pydantic import BaseModel

from govrules.logic.shape import Attribute, FieldType
from govrules.source.annotations import Value, describe, fields_of, value_of
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree, jurisdictions, sectors


class ModelShape:
    """The shape of one model of the document; built when it is first asked for its fields."""

    def __init__(self, model: type[BaseModel], name: str, catalogue: "StrategyShapes") -> None:
        """``name`` is what errors call the shape; ``catalogue`` makes the shapes of its parts."""
        self.model = model
        self.name = name
        self._catalogue = catalogue

    @property
    def sectors(self) -> Tree:
        """The tree of sectors that the document may name."""
        return self._catalogue.sectors

    @cached_property
    def attributes(self) -> Mapping[str, Attribute]:
        """The model's fields, stated ones first, then computed ones."""
        stated = {
            name: Attribute(
                name,
                self._catalogue.type_of(value_of(info), name),
                info.description or name,
                _extra(info.json_schema_extra).get("unit"),
            )
            for name, info in fields_of(self.model).items()
        }
        computed = {
            name: Attribute(
                name,
                self._catalogue.type_of(describe(get_type_hints(info.wrapped_property.fget)["return"]), name),
                info.description or name,
                _extra(info.json_schema_extra).get("unit"),
                tuple(_extra(info.json_schema_extra).get("rests_on", ())),
            )
            for name, info in self.model.model_computed_fields.items()
        }
        return stated | computed


class StrategyShapes:
    """All shapes of the strategy document, over one tree of sectors (an organisation may have extended it)."""

    def __init__(self, sector_tree: Tree | None = None) -> None:
        """``sector_tree`` is the tree of sectors that rules and strategies may name; the bundled one if left out."""
        self.sectors = sector_tree or sectors()
        self._shapes: dict[type[BaseModel], ModelShape] = {}
        self.root = self.shape(Strategy, "strategy")

    def shape(self, model: type[BaseModel], name: str) -> ModelShape:
        """The shape of a model; ``name`` is what errors call it (the field under which it was first met)."""
        if model not in self._shapes:
            self._shapes[model] = ModelShape(model, name, self)
        return self._shapes[model]

    def subject(self, path: str) -> ModelShape | None:
        """The shape of a rule's subject: ``strategy``, or the elements of a list such as ``channels``; else None."""
        if path == "strategy":
            return self.root
        shape: Any = self.root
        type_: FieldType | None = None
        for name in path.split("."):
            attribute = shape.attributes.get(name) if shape else None
            if attribute is None or (type_ is not None and type_.many):
                return None
            type_, shape = attribute.type, attribute.type.part
        return shape if type_ is not None and type_.many and isinstance(shape, ModelShape) else None

    def type_of(self, value: Value, name: str) -> FieldType:
        """The type of a field by what it may hold; ``name`` is what its part is called, if it is one."""
        match value:
            case Value(kind="list", elements=Value() as elements):
                return replace(self.type_of(elements, name), many=True)
            case Value(kind="part", model=type() as model):
                return FieldType("part", part=self.shape(model, name))
            case Value(kind="market" | "jurisdiction" as kind):
                return FieldType(kind, tree=jurisdictions())
            case Value(kind="sector"):
                return FieldType("sector", tree=self.sectors)
            case Value(kind="choice"):
                return FieldType("choice", choices=value.choices)
            case Value(kind="boolean" | "integer" | "number" | "text" | "day" as kind):
                return FieldType(kind)
            case _:
                raise TypeError(f"a rule cannot speak of a field that holds {value.kind}")


def _extra(extra: Any) -> dict[str, Any]:
    return extra if isinstance(extra, dict) else {}
