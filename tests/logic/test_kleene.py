# SPDX-License-Identifier: Apache-2.0
"""Kleene's strong logic, held against tables that are written out by hand."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govrules.logic.truth import all_of, any_of, not_

T, F, U = True, False, None
# Kleene, Introduction to Metamathematics (1952), section 64: rows are the left part, columns the right part.
AND = {
    (T, T): T, (T, U): U, (T, F): F,
    (U, T): U, (U, U): U, (U, F): F,
    (F, T): F, (F, U): F, (F, F): F,
}  # fmt: skip
OR = {
    (T, T): T, (T, U): T, (T, F): T,
    (U, T): T, (U, U): U, (U, F): U,
    (F, T): T, (F, U): U, (F, F): F,
}  # fmt: skip
NOT = {T: F, U: U, F: T}
truths = st.sampled_from((T, U, F))


@pytest.mark.parametrize("pair", list(product((T, U, F), repeat=2)))
def test_all_of_and_any_of_follow_the_tables(pair):
    assert all_of(pair) is AND[pair]
    assert any_of(pair) is OR[pair]


@pytest.mark.parametrize("one", [T, U, F])
def test_one_part_is_its_own_truth_and_not_turns_it(one):
    assert all_of([one]) is one
    assert any_of([one]) is one
    assert not_(one) is NOT[one]


def test_over_nothing_all_holds_and_any_does_not():
    assert all_of([]) is True
    assert any_of([]) is False


@given(st.lists(truths))
def test_longer_lists_are_the_table_applied_part_by_part(parts):
    conjunction, disjunction = T, F
    for part in parts:
        conjunction, disjunction = AND[conjunction, part], OR[disjunction, part]
    assert all_of(parts) is conjunction
    assert any_of(parts) is disjunction


@given(st.lists(truths), st.randoms())
def test_order_makes_no_difference(parts, random):
    shuffled = random.sample(parts, len(parts))
    assert all_of(shuffled) is all_of(parts)
    assert any_of(shuffled) is any_of(parts)


@given(st.lists(truths))
def test_not_all_is_some_not(parts):
    assert not_(all_of(parts)) is any_of(not_(part) for part in parts)
    assert not_(any_of(parts)) is all_of(not_(part) for part in parts)


@given(st.lists(truths), st.lists(st.booleans(), min_size=20))
def test_what_is_decided_stays_decided_when_the_unknown_becomes_known(parts, known):
    filled = [known[index % 20] if part is None else part for index, part in enumerate(parts)]
    for combine in (all_of, any_of):
        assert combine(parts) in (None, combine(filled))
