# SPDX-License-Identifier: Apache-2.0
"""Writes pages into a folder that belongs to them. It touches nothing that it did not write, and nothing outside."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from govrules.source.errors import InputError

# Names the files that were written, one a line. Sites do not publish files that begin with a dot.
_LIST = ".govrules-pages"


def write_folder(folder: Path, pages: Mapping[str, str]) -> int:
    """Write pages by their paths in the folder, remove pages of an earlier run, and return how many files changed.

    Raises InputError where the folder holds files that were not written here, leads elsewhere, or cannot be written.
    """
    try:
        before = _written_before(folder)
        for name in {*before, *pages}:
            _refuse_detours(folder, name)
        for name in pages:
            if name not in before and (folder / name).exists():
                raise _refusal(
                    folder / name, "was not written by govrules", "move it elsewhere, or name another folder"
                )
        folder.mkdir(parents=True, exist_ok=True)
        # Listed before they are written, so that a run that was cut off can be repeated.
        _write(folder / _LIST, "".join(f"{name}\n" for name in sorted({*before, *pages})))
        changed = sum(_write(folder / name, text) for name, text in pages.items())
        for name in sorted(before - pages.keys()):
            (folder / name).unlink(missing_ok=True)
            changed += 1
        _write(folder / _LIST, "".join(f"{name}\n" for name in sorted(pages)))
    except OSError as error:
        raise _refusal(folder, f"cannot be written: {error.strerror}", "check the path") from None
    return changed


def _written_before(folder: Path) -> set[str]:
    """The files that an earlier run wrote; refuse a folder in which there are others only."""
    if folder.exists() and not folder.is_dir():
        raise _refusal(folder, "is not a folder", "name another")
    listed = folder / _LIST
    if listed.is_file() and not listed.is_symlink():
        names = listed.read_text(encoding="utf-8").splitlines()
        return {name for name in names if (folder / name).exists() or (folder / name).is_symlink()}
    if folder.exists() and any(folder.iterdir()):
        raise _refusal(
            folder, "is not empty, and was not written by govrules", "name a new or empty folder; nothing was written"
        )
    return set()


def _refuse_detours(folder: Path, name: str) -> None:
    """Refuse a path that leads out of the folder: by its own steps, or over a link that somebody put there."""
    steps = PurePosixPath(name).parts
    if not steps or PurePosixPath(name).is_absolute() or ".." in steps:
        raise _refusal(folder / _LIST, f"names a file outside the folder: {name}", "remove the folder, then try again")
    way = folder
    for step in steps:
        way /= step
        if way.is_symlink():
            raise _refusal(way, "is a link to elsewhere", "remove it, then try again")


def _write(path: Path, text: str) -> bool:
    """Write a file unless it already says so: a server that watches the folder then has nothing to do."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _refusal(path: Path, message: str, hint: str) -> InputError:
    return InputError.of(f"{path} {message}", hint)
