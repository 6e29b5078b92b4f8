# SPDX-License-Identifier: Apache-2.0
"""A day is written as YYYY-MM-DD, and a schema takes the same texts as the reader."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govrules.day import PATTERN, read_day


def test_a_day_of_the_calendar_is_read():
    assert read_day("2026-11-23") == date(2026, 11, 23)
    assert read_day("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "2026-13-01", "0000-01-01", "2026-W48-1", "20261123", "2026-11-23\n", "\u0662026-11-23", None, 2026],
)
def test_anything_else_is_no_day(text):
    assert read_day(text) is None


@given(st.dates().map(str) | st.from_regex(r"[0-9]{4}-[0-3][0-9]-[0-3][0-9]", fullmatch=True))
def test_a_schema_takes_the_same_days(text):
    assert (read_day(text) is not None) == (re.search(PATTERN, text) is not None)
