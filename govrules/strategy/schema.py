# SPDX-License-Identifier: Apache-2.0
"""JSON Schemas of the models, so that an editor completes them and underlines what reading them would refuse.

In draft-07, which the YAML support of editors reads. Generated from the models; a constraint that this module does not
know is an error here, so that a schema never says less than its model without anybody noticing.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel, BeforeValidator, Strict, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from govrules import day
from govrules.strategy.base import JurisdictionCode, MarketCode, SectorId
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree, jurisdictions
from govrules.taxonomy import sectors as bundled_sectors
from govrules.version import VERSION

Schema: TypeAlias = dict[str, Any]

_PLAIN = {bool: "boolean", int: "integer", float: "number", str: "string"}
_NULL: Schema = {"type": "null"}
DAY: Schema = {
    "type": "string",
    "format": "date",
    "pattern": day.PATTERN,
    "patternErrorMessage": "Write a date as YYYY-MM-DD, for example 2026-11-23.",
}


def strategy_schema(sectors: Tree | None = None) -> Schema:
    """The JSON Schema of a strategy.

    ``sectors`` is the tree of sectors that it may name; the bundled one if left out.
    """
    models = ModelSchemas(enumeration((sectors or bundled_sectors()).names))
    return headed("strategy", models.model(Strategy), models.definitions)


def headed(kind: str, body: Mapping[str, Any], definitions: Mapping[str, Schema]) -> Schema:
    """A whole schema: its draft, its name and title by the kind of document, its body, and what it refers to."""
    release = ".".join(VERSION.split(".")[:2])
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:govrules:schema:{kind}:{release}",
        "title": f"govrules {kind}",
    }
    used = _referred_to(body, definitions)
    return {**head, **body, "definitions": {name: definitions[name] for name in sorted(used)}}


def _referred_to(body: Mapping[str, Any], definitions: Mapping[str, Schema]) -> set[str]:
    """The definitions to which a schema refers, and those to which these refer."""
    found: set[str] = set()
    waiting: list[Any] = [body]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Mapping):
            name = str(part.get("$ref", "")).removeprefix("#/definitions/")
            if name in definitions and name not in found:
                found.add(name)
                waiting.append(definitions[name])
            waiting.extend(part.values())
        elif isinstance(part, list | tuple):
            waiting.extend(part)
    return found


def reference(name: str) -> Schema:
    """A reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


def enumeration(values: Iterable[str]) -> Schema:
    """One of these texts."""
    return {"type": "string", "enum": list(values)}


def closed(properties: Mapping[str, Schema], **more: Any) -> Schema:
    """A mapping that has no keys but these."""
    return {"type": "object", "additionalProperties": False, **more, "properties": dict(properties)}


class ModelSchemas:
    """Turns models into schemas. What several fields share gathers in ``definitions``, each once."""

    def __init__(self, sector: Schema) -> None:
        """``sector`` is the schema of a sector."""
        self.definitions: dict[str, Schema] = {
            "day": DAY,
            "jurisdiction": enumeration(jurisdictions().names),
            "sector": sector,
        }

    def model(self, model: type[BaseModel], given: Collection[str] = ()) -> Schema:
        """The schema of a model; the fields in ``given`` may be left out even where the model requires them."""
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        required = [key for key, info in fields.items() if info.is_required() and key not in given]
        return {
            "description": cleandoc(model.__doc__ or ""),
            **closed({key: self._field(info) for key, info in fields.items()}),
            **({"required": required} if required else {}),
        }

    def _field(self, info: FieldInfo) -> Schema:
        extra = info.json_schema_extra
        unit = extra.get("unit") if isinstance(extra, dict) else None
        said = f"{info.description or ''}{f' Unit: {unit}.' if unit else ''}"
        return {**({"description": said} if said else {}), **self._of(info.annotation, info.metadata)}

    def _of(self, annotation: Any, marks: Collection[Any]) -> Schema:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if hasattr(annotation, "__metadata__"):
            return self._of(annotation.__origin__, [*annotation.__metadata__, *marks])
        for mark in marks:
            if isinstance(mark, BeforeValidator) and mark.json_schema_input_type is not PydanticUndefined:
                return self._of(mark.json_schema_input_type, [other for other in marks if other is not mark])
        if origin in (Union, UnionType):
            return _either([_NULL if part is NoneType else self._of(part, marks) for part in arguments])
        if JurisdictionCode in marks or MarketCode in marks:
            return reference("jurisdiction")
        if SectorId in marks:
            return reference("sector")
        return self._plain(annotation) | _constraints(marks, listed=origin is tuple)

    def _plain(self, annotation: Any) -> Schema:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if annotation is Any:
            return {}
        if annotation is date:
            return reference("day")
        if origin is Literal:
            return enumeration(arguments) if isinstance(arguments[0], str) else {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self._of(arguments[0], ())}
        if origin is dict:
            keys, values = arguments
            return {"type": "object", "propertyNames": self._of(keys, ()), "additionalProperties": self._of(values, ())}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            name = annotation.__name__
            if name not in self.definitions:
                self.definitions[name] = self.model(annotation)
            return reference(name)
        return {"type": _PLAIN[annotation]}


def _either(parts: list[Schema]) -> Schema:
    """One of these; written short where a plain type may also be nothing."""
    first, *others = parts
    if others != [_NULL] or "type" not in first:
        return {"anyOf": parts}
    return {**first, "type": [first["type"], "null"], **({"enum": [*first["enum"], None]} if "enum" in first else {})}


def _constraints(marks: Collection[Any], *, listed: bool) -> Schema:
    found: Schema = {}
    for mark in marks:
        match mark:
            case Ge(ge=bound):
                found["minimum"] = bound
            case Le(le=bound):
                found["maximum"] = bound
            case MinLen(min_length=length):
                found["minItems" if listed else "minLength"] = length
            case StringConstraints(pattern=str(pattern)):
                found["pattern"] = pattern
            case StringConstraints(min_length=1):
                # What is left without the spaces around it must not be empty.
                found["pattern"] = r"\S"
            case Strict() | WithJsonSchema() | BeforeValidator():
                # The schema of a type is strict; what a validator does is known by the mark beside it, or by the type.
                pass
            case _:
                raise TypeError(f"{mark!r} has no counterpart in the schema")
    return found
