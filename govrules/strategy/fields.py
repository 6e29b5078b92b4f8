# SPDX-License-Identifier: Apache-2.0
"""The strategy model as shapes: which fields a rule may speak of, with their types, questions and units.

Derived from the pydantic models and nothing else, so that the model, the rules and the editors' schema cannot differ.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from govrules.logic.shape import Attribute, FieldType
from govrules.strategy.base import JurisdictionCode, MarketCode, SectorId
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree, jurisdictions, sectors

_PLAIN: dict[Any, FieldType] = {
    bool: FieldType("boolean"),
    int: FieldType("integer"),
    float: FieldType("number"),
    str: FieldType("text"),
    date: FieldType("day"),
}


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
                self._catalogue.type_of(info.annotation, name, info.metadata),
                info.description or name,
                _extra(info.json_schema_extra).get("unit"),
            )
            for name, info in self.model.model_fields.items()
        }
        computed = {
            name: Attribute(
                name,
                self._catalogue.type_of(get_type_hints(info.wrapped_property.fget)["return"], name),
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

    def type_of(self, annotation: Any, name: str, metadata: list[Any] | tuple[Any, ...] = ()) -> FieldType:
        """Translate a Python annotation of the model into a field type."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            return self.type_of(next(part for part in arguments if part is not NoneType), name)
        if hasattr(annotation, "__metadata__"):
            return self.type_of(annotation.__origin__, name, annotation.__metadata__)
        if JurisdictionCode in metadata:
            return FieldType("jurisdiction", tree=jurisdictions())
        if MarketCode in metadata:
            return FieldType("market", tree=jurisdictions())
        if SectorId in metadata:
            return FieldType("sector", tree=self.sectors)
        if origin is tuple:
            element = self.type_of(arguments[0], name)
            return FieldType(element.kind, True, element.choices, element.tree, element.part)
        if origin is Literal:
            return FieldType("choice", choices=arguments)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return FieldType("part", part=self.shape(annotation, name))
        return _PLAIN[annotation]


def _extra(extra: Any) -> dict[str, Any]:
    return extra if isinstance(extra, dict) else {}
