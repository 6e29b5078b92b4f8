# SPDX-License-Identifier: Apache-2.0
"""Reads YAML with the value rules of YAML 1.2 (core schema), so that `NO` and `2026-11-23` stay text.

PyYAML splits the text into events; its own construction of values, which follows YAML 1.1, is not used. This module
does not offer all of YAML: no merge keys, no custom tags, only text as keys, one document, and aliases within bounds.
"""

import math
import re
from typing import Any

import yaml

from govrules.source.document import MAX_DEPTH, MAX_NUMBER_LENGTH, Spot, Text
from govrules.source.errors import InputError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What YAML does not allow in a file. PyYAML refuses it too, but gives its position in bytes.
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# PyYAML takes these for line breaks; editors do not, and show nothing.
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")
_INDENT = re.compile(r"[ \t]*")

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"(?P<decimal>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_NUMBER_START = frozenset("+-.0123456789")

_TAG = "tag:yaml.org,2002:"
_SCALAR_TAGS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
}
_QUOTE = "put it in quotes"


class _Value:
    """A value being read, or kept because it has an anchor."""

    __slots__ = ("data", "flow", "height", "key", "key_span", "open", "size", "spot")

    def __init__(self, data: Any, spot: Spot) -> None:
        self.data = data
        self.spot = spot
        self.size = 1  # the values in it and itself, aliases counted as if written out
        self.height = 0  # levels of mappings and lists from here down
        self.open = False
        self.flow = False
        self.key: str | None = None
        self.key_span = (0, 0)


def parse(text: Text) -> tuple[Any, Spot]:
    """Return the data and where it stands; (None, an empty spot) if the text holds no value."""
    bad = _NOT_PRINTABLE.search(text.content)
    if bad:
        message = f"the character U+{ord(bad.group()):04X} is not allowed in YAML"
        raise text.error(message, "delete it, or write it as an escape in double quotes", bad.start())
    try:
        return _Builder(text).build()
    except yaml.MarkedYAMLError as error:
        raise _friendly(text, error) from None


