# SPDX-License-Identifier: Apache-2.0
"""What documents say of a question stands beside it, fills in nothing by itself, and is kept as evidence."""

import zipfile

import docx
import pptx
import pypdf
import pytest
from command_line import called

from govrules.documents import Library, read_document
from govrules.source import InputError

ARCHIVE = "governance.records.archive_enabled"
WORDS = "We keep every post, edit and comment for six years in the archive."
ASKED = "Are posts, edits, replies, approvals and ads archived?"
STRATEGY = """\
title: Plan
organisation: {name: Harbour Bank, sectors: [bank], established_in: [US], staff_in: [US]}
markets: [US]
governance: {records: {archive_enabled: true}}
"""


@pytest.fixture
def policy(tmp_path):
    """A policy in Word."""
    document = docx.Document()
    document.add_heading("Social media policy", 1)
    document.add_paragraph("This policy binds all staff of Harbour Bank.")
    document.add_heading("Records", 2)
    document.add_paragraph(WORDS)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Replies", "Comments get a reply within four hours."
    document.save(tmp_path / "policy.docx")
    return tmp_path / "policy.docx"


def test_the_passage_that_speaks_of_a_question_comes_first(policy):
    library = Library([read_document(policy)])
    (first, *_) = library.about(ASKED)
    assert (first.document, first.stretch.text, first.stretch.where) == ("policy.docx", WORDS, "under “Records”")
    assert library.about("Which exchange lists the shares?") == []


def test_slides_and_markdown_say_where_a_passage_stands(tmp_path):
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text = "Governance", "Posts and edits are archived for six years."
    deck.save(tmp_path / "deck.pptx")
    (tmp_path / "notes.md").write_text("# Notes\n\n## Archive\n\nPosts and edits\nare archived by a tool.\n")
    library = Library(map(read_document, [tmp_path / "deck.pptx", tmp_path / "notes.md"]))
    found = {(one.document, one.stretch.where) for one in library.about(ASKED)}
    assert found == {("deck.pptx", "slide 1"), ("notes.md", "line 5 under “Archive”")}


def test_a_quote_is_kept_beside_its_answer_and_reports_show_it(policy, tmp_path):
    (tmp_path / "s.yaml").write_text(STRATEGY.replace("true", "false"))
    done = called("ask", "s.yaml", "--from", policy.name, "--quote", f"{ARCHIVE}={WORDS}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = called("check", "s.yaml", "--fail-on", "never", cwd=tmp_path).stdout
    assert f"{ARCHIVE}: no; “{WORDS}” (policy.docx, under “Records”)" in " ".join(report.split())


def test_words_that_do_not_stand_there_are_refused_and_nothing_is_written(policy, tmp_path):
    (tmp_path / "s.yaml").write_text(STRATEGY)
    wrong = f"{ARCHIVE}=We keep every post for ten years in the archive."
    done = called("ask", "s.yaml", "--from", policy.name, "--quote", wrong, cwd=tmp_path)
    assert done.returncode == 2
    assert "the quote does not stand in policy.docx, word for word" in done.stderr
    assert (tmp_path / "s.yaml").read_text() == STRATEGY


def test_a_question_comes_with_its_passages_and_answers_itself_nothing(policy, tmp_path):
    (tmp_path / "s.yaml").write_text(STRATEGY)
    done = called("ask", "s.yaml", "--next", "--format", "json", "--from", policy.name, cwd=tmp_path)
    assert '"passages": [' in done.stdout
    assert (tmp_path / "s.yaml").read_text() == STRATEGY


def test_a_passage_about_no_field_of_the_document_is_refused(tmp_path):
    wrong = "passages: [{field: governance.recods, quote: W, document: D}]\n"
    (tmp_path / "s.yaml").write_text(STRATEGY + wrong)
    done = called("check", "s.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "s.yaml:5:20: 'passages[1].field' names 'governance.recods'" in done.stderr
    assert "did you mean 'records'?" in done.stderr


def _bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "")
        with packed.open("word/document.xml", "w") as stream:
            for _ in range(210):
                stream.write(bytes(1_000_000))


def _macros(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/vbaProject.bin", "")


def _wordy(path):
    """Half a million empty paragraphs: little to store, much to read."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", "<w:p></w:p>" * 500_000)


def _broken_inside(path):
    """A table whose first row continues the one above it, which python-docx finds out when it reads that row."""
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell._tc.get_or_add_tcPr().get_or_add_vMerge()
    document.save(path)


def _scanned(path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)


def _locked(path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    writer.write(path)


@pytest.mark.parametrize(
    ("name", "write", "message"),
    [
        ("bomb.docx", _bomb, "it unpacks to more than 200 MB"),
        ("wordy.docx", _wordy, "it holds more than 5 MB of text and marks"),
        ("inside.docx", _broken_inside, "the file cannot be read"),
        ("macros.docx", _macros, "the file holds macros"),
        ("old.docx", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0 an encrypted file"), "it asks for a password"),
        ("empty.docx", lambda path: zipfile.ZipFile(path, "w").close(), "the file cannot be read"),
        ("scan.pdf", _scanned, "there is no text in it; it may hold scanned pages"),
        ("locked.pdf", _locked, "the file asks for a password"),
        ("broken.pdf", lambda path: path.write_bytes(b"%PDF-1.7\nnothing"), "the file is not a sound PDF"),
        ("latin.txt", lambda path: path.write_bytes(b"caf\xe9 for everybody"), "the file is not UTF-8"),
        ("sheet.xls", lambda path: path.write_bytes(b"x"), "'.xls' files are not read"),
        ("gone.docx", lambda path: None, "there is no such file"),
    ],
)
def test_what_cannot_be_read_gets_one_clear_message(tmp_path, name, write, message):
    write(tmp_path / name)
    with pytest.raises(InputError, match=message) as raised:
        read_document(tmp_path / name)
    assert len(raised.value.problems) == 1
    assert raised.value.problems[0].hint
