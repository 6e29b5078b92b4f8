# SPDX-License-Identifier: Apache-2.0
"""Reading YAML: which value a word has, where it stands, what is refused."""

import math

import pytest
import yaml
from refusals import only_problem

from govrules.source import Place, read_text, yaml12


def value(text):
    return read_text(f"v: {text}\n", format="yaml").data["v"]


def problem(text):
    return only_problem(text, "yaml")


def span(place):
    return (place.line, place.column, place.end_line, place.end_column)


def test_norway_is_a_market():
    assert read_text("markets: [NO, SE]\nNO: x\non: y").data == {"markets": ["NO", "SE"], "NO": "x", "on": "y"}


@pytest.mark.parametrize(
    "word",
    [
        *("NO", "no", "yes", "Yes", "on", "off", "y", "tRUE", "nULL", "1e"),
        *("2026-11-23", "2026-11-23T10:00:00Z", "1_000", "12:30:45", "0b1", "0o8", "0xg", "e3", ".", "+x"),
        *("1.2.3", "--1", "-0x1", "inf", "nan", "x", "5%"),
    ],
)
def test_these_words_are_text(word):
    assert value(word) == word


@pytest.mark.parametrize("word", ['"1"', "'true'", '"null"', "'~'", "!!str 1"])
def test_quoted_words_are_text(word):
    assert isinstance(value(word), str)


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        *((word, None) for word in ("", "~", "null", "Null", "NULL", "!!null ''")),
        *((word, True) for word in ("true", "True", "TRUE", "!!bool 'true'")),
        *((word, False) for word in ("false", "False", "FALSE")),
        *(("0", 0), ("-12", -12), ("+12", 12), ("007", 7), ("0o17", 15), ("0xfF", 255), ("!!int '3'", 3)),
        *(("1e3", 1000.0), ("1.", 1.0), (".5", 0.5), ("-1.5E-2", -0.015), ("!!float 3", 3.0)),
    ],
)
def test_these_words_have_a_meaning(word, meaning):
    assert value(word) == meaning
    assert type(value(word)) is type(meaning)


def test_block_text_and_explicit_collections():
    assert value("|\n  one\n  two\n") == "one\ntwo\n"
    assert value("!!map {a: !!seq [1]}") == {"a": [1]}


@pytest.mark.parametrize("word", [".inf", "-.Inf", "+.INF", ".nan", ".NaN", "1e999", "!!float .nan"])
def test_numbers_that_are_not_finite_are_refused(word):
    assert "not a finite number" in problem(f"v: {word}").message


@pytest.mark.parametrize("word", ["9" * 5000, "0x" + "f" * 5000, "1." + "0" * 5000])
def test_endless_numbers_are_refused(word):
    assert problem(f"v: {word}").message == "the number is too long"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("v: !!python/object:os.system x", "!!python/object:os.system"),
        ("v: !secret x", "!secret"),
        ("v: !!timestamp 2026-11-23", "!!timestamp"),
        ("v: !!set {a}", "!!set"),
        ("v: !!map x", "!!map"),
        ("v: !!str [x]", "!!str"),
        ("v: ! x", "!"),
    ],
)
def test_other_tags_are_refused(text, tag):
    found = problem(text)
    assert found.message == f"the tag {tag} cannot be used here"
    assert (found.place.line, found.place.column) == (1, 4)


@pytest.mark.parametrize("text", ["v: !!int x", "v: !!bool 1", "v: !!int true", "v: !!null x", "v: !!float x"])
def test_a_tag_that_does_not_fit_its_value_is_refused(text):
    assert "is not a value for !!" in problem(text).message


def test_a_duplicate_key_names_both_places():
    found = problem("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n")
    assert found.message == "the key 'c' is already used at s.yaml:3:3"
    assert span(found.place) == (5, 3, 5, 4)


@pytest.mark.parametrize("key", ["1", "true", "~", "1.5", "[a]", "{a: b}", "? [a]\n"])
def test_a_key_that_is_not_text_is_refused_with_a_way_out(key):
    found = problem(f"{key}: x")
    assert found.message.startswith("a key must be text")
    assert "quotes" in found.hint


