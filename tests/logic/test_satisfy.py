# SPDX-License-Identifier: Apache-2.0
"""That a condition can never be true is proved, or not said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from asking import AS_OF, CONCEPTS, ROOT, THING, node, parser, strategy, thing
from hypothesis import given
from hypothesis import strategies as st

from govrules.logic import World
from govrules.logic.incomplete import IncompleteList
from govrules.logic.operators import OPERATORS
from govrules.logic.satisfy import can_be
from govrules.taxonomy import jurisdictions


def concepts():
    reader = parser()
    return {name: reader.condition(text, shape, (name,)) for name, (shape, text) in CONCEPTS.items()}


def possible(*tests, truth=True, shape=THING):
    return can_be(node({"all": list(tests)}, shape).condition, truth, concepts())


FOO, BAR, BAZ = ({"owner": {"mentions": [word]}} for word in ("Foo", "Bar", "Baz"))


@pytest.mark.parametrize(
    "tests",
    [
        [FOO, BAR, {"not": BAZ}],
        [{"owner": {"mentions": ["no risk"]}}, {"not": {"owner": {"mentions": ["no Risk free", "free"]}}}],
        [FOO, BAR, {"not": {"owner": {"equals": "Foo"}}}, {"not": {"owner": "Bar"}}],
        [{"not": {"owner": {"mentions": ["Foo Bar"]}}}, FOO, BAR],
        [{"owner": {"given": True}}, {"not": {"owner": {"one_of": ["a", "b", "anything else"]}}}],
        [{"owner": {"given": False}}, {"not": {"owner": ""}}, {"not": {"owner": " "}}],
        [{"seats": {"more_than": 5}}],
        [{"seats": {"less_than": 5}}],
        [{"years": {"more_than": 1, "less_than": 2}}],
        [{"years": {"less_than": 1e22}}],
        [{"years": {"more_than": 1e-300, "less_than": 1e-299}}],
        [{"seats": {"more_than": 10**30, "less_than": 10**30 + 2}}],
        [{"years": {"more_than": 10**400}}],
        [{"day": {"on_or_after": "2031-01-01", "within_days": 30}}],
        [{"day": {"within_days": 10**30}}, {"not": {"day": {"within_days": 5}}}],
        [{"market": {"covers": "US"}}, {"not": {"market": "US"}}, {"not": {"market": "US-CA"}}],
        [{"seat": {"covers": "EU"}}, {"not": {"seat": {"one_of": ["EU", "FR", "DE"]}}}],
        [{"all_market": {"covers": "US", "only": ["US-CA", "FR"]}}],
        [{"all_colour": {"includes_all": ["red", "blue"]}}, {"not": {"all_colour": {"includes": "green"}}}],
        [{"all_colour": {"includes_any": ["red", "blue"]}}, {"not": {"all_colour": {"includes_all": ["red", "blue"]}}}],
        [{"all_owner": {"mentions": ["Foo"]}}, {"not": {"all_owner": {"includes": "Foo"}}}],
        [
            {"all_owner": {"mentions": ["Foo"]}},
            {"not": {"all_owner": {"only": ["Foo"]}}},
            {"not": {"all_owner": {"mentions": ["Bar"]}}},
        ],
        [{"all_colour": {"empty": True}}, {"all_colour": {"only": ["red"]}}, {"all_colour": {"count": {"at_most": 0}}}],
        [{"elements": {"some": {"colour": "red"}, "every": {"colour": "red"}, "count": {"at_least": 3}}}],
        [{"elements": {"every": {"all": [{"colour": "red"}, {"colour": "blue"}]}}}],
        [{"flag": {"known": True}}, {"owner": {"stated": False}}],
        [{"not": {"flag": {"known": True}}}, {"not": {"flag": {"known": False}}}],
        [{"elements": {"known": {"every": {"colour": "red"}}}}],
        [{"not": {"elements": {"known": {"count": {"at_least": 0}}}}}],
        [{"owner": "Bob"}, {"is": "is-owned"}],
    ],
)
def test_what_can_be_is_not_called_impossible(tests):
    assert possible(*tests)


@pytest.mark.parametrize(
    "tests",
    [
        [FOO, {"not": {"owner": {"mentions": ["foo", "Baz"]}}}],
        [{"owner": {"mentions": ["no risk"]}}, {"not": {"owner": {"mentions": ["risk"]}}}],
        [{"owner": "Ada"}, {"owner": "Bob"}],
        [{"owner": "Ada"}, {"owner": {"given": False}}],
        [{"owner": {"given": False}}, FOO],
        [{"years": {"at_least": 2, "less_than": 2}}],
        [{"seats": {"more_than": 1, "less_than": 2}}],
        [{"day": {"on_or_after": "2026-01-02", "on_or_before": "2026-01-01"}}],
        [{"day": {"within_days": 3}}, {"not": {"day": {"within_days": 5}}}],
        [{"flag": True}, {"flag": False}],
        [{"flag": {"known": True}}, {"flag": {"stated": False}}],
        [{"not": {"colour": {"one_of": ["red", "green"]}}}, {"not": {"colour": "blue"}}],
        [{"market": {"covers": "EU"}}, {"market": "US"}],
        [{"all_market": {"covers": "EU", "only": ["US", "CA"]}}],
        [{"all_colour": {"includes": "red", "only": ["blue"]}}],
        [{"all_colour": {"empty": True, "includes": "red"}}],
        [{"all_colour": {"includes_all": ["red", "blue"]}}, {"not": {"all_colour": {"includes": "red"}}}],
        [{"all_owner": {"only": ["no risk"]}}, {"all_owner": {"mentions": ["Ada"]}}],
        [{"elements": {"some": {"all": [{"flag": True}, {"flag": False}]}}}],
        [{"elements": {"count": {"at_least": 3, "at_most": 2}}}],
        [{"strategy.owner": "Bob"}, {"is": "is-owned"}],
        [{"owner": {"stated": True}}, {"owner": {"stated": False}}],
    ],
)
def test_what_excludes_itself_is_found(tests):
    assert not possible(*tests)


def test_what_cannot_fail_is_found_and_what_leaves_open_can():
    assert not possible({"any": [{"flag": True}, {"flag": False}]}, truth=False)
    assert not possible({"not": {"seats": {"known": {"more_than": 2, "less_than": 1}}}}, truth=False)
    assert possible({"flag": True}, truth=False)
    assert possible({"elements": {"every": {"flag": True}}}, truth=False)
    assert (
        possible(
            {"elements": {"some": {"any": [{"flag": {"known": True}}, {"flag": True}, {"flag": False}]}}}, truth=True
        )
        is not False
    )


def test_an_operator_without_witnesses_makes_everything_possible(monkeypatch):
    tests = [{"owner": "Ada"}, {"owner": "Bob"}]
    monkeypatch.setitem(OPERATORS, "equals", replace(OPERATORS["equals"], witnesses=None))
    assert possible(*tests)


def test_the_owner_of_a_thing_is_not_that_of_the_document():
    assert possible({"owner": "Bob"}, {"strategy.owner": "Ada"})
    assert not possible({"owner": "Bob"}, {"is": "is-owned"}, shape=ROOT)


TEXTS = ("", " ", "Foo", "bar", "Foo bar", "Foo, the bar", "food", "baz")
POOLS = {
    "flag": (True, False),
    "seats": (0, 1, 2, 3),
    "years": (0, 0.5, 1, 1.5, 2, 3),
    "owner": TEXTS,
    "day": tuple(AS_OF + timedelta(near) for near in (-31, -30, -1, 0, 1, 30)),
    "colour": ("red", "green", "blue"),
    "market": ("US", "US-CA", "US-NY", "EU", "FR", "ZZ"),
    "seat": ("US", "US-CA", "US-NY", "EU", "FR", "ZZ"),
    "sector": ("financial-services", "bank", "broker-dealer", "healthcare"),
}


def written(value):
    return value.isoformat() if isinstance(value, date) else value


@st.composite
def cases(draw):
    """Several comparisons with one field, now and then negated, and a value of it, or None."""
    name = draw(st.sampled_from(sorted(POOLS)))
    pool = POOLS[name]
    if name != "flag" and draw(st.booleans()):
        name = f"all_{name}"
    type_ = THING.attributes[name].type
    tests = []
    for _ in range(draw(st.integers(1, 4))):
        operator = draw(st.sampled_from([one for one in OPERATORS.values() if one.fits(type_)]))
        one = st.sampled_from([value for value in pool if operator.operand != "words" or value.strip()])
        operand = {
            "flag": st.booleans(),
            "days": st.sampled_from([0, 1, 30]),
            "values": st.lists(one.map(written), min_size=1, max_size=3),
            "words": st.lists(one, min_size=1, max_size=2),
        }.get(operator.operand, one.map(written))
        test = {name: {operator.name: draw(operand)}}
        if draw(st.booleans()) and operator.of_silence is None:
            test = {name: {"known": test[name]}}
        tests.append({"not": test} if draw(st.booleans()) else test)
    values = st.sampled_from(pool)
    if type_.many:
        listed = st.lists(values, max_size=4)
        values = st.one_of(listed.map(tuple), listed.map(IncompleteList))
    return name, tests, draw(st.one_of(st.none(), values) if draw(st.booleans()) else values)


@given(cases())
def test_a_value_that_is_found_refutes_that_there_is_none(case):
    name, tests, value = case
    compiled = node({"all": tests})
    truth = compiled.evaluate(thing(**{name: value}), World(strategy(), AS_OF))
    if truth is not None:
        assert can_be(compiled.condition, truth, {})


def test_all_jurisdictions_are_tried():
    every = [{"not": {"market": {"covers": code}}} for code in jurisdictions().names]
    assert not possible({"market": {"stated": True}}, *every)
