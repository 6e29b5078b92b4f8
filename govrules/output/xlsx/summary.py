# SPDX-License-Identifier: Apache-2.0
"""The first sheet: the verdict, the numbers, the path to yes and what was checked."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from govrules.assessment.report import Report
from govrules.output.presentation.answer import could_stop, go_ahead, met
from govrules.output.presentation.numbers import in_short
from govrules.output.presentation.report import UNREAD, checked_by, decision, judged, spoken, unread
from govrules.output.presentation.to_do import ToDo, after, for_kind
from govrules.output.presentation.waived_and_known import known_words
from govrules.output.presentation.words import SEVERITIES, VERDICTS, owner
from govrules.output.xlsx.book import Book, height
from govrules.verdict import Verdict

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (7, 56, 22, 17, 11, 38, 32)


def summary_sheet(book: Book, reports: Sequence[Report]) -> None:
    """Write the sheet, with the reports one below the other."""
    sheet = book.sheet("Summary")
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    rows = _Rows(book, sheet)
    for report in reports:
        _summarise(rows, report)


class _Rows:
    """Writes a sheet from the top to the bottom."""

    def __init__(self, book: Book, sheet: "Worksheet") -> None:
        self.book, self.sheet, self.row = book, sheet, 0

    def line(self, text: str | None = None, look: str = "plain", height: int | None = None) -> None:
        """A text that runs over the row."""
        if height:
            self.sheet.set_row(self.row, height)
        if text:
            self.book.write(self.sheet, self.row, 0, text, look)
        self.row += 1

    def cells(self, *values: str | int | date | None, look: str = "text") -> None:
        """A row of a table."""
        self.sheet.set_row(self.row, height(values, _WIDTHS))
        for column, value in enumerate(values):
            number = isinstance(value, int) and look == "text"
            self.book.write(self.sheet, self.row, column, value, "number" if number else look)
        self.row += 1

    def pair(self, value: str | int, text: str) -> None:
        """A number and what it counts, or a mark and a sentence."""
        self.sheet.set_row(self.row, height((value, text), _WIDTHS))
        self.book.write(self.sheet, self.row, 0, value, "number" if isinstance(value, int) else "warning")
        self.book.write(self.sheet, self.row, 1, text, "text")
        self.row += 1


def _summarise(rows: _Rows, report: Report) -> None:
    summary, found = report.summary, go_ahead(report)
    rows.line(report.title, "title", 24)
    rows.line(" · ".join(part for part in (report.organisation, report.file, judged(report)) if part))
    rows.line()
    if report.coverage.not_checked:
        rows.line("Not checked", "section", 18)
        for unchecked in report.coverage.not_checked:
            rows.pair("!", unchecked.text)
        rows.line()
    rows.line(f"{found.answer}. {found.because}", "answer", 20)
    if report.decision:
        rows.line(f"Decision asked for: {decision(report.decision)}")
    rows.line(report.disclaimer, "note")
    rows.line()
    rows.line("Numbers", "section", 18)
    to_do = ToDo(report)
    for count, what in (
        (len(to_do.stops), SEVERITIES["showstopper"].heading),
        (len(to_do.before), for_kind(report, "Things to do before launch")),
        (len(to_do.after), for_kind(report, "Things to do after launch")),
        (len(to_do.advice), SEVERITIES["advice"].heading),
        (summary.questions, "Questions open"),
        (summary.screening, "Questions on whether rules apply"),
        (len(to_do.coming), VERDICTS[Verdict.UPCOMING].heading),
        (len(to_do.accepted), VERDICTS[Verdict.WAIVED].heading),
    ):
        rows.pair(count, what)
    rows.line(f"{could_stop(report)}; {met(summary)}.")
    if known := known_words(report):
        rows.line(known)
    rows.line()
    _path(rows, report)
    rows.line("Coverage", "section", 18)
    rows.cells("", "Market, sector or topic", "Code", look="head")
    for one in spoken(report):
        rulesets = checked_by(one)
        checked = f"{one.name}: checked by {rulesets}" if rulesets else f"{one.name}: not checked"
        rows.cells("" if one.rulesets else "!", checked, one.code, look="text" if one.rulesets else "missing")
    for assumption in report.assumptions:
        rows.line(assumption)
    rows.line()
    if fields := unread(report):
        rows.line(f"{UNREAD} ({len(report.unread)})", "section", 18)
        for field in fields:
            rows.pair("", field)
        rows.line()


def _path(rows: _Rows, report: Report) -> None:
    rows.line("Path to yes", "section", 18)
    if not report.path:
        rows.line("Nothing that the strategy says needs a cure.")
    else:
        heads = ("Step", "What to do", "Where", "Usual owner", "Effort (estimate)", "By", "After it")
        rows.cells(*heads, look="head")
    for step in report.path:
        do = "\n".join((step.do, *(f"Also: {also}" for also in step.also)))
        rows.cells(
            step.number,
            do,
            in_short(step.subjects),
            owner(step.owner),
            step.effort,
            "\n".join(step.citations),
            after(report, step),
        )
    rows.line()