def test_a_missing_key_is_refused():
    assert problem("?\n: x").message == "a key must be text, but there is none here"


def test_quoted_keys_may_look_like_anything():
    assert read_text("'1': a\n'<<': b\n'': c").data == {"1": "a", "<<": "b", "": "c"}


def test_merge_keys_are_refused():
    found = problem("a: &a {x: 1}\nb:\n  <<: *a\n")
    assert "merge keys" in found.message
    assert (found.place.line, found.place.column) == (3, 3)


def test_anchors_and_aliases_on_keys_are_refused():
    assert "anchor" in problem("&a k: v").message
    assert "alias" in problem("a: &a x\n*a : v").message


def test_a_second_document_is_refused():
    found = problem("---\na: 1\n---\nb: 2\n")
    assert found.message == "a second document begins here"
    assert found.place.line == 3


def test_one_document_may_have_its_marks():
    assert read_text("---\na: 1\n...\n", format="yaml").data == {"a": 1}


def test_an_alias_repeats_the_value():
    source = read_text("a: &x\n  b: [1]\nc: *x\nd: &y text\ne: *y\n")
    assert source.data == {"a": {"b": [1]}, "c": {"b": [1]}, "d": "text", "e": "text"}
    assert span(source.place(("c",))) == (3, 4, 3, 6)
    assert span(source.place(("c", "b", 0))) == (2, 7, 2, 8)
    assert span(source.key_place(("c", "b"))) == (2, 3, 2, 4)


def test_an_alias_means_the_latest_anchor_above_it():
    assert read_text("a: &x {b: &x 1, c: *x}\nd: *x").data == {"a": {"b": 1, "c": 1}, "d": 1}


def test_an_alias_without_anchor_is_refused():
    assert "no anchor &x" in problem("a: *x").message


def test_an_alias_to_a_value_around_it_is_refused():
    assert "part of" in problem("a: &x\n  b: *x\n").message


def test_a_billion_laughs_are_refused():
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "more than 50,000 values" in problem("\n".join(lines)).message


def test_depth_counts_through_aliases():
    deep = "[" * 40 + "]" * 40
    assert "64 levels" in problem(f"a: &a {deep}\nb: {'[' * 30}*a{']' * 30}").message
    assert read_text(f"a: &a {deep}\nb: {'[' * 23}*a{']' * 23}").has(("b",))
    chain = "\n".join(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 70))
    assert "64 levels" in problem(f"a0: &a0 []\n{chain}").message


def test_depth_has_a_limit():
    assert value("[" * 63 + "]" * 63) is not None
    assert "64 levels" in problem("v: " + "[" * 64 + "]" * 64).message


def test_100_000_brackets_are_refused():
    assert "64 levels" in problem("[" * 100_000).message


@pytest.mark.parametrize("text", ["a:\n\t- b\n", "a:\n\tb: 1\n", "a: 1\n\tb: 2\n", "a:\r\n  b: 1\r\n\tc: 1\r\n"])
def test_tabs_are_named_with_a_way_out(text):
    found = problem(text)
    assert (found.message, found.hint) == ("a tab is used for indentation", "use spaces")
    assert found.place.column == 1
    assert found.place.line == text[: text.index("\t")].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("a: b: c", "a ':' is not expected here", 1, 5),
        ("a: 1\n  b: 2", "a ':' is not expected here", 2, 4),
        ('a: "x\nb: 1', "the quote that opens here is never closed", 1, 4),
        ("a: [1,\nb: 2\n", "',' or ']' is expected here for the '[' at s.yaml:1:4", 3, 1),
        ("a: {b: 1\n", "',' or '}' is expected here for the '{' at s.yaml:1:4", 2, 1),
        ("a: @x", "a value cannot begin with '@'", 1, 4),
        ("a: %x", "a value cannot begin with '%'", 1, 4),
        ("a: 1\nword\nb: 1", "this line is not a 'key: value' pair", 2, 1),
        ("a: 1\n- b\n", "this line does not fit what is above it", 2, 1),
        ("a: !x!y b", "this is not valid YAML: found undefined tag handle", 1, 4),
        ("a: é\x07", "the character U+0007 is not allowed in YAML", 1, 5),
        ("a: \ud800", "the character U+D800 is not allowed in YAML", 1, 4),
        ("a: one\u2028two\nb: 1", "the invisible line separator U+2028 breaks the line here", 1, 7),
    ],
)
def test_errors_are_said_in_plain_words(text, message, line, column):
    found = problem(text)
    assert found.message == message
    assert (found.place.line, found.place.column) == (line, column)


