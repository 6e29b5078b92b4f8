# SPDX-License-Identifier: Apache-2.0
"""What a person does in the workbench, as a state that each step replaces. It renders nothing and keeps no file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from govrules.assessment.interview import Interview, NextQuestion
from govrules.assessment.report import Report
from govrules.assessment.terms import Threshold
from govrules.forms.take import data_of_form
from govrules.logic.shape import Shape
from govrules.repository.asking import Asking, begun_with, titled
from govrules.ruleset.load import OpenRulesets
from govrules.ruleset.relevance import reach_of
from govrules.ruleset.rule import Rulesets
from govrules.source.errors import InputError
from govrules.source.model_errors import label
from govrules.source.read import format_of
from govrules.strategy.answers import answered, document_from
from govrules.strategy.document import Strategy
from govrules.strategy.edit import new_text
from govrules.strategy.load import Document, parse_strategy
from govrules.strategy.merge import Conflict, merged

NAME = "strategy.yaml"
"""What the file is called that is begun here."""
NOT_KNOWN = "?"
"""What a form holds for "don't know"."""
_KEPT = 200  # steps that can be taken back


@dataclass(frozen=True)
class Answered:
    """A field that the document states: where, what it answers, and what is stated."""

    field: str
    question: str
    value: str


@dataclass(frozen=True)
class Session:
    """A document on the workbench, or none yet.

    ``before`` are the texts that it had, the newest last. ``asked`` is a field that the person wants to answer, in
    place of the question that comes next; ``conflicts`` are what a colleague's document says otherwise.
    """

    opened: OpenRulesets
    as_of: date
    threshold: Threshold = "major"
    asking: Asking | None = None
    before: tuple[str, ...] = ()
    asked: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    said: str | None = None

    def begun(self, name: str, markets: str, sectors: str) -> "Session":
        """Begin a document with the organisation's name, its markets and its sectors, as a person writes them."""
        if not name.strip():
            raise InputError.of("the organisation has no name yet", "write it, or a working title")
        data = begun_with(name.strip())
        for field, value in (("markets", markets), ("organisation.sectors", sectors)):
            if value.strip():
                data = answered(data, field, value, self.opened.shapes)
        document_from(data, self.opened.shapes)
        return self.opened_text(new_text(data, self.opened.shapes), NAME)

    def opened_text(self, text: str, name: str) -> "Session":
        """Take up a document from its text; ``name`` is that of its file. Raises InputError with every problem."""
        document = self._read(text, name)
        return replace(self, asking=self._about(document, name), before=(), asked=None, conflicts=(), said=None)

    def answered(self, values: Mapping[str, Any], unknown: Iterable[str] = ()) -> "Session":
        """Take answers by field, as a person or the document has them, and keep others for their owners."""
        return self._then(_keeping(self._current.answered_each(values), unknown))

    def not_known(self, fields: Iterable[str]) -> "Session":
        """Keep questions for their owners."""
        return self._then(_keeping(self._current, fields))

    def ask(self, field: str) -> "Session":
        """Ask for a field next, whether it is answered or not."""
        self._interview.question_about(field)
        return replace(self, asked=field, said=None)

    def back(self) -> "Session":
        """Take the last step back."""
        if self.asked is not None or not self.before:
            return replace(self, asked=None, said=None)
        *before, text = self.before
        return replace(self._with_text(text), before=tuple(before), said="The last step is taken back.")

    def rewritten(self, text: str) -> "Session":
        """Take the document as a person wrote it. Raises InputError with every problem."""
        return self._then(self._with_text(text)._current)

    def opened_form(self, path: Path) -> "Session":
        """Take up what stands in a questionnaire. Raises InputError with every cell that is no answer."""
        data = titled(data_of_form(path, {}, self.opened.shapes), path.name)
        document_from(data, self.opened.shapes)
        return self.opened_text(new_text(data, self.opened.shapes), f"{path.stem}.yaml")

    def merged(self, text: str, name: str) -> "Session":
        """Take from a colleague's document what this one leaves open; where both state something, this one stands."""
        theirs = self._read(text, name)
        assert theirs.source is not None, "a text was read"
        return self._merged(theirs.source.data, name)

    def merged_form(self, path: Path) -> "Session":
        """The same from a questionnaire, or from the questions of a report."""
        return self._merged(data_of_form(path, self._interview.data, self.opened.shapes), path.name)

    def _merged(self, theirs: Mapping[str, Any], name: str) -> "Session":
        result = merged(self._interview.data, theirs, self.opened.shapes)
        asking = self._current
        if result.taken:
            asking = asking.with_data(result.data)
        count, open_ = len(result.taken), len(result.conflicts)
        said = f"{count} {'answer' if count == 1 else 'answers'} taken from {name}."
        if open_:
            said += f" {open_} {'differs' if open_ == 1 else 'differ'}: choose below which one stands."
        return replace(self._then(asking), conflicts=result.conflicts, said=said)

    def settled(self, field: str, *, theirs: bool) -> "Session":
        """Settle a conflict: what a colleague says is taken, or not."""
        conflict = next(one for one in self.conflicts if one.field == field)
        left = tuple(one for one in self.conflicts if one is not conflict)
        after = self._then(self._current.answered_each({field: conflict.theirs})) if theirs else self
        return replace(after, conflicts=left, said=None)

    def until(self, threshold: Threshold) -> "Session":
        """Ask until nothing of this severity is open."""
        asking = replace(self._current, interview=replace(self._interview, threshold=threshold), threshold=threshold)
        return replace(self, threshold=threshold, asking=asking, said=None)

    @property
    def text(self) -> str:
        """The document's text."""
        return self._current.text

    @property
    def name(self) -> str:
        """The name of the document's file."""
        return self._current.path.name

    @cached_property
    def question(self) -> NextQuestion | None:
        """The question to ask; None where nothing that is left can change the verdict."""
        if self.asked is not None:
            return self._interview.question_about(self.asked)
        return self._current.question

    @cached_property
    def report(self) -> Report:
        """What a check says of the document."""
        report = self._current.report
        assert report is not None, "a document was read"
        return report

    def waiting(self) -> list[NextQuestion]:
        """The questions that nobody at hand could answer."""
        return [self._interview.question_about(field) for field in self._interview.document.strategy.not_known or ()]

    def answers(self) -> list[Answered]:
        """All that the document states, in its order."""
        return list(_answers(self._interview.data, self.opened.shapes.root, ()))

    @property
    def _current(self) -> Asking:
        if self.asking is None:
            raise InputError.of("there is no document yet", "begin one, or open a file")
        return self.asking

    @property
    def _interview(self) -> Interview:
        interview = self._current.interview
        assert interview is not None, "a document was read"
        return interview

    def _read(self, text: str, name: str) -> Document:
        return parse_strategy(text, file=name, format=format_of(Path(name)), shapes=self.opened.shapes)

    def _about(self, document: Document, name: str) -> Asking:
        assert document.source is not None, "a text was read"
        rulesets = self._rulesets_for(document.strategy)
        return Asking.of_text(document.source.text, Path(name), rulesets, as_of=self.as_of, threshold=self.threshold)

    def _rulesets_for(self, strategy: Strategy) -> Rulesets:
        """The rules that can bind. To type them costs the most of all, so those at hand serve where no others can."""
        at_hand = self.asking.interview if self.asking else None
        tree = self.opened.shapes.sectors
        if at_hand and reach_of([at_hand.document.strategy], tree) == reach_of([strategy], tree):
            return at_hand.rulesets
        return self.opened.load([strategy])

    def _with_text(self, text: str) -> "Session":
        return replace(self, asking=self._about(self._read(text, self.name), self.name), asked=None)

    def _then(self, asking: Asking) -> "Session":
        """The session after a step. What can bind may have changed with it."""
        before = self._current
        assert asking.interview is not None, "a document was read"
        document = asking.interview.document
        kept = asking.rulesets is before.rulesets
        if kept and self._rulesets_for(document.strategy) is not before.rulesets:
            asking = self._about(document, self.name)
        return replace(self, asking=asking, before=(*self.before, before.text)[-_KEPT:], asked=None, said=None)


def _keeping(asking: Asking, unknown: Iterable[str]) -> Asking:
    for field in unknown:
        asking = asking.not_known(field)
    return asking


def _answers(data: Mapping[str, Any], shape: Shape, at: tuple[str | int, ...]) -> Iterator[Answered]:
    for name, value in data.items():
        attribute = shape.attributes.get(name)
        if attribute is None or value is None or (not at and name in ("not_known", "incomplete", "passages")):
            continue
        here, part = (*at, name), attribute.type.part
        if part is None:
            yield Answered(label(here), attribute.question, _shown(value))
        elif isinstance(value, list):
            yield Answered(label(here), attribute.question, _shown([_name(one) for one in value]))
            for index, one in enumerate(value):
                yield from _answers(one, part, (*here, index))
        else:
            yield from _answers(value, part, here)


def _name(element: Any) -> str:
    return str(next(iter(element.values()), "")) if isinstance(element, Mapping) else str(element)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
