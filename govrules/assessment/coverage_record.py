# SPDX-License-Identifier: Apache-2.0
"""What the loaded rules speak about of a strategy, and what was not checked, as reports tell it."""

from dataclasses import dataclass
from typing import Literal

from govrules.assessment.location import Location

NotCheckedKind = Literal["jurisdiction", "sector", "topic", "markets", "sectors"]


@dataclass(frozen=True)
class Spoken:
    """A jurisdiction, sector or topic of the strategy, and the rulesets that speak about it (none: it was not checked).

    ``law_of`` are the jurisdictions whose law was checked: of a state of the United States often theirs alone.
    """

    code: str
    name: str
    because: tuple[str, ...]
    rulesets: tuple[str, ...]
    law_of: tuple[str, ...]


@dataclass(frozen=True)
class NotChecked:
    """Something of the strategy that no loaded rule speaks about, or that it leaves open so that nobody can tell.

    ``code`` is that of the jurisdiction, sector or topic (None where markets or sectors are not stated), ``name`` what
    a reader calls it, ``text`` says in sentences what was not checked. ``location`` is where the document states it.
    ``allowed_by`` are the names by which a check can be told to let it pass: its code, and those around it.
    """

    kind: NotCheckedKind
    code: str | None
    name: str
    text: str
    location: Location | None
    allowed_by: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """What the loaded rules speak about, and what was not checked. ``topics`` are the regulated ones."""

    jurisdictions: tuple[Spoken, ...]
    sectors: tuple[Spoken, ...]
    topics: tuple[Spoken, ...]
    not_checked: tuple[NotChecked, ...]
