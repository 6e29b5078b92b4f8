# SPDX-License-Identifier: Apache-2.0
"""The report as a workbook: a summary, the risk register with one row a finding, and the questions.

Text from a document is only ever text: a cell never holds a formula or a link. The same reports give the same bytes.
"""

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, get_args

from govrules.assessment.fingerprint import fingerprints
from govrules.assessment.report import Finding, Location, Question, Report, RuleRecord
from govrules.output.safe import safe
from govrules.output.verdict import after, blocking_questions, go_ahead, plural, wait
from govrules.ruleset.model import SEVERITIES, Owner
from govrules.source.errors import InputError, Problem

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

STATUSES = ("open", "in progress", "cured", "accepted", "rejected")
# A workbook carries the day on which it was made; this one is the same every time.
_MADE = datetime(2000, 1, 1)
_LONGEST = 32_767  # characters of a cell
_SPARE_ROWS = 200  # below the findings, in which status, owner and due are still checked
_A4, _A3 = 9, 8
_LINE = 13.5  # points
_TALLEST = 400.0  # points; a row cannot be higher than 409
_COLOURS = {
    "showstopper": ("#FFFFFF", "#9B1C1C"),
    "major": ("#7A1F1F", "#FBD5D5"),
    "minor": ("#6B4A00", "#FDEFC3"),
    "advice": ("#1D4E6B", "#D9ECF7"),
}
_STATUS_COLOURS = {
    "open": ("#7A1F1F", "#FBD5D5"),
    "in progress": ("#6B4A00", "#FDEFC3"),
    "cured": ("#1E5631", "#D6F0DC"),
    "accepted": ("#3D3D3D", "#E3E3E3"),
}


