# SPDX-License-Identifier: Apache-2.0
"""An interview about a file: what is answered is written into it at once, and the rest of it stays as it is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from govrules.assessment.check import assess
from govrules.assessment.interview import Interview, NextQuestion, Remaining
from govrules.assessment.report import Report
from govrules.assessment.terms import Threshold
from govrules.documents import Found
from govrules.ruleset.rule import Rulesets
from govrules.source.errors import InputError
from govrules.source.model_errors import label
from govrules.source.read import format_of
from govrules.strategy.answers import answered, document_from, fields_named, postponed
from govrules.strategy.edit import edited, new_text
from govrules.strategy.load import Document, load_strategy, parse_strategy

NAME = NextQuestion(
    field="organisation.name",
    text="What is the organisation's legal name?",
    kind="text",
    unit=None,
    choices=(),
    asked_of=(),
    each=("organisation.name",),
    gate=True,
    severity="showstopper",
    rules=(),
    weightiest="",
    could_block=0,
    owner="social-team",
)
"""The one question without whose answer there is no document."""


_TITLE = "Social media strategy of {name}"


def begun_with(name: str) -> dict[str, Any]:
    """The data of a document of which only the organisation's name is known."""
    return {"title": _TITLE.format(name=name), "organisation": {"name": name}}


def titled(data: Mapping[str, Any], origin: str) -> dict[str, Any]:
    """The data with a title if they have none. Raises InputError where the organisation has no name in ``origin``."""
    name = (data.get("organisation") or {}).get("name")
    if not name:
        raise InputError.of(f"{origin}: the organisation has no name yet", "write it where it is asked for")
    return {**begun_with(name), **data}


@dataclass(frozen=True)
class Asking:
    """A file with an interview about it. Every answer makes a new one; ``text`` is what the file is to hold then.

    ``interview`` is None as long as there is no document, because not even the organisation has a name.
    """

    path: Path
    rulesets: Rulesets
    as_of: date
    threshold: Threshold
    text: str = ""
    interview: Interview | None = None

    @classmethod
    def of(cls, path: Path, rulesets: Rulesets, *, as_of: date, threshold: Threshold) -> "Asking":
        """Take up the interview about a file, or begin one where there is no file yet."""
        begun = cls(path, rulesets, as_of, threshold)
        return begun._about(load_strategy(path, shapes=rulesets.shapes)) if path.exists() else begun

    @classmethod
    def of_text(cls, text: str, path: Path, rulesets: Rulesets, *, as_of: date, threshold: Threshold) -> "Asking":
        """Take up the interview about a text that is to be kept under that path."""
        begun = cls(path, rulesets, as_of, threshold)
        return begun._about(begun._read(text))

    def answered(self, field: str, value: Any) -> "Asking":
        """The interview after an answer. Raises InputError where it is no answer."""
        if self.interview is None:
            return self._begun(field, value)
        return self.with_data(answered(self.interview.data, field, value, self.rulesets.shapes))

    def answered_each(self, values: Mapping[str, Any]) -> "Asking":
        """The interview after answers to several fields. Raises InputError where one of them is no answer."""
        assert self.interview is not None, "there is a document as soon as there are several things in it"
        data = self.interview.data
        for field, value in values.items():
            data = answered(data, field, value, self.rulesets.shapes)
        return self.with_data(data)

    def fields(self, field: str) -> tuple[str, ...]:
        """The fields that an answer to ``field`` fills: several for ``channels[].platform``."""
        if self.interview is None:
            return (field,)
        return tuple(map(label, fields_named(field, self.interview.data, self.rulesets.shapes)[0]))

    def backed(self, fields: Iterable[str], passage: Found) -> "Asking":
        """The interview with a passage that stands behind answers. Raises InputError where there is no such field."""
        assert self.interview is not None, "an answer was given"
        data = self.interview.data
        said = {"quote": passage.stretch.text, "document": passage.document, "where": passage.stretch.where}
        added = [{"field": field, **said} for field in fields]
        stated = list(data.get("passages") or ())
        return self.with_data({**data, "passages": stated + [one for one in added if one not in stated]})

    def not_known(self, field: str) -> "Asking":
        """The interview after "don't know". Raises InputError where the document has no such field."""
        if self.interview is None:
            raise InputError.of("a document cannot do without the organisation's name", "write it, or a working title")
        return self.with_data(postponed(self.interview.data, field, self.rulesets.shapes))

    @property
    def question(self) -> NextQuestion | None:
        """The question to ask next; None where nothing that is left can change the verdict."""
        return NAME if self.interview is None else self.interview.next()

    @property
    def remaining(self) -> Remaining | None:
        """How much is left; None as long as there is no document."""
        return None if self.interview is None else self.interview.remaining()

    @property
    def report(self) -> Report | None:
        """What a check says of the document as it is now."""
        if self.interview is None:
            return None
        return assess(self.interview.document, self.rulesets, as_of=self.as_of, engine=self.interview.judged.engine)

    def _begun(self, field: str, value: Any) -> "Asking":
        if field != NAME.field or not str(value).strip():
            raise InputError.of(
                f"there is no document yet, so '{field}' cannot be answered", f"answer {NAME.field} first"
            )
        name = str(value).strip()
        data = begun_with(name)
        format = format_of(self.path)
        text = json.dumps(data, indent=2) + "\n" if format == "json" else new_text(data, self.rulesets.shapes)
        return self._about(self._read(f"---\n{text}---\n" if format == "markdown" else text))

    def with_data(self, data: Mapping[str, Any]) -> "Asking":
        """The interview after the document has come to say this. Raises InputError where it cannot be written."""
        assert self.interview is not None, "an answer is put into a document"
        # First as data, whose faults are those of the answer and not of a place in the file.
        document_from(data, self.rulesets.shapes)
        source = self.interview.document.source
        assert source is not None, "a file was read"
        return self._about(self._read(edited(source, data, self.rulesets.shapes, format_of(self.path))))

    def _read(self, text: str) -> Document:
        return parse_strategy(text, file=str(self.path), format=format_of(self.path), shapes=self.rulesets.shapes)

    def _about(self, document: Document) -> "Asking":
        assert document.source is not None, "a text was read"
        if self.interview is None:
            interview = Interview.of(document, self.rulesets, as_of=self.as_of, threshold=self.threshold)
        else:
            interview = self.interview.about(document)
        return replace(self, text=document.source.text, interview=interview)
