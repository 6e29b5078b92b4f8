# SPDX-License-Identifier: Apache-2.0
"""Reading files and standard input, and everything that can be wrong with them."""

import hashlib
import io
import os
import sys
from types import SimpleNamespace

import pytest

from govrules.source import InputError, read, read_text
from govrules.source.document import Limits


def problem(path, **options):
    with pytest.raises(InputError) as caught:
        read(path, **options)
    (only,) = caught.value.problems
    assert only.hint
    assert str(path).replace("-", "<stdin>", str(path) == "-") in str(caught.value)
    return only


@pytest.fixture
def write(tmp_path):
    def write_file(content, name="s.yaml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.fixture
def stdin(monkeypatch):
    def set_stdin(content):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))

    return set_stdin


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((name, "a: NO\n") for name in ("s.yaml", "s.yml", "s", "s.txt")),
        *((name, '{"a": "NO"}') for name in ("s.json", "S.JSON")),
        *((name, "---\na: NO\n---\n# T\n") for name in ("s.md", "s.markdown", "s.MD")),
    ],
)
def test_the_suffix_tells_the_format(write, name, text):
    path = write(text, name)
    source = read(path)
    assert source.data == {"a": "NO"}
    assert source.file == str(path)
    assert source.text == text


@pytest.mark.parametrize("text", ["a: 1", ' \n{"a": 1}', "---\na: 1\n", "---\na: 1\n---\n# T\n"])
def test_standard_input_of_any_format(stdin, text):
    stdin(text.encode())
    source = read("-")
    assert source.data == {"a": 1}
    assert str(source.place(("a",))).startswith("<stdin>:")
    assert read_text(text).data == {"a": 1}


def test_nothing_below_the_second_dashes_is_taken_for_yaml():
    with pytest.raises(InputError, match="a second document begins here"):
        read_text("---\na: 1\n---\n\n")


def test_a_list_in_brackets_is_taken_for_json():
    with pytest.raises(InputError, match="must be a mapping, but it is a list"):
        read_text("[1]")


def test_the_digest_is_over_the_raw_bytes(write):
    raw = b"\xef\xbb\xbfa: \xc3\xa9\r\n"
    assert read(write(raw)).digest == "sha256:" + hashlib.sha256(raw).hexdigest()
    assert read_text(raw.decode()).digest == read(write(raw)).digest


@pytest.mark.parametrize(("name", "text"), [("s.yaml", "a: 1"), ("s.json", '{"a": 1}'), ("s.md", "---\na: 1\n---\n")])
def test_a_utf_8_mark_is_accepted(write, name, text):
    plain, marked = read(write(text, name)), read(write(b"\xef\xbb\xbf" + text.encode(), name))
    assert marked.data == plain.data
    assert marked.place(("a",)) == plain.place(("a",))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf_16_is_told(write, encoding):
    found = problem(write("a: 1".encode(encoding)))
    assert encoding.upper() in found.message
    assert found.hint == "save it as UTF-8"


def test_latin_1_is_told_with_the_place(write):
    found = problem(write("a: 1\nname: é Caf".encode() + b"\xe9\n"))
    assert found.message == "the byte 0xE9 is not UTF-8"
    assert (found.place.line, found.place.column) == (2, 12)
    assert "UTF-8" in found.hint


@pytest.mark.parametrize("raw", [b"a: \x00", b"\x89PNG\r\n\x1a\n\xff", b"%PDF-1.7\n", "a: 1".encode("utf-16-le")])
def test_a_binary_file_is_told(write, raw):
    assert "not a text file" in problem(write(raw)).message


def test_a_missing_file(tmp_path):
    assert "no such file" in problem(tmp_path / "none.yaml").message


def test_a_directory(tmp_path):
    assert "directory" in problem(tmp_path).message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(write):
    path = write("a: 1")
    path.chmod(0)
    assert "there is no permission to read this file" in problem(path).message


def test_a_refused_permission_is_told(write, monkeypatch):
    def refuse(*_):
        raise PermissionError

    path = write("a: 1")
    monkeypatch.setattr("builtins.open", refuse)
    assert "there is no permission to read this file" in problem(path).message


@pytest.mark.parametrize("path", ["a\x00b", "x" * 5000, os.path.join(__file__, "s.yaml")])
def test_an_impossible_path(path):
    assert "cannot be read" in problem(path).message


def test_a_file_of_5_mb_is_refused_before_it_is_read(write, monkeypatch):
    path = write(b"#" * 5_000_000)
    monkeypatch.setattr("builtins.open", None)
    assert "larger than 4,000,000 bytes" in problem(path).message


def test_the_limit_can_be_changed(write):
    assert read(write("a: 1"), limits=Limits(bytes=4)).data == {"a": 1}
    assert "larger than 3 bytes" in problem(write("a: 1"), limits=Limits(bytes=3)).message


def test_standard_input_is_read_only_up_to_the_limit(stdin):
    stdin(b"a: 1 " * 10)
    assert "larger than 10 bytes" in problem("-", limits=Limits(bytes=10)).message
    assert sys.stdin.buffer.tell() == 11


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs /dev/zero")
def test_an_endless_device_is_read_only_up_to_the_limit():
    assert "larger than" in problem("/dev/zero").message


@pytest.mark.parametrize("text", ["", "\n \n", "# only\n# comments\n", "---\n", "\ufeff"])
@pytest.mark.parametrize("name", ["s.yaml", "s.json", "s.md"])
def test_an_empty_file(write, name, text):
    if name == "s.yaml" or not text.strip("\ufeff\n "):
        assert problem(write(text, name)).message == "the file is empty"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("- a\n", "a list"), ("word\n", "a single value"), ("null", "a single value")],
)
def test_the_top_level_must_be_a_mapping(write, text, kind):
    found = problem(write(text))
    assert found.message == f"the document must be a mapping, but it is {kind}"
    assert found.place.line == 1
