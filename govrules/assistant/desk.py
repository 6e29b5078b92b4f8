# SPDX-License-Identifier: Apache-2.0
"""What an assistant may do: ask what to ask next, propose an answer with the words that it rests on, have a strategy
checked, and look rules up. It reaches the files of one folder, and nothing that it proposes is taken without a quote.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from govrules.assessment.report import Report
from govrules.assessment.terms import Threshold
from govrules.assessment.why import why
from govrules.documents import Library, read_document
from govrules.output.catalogue_text import print_rule
from govrules.output.console import console
from govrules.output.interview import interview_data, spoken
from govrules.output.presentation.answer import verdict_line
from govrules.output.presentation.questions import first_questions
from govrules.output.why import print_why
from govrules.repository.asking import Asking
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.errors import InputError
from govrules.source.suggest import did_you_mean

_LISTED = 50  # rules of a list


@dataclass(frozen=True)
class Desk:
    """The folder whose files the assistant reaches, the rules that judge, and what writes a file."""

    folder: Path
    rulesets: Rulesets
    as_of: date
    keep: Callable[[Path, str], None]
    threshold: Threshold = "major"

    def next_questions(self, strategy: str, documents: Sequence[str] = ()) -> dict[str, Any]:
        """The question that matters most, what the documents say of it, and what else is open."""
        asking = self._asking(strategy)
        report = asking.report
        return self._state(asking, self._library(documents), strategy) | {
            "also_open": [
                {"field": one.field, "question": one.text, "severity": one.severity, "choices": list(one.choices)}
                for one in (first_questions(report).shown if report else ())
            ]
        }

    def propose_answer(
        self, strategy: str, field: str, value: str, quote: str, document: str, where: str
    ) -> dict[str, Any]:
        """Take an answer whose quote stands in the document at that place; it is written with its evidence."""
        found = self._library([document]).quoted(quote)
        place = found.stretch.where
        if where.strip().lower() not in place.lower() and place.lower() not in where.strip().lower():
            raise InputError.of(f"the quote does not stand at '{where}'", f"it stands here: {place}")
        asking = self._asking(strategy)
        if asking.interview is None:
            raise _missing(strategy)
        fields = asking.fields(field)
        after = asking.answered(field, value).backed(fields, found)
        self.keep(after.path, after.text)
        return {"taken": list(fields), "where": place} | self._state(after, Library([]), strategy)

    def check(self, strategy: str) -> dict[str, Any]:
        """What the rules say of the strategy: the verdict, what was not checked, what is to be done, what is open."""
        report = self._asking(strategy).report
        if report is None:
            raise _missing(strategy)
        return {
            "verdict": verdict_line(report),
            "not_checked": [one.text for one in report.coverage.not_checked],
            "to_do": _to_do(report),
            "open_questions": report.summary.questions + report.summary.screening,
            "as_of": report.as_of.isoformat(),
            "disclaimer": report.disclaimer,
        }

    def explain(self, rule: str, strategy: str | None = None) -> str:
        """A rule in full; with a strategy, what it looked at there, what it found, and what would change that."""
        found, text = self._rule(rule), io.StringIO()
        if strategy is None:
            print_rule(found, console(text))
            return text.getvalue()
        asking = self._asking(strategy)
        if asking.interview is None:
            raise _missing(strategy)
        document = asking.interview.document
        print_why(found, why(document, found, self.rulesets, as_of=self.as_of, subject=None), document, console(text))
        return text.getvalue()

    def rules(self, words: str = "", market: str | None = None) -> dict[str, Any]:
        """The rules whose title or citation holds all of the words; those of a market alone, if one is named."""
        wanted = words.lower().split()
        found = [
            one.text
            for one in self.rulesets.rules.values()
            if all(word in f"{one.id} {one.text.title} {one.text.source.citation}".lower() for word in wanted)
            and (market is None or one.text.jurisdiction == market.upper())
        ]
        listed = [
            {"rule": one.id, "asks": one.title, "severity": one.severity, "citation": one.source.citation}
            for one in found[:_LISTED]
        ]
        return {"rules": listed, "more": len(found) - len(listed)}

    def _state(self, asking: Asking, library: Library, name: str) -> dict[str, Any]:
        report, question = asking.report, asking.question
        verdict = verdict_line(report) if report else None
        found = library.about(spoken(question.text)) if question else ()
        return interview_data(question, asking.remaining, verdict, name, found)

    def _asking(self, strategy: str) -> Asking:
        path = self._within(strategy)
        return Asking.of(path, self.rulesets, as_of=self.as_of, threshold=self.threshold)

    def _library(self, documents: Sequence[str]) -> Library:
        return Library([read_document(self._within(name)) for name in documents])

    def _within(self, name: str) -> Path:
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise InputError.of(f"'{name}' is outside of the folder", "name a file of the folder that was opened")
        return path

    def _rule(self, rule: str) -> Rule:
        if rule not in self.rulesets.rules:
            raise InputError.of(f"there is no rule '{rule}'", did_you_mean(rule, self.rulesets.rules) or "look it up")
        return self.rulesets.rules[rule]


def _missing(strategy: str) -> InputError:
    hint = f"name a file of the folder, or begin one: govrules ask {strategy} --answer organisation.name=NAME"
    return InputError.of(f"there is no strategy {strategy}", hint)


def _to_do(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "do": step.do,
            "severity": step.severity,
            "where": list(step.subjects),
            "by": list(step.citations),
            "rules": list(step.rules),
            "owner": step.owner,
            "effort": step.effort,
        }
        for step in report.path
    ]
