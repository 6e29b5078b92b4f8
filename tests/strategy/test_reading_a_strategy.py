# SPDX-License-Identifier: Apache-2.0
"""From a text to a strategy: YAML 1.2, strict types, and faults that say where they are and what to do."""

from datetime import date
from textwrap import dedent

import pytest

from govrules.source import InputError
from govrules.strategy import StrategyShapes, load_strategy, parse_strategy
from govrules.taxonomy import sectors

HEAD = "title: T\norganisation: {name: Acme}\n"


def strategy(text):
    return parse_strategy(HEAD + dedent(text)).strategy


def problems(text):
    with pytest.raises(InputError) as caught:
        parse_strategy(dedent(text), file="s.yaml")
    assert all(problem.hint or " must be at " in problem.message for problem in caught.value.problems)
    return caught.value.problems


def problem(text):
    (only,) = problems(text)
    return only


def test_norway_is_a_market():
    assert strategy("markets: [NO, SE]").markets == ("NO", "SE")


def test_perhaps_is_neither_true_nor_false():
    assert strategy("author: yes").author == "yes"
    found = problem(HEAD + "advocacy:\n  voluntary: perhaps\n")
    assert str(found.place) == "s.yaml:4:14"
    assert found.message == "'advocacy.voluntary' takes true or false, and 'perhaps' is not that"
    assert found.hint == "write true or false"


def test_true_is_true_in_any_yaml_spelling_and_false_is_not_unknown():
    found = strategy("advocacy: {voluntary: True, programme: FALSE}").advocacy
    assert (found.voluntary, found.programme, found.monitored) == (True, False, None)


def test_a_number_is_not_text_and_text_is_not_a_number():
    assert problem(HEAD + "author: 7\n").message == "'author' takes text, and 7 is not that"
    assert "takes a number" in problem(HEAD + "governance: {risk: {review_interval_months: three}}\n").message
    assert "takes a whole number" in problem(HEAD + "channels: [{access: {administrators: 1.5}}]\n").message
    assert "takes true or false" in problem(HEAD + "channels: [{access: {mfa: 1}}]\n").message


def test_a_whole_number_fits_where_a_fraction_may_stand():
    assert strategy("channels: [{archive: {years: 6}}]").channels[0].archive.years == 6.0


def test_dates_are_dates_with_or_without_quotes():
    found = strategy("written_on: 2026-11-23\nlaunch_on: '2027-01-01'")
    assert (found.written_on, found.launch_on) == (date(2026, 11, 23), date(2027, 1, 1))


@pytest.mark.parametrize(
    "word", ["2026-02-30", "31.11.2026", "26-1-1", "20261123", "tomorrow", "2026-11-23T10:00:00", "2026", "[]", "~x"]
)
def test_a_wrong_date_is_refused_with_the_form_to_write(word):
    found = problem(HEAD + f"governance:\n  policy:\n    last_reviewed: {word}\n")
    assert str(found.place) == "s.yaml:5:20"
    assert found.message == "'governance.policy.last_reviewed' is not a date"
    assert found.hint == "write it as YYYY-MM-DD, for example 2026-11-23"


def test_null_and_left_out_are_the_same_unknown():
    assert strategy("author: null\nmarkets:\nchannels: ~") == strategy("")


def test_an_empty_list_is_stated():
    assert strategy("channels: []").channels == ()


def test_an_unknown_key_comes_with_what_was_meant():
    found = problem(
        """\
        title: T
        organisation: {name: Acme}
        channels:
          - name: Brand page
            archive:
              yaers: 3
        """
    )
    assert str(found.place) == "s.yaml:6:7"
    assert found.message == "'channels[1].archive' has no field 'yaers'"
    assert found.hint == "did you mean 'years'?"


def test_an_unknown_key_at_the_top_comes_with_what_was_meant():
    found = problem(HEAD + "marketz: [US]\n")
    assert str(found) == "s.yaml:3:1: the document has no field 'marketz' (did you mean 'markets'?)"


def test_an_unknown_key_unlike_any_other_lists_what_is_known():
    found = problem(HEAD + "advocacy: {zzz: 1}\n")
    assert found.hint is not None and found.hint.startswith("known: programme, owner, voluntary")


def test_a_computed_field_cannot_be_stated():
    assert "no field 'fte'" in problem(HEAD + "resourcing: {fte: 3}\n").message


def test_a_wrong_type_deep_inside_has_line_and_column():
    found = problem(
        """\
        title: T
        organisation: {name: Acme}
        business_case:
          objectives:
            - metrics: []
            - metrics:
                - name: Leads
                - {name: Sales, target: a lot}
        """
    )
    assert str(found.place) == "s.yaml:8:33"
    assert found.message == "'business_case.objectives[2].metrics[2].target' takes a number, and 'a lot' is not that"


