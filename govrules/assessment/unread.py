# SPDX-License-Identifier: Apache-2.0
"""Answers that the document states and that nobody reads: no rule that can bind here, and nothing else in the report.

A rule reads all its fields of each subject that it can bind, whether it applies there or not. One that was left out by
the selection could have read each of its fields.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from govrules.assessment.evidence import LABELS, json_pointer, location, plain
from govrules.assessment.question_figures import FIGURE_FIELDS
from govrules.assessment.report import UnreadAnswer
from govrules.engines.interface import Judgement
from govrules.logic.condition import Pointer
from govrules.logic.shape import Attribute, Shape
from govrules.ruleset.applicability import PLACES
from govrules.ruleset.asks import FieldsRead, Names
from govrules.ruleset.relevance import Reach
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.model_errors import label
from govrules.strategy.load import Document

# What the report itself reads, whatever the rules do: whom a rule binds, what is shown, and what is answered.
_FIELDS: frozenset[Names] = frozenset(
    {
        *PLACES.values(),
        *FIGURE_FIELDS,
        ("document",),
        ("organisation", "sectors"),
        ("recommendation", "decision"),
        ("incomplete",),
    }
)
_SECTIONS = ("waivers", "objections", "passages")
_SCOPE = ("markets", "sectors")
_OF_AN_ELEMENT = 3  # such as channels, 0, markets


def unread_answers(
    document: Document,
    judgements: Iterable[Judgement],
    left_out: Collection[str],
    rulesets: Rulesets,
    reach: Reach,
) -> tuple[UnreadAnswer, ...]:
    """The answers that nobody reads, in the order of the document's fields.

    ``judgements`` are those of all rules that bind a subject, also of those that do not apply to it; ``left_out`` are
    the ids of rules that were loaded and not asked; ``reach`` is that of the strategy.
    """
    read = _Read(rulesets)
    for judgement in judgements:
        read.note(judgement.rule, judgement.subject)
    for (_, binding), rules in rulesets.grouped.items():
        if reach.holds(binding):
            for rule in rules:
                read.note_list(rule)
                if rule.id in left_out:
                    read.note(rule, None)
    return tuple(
        UnreadAnswer(
            label(pointer), json_pointer(pointer), attribute.question, plain(value), location(pointer, document.source)
        )
        for pointer, attribute, value in answers(document.strategy, rulesets.shapes.root, ())
        if not read.has(pointer)
    )


class _Read:
    """Which fields were read: anywhere in the document, or only of single subjects."""

    def __init__(self, rulesets: Rulesets) -> None:
        self._known = rulesets.reads
        self._fields = FieldsRead(rulesets.concepts)
        self._anywhere: set[Names] = set(_FIELDS)
        self._of_subject: dict[Pointer, set[Names]] = {}

    def note(self, rule: Rule, subject: Pointer | None) -> None:
        """Note that a rule reads its fields of a subject (None: of any)."""
        general, own = self._fields_of(rule)
        self._anywhere |= general
        if subject is None:
            self._anywhere |= own
        elif subject:
            self._of_subject.setdefault(subject, set()).update(own)

    def note_list(self, rule: Rule) -> None:
        """Note that a rule looks for its subjects, of which a list may have none."""
        self._anywhere.add(tuple(rule.text.subject.split(".")))

    def has(self, pointer: Pointer) -> bool:
        """Whether anybody read what stands there."""
        names = tuple(step for step in pointer if isinstance(step, str))
        return (
            names in self._anywhere
            or names[0] in _SECTIONS
            or names[-1] in LABELS
            or (names[-1] in _SCOPE and len(pointer) == _OF_AN_ELEMENT)
            or any(names in self._of_subject.get(pointer[:end], ()) for end in range(1, len(pointer)))
        )

    def _fields_of(self, rule: Rule) -> tuple[frozenset[Names], frozenset[Names]]:
        """The fields that a rule reads wherever they stand, and those of its own subject."""
        if rule.id not in self._known:
            found = self._fields.by(rule)
            general = frozenset(one.names for one in found if one.from_root or rule.about_strategy)
            own = frozenset(one.names for one in found if not one.from_root)
            self._known[rule.id] = (general, own)
        return self._known[rule.id]


def answers(part: Any, shape: Shape, at: Pointer) -> Iterator[tuple[Pointer, Attribute, Any]]:
    """Each answer of a part of the document: single values, lists of them, and lists of parts that are empty."""
    for name, attribute in shape.attributes.items():
        value = None if attribute.rests_on else getattr(part, name)
        inner, pointer = attribute.type.part, (*at, name)
        if value is None:
            continue
        if inner is None or value == ():
            yield pointer, attribute, value
        elif attribute.type.many:
            for index, element in enumerate(value):
                yield from answers(element, inner, (*pointer, index))
        else:
            yield from answers(value, inner, pointer)
