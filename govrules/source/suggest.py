# SPDX-License-Identifier: Apache-2.0
"""Guesses what a mistyped word was meant to be. It only proposes; it never corrects."""

from collections.abc import Iterable
from difflib import get_close_matches

# Nobody mistypes a word this long, and difflib is slow on long ones.
_LONGEST = 100


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return e.g. "did you mean 'visibility'?", or None if no choice is near. Case, - and _ make no difference."""
    if len(word) > _LONGEST:
        return None
    by_plain_form: dict[str, str] = {}
    for choice in choices:
        by_plain_form.setdefault(_plain(choice), choice)
    near = get_close_matches(_plain(word), by_plain_form, n=1)
    return f"did you mean {by_plain_form[near[0]]!r}?" if near else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_")
