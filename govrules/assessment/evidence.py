# SPDX-License-Identifier: Apache-2.0
"""From pointers into a document to what a reader sees: labels, places, values and questions."""

from datetime import date
from typing import Any

from pydantic import BaseModel

from govrules.assessment.location import Location
from govrules.assessment.report import Evidence, PassageRecord
from govrules.engines.interface import Deciding, Judgement
from govrules.logic.condition import Pointer
from govrules.logic.shape import Attribute
from govrules.source.document import Source
from govrules.source.model_errors import label
from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import Document
from govrules.strategy.paths import read_path

STRATEGY = "The strategy"
LABELS = ("name", "title", "rule", "records", "question")
"""The fields by which elements of lists are called."""


_LONGEST_LINE = 400
_LONGEST_TEXT = 1_000
_LONGEST_NAME = 200
_LONGEST_LIST = 100


class EvidenceOf:
    """The evidence of a document. Each field is described once: many rules are decided by the same ones."""

    def __init__(self, document: Document, shapes: StrategyShapes) -> None:
        """``shapes`` are those under which the document was read."""
        self._document = document
        self._shapes = shapes
        self._described: dict[Pointer, Evidence] = {}

    def __call__(self, judgement: Judgement) -> tuple[Evidence, ...]:
        """Describe the fields that decided a judgement."""
        described = self._described
        for deciding in judgement.deciding:
            if deciding.pointer not in described:
                described[deciding.pointer] = self._describe(deciding)
        return tuple(described[deciding.pointer] for deciding in judgement.deciding)

    def _describe(self, deciding: Deciding) -> Evidence:
        attribute = attribute_at(deciding.pointer, self._shapes)
        return Evidence(
            label(deciding.pointer),
            json_pointer(deciding.pointer),
            attribute.question,
            attribute.unit,
            plain(deciding.value),
            deciding.value is not None,
            location(deciding.pointer, self._document.source),
            passages(deciding.pointer, self._document.strategy),
        )


def passages(pointer: Pointer, strategy: Strategy) -> tuple[PassageRecord, ...]:
    """The passages that stand behind a field, or behind the part that holds it."""
    backed = ((passage, read_path(passage.field)) for passage in strategy.passages or ())
    return tuple(
        PassageRecord(passage.quote, passage.document, passage.where)
        for passage, field in backed
        if field is not None and pointer[: len(field)] == field
    )


def attribute_at(pointer: Pointer, shapes: StrategyShapes) -> Attribute:
    """The field of the model to which a pointer leads."""
    shape: Any = shapes.root
    attribute: Attribute | None = None
    for step in pointer:
        if isinstance(step, str):
            attribute = shape.attributes[step]
            shape = attribute.type.part
    assert attribute is not None, "a pointer to a field names one"
    return attribute


def stated_fields(pointer: Pointer, shapes: StrategyShapes) -> list[Pointer]:
    """The fields that an author can fill in to decide a field: itself, or those from which it is computed."""
    rests_on = attribute_at(pointer, shapes).rests_on
    return [(*pointer[:-1], name) for name in rests_on] or [pointer]


def location(pointer: Pointer, source: Source | None) -> Location | None:
    """Where a field stands; for one that is not stated, the key of the nearest group around it."""
    if source is None:
        return None
    stated = pointer
    while stated and not source.has(stated):
        stated = stated[:-1]
    place = source.place(stated)
    if stated != pointer or place.end_line > place.line:
        place = source.key_place(stated)
    text = source.line(place.line) or ""
    end = (place.line, len(text) + 1) if place.end_line > place.line else (place.end_line, place.end_column)
    # Many findings can be about one line, and a document can be one line.
    first = max(0, place.column - 1 - _LONGEST_LINE // 4) if len(text) > _LONGEST_LINE else 0
    return Location(place.file, place.line, place.column, *end, text[first : first + _LONGEST_LINE], first + 1)


def subject_label(pointer: Pointer, strategy: Strategy) -> str:
    """What a subject is called: its own name or title, or else where it stands."""
    if not pointer:
        return STRATEGY
    value: Any = strategy
    for step in pointer:
        value = value[step] if isinstance(step, int) else getattr(value, step, None)
        if value is None:
            return label(pointer)
    for name in LABELS:
        text = getattr(value, name, None)
        if isinstance(text, str):
            return _cut(text, _LONGEST_NAME)
    return label(pointer)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}..."


def element_of(pointer: Pointer) -> Pointer:
    """The innermost element of a list in which a field stands; empty if it stands in none."""
    for index in range(len(pointer), 0, -1):
        if isinstance(pointer[index - 1], int):
            return pointer[:index]
    return ()


def json_pointer(pointer: Pointer) -> str:
    """Write a pointer by RFC 6901."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in pointer)


def plain(value: Any) -> Any:
    """A value as JSON holds it; a part or a list of parts is described by its size or names. Of what is very long, the
    beginning is told: it can stand in every finding."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        more = len(value) - _LONGEST_LIST
        return [plain(item) for item in value[:_LONGEST_LIST]] + ([f"... and {more} more"] if more > 0 else [])
    if isinstance(value, BaseModel):
        name = getattr(value, "name", None) or getattr(value, "title", None)
        return _cut(name, _LONGEST_NAME) if isinstance(name, str) else "stated"
    return _cut(value, _LONGEST_TEXT) if isinstance(value, str) else value
