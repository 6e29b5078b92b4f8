# SPDX-License-Identifier: Apache-2.0
"""The words for what rules and reports say in codes: verdicts, severities, owners, kinds of source. Plain text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govrules.ruleset.model import Basis, Confidence, Effort, Nexus, Owner, Severity, SourceKind, StatusKind
from govrules.taxonomy import jurisdictions
from govrules.verdict import Verdict

Tone = Literal["gap", "open", "upcoming", "met"]
"""How a verdict is coloured: as a gap, which is coloured by its severity; as open; as not yet counting; as met."""


@dataclass(frozen=True)
class VerdictWords:
    """A verdict as readers meet it: ``title`` alone in a cell or badge, ``heading`` over a list of findings, ``was`` of
    an earlier report ("it fell short"), ``style`` on a terminal."""

    title: str
    heading: str
    was: str
    tone: Tone
    style: str


VERDICTS: Mapping[Verdict, VerdictWords] = {
    Verdict.GAP: VerdictWords("Gap", "Gaps: the document falls short", "fell short", "gap", "yellow"),
    Verdict.UNANSWERED: VerdictWords(
        "Not answered", "Not answered: the document does not say", "was not answered", "open", "magenta"
    ),
    Verdict.MAY_APPLY: VerdictWords(
        "May apply",
        "May apply: the document does not say whether the rule applies",
        "may have applied",
        "open",
        "magenta",
    ),
    Verdict.UPCOMING: VerdictWords("Upcoming", "Upcoming: not yet in force", "was upcoming", "upcoming", "blue"),
    Verdict.WAIVED: VerdictWords("Waived", "Waived: accepted for a time", "was waived", "upcoming", "yellow"),
    Verdict.MET: VerdictWords("Met", "Met", "was met", "met", "green"),
    Verdict.NOT_APPLICABLE: VerdictWords("Not applicable", "Not applicable", "did not apply", "met", "dim"),
}


@dataclass(frozen=True)
class SeverityWords:
    """A severity as readers meet it: its ``title``, the same for ``several`` findings, what to do about it, and its
    ``style`` on a terminal."""

    title: str
    several: str
    meaning: str
    style: str

    @property
    def heading(self) -> str:
        """The heading over the findings of that severity."""
        return f"{self.several}: {self.meaning}"


SEVERITIES: Mapping[Severity, SeverityWords] = {
    "showstopper": SeverityWords(
        "Showstopper", "Showstoppers", "prohibited outright; no control cures it, and the activity must go", "bold red"
    ),
    "major": SeverityWords("Major", "Major", "cure before launch", "yellow"),
    "minor": SeverityWords("Minor", "Minor", "cure after launch, by a date", "bright_yellow"),
    "advice": SeverityWords("Advice", "Advice", "good practice; nothing waits for it", "cyan"),
}

STATES: Mapping[Literal["no", "not-yet", "open", "yes"], str] = {
    "no": "red",
    "not-yet": "yellow",
    "open": "magenta",
    "yes": "green",
}
"""How the verdict is coloured on a terminal: red for a showstopper alone."""

CONFIDENCE: Mapping[Confidence, str] = {
    "primary-verified": "checked against the source itself",
    "secondary-verified": "confirmed by reliable reports, not by the source itself",
    "unverified": "not confirmed; read the source before you rely on it",
}
CONFIDENCE_IN_SHORT: Mapping[Confidence, str] = {
    "primary-verified": "checked against the source",
    "secondary-verified": "confirmed by reports, not by the source",
    "unverified": "not confirmed",
}
"""The same behind a citation."""
NEXUS: Mapping[Nexus, str] = {
    "audience": "the strategy reaches people there",
    "establishment": "the organisation is established there",
    "staff": "the organisation employs people there",
    "listing": "the organisation's securities are listed there",
}
ANSWERS: Mapping[Literal["answered", "in-part", "silent"], str] = {
    "answered": "Answered",
    "in-part": "Answered in part",
    "silent": "Not answered",
}
"""How far one of the ten questions is answered."""
OBJECTIONS: Mapping[Literal["right", "answered", "open"], str] = {
    "right": "Right: the rule does stop it",
    "answered": "Answered",
    "open": "Not answered by a loaded rule",
}
"""What becomes of an objection."""
CHANGES_AHEAD: Mapping[Literal["begins", "ends", "look-again", "waiver-ends"], str] = {
    "begins": "Comes into force",
    "ends": "Last day in force",
    "look-again": "Due for review",
    "waiver-ends": "A waiver ends",
}
"""What happens to a rule on a day ahead."""
OUTDATED_VIEW = "Outdated view"
BASES: Mapping[Basis, str] = {
    "required": "required: by law or a binding rule",
    "expected": "expected: by an authority's stated position",
    "standard": "standard: by a named standard",
    "house": "house: by nobody but us",
}
"""Who asks for a rule, in a few words that begin with the word itself."""
BASIS_COUNTED: Mapping[Basis, str] = {
    "required": "required by law or a binding rule",
    "expected": "expected by an authority",
    "standard": "asked for by a standard",
    "house": "house practice",
}
"""The same behind a count."""
BASIS_LABELS: Mapping[Basis, str] = {
    "required": "Required",
    "expected": "Expected by an authority",
    "standard": "Asked for by a standard",
    "house": "House practice",
}
"""The same before what a rule asks."""
CURRENT_POSITION = "Current position"
NOT_STATED = "not stated"
WAIVERS = "Waivers"
"""The area of law, where one is named, of the rules about waivers: they are of no ruleset that was loaded."""

_OWNERS: Mapping[Owner, str] = {
    "board": "the board",
    "executive": "an executive",
    "social-team": "the social media team",
    "it-security": "IT security",
    "hr": "HR",
    "risk": "risk management",
    "customer-service": "customer service",
}
_ANYWHERE = ("Worldwide",)
_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Isle of ", "District of ")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def owner(code: Owner) -> str:
    """Who usually owns a remedy, in a cell: ``HR``, ``Social media team``."""
    named = owner_in_sentence(code).removeprefix("the ").removeprefix("an ")
    return named[0].upper() + named[1:]


def owner_in_sentence(code: Owner) -> str:
    """Who usually owns a remedy, in a sentence: ``HR``, ``the social media team``."""
    return _OWNERS.get(code) or spaced(code)


def owner_and_effort(owner_: Owner, effort: Effort) -> str:
    """Who usually does it and how long it takes, under a heading that calls both usual and an estimate."""
    return f"{owner(owner_)}, {effort}"


def usually(owner_: Owner, effort: Effort) -> str:
    """The same in a sentence, labelled as an estimate."""
    return f"usually {owner_in_sentence(owner_)}; estimated effort: {effort}"


def spaced(code: SourceKind | StatusKind | str) -> str:
    """A code of several words as a reader writes it: ``case law``."""
    return code.replace("-", " ").replace("_", " ")


def titled(code: str) -> str:
    """The same as the heading of a section or the first word of a sentence: ``Case law``."""
    words = spaced(code)
    return words[:1].upper() + words[1:]


def day(value: date | None) -> str:
    """A day in full, in the order that is read the same on both sides of the Atlantic."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}" if value else ""


def in_place(name: str) -> str:
    """A place in a sentence: ``in France``, ``in the United States``."""
    if name in _ANYWHERE:
        return "worldwide"
    article = "the " if name.startswith(_WITH_ARTICLE) or name.endswith(("Islands", "Union", "Republic")) else ""
    return f"in {article}{name}"


def place(code: str) -> str:
    """The name of a jurisdiction; what holds everywhere is called worldwide."""
    return jurisdictions().name(code) if jurisdictions().knows(code) else code
