# SPDX-License-Identifier: Apache-2.0
"""Which files are checked: those that are named, and those that folders and globs hold and git does not ignore."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from govrules.source.errors import InputError, Problem
from govrules.source.git import tracked

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STANDARD_INPUT = "-"
SUFFIXES = (".yaml", ".yml", ".json", ".md", ".markdown")
"""The documents that are looked for in a folder."""
_GLOB = frozenset("*?[")


@dataclass(frozen=True)
class Target:
    """A file to check. ``name`` is what reports call it; ``searched`` tells that it was found in a folder, where not
    every file is a strategy."""

    path: str
    name: str
    searched: bool = False


def root_of(path: Path) -> Path | None:
    """The top of the git repository in which a file or folder lies; None if it lies in none."""
    place = Path(os.path.realpath(path))
    return next((folder for folder in (place, *place.parents) if os.path.lexists(folder / ".git")), None)


def place_of(path: str) -> Path:
    """Where a file is by its own name: links of folders are followed, the file itself may be one."""
    folder, name = os.path.split(os.path.abspath(path))
    return Path(os.path.realpath(folder)) / name


def name_of(path: str, root: Path | None) -> str:
    """What reports call a file: its path from the root, with forward slashes, so that they are the same wherever they
    are written; as it was named, if there is no root, or if it was named from the top of the file system and lies
    outside. What is no Unicode in it is shown as an escape."""
    if path == STANDARD_INPUT:
        return path
    if root is not None:
        place = place_of(path)
        if place.is_relative_to(root) or not os.path.isabs(path):
            path = Path(os.path.relpath(place, root)).as_posix()
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def find_targets(
    named: Sequence[str], *, base: Path, root: Path | None, exclude: Sequence[str] = ()
) -> tuple[Target, ...]:
    """The files that are named, each once: a file itself, what a folder holds, what a glob matches.

    What is named is relative to ``base``. ``exclude`` are patterns as in .gitignore, relative to ``root``; a file that
    is named itself is checked whatever they say. Raises InputError where something that is named is not there.
    """
    search = _Search(root, tuple(exclude))
    found: dict[str, Target] = {}
    missing: list[Problem] = []
    for name in named:
        targets = list(search.find(name, base))
        if not targets:
            missing.append(_missing(name, base))
        for target in targets:
            key = os.path.realpath(target.path) if target.path != STANDARD_INPUT else target.path
            # A file that is named itself is a strategy, wherever else it was found.
            if key not in found or found[key].searched:
                found[key] = target
    if missing:
        raise InputError(missing)
    return tuple(found.values())


def patterns(lines: Iterable[str]) -> "GitIgnoreSpec":
    """Patterns as in .gitignore, to be matched. Raises InputError where one is none."""
    from pathspec import GitIgnoreSpec  # most checks name a file, and have none

    listed = list(lines)
    try:
        return GitIgnoreSpec.from_lines(listed)
    except ValueError as error:
        message = f"this is no pattern as in .gitignore: {error}"
        raise InputError.of(message, "correct it, or take it out") from None


@dataclass(frozen=True)
class _Search:
    root: Path | None
    excluded: tuple[str, ...]
    ignored: dict[Path, "GitIgnoreSpec"] = field(default_factory=dict)  # by folder, what its .gitignore says
    tracked: dict[Path, frozenset[str]] = field(default_factory=dict)  # by repository, what git has, folders as well

    @cached_property
    def exclude(self) -> "GitIgnoreSpec":
        return patterns(self.excluded)

    def find(self, name: str, base: Path) -> Iterator[Target]:
        path = name if name == STANDARD_INPUT or base == Path() else os.path.join(base, name)
        if name == STANDARD_INPUT or not (os.path.isdir(path) or _is_glob(path)):
            yield Target(path, name_of(path, self.root))
        elif os.path.isdir(path):
            for file in self.walk(path):
                yield Target(file, name_of(file, self.root), searched=True)
        else:
            start = "" if base == Path() else os.path.join(glob.escape(str(base)), "")
            for file in sorted(glob.glob(f"{start}{name}", recursive=True)):
                if os.path.isfile(file) and not self.left_out(file, folder=False):
                    yield Target(file, name_of(file, self.root))

    def walk(self, top: str) -> Iterator[str]:
        """The documents in a folder and those below it, in a fixed order; nothing whose name begins with a dot.

        Links to folders are not followed, and given as they are.
        """
        for folder, folders, files in os.walk(top, onerror=_unreadable):
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".") and not self.left_out(os.path.join(folder, name), folder=True)
            )
            links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
            documents = [name for name in files if not name.startswith(".") and name.lower().endswith(SUFFIXES)]
            for name in sorted([*documents, *links]):
                path = os.path.join(folder, name)
                if not self.left_out(path, folder=False):
                    yield path

    def left_out(self, path: str, *, folder: bool) -> bool:
        """Tell whether a file or folder is excluded, or ignored by git."""
        mark = "/" if folder else ""
        if self.root is not None and self.exclude.match_file(name_of(path, self.root) + mark):
            return True
        place = place_of(path)
        for above in _folders_above(place):
            # The nearest file that says something about it decides.
            said = self.ignored_in(above).check_file(place.relative_to(above).as_posix() + mark).include
            if said is not None:
                return said and not self.is_tracked(place)
        return False

    def is_tracked(self, place: Path) -> bool:
        """Tell whether git has a file, or one below a folder: git ignores nothing that it has."""
        top = root_of(place.parent)
        if top is None:
            return False
        if top not in self.tracked:
            files = [Path(name) for name in tracked(top)]
            self.tracked[top] = frozenset(str(part) for file in files for part in (file, *file.parents))
        return str(place.relative_to(top)) in self.tracked[top]

    def ignored_in(self, folder: Path) -> "GitIgnoreSpec":
        if folder not in self.ignored:
            file = folder / ".gitignore"
            lines = file.read_bytes().decode("utf-8", "replace").splitlines() if os.path.isfile(file) else []
            self.ignored[folder] = patterns(lines)
        return self.ignored[folder]


def _folders_above(place: Path) -> Iterable[Path]:
    """The folders from that of a file up to the top of its repository; none outside of one."""
    top = root_of(place.parent)
    if top is None:
        return ()
    return [place.parent, *(above for above in place.parent.parents if above.is_relative_to(top))]


def _unreadable(error: OSError) -> None:
    hint = "check its permissions, or exclude it"
    raise InputError.of(f"{error.filename}: the folder cannot be read: {error.strerror}", hint)


def _is_glob(path: str) -> bool:
    return not os.path.exists(path) and not _GLOB.isdisjoint(path)


def _missing(name: str, base: Path) -> Problem:
    if os.path.isdir(os.path.join(base, name)):
        message, hint = f"{name}: no document is in this folder", "name files, or another folder"
    else:
        message, hint = f"{name}: no file matches", "check the pattern"
    return Problem(message, None, f"{hint}; what git ignores or the configuration excludes is passed over")
