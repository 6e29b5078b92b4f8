# SPDX-License-Identifier: Apache-2.0
"""Reads JSON, with or without where every key and value stands. It reads strict JSON only: no comments, no NaN.

Without places the standard library reads the whole text, ten times as fast. With them it decodes strings, numbers and
constants; only the nesting is followed here, without recursion.
"""

import json
import math
import re
from typing import Any

from govrules.source.document import GROUPS, MAX_DEPTH, MAX_NUMBER_LENGTH, Limits, Spot, Text

_SPACE = re.compile(r"[ \t\n\r]*")
_NOT_FINITE = re.compile(r"NaN|-?Infinity")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_CLOSING = {"{": "}", "[": "]"}


def parse(text: Text) -> tuple[Any, Spot]:
    """Return the data and where it stands."""
    return _Reader(text).read()


def parse_mapping(text: Text) -> dict[str, Any] | None:
    """Return the data of a mapping without where it stands; None where there is anything at all to object to, which
    :func:`parse` then names with its place."""
    content = text.content
    # Most texts have neither anything but ASCII nor an escape: to see that takes no time.
    if not content.isascii() and _SURROGATE.search(content):
        return None
    if "\\u" in content and _ESCAPED_SURROGATE.search(content):
        return None
    try:
        data = _STRICT.decode(content)
    except (_Refused, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and _within_limits(data, text.limits) else None


def _within_limits(data: dict[str, Any], limits: Limits) -> bool:
    level: list[Any] = [data]
    count = 1
    for _ in range(MAX_DEPTH):
        values: list[Any] = []
        for part in level:
            if isinstance(part, list) and len(part) > limits.items:
                return False
            values += part.values() if isinstance(part, dict) else part
        count += len(values)
        if count > limits.nodes:
            return False
        level = [value for value in values if isinstance(value, GROUPS)]
        if not level:
            return True
    return False


class _Open:
    """A mapping or list whose closing bracket has not been reached; `key` is the key of the value being read."""

    __slots__ = ("closing", "data", "key", "spot")

    def __init__(self, opening: str, start: int) -> None:
        self.data: Any = {} if opening == "{" else []
        self.closing = _CLOSING[opening]
        self.spot = Spot(start, start)
        self.key = ""


class _Reader:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.content = text.content
        self.at = 0
        self.count = 0
        self.stack: list[_Open] = []
        self.decoder = json.JSONDecoder(parse_int=_integer)

    def read(self) -> tuple[Any, Spot]:
        self.skip_space()
        root, root_spot = self.value()
        while True:
            self.skip_space()
            if not self.stack:
                break
            inner = self.stack[-1]
            if self.char() == inner.closing:
                self.at += 1
                inner.spot.end = self.at
                self.stack.pop()
                continue
            if inner.data:
                self.comma(inner)
            if inner.closing == "}":
                self.key(inner)
            self.value()
        if self.at < len(self.content):
            hint = "a file holds one JSON value; remove the rest"
            raise self.text.error("there is more text after the end of the JSON", hint, self.at)
        return root, root_spot

    def char(self) -> str:
        return self.content[self.at : self.at + 1]

    def skip_space(self) -> None:
        space = _SPACE.match(self.content, self.at)
        self.at = space.end() if space else self.at

    def comma(self, inner: _Open) -> None:
        if self.char() != ",":
            message = f"',' or '{inner.closing}' is expected here"
            hint = f"the bracket to close is at {self.text.place(inner.spot.start)}"
            raise self.text.error(message, hint, self.at)
        comma = self.at
        self.at += 1
        self.skip_space()
        if self.char() == inner.closing:
            raise self.text.error(f"there is a ',' before '{inner.closing}'", "remove the comma", comma)

    def key(self, inner: _Open) -> None:
        start = self.at
        if self.char() != '"':
            raise self.text.error("a key is expected here", 'write the key in double quotes: "key": value', start)
        key = self.scalar()
        span = (start, self.at)
        if key in inner.data:
            raise self.text.duplicate_key(key, inner.spot.keys[key], span)
        inner.key = key
        inner.spot.keys[key] = span
        self.skip_space()
        if self.char() != ":":
            raise self.text.error(f"':' is expected here, after the key {key!r}", 'write "key": value', self.at)
        self.at += 1
        self.skip_space()

    def value(self) -> tuple[Any, Spot]:
        """Read a scalar, or the opening bracket of a mapping or list, and put it where it belongs."""
        start = self.at
        if self.char() in _CLOSING:
            if len(self.stack) >= MAX_DEPTH:
                raise self.text.too_deep(start)
            opened = _Open(self.char(), start)
            self.at += 1
            self.add(opened.data, opened.spot)
            self.stack.append(opened)
            return opened.data, opened.spot
        data = self.scalar()
        spot = Spot(start, self.at)
        self.add(data, spot)
        return data, spot

    def add(self, data: Any, spot: Spot) -> None:
        self.count += 1
        if self.count > self.text.limits.nodes:
            raise self.text.too_many(spot.start)
        if not self.stack:
            return
        parent = self.stack[-1]
        if parent.closing == "}":
            parent.spot.children[parent.key] = spot
            parent.data[parent.key] = data
        elif len(parent.data) >= self.text.limits.items:
            raise self.text.too_long(spot.start)
        else:
            parent.spot.children[len(parent.data)] = spot
            parent.data.append(data)

    def scalar(self) -> Any:
        start = self.at
        not_finite = _NOT_FINITE.match(self.content, start)
        if not_finite:
            message = f"{not_finite.group()} is not a number JSON knows"
            raise self.text.error(message, "write an ordinary number", start, not_finite.end())
        try:
            value, self.at = self.decoder.raw_decode(self.content, start)
        except json.JSONDecodeError as error:
            if self.char() == '"':
                hint = "close the text with a double quote; write a line break in it as \\n and a backslash as \\\\"
                raise self.text.error(f"this text cannot be read: {error.msg}", hint, error.pos) from None
            hint = "text goes in double quotes; JSON has no comments"
            raise self.text.error("a value is expected here", hint, start) from None
        except _TooLongError:
            raise self.text.error("the number is too long", "if it is text, put it in quotes", start) from None
        if isinstance(value, float) and math.isinf(value):
            raise self.text.error("the number is too large", "write a smaller number", start, self.at)
        if isinstance(value, str) and _SURROGATE.search(value):
            message = "the text has half of a surrogate pair, which is not a character"
            raise self.text.error(message, "write the character itself", start, self.at)
        return value


class _Refused(Exception):
    """JSON that the standard library takes, and this module does not."""


class _TooLongError(_Refused):
    """A number has more digits than any field needs, and than Python may want to print."""


def _integer(digits: str) -> int:
    if len(digits) > MAX_NUMBER_LENGTH:
        raise _TooLongError
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise _Refused
    return number


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise _Refused
    return data


def _refuse(_: str) -> Any:
    raise _Refused


_STRICT = json.JSONDecoder(
    parse_int=_integer, parse_float=_finite, parse_constant=_refuse, object_pairs_hook=_without_duplicates
)
