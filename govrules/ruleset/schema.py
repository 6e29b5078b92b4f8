# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema (draft-07) of a ruleset: its models, and for each subject the conditions that can be put about it."""

from collections.abc import Iterator
from typing import Any, get_args

from govrules.logic.schema import ConditionSchemas
from govrules.ruleset.model import ChangeText, ConceptText, Examples, Identifier, RulesetText, RuleText
from govrules.source.annotations import value_of
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.schema import ModelSchemas, Schema, enumeration, headed, reference, shared

_DEFAULTED = ("jurisdiction", "basis")
"""What a rule must state where its file states no default of it."""


def ruleset_schema(shapes: StrategyShapes | None = None) -> Schema:
    """The JSON Schema of a ruleset. ``shapes`` are those of the rulesets that stand beside it; the bundled ones if
    left out.

    A ruleset that adds sectors or extends another may also name sectors that no schema knows beforehand, and any may
    name parts that rulesets add.
    """
    shapes = shapes or StrategyShapes()
    known = enumeration(shapes.sectors.names)
    definitions = shared({"anyOf": [known, {"type": "string", "pattern": _pattern(Identifier)}]})
    models = ModelSchemas(definitions)
    body = models.model(RulesetText) | _strict_about_sectors(known)
    conditions = ConditionSchemas(shapes.root, definitions)
    subjects = dict(shapes.subjects())
    definitions["about-subject"] = {
        "allOf": [
            {
                "if": {"required": ["subject"], "properties": {"subject": {"const": name}}},
                "then": {"properties": dict.fromkeys(("when", "unless", "require"), conditions.condition(shape))},
            }
            for name, shape in subjects.items()
        ]
    }
    for model in (RuleText, ConceptText):
        definition = definitions[model.__name__]
        definition["properties"]["subject"] = enumeration(subjects)
        definition["allOf"] = [reference("about-subject")]
    rule = definitions[RuleText.__name__]
    rule["properties"]["source"] = {
        "description": "An id of the ruleset's `sources`, or a source of its own.",
        "anyOf": [{"type": "string"}, rule["properties"]["source"]],
    }
    rule["required"] = [name for name in rule["required"] if name not in _DEFAULTED]
    body["allOf"] = [_needed_where_no_default(name) for name in _DEFAULTED]
    definitions[ChangeText.__name__]["anyOf"] = list(_some_change())
    # Conditions describe the fields already.
    definitions["Fragment"] = _fragment(
        shapes,
        ModelSchemas(
            definitions,
            described=False,
            choices=conditions.choices,
            extensible={shape.model for shape in subjects.values()},
        ),
    )
    fragments = {"anyOf": [reference("Fragment"), {"type": "array", "items": reference("Fragment")}, {"type": "null"}]}
    examples = definitions[Examples.__name__]["properties"]
    examples.update(dict.fromkeys(examples, fragments))
    return headed("ruleset", body, definitions)


def _pattern(text: Any) -> str:
    """The pattern of a constrained text."""
    pattern: str = get_args(text)[1].pattern
    return pattern


def _strict_about_sectors(known: Schema) -> Schema:
    """A ruleset that stands for itself names no sector but the known ones."""
    adds = {"required": ["sectors"], "properties": {"sectors": {"minItems": 1}}}
    extends = {"required": ["extends"], "properties": {"extends": {"minItems": 1}}}
    named = {"properties": {"sectors": {"items": known}}}
    strict = {"properties": {"rules": {"items": named}, "defaults": named}}
    return {"if": {"anyOf": [adds, extends]}, "else": strict}


def _needed_where_no_default(name: str) -> Schema:
    default = {"required": ["defaults"], "properties": {"defaults": {"required": [name], "properties": {name: {}}}}}
    stated = {"required": ["defaults"], "properties": {"defaults": {"properties": {name: {"type": "string"}}}}}
    return {
        "if": {"allOf": [default, stated]},
        "else": {"properties": {"rules": {"items": {"required": [name]}}}},
    }


def _some_change() -> Iterator[Schema]:
    """A change changes something."""
    for name in ("severity", "owner", "effort"):
        yield {"required": [name], "properties": {name: {"type": "string"}}}
    yield {"required": ["off"], "properties": {"off": {"const": True}}}
    yield {"required": ["parameters"], "properties": {"parameters": {"minProperties": 1}}}


def _fragment(shapes: StrategyShapes, models: ModelSchemas) -> Schema:
    """A fragment of a strategy, laid over a smallest strategy that states what is required.

    It may say what it shows, and its own day.
    """
    schema = models.model(shapes.model, given=shapes.model.model_fields)
    organisation = value_of(shapes.model.model_fields["organisation"]).model
    assert organisation is not None, "the organisation is a part"
    models.definitions[organisation.__name__] = models.model(organisation, given=organisation.model_fields)
    day = {"description": "The day as of which this example is judged.", "anyOf": [reference("day"), {"type": "null"}]}
    shows = {"description": "Which lawful way, breach or trap this example shows.", "type": "string"}
    schema["properties"] = {"shows": shows, "as_of": day, **schema["properties"]}
    return schema | {"description": "What a strategy says, as far as the rule asks for it."}
