# SPDX-License-Identifier: Apache-2.0
"""A form as an Excel workbook: a sheet a section, a column an element of a list, dropdowns for choices.

Needs openpyxl: the extra ``govrules[xlsx]``. The first column holds the fields and is hidden, as is the sheet that says
which version of forms this is. The sheet of questions of a report is read like a form.
"""

import io
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from govrules.forms.form import ALL, Filled, FormQuestion, FormSection, are_these_all
from govrules.output.presentation.words import owner_in_sentence
from govrules.source.errors import InputError, Problem
from govrules.source.office import META, REPORT, VERSION, read_packed
from govrules.strategy.choices import in_words

_ELEMENTS = 8  # columns of a list
_FIRST = 4  # the first column of answers: after field, question and how to answer
_ROWS, _COLUMNS = 5_000, 200
_TRUTH = {"=TRUE()": True, "=FALSE()": False}  # how LibreOffice keeps a truth in a cell that is formatted as text
_DROPDOWN = 250  # characters of the choices in a dropdown, which Excel bounds
_TITLE = 31  # characters of a sheet's name, which Excel bounds


def written(sections: Sequence[FormSection], known: dict[tuple[str, ...], str]) -> bytes:
    """The workbook; ``known`` are answers that stand in it from the start."""
    openpyxl = _package()
    book = openpyxl.Workbook()
    book.remove(book.active)
    for section in sections:
        _sheet(book, section, known)
    meta = book.create_sheet(META)
    meta.append(["form", VERSION])
    meta.sheet_state = "veryHidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet(book: Any, section: FormSection, known: dict[tuple[str, ...], str]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = book.create_sheet(section.title[:_TITLE])
    columns = _ELEMENTS if section.many else 1
    heads = [f"Answer {number + 1}" if section.many else "Answer" for number in range(columns)]
    sheet.append([".".join(section.names), "Question", "How to answer", *heads, "Who usually knows", "Note"])
    wrapped = Alignment(wrap_text=True, vertical="top")
    blank = PatternFill("solid", fgColor="FFF8E1")
    for question in _rows(section):
        sheet.append([".".join(question.names), question.text, question.how])
        row = sheet.max_row
        cells = [sheet.cell(row, _FIRST + column) for column in range(1 if question.names[-1] == ALL else columns)]
        for cell in cells:
            cell.fill, cell.protection, cell.number_format = blank, Protection(locked=False), "@"
        cells[0].value = known.get(question.names)
        sheet.cell(row, _FIRST + columns).value = owner_in_sentence(question.owner) if question.owner else None
        listed = ",".join(map(in_words, question.choices))
        if listed and not question.many and len(listed) <= _DROPDOWN and '"' not in listed:
            choice = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
            sheet.add_data_validation(choice)
            for cell in cells:
                choice.add(cell)
        for cell in sheet[row]:
            cell.alignment = wrapped
    for cell in sheet[1]:
        cell.font, cell.alignment = Font(bold=True), wrapped
    sheet.column_dimensions["A"].hidden = True
    sheet.column_dimensions["B"].width, sheet.column_dimensions["C"].width = 60, 36
    for column in range(_FIRST, _FIRST + columns + 2):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 26
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = sheet.cell(2, _FIRST)


def _rows(section: FormSection) -> Iterator[FormQuestion]:
    yield from section.questions
    if section.many:
        yield are_these_all(section)


def read(path: Path) -> list[Filled | Problem]:
    """What was filled in, or what is wrong with it, cell by cell. Raises InputError where it is no form."""
    return read_packed(path, lambda raw: list(_cells(_package().load_workbook(raw), path)))


def _cells(book: Any, path: Path) -> Iterator[Filled | Problem]:
    if META not in book.sheetnames:
        raise InputError.of(f"{path}: this workbook is not a govrules form", "write one: govrules init --format xlsx")
    version = str(book[META].cell(1, 2).value)
    if version != VERSION:
        hint = "write a new one: govrules init --format xlsx"
        raise InputError.of(f"{path}: this form is of version {version}, and {VERSION} is read", hint)
    if book[META].cell(1, 1).value == REPORT:
        yield from _answers(book, path.name)
        return
    for sheet in book.worksheets:
        if sheet.title != META:
            yield from _filled(sheet, path.name)


