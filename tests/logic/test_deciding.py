# SPDX-License-Identifier: Apache-2.0
"""Which fields decided a truth: exactly those, in the order of the condition."""

import pytest
from asking import ROOT, decided_by, strategy, thing, traced

from govrules.logic import deciding

BOTH = {"all": [{"flag": True}, {"owner": "Ada"}, {"colour": "red"}]}
ONE = {"any": [{"flag": True}, {"owner": "Ada"}, {"colour": "red"}]}


@pytest.mark.parametrize(
    ("condition", "stated", "expected"),
    [
        (BOTH, {"flag": True, "owner": "Ada", "colour": "red"}, (True, ["flag", "owner", "colour"])),
        (BOTH, {"flag": True, "owner": "Bob", "colour": "blue"}, (False, ["owner", "colour"])),
        (BOTH, {"owner": "Bob"}, (False, ["owner"])),
        (BOTH, {"owner": "Ada"}, (None, ["flag", "colour"])),
        (ONE, {"flag": True, "owner": "Bob", "colour": "red"}, (True, ["flag", "colour"])),
        (ONE, {"owner": "Ada"}, (True, ["owner"])),
        (ONE, {"flag": False, "owner": "Bob", "colour": "blue"}, (False, ["flag", "owner", "colour"])),
        (ONE, {"owner": "Bob"}, (None, ["flag", "colour"])),
        ({"not": BOTH}, {"owner": "Bob"}, (True, ["owner"])),
        ({"not": ONE}, {"owner": "Ada"}, (False, ["owner"])),
        ({"not": ONE}, {"owner": "Bob"}, (None, ["flag", "colour"])),
        ({"not": {"not": {"flag": True}}}, {"flag": True}, (True, ["flag"])),
        ({"flag": {"stated": True}}, {}, (False, ["flag"])),
        ({"part.part.owner": "Ada"}, {}, (None, ["part.part.owner"])),
        ({"is": "is-red"}, {"colour": "blue"}, (False, ["colour"])),
        ({"any": [BOTH, {"seats": 3}]}, {"owner": "Bob", "seats": 2}, (False, ["owner", "seats"])),
        ({"any": [BOTH, {"seats": 3}]}, {"owner": "Bob"}, (None, ["seats"])),
    ],
)
def test_all_any_not_and_concepts(condition, stated, expected):
    assert decided_by(condition, **stated) == expected


RED, BLUE, UNSAID = thing(colour="red"), thing(colour="blue"), thing()
SOME, EVERY = {"elements": {"some": {"colour": "red"}}}, {"elements": {"every": {"colour": "red"}}}


def count(**bounds):
    return {"elements": {"count": {"where": {"colour": "red"}, **bounds}}}


@pytest.mark.parametrize(
    ("condition", "elements", "expected"),
    [
        (SOME, (BLUE, RED, RED), (True, ["elements.1.colour", "elements.2.colour"])),
        (SOME, (BLUE, BLUE), (False, ["elements.0.colour", "elements.1.colour"])),
        (SOME, (BLUE, UNSAID), (None, ["elements.1.colour"])),
        (SOME, (), (False, ["elements"])),
        (SOME, None, (None, ["elements"])),
        (EVERY, (RED, RED), (True, ["elements.0.colour", "elements.1.colour"])),
        (EVERY, (RED, BLUE, UNSAID), (False, ["elements.1.colour"])),
        (EVERY, (RED, UNSAID), (None, ["elements.1.colour"])),
        (EVERY, (), (True, ["elements"])),
        (EVERY, None, (None, ["elements"])),
        (count(at_least=1), (BLUE, RED), (True, ["elements"])),
        (count(at_least=2), (BLUE, RED), (False, ["elements"])),
        (count(at_least=2), (UNSAID, RED, BLUE, UNSAID), (None, ["elements.0.colour", "elements.3.colour"])),
        (count(at_least=1), (), (False, ["elements"])),
        (count(at_most=1), None, (None, ["elements"])),
        ({"elements": {"count": {"at_least": 2}}}, (RED,), (False, ["elements"])),
        ({"elements": {"count": {"at_least": 1}}}, (UNSAID,), (True, ["elements"])),
        ({"not": SOME}, (BLUE, RED), (False, ["elements.1.colour"])),
    ],
)
def test_some_every_and_count(condition, elements, expected):
    assert decided_by(condition, elements=elements) == expected


def test_fields_are_named_from_the_document_and_not_from_the_subject():
    assert decided_by({"owner": "Ada"}, at=("things", 2)) == (None, ["things.2.owner"])
    assert decided_by(SOME, at=("things", 2), elements=(RED,)) == (True, ["things.2.elements.0.colour"])


def test_a_field_of_the_document_is_named_without_strategy():
    condition = {"elements": {"some": {"strategy.owner": "Ada"}}}
    found = decided_by(condition, at=("things", 2), elements=(RED, BLUE), root=strategy(owner="Ada"))
    assert found == (True, ["owner", "owner"])


def test_a_concept_of_the_document_is_decided_by_the_documents_field():
    found = decided_by({"is": "is-red-and-owned"}, at=("things", 0), colour="red", root=strategy(owner="Ada"))
    assert found == (True, ["things.0.colour", "owner"])


def test_a_nested_list_is_followed_to_the_element():
    root = strategy(things=(thing(elements=(RED,)), thing(elements=(RED, BLUE))))
    found = decided_by({"things": {"every": EVERY}}, shape=ROOT, root=root)
    assert found == (False, ["things.1.elements.1.colour"])


def test_what_decided_comes_with_its_value():
    leaves = list(deciding(traced({"any": [{"flag": True}, {"owner": "Ada"}]}, flag=False, owner="Bob")))
    assert [(leaf.pointer, leaf.value) for leaf in leaves] == [(("flag",), False), (("owner",), "Bob")]
    (leaf,) = deciding(traced({"flag": True}))
    assert leaf.value is None
    (whole,) = deciding(traced(count(at_least=3), elements=(RED,)))
    assert whole.value == (RED,)


def test_the_trace_shows_the_truth_of_each_part():
    found = traced({"any": [{"flag": True}, {"owner": "Ada"}, {"not": {"colour": "red"}}]}, flag=False, colour="red")
    assert found.truth is None
    assert [part.truth for part in found.parts] == [False, None, False]
