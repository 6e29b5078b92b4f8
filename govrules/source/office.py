# SPDX-License-Identifier: Apache-2.0
"""Files of Excel, Word and PowerPoint before a package opens them: what they are, how large they get, no macros; and
the marks by which govrules knows its own."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from govrules.source.errors import InputError
from govrules.source.read import read_bytes

VERSION = "1"
"""The version of what is written to be filled in and read back; another is not read."""
META = "govrules"
"""The hidden sheet of a workbook that says what it is (a form or a report), and its version."""
REPORT = "report"
"""What stands there for a report."""
_LARGEST = 30_000_000  # bytes of a file
_UNPACKED = 200_000_000  # bytes of what it holds: pictures, mostly
_TEXT = 5_000_000  # bytes of XML in it: a package makes many times as much of them
_Read = TypeVar("_Read")


def read_packed(path: Path, reader: Callable[[io.BytesIO], _Read]) -> _Read:
    """What ``reader`` makes of the file. It reads all that is wanted, for a package finds some faults only then.

    Raises InputError where the file is none of these, too large, locked, broken or has macros.
    """
    raw = read_bytes(str(path), _LARGEST)
    if len(raw) > _LARGEST:
        raise InputError.of(f"{path}: the file is larger than {_LARGEST // 1_000_000} MB", "save it without pictures")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            entries = packed.infolist()
    except zipfile.BadZipFile:
        hint = f"save it as {path.suffix}, without a password"
        raise InputError.of(f"{path}: this is not a {path.suffix} file, or it asks for a password", hint) from None
    if sum(one.file_size for one in entries) > _UNPACKED:
        hint = "save it without pictures"
        raise InputError.of(f"{path}: it unpacks to more than {_UNPACKED // 1_000_000} MB", hint)
    if sum(one.file_size for one in entries if one.filename.lower().endswith((".xml", ".rels"))) > _TEXT:
        raise InputError.of(f"{path}: it holds more than {_TEXT // 1_000_000} MB of text and marks", "split it")
    if any("vbaProject" in one.filename for one in entries):
        raise InputError.of(f"{path}: the file holds macros", "save it without macros")
    try:
        return reader(io.BytesIO(raw))
    except InputError:
        raise
    except Exception as error:  # Whatever a package makes of a broken file.
        raise InputError.of(f"{path}: the file cannot be read ({error})", "open it and save it anew") from None
