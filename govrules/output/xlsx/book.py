# SPDX-License-Identifier: Apache-2.0
"""The workbook, the looks of its cells, and sheets that are tables."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from govrules.assessment.location import Location
from govrules.output.presentation.escaping import opens_formula, safe
from govrules.output.presentation.evidence import where

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# A workbook carries the day on which it was made; this one is the same every time.
MADE = datetime(2000, 1, 1)
_PAPERS: Mapping[tuple[str, bool], int] = {("A4", False): 9, ("A4", True): 8, ("letter", False): 1, ("letter", True): 3}
"""What Excel calls a paper, by its name and whether it is of twice the size: A4, A3, Letter, Tabloid."""
_LONGEST = 32_767  # characters of a cell
_LINE = 13.5  # points
_TALLEST = 400.0  # points; a row cannot be higher than 409


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, its width in characters, and how it looks."""

    heading: str
    width: int
    look: str = "text"


class Book:
    """The workbook and its looks."""

    def __init__(self, workbook: "Workbook", paper: Literal["A4", "letter"]) -> None:
        """Make the looks; ``paper`` is that on which the sheets are printed."""
        self.workbook, self.paper = workbook, paper
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
            "missing": cell | {"bold": True, "font_color": "#7A4A00"},
            "warning": cell | {"bold": True, "font_color": "#7A4A00", "align": "center"},
        }
        self.looks = {name: workbook.add_format(look) for name, look in looks.items()}
        # Begins with a sign that opens a formula when someone edits the cell: marked as text.
        self.quoted = {name: workbook.add_format(look | {"quote_prefix": True}) for name, look in looks.items()}

    def write(self, sheet: "Worksheet", row: int, column: int, value: str | int | date | None, look: str) -> None:
        """Write a value; text is never taken for anything else."""
        if isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.looks[look])
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.looks[look])
        elif value:
            text = safe(value)
            looks = self.quoted if opens_formula(text) else self.looks
            sheet.write_string(row, column, text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", looks[look])
        else:
            sheet.write_blank(row, column, None, self.looks[look])

    def sheet(self, name: str, *, large: bool = False, pages_wide: int = 1) -> "Worksheet":
        """Add a sheet that prints well."""
        sheet = self.workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(_PAPERS[self.paper, large])
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(pages_wide, 0)
        sheet.set_footer("&L&8&A&R&8&P / &N")
        return sheet

    def table(self, sheet: "Worksheet", columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> None:
        """Write a whole sheet of rows with filters and a header that stays."""
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
            self.write(sheet, 0, index, column.heading, "head")
        sheet.set_row(0, 30)
        sheet.repeat_rows(0)
        for row, values in enumerate(rows, 1):
            sheet.set_row(row, height(values, [column.width for column in columns]))
            for index, (column, value) in enumerate(zip(columns, values, strict=True)):
                self.write(sheet, row, index, value, column.look)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def height(values: Sequence[Any], widths: Sequence[int]) -> float:
    """The height at which every text of a row is seen whole: not every program finds it by itself."""
    lines = 1
    for value, width in zip(values, widths, strict=False):
        if isinstance(value, str):
            room = max(width - 2, 1)
            lines = max(lines, sum(max(1, math.ceil(len(line) / room)) for line in value.split("\n")))
    return min(lines * _LINE + 2, _TALLEST)


def place(location: Location | None) -> str | None:
    """A place in a cell; an empty one where there is none."""
    return where(location) if location else None
