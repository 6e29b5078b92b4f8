# SPDX-License-Identifier: Apache-2.0
"""Reads one table of a TOML file, such as ``[tool.govrules]`` of pyproject.toml, and notes where its keys stand.

The standard library reads the values. It gives no places, so that the lines are searched for the keys: what stands
inside a value has the place of its key.
"""

import re
import tomllib
from typing import Any

from govrules.source.document import Spot, Text
from govrules.source.errors import InputError

_HEADER = re.compile(r"^[ \t]*(\[\[?)[ \t]*([^\[\]\n]+?)[ \t]*\]\]?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*(.*?)\r?$", re.MULTILINE)
_PLACE = re.compile(r"(?P<message>.*?) \(at line (?P<line>\d+), column (?P<column>\d+)\)", re.DOTALL)


def parse_table(text: Text, table: tuple[str, ...]) -> tuple[Any, Spot] | None:
    """Return the data of a table and where it stands; None if the file has no such table."""
    try:
        data: Any = tomllib.loads(text.content)
    except tomllib.TOMLDecodeError as error:
        raise _friendly(text, error) from None
    except RecursionError:
        raise text.too_deep(0) from None
    except ValueError:  # of Python, for a number of thousands of digits
        raise text.error("a number in this file is too long", "shorten it", 0) from None
    for name in table:
        data = data.get(name) if isinstance(data, dict) else None
    return None if data is None else (data, _spots(text, table))


def _spots(text: Text, table: tuple[str, ...]) -> Spot:
    root = Spot(0, 0)
    headers = list(_HEADER.finditer(text.content))
    for index, header in enumerate(headers):
        names = tuple(name.strip().strip("\"'") for name in header[2].split("."))
        if names[: len(table)] != table:
            continue
        end = headers[index + 1].start() if index + 1 < len(headers) else len(text.content)
        spot = _table(root, names[len(table) :], header, listed=header[1] == "[[")
        for found in _KEY.finditer(text.content, header.end(), end):
            spot.keys[found[1]] = found.span(1)
            value = found.span(2)
            spot.children[found[1]] = Spot(value[0], max(value[0] + 1, value[0] + len(found[2].rstrip())))
    return root


def _table(root: Spot, names: tuple[str, ...], header: re.Match[str], *, listed: bool) -> Spot:
    """The spot of the table that a header opens; one in double brackets is a further element of a list."""
    spot = root
    if not names:
        spot.start, spot.end = header.span()
    for name in names:
        spot.keys.setdefault(name, header.span(2))
        spot = spot.children.setdefault(name, Spot(*header.span()))
    if listed:
        element = Spot(*header.span())
        spot.children[len(spot.children)] = element
        return element
    return spot


def _friendly(text: Text, error: tomllib.TOMLDecodeError) -> InputError:
    found = _PLACE.fullmatch(str(error))
    if found is None:  # at the end of the file
        return text.error(f"this is not valid TOML: {error}", "close what is open", len(text.content))
    lines = text.content.split("\n")
    offset = sum(len(line) + 1 for line in lines[: int(found["line"]) - 1]) + int(found["column"]) - 1
    message = found["message"]
    return text.error(f"this is not valid TOML: {message[0].lower()}{message[1:]}", "correct it near here", offset)
