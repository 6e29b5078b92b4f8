# SPDX-License-Identifier: Apache-2.0
"""JSON Schemas of the models, so that an editor completes them and underlines what reading them would refuse.

In draft-07, which the YAML support of editors reads. Generated from the models; a constraint that this module does not
know is an error here, so that a schema never says less than its model without anybody noticing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from inspect import cleandoc
from typing import Any, TypeAlias

from annotated_types import Ge, Le, MinLen
from pydantic import AfterValidator, BaseModel, BeforeValidator, Strict, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from govrules import day
from govrules.source.annotations import Code, Value, fields_of, value_of
from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes
from govrules.taxonomy import jurisdictions
from govrules.version import VERSION

Schema: TypeAlias = dict[str, Any]

_PLAIN = {"boolean": "boolean", "integer": "integer", "number": "number", "text": "string"}
_NULL: Schema = {"type": "null"}
DAY: Schema = {
    "type": "string",
    "format": "date",
    "pattern": day.PATTERN,
    "patternErrorMessage": "Write a date as YYYY-MM-DD, for example 2026-11-23.",
}


def strategy_schema(shapes: StrategyShapes | None = None) -> Schema:
    """The JSON Schema of a strategy, with what the rulesets of these ``shapes`` add to it.

    If they add no parts, it lets those of any ruleset pass.
    """
    shapes = shapes or StrategyShapes()
    extensible = {shape.model for _, shape in shapes.subjects()} if shapes.model is Strategy else ()
    models = ModelSchemas(shared(enumeration(shapes.sectors.names)), extensible=extensible)
    return headed("strategy", models.model(shapes.model), models.definitions)


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


def shared(sector: Schema) -> dict[str, Schema]:
    """The definitions that all models share; ``sector`` is the schema of a sector."""
    return {"day": DAY, "jurisdiction": enumeration(jurisdictions().names), "sector": sector}


class ModelSchemas:
    """Turns models into schemas. What several fields share gathers in ``definitions``, each once."""

    def __init__(
        self,
        definitions: dict[str, Schema],
        *,
        described: bool = True,
        choices: Mapping[tuple[Any, ...], Schema] | None = None,
        extensible: Collection[type[BaseModel]] = (),
    ) -> None:
        """``definitions`` are those of :func:`shared`, and receive more.

        Where the schema describes the fields elsewhere, ``described`` is false, and ``choices`` are the schemas of the
        choices that it has there. ``extensible`` models may have parts that rulesets add, which no schema knows.
        """
        self.definitions = definitions
        self._described = described
        self._choices = choices or {}
        self._extensible = extensible

    def model(self, model: type[BaseModel], given: Collection[str] = ()) -> Schema:
        """The schema of a model; the fields in ``given`` may be left out even where the model requires them."""
        fields = fields_of(model)
        required = [key for key, info in fields.items() if info.is_required() and key not in given]
        added: Schema = {"patternProperties": {"^x-": {}}} if model in self._extensible else {}
        return {
            "description": cleandoc(model.__doc__ or ""),
            **closed({key: self._field(info) for key, info in fields.items()}, **added),
            **({"required": required} if required else {}),
        }

    def _field(self, info: FieldInfo) -> Schema:
        extra = info.json_schema_extra
        unit = extra.get("unit") if isinstance(extra, dict) else None
        question = f"{info.description or ''}{f' Unit: {unit}.' if unit else ''}" if self._described else ""
        return {**({"description": question} if question else {}), **self._of(value_of(info))}

    def _of(self, value: Value) -> Schema:
        if value.optional:
            return _or_null(self._of(replace(value, optional=False)))
        match value:
            case Value(kind="either"):
                return {"anyOf": [self._of(each) for each in value.alternatives]}
            case Value(kind="jurisdiction" | "market"):
                return reference("jurisdiction")
            case Value(kind="sector" | "day" as kind):
                return reference(kind)
            case Value(kind="choice", choices=choices) if choices in self._choices:
                return self._choices[choices]
            case Value(kind="part", model=type() as model):
                if model.__name__ not in self.definitions:
                    self.definitions[model.__name__] = self.model(model)
                return reference(model.__name__)
            case _:
                return self._plain(value) | _constraints(value.marks, listed=value.kind == "list")

    def _plain(self, value: Value) -> Schema:
        match value:
            case Value(kind="choice"):
                texts = isinstance(value.choices[0], str)
                return enumeration(value.choices) if texts else {"enum": list(value.choices)}
            case Value(kind="list", elements=Value() as elements):
                return {"type": "array", "items": self._of(elements)}
            case Value(kind="mapping", keys=Value() as keys, elements=Value() as elements):
                return {
                    "type": "object",
                    "propertyNames": self._of(keys),
                    "additionalProperties": self._of(elements),
                }
            case Value(kind="anything"):
                return {}
            case _:
                return {"type": _PLAIN[value.kind]}


def _or_null(schema: Schema) -> Schema:
    """This or nothing; written short where it is of a plain type."""
    if "type" not in schema:
        return {"anyOf": [*schema.get("anyOf", [schema]), _NULL]}
    null = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **null}


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
            case Strict() | WithJsonSchema() | BeforeValidator() | Code():
                # The schema of a type is strict; what a validator does is known by the mark beside it, or by the type.
                pass
            case AfterValidator():
                pass  # what it refuses has a type that fits, and no schema can say what else is wrong with it
            case _:
                raise TypeError(f"{mark!r} has no counterpart in the schema")
    return found
