# SPDX-License-Identifier: Apache-2.0
"""The risk register: one row a finding, with room for what becomes of it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from govrules.assessment.fingerprint import fingerprints
from govrules.assessment.report import Finding, Report, RuleRecord
from govrules.output.presentation.rules import takes_place_of
from govrules.output.presentation.waived_and_known import acceptance, is_known, waiver_words
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

_REGISTER: tuple[tuple[Column, Callable[[Report, Finding, RuleRecord, str], Any]], ...] = (
    (Column("Id", 18, "code"), lambda report, finding, rule, mark: mark),
    (Column("Strategy", 22), lambda report, finding, rule, mark: report.title),
    (Column("Rule", 26, "code"), lambda report, finding, rule, mark: rule.id),
    (Column("Title", 32), lambda report, finding, rule, mark: rule.title),
    (Column("Verdict", 12), lambda report, finding, rule, mark: VERDICTS[finding.verdict].title),
    (Column("Known", 9), lambda report, finding, rule, mark: "known" if is_known(finding) else None),
    (Column("Severity", 12), lambda report, finding, rule, mark: finding.severity),
    (Column("Basis", 11), lambda report, finding, rule, mark: rule.basis),
    (Column("Jurisdiction", 11), lambda report, finding, rule, mark: rule.jurisdiction),
    (Column("Subject", 20), lambda report, finding, rule, mark: finding.subject),
    (Column("Finding", 48), lambda report, finding, rule, mark: _said(finding)),
    (Column("Citation", 32), lambda report, finding, rule, mark: rule.source.citation),
    (Column("Also answers for", 32), lambda report, finding, rule, mark: takes_place_of(report, finding)),
    (Column("Authority", 22), lambda report, finding, rule, mark: rule.source.authority),
    (Column("In force", 12, "date"), lambda report, finding, rule, mark: rule.source.in_force),
    (Column("Place", 30), lambda report, finding, rule, mark: _places(finding)),
    (Column("Remedy", 48), lambda report, finding, rule, mark: rule.remedy.do),
    (Column("Owner", 16, "input"), lambda report, finding, rule, mark: owner(rule.remedy.owner)),
    (Column("Effort (estimate)", 11), lambda report, finding, rule, mark: rule.remedy.effort),
    (Column("Status", 13, "input"), lambda report, finding, rule, mark: _status(finding)),
    (Column("Due", 12, "input-date"), lambda report, finding, rule, mark: None),
    (Column("Accepted by", 18, "input"), lambda report, finding, rule, mark: _accepted(finding, "by")),
    (Column("Accepted on", 12, "input-date"), lambda report, finding, rule, mark: _accepted(finding, "on")),
    (Column("Waived until", 12, "input-date"), lambda report, finding, rule, mark: _accepted(finding, "until")),
    (Column("Ticket", 14, "input"), lambda report, finding, rule, mark: _accepted(finding, "ticket")),
    (Column("Reason", 36, "input"), lambda report, finding, rule, mark: _accepted(finding, "reason")),
    (Column("Comment", 32, "input"), lambda report, finding, rule, mark: _comment(finding)),
)
_DAYS = ("Due", "Accepted on", "Waived until")


def register(book: Book, reports: Sequence[Report]) -> None:
    """Write the sheet."""
    # The name of the strategy says something only where there are several, and so does what was known before.
    empty = [] if len(reports) > 1 else ["Strategy"]
    empty += [] if any(is_known(finding) for report in reports for finding in report.findings) else ["Known"]
    chosen = [entry for entry in _REGISTER if entry[0].heading not in empty]
    columns = [column for column, _ in chosen]
    rows = [
        [value(report, finding, report.rules[finding.rule], mark) for _, value in chosen]
        for report in reports
        for finding, mark in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    sheet = book.sheet("Register", large=True, pages_wide=2)
    book.table(sheet, columns, rows)
    at = {column.heading: index for index, column in enumerate(columns)}
    sheet.freeze_panes(1, at["Title"] + 1)
    sheet.repeat_columns(0, at["Title"])
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


def _said(finding: Finding) -> str:
    return "\n".join(filter(None, (finding.message, other_ways(finding))))


def _status(finding: Finding) -> str:
    return "accepted" if finding.verdict is Verdict.WAIVED else "open"


def _accepted(finding: Finding, what: str) -> str | date | None:
    """What the acceptance of a finding states; None, for somebody to write it there, where it is not accepted."""
    accepted = acceptance(finding)
    stated: str | date | None = getattr(accepted, what) if accepted else None
    return stated


def _comment(finding: Finding) -> str | None:
    return None if finding.verdict is Verdict.WAIVED else waiver_words(finding)


def _places(finding: Finding) -> str:
    return "\n".join(dict.fromkeys(place(item.location) or item.field for item in finding.evidence))


assert set(_COLOURS) == set(SEVERITIES)
