# SPDX-License-Identifier: Apache-2.0
"""``--format xlsx``: the risk register as risk teams keep it."""

import io
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from command_line import Run
from hostile import HOSTILE
from openpyxl import Workbook, load_workbook

from govrules import InputError, Report
from govrules.output.formats import format_named
from govrules.output.xlsx import STATUSES, render


@pytest.fixture
def book(report: Report) -> Workbook:
    return load_workbook(io.BytesIO(render([report])))


def rows(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    head, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def column(book: Workbook, sheet: str, heading: str) -> str:
    return next(cell.column_letter for cell in book[sheet][1] if cell.value == heading)


def test_the_summary_comes_first_and_the_lists_are_hidden(book: Workbook) -> None:
    assert [(name, book[name].sheet_state) for name in book.sheetnames] == [
        ("Summary", "visible"),
        ("Register", "visible"),
        ("Lists", "hidden"),
        ("Questions", "visible"),
        ("govrules", "veryHidden"),
    ]


def test_there_is_one_row_for_each_thing_that_falls_short(book: Workbook) -> None:
    found = rows(book, "Register")
    assert [(row["Rules"], row["Verdict"]) for row in found] == [("us-archive", "Gap"), ("gb-coming", "Upcoming")]
    first = found[0]
    assert first["Subject"].splitlines()[1:] == ["Second", "channels[3]", "channels[4]"]
    assert first["Severity"] == "major"
    assert first["Citations"] == "Code us-archive · Authority · since 2020-01-01 · required"
    assert first["Place"].splitlines() == ["plan.yaml:11", "plan.yaml:12", "plan.yaml:13", "plan.yaml:14"]
    assert first["Remedy"] == "Cure us-archive."
    assert (first["Owner"], first["Effort (estimate)"], first["Status"]) == ("Legal", "days", "open")
    assert first["Due"] is None
    assert first["Comment"] is None


def test_ids_are_unique(book: Workbook) -> None:
    ids = [row["Id"] for row in rows(book, "Register")]
    assert len(set(ids)) == len(ids)


def test_the_header_stays_and_every_column_filters(book: Workbook) -> None:
    sheet = book["Register"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"


def test_status_and_owner_are_chosen_from_lists(book: Workbook) -> None:
    sheet, lists = book["Register"], book["Lists"]
    rules = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule for rule in sheet.data_validations.dataValidation}
    status, owner = rules[column(book, "Register", "Status")], rules[column(book, "Register", "Owner")]
    assert (status.type, status.errorStyle or "stop") == ("list", "stop")
    assert (owner.type, owner.errorStyle) == ("list", "warning")
    area = re.sub(r"\$|Lists!|=", "", status.formula1)
    assert tuple(cell.value for (cell,) in lists[area]) == STATUSES
    assert rules[column(book, "Register", "Due")].type == "date"


def test_no_cell_is_a_formula_or_a_link(report: Report) -> None:
    content = render([report])
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith(HOSTILE) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "-", "@")))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]


def test_a_text_longer_than_a_cell_is_cut(report: Report) -> None:
    long = replace(report, findings=tuple(replace(one, message="x" * 40_000) for one in report.findings))
    book = load_workbook(io.BytesIO(render([long])))
    assert len(rows(book, "Register")[0]["Finding"]) == 32_767


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render([report]) == render([report])


def test_several_strategies_share_one_register(report: Report) -> None:
    book = load_workbook(io.BytesIO(render([report, report])))
    assert len(rows(book, "Register")) == 2 * len(rows(load_workbook(io.BytesIO(render([report]))), "Register"))
    assert rows(book, "Register")[0]["Strategy"] == "A plan"


def test_the_questions_have_room_for_answers(book: Workbook) -> None:
    asked = rows(book, "Questions")
    assert [(row["Field"], row["Severity"], row["Who usually knows"], row["Answer"], row["Note"]) for row in asked] == [
        ("channels.approval.recorded", "minor", "Legal", None, None)
    ]


def test_the_summary_gives_verdict_numbers_path_and_coverage(book: Workbook) -> None:
    said = " ".join(str(value) for row in book["Summary"].iter_rows(values_only=True) for value in row if value)
    for expected in (
        "Yes, once one thing is done (days).",
        "not legal advice",
        "Cure us-archive.",
        "Things to do before launch",
        "of 3 applicable rules are met",
        "Not checked",
        "Coverage",
    ):
        assert expected in said


def test_without_the_library_one_line_says_what_to_install(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(InputError, match=r"needs the package xlsxwriter \(pip install 'govrules\[xlsx\]'\)"):
        format_named("xlsx").write([report])


def test_a_workbook_is_not_written_to_the_terminal(govrules: Run, folder: Path) -> None:
    done = govrules("check", "plan.yaml", "--format", "xlsx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--output" in done.stderr
    done = govrules("check", "plan.yaml", "--format", "xlsx", "--output", "register.xlsx")
    assert done.returncode == 1
    assert zipfile.is_zipfile(folder / "register.xlsx")
