# SPDX-License-Identifier: Apache-2.0
"""Fuzzing of what reads the files of office programs: filled-in forms, and documents that answers are taken from."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mangling import mangled, repacked
from test_readers import read_or_refused

from govrules.documents import read_document
from govrules.forms import docx as word_forms
from govrules.forms import xlsx as excel_forms
from govrules.forms.form import FormQuestion, FormSection
from govrules.forms.take import data_of_form
from govrules.strategy.fields import StrategyShapes

SECTIONS = (
    FormSection(
        "The document", (), False,
        (FormQuestion(("title",), "What is it called?", "a few words", (), False, None),),
    ),
    FormSection(
        "Channels", ("channels",), True,
        (
            FormQuestion(("channels", "name"), "Which?", "a few words", (), False, None),
            FormQuestion(("channels", "visibility"), "Who sees it?", "one", ("public", "private"), False, "legal"),
        ),
    ),
)  # fmt: skip
KNOWN = {("title",): "T", ("channels", "name"): "A", ("channels", "visibility"): "public"}
PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R
 /Resources <</Font <</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 50>> stream
BT /F1 12 Tf 9 99 Td (All posts are archived) Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
trailer <</Root 1 0 R /Size 6>>
startxref
0
%%EOF
"""


def _word() -> bytes:
    document, written = docx.Document(), io.BytesIO()
    document.add_heading("Records", 1)
    document.add_paragraph("All posts are archived.")
    document.add_table(1, 2).rows[0].cells[0].text = "Replies"
    document.save(written)
    return written.getvalue()


def _slides() -> bytes:
    deck, written = pptx.Presentation(), io.BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Records"
    slide.notes_slide.notes_text_frame.text = "All posts are archived."
    deck.save(written)
    return written.getvalue()


FORMS = {".xlsx": excel_forms.written(SECTIONS, KNOWN), ".docx": word_forms.written(SECTIONS, KNOWN)}
DOCUMENTS = {".docx": _word(), ".pptx": _slides(), ".pdf": PDF}


def form(suffix: str) -> Callable[[bytes, Path], None]:
    """A target that reads a form."""

    def read(raw: bytes, folder: Path) -> None:
        (folder / f"form{suffix}").write_bytes(raw)
        data_of_form(folder / f"form{suffix}", {}, _shapes())

    return read


def document(suffix: str) -> Callable[[bytes, Path], None]:
    """A target that reads a document from which answers are taken."""

    def read(raw: bytes, folder: Path) -> None:
        (folder / f"policy{suffix}").write_bytes(raw)
        read_document(folder / f"policy{suffix}")

    return read


@cache
def _shapes() -> StrategyShapes:
    return StrategyShapes()


@pytest.mark.parametrize("suffix", FORMS)
@given(data=st.data())
def test_whatever_a_form_holds_is_read_or_refused(suffix, data):
    read_or_refused(form(suffix), data.draw(repacked(FORMS[suffix])))


@pytest.mark.parametrize("suffix", DOCUMENTS)
@given(data=st.data())
def test_whatever_a_document_holds_is_read_or_refused(suffix, data):
    sound = DOCUMENTS[suffix]
    read_or_refused(document(suffix), data.draw(mangled(sound) if suffix == ".pdf" else repacked(sound)))


@pytest.mark.parametrize("suffix", FORMS)
def test_a_sound_form_is_read(suffix, tmp_path):
    form(suffix)(FORMS[suffix], tmp_path)


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_a_sound_document_is_read(suffix, tmp_path):
    document(suffix)(DOCUMENTS[suffix], tmp_path)
