# SPDX-License-Identifier: Apache-2.0
"""What is decided of a list of which only some elements are stated, and what its other elements leave open."""

import pytest
from asking import COLOURS, ROOT, decided_by, strategy, thing, truth
from asking import traced as traced_

from govrules.logic import deciding
from govrules.logic.incomplete import IncompleteList
from govrules.logic.operators import OPERATORS

RED, BLUE, UNSAID = thing(colour="red"), thing(colour="blue"), thing()


def so_far(*elements):
    return IncompleteList(elements)


@pytest.mark.parametrize(
    ("test", "stated", "expected"),
    [
        ({"includes": "red"}, (), None),
        ({"includes": "red"}, ("blue",), None),
        ({"includes": "red"}, ("blue", "red"), True),
        ({"includes_any": ["red", "green"]}, ("blue",), None),
        ({"includes_any": ["red", "green"]}, ("green",), True),
        ({"includes_all": ["red", "green"]}, ("red",), None),
        ({"includes_all": ["red", "green"]}, ("green", "red"), True),
        ({"only": ["red", "green"]}, (), None),
        ({"only": ["red", "green"]}, ("red",), None),
        ({"only": ["red", "green"]}, ("red", "blue"), False),
        ({"only": list(COLOURS)}, ("red",), None),
        ({"empty": True}, (), None),
        ({"empty": True}, ("red",), False),
        ({"empty": False}, (), None),
        ({"empty": False}, ("red",), True),
        ({"stated": True}, (), True),
        ({"stated": False}, ("red",), False),
        ({"count": {"at_least": 2}}, ("red",), None),
        ({"count": {"at_least": 2}}, ("red", "blue"), True),
        ({"count": {"at_most": 1}}, ("red",), None),
        ({"count": {"at_most": 1}}, ("red", "blue"), False),
        ({"count": {"at_least": 1, "at_most": 2}}, ("red",), None),
    ],
)
def test_only_what_more_elements_cannot_change_is_decided(test, stated, expected):
    assert truth({"all_colour": test}, all_colour=so_far(*stated)) is expected
    opposite = None if expected is None else not expected
    assert truth({"not": {"all_colour": test}}, all_colour=so_far(*stated)) is opposite
    if "stated" not in test:
        assert truth({"all_colour": {"known": test}}, all_colour=so_far(*stated)) is expected


def test_each_operator_of_lists_is_tested_here():
    lists = {name for name, operator in OPERATORS.items() if operator.many is not False}
    assert lists == {"includes", "includes_any", "includes_all", "only", "empty", "stated", "covers", "mentions"}
    assert all(OPERATORS[name].lasting for name in lists)


def test_texts_and_places():
    assert truth({"all_owner": {"mentions": ["risk"]}}, all_owner=so_far("no risk")) is True
    assert truth({"all_owner": {"mentions": ["risk"]}}, all_owner=so_far("Ada")) is None
    assert truth({"all_market": {"covers": "EU"}}, all_market=so_far("FR")) is True
    assert truth({"all_market": {"covers": "EU"}}, all_market=so_far("US")) is None
    assert truth({"all_seat": {"covers": "US-CA"}}, all_seat=so_far("US")) is None


@pytest.mark.parametrize(
    ("elements", "some", "every"),
    [
        ((), None, None),
        ((RED,), True, None),
        ((BLUE,), None, False),
        ((UNSAID,), None, None),
        ((RED, BLUE), True, False),
        ((RED, UNSAID), True, None),
        ((BLUE, UNSAID), None, False),
    ],
)
def test_some_and_every(elements, some, every):
    for known in (False, True):
        for quantifier, expected in (("some", some), ("every", every)):
            test = {quantifier: {"colour": "red"}}
            condition = {"elements": {"known": test} if known else test}
            assert truth(condition, elements=so_far(*elements)) is expected


@pytest.mark.parametrize(
    ("elements", "at_least_2", "at_most_1"),
    [
        ((), None, None),
        ((RED,), None, None),
        ((RED, UNSAID), None, None),
        ((RED, RED), True, False),
        ((BLUE, BLUE, BLUE), None, None),
    ],
)
def test_of_a_number_only_the_lower_bound_is_known(elements, at_least_2, at_most_1):
    def count(**bounds):
        where = {"where": {"colour": "red"}, **bounds}
        return truth({"elements": {"count": where}}, elements=so_far(*elements))

    assert count(at_least=2) is at_least_2
    assert count(at_most=1) is at_most_1


def test_the_list_is_named_where_its_other_elements_leave_it_open():
    some = {"elements": {"some": {"colour": "red"}}}
    assert decided_by(some, elements=so_far(BLUE)) == (None, ["elements"])
    assert decided_by(some, elements=so_far(BLUE, UNSAID)) == (None, ["elements", "elements.1.colour"])
    assert decided_by(some, elements=so_far(BLUE, RED)) == (True, ["elements.1.colour"])
    every = {"elements": {"every": {"colour": "red"}}}
    assert decided_by(every, elements=so_far(RED)) == (None, ["elements"])
    assert decided_by(every, elements=so_far(RED, BLUE)) == (False, ["elements.1.colour"])
    assert decided_by({"all_colour": {"includes": "red"}}, all_colour=so_far("blue")) == (None, ["all_colour"])
    (leaf,) = deciding(traced_(some, elements=so_far(BLUE)))
    assert leaf.value == (BLUE,)


def test_a_list_in_an_element_of_a_complete_list_can_be_incomplete():
    root = strategy(things=(thing(all_colour=so_far("red")), thing(all_colour=("blue",))))
    condition = {"things": {"every": {"all_colour": {"includes": "blue"}}}}
    assert decided_by(condition, shape=ROOT, root=root) == (None, ["things.0.all_colour"])
