# SPDX-License-Identifier: Apache-2.0
"""What is due, for authors of rulesets: as a table, as JSON, and as an iCalendar (RFC 5545) with a day a thing."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time

from rich.console import Console
from rich.table import Table
from rich.text import Text

from govrules.assessment.due import Due
from govrules.output.presentation.escaping import safe, safe_json
from govrules.output.presentation.words import CHANGES_AHEAD
from govrules.source.errors import InputError
from govrules.version import VERSION

_WORDS: Mapping[str, str] = {
    **{str(kind): text for kind, text in CHANGES_AHEAD.items()},
    "review": "Review the ruleset",
}


def print_due(listed: Sequence[Due], as_of: date, console: Console) -> None:
    """Print a table in the order of days; what is overdue says so."""
    if not listed:
        console.print("Nothing is due.")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("Day", no_wrap=True)
    table.add_column("What", no_wrap=True)
    table.add_column("Rule or ruleset", overflow="fold")
    table.add_column("Why", ratio=1)
    for due in listed:
        overdue = due.day < as_of
        what = f"{_WORDS[due.kind]}{' (overdue)' if overdue else ''}"
        table.add_row(
            due.day.isoformat(), Text(what, "red" if overdue else ""), safe(due.rule or due.ruleset), safe(due.why)
        )
    console.print(table)


def due_json(listed: Sequence[Due]) -> str:
    """What is due as JSON: an object with a list."""
    return (
        safe_json(json.dumps({"due": [asdict(due) for due in listed]}, indent=2, default=str, ensure_ascii=False))
        + "\n"
    )


def due_calendar(listed: Sequence[Due], as_of: date) -> bytes:
    """What is due as an iCalendar of whole days. Needs the extra ``govrules[calendar]``.

    An event keeps its identifier for as long as its rule and kind stay, so that a calendar that is imported anew
    moves events and does not double them. Without an end it lasts the whole day. It is stamped with the day
    ``as_of``, so that the same input gives the same bytes.
    """
    try:
        from icalendar import Calendar, Event
    except ModuleNotFoundError:
        hint = "pip install 'govrules[calendar]'"
        raise InputError.of("an iCalendar needs icalendar, which is not installed", hint) from None
    calendar = Calendar()
    calendar.add("prodid", f"-//govrules//govrules {VERSION}//EN")
    calendar.add("version", "2.0")
    for due in listed:
        event = Event()
        event.add("uid", f"{due.kind}.{(due.rule or due.ruleset).replace('/', '.')}@govrules")
        event.add("dtstamp", datetime.combine(as_of, time(), UTC))
        event.add("dtstart", due.day)
        event.add("summary", f"{due.rule or due.ruleset}: {_WORDS[due.kind]}")
        event.add("description", f"{due.title}\n{due.why}" if due.why != due.title else due.title)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
