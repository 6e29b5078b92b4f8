# SPDX-License-Identifier: Apache-2.0
"""The schemas themselves: draft-07, fresh in the repository, and with every field, question and operator in them."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from command_line import called
from jsonschema import Draft7Validator
from judges import KNOWN_SECTORS_ONLY, RULESET_SCHEMA

from govrules import report_schema
from govrules.logic import FieldType, Parser, Shape
from govrules.logic.operators import OPERATORS, fitting
from govrules.logic.parse import FORMS, QUANTIFIERS
from govrules.logic.shape import paths
from govrules.repository.config import config_schema
from govrules.repository.waivers import waivers_schema
from govrules.strategy import Strategy, StrategyShapes
from govrules.strategy.schema import DAY, strategy_schema

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {
    "strategy": strategy_schema(),
    "ruleset": RULESET_SCHEMA,
    "report": report_schema(),
    "config": config_schema(),
    "waivers": waivers_schema(),
}
DEFINITIONS = SCHEMAS["ruleset"]["definitions"]
SHAPES = StrategyShapes()


def followed(schema: dict[str, Any]) -> dict[str, Any]:
    """The definition that a schema refers to, or the schema."""
    while "$ref" in schema:
        schema = DEFINITIONS[schema["$ref"].removeprefix("#/definitions/")]
    return schema


def shapes_of_conditions() -> list[Shape]:
    found: dict[str, Shape] = {}
    waiting: list[Shape] = [SHAPES.root]
    while waiting:
        shape = waiting.pop()
        assert found.setdefault(shape.name, shape) is shape, "a definition is named after its shape"
        for _, _, attribute in paths(shape):
            if attribute.type.many and attribute.type.part and attribute.type.part.name not in found:
                waiting.append(attribute.type.part)
    return list(found.values())


def fields() -> Iterator[tuple[Shape, str, FieldType, dict[str, Any]]]:
    """Every path of every shape, from the subject and from the document, with its schema."""
    for shape in shapes_of_conditions():
        condition = DEFINITIONS[f"condition.{shape.name}"]
        for path, _, attribute in paths(shape):
            yield shape, path, attribute.type, condition["properties"][path]
    for path, _, attribute in paths(SHAPES.root):
        yield SHAPES.root, path, attribute.type, DEFINITIONS["paths-from-root"]["properties"][f"strategy.{path}"]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_is_a_schema_of_draft_07_that_stands_for_itself(kind):
    schema = SCHEMAS[kind]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"urn:govrules:schema:{kind}:0.1"
    assert schema["title"] and schema["description"]
    text = json.dumps(schema)
    for newer in ("$defs", "prefixItems", "unevaluatedProperties", "dependentRequired", "$dynamicRef"):
        assert f'"{newer}"' not in text


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_refers_to_what_it_defines_and_defines_nothing_else(kind):
    text = json.dumps(SCHEMAS[kind])
    for name in SCHEMAS[kind]["definitions"]:
        assert f'"$ref": "#/definitions/{name}"' in text, name
    for part in text.split('"$ref": "')[1:]:
        assert part.partition('"')[0].removeprefix("#/definitions/") in SCHEMAS[kind]["definitions"]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_in_the_repository_is_fresh(kind):
    """Renew it: python -m govrules schema strategy > schemas/strategy.schema.json (and ruleset, report)."""
    written = called("schema", kind, cwd=ROOT).stdout
    assert (ROOT / f"schemas/{kind}.schema.json").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("file", "kind", "folder"),
    [
        pytest.param(file, kind, folder, id=str(file.relative_to(ROOT)))
        for kind, folder, files in (
            ("strategy", "../schemas", (ROOT / "examples").glob("*.yaml")),
            ("ruleset", "../../schemas", (ROOT / "rulesets").glob("*/*.yaml")),
        )
        for file in sorted(files)
    ],
)
def test_each_example_and_ruleset_names_its_schema(file, kind, folder):
    line = f"# yaml-language-server: $schema={folder}/{kind}.schema.json"
    assert line in file.read_text(encoding="utf-8").splitlines()[:3]
    assert (file.parent / folder / f"{kind}.schema.json").is_file()


def test_every_field_of_the_strategy_is_offered_with_its_question_and_unit():
    schema = SCHEMAS["strategy"]
    for model in {shape.model for shape in SHAPES._shapes.values()}:
        part = schema if model is Strategy else schema["definitions"][model.__name__]
        assert list(part["properties"]) == list(model.model_fields)
        for name, info in model.model_fields.items():
            assert part["properties"][name]["description"].startswith(info.description)
            if isinstance(info.json_schema_extra, dict):
                assert part["properties"][name]["description"].endswith(f"Unit: {info.json_schema_extra['unit']}.")


def test_the_operators_offered_are_those_that_fit():
    count = 0
    for shape, path, type_, schema in fields():
        forms = followed(schema)
        operators = next(form for form in forms.get("anyOf", [forms]) if form.get("type") == "object")
        known = ["known"] if fitting(type_) != ["stated"] else []
        assert list(operators["properties"]) == [*fitting(type_), *known], (shape.name, path)
        assert ("anyOf" in forms) is ("equals" in fitting(type_)), (shape.name, path)
        assert DEFINITIONS[schema["$ref"].removeprefix("#/definitions/")]["description"]
        count += 1
    assert count > 1000


def test_the_values_offered_are_those_of_the_field():
    for shape, path, type_, schema in fields():
        if type_.kind == "choice":
            properties = next(
                form["properties"] for form in followed(schema).get("anyOf", [followed(schema)]) if "properties" in form
            )
            items = properties["includes_any" if type_.many else "one_of"]["items"]
            values, *groups = map(followed, items.get("anyOf", [items]))
            assert values["enum"] == list(type_.choices), (shape.name, path)
            assert [f"${name}" for name in type_.groups] == [name for one in groups for name in one["enum"]], path


def test_the_forms_of_a_condition_are_those_of_the_language():
    for shape in shapes_of_conditions():
        properties = DEFINITIONS[f"condition.{shape.name}"]["properties"]
        assert list(properties) == [*FORMS, *(path for path, _, _ in paths(shape))]


OPERANDS: tuple[Any, ...] = (
    None, True, 3, 0, -1, 2.5, "", " ", "x", "$p", "public", "bank", "US", "EU", "UK", "2026-02-28", "2026-02-29",
    "2026-W01-1", [], ["x"], [" "], [True], [3], [2.5], ["US"], ["bank"], ["2026-02-28"], ["2026"], [None], [[]], {},
    {"stated": True}, {"known": "x"}, {"at_least": 1}, {"at_least": "1"}, {"where": {}, "at_most": 1},
    {"where": {"stated": True}},
)  # fmt: skip
PARAMETERS: tuple[Any, ...] = (3, 2.5, "x", "US", "bank", "2026-02-28")


def one_field_of_each_type() -> list[Any]:
    found: dict[Any, Any] = {}
    for shape, path, type_, _ in fields():
        choices = type_.choices[0] if "public" in type_.choices else bool(type_.choices)
        found.setdefault((type_.kind, type_.many, choices), pytest.param(shape, path, type_, id=f"{shape.name}-{path}"))
    return list(found.values())


@pytest.mark.parametrize(("shape", "path", "type_"), one_field_of_each_type())
def test_the_judges_agree_on_every_operator_with_every_operand(shape, path, type_):
    judge = Draft7Validator({"$ref": f"#/definitions/condition.{shape.name}", "definitions": KNOWN_SECTORS_ONLY})
    operands = [*OPERANDS, *type_.choices[:1], *([[type_.choices[-1]]] if type_.choices else [])]
    for raw in operands:
        for value in (raw, *({name: raw} for name in (*OPERATORS, *QUANTIFIERS, "known", "unknown"))):
            condition = {path: value}
            parsers = [Parser(SHAPES.root, {}, {"p": parameter}) for parameter in (*PARAMETERS, *type_.choices[:1])]
            read = any(parser.condition(condition, shape, ("when",)) is not None for parser in parsers)
            assert judge.is_valid(condition) is read, condition


def test_a_day_is_one_of_the_calendar():
    judge = Draft7Validator({key: value for key, value in DAY.items() if key != "format"})
    for year in (1, 4, 99, 100, 400, 1900, 1999, 2000, 2024, 2026, 9999):
        days = {(date(year, 1, 1) + timedelta(days=day)).isoformat() for day in range(365)} | {f"{year:04}-12-31"}
        written = {f"{year:04}-{month:02}-{day:02}" for month in range(14) for day in range(33)}
        assert {text for text in written if judge.is_valid(text)} == days
    for text in ("0000-01-01", "2026-1-1", "20260101", "2026-01-01T00:00", " 2026-01-01", "2026-W01-1"):
        assert not judge.is_valid(text)
