# SPDX-License-Identifier: Apache-2.0
"""The parts with fields of their own that rulesets add to documents: from what is written to definitions that fit."""

from collections.abc import Iterable, Iterator, Sequence

from govrules.ruleset.model import OwnFieldText, OwnPartText
from govrules.source.document import Pointer, Source
from govrules.source.errors import Place, Problem
from govrules.source.faults import FaultKind
from govrules.source.suggest import did_you_mean
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.own_parts import OwnField, OwnPart


def own_parts(added: Iterable[tuple[Sequence[OwnPartText], Source]]) -> tuple[tuple[OwnPart, ...], list[Problem]]:
    """The parts that rulesets add; what does not fit becomes a problem."""
    shapes = StrategyShapes()
    found: list[OwnPart] = []
    problems: list[Problem] = []
    places: dict[tuple[str, str], Place] = {}
    for parts, source in added:
        for index, part in enumerate(parts):
            at: Pointer = ("fields", index)
            place = source.place((*at, "part"))
            problems += _second_fields(part, source, at)
            if shapes.subject(part.subject) is None:
                problems.append(unknown_subject(part.subject, shapes, source.place((*at, "subject"))))
                continue
            first = places.setdefault((part.part, part.subject), place)
            if first is not place:
                message = f"the part '{part.part}' of {part.subject} is already defined at {first}"
                hint = "put the fields together there, or give one of the parts another name"
                problems.append(Problem(message, place, hint, FaultKind.DUPLICATE_ID))
            question = f"What is asked by {source.data.get('title') or source.data.get('ruleset')}?"
            found.append(OwnPart(part.part, part.subject, question, tuple(map(_field, part.fields))))
    return tuple(found), problems


def unknown_subject(name: str, shapes: StrategyShapes, place: Place) -> Problem:
    """The problem of a name that is not a subject."""
    lists = [field for field, attribute in shapes.root.attributes.items() if attribute.type.many]
    subjects = ["strategy", *(field for field in lists if shapes.subject(field))]
    hint = did_you_mean(name, subjects) or f"use strategy, or a list: {', '.join(subjects[1:])}"
    return Problem(f"'{name}' cannot be a subject", place, hint, FaultKind.UNKNOWN_SUBJECT)


def _second_fields(part: OwnPartText, source: Source, at: Pointer) -> Iterator[Problem]:
    places: dict[str, Place] = {}
    for index, field in enumerate(part.fields):
        place = source.place((*at, "fields", index, "name"))
        first = places.setdefault(field.name, place)
        if first is not place:
            message = f"the field '{field.name}' of '{part.part}' is already defined at {first}"
            yield Problem(message, place, "give one of them another name", FaultKind.DUPLICATE_ID)


def _field(text: OwnFieldText) -> OwnField:
    return OwnField(text.name, text.type, text.question, text.unit, text.choices)
