# SPDX-License-Identifier: Apache-2.0
"""Some, every and count over lists that are unstated, empty or mixed."""

import pytest
from asking import strategy, thing, truth

RED, BLUE, UNSAID = thing(colour="red"), thing(colour="blue"), thing()


@pytest.mark.parametrize(
    ("elements", "some", "every"),
    [
        (None, None, None),
        ((), False, True),
        ((RED,), True, True),
        ((BLUE,), False, False),
        ((UNSAID,), None, None),
        ((RED, BLUE), True, False),
        ((RED, UNSAID), True, None),
        ((BLUE, UNSAID), None, False),
        ((UNSAID, BLUE, RED), True, False),
    ],
)
def test_some_and_every(elements, some, every):
    assert truth({"elements": {"some": {"colour": "red"}}}, elements=elements) is some
    assert truth({"elements": {"every": {"colour": "red"}}}, elements=elements) is every


@pytest.mark.parametrize(
    ("elements", "at_least_2", "at_most_1", "exactly_1"),
    [
        (None, None, None, None),
        ((), False, True, False),
        ((RED,), False, True, True),
        ((RED, RED), True, False, False),
        ((RED, UNSAID), None, None, None),
        ((UNSAID,), False, True, None),
        ((UNSAID, UNSAID), None, None, None),
        ((RED, RED, UNSAID), True, False, False),
        ((BLUE, UNSAID), False, True, None),
        ((RED, BLUE, BLUE), False, True, True),
    ],
)
def test_count(elements, at_least_2, at_most_1, exactly_1):
    def count(**bounds):
        return truth({"elements": {"count": {"where": {"colour": "red"}, **bounds}}}, elements=elements)

    assert count(at_least=2) is at_least_2
    assert count(at_most=1) is at_most_1
    assert count(at_least=1, at_most=1) is exactly_1


def test_count_without_where_counts_all_elements_said_or_unsaid():
    condition = {"elements": {"count": {"at_least": 2}}}
    assert truth(condition) is None
    assert truth(condition, elements=(UNSAID,)) is False
    assert truth(condition, elements=(UNSAID, RED)) is True


def test_several_operators_on_a_list_must_all_hold():
    condition = {"elements": {"some": {"colour": "red"}, "count": {"at_most": 1}}}
    assert truth(condition, elements=(RED,)) is True
    assert truth(condition, elements=(RED, RED)) is False
    assert truth(condition, elements=(BLUE, UNSAID)) is False
    assert truth(condition, elements=(UNSAID,)) is None


def test_paths_inside_a_quantifier_are_the_elements_own():
    condition = {"elements": {"some": {"owner": "Ada"}}}
    assert truth(condition, owner="Ada", elements=(thing(owner="Bob"),)) is False


def test_strategy_reaches_the_document_from_inside_a_quantifier():
    condition = {"elements": {"every": {"any": [{"owner": "Ada"}, {"strategy.owner": "Ada"}]}}}
    elements = (thing(owner="Bob"), thing(owner="Ada"))
    assert truth(condition, elements=elements, root=strategy(owner="Ada")) is True
    assert truth(condition, elements=elements, root=strategy(owner="Bob")) is False
    assert truth(condition, elements=elements, root=strategy()) is None


def test_lists_of_the_document_are_reached_from_a_thing():
    condition = {"strategy.things": {"some": {"elements": {"some": {"flag": True}}}}}
    assert truth(condition, root=strategy(things=(thing(elements=(thing(flag=True),)),))) is True
    assert truth(condition, root=strategy(things=(thing(elements=()),))) is False
    assert truth(condition, root=strategy(things=(thing(),))) is None
    assert truth(condition) is None
