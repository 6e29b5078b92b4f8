# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema (draft-07) of conditions: for each shape its paths, and for each path the operators that fit.

What :mod:`govrules.logic.parse` reads, as far as a schema can say it: neither concepts nor parameters are known here.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from govrules.logic.operators import OPERATORS, Operator, answers_silence, fitting
from govrules.logic.parse import KNOWN
from govrules.logic.shape import Attribute, FieldType, Shape, paths

Schema: TypeAlias = dict[str, Any]

_FLAG: Schema = {"type": "boolean"}
_WORDS: Schema = {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": r"\S"}}
# A path into a part that a ruleset adds, which no schema knows beforehand.
_ADDED = r"^([a-z_]+\.)*x-[a-z0-9-]+(\.|$)"
_PLAIN = {"boolean": "boolean", "integer": "integer", "number": "number", "text": "string"}
# A parameter is a number or text, so it never stands for true or false, nor for a list.
_PARAMETER: Schema = {"type": "string", "pattern": r"^\$[a-z0-9]+(-[a-z0-9]+)*$"}


class ConditionSchemas:
    """Turns shapes into the schemas of conditions about them.

    ``root`` is the shape of the document. ``definitions`` holds `day`, `jurisdiction` and `sector`, and receives what
    the schemas refer to: one definition for each shape, for each field, and for each type of field.
    """

    def __init__(self, root: Shape, definitions: dict[str, Schema]) -> None:
        """Add to the definitions what all conditions share."""
        self._root = root
        self._definitions = definitions
        self._tests: dict[tuple[Any, ...], Schema] = {}
        self.choices: dict[tuple[str, ...], Schema] = {}
        definitions["parameter"] = _PARAMETER
        nothing_new = ["known", *filter(answers_silence, OPERATORS)]
        definitions["behind-known"] = {
            "not": {"type": "object", "anyOf": [{"required": [name]} for name in nothing_new]}
        }
        definitions["concepts"] = _any_of({"type": "string"}, _list_of(_ref("concepts")))
        prefix = f"{root.name}."
        elsewhere = f"^(?!{root.name}\\.)|^{root.name}\\.{_ADDED[1:]}"
        # Every condition includes this one, which minds only the paths from the root.
        definitions["paths-from-root"] = {
            "properties": {prefix + path: schema for path, schema in self._paths(root).items()},
            "patternProperties": {elsewhere: {}},
            "additionalProperties": False,
        }

    def condition(self, shape: Shape) -> Schema:
        """A reference to the schema of a condition about a thing of this shape."""
        name = f"condition.{shape.name}"
        if name not in self._definitions:
            # First a place for it: the condition of a shape speaks of conditions about the same shape.
            self._definitions[name] = {}
            own = _ref(name)
            forms = {
                "all": {"description": "All of these hold.", **_list_of(own)},
                "any": {"description": "At least one of these holds.", **_list_of(own)},
                "not": {"description": "This does not hold.", **own},
                "is": {"description": "This concept holds, or all of these.", **_ref("concepts")},
            }
            self._definitions[name] = {
                "type": "object",
                "minProperties": 1,
                "allOf": [_ref("paths-from-root")],
                "properties": forms | self._paths(shape),
                "patternProperties": {f"^{self._root.name}\\.": {}, _ADDED: {}},
                "additionalProperties": False,
            }
        return _ref(name)

    def _paths(self, shape: Shape) -> dict[str, Schema]:
        return {path: self._field(owner, attribute) for path, owner, attribute in paths(shape)}

    def _field(self, owner: Shape, attribute: Attribute) -> Schema:
        """A reference to the one definition of a field, which all paths that lead to it share."""
        name = f"{owner.name}.{attribute.name}"
        if name not in self._definitions:
            unit = f" Unit: {attribute.unit}." if attribute.unit else ""
            self._definitions[name] = {"description": f"{attribute.question}{unit}"}
            self._definitions[name] |= self._test(attribute.type, name)
        return _ref(name)

    def _test(self, type_: FieldType, where: str) -> Schema:
        """A reference to what may be asked of a field of this type; ``where`` names the definition if it is new."""
        plain = type_.kind not in ("choice", "part")
        key = (type_.kind, type_.many, type_.choices, type_.part and type_.part.name)
        if key not in self._tests:
            name = f"{'each' if type_.many else 'field'}.{type_.kind if plain else where}"
            if type_.kind == "part" and not type_.many:
                name = "field.part"
            self._tests[key] = _ref(name)
            self._definitions[name] = {}
            self._definitions[name] = self._what_fits(type_, where, _ref(name))
        return self._tests[key]

    def _what_fits(self, type_: FieldType, where: str, itself: Schema) -> Schema:
        value = self._value(type_, where)
        names = fitting(type_)
        tests: dict[str, Schema] = {}
        for name in names:
            if name in OPERATORS:
                tests[name] = {"description": OPERATORS[name].meaning, **_operand(OPERATORS[name], value, type_)}
            elif name == "count":
                tests[name] = self._count(type_)
            elif type_.part is not None:
                tests[name] = self.condition(type_.part)
        if not all(map(answers_silence, names)):
            tests["known"] = {"description": KNOWN, "allOf": [itself, _ref("behind-known")]}
        operators = {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": tests}
        return _any_of(*_or_parameter(value), operators) if "equals" in names else operators

    def _count(self, type_: FieldType) -> Schema:
        number = _any_of(*_or_parameter({"type": "integer"}))
        properties = {"at_least": number, "at_most": number}
        if type_.part is not None:
            properties["where"] = self.condition(type_.part)
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": properties,
            "anyOf": [{"required": ["at_least"]}, {"required": ["at_most"]}],
        }

    def _value(self, type_: FieldType, where: str) -> Schema:
        """The schema of one value of this type."""
        if type_.kind == "part":
            return {}
        if type_.kind == "choice":
            # A definition of its own, for several operators of the field take it.
            self.choices[type_.choices] = _ref(f"value.{where}")
            self._definitions[f"value.{where}"] = {"type": "string", "enum": list(type_.choices)}
            return self.choices[type_.choices]
        if type_.kind in _PLAIN:
            return {"type": _PLAIN[type_.kind]}
        return _ref("jurisdiction" if type_.kind == "market" else type_.kind)


def _operand(operator: Operator, value: Schema, type_: FieldType) -> Schema:
    match operator.operand:
        case "flag":
            return _FLAG
        case "words":
            return _WORDS
        case "values":
            groups = [f"${name}" for name in type_.groups]
            return _list_of(_any_of(value, {"enum": groups}) if groups else value)
        case "days":
            return _any_of(*_or_parameter({"type": "integer", "minimum": 0}))
        case _:
            return _any_of(*_or_parameter(value))


def _or_parameter(value: Schema) -> list[Schema]:
    """The value, or the name of a parameter where one can stand for it; any text may begin with a $."""
    return [value] if value.get("type") in ("boolean", "string") else [value, _ref("parameter")]


def _any_of(*parts: Schema) -> Schema:
    return parts[0] if len(parts) == 1 else {"anyOf": list(parts)}


def _list_of(items: Mapping[str, Any]) -> Schema:
    return {"type": "array", "minItems": 1, "items": dict(items)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}
