# SPDX-License-Identifier: Apache-2.0
"""Reads a file, standard input or a text into a Source. Whatever is wrong with it is an InputError.

It checks only that there is one readable mapping; what the mapping should contain is for others to say.
"""

import codecs
import hashlib
import os
import re
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from govrules.source import front_matter, json_text, yaml12
from govrules.source.document import LIMITS, Limits, Source, Text
from govrules.source.errors import InputError

Format = Literal["yaml", "json", "markdown"]

_PARSERS = {"yaml": yaml12.parse, "json": json_text.parse, "markdown": front_matter.parse}
_SUFFIXES: dict[str, Format] = {".json": "json", ".md": "markdown", ".markdown": "markdown"}
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Bytes that no text in any common encoding has (escape and form feed do occur).
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BOM = "\ufeff"


class NoMapping(InputError):
    """The document is empty, or a list or single value: it says nothing that a model could be made of."""


def read(path: str | os.PathLike[str], *, file: str | None = None, limits: Limits = LIMITS) -> Source:
    """Read a file; "-" is standard input. The suffix tells the format: .json, .md, .markdown, anything else is YAML.

    ``file`` is what messages and reports call it, if not by its path.
    """
    name = os.fspath(path)
    if name == "-":
        raw = sys.stdin.buffer.read(limits.bytes + 1)
        return _read_raw(raw, file or "<stdin>", None, limits)
    raw = read_bytes(name, limits.bytes, file)
    return read_raw(raw, file=file or name, name=name, limits=limits)


def read_toml(path: str | os.PathLike[str], table: tuple[str, ...], *, file: str | None = None) -> Source | None:
    """Read a table of a TOML file; None if it has none of that name. ``file`` is what messages call it."""
    from govrules.source import toml_text  # most documents are no TOML

    name = os.fspath(path)
    raw = read_bytes(name, LIMITS.bytes, file)
    text = Text(file or name, _decode(file or name, raw).removeprefix(_BOM))
    found = toml_text.parse_table(text, table)
    if found is None:
        return None
    data, root = found
    return Source(text.file, text.content, digest_of(raw), data, text, lambda _: root)


def read_raw(raw: bytes, *, file: str, name: str | None = None, limits: Limits = LIMITS) -> Source:
    """Read the bytes of a file that was kept elsewhere; ``file`` is what messages call it, ``name`` its name if that
    is another."""
    return _read_raw(raw, file, format_of(name or file), limits)


def read_line(raw: bytes, *, file: str, line: int) -> Source:
    """Read a JSON document that is one line of a file; places tell the number of that line."""
    return _source(_within(raw, file, LIMITS), _decode(file, raw, line), file, "json", line=line)


def distinct(paths: Iterable[Path]) -> list[Path]:
    """The files that these paths name, each once and by its first spelling: ``a.yaml`` and ``./a.yaml`` are one."""
    found: dict[str, Path] = {}
    for path in paths:
        found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def format_of(name: str | os.PathLike[str]) -> Format:
    """The format of a file by its name: .json, .md or .markdown, anything else is YAML."""
    return _SUFFIXES.get(Path(name).suffix.lower(), "yaml")


def _read_raw(raw: bytes, file: str, format: Format | None, limits: Limits) -> Source:
    return _source(raw, _decode(file, _within(raw, file, limits)), file, format, limits)


def read_text(text: str, *, file: str = "<text>", format: Format | None = None) -> Source:
    """Read a text; without a format it is guessed from how the text begins."""
    # A lone surrogate has no bytes; it is let through here so that the parser can say where it is.
    return _source(_within(text.encode("utf-8", "surrogatepass"), file, LIMITS), text, file, format)


