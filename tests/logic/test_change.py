# SPDX-License-Identifier: Apache-2.0
"""The smallest change that would make a condition true, in plain words for every operator."""

import pytest
from asking import AS_OF, thing, traced

from govrules.logic.change import smallest_change, ways
from govrules.logic.incomplete import IncompleteList

RED, BLUE = thing(colour="red"), thing(colour="blue")


def wanted(condition, **stated):
    way = smallest_change(traced(condition, **stated))
    return None if way is None else [(".".join(map(str, change.pointer)), change.wanted) for change in way]


@pytest.mark.parametrize(
    ("condition", "stated", "holds"),
    [
        ({"flag": True}, {"flag": False}, "true"),
        ({"flag": False}, {"flag": True}, "false"),
        ({"flag": {"known": True}}, {}, "true"),
        ({"colour": {"one_of": ["red", "green"]}}, {"colour": "blue"}, "one of red, green"),
        ({"seats": {"at_least": 3}}, {"seats": 2}, "at least 3"),
        ({"not": {"seats": {"at_least": 3}}}, {"seats": 3}, "less than 3"),
        ({"not": {"colour": "red"}}, {"colour": "red"}, "anything but red"),
        ({"not": {"flag": True}}, {"flag": True}, "false"),
        ({"day": {"within_days": 30}}, {}, "a day within the last 30 days"),
        ({"not": {"day": {"on_or_after": "2026-11-23"}}}, {"day": AS_OF}, "before 2026-11-23"),
        ({"all_colour": {"includes": "red"}}, {"all_colour": ()}, "a list with red"),
        ({"all_colour": {"empty": True}}, {"all_colour": ("red",)}, "an empty list"),
        ({"not": {"all_colour": {"empty": True}}}, {"all_colour": ()}, "a list of something"),
        ({"owner": {"given": True}}, {"owner": " "}, "stated"),
        ({"owner": {"given": False}}, {"owner": "Ada"}, "blank"),
        ({"owner": {"stated": True}}, {}, "stated"),
        ({"not": {"owner": {"stated": False}}}, {}, "stated"),
    ],
)
def test_each_change_says_what_the_field_would_have_to_be(condition, stated, holds):
    ((_, found),) = wanted(condition, **stated)
    assert found == holds


def test_to_say_less_is_no_way():
    assert wanted({"owner": {"stated": False}}, owner="Ada") is None
    assert wanted({"not": {"owner": {"stated": True}}}, owner="Ada") is None
    assert wanted({"any": [{"owner": {"stated": False}}, {"flag": True}]}, owner="Ada") == [("flag", "true")]


def test_what_is_met_needs_no_change():
    assert wanted({"flag": True}, flag=True) == []


def test_an_incomplete_list_gets_an_element_or_is_completed():
    some, every = {"elements": {"some": {"colour": "red"}}}, {"elements": {"every": {"colour": "red"}}}
    assert wanted(some, elements=IncompleteList([BLUE])) == [("elements", "with one more element that fits")]
    assert wanted(some, elements=(BLUE,)) == [("elements.0.colour", "red")]
    assert wanted(every, elements=IncompleteList([RED])) == [("elements", "complete")]
    both = [("elements.1.colour", "red"), ("elements", "complete")]
    assert wanted(every, elements=IncompleteList([RED, BLUE])) == both
    assert wanted(every) == [("elements", "stated")]


def choices(condition, **stated):
    return [
        [(".".join(map(str, change.pointer)), change.wanted) for change in way]
        for way in ways(traced(condition, **stated))
    ]


def test_each_part_of_an_any_is_a_way_and_what_is_met_takes_nothing():
    either = {"any": [{"flag": True}, {"all": [{"seats": {"at_least": 3}}, {"colour": "red"}]}]}
    assert choices(either) == [[("flag", "true")], [("seats", "at least 3"), ("colour", "red")]]
    assert choices(either, seats=4) == [[("flag", "true")], [("colour", "red")]]
    assert choices({"all": [{"owner": {"given": True}}, either]}, owner="Ada", seats=4) == choices(either, seats=4)
    assert choices({"all": [{"owner": {"given": True}}, either]}, seats=4) == [
        [("owner", "stated"), ("flag", "true")],
        [("owner", "stated"), ("colour", "red")],
    ]
    assert choices(either, flag=True) == [[]]
    assert choices({"owner": {"stated": False}}, owner="Ada") == []


def test_a_way_that_takes_more_than_another_is_left_out():
    assert choices({"any": [{"all": [{"flag": True}, {"colour": "red"}]}, {"flag": True}]}) == [[("flag", "true")]]
