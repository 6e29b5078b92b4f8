# SPDX-License-Identifier: Apache-2.0
"""Which files are checked: those that are named, and those that folders and globs hold and git does not ignore."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from govrules.repository.ignored import Ignored
from govrules.repository.patterns import patterns
from govrules.source.errors import InputError, Problem
from govrules.source.git import root_of

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


def place_of(path: str) -> Path:
    """Where a file is by its own name: links of folders are followed, the file itself may be one."""
    folder, name = os.path.split(os.path.abspath(path))
    return Path(os.path.realpath(folder)) / name


def repository_of(folder: Path) -> Path:
    """The repository in which a folder lies; the folder itself, if it lies in none."""
    return root_of(folder) or folder


def name_of(path: str, root: Path | None) -> str:
    """What reports call a file: its path from the root, with forward slashes, so that they are the same wherever they
    are written; as it was named, if there is no root, or if it was named from the top of the file system and lies
    outside. What is not Unicode in it is shown as an escape."""
    if path == STANDARD_INPUT:
        return path
    if root is not None:
        place = place_of(path)
        if place.is_relative_to(root) or not os.path.isabs(path):
            path = Path(os.path.relpath(place, root)).as_posix()
    return os.fsencode(path).decode("utf-8", "backslashreplace")


@dataclass(frozen=True)
class Found:
    """The files that are checked, and what a reader must know of the search, in sentences."""

    targets: tuple[Target, ...]
    notes: tuple[str, ...]


def find_targets(
    named: Sequence[str],
    *,
    base: Path,
    root: Path | None,
    exclude: Sequence[str] = (),
    as_found: bool = False,
    within: Path | None = None,
) -> Found:
    """The files that are named, each once: a file itself, what a folder holds, what a glob matches.

    What is named is relative to ``base``. ``exclude`` are patterns as in .gitignore, relative to ``root``; a file that
    is named itself is checked whatever they say, unless ``as_found`` tells that it counts as found in a folder.

    What is found must lie in its repository, links followed; what is named itself as well, if ``within`` says in which
    folder. Raises InputError where it does not, or where something that is named is not there.
    """
    search = _Search(root, tuple(exclude), as_found, within)
    found: dict[str, Target] = {}
    missing: list[Problem] = []
    for name in named:
        targets = list(search.find(name, base))
        if not targets and not as_found:
            missing.append(_missing(name, base))
        for target in targets:
            key = os.path.realpath(target.path) if target.path != STANDARD_INPUT else target.path
            # A file that is named itself is a strategy, wherever else it was found.
            if key not in found or found[key].searched:
                found[key] = target
    if missing:
        raise InputError(missing)
    return Found(tuple(found.values()), tuple(dict.fromkeys(search.notes)))


@dataclass(frozen=True)
class _Search:
    root: Path | None
    excluded: tuple[str, ...]
    as_found: bool = False
    within: Path | None = None
    notes: list[str] = field(default_factory=list)

    @cached_property
    def exclude(self) -> "GitIgnoreSpec":
        return patterns(self.excluded)

    def find(self, name: str, base: Path) -> Iterator[Target]:
        path = name if name == STANDARD_INPUT or base == Path() else os.path.join(base, name)
        if name == STANDARD_INPUT or not (os.path.isdir(path) or _is_glob(path)):
            if not (self.as_found and self.is_excluded(path, folder=False)):
                self.hold_inside(path, place_of(path).parent if self.as_found else None)
                yield Target(path, name_of(path, self.root), searched=self.as_found)
        elif os.path.isdir(path):
            ignored = Ignored(Path(os.path.realpath(path)))
            for file in self.walk(path, ignored):
                self.hold_inside(file, ignored.folder)
                yield Target(file, name_of(file, self.root), searched=True)
            self.notes.extend(ignored.notes())
        else:
            ignored = Ignored(_fixed_part(name, base))
            for file in sorted(_matches(name, base)):
                if os.path.isfile(file) and not self.left_out(file, ignored, folder=False):
                    self.hold_inside(file, ignored.folder)
                    yield Target(file, name_of(file, self.root))
            self.notes.extend(ignored.notes())

    def hold_inside(self, path: str, folder: Path | None) -> None:
        """Raise InputError where a file lies neither in the repository of a folder nor, outside of one, in the folder:
        whoever checks has not named it, and need not have made the link that leads there."""
        within = self.within or (folder and repository_of(folder))
        if within is None or path == STANDARD_INPUT or os.path.isdir(path):
            return
        if not Path(os.path.realpath(path)).is_relative_to(within):
            message = f"{name_of(path, self.root)} leads to a file outside of {within}"
            raise InputError.of(message, "name that file on the command line, or take the link or path out")

    def walk(self, top: str, ignored: Ignored) -> Iterator[str]:
        """The documents in a folder and those below it, in a fixed order; nothing whose name begins with a dot.

        Links to folders are not followed, and given as they are. What is neither file nor link, such as a pipe, is no
        document.
        """
        for folder, folders, files in os.walk(top, onerror=_unreadable):
            paths = {name: os.path.join(folder, name) for name in (*folders, *files) if not name.startswith(".")}
            links = [name for name in folders if name in paths and os.path.islink(paths[name])]
            folders[:] = sorted(
                name
                for name in folders
                if name in paths and name not in links and not self.left_out(paths[name], ignored, folder=True)
            )
            documents = [
                name
                for name in files
                if name in paths and name.lower().endswith(SUFFIXES) and _is_document(paths[name])
            ]
            for name in sorted([*documents, *links]):
                if not self.left_out(paths[name], ignored, folder=False):
                    yield paths[name]

    def left_out(self, path: str, ignored: Ignored, *, folder: bool) -> bool:
        """Tell whether a file or folder is excluded, or ignored."""
        return self.is_excluded(path, folder=folder) or ignored.has(place_of(path))

    def is_excluded(self, path: str, *, folder: bool) -> bool:
        """Tell whether the configuration excludes a file or folder."""
        name = name_of(path, self.root) + ("/" if folder else "")
        return self.root is not None and self.exclude.match_file(name)


def _is_document(path: str) -> bool:
    # A link that leads nowhere is one: reading it says what is wrong.
    return os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path))


def _unreadable(error: OSError) -> None:
    hint = "check its permissions, or exclude it"
    raise InputError.of(f"{error.filename}: the folder cannot be read: {error.strerror}", hint)


def _is_glob(path: str) -> bool:
    return not os.path.exists(path) and not _GLOB.isdisjoint(path)


def _matches(name: str, base: Path) -> Iterator[str]:
    """What a glob matches, by the paths of a folder; `**` does not follow links to folders."""
    from wcmatch import glob  # most checks name no glob

    found: list[str] = glob.glob(name, flags=glob.GLOBSTAR, root_dir=str(base))
    for path in found:
        yield path if base == Path() else os.path.join(base, path)


def _fixed_part(name: str, base: Path) -> Path:
    """The folder, by its real path, in which all that a glob can match lies."""
    parts = list(takewhile(lambda part: _GLOB.isdisjoint(part), Path(name).parts))
    return Path(os.path.realpath(base.joinpath(*parts)))


def _missing(name: str, base: Path) -> Problem:
    if os.path.isdir(os.path.join(base, name)):
        message, hint = f"{name}: there is no document in this folder", "name files, or another folder"
    else:
        message, hint = f"{name}: no file matches", "check the pattern"
    return Problem(message, None, f"{hint}; what git ignores or the configuration excludes is left out")
