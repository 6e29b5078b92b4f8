# SPDX-License-Identifier: Apache-2.0
"""A form as a Word document: a chapter a section, a table a thing, a row a question.

Needs python-docx: the extra ``govrules[documents]``. The field stands in front of its question as hidden text.
"""

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from govrules.forms.form import Filled, FormQuestion, FormSection, are_these_all
from govrules.output.presentation.words import owner_in_sentence
from govrules.source.errors import InputError, Problem
from govrules.source.office import VERSION, read_packed

_FORM = "govrules form "
_ELEMENTS = 4  # tables of a list
_MARK = "§"
_QUESTION = re.compile(rf"([^{_MARK}]*){_MARK}([^{_MARK}]+){_MARK}(\d{{1,9}})")


def written(sections: Sequence[FormSection], known: dict[tuple[str, ...], str]) -> bytes:
    """The document; ``known`` are answers that stand in it from the start."""
    document = _package().Document()
    document.core_properties.comments = _FORM + VERSION
    document.add_heading("Questions on a social media strategy", 0)
    document.add_paragraph("Answer what you know in the right column. What is left blank counts as not known.")
    for section in sections:
        document.add_heading(section.title, 1)
        for number in range(_ELEMENTS if section.many else 1):
            _table(document, section, section.questions, number, known)
            document.add_paragraph()
        if section.many:
            _table(document, section, (are_these_all(section),), 0, known)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(
    document: Any, section: FormSection, questions: Sequence[FormQuestion], number: int, known: dict[Any, str]
) -> None:
    table = document.add_table(0, 2, style="Table Grid")
    for question in questions:
        cells = table.add_row().cells
        paragraph = cells[0].paragraphs[0]
        field = paragraph.add_run(_MARK.join((".".join(section.names), ".".join(question.names), str(number))))
        field.font.hidden = True
        paragraph.add_run(question.text).bold = True
        owner = f" Usually {owner_in_sentence(question.owner)} knows." if question.owner else ""
        cells[0].add_paragraph(f"Answer: {question.how}.{owner}")
        if number == 0 and question.names in known:
            cells[1].text = known[question.names]


def read(path: Path) -> list[Filled | Problem]:
    """What was filled in, or what is wrong with it, row by row. Raises InputError where it is no form."""
    return read_packed(path, lambda raw: list(_rows(_package().Document(raw), path)))


def _rows(document: Any, path: Path) -> Iterator[Filled | Problem]:
    version = str(document.core_properties.comments or "")
    if not version.startswith(_FORM):
        raise InputError.of(f"{path}: this document is not a govrules form", "write one: govrules init --format docx")
    if version != _FORM + VERSION:
        hint = "write a new one: govrules init --format docx"
        raise InputError.of(f"{path}: this form is of version {version.removeprefix(_FORM)}; {VERSION} is read", hint)
    for number, table in enumerate(document.tables, start=1):
        for row_number, row in enumerate(table.rows, start=1):
            place = f"{path.name}, table {number}, row {row_number}"
            if len(row.cells) < 2:
                continue
            hidden = (run.text for run in row.cells[0].paragraphs[0].runs if run.font.hidden)
            marks = [found for found in map(_QUESTION.fullmatch, hidden) if found]
            answer = row.cells[1].text.strip()
            if not answer:
                continue
            if row.cells[0]._tc is row.cells[1]._tc:
                yield Problem(f"{place}: question and answer are merged", hint="split the cells")
            elif len(marks) != 1:
                yield Problem(
                    f"{place}: this answer stands in a row without a question", hint="move it to its question"
                )
            else:
                section, names, element = marks[0].groups()
                yield Filled(
                    tuple(filter(None, section.split("."))), tuple(names.split(".")), int(element), answer, place
                )


def _package() -> Any:
    try:
        import docx
    except ImportError:
        raise InputError.of("Word forms need the package python-docx", "pip install 'govrules[documents]'") from None
    return docx
