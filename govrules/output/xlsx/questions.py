# SPDX-License-Identifier: Apache-2.0
"""The open questions, with room for the answers: `govrules import` reads them back."""

from collections import Counter
from collections.abc import Iterator, Sequence

from govrules.assessment.report import AskedField, Question, Report
from govrules.output.presentation.words import owner
from govrules.output.xlsx.book import Book, Column, place
from govrules.ruleset.model import WEIGHTS, Owner
from govrules.source.office import META, REPORT, VERSION
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
        Column("Who usually knows", 18),
        Column("Answer", 40, "input"),
        Column("Note", 30, "input"),
    )
    rows = [
        [*((report.title,) if len(reports) > 1 else ()), *row]
        for report in reports
        for question in report.questions
        for row in _rows(question, report)
    ]
    sheet = book.sheet("Questions", large=True)
    book.table(sheet, columns, rows)
    sheet.freeze_panes(1, 0)
    # By this, `govrules import` knows what it reads.
    meta = book.workbook.add_worksheet(META)
    meta.write_row(0, 0, (REPORT, VERSION))
    meta.very_hidden()


def _rows(question: Question, report: Report) -> Iterator[list[str | None]]:
    """A row for each field: where one of several answers is enough, each way has its own."""
    knows = owner(_owner(question, report))
    ways: Sequence[Sequence[Question | AskedField]] = question.ways or ((question,),)
    for way, fields in enumerate(ways, start=1):
        for one in fields:
            yield [
                f"{one.text} (one of {len(question.ways)} ways: number {way})" if question.ways else one.text,
                one.field,
                one.unit,
                to_type(one.choices),
                "\n".join(question.asked_of),
                question.severity,
                "whether rules apply" if question.screening else "whether rules are met",
                "\n".join(question.rules),
                place(question.location),
                knows,
                None,
                None,
            ]


def _owner(question: Question, report: Report) -> Owner:
    """Who usually knows the answer: whoever usually cures most of what waits for it, by weight."""
    weights: Counter[Owner] = Counter()
    for name in question.rules:
        weights[report.rules[name].remedy.owner] += WEIGHTS[report.rules[name].severity]
    return weights.most_common(1)[0][0]
