# SPDX-License-Identifier: Apache-2.0
"""What decided a verdict, for readers: grouped by the place where it stands, with values as people write them."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from govrules.assessment.location import Location
from govrules.assessment.report import Evidence, Finding, Met, PassageRecord
from govrules.ruleset.message import shown

_QUOTED = 240  # characters of a passage; the document has the rest


@dataclass(frozen=True)
class Place:
    """What the document says at one place; ``location`` is None where it says nothing, or comes from no file."""

    location: Location | None
    evidence: tuple[Evidence, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        """Each field with its value, on one line."""
        return tuple(map(statement, self.evidence))

    @property
    def text(self) -> str:
        """All of them on one line."""
        return "; ".join(self.statements)


def by_place(evidence: Iterable[Evidence]) -> list[Place]:
    """Group evidence by place, in its order."""
    found: dict[Location | None, list[Evidence]] = {}
    for item in evidence:
        found.setdefault(item.location, []).append(item)
    return [Place(location, tuple(items)) for location, items in found.items()]


def statement(item: Evidence) -> str:
    """A field and what the document says of it, on one line: ``archive.years: 3 years``; and what stands behind it."""
    return "; ".join((f"{item.field}: {value(item)}", *map(_quoted, item.passages)))


def _quoted(passage: PassageRecord) -> str:
    quote = shorten(passage.quote, _QUOTED, placeholder=" ...")
    where = f", {passage.where}" if passage.where else ""
    return f"“{quote}” ({passage.document}{where})"


def value(item: Evidence) -> str:
    """What the document says of a field, with its unit, on one line."""
    text = " ".join(shown(tuple(item.value) if isinstance(item.value, list) else item.value).split())
    is_number = isinstance(item.value, (int, float)) and not isinstance(item.value, bool)
    # Which currency it is stands elsewhere in the document.
    if item.unit is None or item.unit == "currency" or not is_number:
        return text
    return f"{text}%" if item.unit == "percent" else f"{text} {item.unit}"


def first_location(verdict: Finding | Met) -> Location | None:
    """Where the first evidence of a verdict stands."""
    return next((item.location for item in verdict.evidence if item.location), None)


def end_column(location: Location) -> int:
    """The first column after a place on its first line; columns count from 1."""
    end = location.end_column if location.end_line == location.line else location.text_from + len(location.text)
    return max(location.column, end)


def where(location: Location, *, column: bool = False) -> str:
    """A place as ``file:line``, or ``file:line:column``."""
    return f"{location.file}:{location.line}" + (f":{location.column}" if column else "")
