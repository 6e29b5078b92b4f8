# SPDX-License-Identifier: Apache-2.0
"""`known` before a value or operators: a field that is not stated does not meet them, where it would be unknown."""

import pytest
from asking import ROOT, decided_by, faults, strategy, thing, truth

RED, BLUE, UNSAID = thing(colour="red"), thing(colour="blue"), thing()


@pytest.mark.parametrize(("value", "expected"), [(True, True), (False, False), (None, False)])
def test_known_to_be_true(value, expected):
    assert truth({"flag": {"known": True}}, flag=value) is expected


@pytest.mark.parametrize(("value", "expected"), [(True, False), (False, True), (None, False)])
def test_known_to_be_false_is_not_the_opposite(value, expected):
    assert truth({"flag": {"known": False}}, flag=value) is expected
    assert truth({"not": {"flag": {"known": False}}}, flag=value) is not expected


@pytest.mark.parametrize(("value", "expected"), [(2, False), (3, True), (5, True), (6, False), (None, False)])
def test_several_operators_behind_known_must_all_hold(value, expected):
    assert truth({"seats": {"known": {"at_least": 3, "at_most": 5}}}, seats=value) is expected


def test_other_operators_beside_known_stay_unknown():
    assert truth({"seats": {"at_least": 3, "known": {"at_most": 5}}}) is False
    assert truth({"any": [{"seats": {"at_least": 3}}, {"seats": {"known": {"at_most": 5}}}]}) is None


def test_what_stands_below_an_unstated_part_is_not_known():
    condition = {"part.part.owner": {"known": "Ada"}}
    assert truth(condition) is False
    assert truth(condition, part=thing()) is False
    assert truth(condition, part=thing(part=thing(owner="Ada"))) is True


def test_a_wider_place_stays_open_where_one_is_stated():
    assert truth({"seat": {"known": {"covers": "US-CA"}}}, seat="US") is None
    assert truth({"seat": {"known": {"covers": "US-CA"}}}) is False


@pytest.mark.parametrize(
    ("quantifier", "elements", "expected"),
    [
        ("some", None, False),
        ("some", (), False),
        ("some", (UNSAID,), None),
        ("some", (UNSAID, RED), True),
        ("every", None, False),
        ("every", (), True),
        ("every", (RED, UNSAID), None),
        ("every", (RED,), True),
    ],
)
def test_a_list_that_is_not_stated_has_nothing_that_is_known(quantifier, elements, expected):
    assert truth({"elements": {"known": {quantifier: {"colour": "red"}}}}, elements=elements) is expected


def test_a_list_that_is_not_stated_counts_as_neither_short_nor_long():
    for bound in ({"at_least": 0}, {"at_most": 9}):
        assert truth({"elements": {"known": {"count": bound}}}) is False
        assert truth({"all_colour": {"known": {"count": bound}}}) is False
        assert truth({"elements": {"known": {"count": bound}}}, elements=()) is True


def test_known_reaches_only_the_field_before_which_it_stands():
    condition = {"elements": {"known": {"some": {"colour": {"known": "red"}}}}}
    assert truth(condition, elements=(UNSAID,)) is False
    assert truth(condition, elements=(UNSAID, RED)) is True
    assert truth({"elements": {"some": {"colour": {"known": "red"}}}}) is None


def test_what_is_not_known_is_decided_by_the_field_that_is_not_stated():
    assert decided_by({"all": [{"flag": {"known": True}}, {"owner": "Ada"}]}) == (False, ["flag"])
    assert decided_by({"strategy.things": {"known": {"some": {"flag": True}}}}) == (False, ["things"])
    root = strategy(things=(BLUE, RED))
    found = decided_by({"things": {"known": {"some": {"colour": "red"}}}}, shape=ROOT, root=root)
    assert found == (True, ["things.1.colour"])


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ({"known": {"known": True}}, "`known` adds nothing inside `known`"),
        ({"known": {"stated": True}}, "`stated` adds nothing inside `known`"),
        ({"known": {}}, "'flag' has no operator"),
        ({"known": "yes"}, "'yes' is not true or false"),
        ({"known": {"at_least": 3}}, "`at_least` does not fit 'flag', which is true or false"),
        ({"knwon": True}, "there is no operator 'knwon'"),
    ],
)
def test_what_has_no_place_behind_known_is_a_fault(test, message):
    assert faults({"flag": test}) == [message]


def test_a_list_is_not_known_to_be_one_value():
    assert faults({"all_colour": {"known": "red"}}) == ["'all_colour' is a list and cannot equal one value"]
    assert faults({"part": {"known": {"owner": "Ada"}}}) == ["there is no operator 'owner'"]
