# SPDX-License-Identifier: Apache-2.0
"""Answers to single questions: what people say is read as the field holds it, and nothing that was known is lost."""

import pytest

from govrules.source.errors import InputError
from govrules.strategy.answers import answered, document_from, postponed
from govrules.strategy.fields import StrategyShapes

SHAPES = StrategyShapes()
BEGUN = {"title": "Plan", "organisation": {"name": "Acme"}}


def after(*answers, data=BEGUN):
    for field, value in answers:
        data = answered(data, field, value, SHAPES)
    return data


@pytest.mark.parametrize(
    ("field", "said", "held"),
    [
        ("markets", "United Kingdom, us; US-CA", ["GB", "US", "US-CA"]),
        ("organisation.sectors", "bank", ["bank"]),
        ("organisation.public_body", "No", False),
        ("organisation.employees", "9,000", 9000),
        ("launch_on", "12 March 2027", "2027-03-12"),
        ("organisation.listed_in", "none", []),
        ("author", "Head of social, on behalf of marketing", "Head of social, on behalf of marketing"),
        ("organisation.employees", 12, 12),
    ],
)
def test_an_answer_is_read_as_the_field_holds_it(field, said, held):
    data = after((field, said))
    for step in field.split("."):
        data = data[step]
    assert data == held


def test_things_are_named_and_then_spoken_of_one_by_one():
    data = after(("channels", "Page, Feed"), ("channels[].platform", "Facebook"), ("channels[2].platform", "TikTok"))
    assert data["channels"] == [{"name": "Page", "platform": "facebook"}, {"name": "Feed", "platform": "tiktok"}]


def test_an_answer_for_each_leaves_what_is_stated():
    data = after(("channels", "Page, Feed"), ("channels[1].platform", "x"), ("channels[].platform", "tiktok"))
    assert [channel["platform"] for channel in data["channels"]] == ["x", "tiktok"]


def test_a_list_that_is_not_complete_takes_more():
    data = after(("channels", "Page, ..."), ("channels[1].platform", "x"))
    assert data["incomplete"] == ["channels"]
    assert after(("channels", "Feed"), data=data)["channels"] == [{"name": "Page", "platform": "x"}, {"name": "Feed"}]
    complete = after(("channels", "none"), data=data)
    assert (complete["channels"], complete["incomplete"]) == ([{"name": "Page", "platform": "x"}], [])


def test_naming_a_list_anew_keeps_what_is_known_of_each():
    data = after(("channels", "Page, Feed"), ("channels[1].platform", "x"))
    assert after(("channels", "Feed, Page"), data=data)["channels"] == [
        {"name": "Feed"},
        {"name": "Page", "platform": "x"},
    ]
    with pytest.raises(InputError, match="would delete what the document says of Page"):
        after(("channels", "none"), data=data)


def test_what_nobody_knows_is_listed_until_somebody_does():
    data = postponed(BEGUN, "organisation.staff_in", SHAPES)
    assert data["not_known"] == ["organisation.staff_in"]
    assert document_from(data, SHAPES).strategy.not_known == ("organisation.staff_in",)
    assert after(("organisation.staff_in", "US"), data=data)["not_known"] == []


@pytest.mark.parametrize(
    ("field", "said", "message"),
    [
        ("markets", "Atlantis", "'Atlantis' is not an answer to 'Which markets"),
        ("markets", "Atlantis", "write the code of a country or state"),
        ("organisation.sectors", "zoo", "`govrules rules --sectors` lists them"),
        ("sectors", "bank", "did you mean 'organisation.sectors'"),
        ("launch_on", "3/4/2027", "'3/4/2027' has two readings: 2027-04-03 or 2027-03-04"),
        ("organisation.public_body", "maybe", "write yes or no"),
        ("organisation.employees", "many", r"write a number \(people\)"),
        ("organisation", "Acme", "'organisation' is a group of fields"),
        ("chanels", "Page", "did you mean 'channels'"),
        ("channels[9].platform", "x", r"an element that 'channels' does not have: it has 0"),
        ("markets..x", "US", "is not a path"),
        ("research_", "x", "no field"),
        ("newest_research", "2026-01-01", "no field"),
    ],
)
def test_what_is_no_answer_is_refused_with_the_way_out(field, said, message):
    with pytest.raises(InputError, match=message):
        after((field, said))


def test_data_that_cannot_be_are_refused_by_the_field_that_is_wrong():
    with pytest.raises(InputError, match=r"organisation\.employees"):
        document_from(after(("organisation.employees", -3)), SHAPES)


@pytest.mark.parametrize(
    ("path", "message"),
    [("channels[0]", "not a path"), ("chanels", "did you mean 'channels'"), ("title.x", "no such field")],
)
def test_a_wrong_path_of_what_is_not_known_is_refused(path, message):
    with pytest.raises(InputError, match=message):
        document_from({**BEGUN, "not_known": [path]}, SHAPES)
