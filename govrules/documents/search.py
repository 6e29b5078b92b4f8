# SPDX-License-Identifier: Apache-2.0
"""Finds the passages that speak of a question: SQLite's full text search, which ranks by BM25 and knows word stems."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from govrules.documents.read import SHORTEST, OtherDocument, Stretch
from govrules.source.errors import InputError

_WORD = re.compile(r"[^\W\d_]{4,}")
# Words of questions that say nothing of what is asked.
_COMMON = re.compile(
    "about|also|anybody|before|does|each|from|have|here|many|much|often|other|people|that|their|there|they|this|those|"
    "what|when|where|which|while|whom|whose|will|with|within|without|your"
)
_WORDS = 40  # of a question
_SHARED = 2  # words that a passage has to share with a question


@dataclass(frozen=True)
class Found:
    """A passage with the document that holds it."""

    document: str
    stretch: Stretch


class Library:
    """Documents that can be searched."""

    def __init__(self, documents: Iterable[OtherDocument]) -> None:
        """Index the documents, in memory."""
        self.documents = {one.name: one for one in documents}
        self._found = [Found(one.name, stretch) for one in self.documents.values() for stretch in one.stretches]
        self._index = sqlite3.connect(":memory:")
        self._index.execute("create virtual table stretches using fts5(text, tokenize='porter unicode61')")
        self._index.executemany("insert into stretches(text) values (?)", ((one.stretch.text,) for one in self._found))

    def about(self, question: str, most: int = 2) -> list[Found]:
        """The passages that speak of a question, the closest first."""
        asked = dict.fromkeys(_WORD.findall(question.lower()))
        words = [f'"{word}"' for word in asked if not _COMMON.fullmatch(word)][:_WORDS]
        # One word in common says little: "use" stands in many a sentence.
        shared = Counter(number for word in words for number in self._numbers(word))
        closest = self._numbers(" OR ".join(words)) if words else []
        return [self._found[number - 1] for number in closest if shared[number] >= _SHARED][:most]

    def _numbers(self, query: str) -> list[int]:
        """The rows that match a query, the closest first."""
        order = "select rowid from stretches where stretches match ? order by rank, rowid"
        return [number for (number,) in self._index.execute(order, (query,))]

    def quoted(self, quote: str, document: str | None = None) -> Found:
        """Where a quote stands, word for word; in the document of that name, if one is named.

        Raises InputError where it does not stand there.
        """
        searched = [self._named(document)] if document is not None else list(self.documents.values())
        for one in searched:
            for where in one.places_of(quote)[:1]:
                return Found(one.name, Stretch(" ".join(quote.split()), where))
        names = ", ".join(one.name for one in searched)
        raise InputError.of(
            f"the quote does not stand in {names}, word for word: {shorten(quote, 80, placeholder=' ...')}",
            f"copy {SHORTEST} characters or more out of the document as they are",
        )

    def _named(self, document: str) -> OtherDocument:
        try:
            return self.documents[document]
        except KeyError:
            known = ", ".join(self.documents) or "none"
            raise InputError.of(
                f"there is no document called '{document}'", f"those that were given: {known}"
            ) from None