def _filled(sheet: Any, file: str) -> Iterator[Filled | Problem]:
    heads, merged = _heads(sheet, file), _merged(sheet)
    section = _names(sheet.cell(1, 1).value)
    columns = [index for index, head in enumerate(heads, start=1) if str(head or "").startswith("Answer")]
    for row in sheet.iter_rows(min_row=2):
        names = _names(row[0].value)
        for element, column in enumerate(columns):
            if column <= len(row):
                yield from _read(row[column - 1], sheet, file, merged, Filled(section, names, element, None, ""))


def _answers(book: Any, file: str) -> Iterator[Filled | Problem]:
    """What was answered in the sheet of questions of a report. An answer is about all that its row names."""
    found = [(sheet, _heads(sheet, file)) for sheet in book.worksheets if sheet.title != META]
    asking = [(sheet, heads) for sheet, heads in found if {"Field", "Asked of", "Answer"} <= set(heads)]
    if not asking:
        hint = "write the report anew: govrules check STRATEGY --format xlsx"
        raise InputError.of(f"{file}: the sheet of questions is gone from this report", hint)
    sheet, heads = asking[0]
    if "Strategy" in heads:
        hint = "write one for each: govrules check STRATEGY --format xlsx"
        raise InputError.of(f"{file}: this report is about several strategies", hint)
    merged = _merged(sheet)
    field, of, answer = (heads.index(head) for head in ("Field", "Asked of", "Answer"))
    for row in sheet.iter_rows(min_row=2):
        called = tuple(line.strip() for line in str(row[of].value or "").splitlines() if line.strip())
        yield from _read(row[answer], sheet, file, merged, Filled((), _names(row[field].value), None, None, "", called))


def _read(
    cell: Any, sheet: Any, file: str, merged: Collection[tuple[int, int]], question: Filled
) -> Iterator[Filled | Problem]:
    """What stands in a cell as the answer to a question, or why it can't be one."""
    place = f"{file}, {sheet.title}!{cell.coordinate}"
    if (cell.row, cell.column) in merged:
        if question.names or cell.value is not None:
            yield _wrong(place, "this cell is merged with others", "split it: each answer has a cell of its own")
        return
    if cell.value is None or not str(cell.value).strip():
        return
    value = _TRUTH.get(str(cell.value), cell.value)
    if value is cell.value and (cell.data_type == "f" or str(cell.value).startswith("=")):
        yield _wrong(place, "this is a formula, which is never evaluated", "write what it comes to")
    elif sheet.row_dimensions[cell.row].hidden or sheet.column_dimensions[cell.column_letter].hidden:
        yield _wrong(place, "this answer is in a hidden row or column", "show it, or delete it")
    elif not question.names:
        yield _wrong(place, "this answer stands in a row without a question", "move it to its question")
    else:
        yield replace(question, value=value, place=place)


def _heads(sheet: Any, file: str) -> list[Any]:
    """What the columns of a sheet are called; refuses one that is larger than any form."""
    if sheet.max_row > _ROWS or sheet.max_column > _COLUMNS:
        raise InputError.of(f"{file}: the sheet {sheet.title} is larger than a form is", "delete what lies beside it")
    return [cell.value for cell in sheet[1]]


def _merged(sheet: Any) -> Collection[tuple[int, int]]:
    return {cell for area in sheet.merged_cells.ranges for cell in area.cells}


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(value).split(".")) if value else ()


def _wrong(place: str, message: str, hint: str) -> Problem:
    return Problem(f"{place}: {message}", hint=hint)


def _package() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise InputError.of("Excel forms need the package openpyxl", "pip install 'govrules[xlsx]'") from None
    return openpyxl