class _Builder:
    """Builds the data in one pass over the events; the mappings and lists not yet closed are on a stack."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.stack: list[_Value] = []
        self.anchors: dict[str, _Value] = {}
        self.root: _Value | None = None
        self.count = 0

    def build(self) -> tuple[Any, Spot]:
        for event in yaml.parse(self.text.content, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self.open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.close(event)
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                hint = "remove the line '---', or put each document in a file of its own"
                raise self.error("a second document begins here", hint, event)
        if self.root is None:
            return None, Spot(0, 0)
        return self.root.data, self.root.spot

    def error(self, message: str, hint: str, event: Any) -> InputError:
        return self.text.error(message, hint, event.start_mark.index, event.end_mark.index)

    def expects_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].key is None and isinstance(self.stack[-1].data, dict)

    def scalar(self, event: Any) -> None:
        value = self.value(event)
        if self.expects_key():
            self.key(event, value)
            return
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            # The event reaches to the next key; the blank lines before that are not part of the text.
            end = start + len(self.text.content[start:end].rstrip())
        node = _Value(value, Spot(start, end))
        self.add(node, event)
        if event.anchor is not None:
            self.anchors[event.anchor] = node

    def key(self, event: Any, key: Any) -> None:
        mapping = self.stack[-1]
        span = (event.start_mark.index, event.end_mark.index)
        if not isinstance(key, str):
            what = f"{event.value} is not" if event.value else "there is none here"
            message = f"a key must be text, but {what}"
            raise self.error(message, _QUOTE if event.value else "write a key before the ':'", event)
        if key == "<<" and event.implicit[0]:
            raise self.error("merge keys (<<) are not supported", "write the merged keys out", event)
        if event.anchor is not None:
            raise self.error("a key cannot have an anchor", "put the anchor before the value", event)
        if key in mapping.data:
            raise self.text.duplicate_key(key, mapping.spot.keys[key], span)
        mapping.key, mapping.key_span = key, span

    def open(self, event: Any) -> None:
        mapping = isinstance(event, yaml.MappingStartEvent)
        if self.expects_key():
            raise self.error("a key must be text, not a mapping or list", "if it begins with { or [, " + _QUOTE, event)
        if event.tag not in (None, _TAG + ("map" if mapping else "seq")):
            raise self.bad_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            raise self.text.too_deep(event.start_mark.index)
        node = _Value({} if mapping else [], Spot(event.start_mark.index, event.end_mark.index))
        node.open, node.height, node.flow = True, 1, bool(event.flow_style)
        self.add(node, event)
        node.size = self.count  # for now what was counted before; close() makes it the size
        self.stack.append(node)
        if event.anchor is not None:
            self.anchors[event.anchor] = node

    def close(self, event: Any) -> None:
        node = self.stack.pop()
        node.open = False
        node.size = self.count - node.size + 1
        if node.flow:
            node.spot.end = event.end_mark.index
        if self.stack:
            parent = self.stack[-1]
            parent.height = max(parent.height, node.height + 1)
            parent.spot.end = node.spot.end

    def alias(self, event: Any) -> None:
        if self.expects_key():
            raise self.error("a key cannot be an alias", "write the key out", event)
        target = self.anchors.get(event.anchor)
        if target is None:
            hint = f"write &{event.anchor} before the value it stands for, or, if it is text, {_QUOTE}"
            raise self.error(f"there is no anchor &{event.anchor} above this alias", hint, event)
        if target.open:
            raise self.error(f"*{event.anchor} stands for a value it is part of", "write the value out", event)
        if len(self.stack) + target.height > MAX_DEPTH:
            raise self.text.too_deep(event.start_mark.index)
        node = _Value(target.data, Spot(event.start_mark.index, event.end_mark.index))
        node.spot.keys, node.spot.children = target.spot.keys, target.spot.children
        node.size, node.height = target.size, target.height
        self.add(node, event)

    def add(self, node: _Value, event: Any) -> None:
        self.count += node.size
        if self.count > self.text.limits.nodes:
            raise self.text.too_many(event.start_mark.index)
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.key is None:
            if len(parent.data) >= self.text.limits.items:
                raise self.text.too_long(event.start_mark.index)
            parent.spot.children[len(parent.data)] = node.spot
            parent.data.append(node.data)
        else:
            parent.spot.keys[parent.key] = parent.key_span
            parent.spot.children[parent.key] = node.spot
            parent.data[parent.key] = node.data
            parent.key = None
        parent.height = max(parent.height, node.height + 1)
        # A block has no closing bracket; it ends where its last part does.
        parent.spot.end = node.spot.end

    def value(self, event: Any) -> Any:
        if event.tag is None:
            return self.plain(event) if event.implicit[0] else event.value
        kind = event.tag.removeprefix(_TAG)
        if not event.tag.startswith(_TAG) or kind not in _SCALAR_TAGS:
            raise self.bad_tag(event)
        if kind == "str":
            return event.value
        value = self.plain(event)
        # type(), because to isinstance() true is an int.
        if type(value) not in _SCALAR_TAGS[kind]:
            hint = "remove the tag or correct the value"
            raise self.error(f"{event.value!r} is not a value for !!{kind}", hint, event)
        return float(value) if kind == "float" else value

    def plain(self, event: Any) -> Any:
        word: str = event.value
        if word in _CONSTANTS:
            return _CONSTANTS[word]
        if word[0] not in _NUMBER_START:
            return word
        whole = _INT.fullmatch(word)
        if whole or _FLOAT.fullmatch(word):
            if len(word) > MAX_NUMBER_LENGTH:
                raise self.error("the number is too long", f"if it is text, {_QUOTE}", event)
            return _integer(whole) if whole else self.finite(float(word), event)
        return self.finite(math.inf, event) if _NOT_FINITE.fullmatch(word) else word

    def finite(self, number: float, event: Any) -> float:
        if math.isinf(number):
            hint = f"write an ordinary number, or, if it is text, {_QUOTE}"
            raise self.error(f"{event.value} is not a finite number", hint, event)
        return number

    def bad_tag(self, event: Any) -> InputError:
        tag = event.tag.replace(_TAG, "!!")
        return self.error(f"the tag {tag} cannot be used here", f"remove the tag, or, if it is text, {_QUOTE}", event)


def _integer(number: re.Match[str]) -> int:
    if number["octal"]:
        return int(number["octal"], 8)
    if number["hexadecimal"]:
        return int(number["hexadecimal"], 16)
    return int(number["decimal"])


def _line_start(content: str, offset: int) -> int:
    return max(content.rfind("\n", 0, offset), content.rfind("\r", 0, offset)) + 1


def _friendly(text: Text, error: yaml.MarkedYAMLError) -> InputError:
    """Say in plain words, with a way out, what PyYAML could not read."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    at = mark.index if mark else 0
    opened = error.context_mark.index if error.context_mark else at
    line_start = _line_start(text.content, at)
    hidden = _HIDDEN_BREAK.search(text.content, _line_start(text.content, opened), at)
    indent = _INDENT.match(text.content, line_start)
    tab = text.content.find("\t", line_start, indent.end() if indent else line_start)
    if tab >= 0:
        return text.error("a tab is used for indentation", "use spaces", tab)
    if hidden:
        message = f"the invisible line separator U+{ord(hidden.group()):04X} breaks the line here"
        return text.error(message, "delete it, or put the text in double quotes", hidden.start())
    if "nesting depth" in problem:
        return text.too_deep(at)
    if "quoted scalar" in context and "end of stream" in problem:
        return text.error("the quote that opens here is never closed", "add the closing quote", opened)
    if "flow" in context:
        opening = text.content[opened : opened + 1]
        if opening in ("[", "{") and opened != at:
            closing = {"[": "]", "{": "}"}[opening]
            message = f"',' or '{closing}' is expected here for the '{opening}' at {text.place(opened)}"
            return text.error(message, f"close it, or, if it is text, {_QUOTE}", at)
    if "cannot start any token" in problem:
        return text.error(f"a value cannot begin with {text.content[at : at + 1]!r}", _QUOTE, at)
    if "mapping values are not allowed" in problem:
        return text.error("a ':' is not expected here", "check the indentation; put text with ': ' in quotes", at)
    if "expected ':'" in problem:
        return text.error(
            "this line is not a 'key: value' pair", "add the ':', or indent the line to continue text", opened
        )
    if "block" in context:
        return text.error("this line does not fit what is above it", "check the indentation and the '-'", at)
    return text.error(f"this is not valid YAML: {problem}", "check the indentation and quotes near here", at)
