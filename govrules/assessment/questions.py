# SPDX-License-Identifier: Apache-2.0
"""What a document leaves open, as questions: one for each field, or for the fields of which one answer is enough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from govrules.assessment.alternatives import Alternatives, Fields
from govrules.assessment.evidence import attribute_at, element_of, location, stated_fields, subject_label
from govrules.assessment.report import AskedField, Question
from govrules.engines.decided import value_at
from govrules.engines.interface import Judgement
from govrules.logic.condition import Pointer
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import Document
from govrules.verdict import Verdict

_Path = tuple[str, ...]
_Ways = tuple[tuple[_Path, ...], ...]
_Waiting = list[tuple[Pointer, Judgement]]


@dataclass(frozen=True)
class Asked:
    """A question that is not described yet: its fields, in the ways that answer it, and what waits for the answer."""

    ways: _Ways
    waiting: _Waiting

    @property
    def section(self) -> str:
        """The section of the document that it is about."""
        return self.ways[0][0][0]

    @cached_property
    def severity(self) -> Severity:
        """The weight of the heaviest rule that waits."""
        return min((judgement.rule.severity for _, judgement in self.waiting), key=SEVERITIES.index)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The rules that wait."""
        return tuple(dict.fromkeys(judgement.rule.id for _, judgement in self.waiting))

    @cached_property
    def screening(self) -> bool:
        """Whether the answer only decides whether rules apply."""
        return all(judgement.verdict is Verdict.MAY_APPLY for _, judgement in self.waiting)

    def described(self, document: Document, shapes: StrategyShapes) -> Question:
        """The question in words."""
        fields = [[_asked_field(path, shapes) for path in way] for way in self.ways]
        first, several = fields[0][0], len(self.ways) > 1
        elements = dict.fromkeys(element_of(pointer) for pointer, _ in self.waiting)
        return Question(
            section=self.section,
            field=" or ".join(" and ".join(one.field for one in way) for way in fields),
            text=_either(fields) if several else first.text,
            unit=None if several else first.unit,
            choices=() if several else first.choices,
            severity=self.severity,
            rules=self.rules,
            asked_of=tuple(subject_label(element, document.strategy) for element in elements if element),
            location=location(self.waiting[0][0], document.source),
            screening=self.screening,
            ways=tuple(map(tuple, fields)) if several else (),
        )


def asked_by(
    judgements: Iterable[Judgement], document: Document, shapes: StrategyShapes, alternatives: Alternatives
) -> tuple[Asked, ...]:
    """What open rules wait for, merged by field; in the order of the document's sections and weight."""
    asked: dict[_Ways, _Waiting] = {}
    # What ways ask for, each found once: most rules wait for the same lists and fields.
    known: dict[tuple[Fields, ...], Sequence[tuple[_Ways, Pointer]]] = {}
    for judgement in judgements:
        if not judgement.verdict.is_open:
            continue
        for ways in alternatives.asked(judgement):
            if ways not in known:
                known[ways] = _asked_for(ways, document, shapes)
            for key, pointer in known[ways]:
                asked.setdefault(key, []).append((pointer, judgement))
    sections = {name: place for place, name in enumerate(shapes.root.attributes)}
    questions = [Asked(ways, waiting) for ways, waiting in asked.items()]
    return tuple(sorted(questions, key=lambda one: (sections[one.section], SEVERITIES.index(one.severity))))


def _asked_for(ways: tuple[Fields, ...], document: Document, shapes: StrategyShapes) -> Sequence[tuple[_Ways, Pointer]]:
    """The questions that these ways put, each with the field at which it is asked."""
    found = [_missing(fields, document, shapes) for fields in ways]
    if len(ways) == 1:
        return [(((_path(pointer),),), pointer) for pointer in found[0]]
    return [(tuple(tuple(dict.fromkeys(map(_path, fields))) for fields in found), found[0][0])]


def _missing(pointers: Fields, document: Document, shapes: StrategyShapes) -> list[Pointer]:
    """The fields to fill in so that these are decided: what is stated already is asked again only where something
    inside it is missing."""
    found: list[Pointer] = []
    for pointer in pointers:
        fields = stated_fields(pointer, shapes)
        found += [it for it in fields if value_at(document.strategy, it) is None] or fields
    return found


def _path(pointer: Pointer) -> _Path:
    return tuple(step for step in pointer if isinstance(step, str))


def _either(fields: Sequence[Sequence[AskedField]]) -> str:
    ways = (" ".join(one.text for one in way) for way in fields)
    return f"One of these is enough: {' Or: '.join(ways)}"


def _asked_field(path: _Path, shapes: StrategyShapes) -> AskedField:
    attribute = attribute_at(path, shapes)
    return AskedField(".".join(path), attribute.question, attribute.unit, attribute.type.choices)
