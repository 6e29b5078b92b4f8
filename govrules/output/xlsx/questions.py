# SPDX-License-Identifier: Apache-2.0
"""The open questions, with room for the answers."""

from collections.abc import Sequence

from govrules.assessment.report import Question, Report
from govrules.output.xlsx.book import Book, Column, place
from govrules.strategy.choices import to_type


def question_sheet(book: Book, reports: Sequence[Report]) -> None:
    """Write the sheet."""
    columns = (
        *((Column("Strategy", 22),) if len(reports) > 1 else ()),
        Column("Question", 52),
        Column("Field", 34, "code"),
        Column("Unit", 14),
        Column("Choices", 30),
        Column("Asked of", 30),
        Column("Severity", 12),
        Column("Decides", 18),
        Column("Waiting rules", 36, "code"),
        Column("Place", 26),
        Column("Answer", 40, "input"),
        Column("Answered by", 18, "input"),
    )
    rows = [
        [*((report.title,) if len(reports) > 1 else ()), *_question(question)]
        for report in reports
        for question in report.questions
    ]
    sheet = book.sheet("Questions", large=True)
    book.table(sheet, columns, rows)
    sheet.freeze_panes(1, 0)


def _question(question: Question) -> list[str | None]:
    return [
        question.text,
        question.field,
        question.unit,
        to_type(question.choices),
        ", ".join(question.asked_of),
        question.severity,
        "whether rules apply" if question.screening else "whether rules are met",
        "\n".join(question.rules),
        place(question.location),
        None,
        None,
    ]