def test_a_wrong_choice_comes_with_what_was_meant_and_all_choices():
    found = problem(HEAD + "channels:\n  - visibility: publik\n")
    assert str(found.place) == "s.yaml:4:17"
    assert found.message == "'channels[1].visibility' cannot be 'publik'"
    assert found.hint is not None and found.hint.startswith("did you mean 'public'? choose from: public, followers,")


def test_a_wrong_choice_in_a_list_has_its_own_place():
    found = problem(HEAD + "channels:\n  - content_classes: [static, statik]\n")
    assert str(found.place) == "s.yaml:4:31"
    assert found.message == "'channels[1].content_classes[2]' cannot be 'statik'"


def test_a_jurisdiction_that_does_not_exist_is_refused():
    found = problem(HEAD + "markets: [UX]\n")
    assert str(found.place) == "s.yaml:3:11"
    assert "'UX' is not a jurisdiction" in found.message


def test_a_market_in_lower_case_comes_with_what_was_meant():
    hint = problem(HEAD + "markets: [us-ca]\n").hint
    assert hint is not None and "did you mean 'US-CA'?" in hint


@pytest.mark.parametrize(("word", "sector"), [("banking", "bank"), ("Broker", "broker-dealer"), ("credit", "lender")])
def test_an_everyday_word_for_a_sector_is_taken(word, sector):
    text = f"title: T\norganisation:\n  name: Acme\n  sectors: [{word}]\n"
    assert parse_strategy(text).strategy.organisation.sectors == (sector,)


def test_an_organisations_own_sector_is_known_where_it_is_given():
    own = sectors().with_nodes({"neobank": ("Neobank", "bank")})
    text = "title: T\norganisation: {name: Acme, sectors: [neobank]}\n"
    assert parse_strategy(text, shapes=StrategyShapes(own)).strategy.organisation.sectors == ("neobank",)
    assert "'neobank' is not a sector" in problem(text).message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("audiences: [{share_under_16: 101}]", "'audiences[1].share_under_16' must be at most 100"),
        ("audiences: [{share_under_16: -1}]", "'audiences[1].share_under_16' must be at least 0"),
        ("audiences: [{minimum_age: -1}]", "'audiences[1].minimum_age' must be at least 0"),
        ("channels: {name: x}", "'channels' takes a list, and a group of fields is not that"),
        ("channels: [x]", "'channels[1]' takes a group of fields, and 'x' is not that"),
        ("governance: [x]", "'governance' takes a group of fields, and a list is not that"),
    ],
)
def test_bounds_lists_and_groups(text, message):
    assert problem(HEAD + text).message == message


def test_title_and_organisation_must_be_stated():
    assert [found.message for found in problems("author: Ada\n")] == ["'title' is missing", "'organisation' is missing"]
    assert problem("title: T\norganisation: {sectors: []}\n").message == "'organisation.name' is missing"


def test_title_and_name_cannot_be_blank():
    found = problems("title: ''\norganisation:\n  name: ''\n")
    assert [str(one.place) for one in found] == ["s.yaml:1:8", "s.yaml:3:9"]
    assert found[0].message == "'title' takes text with something in it, and '' is not that"


def test_all_faults_are_told_at_once_in_the_order_of_the_document():
    found = problems(HEAD + "markets: [UX]\nlaunch_on: soon\nchannels: [{owner: 1, hanlde: x}]\n")
    assert [(one.place.line, one.place.column) for one in found] == [(3, 11), (4, 12), (5, 20), (5, 23)]


def test_json_and_markdown_give_the_same_strategy(tmp_path):
    (tmp_path / "s.json").write_text('{"title": "T", "organisation": {"name": "Acme"}, "markets": ["NO"]}')
    (tmp_path / "s.md").write_text(f"---\n{HEAD}markets: [NO]\n---\n# Our strategy\n")
    read = [load_strategy(tmp_path / name).strategy for name in ("s.json", "s.md")]
    assert read == [strategy("markets: [NO]")] * 2


def test_a_strategy_knows_where_its_values_stand(tmp_path):
    path = tmp_path / "s.yaml"
    path.write_text(HEAD + "channels:\n  - name: Brand page\n    archive: {years: 3}\n")
    document = load_strategy(path)
    assert document.source is not None
    assert str(document.source.place(("channels", 0, "archive", "years"))) == f"{path}:5:22"


def test_a_document_that_does_not_say_what_it_is_is_a_strategy():
    assert strategy("").document == strategy("document:").document == "strategy"
    assert strategy("document: channel-plan").document == "channel-plan"


def test_the_kind_of_document_is_one_of_a_few():
    found = problem(HEAD + "document: polcy\n")
    assert found.message == "'document' cannot be 'polcy'"
    assert found.hint == "did you mean 'policy'? choose from: strategy, policy, campaign, channel-plan"
