# SPDX-License-Identifier: Apache-2.0
"""Laws that hold for every part and every field of the strategy model, also for those that are yet to be added."""

from inspect import getmembers_static
from types import NoneType
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from govrules.strategy import Strategy, StrategyShapes
from govrules.strategy.base import Derived, Part, Scoped
from govrules.strategy.channels import Channel


def parts_of(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from parts_of(inner)


def all_models():
    found, waiting = [], [Strategy]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.append(model)
            waiting += [part for info in model.model_fields.values() for part in parts_of(info.annotation)]
    return found


MODELS = all_models()
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]
MUST_BE_STATED = {
    ("Strategy", "title"),
    ("Strategy", "organisation"),
    ("Organisation", "name"),
    ("Passage", "field"),
    ("Passage", "quote"),
    ("Passage", "document"),
}
KNOWN_IF_LEFT_OUT = {("Strategy", "document")}
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def test_the_model_is_found_whole():
    names = {model.__name__ for model in MODELS}
    assert {"Strategy", "Channel", "Archive", "RetentionClass", "Metric", "Rejection"} <= names
    assert len(FIELDS) > 300


def derived(model):
    """What follows from the fields of a model, by name."""
    return {name: one for name, one in getmembers_static(model) if isinstance(one, Derived)}


def test_only_title_organisation_its_name_and_a_passage_must_be_stated():
    required = {(model.__name__, name) for model, name in FIELDS if model.model_fields[name].is_required()}
    assert required == MUST_BE_STATED


@each_model
def test_what_is_left_out_is_none_and_may_be_written_as_null(model):
    for name, info in model.model_fields.items():
        if (model.__name__, name) not in MUST_BE_STATED | KNOWN_IF_LEFT_OUT:
            assert info.default is None, name
            assert info.default_factory is None, name
            assert NoneType in get_args(info.annotation), name


@each_model
def test_every_field_asks_a_question(model):
    for name, info in model.model_fields.items():
        question = info.description or ""
        # What stands after the question explains it: "Which data are in it? An empty list if none."
        assert "?" in question, name
        assert question.endswith(("?", ".")), name
        assert question[0].isupper(), name


@each_model
def test_what_follows_from_fields_answers_a_question_and_names_them(model):
    for name, one in derived(model).items():
        assert one.question.endswith("?"), name
        assert set(one.rests_on) <= set(model.model_fields), name


@each_model
def test_every_part_is_explained(model):
    assert (model.__doc__ or "").strip().split("\n")[0].endswith((".", ",")) or "." in (model.__doc__ or "")


@each_model
def test_parts_are_frozen_strict_and_closed(model):
    assert issubclass(model, Part)
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("strict") is True
    assert model.model_config.get("extra") == "forbid"


def test_a_strategy_cannot_be_changed():
    strategy = Strategy(title="T", organisation={"name": "Acme"}, markets=["US"], channels=[{"name": "Page"}])
    for part, name in ((strategy, "title"), (strategy.organisation, "name"), (strategy.channels[0], "name")):
        with pytest.raises(ValidationError):
            setattr(part, name, "another")
    assert isinstance(strategy.markets, tuple)
    assert hash(strategy) == hash(strategy.model_copy())


def test_lists_are_tuples_everywhere():
    def has_list(annotation):
        origin = getattr(annotation, "__origin__", annotation)
        return origin in (list, dict, set) or any(map(has_list, get_args(annotation)))

    assert [name for model, name in FIELDS if has_list(model.model_fields[name].annotation)] == []


def test_shapes_cover_every_field_of_every_model():
    shapes = StrategyShapes()
    seen, waiting = {}, [shapes.root]
    while waiting:
        shape = waiting.pop()
        if shape.model in seen:
            continue
        seen[shape.model] = shape
        assert set(shape.attributes) == {*shape.model.model_fields, *derived(shape.model)}
        for name, attribute in shape.attributes.items():
            assert attribute.name == name
            assert attribute.question != name
            assert (attribute.type.kind == "part") == (attribute.type.part is not None)
            assert (attribute.type.kind == "choice") == bool(attribute.type.choices)
            assert (attribute.type.kind in ("market", "jurisdiction", "sector")) == (attribute.type.tree is not None)
            if attribute.type.part is not None:
                waiting.append(attribute.type.part)
    assert set(seen) == set(MODELS)


def test_shapes_know_the_types_of_fields():
    shapes = StrategyShapes()

    def type_of(*path):
        shape, attribute = shapes.root, None
        for name in path:
            attribute = shape.attributes[name]
            shape = attribute.type.part
        return str(attribute.type), attribute.unit

    assert type_of("markets") == ("a list, each a market", None)
    assert type_of("organisation", "established_in") == ("a list, each a jurisdiction", None)
    assert type_of("organisation", "sectors") == ("a list, each a sector", None)
    assert type_of("organisation", "employees") == ("a whole number", "people")
    assert type_of("channels") == ("a list, each a group of fields", None)
    assert type_of("channels", "visibility") == ("a choice", None)
    assert type_of("channels", "archive", "years") == ("a number", "years")
    assert type_of("channels", "archive", "retrieval_tested_on") == ("a date", None)
    assert type_of("channels", "approval", "recorded") == ("true or false", None)
    assert type_of("newest_research") == ("a date", None)
    assert type_of("governance", "records", "retention", "shortfall_years") == ("a number", "years")


def test_lists_of_parts_and_the_strategy_can_be_subjects_and_nothing_else():
    shapes = StrategyShapes()
    for name in ("strategy", "channels", "content", "governance.vendors", "governance.records.retention"):
        assert shapes.subject(name) is not None, name
    for name in ("markets", "governance", "title", "nothing", "channels.name", "channels.archive", "", "strategy.x"):
        assert shapes.subject(name) is None, name


def test_a_list_within_a_list_cannot_be_a_subject():
    assert StrategyShapes().subject("business_case.objectives.metrics") is None


def test_what_can_narrow_the_markets_can_narrow_the_sectors():
    assert issubclass(Channel, Scoped)
    for model in MODELS:
        if "markets" in model.model_fields and model is not Strategy:
            assert issubclass(model, Scoped), model.__name__
