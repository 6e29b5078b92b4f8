# SPDX-License-Identifier: Apache-2.0
"""The strategy model as shapes: which fields a rule may speak of, with their types, questions and units.

Derived from the pydantic models and nothing else, so that the model, the rules and the editors' schema cannot differ.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from govrules.logic.shape import Attribute, FieldType, paths
from govrules.source.annotations import Value, describe, fields_of, value_of
from govrules.strategy.base import Derived
from govrules.strategy.own_parts import OwnPart, with_own_parts
from govrules.strategy.platforms import TOPIC_GROUPS, Topic
from govrules.taxonomy import Tree, jurisdictions, sectors

_GROUPS: Mapping[tuple[Any, ...], Mapping[str, tuple[str, ...]]] = {get_args(Topic): TOPIC_GROUPS}


class ModelShape:
    """The shape of one model of the document; built when it is first asked for its fields."""

    def __init__(self, model: type[BaseModel], name: str, document: "StrategyShapes") -> None:
        """``name`` is what errors call the shape; ``document`` are the shapes of the document as a whole."""
        self.model = model
        self.name = name
        self.document = document

    @cached_property
    def attributes(self) -> Mapping[str, Attribute]:
        """The model's fields, stated ones first, then those that follow from others."""
        stated = {
            name: Attribute(
                name,
                self.document.type_of(value_of(info), name, self.name),
                info.description or name,
                _extra(info.json_schema_extra).get("unit"),
            )
            for name, info in fields_of(self.model).items()
        }
        follows = {
            name: Attribute(
                name,
                self.document.type_of(describe(get_type_hints(one.value)["return"]), name, self.name),
                one.question,
                one.unit,
                one.rests_on,
            )
            for model in reversed(self.model.__mro__)
            for name, one in sorted(vars(model).items())
            if isinstance(one, Derived)
        }
        return stated | follows


class StrategyShapes:
    """All shapes of the document, with the sectors and the parts of their own that rulesets add to it."""

    def __init__(self, sector_tree: Tree | None = None, own_parts: Iterable[OwnPart] = ()) -> None:
        """``sector_tree`` is the tree of sectors that rules and documents may name; the bundled one if left out."""
        self.sectors = sector_tree or sectors()
        self.model = with_own_parts(tuple(own_parts))
        self.root = ModelShape(self.model, "strategy", self)
        self._shapes: dict[type[BaseModel], ModelShape] = {self.model: self.root}

    def _shape(self, model: type[BaseModel], name: str, owner: str) -> ModelShape:
        """The shape of a model, called by the field under which it was first met, and by its owner if need be."""
        if model not in self._shapes:
            taken = {shape.name for shape in self._shapes.values()}
            self._shapes[model] = ModelShape(model, f"{owner}.{name}" if name in taken else name, self)
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

    def subjects(self) -> Iterator[tuple[str, ModelShape]]:
        """What a rule can be about: the strategy, and the elements of every list that no other list holds."""
        for name in (self.root.name, *(path for path, _, _ in paths(self.root))):
            shape = self.subject(name)
            if shape is not None:
                yield name, shape

    def type_of(self, value: Value, name: str, owner: str) -> FieldType:
        """The type of a field by what it may hold, its name and that of the shape which has it."""
        match value:
            case Value(kind="list", elements=Value() as elements):
                return replace(self.type_of(elements, name, owner), many=True)
            case Value(kind="part", model=type() as model):
                return FieldType("part", part=self._shape(model, name, owner))
            case Value(kind="market" | "jurisdiction" as kind):
                return FieldType(kind, tree=jurisdictions())
            case Value(kind="sector"):
                return FieldType("sector", tree=self.sectors)
            case Value(kind="choice"):
                return FieldType("choice", choices=value.choices, groups=_GROUPS.get(value.choices, {}))
            case Value(kind="boolean" | "integer" | "number" | "text" | "day" as kind):
                return FieldType(kind)
            case _:
                raise TypeError(f"a rule cannot speak of a field that holds {value.kind}")


def _extra(extra: Any) -> dict[str, Any]:
    return extra if isinstance(extra, dict) else {}
