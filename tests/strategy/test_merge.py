# SPDX-License-Identifier: Apache-2.0
"""Two people's answers in one document: what one leaves open is taken from the other, and nobody is overwritten."""

from hypothesis import given
from hypothesis import strategies as st

from govrules.strategy.fields import StrategyShapes
from govrules.strategy.merge import Conflict, merged

SHAPES = StrategyShapes()
MINE = {
    "title": "Plan",
    "organisation": {"name": "Acme", "sectors": ["bank"]},
    "channels": [{"name": "Page", "platform": "facebook"}],
    "not_known": ["markets", "organisation.staff_in"],
}


def test_what_is_open_here_is_taken_and_is_no_longer_kept_for_others():
    done = merged(MINE, {"markets": ["US"], "organisation": {"name": "Acme", "staff_in": ["US"]}}, SHAPES)
    assert done.conflicts == ()
    assert done.taken == ("markets", "organisation.staff_in")
    assert done.data["markets"] == ["US"]
    assert done.data["organisation"] == {"name": "Acme", "sectors": ["bank"], "staff_in": ["US"]}
    assert done.data["not_known"] == []


def test_where_both_answer_and_differ_the_own_answer_stands_and_both_are_told():
    done = merged(MINE, {"title": "Plan", "organisation": {"name": "Acme Inc.", "sectors": ["Bank"]}}, SHAPES)
    assert done.data == MINE
    assert done.conflicts == (Conflict("organisation.name", "Acme", "Acme Inc."),)


def test_things_are_told_apart_by_their_names_and_new_ones_are_added():
    theirs = {
        "channels": [{"name": "Feed", "platform": "x"}, {"name": "Page", "platform": "x", "page_statistics": True}]
    }
    done = merged(MINE, theirs, SHAPES)
    assert done.data["channels"] == [
        {"name": "Page", "platform": "facebook", "page_statistics": True},
        {"name": "Feed", "platform": "x"},
    ]
    assert done.conflicts == (Conflict("channels[1].platform", "facebook", "x"),)


def test_a_list_that_a_colleague_left_unfinished_stays_unfinished():
    done = merged({"title": "Plan"}, {"channels": [{"name": "Page"}], "incomplete": ["channels"]}, SHAPES)
    assert done.data == {"title": "Plan", "channels": [{"name": "Page"}], "incomplete": ["channels"]}


def test_a_colleague_s_passages_come_along_and_stay_with_what_they_are_about():
    passage = {"field": "channels[1].page_statistics", "quote": "We count visits.", "document": "policy.docx"}
    theirs = {"channels": [{"name": "Feed", "page_statistics": True}], "passages": [passage]}
    done = merged(MINE, theirs, SHAPES)
    assert done.data["passages"] == [{**passage, "field": "channels[2].page_statistics"}]
    assert merged(done.data, theirs, SHAPES).data["passages"] == done.data["passages"]


def test_nothing_is_changed_in_place():
    before = repr(MINE)
    merged(MINE, {"channels": [{"name": "Page", "page_statistics": True}, {"name": "New"}]}, SHAPES)
    assert repr(MINE) == before


FLAGS = st.fixed_dictionaries(
    {},
    optional={"page_statistics": st.booleans(), "closed_for_business": st.booleans(), "owner": st.sampled_from("AB")},
)
CHANNELS = st.dictionaries(st.sampled_from("PQR"), FLAGS).map(lambda all_: [{"name": n, **f} for n, f in all_.items()])


@given(CHANNELS, CHANNELS)
def test_every_answer_of_both_is_there_or_is_a_conflict(mine, theirs):
    done = merged({"title": "T", "channels": mine}, {"channels": theirs}, SHAPES)
    after = {one["name"]: one for one in done.data["channels"]}
    differ = {(one.field, one.theirs) for one in done.conflicts}
    for one in mine:
        assert after[one["name"]].items() >= one.items()
    for one in theirs:
        place = [name for name in after].index(one["name"]) + 1
        for key, value in one.items():
            assert after[one["name"]][key] == value or (f"channels[{place}].{key}", value) in differ
    again = merged(done.data, {"channels": theirs}, SHAPES)
    assert again.taken == () and again.data == done.data
