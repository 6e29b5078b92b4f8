# SPDX-License-Identifier: Apache-2.0
"""The words of the page for what a report says in codes: severities, states, owners, days. No markup."""

from collections.abc import Iterable, Mapping
from datetime import date

from govrules.ruleset.model import Confidence, Owner, Severity, SourceKind, StatusKind
from govrules.taxonomy import jurisdictions
from govrules.verdict import Verdict

SEVERITY: Mapping[Severity, str] = {
    "showstopper": "Showstopper",
    "major": "Major",
    "minor": "Minor",
    "advice": "Advice",
}
SEVERITY_MEANING: Mapping[Severity, str] = {
    "showstopper": "prohibited; no control cures it, it has to go",
    "major": "cure it before the launch",
    "minor": "cure it after the launch, by a date",
    "advice": "good practice; nothing waits for it",
}
STATE: Mapping[Verdict, str] = {
    Verdict.GAP: "Falls short",
    Verdict.UPCOMING: "Upcoming",
    Verdict.WAIVED: "Waived",
    Verdict.UNANSWERED: "Not answered",
    Verdict.MAY_APPLY: "May apply",
    Verdict.MET: "Met",
}
WAIVERS = "Waivers"
"""The area of law, as charts call it, of the rules about waivers."""
COMING: Mapping[str, str] = {
    "begins": "Begins to bind",
    "ends": "Ends",
    "look-again": "Look again",
    "waiver-ends": "A waiver ends",
}
CONFIDENCE: Mapping[Confidence, str] = {
    "primary-verified": "held against the source itself",
    "secondary-verified": "confirmed by reliable reports, not by the source itself",
    "unverified": "not confirmed; read the source before you rely on it",
}
_OWNER_IN_OTHER_WORDS: Mapping[Owner, str] = {"it-security": "IT security", "hr": "HR"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def owner(code: Owner) -> str:
    """Who usually owns a remedy, as a reader calls them."""
    return _OWNER_IN_OTHER_WORDS.get(code) or code.replace("-", " ").capitalize()


def kind(code: SourceKind | StatusKind | str) -> str:
    """A code of several words as a reader writes it."""
    return code.replace("-", " ").replace("_", " ")


def section(code: str) -> str:
    """The heading for a section of a strategy."""
    return kind(code).capitalize()


def day(value: date | None) -> str:
    """A day in full, in the order that is read the same on both sides of the Atlantic."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def place(code: str) -> str:
    """The name of a jurisdiction; what holds everywhere is called worldwide."""
    return jurisdictions().name(code) if jurisdictions().knows(code) else code


def number(count: int) -> str:
    """A count in a sentence: a word up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: ``one question``, ``13 questions``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: ``A, B and C``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def first_sentence(text: str) -> str:
    """The first sentence of a text; the whole text where it is one."""
    head, stop, _ = text.partition(". ")
    return head + stop.strip()