def read_bytes(path: str, max_bytes: int, file: str | None = None) -> bytes:
    """Read at most one byte too many, so that a pipe or device cannot fill the memory."""
    name = file or path
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise _unreadable(name, "this is a directory, not a file", "name a file in it")
        if status.st_size > max_bytes:
            raise _too_large(name, max_bytes)
        with open(path, "rb") as stream:
            return stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise _unreadable(name, "there is no such file", "check the path and the spelling") from None
    except PermissionError:
        raise _unreadable(name, "there is no permission to read this file", "check its permissions") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _unreadable(name, f"the file cannot be read: {reason}", "check the path") from None


def _within(raw: bytes, file: str, limits: Limits) -> bytes:
    if len(raw) > limits.bytes:
        raise _too_large(file, limits.bytes)
    return raw


def _decode(file: str, raw: bytes, line: int = 1) -> str:
    """Return the text of the bytes; it must be UTF-8."""
    for mark, encoding in _OTHER_MARKS:
        if raw.startswith(mark):
            raise _unreadable(file, f"the file is {encoding}, not UTF-8", "save it as UTF-8")
    if b"\x00" in raw or raw.startswith(b"%PDF-"):
        raise _not_text(file)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if _BINARY.search(raw):
            raise _not_text(file) from None
        # The stray byte gets a stand-in, so that it has a place with a width.
        good = raw[: error.start].decode("utf-8").removeprefix(_BOM)
        message = f"the byte 0x{raw[error.start]:02X} is not UTF-8"
        stray = Text(file, good + "?", first_line=line)
        raise stray.error(message, "save the file as UTF-8", len(good)) from None


def _source(
    raw: bytes, decoded: str, file: str, format: Format | None, limits: Limits = LIMITS, line: int = 1
) -> Source:
    content = decoded.removeprefix(_BOM)
    text = Text(file, content, limits, line)
    format = format or _sniff(content)
    hint = "write the document as 'key: value' lines"
    if not content.strip():
        raise NoMapping(text.error("the file is empty", hint, 0).problems)
    plain = json_text.parse_mapping(text) if format == "json" else None
    if plain is not None:
        return Source(file, content, digest_of(raw), plain, text, lambda text: json_text.parse(text)[1])
    data, root = _PARSERS[format](text)
    if data is None and root.start == root.end:
        # Only comments, or nothing between the lines '---'.
        what = "front matter" if format == "markdown" else "file"
        raise NoMapping(text.error(f"the {what} is empty", hint, 0).problems)
    if not isinstance(data, dict):
        message = f"the document must be a mapping, but it is {_kind(data)}"
        error = text.error(message, "write 'key: value' at the top level", root.start, root.end)
        raise NoMapping(error.problems)
    return Source(file, content, digest_of(raw), data, text, lambda _: root)


def digest_of(raw: bytes) -> str:
    """The digest by which a document is known: "sha256:" and the hexadecimal digest of its bytes."""
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def with_known_data(raw: bytes, data: dict[str, Any], *, file: str) -> Source:
    """Make a Source of a YAML text whose data were read before; it is parsed again only if a place is asked for."""
    content = raw.decode("utf-8").removeprefix(_BOM)
    return Source(
        file, content, digest_of(raw), data, Text(file, content), lambda text: yaml12.parse(text)[1], known=True
    )


def _sniff(content: str) -> Format:
    if content.lstrip().startswith(("{", "[")):
        return "json"
    return "markdown" if front_matter.looks_like(content) else "yaml"


def _kind(data: Any) -> str:
    return "a list" if isinstance(data, list) else "a single value"


def _unreadable(file: str, message: str, hint: str) -> InputError:
    # No place: nothing has been read, so there is no line to point to.
    return InputError.of(f"{file}: {message}", hint)


def _too_large(file: str, max_bytes: int) -> InputError:
    hint = "split it, or check that it is the right file"
    return _unreadable(file, f"the file is larger than {max_bytes:,} bytes", hint)


def _not_text(file: str) -> InputError:
    return _unreadable(file, "this is not a text file", "name a YAML, JSON or Markdown file saved as UTF-8")
