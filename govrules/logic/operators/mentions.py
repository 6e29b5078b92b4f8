# SPDX-License-Identifier: Apache-2.0
"""``mentions``: a text has one of these words or phrases in it, as whole words and in any case."""

import re
from datetime import date
from typing import Any

from govrules.logic.operators.operator import TEXTS, Operator, Predicate, Words
from govrules.logic.shape import FieldType
from govrules.logic.truth import Truth


def _mentions(words: tuple[str, ...], type_: FieldType) -> Predicate:
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")(?!\w)", re.IGNORECASE)

    def predicate(value: Any, as_of: date) -> Truth:
        return any(pattern.search(text) for text in (value if type_.many else (value,)))

    return predicate


MENTIONS = Operator(
    name="mentions",
    kinds=TEXTS,
    many=None,
    operand="words",
    meaning="has one of these words or phrases in it",
    predicate=_mentions,
    words=Words("one of these words is in it: {}", "a text with one of {}", "anything but a text with one of {}"),
    lasting=lambda words: True,
    witnesses=lambda words: words,
)
