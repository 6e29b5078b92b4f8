# SPDX-License-Identifier: Apache-2.0
"""The risk register: one row a finding with all rules that ask for the same, with room for what becomes of it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from govrules.assessment.report import Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.presentation.items import Item, with_marks
from govrules.output.presentation.rules import term
from govrules.output.presentation.waived_and_known import acceptance, known_state, waiver_words
from govrules.output.presentation.ways import other_ways
from govrules.output.presentation.words import VERDICTS, owner
from govrules.output.xlsx.book import MADE, Book, Column, place
from govrules.ruleset.model import SEVERITIES, Owner
from govrules.verdict import Verdict

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

STATUSES = ("open", "in progress", "cured", "accepted", "rejected")
_SPARE_ROWS = 200  # below the findings, in which status, owner and due are still checked
_COLOURS = {
    "showstopper": ("#FFFFFF", "#9B1C1C"),
    "major": ("#7A4A00", "#FBE3C0"),
    "minor": ("#6B4A00", "#FDEFC3"),
    "advice": ("#1D4E6B", "#D9ECF7"),
}
_STATUS_COLOURS = {
    "open": ("#7A4A00", "#FBE3C0"),
    "in progress": ("#6B4A00", "#FDEFC3"),
    "cured": ("#1E5631", "#D6F0DC"),
    "accepted": ("#3D3D3D", "#E3E3E3"),
}

_REGISTER: tuple[tuple[Column, Callable[[Report, Item, RuleRecord, str], Any]], ...] = (
    (Column("Id", 18, "code"), lambda report, item, lead, mark: mark),
    (Column("Strategy", 22), lambda report, item, lead, mark: report.title),
    (Column("Rules", 26, "code"), lambda report, item, lead, mark: "\n".join(item.rules)),
    (Column("Finding", 48), lambda report, item, lead, mark: _said(item)),
    (Column("Verdict", 12), lambda report, item, lead, mark: VERDICTS[item.verdict].title),
    (Column("Known", 9), lambda report, item, lead, mark: known_state(item.findings)),
    (Column("Severity", 12), lambda report, item, lead, mark: item.severity),
    (Column("Basis", 11), lambda report, item, lead, mark: lead.basis),
    (Column("Jurisdiction", 11), lambda report, item, lead, mark: _of_rules(report, item, "jurisdiction")),
    (Column("Subject", 20), lambda report, item, lead, mark: "\n".join(item.subjects)),
    (Column("What must hold", 40), lambda report, item, lead, mark: _of_rules(report, item, "title")),
    (Column("Citations", 48), lambda report, item, lead, mark: _cited(report, item)),
    (Column("Place", 30), lambda report, item, lead, mark: _places(item)),
    (Column("Remedy", 48), lambda report, item, lead, mark: lead.remedy.do),
    (Column("Owner", 16, "input"), lambda report, item, lead, mark: owner(lead.remedy.owner)),
    (Column("Effort (estimate)", 11), lambda report, item, lead, mark: lead.remedy.effort),
    (Column("Status", 13, "input"), lambda report, item, lead, mark: _status(item)),
    (Column("Due", 12, "input-date"), lambda report, item, lead, mark: None),
    (Column("Accepted by", 18, "input"), lambda report, item, lead, mark: _accepted(item, "by")),
    (Column("Accepted on", 12, "input-date"), lambda report, item, lead, mark: _accepted(item, "on")),
    (Column("Waived until", 12, "input-date"), lambda report, item, lead, mark: _accepted(item, "until")),
    (Column("Ticket", 14, "input"), lambda report, item, lead, mark: _accepted(item, "ticket")),
    (Column("Reason", 36, "input"), lambda report, item, lead, mark: _accepted(item, "reason")),
    (Column("Comment", 32, "input"), lambda report, item, lead, mark: _comment(item)),
)
_DAYS = ("Due", "Accepted on", "Waived until")


def register(book: Book, reports: Sequence[Report]) -> None:
    """Write the sheet."""
    # The name of the strategy says something only where there are several, and so does what was known before.
    empty = [] if len(reports) > 1 else ["Strategy"]
    found = [(report, item, mark) for report in reports for item, mark in with_marks(report) if not item.question]
    empty += [] if any(known_state(item.findings) for _, item, _ in found) else ["Known"]
    chosen = [entry for entry in _REGISTER if entry[0].heading not in empty]
    columns = [column for column, _ in chosen]
    rows = [
        [value(report, item, report.rules[item.rules[0]], mark) for _, value in chosen] for report, item, mark in found
    ]
    sheet = book.sheet("Register", large=True, pages_wide=2)
    book.table(sheet, columns, rows)
    at = {column.heading: index for index, column in enumerate(columns)}
    sheet.freeze_panes(1, at["Finding"] + 1)
    sheet.repeat_columns(0, at["Finding"])
    sheet.print_across()
    last = len(rows) + _SPARE_ROWS
    _choices(book, sheet, "Status", (at["Status"], last), STATUSES, "stop", "Choose a status from the list.")
    # A person may be named in place of a post, so that another entry is only asked about.
    usual = tuple(map(owner, get_args(Owner)))
    _choices(book, sheet, "Owner", (at["Owner"], last), usual, "warning", "This is not one of the usual owners.")
    for heading in _DAYS:
        day = {"validate": "date", "criteria": ">=", "value": MADE}
        warning = {"error_title": heading, "error_message": "Enter a date."}
        sheet.data_validation(1, at[heading], last, at[heading], day | warning)
    for heading, colours in (("Severity", _COLOURS), ("Status", _STATUS_COLOURS)):
        for value, (font, ground) in colours.items():
            look = book.workbook.add_format({"font_color": font, "bg_color": ground, "bold": value == "showstopper"})
            rule = {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": look}
            sheet.conditional_format(1, at[heading], last, at[heading], rule)


def _choices(
    book: Book,
    sheet: "Worksheet",
    heading: str,
    area: tuple[int, int],
    choices: Sequence[str],
    kind: str,
    message: str,
) -> None:
    """Confine a column, down to a row, to a list of choices. They stand on a sheet of their own, for a rule of a cell
    holds no more than 255 characters."""
    lists = book.workbook.get_worksheet_by_name("Lists")
    if lists is None:
        lists = book.workbook.add_worksheet("Lists")
        lists.hide()
    column, last = area
    for row, choice in enumerate((heading, *choices)):
        book.write(lists, row, column, choice, "plain")
    letter = chr(ord("A") + column)
    rule = {
        "validate": "list",
        "source": f"=Lists!${letter}$2:${letter}${len(choices) + 1}",
        "error_type": kind,
        "error_title": heading,
        "error_message": message,
    }
    sheet.data_validation(1, column, last, column, rule)


def _said(item: Item) -> str:
    return "\n".join(said for gap in item.gaps for said in (gap.message, other_ways(gap)) if said)


def _of_rules(report: Report, item: Item, what: str) -> str:
    return "\n".join(dict.fromkeys(getattr(report.rules[name], what) for name in item.rules))


def _cited(report: Report, item: Item) -> str:
    names = dict.fromkeys(name for finding in item.findings for name in (finding.rule, *finding.stands_for))
    return "\n".join(_source(report.rule(name), report.as_of) for name in names)


def _source(rule: RuleRecord, as_of: date) -> str:
    source = rule.source
    parts = (source.citation, source.authority, term(source, as_of), rule.basis)
    return " · ".join(part for part in parts if part)


def _status(item: Item) -> str:
    return "accepted" if item.verdict is Verdict.WAIVED else "open"


def _accepted(item: Item, what: str) -> str | date | None:
    """What the acceptance of a finding states; None, for somebody to write it there, where it is not accepted.

    Where its rules are accepted apart, it is that which ends first.
    """
    found = [one for one in map(acceptance, item.findings) if one]
    stated: str | date | None = getattr(min(found, key=lambda one: one.until), what) if found else None
    return stated


def _comment(item: Item) -> str | None:
    if item.verdict is Verdict.WAIVED:
        return None
    return "\n".join(dict.fromkeys(filter(None, map(waiver_words, item.findings)))) or None


def _places(item: Item) -> str:
    evidence = (one for gap in item.gaps for one in gap.evidence)
    return "\n".join(dict.fromkeys(place(one.location) or one.field for one in evidence))


assert set(_COLOURS) == set(SEVERITIES)
