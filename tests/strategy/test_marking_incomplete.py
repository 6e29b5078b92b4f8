# SPDX-License-Identifier: Apache-2.0
"""A document names the lists that are not complete yet, and a path that names none is refused with the way out."""

from textwrap import dedent

import pytest
from pydantic import ValidationError

from govrules.logic.incomplete import IncompleteList, complete
from govrules.ruleset.relevance import reach_of
from govrules.source import InputError
from govrules.strategy import Strategy, parse_strategy
from govrules.taxonomy import sectors

DOCUMENT = dedent("""\
    title: T
    organisation: {name: Acme}
    markets: [US]
    channels:
      - {name: Page, topics: [brand]}
      - {name: Blog}
    governance: {vendors: []}
    """)


def strategy(*incomplete):
    return parse_strategy(f"{DOCUMENT}incomplete: {list(incomplete)}\n").strategy


def refused(*incomplete):
    with pytest.raises(InputError) as caught:
        parse_strategy(f"{DOCUMENT}incomplete: {list(incomplete)}\n", file="s.yaml")
    return caught.value.problems


def test_only_the_named_lists_are_incomplete():
    found = strategy("channels", "channels[1].topics", "governance.vendors")
    assert not complete(found.channels)
    assert not complete(found.channels[0].topics)
    assert not complete(found.governance.vendors)
    assert complete(found.markets)
    assert found.channels[0].topics == ("brand",)
    assert [channel.name for channel in found.channels] == ["Page", "Blog"]


def test_the_order_of_the_paths_makes_no_difference():
    first, second = strategy("channels", "channels[1].topics"), strategy("channels[1].topics", "channels")
    assert type(first.channels) is type(second.channels) is IncompleteList
    assert type(first.channels[0].topics) is type(second.channels[0].topics) is IncompleteList


def test_a_list_is_complete_where_nothing_else_is_stated():
    assert complete(strategy().channels)
    assert not complete(strategy().content), "a list that is not stated is not complete either"


def test_a_document_keeps_its_incomplete_lists_when_it_is_written_and_read_again():
    before = strategy("channels", "channels[1].topics")
    for after in (
        Strategy.model_validate_json(before.model_dump_json(round_trip=True)),
        Strategy.model_validate(before.model_dump(round_trip=True)),
        before.model_copy(deep=True),
    ):
        assert after == before
        assert not complete(after.channels)
        assert not complete(after.channels[0].topics)


def test_a_strategy_made_in_python_leaves_the_parts_that_it_is_made_of_as_they_are():
    page = strategy().channels[0]
    made = Strategy(
        title="T", organisation={"name": "Acme"}, channels=[page], incomplete=["channels", "channels[1].topics"]
    )
    assert not complete(made.channels)
    assert not complete(made.channels[0].topics)
    assert complete(page.topics)
    with pytest.raises(ValidationError, match="second time"):
        Strategy(title="T", organisation={"name": "Acme"}, channels=[], incomplete=["channels", "channels"])


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("chanels", "names 'chanels', and the document has no such field", "did you mean 'channels'?"),
        (
            "channels[1].topic",
            "names 'topic', and 'channels[1]' has no such field",
            "did you mean 'topics'?",
        ),
        ("content", "names 'content', which is not stated", "state what is known of it, or remove this path"),
        ("supervision.training", "names 'supervision', which is not stated", None),
        ("channels[2].topics", "names 'channels[2].topics', which is not stated", None),
        ("title", "names 'title', which is not a list", "name the list that is not complete"),
        ("channels[1]", "names 'channels[1]', which is not a list", "name the list that is not complete"),
        ("organisation", "names 'organisation', which is not a list", None),
        ("channels.topics", "names 'topics' of the whole list 'channels'", None),
        ("channels[3]", "names 'channels[3]', but 'channels' ends at 2", "count its elements from 1"),
        ("title[1]", "names 'title[1]', but 'title' is not a list", "write title without a number"),
        ("title.length", "names 'length', and 'title' has no such field", "name a list of the document"),
        ("channels[0]", "holds 'channels[0]', which is not a path", None),
        ("channels[]", "holds 'channels[]', which is not a path", None),
        ("", "holds '', which is not a path", "write it as channels, or as channels[2].topics"),
    ],
)
def test_a_path_that_names_no_stated_list_is_refused(path, message, hint):
    (problem,) = refused("markets", path)
    assert problem.message == f"'incomplete[2]' {message}"
    assert str(problem.place) == "s.yaml:8:25"
    assert problem.hint == hint or (hint is None and problem.hint)


def test_a_path_is_named_once():
    (problem,) = refused("channels", "markets", "channels")
    assert str(problem) == "s.yaml:8:37: 'incomplete[3]' names 'channels' a second time (remove one of the two)"


def test_every_wrong_path_is_told_at_once():
    assert [problem.place.column for problem in refused("markts", "markets", "titles")] == [14, 35]


def case(metrics="[{kind: output}]", incomplete=()):
    text = f"""\
        title: T
        organisation: {{name: Acme}}
        research: [{{published_on: 2026-10-01}}]
        resourcing: {{roles: [{{fte: 2}}]}}
        business_case: {{objectives: [{{metrics: {metrics}}}]}}
        incomplete: {list(incomplete)}
        """
    return parse_strategy(dedent(text)).strategy


def test_what_is_computed_from_an_incomplete_list_is_unknown():
    whole = case()
    assert (whole.newest_research.year, whole.resourcing.fte) == (2026, 2)
    assert (whole.business_case.business_metrics_percent, whole.business_case.money_outcomes) == (0, 0)
    assert case(incomplete=["research"]).newest_research is None
    assert case(incomplete=["resourcing.roles"]).resourcing.fte is None
    for path in ("business_case.objectives", "business_case.objectives[1].metrics"):
        open_case = case(incomplete=[path]).business_case
        assert open_case.business_metrics_percent is None
        assert open_case.money_outcomes is None


def test_incomplete_markets_and_sectors_leave_every_rule_in():
    rule = {"id": "au-x", "jurisdiction": "AU", "sectors": ["bank"], "nexus": ["audience"]}

    def may_bind(text):
        document = parse_strategy(f"title: T\n{dedent(text)}").strategy
        return reach_of([document], sectors()).may_bind(rule)

    stated = "organisation: {name: Acme, sectors: [beer]}\nmarkets: [US]\n"
    assert not may_bind(stated)
    assert not may_bind(f"{stated}incomplete: [markets]\n")
    assert may_bind(f"{stated}incomplete: [markets, organisation.sectors]\n")
    bank = "organisation: {name: Acme, sectors: [bank]}\nmarkets: [US]\nchannels: [{name: Page, markets: [US]}]\n"
    assert not may_bind(bank)
    assert may_bind(f"{bank}incomplete: ['channels[1].markets']\n")
