# SPDX-License-Identifier: Apache-2.0
"""Generates strategies, and conditions over a fixed small set of their fields, with every operator and nesting."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from govrules.logic import CompiledCondition, FieldType, Parser, Shape, compile_condition
from govrules.logic.condition import Condition
from govrules.logic.operators import OPERATORS, fitting
from govrules.strategy import Strategy, StrategyShapes

AS_OF = date(2026, 11, 23)
SHAPES = StrategyShapes()
ROOT, CHANNEL = SHAPES.root, SHAPES.subject("channels")
assert CHANNEL is not None

# For each list of parts and for the document: the fields that conditions speak of.
FIELDS: dict[str, tuple[str, ...]] = {
    "strategy": (
        "author",
        "launch_on",
        "markets",
        "newest_research",
        "organisation.sectors",
        "organisation.established_in",
        "organisation.employees",
        "resourcing.fte",
        "resourcing",
    ),
    "channels": (
        "owner",
        "visibility",
        "topics",
        "markets",
        "sectors",
        "archive",
        "archive.enabled",
        "archive.years",
        "archive.captures",
        "archive.retrieval_tested_on",
        "access.administrators",
    ),
    "research": ("title", "published_on", "own_sector", "shared_with"),
    "organisation.registrations": ("authority", "kind", "member_since"),
    "governance.records.retention": ("years", "required_years", "shortfall_years"),
    "resourcing.roles": ("fte",),
}
LISTS = tuple(name for name in FIELDS if name != "strategy")
CONCEPTS: dict[str, tuple[Shape, dict[str, Any]]] = {
    "is-public": (CHANNEL, {"visibility": "public"}),
    "is-large": (ROOT, {"organisation.employees": {"more_than": 1}}),
    "is-risky": (CHANNEL, {"any": [{"is": "is-public"}, {"not": {"is": "is-large"}}]}),
}

days = st.sampled_from([AS_OF + timedelta(days) for days in (-400, -31, -30, -1, 0, 1, 30, 31)])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "boolean": st.booleans(),
    "integer": st.integers(0, 3),
    "number": st.sampled_from([0, 0.5, 1, 2.5, 3]),
    "text": st.sampled_from(["", " ", "Ada", "no risk", "ask Ada.", "Adam", "x_Ada"]),
    "day": days.map(date.isoformat),
    "market": st.sampled_from(["US", "US-CA", "US-NY", "EU", "FR", "NO", "ZZ"]),
    "jurisdiction": st.sampled_from(["US", "US-CA", "US-NY", "EU", "FR", "NO", "ZZ"]),
    "sector": st.sampled_from(["financial-services", "investment-firm", "broker-dealer", "bank", "healthcare"]),
}


def values(type_: FieldType) -> st.SearchStrategy[Any]:
    return st.sampled_from(type_.choices[:3]) if type_.kind == "choice" else VALUES[type_.kind]


def type_at(shape: Shape, path: str) -> FieldType:
    type_ = FieldType("part", part=shape)
    for name in path.split("."):
        assert type_.part is not None
        type_ = type_.part.attributes[name].type
    return type_


def operands(operator: str, type_: FieldType) -> st.SearchStrategy[Any]:
    match OPERATORS[operator].operand:
        case "flag":
            return st.booleans()
        case "values":
            return st.lists(values(type_), min_size=1, max_size=3)
        case "words":
            return st.lists(st.sampled_from(["Ada", "NO RISK", "risk", "."]), min_size=1, max_size=2)
        case "days":
            return st.sampled_from([0, 1, 30])
    return values(type_)


def counts(where: st.SearchStrategy[Any] | None) -> st.SearchStrategy[dict[str, Any]]:
    bounds = st.dictionaries(st.sampled_from(["at_least", "at_most"]), st.integers(0, 3), min_size=1)
    return (
        bounds if where is None else st.one_of(bounds, st.builds(lambda one, two: one | {"where": two}, bounds, where))
    )


@st.composite
def _field(draw: st.DrawFn, shape: Shape, list_name: str, depth: int, stated: bool) -> dict[str, Any]:
    paths = [(path, shape, path) for path in FIELDS[list_name]]
    paths += [(f"strategy.{path}", ROOT, path) for path in FIELDS["strategy"]]
    if depth:
        paths += [(f"strategy.{name}", ROOT, name) for name in LISTS]
        paths += [(name, shape, name) for name in LISTS if list_name == "strategy"]
    written, home, path = draw(st.sampled_from(paths))
    type_ = type_at(home, path)
    operators = [name for name in fitting(type_) if stated or name != "stated"]
    if not operators:
        return draw(_field(shape, list_name, depth, stated))
    operator = draw(st.sampled_from(operators))
    if operator in ("some", "every", "count"):
        if type_.part is None:
            return {written: known(draw, {"count": draw(counts(None))}, stated)}
        where = conditions(type_.part, path, depth - 1, stated=stated)
        return {written: known(draw, {operator: draw(counts(where) if operator == "count" else where)}, stated)}
    operand = draw(operands(operator, type_))
    if operator == "stated":
        return {written: {operator: operand}}
    return {
        written: known(draw, operand if operator == "equals" and draw(st.booleans()) else {operator: operand}, stated)
    }


def known(draw: st.DrawFn, test: Any, stated: bool) -> Any:
    """A test of a field, now and then behind `known`, which as `stated` asks whether the field is stated."""
    return {"known": test} if stated and draw(st.integers(0, 3)) == 0 else test


@st.composite
def conditions(
    draw: st.DrawFn, shape: Shape = CHANNEL, list_name: str = "channels", depth: int = 3, *, stated: bool = True
) -> dict[str, Any]:
    """A condition about a part of ``list_name``, as a ruleset would write it; ``stated``: may use `stated`, `known`."""
    field = _field(shape, list_name, max(depth, 0), stated)
    if depth <= 0:
        return draw(field)
    inner = conditions(shape, list_name, depth - 1, stated=stated)
    about = [name for name, (own, _) in CONCEPTS.items() if own in (shape, ROOT)]
    several = st.lists(inner, min_size=1, max_size=3)
    return draw(
        st.one_of(
            field,
            st.builds(lambda one, two: one | two, field, field),
            several.map(lambda parts: {"all": parts}),
            several.map(lambda parts: {"any": parts}),
            inner.map(lambda part: {"not": part}),
            st.sampled_from(about).map(lambda name: {"is": name}),
        )
    )


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A part of the document that states any of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


def _stated(shape: Shape, *names: str) -> dict[str, st.SearchStrategy[Any]]:
    types = {name: shape.attributes[name].type for name in names}
    return {
        name: st.lists(values(type_), max_size=2, unique=True) if type_.many else values(type_)
        for name, type_ in types.items()
    }


def _part(shape: Shape, name: str) -> Shape:
    part = shape.attributes[name].type.part
    assert part is not None
    return part


def _list(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(parts, max_size=3)


_organisation = _part(ROOT, "organisation")
_records = _part(_part(ROOT, "governance"), "records")
channels = _some(
    **_stated(CHANNEL, "owner", "visibility", "topics", "markets", "sectors"),
    archive=_some(**_stated(_part(CHANNEL, "archive"), "enabled", "years", "captures", "retrieval_tested_on")),
    access=_some(**_stated(_part(CHANNEL, "access"), "administrators", "mfa")),
)
# What the elements of each list of parts state.
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "channels": channels,
    "research": _some(**_stated(_part(ROOT, "research"), "title", "published_on", "own_sector", "shared_with")),
    "organisation.registrations": _some(
        **_stated(_part(_organisation, "registrations"), "authority", "kind", "member_since")
    ),
    "governance.records.retention": _some(**_stated(_part(_records, "retention"), "years", "required_years")),
    "resourcing.roles": _some(**_stated(_part(_part(ROOT, "resourcing"), "roles"), "fte")),
}
documents = st.fixed_dictionaries(
    {
        "title": st.just("T"),
        "organisation": st.fixed_dictionaries(
            {"name": st.just("Acme")},
            optional=_stated(_organisation, "sectors", "established_in", "staff_in", "listed_in", "employees")
            | {"registrations": _list(PARTS["organisation.registrations"])},
        ),
    },
    optional={
        **_stated(ROOT, "author", "launch_on", "markets"),
        "channels": _list(PARTS["channels"]),
        "research": _list(PARTS["research"]),
        "governance": _some(records=_some(retention=_list(PARTS["governance.records.retention"]))),
        "resourcing": _some(roles=_list(PARTS["resourcing.roles"])),
    },
)
"""Documents as plain data, of which any field may be left out."""


def strategy(document: dict[str, Any]) -> Strategy:
    return Strategy.model_validate(document)


def filled(document: Any, more: Any) -> Any:
    """The document with what it leaves out taken from another; what it states, the length of lists too, stays."""
    if isinstance(document, dict) and isinstance(more, dict):
        return {
            key: filled(document[key], more.get(key)) if key in document else more[key] for key in {**document, **more}
        }
    if isinstance(document, list) and isinstance(more, list):
        return [filled(part, more[index] if index < len(more) else None) for index, part in enumerate(document)]
    return document


def lists_in(value: Any, at: str = "") -> list[str]:
    """The paths of the lists that a document states, as reports write them."""
    if isinstance(value, dict):
        return [path for key, part in value.items() for path in lists_in(part, f"{at}.{key}" if at else key)]
    if isinstance(value, list):
        return [at, *(path for number, part in enumerate(value, 1) for path in lists_in(part, f"{at}[{number}]"))]
    return []


@st.composite
def incomplete(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """The document in which some lists, none or all, are marked as not complete."""
    paths = lists_in(document)
    some = st.lists(st.sampled_from(paths), unique=True, max_size=6) if paths else st.just([])
    return document | {"incomplete": draw(st.one_of(st.just([]), some, st.just(paths)))}


@st.composite
def lengthened(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """The document after more work on its incomplete lists: some have more elements, and some are complete now."""
    longer: dict[str, Any] = deepcopy(document)
    for path in document["incomplete"]:
        there: Any = longer
        type_ = FieldType("part", part=ROOT)
        for step in path.split("."):
            name, _, number = step.partition("[")
            assert type_.part is not None
            there, type_ = there[name], type_.part.attributes[name].type
            if number:
                there = there[int(number.rstrip("]")) - 1]
        there += draw(st.lists(PARTS[path] if path in PARTS else values(type_), max_size=2))
    longer["incomplete"] = [path for path in document["incomplete"] if draw(st.booleans())]
    return longer


def compiled(raw: dict[str, Any], shape: Shape = CHANNEL) -> tuple[CompiledCondition, dict[str, Condition]]:
    """A condition parsed and compiled, and the parsed concepts beside it."""
    parser = Parser(ROOT, {name: own for name, (own, _) in CONCEPTS.items()})
    parsed = {name: parser.condition(text, own, (name,)) for name, (own, text) in CONCEPTS.items()}
    condition = parser.condition(raw, shape, ("when",))
    assert condition is not None, parser.faults
    concepts = {name: one for name, one in parsed.items() if one is not None}
    nodes: dict[str, CompiledCondition] = {}
    for name, one in concepts.items():
        nodes[name] = compile_condition(one, nodes)
    return compile_condition(condition, nodes), concepts
