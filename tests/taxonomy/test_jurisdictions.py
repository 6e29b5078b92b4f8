# SPDX-License-Identifier: Apache-2.0
"""The jurisdictions: which there are, what they are called, which covers which."""

import re
from itertools import product
from pathlib import Path

import pytest

from govrules import taxonomy
from govrules.taxonomy import jurisdictions

SOURCE = Path(taxonomy.__file__).with_name("jurisdictions.yaml").read_text(encoding="utf-8")


def test_norway_is_a_jurisdiction() -> None:
    assert jurisdictions().knows("NO")
    assert jurisdictions().name("NO") == "Norway"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("US", "United States"),
        ("GB", "United Kingdom"),
        ("KR", "South Korea"),
        ("RU", "Russia"),
        ("TW", "Taiwan"),
        ("CD", "Democratic Republic of the Congo"),
        ("EU", "European Union"),
        ("ZZ", "Worldwide"),
        ("US-CA", "California"),
        ("GB-WLS", "Wales"),
    ],
)
def test_a_jurisdiction_has_its_common_name(code: str, name: str) -> None:
    assert jurisdictions().name(code) == name


@pytest.mark.parametrize("code", ["UK", "XX", "no", "US-PR", ""])
def test_a_code_that_is_none_is_unknown(code: str) -> None:
    assert not jurisdictions().knows(code)


def test_every_country_of_iso_3166_is_there() -> None:
    assert len([code for code in jurisdictions().names if len(code) == 2 and code not in {"EU", "ZZ"}]) == 249


def test_the_european_union_has_27_members() -> None:
    members = jurisdictions().children("EU")
    assert len(members) == 27
    assert {"DE", "FR", "IE", "SE", "HR"} <= set(members)


@pytest.mark.parametrize("code", ["GB", "NO", "CH", "IS", "TR"])
def test_a_country_outside_the_european_union_is_not_under_it(code: str) -> None:
    assert not jurisdictions().covers("EU", code)


def test_california_is_under_the_united_states() -> None:
    assert jurisdictions().covers("US", "US-CA")
    assert not jurisdictions().covers("US-CA", "US")
    assert not jurisdictions().covers("CA", "US-CA")


def test_puerto_rico_is_a_country_code_of_its_own() -> None:
    assert jurisdictions().knows("PR")
    assert not jurisdictions().covers("US", "PR")


@pytest.mark.parametrize(("country", "count"), [("US", 51), ("CA", 13), ("AU", 8), ("GB", 4), ("DE", 0)])
def test_a_country_has_its_subdivisions(country: str, count: int) -> None:
    assert len(jurisdictions().children(country)) == count


def test_worldwide_covers_every_jurisdiction() -> None:
    assert all(jurisdictions().covers("ZZ", code) for code in jurisdictions().names)


def test_worldwide_is_directly_over_norway_and_not_over_germany() -> None:
    top = jurisdictions().children("ZZ")
    assert "NO" in top
    assert "EU" in top
    assert "DE" not in top


def test_every_code_is_quoted_and_occurs_once() -> None:
    keys = re.findall(r"^  (\S+):", SOURCE.partition("\naliases:")[0], re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(jurisdictions().names)
    assert all(re.fullmatch(r'"[A-Z]{2}(-[A-Z]{2,3})?"', key) for key in keys)


def test_no_two_countries_share_a_name() -> None:
    names = [name for code, name in jurisdictions().names.items() if len(code) == 2]
    assert len(names) == len(set(names))


def test_two_jurisdictions_are_never_above_each_other() -> None:
    tree = jurisdictions()
    assert [
        (a, b) for a, b in product(tree.names, repeat=2) if a != b and tree.covers(a, b) and tree.covers(b, a)
    ] == []


def test_every_jurisdiction_covers_itself() -> None:
    assert all(jurisdictions().covers(code, code) for code in jurisdictions().names)


def test_what_covers_a_covering_jurisdiction_covers_what_is_under_it() -> None:
    tree = jurisdictions()
    pairs = [(a, b) for a, b in product(tree.names, repeat=2) if tree.covers(a, b)]
    assert all(tree.covers(wider, narrow) for wide, narrow in pairs for wider in tree.ancestors(wide))
