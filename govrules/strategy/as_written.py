# SPDX-License-Identifier: Apache-2.0
"""Values as people write them: ``USA``, ``Yes``, ``Facebook``, ``9,000``, ``$1.2 million``, ``March 12, 2027``.

What can be read in one way only is read so; where two readings are possible, both are told and neither is taken. What
is no reading of its field stays as it is, for the model to refuse. YAML stays YAML 1.2: an unquoted ``Yes`` is a text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from govrules import taxonomy
from govrules.day import read_day
from govrules.logic.condition import Pointer
from govrules.logic.shape import Attribute, Shape

_YES_OR_NO = {"yes": True, "no": False, "true": True, "false": False}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER = re.compile(
    r"(?P<currency>[$€£₹]|[A-Z]{3}(?= ))? ?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r" ?(?P<scale>thousand|million|billion|k|mn|m|bn)?(?P<unit>%| ?[A-Za-z]+)?"
)
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}
_SYMBOLS = {"$": ("USD", "AUD", "CAD", "NZD", "SGD"), "€": ("EUR",), "£": ("GBP",), "₹": ("INR",)}
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_IN_FIGURES = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """A value that can be read in more than one way, and how each is to be written instead."""

    pointer: Pointer
    written: str
    readings: tuple[str, ...]


def as_written(data: Any, root: Shape) -> tuple[Any, list[TwoReadings]]:
    """The data of a document with each value as its field holds it, and the values that have two readings.

    ``root`` is the shape of the document. Nothing is changed in place: what is read otherwise is copied.
    """
    doubtful: list[TwoReadings] = []
    return _part(data, root, (), doubtful), doubtful


def _part(data: Any, shape: Shape, at: Pointer, doubtful: list[TwoReadings]) -> Any:
    if not isinstance(data, dict):
        return data
    read = {key: _field(value, shape.attributes.get(key), (*at, key), doubtful) for key, value in data.items()}
    return read if any(read[key] is not value for key, value in data.items()) else data


def _field(value: Any, attribute: Attribute | None, at: Pointer, doubtful: list[TwoReadings]) -> Any:
    if attribute is None:
        return value
    if attribute.type.many and isinstance(value, list):
        read = [_single(one, attribute, (*at, index), doubtful) for index, one in enumerate(value)]
        return read if any(new is not old for new, old in zip(read, value, strict=True)) else value
    return value if attribute.type.many else _single(value, attribute, at, doubtful)


def _single(value: Any, attribute: Attribute, at: Pointer, doubtful: list[TwoReadings]) -> Any:
    if attribute.type.part is not None:
        return _part(value, attribute.type.part, at, doubtful)
    if not isinstance(value, str):
        return value
    found = readings(value, attribute)
    if len(found) > 1:
        doubtful.append(TwoReadings(at, value, tuple(found)))
        return value
    return next(iter(found.values()), value)


def readings(text: str, attribute: Attribute) -> Mapping[str, Any]:
    """What a text can mean in this field, by how that is written; empty where it means nothing there."""
    words = " ".join(text.split())
    match attribute.type.kind:
        case "boolean":
            found = _YES_OR_NO.get(words.lower())
            return {} if found is None else {str(found).lower(): found}
        case "integer" | "number" as kind:
            return {str(number): number for number in _numbers(words, attribute.unit, whole=kind == "integer")}
        case "day":
            return {day.isoformat(): day.isoformat() for day in _days(words)}
        case "choice":
            return {choice: choice for choice in _by_slug(attribute.type.choices).get(_slug(words), ())}
        case "market" | "jurisdiction":
            return {code: code for code in taxonomy.jurisdictions_called(words)}
        case "sector":
            tree, alias = attribute.type.tree, taxonomy.sector_alias(words)
            return {alias: alias} if alias and tree and not tree.knows(words) else {}
        case _:
            return {}


@lru_cache(1_000)  # more than the model has fields with choices
def _by_slug(choices: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for choice in choices:
        found.setdefault(_slug(choice), []).append(choice)
    return found


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def _numbers(text: str, unit: str | None, *, whole: bool) -> Iterator[int | float]:
    found = _NUMBER.fullmatch(text)
    if found is None or not _in_unit(found["currency"], (found["unit"] or "").strip(), unit):
        return
    number = Decimal(found["number"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1)
    readings = [number]
    if found["scale"] is None and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", found["number"]):
        # 1.200 is twelve hundred where a point groups the thousands.
        readings.append(number * 1000)
    for one in readings:
        if one == one.to_integral_value():
            yield int(one)
        elif not whole:
            yield float(one)


def _in_unit(currency: str | None, stated: str, unit: str | None) -> bool:
    """Tell whether a number with this currency and unit beside it is one of the field's unit."""
    asked = unit or ""
    if currency is not None:
        codes = _SYMBOLS.get(currency, (currency,))
        return not stated and (asked.startswith("currency") or asked in codes)
    if stated == "%":
        return asked == "percent"
    return not stated or stated.lower() in (asked, asked.removesuffix("s"))


def _days(text: str) -> Iterator[date]:
    if read_day(text) is not None:
        return
    if found := _DAY_FIRST.fullmatch(text):
        numbers = [(found[3], _month(found[2]), found[1])]
    elif found := _MONTH_FIRST.fullmatch(text):
        numbers = [(found[3], _month(found[1]), found[2])]
    elif found := _YEAR_FIRST.fullmatch(text):
        numbers = [(found[1], found[3], found[4])]
    elif found := _IN_FIGURES.fullmatch(text):
        numbers = list(dict.fromkeys([(found[4], found[3], found[1]), (found[4], found[1], found[3])]))
    else:
        return
    for year, month, day in numbers:
        known = read_day(f"{year}-{int(month):02}-{int(day):02}")
        if known is not None:
            yield known


def _month(name: str) -> str:
    """The number of a month by its name or the first three letters of it; 0, which is no month, for any other word."""
    word = name.lower().removesuffix("t") if name.lower() == "sept" else name.lower()
    found = [number for number, month in enumerate(_MONTHS, 1) if word in (month, month[:3])]
    return str(found[0] if found else 0)