def render(reports: Sequence[Report]) -> bytes:
    """Write the reports as one workbook. Raises InputError where XlsxWriter is not installed."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        problem = Problem("--format xlsx needs XlsxWriter", None, "pip install 'govrules[xlsx]'")
        raise InputError(problem) from None
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": "Risk register", "created": _MADE})
    book = _Book(workbook)
    _summary(book, reports)
    _register(book, reports)
    _question_sheet(book, reports)
    workbook.close()
    return stream.getvalue()


@dataclass(frozen=True)
class _Column:
    """A column of a sheet: its heading, its width in characters, and how it looks."""

    heading: str
    width: int
    look: str = "text"


class _Book:
    """The workbook and its looks."""

    def __init__(self, workbook: "Workbook") -> None:
        self.workbook = workbook
        base: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
        cell = base | {"text_wrap": True, "border": 1, "border_color": "#D0D0D0"}
        looks: dict[str, dict[str, Any]] = {
            "text": cell | {"indent": 1, "align": "left"},
            "code": cell | {"font_name": "Consolas", "font_size": 9},
            "date": cell | {"num_format": "yyyy-mm-dd", "align": "left"},
            "number": cell | {"align": "center"},
            "input": cell | {"bg_color": "#FFFDF0"},
            "input-date": cell | {"bg_color": "#FFFDF0", "num_format": "yyyy-mm-dd", "align": "left"},
            "head": cell | {"bold": True, "bg_color": "#1F3A4D", "font_color": "#FFFFFF", "valign": "vcenter"},
            "title": base | {"bold": True, "font_size": 16},
            "section": base | {"bold": True, "font_size": 12, "font_color": "#1F3A4D"},
            "answer": base | {"bold": True, "font_size": 13},
            "plain": base,
            "note": base | {"italic": True, "font_color": "#555555"},
            "missing": cell | {"bold": True, "font_color": "#7A1F1F"},
            "warning": cell | {"bold": True, "font_color": "#7A1F1F", "align": "center"},
        }
        self.looks = {name: workbook.add_format(look) for name, look in looks.items()}
        # Begins with a sign that opens a formula when someone edits the cell: told apart as text.
        self.quoted = {name: workbook.add_format(look | {"quote_prefix": True}) for name, look in looks.items()}

    def write(self, sheet: "Worksheet", row: int, column: int, value: str | int | date | None, look: str) -> None:
        """Write a value; text is never taken for anything else."""
        if isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.looks[look])
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.looks[look])
        elif value:
            text = safe(value)
            looks = self.quoted if text[0] in "=+-@\t" else self.looks
            sheet.write_string(row, column, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", looks[look])
        else:
            sheet.write_blank(row, column, None, self.looks[look])

    def sheet(self, name: str, *, paper: int = _A4, pages_wide: int = 1) -> "Worksheet":
        """Add a sheet that prints well."""
        sheet = self.workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(paper)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(pages_wide, 0)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        return sheet

    def table(self, sheet: "Worksheet", columns: Sequence[_Column], rows: Sequence[Sequence[Any]]) -> None:
        """Write a whole sheet of rows with filters and a header that stays."""
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
            self.write(sheet, 0, index, column.heading, "head")
        sheet.set_row(0, 30)
        sheet.repeat_rows(0)
        for row, values in enumerate(rows, 1):
            sheet.set_row(row, _height(values, [column.width for column in columns]))
            for index, (column, value) in enumerate(zip(columns, values, strict=True)):
                self.write(sheet, row, index, value, column.look)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _height(values: Sequence[Any], widths: Sequence[int]) -> float:
    """The height at which every text of a row is seen whole: not every program finds it by itself."""
    lines = 1
    for value, width in zip(values, widths, strict=False):
        if isinstance(value, str):
            room = max(width - 2, 1)
            lines = max(lines, sum(max(1, math.ceil(len(line) / room)) for line in value.split("\n")))
    return min(lines * _LINE + 2, _TALLEST)


_REGISTER: tuple[tuple[_Column, Callable[[Report, Finding, RuleRecord, str], Any]], ...] = (
    (_Column("Id", 18, "code"), lambda report, finding, rule, mark: mark),
    (_Column("Strategy", 22), lambda report, finding, rule, mark: report.title),
    (_Column("Rule", 26, "code"), lambda report, finding, rule, mark: rule.id),
    (_Column("Title", 32), lambda report, finding, rule, mark: rule.title),
    (_Column("Verdict", 12), lambda report, finding, rule, mark: finding.verdict),
    (_Column("Severity", 12), lambda report, finding, rule, mark: finding.severity),
    (_Column("Jurisdiction", 11), lambda report, finding, rule, mark: rule.jurisdiction),
    (_Column("Subject", 20), lambda report, finding, rule, mark: finding.subject),
    (_Column("Finding", 48), lambda report, finding, rule, mark: finding.message),
    (_Column("Citation", 32), lambda report, finding, rule, mark: rule.source.citation),
    (_Column("Authority", 22), lambda report, finding, rule, mark: rule.source.authority),
    (_Column("In force", 12, "date"), lambda report, finding, rule, mark: rule.source.in_force),
    (_Column("Place", 30), lambda report, finding, rule, mark: _places(finding)),
    (_Column("Remedy", 48), lambda report, finding, rule, mark: rule.remedy.do),
    (_Column("Owner", 16, "input"), lambda report, finding, rule, mark: rule.remedy.owner),
    (_Column("Effort (estimate)", 11), lambda report, finding, rule, mark: rule.remedy.effort),
    (_Column("Status", 13, "input"), lambda report, finding, rule, mark: STATUSES[0]),
    (_Column("Due", 12, "input-date"), lambda report, finding, rule, mark: None),
    (_Column("Accepted by", 18, "input"), lambda report, finding, rule, mark: None),
    (_Column("Comment", 32, "input"), lambda report, finding, rule, mark: None),
)


def _register(book: _Book, reports: Sequence[Report]) -> None:
    # The name of the strategy says something only where there are several.
    chosen = [entry for entry in _REGISTER if len(reports) > 1 or entry[0].heading != "Strategy"]
    columns = [column for column, _ in chosen]
    rows = [
        [value(report, finding, report.rules[finding.rule], mark) for _, value in chosen]
        for report in reports
        for finding, mark in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    sheet = book.sheet("Register", paper=_A3, pages_wide=2)
    book.table(sheet, columns, rows)
    at = {column.heading: index for index, column in enumerate(columns)}
    sheet.freeze_panes(1, at["Title"] + 1)
    sheet.repeat_columns(0, at["Title"])
    sheet.print_across()
    last = len(rows) + _SPARE_ROWS
    _choices(book, sheet, "Status", (at["Status"], last), STATUSES, "stop", "Choose a status from the list.")
    # A person may be named in place of a post, so that another entry is only asked about.
    usual = get_args(Owner)
    _choices(book, sheet, "Owner", (at["Owner"], last), usual, "warning", "This is none of the usual owners.")
    sheet.data_validation(
        1,
        at["Due"],
        last,
        at["Due"],
        {
            "validate": "date",
            "criteria": ">=",
            "value": _MADE,
            "error_title": "Due",
            "error_message": "Enter a date.",
        },
    )
    for heading, colours in (("Severity", _COLOURS), ("Status", _STATUS_COLOURS)):
        for value, (font, ground) in colours.items():
            look = book.workbook.add_format({"font_color": font, "bg_color": ground, "bold": value == "showstopper"})
            rule = {"type": "cell", "criteria": "==", "value": f'"{value}"', "format": look}
            sheet.conditional_format(1, at[heading], last, at[heading], rule)


def _choices(
    book: _Book,
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


def _places(finding: Finding) -> str:
    return "\n".join(dict.fromkeys(_place(item.location) or item.field for item in finding.evidence))


def _place(location: Location | None) -> str | None:
    return f"{location.file}:{location.line}" if location else None


def _question_sheet(book: _Book, reports: Sequence[Report]) -> None:
    columns = (
        *((_Column("Strategy", 22),) if len(reports) > 1 else ()),
        _Column("Question", 52),
        _Column("Field", 34, "code"),
        _Column("Unit", 14),
        _Column("Choices", 30),
        _Column("Asked of", 30),
        _Column("Severity", 12),
        _Column("Waiting rules", 36, "code"),
        _Column("Place", 26),
        _Column("Answer", 40, "input"),
        _Column("Answered by", 18, "input"),
    )
    rows = [
        [*((report.title,) if len(reports) > 1 else ()), *_question(question)]
        for report in reports
        for question in report.questions
    ]
    sheet = book.sheet("Questions", paper=_A3)
    book.table(sheet, columns, rows)
    sheet.freeze_panes(1, 0)


def _question(question: Question) -> list[str | None]:
    return [
        question.text,
        question.field,
        question.unit,
        ", ".join(question.choices),
        ", ".join(question.asked_of),
        question.severity,
        "\n".join(question.rules),
        _place(question.location),
        None,
        None,
    ]


_SUMMARY_WIDTHS = (7, 56, 11, 17, 11, 38, 32)


def _summary(book: _Book, reports: Sequence[Report]) -> None:
    sheet = book.sheet("Summary")
    for index, width in enumerate(_SUMMARY_WIDTHS):
        sheet.set_column(index, index, width)
    rows = _Rows(book, sheet)
    for report in reports:
        _summarise(rows, report)


class _Rows:
    """Writes a sheet from the top to the bottom."""

    def __init__(self, book: _Book, sheet: "Worksheet") -> None:
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
        self.sheet.set_row(self.row, _height(values, _SUMMARY_WIDTHS))
        for column, value in enumerate(values):
            number = isinstance(value, int) and look == "text"
            self.book.write(self.sheet, self.row, column, value, "number" if number else look)
        self.row += 1

    def pair(self, value: str | int, text: str) -> None:
        """A number and what it counts, or a mark and a sentence."""
        self.sheet.set_row(self.row, _height((value, text), _SUMMARY_WIDTHS))
        self.book.write(self.sheet, self.row, 0, value, "number" if isinstance(value, int) else "warning")
        self.book.write(self.sheet, self.row, 1, text, "text")
        self.row += 1


def _summarise(rows: _Rows, report: Report) -> None:
    summary, found = report.summary, go_ahead(report)
    rows.line(report.title, "title", 24)
    rows.line(
        f"{report.organisation} · {report.file or ''} · judged as of {report.as_of} by govrules {report.govrules}"
    )
    rows.line()
    rows.line(f"{found.answer}. {found.because}", "answer", 20)
    if report.decision:
        rows.line(f"Decision asked for: {report.decision}")
    rows.line(report.disclaimer, "note")
    rows.line()
    if report.coverage.unspoken:
        rows.line("Not checked", "section", 18)
        for sentence in report.coverage.unspoken:
            rows.pair("!", sentence)
        rows.line()
    rows.line("Numbers", "section", 18)
    for count, what in (
        (summary.applicable, "rules apply"),
        (summary.met, "of them are met"),
        (summary.could_be_showstoppers, "of them could ever stop a launch"),
        (summary.showstoppers, "showstoppers: the activity must go"),
        (summary.major, "to cure before launch"),
        (summary.minor, "to cure after launch, by a date"),
        (summary.advice, "of advice"),
        (summary.unanswered, "rules that wait for an answer"),
        (summary.questions, "questions to answer"),
        (summary.upcoming, "upcoming: not yet in force"),
        (summary.waived, "waived"),
    ):
        rows.pair(count, what)
    rows.line()
    _path(rows, report)
    rows.line("Coverage", "section", 18)
    rows.cells("", "Market or sector", "Code", look="head")
    for one in (*report.coverage.jurisdictions, *report.coverage.sectors):
        checked = f"{one.name}: checked by {', '.join(one.rulesets)}" if one.rulesets else f"{one.name}: not checked"
        rows.cells("" if one.rulesets else "!", checked, one.code, look="text" if one.rulesets else "missing")
    rows.line()


def _path(rows: _Rows, report: Report) -> None:
    rows.line("Path to yes", "section", 18)
    if not report.path:
        rows.line("Nothing that the strategy says needs a cure.")
    else:
        heads = ("Step", "What to do", "Findings", "Usual owner", "Effort (estimate)", "By", "After it")
        rows.cells(*heads, look="head")
    for step in report.path:
        do = "\n".join((step.do, *(f"Also: {also}" for also in step.also)))
        rows.cells(step.number, do, step.findings, step.owner, step.effort, "\n".join(step.citations), after(step))
    waiting = len(blocking_questions(report))
    if waiting:
        rows.line(f"{plural(waiting, 'rule')} of launch-blocking weight {wait(waiting)} for an answer: see Questions.")
    rows.line()


assert set(_COLOURS) == set(SEVERITIES)