def test_places_of_values_and_keys():
    text = "top:\n  - name: é😀 x  # why\n    'q': \"1\"\n  - []\nb: |\n  one\n  two\n\n\nc:\n"
    source = read_text(text, file="s.yaml")
    assert source.place(("top", 0, "name")) == Place("s.yaml", 2, 11, 2, 15)
    assert span(source.key_place(("top", 0, "name"))) == (2, 5, 2, 9)
    assert span(source.key_place(("top", 0, "q"))) == (3, 5, 3, 8)
    assert span(source.place(("top", 0, "q"))) == (3, 10, 3, 13)
    assert span(source.place(("top", 0))) == (2, 5, 3, 13)
    assert span(source.place(("top", 1))) == (4, 5, 4, 7)
    assert span(source.place(("top",))) == (2, 3, 4, 7)
    assert span(source.key_place(("top",))) == (1, 1, 1, 4)
    assert span(source.place(("b",))) == (5, 4, 7, 6)
    assert source.place(("c",)).line == 10
    assert source.place(()).line == 1


def test_the_place_of_something_missing_is_the_value_around_it():
    source = read_text("a:\n  b: [x]\n")
    assert source.place(("a", "b", 7, "z")) == source.place(("a", "b"))
    assert source.place(("nothing",)) == source.place(())
    assert source.key_place(("a", "nothing")) == source.place(("a",))
    assert source.key_place(("a", "b", 0)) == source.place(("a", "b", 0))
    assert source.key_place(()) == source.place(())


def test_has_tells_what_is_there():
    source = read_text("a:\n  b: [~]\n")
    assert all(source.has(pointer) for pointer in [(), ("a",), ("a", "b"), ("a", "b", 0)])
    missing = [("b",), ("a", "b", 1), ("a", "b", -1), ("a", "b", "0"), ("a", 0)]
    assert not any(source.has(pointer) for pointer in missing)


def test_windows_line_ends_change_nothing():
    text = "a:\n  - b: 1\n    c: |\n      x\n      y\nd: 2\n"
    unix, windows = read_text(text), read_text(text.replace("\n", "\r\n"))
    assert unix.data == windows.data
    assert unix.lines == windows.lines == ("a:", "  - b: 1", "    c: |", "      x", "      y", "d: 2", "")
    for pointer in [("a", 0, "b"), ("a", 0, "c"), ("a", 0), ("d",)]:
        assert unix.place(pointer) == windows.place(pointer)
        assert unix.key_place(pointer) == windows.key_place(pointer)


def test_without_libyaml_the_result_is_the_same(monkeypatch):
    text = "a: &x\n  - 1\n  - NO\n  - |\n    t\n\nb: {c: *x, d: }\n"
    fast = read_text(text)
    monkeypatch.setattr(yaml12, "_LOADER", yaml.SafeLoader)
    slow = read_text(text)
    assert fast.data == slow.data
    for pointer in [("a",), ("a", 0), ("a", 2), ("b",), ("b", "c")]:
        assert fast.place(pointer) == slow.place(pointer)
    for broken in ["a: 1\n\tb: 2\n", "a: b: c\n", "a: [1,\nb: 2\n", 'a: "x\nb: 1', "a: 1\n- b\n"]:
        assert problem(broken).message


def test_values_are_plain_python():
    assert math.isclose(value("0.1"), 0.1)
    assert {type(part) for part in value("[a, 1, 1.5, true, ~, {}, []]")} == {
        *(str, int, float, bool, type(None), dict, list)
    }
