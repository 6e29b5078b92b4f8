# SPDX-License-Identifier: Apache-2.0
"""Text of Word, PowerPoint, PDF, Markdown and plain files, in stretches that say where they stand.

Word and PowerPoint files need python-docx and python-pptx, PDF needs pypdf: the extra ``govrules[documents]``. Nothing
in a document is run, and no macro, link or picture is followed.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from govrules.source.errors import InputError
from govrules.source.office import read_packed
from govrules.source.read import read_bytes

_LARGEST = 30_000_000  # bytes of a file
_PAGES = 2_000
SHORTEST = 12
"""Characters of a quote; less stands anywhere."""
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+?) *#*$")


@dataclass(frozen=True)
class Stretch:
    """A paragraph, a row of a table, a page: ``where`` says page, slide, line or heading."""

    text: str
    where: str


@dataclass(frozen=True)
class OtherDocument:
    """A document that was read, under the name of its file."""

    name: str
    stretches: tuple[Stretch, ...]

    @cached_property
    def _whole(self) -> tuple[str, list[int]]:
        """All the text with single spaces, and where each stretch begins in it."""
        text, begins = "", []
        for stretch in self.stretches:
            begins.append(len(text))
            text += _spaced(stretch.text) + " "
        return text, begins

    def places_of(self, quote: str) -> list[str]:
        """Where a quote stands, word for word; line breaks and runs of spaces aside. Empty where it does not."""
        wanted = _spaced(quote)
        if len(wanted) < SHORTEST:
            return []
        text, begins = self._whole
        found, at = [], text.find(wanted)
        while at >= 0:
            found.append(self.stretches[sum(begin <= at for begin in begins) - 1].where)
            at = text.find(wanted, at + 1)
        return list(dict.fromkeys(found))


def read_document(path: Path) -> OtherDocument:
    """Read a document. Raises InputError where it cannot be read, or holds no text."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise _refused(path, f"'{path.suffix}' files are not read", f"save it as one of {', '.join(SUFFIXES)}")
    stretches = tuple(one for one in reader(path) if one.text.strip())
    if not stretches:
        raise _refused(path, "there is no text in it; it may hold scanned pages", "save it with its text recognised")
    return OtherDocument(path.name, stretches)


def _plain(path: Path) -> Iterator[Stretch]:
    try:
        text = _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(path, "the file is not UTF-8", "save it as UTF-8") from None
    under, begin, lines = "", 1, list[str]()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        heading = _HEADING.match(line) if path.suffix.lower() == ".md" else None
        if heading or not line.strip():
            if lines:
                yield Stretch("\n".join(lines), _under(f"line {begin}", under))
            lines = []
        if heading:
            under = heading["text"]
            yield Stretch(under, f"line {number}")
        elif line.strip():
            begin = begin if lines else number
            lines.append(line)


def _word(path: Path) -> Iterable[Stretch]:
    return read_packed(path, lambda raw: list(_of_word(_package("docx").Document(raw))))


def _of_word(document: Any) -> Iterator[Stretch]:
    # By id: to look up the style of each paragraph takes a millisecond.
    headings = {one.style_id for one in document.styles if str(one.name).startswith(("Heading", "Title"))}
    under = ""
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            yield from (Stretch(row, _under("a table", under)) for row in _rows(part))
            continue
        text = part.text
        if part._p.style in headings and text.strip():
            under = text.strip()
        yield Stretch(text, _under("", under))


def _slides(path: Path) -> Iterable[Stretch]:
    return read_packed(path, lambda raw: list(_of_slides(_package("pptx").Presentation(raw))))


def _of_slides(deck: Any) -> Iterator[Stretch]:
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield Stretch(shape.text_frame.text, f"slide {number}")
            elif shape.has_table:
                yield from (Stretch(row, f"slide {number}") for row in _rows(shape.table))
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            yield Stretch(slide.notes_slide.notes_text_frame.text, f"notes of slide {number}")


def _pdf(path: Path) -> Iterator[Stretch]:
    pypdf = _package("pypdf")
    raw = io.BytesIO(_bytes(path))
    try:
        reader = pypdf.PdfReader(raw)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused(path, "the file asks for a password", "save it without one")
        if len(reader.pages) > _PAGES:
            raise _refused(path, f"it has more than {_PAGES} pages", "split it")
        for number, page in enumerate(reader.pages, start=1):
            for block in re.split(r"\n\s*\n", page.extract_text()):
                yield Stretch(block, f"page {number}")
    except InputError:
        raise
    except Exception as error:  # Whatever the package makes of a broken file.
        raise _refused(path, f"the file is not a sound PDF ({error})", "open it and save it anew") from None


def _bytes(path: Path) -> bytes:
    raw = read_bytes(str(path), _LARGEST)
    if len(raw) > _LARGEST:
        raise _refused(path, f"the file is larger than {_LARGEST // 1_000_000} MB", "save it without pictures")
    return raw


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise InputError.of(f"such files are read by the package {name}", "pip install 'govrules[documents]'") from None


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        yield " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))


def _under(place: str, heading: str) -> str:
    return " ".join(filter(None, (place, f"under “{heading}”" if heading else ""))) or "the beginning"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _refused(path: Path, message: str, hint: str) -> InputError:
    return InputError.of(f"{path}: {message}", hint)


_READERS: dict[str, Callable[[Path], Iterable[Stretch]]] = {
    ".docx": _word,
    ".pptx": _slides,
    ".pdf": _pdf,
    ".md": _plain,
    ".txt": _plain,
}
SUFFIXES = tuple(_READERS)
"""The ends of the names of files that can be read."""
