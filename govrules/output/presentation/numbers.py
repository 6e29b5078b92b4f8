# SPDX-License-Identifier: Apache-2.0
"""Numbers, lists and sentences in English: what counts is written so that noun and verb agree."""

from collections.abc import Iterable

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

_IN_SHORT = 3  # names of a list


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number and what it counts: ``1 gap``, ``2 gaps``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def in_words(count: int, one: str, many: str | None = None) -> str:
    """As :func:`plural`, with a word up to twelve: ``one question``, ``13 questions``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def number(count: int) -> str:
    """A count in a sentence: a word up to twelve."""
    return _WORDS[count] if count < len(_WORDS) else f"{count:,}"


def agree(count: int, one: str, many: str) -> str:
    """The verb that goes with a number: ``agree(1, "is", "are")``."""
    return one if count == 1 else many


def be(count: int) -> str:
    """``is`` or ``are``, by what is counted."""
    return agree(count, "is", "are")


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: ``A, B and C``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def in_short(names: Iterable[str]) -> str:
    """Names on a line, of which no more than a reader takes in are written out: ``A, B, C and 4 more``."""
    every = list(dict.fromkeys(names))
    more = len(every) - _IN_SHORT
    return ", ".join(every[:_IN_SHORT]) + (f" and {more} more" if more > 0 else "")


def percent(part: float, whole: float) -> str:
    """A share, with one decimal."""
    return f"{100 * part / whole if whole else 0:.1f}%"


def capitalised(text: str) -> str:
    """A text that begins with a capital; the rest keeps its case."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A text with a full stop at its end, where it has no mark there."""
    whole = text.rstrip()
    return whole if whole.endswith((".", "!", "?")) else f"{whole}."


def first_sentence(text: str) -> str:
    """The first sentence of a text; the whole text where it is one."""
    head, stop, _ = text.partition(". ")
    return head + stop.strip()
