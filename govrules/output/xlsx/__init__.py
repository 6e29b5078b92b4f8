# SPDX-License-Identifier: Apache-2.0
"""The report as a workbook: a summary, the risk register with one row a finding, and the questions.

Text from a document is only ever text: a cell never holds a formula or a link. The same reports give the same bytes.
"""

import io
from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.report import paper
from govrules.output.xlsx.book import MADE, Book
from govrules.output.xlsx.questions import question_sheet
from govrules.output.xlsx.register import STATUSES, register
from govrules.output.xlsx.summary import summary_sheet

__all__ = ["FORMAT", "STATUSES", "render"]


def render(reports: Sequence[Report], options: Options = OPTIONS) -> bytes:
    """Write the reports as one workbook."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": "Risk register", "created": MADE})
    book = Book(workbook, "letter" if all(paper(report) == "letter" for report in reports) else "A4")
    summary_sheet(book, reports)
    register(book, reports)
    question_sheet(book, reports)
    workbook.close()
    return stream.getvalue()


FORMAT = Format("xlsx", "xlsx", render, kind="binary", extra="xlsx", packages=("xlsxwriter",))
