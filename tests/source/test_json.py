# SPDX-License-Identifier: Apache-2.0
"""Reading JSON: values, places, what is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refusals import only_problem

from govrules.source import InputError, Place, read_text
from govrules.source.document import Text
from govrules.source.json_text import parse, parse_mapping


def problem(text):
    return only_problem(text, "json")


def at(text):
    place = problem(text).place
    return (place.line, place.column)


def nested(text):
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(text, inner, max_size=5),
        max_leaves=30,
    )


def assert_same(left, right):
    assert left == right
    assert json.dumps(left) == json.dumps(right)  # tells 1 from 1.0 and true


def assert_places_hold_the_values(source):
    """Cut every value out of the text by its place, and read it again."""

    def cut(place):
        assert place.line == place.end_line == 1
        return json.loads(source.text[place.column - 1 : place.end_column - 1])

    def walk(pointer, value):
        assert source.has(pointer)
        assert_same(cut(source.place(pointer)), value)
        if isinstance(value, dict):
            for key, part in value.items():
                assert cut(source.key_place((*pointer, key))) == key
                walk((*pointer, key), part)
        elif isinstance(value, list):
            for index, part in enumerate(value):
                walk((*pointer, index), part)

    walk((), source.data)


@given(nested(st.text()))
def test_any_json_reads_back_equal(data):
    source = read_text(json.dumps({"v": data}), format="json")
    assert_same(source.data, {"v": data})
    assert_places_hold_the_values(source)


@given(nested(st.text()))
def test_indented_json_with_its_own_characters_reads_back_equal(data):
    assert_same(read_text(json.dumps({"v": data}, ensure_ascii=False, indent=2)).data, {"v": data})


READABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"))


@given(nested(READABLE))
def test_json_is_also_yaml(data):
    source = read_text(json.dumps({"v": data}, ensure_ascii=False), format="yaml")
    assert_same(source.data, {"v": data})
    assert_places_hold_the_values(source)


def test_places_of_values_and_keys():
    source = read_text('{\n  "a": [1, {"é😀": "x"}],\r\n  "b" : true\n}\n', file="s.json")
    assert source.place(("a", 1, "é😀")) == Place("s.json", 2, 19, 2, 22)
    assert source.key_place(("a", 1, "é😀")) == Place("s.json", 2, 13, 2, 17)
    assert source.place(("a",)) == Place("s.json", 2, 8, 2, 24)
    assert source.key_place(("b",)) == Place("s.json", 3, 3, 3, 6)
    assert source.place(()) == Place("s.json", 1, 1, 4, 2)


def test_a_duplicate_key_names_both_places():
    found = problem('{"a": 1,\n "b": {"a": 2},\n "a": 3}')
    assert found.message == "the key 'a' is already used at s.json:1:2"
    assert str(found.place) == "s.json:3:2"


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_nan_and_infinity_are_refused(word):
    found = problem('{"a": [1, ' + word + "]}")
    assert word in found.message
    assert found.place.column == 11


def test_numbers_beyond_all_bounds_are_refused():
    assert problem('{"a": 1e999}').message == "the number is too large"
    assert problem('{"a": %s}' % ("9" * 5000)).message == "the number is too long"


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ('{"a": 1} x', "there is more text after the end of the JSON", 1, 10),
        ('{"a": 1,\n}', "there is a ',' before '}'", 1, 8),
        ('{"a": [1, ]}', "there is a ',' before ']'", 1, 9),
        ('{"a": [1 2]}', "',' or ']' is expected here", 1, 10),
        ('{"a": 1', "',' or '}' is expected here", 1, 8),
        ("{'a': 1}", "a key is expected here", 1, 2),
        ("{", "a key is expected here", 1, 2),
        ('{"a" 1}', "':' is expected here, after the key 'a'", 1, 6),
        ('{"a": }', "a value is expected here", 1, 7),
        ('{"a":\n // why\n 1}', "a value is expected here", 2, 2),
        ('{"a": True}', "a value is expected here", 1, 7),
        ('{"a": "x\ny"}', "this text cannot be read: Invalid control character at", 1, 9),
        ('{"a": "x', "this text cannot be read: Unterminated string starting at", 1, 7),
        ('{"a": "\\q"}', "this text cannot be read: Invalid \\escape", 1, 8),
        ('{"a": "\\ud800"}', "the text has half of a surrogate pair, which is not a character", 1, 7),
    ],
)
def test_errors_are_said_in_plain_words(text, message, line, column):
    assert problem(text).message == message
    assert at(text) == (line, column)


def test_depth_has_a_limit():
    assert read_text('{"v": ' + "[" * 63 + "]" * 63 + "}").has(("v", 0, 0))
    assert "64 levels" in problem('{"v": ' + "[" * 64 + "]" * 64 + "}").message


def test_100_000_brackets_are_refused_where_they_become_too_deep():
    found = problem("[" * 100_000)
    assert "64 levels" in found.message
    assert found.place.column == 65


def test_more_values_than_a_list_may_hold_are_refused():
    found = problem('{"v": [' + "1," * 1_000_000 + "1]}")
    assert "the list has more than 1,000 values" in found.message
    assert (found.place.line, found.place.column) == (1, 2008)


def test_more_values_than_a_document_may_hold_are_refused():
    lists = ",".join(["[" + ",".join("1" * 100) + "]"] * 600)
    assert "more than 50,000 values" in problem('{"v": [' + lists + "]}").message


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a": [{"b": 1, "b": 1}]}',
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": 1e999}',
        '{"a": ' + "1" * 1001 + "}",
        '{"a": "\\ud800"}',
        '{"a": "\\uDFFF"}',
        '{"a": "\ud800"}',
        '{"a": ' + "[" * 64 + "]" * 64 + "}",
        '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a": [' + ",".join("0" * 1001) + "]}",
        "{" + ",".join(f'"{i}": [' + ",".join("0" * 1000) + "]" for i in range(50)) + "}",
        '{"a": 1,}',
        '{"a": 1} x',
        "[1]",
    ],
)
def test_what_is_refused_with_its_place_is_never_read_without_places(text):
    assert parse_mapping(Text("x.json", text)) is None
    with pytest.raises(InputError):
        read_text(text, format="json")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"a": ' + "[" * 63 + "]" * 63 + "}",
        '{"a": [' + ",".join("0" * 1000) + "]}",
        '{"a": ' + "1" * 1000 + "}",
        ' {"a": {"b": [1, 1.0, true, null, "\\u00e9"]}}\n',
    ],
)
def test_what_lies_within_the_limits_reads_the_same_without_places(text):
    data = parse_mapping(Text("x.json", text))
    assert_same(data, parse(Text("x.json", text))[0])
