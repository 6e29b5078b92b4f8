# SPDX-License-Identifier: Apache-2.0
"""Writes what a command makes: to files, whole or not at all, or to standard output."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO

import click

from govrules.source.errors import InputError

STANDARD_OUTPUT = Path("-")
_BLOCK = 1_000_000


def write_out(output: Path | None, content: str | bytes) -> None:
    """Write to the file that :func:`output_option` named, or else (``-`` says so, too) to standard output, as bytes:
    neither the locale nor the platform changes what is written."""
    if output is not None and output != STANDARD_OUTPUT:
        write_file(output, content, overwrite=True)
    else:
        click.echo(content.encode() if isinstance(content, str) else content, nl=False)


def write_file(path: Path, content: str | bytes, *, overwrite: bool) -> None:
    """Write a file whole or not at all; an existing one is kept unless it may be overwritten."""
    write_files({path: content}, overwrite=overwrite)


def write_files(contents: Mapping[Path, str | bytes], *, overwrite: bool) -> None:
    """Write files whole, and all of them or none, into folders that are made where they are not there.

    Existing files are kept unless they may be overwritten; one that is keeps its mode, and a link to it stays. What is
    no regular file, such as a pipe, is written to.
    """
    staged: dict[Path, str] = {}
    direct: dict[Path, bytes] = {}
    try:
        for path, content in contents.items():
            data = content.encode() if isinstance(content, str) else content
            try:
                if not overwrite and os.path.lexists(path):
                    raise InputError.of(f"{path} already exists", "name another file; nothing was written")
                if path.is_dir():
                    raise InputError.of(f"{path} is a folder", "name a file; nothing was written")
                if path.exists() and not path.is_file():
                    direct[path] = data
                else:
                    place = Path(os.path.realpath(path))
                    staged[place] = _staged(place, data)
            except (OSError, ValueError) as error:  # ValueError: a NUL in the name
                message = f"{path} cannot be written: {getattr(error, 'strerror', None) or error}"
                raise InputError.of(message, "check the path; nothing was written") from None
        for place in (*staged, *direct):
            try:
                if place in direct:
                    _write_to(place, direct[place])
                else:
                    _put(staged[place], place)
            except OSError as error:
                message = f"{place} cannot be written: {error.strerror}"
                raise InputError.of(message, "check the path") from None
            staged.pop(place, None)
    finally:
        for name in staged.values():
            os.unlink(name)


@contextlib.contextmanager
def written_whole(path: Path | None) -> Iterator[BinaryIO]:
    """A stream to a file that takes its place, or to standard output where it is printed, once all is written: nothing
    is, where an exception ends it or nothing was written. For what is too much to be held in memory."""
    place = None if path is None or path == STANDARD_OUTPUT else Path(os.path.realpath(path))
    if place is None or (place.exists() and not place.is_file()):
        with tempfile.TemporaryFile() as stream:
            yield stream
            stream.seek(0)
            if place is None:
                for block in iter(partial(stream.read, _BLOCK), b""):
                    click.echo(block, nl=False)
            else:
                with contextlib.suppress(BrokenPipeError), place.open("wb") as device:
                    shutil.copyfileobj(stream, device)
        return
    try:
        descriptor, name = _begun(place)
    except OSError as error:
        raise InputError.of(f"{path} cannot be written: {error.strerror}", "check the path") from None
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            written = stream.tell()
        if written:
            _put(name, place)
    finally:
        Path(name).unlink(missing_ok=True)


def _staged(place: Path, data: bytes) -> str:
    """Write a file beside the place where it is to be; its path."""
    descriptor, name = _begun(place)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
    except OSError:
        os.unlink(name)
        raise
    return name


def _begun(place: Path) -> tuple[int, str]:
    """Begin a file beside the place where it is to be, with its mode."""
    place.parent.mkdir(parents=True, exist_ok=True)
    mask = os.umask(0)
    os.umask(mask)
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~mask
    descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:40]}.")
    os.chmod(name, mode)
    return descriptor, name


def _put(name: str, place: Path) -> None:
    """Move what was written beside a file to its place."""
    try:
        os.replace(name, place)
    except OSError as error:
        # A file that is mounted by itself, as into a container, can be written to and not replaced.
        if error.errno != errno.EBUSY:
            raise
        place.write_bytes(Path(name).read_bytes())
        os.unlink(name)


def _write_to(device: Path, data: bytes) -> None:
    """Write to a pipe or device; a reader that has enough may go."""
    with contextlib.suppress(BrokenPipeError):
        device.write_bytes(data)
