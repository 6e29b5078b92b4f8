# SPDX-License-Identifier: Apache-2.0
"""An organisation's own nodes in a tree, and codes the tree does not know."""

import pytest

from govrules.taxonomy import sectors


def test_an_organisation_adds_a_sector_of_its_own() -> None:
    tree = sectors().with_nodes({"private-bank": ("Private bank", "bank")})
    assert tree.name("private-bank") == "Private bank"
    assert tree.ancestors("private-bank") == {"bank", "financial-services"}
    assert tree.children("bank") == ("private-bank",)


def test_own_nodes_may_build_on_each_other_in_any_order() -> None:
    tree = sectors().with_nodes({"c": ("C", "b"), "b": ("B", "a"), "a": ("A", None), "d": ("D", "bank")})
    assert tree.ancestors("c") == {"a", "b"}
    assert tree.ancestors("a") == frozenset()
    assert tree.covers("financial-services", "d")


def test_adding_a_sector_leaves_the_shipped_tree_as_it_was() -> None:
    sectors().with_nodes({"private-bank": ("Private bank", "bank")})
    assert not sectors().knows("private-bank")


def test_an_unknown_parent_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="'bnak', named as the parent of 'b', is unknown"):
        sectors().with_nodes({"a": ("A", "b"), "b": ("B", "bnak")})


def test_an_existing_id_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match=r"'bank' exists already \(Bank\)"):
        sectors().with_nodes({"bank": ("Our bank", None)})


@pytest.mark.parametrize(
    "extra",
    [{"a": ("A", "a")}, {"a": ("A", "b"), "b": ("B", "a")}, {"c": ("C", "a"), "a": ("A", "b"), "b": ("B", "a")}],
)
def test_a_node_above_itself_is_an_error(extra: dict[str, tuple[str, str | None]]) -> None:
    with pytest.raises(ValueError, match="is above itself"):
        sectors().with_nodes(extra)


def test_two_sectors_are_related_when_either_covers_the_other() -> None:
    assert sectors().related("bank", "financial-services")
    assert sectors().related("financial-services", "bank")
    assert not sectors().related("bank", "insurer")


def test_an_unknown_code_is_under_nothing() -> None:
    assert sectors().ancestors("xyz") == frozenset()
    assert not sectors().covers("financial-services", "xyz")
    with pytest.raises(KeyError):
        sectors().name("xyz")


def test_what_is_related_to_codes_covers_one_of_them_or_is_covered_by_one() -> None:
    tree = sectors()
    own = ("bank", "hospital")
    assert tree.related_to(own) == {code for code in tree.names if any(tree.related(code, one) for one in own)}
    assert tree.related_to(()) == frozenset()
