# SPDX-License-Identifier: Apache-2.0
"""Nesting, concepts, and conditions that cannot be read."""

import pytest
from asking import ELEMENT, ROOT, faults, parser, strategy, thing, truth


def test_a_mapping_is_all_of_its_entries():
    condition = {"flag": True, "colour": "red"}
    assert truth(condition, flag=True, colour="red") is True
    assert truth(condition, flag=True, colour="blue") is False
    assert truth(condition, flag=True) is None
    assert truth(condition, colour="blue") is False


def test_all_any_and_not_nest():
    condition = {"not": {"any": [{"flag": True}, {"all": [{"colour": "red"}, {"seats": {"at_least": 1}}]}]}}
    assert truth(condition, flag=True) is False
    assert truth(condition, flag=False, colour="blue") is True
    assert truth(condition, flag=False, colour="red") is None
    assert truth(condition, flag=False, colour="red", seats=1) is False


def test_nothing_stated_is_unknown_and_so_is_its_opposite():
    assert truth({"flag": True}) is None
    assert truth({"not": {"flag": True}}) is None
    assert truth({"any": [{"flag": True}, {"not": {"flag": True}}]}) is None


def test_a_concept_of_the_same_subject():
    assert truth({"is": "is-red"}, colour="red") is True
    assert truth({"is": "is-red"}, colour="blue") is False
    assert truth({"is": "is-red"}) is None


def test_a_concept_of_the_root_is_used_from_a_thing():
    assert truth({"is": "is-owned"}, owner="Bob", root=strategy(owner="Ada")) is True
    assert truth({"is": "is-owned"}, owner="Ada", root=strategy(owner="Bob")) is False
    assert truth({"is": "is-owned"}, owner="Ada", root=strategy()) is None


def test_a_concept_of_the_root_is_used_from_inside_a_quantifier():
    condition = {"elements": {"every": {"is": "is-owned"}}}
    assert truth(condition, elements=(thing(),), root=strategy(owner="Ada")) is True


def test_a_concept_of_things_is_used_on_the_documents_list_of_them():
    condition = {"things": {"some": {"is": "is-red-and-owned"}}}
    root = strategy(owner="Ada", things=(thing(colour="blue"), thing(colour="red")))
    assert truth(condition, of=root, root=root, shape=ROOT) is True


def test_a_list_of_concepts_is_all_of_them():
    assert truth({"is": ["is-red", "is-owned"]}, colour="red", root=strategy(owner="Ada")) is True
    assert truth({"is": ["is-red", "is-owned"]}, colour="blue") is False
    assert truth({"is": "is-red-and-owned"}, colour="red") is None


def test_strategy_from_the_document_itself_is_the_document():
    root = strategy(owner="Ada")
    assert truth({"strategy.owner": "Ada", "owner": "Ada"}, of=root, root=root, shape=ROOT) is True


@pytest.mark.parametrize("condition", [None, [], "flag", 3, {}, {"flag": {}}, {"flag": None}, {"owner": None}])
def test_what_is_no_condition_is_refused(condition):
    assert len(faults(condition)) == 1


@pytest.mark.parametrize("key", ["all", "any"])
@pytest.mark.parametrize("value", [None, [], {}, {"flag": True}, "flag"])
def test_all_and_any_take_a_list(key, value):
    assert faults({key: value}) == [f"`{key}` takes a list of conditions"]


def test_every_fault_of_a_condition_is_told_at_once():
    said = faults({"colour": "pink", "nought": 1, "any": [{"seats": "x"}, {"owner": "fine"}, {"is": "nothing"}]})
    assert said == [
        "'pink' is not a value of this field",
        "things has no field 'nought'",
        "'x' is not a whole number",
        "there is no concept 'nothing'",
    ]


def test_a_concept_of_another_subject_is_refused():
    assert faults({"is": "is-red"}, ELEMENT) == [
        "the concept 'is-red' is about things, and this condition is about elements"
    ]
    assert faults({"is": "is-red"}, ROOT) == [
        "the concept 'is-red' is about things, and this condition is about strategy"
    ]


def test_a_path_through_a_list_is_refused_with_the_way_to_write_it():
    reader = parser()
    reader.condition({"strategy.things.part.owner": "Ada", "all_colour.red": True}, ELEMENT, ("when",))
    through_parts, through_values = reader.faults
    assert through_parts.hint == "write `strategy.things: {some: {part.owner: ...}}`, or `every`"
    assert through_parts.at == ("when", "strategy.things.part.owner")
    assert through_values.message == "'all_colour' is a list, so 'all_colour.red' does not name one value"
    assert through_values.hint is not None and "includes" in through_values.hint and "some" not in through_values.hint
