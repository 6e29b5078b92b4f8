# SPDX-License-Identifier: Apache-2.0
"""Which files are checked: those that are named, and those that folders and globs hold and git does not ignore."""

import os
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

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


class Targets(Sized, Iterable[Target], Protocol):
    """Files to check, in a fixed order; they can be gone through several times."""


@dataclass(frozen=True)
class Found:
    """The files that are checked, and what a reader must know of the search, in sentences."""

    targets: Targets
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
    if len(named) == 1 and os.path.isdir(os.path.join(base, named[0])):
        in_folder = _InFolder(search, named[0], base)
        if not in_folder and not as_found:
            raise InputError([_missing(named[0], base)])
        return Found(in_folder, search.notes())
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
    return Found(tuple(found.values()), search.notes())


class _InFolder:
    """What a folder holds, each file once. It is not kept but found again each time, so that a folder of any number of
    files takes the same memory."""

    def __init__(self, search: "_Search", name: str, base: Path) -> None:
        self.search, self.name, self.base = search, name, base
        self.linked: set[str] = set()  # what links lead to: only that can be found twice
        self.count, linked = 0, set()
        for target in self:
            self.count += 1
            if os.path.islink(target.path):
                linked.add(os.path.realpath(target.path))
        if linked:
            self.linked = linked
            self.count = sum(1 for _ in self)

    def __iter__(self) -> Iterator[Target]:
        seen: set[str] = set()
        for target in self.search.find(self.name, self.base):
            if self.linked and (place := os.path.realpath(target.path)) in self.linked:
                if place in seen:
                    continue
                seen.add(place)
            yield target

    def __len__(self) -> int:
        return self.count


@dataclass(frozen=True)
class _Search:
    root: Path | None
    excluded: tuple[str, ...]
    as_found: bool = False
    within: Path | None = None
    ignored: dict[Path, Ignored] = field(default_factory=dict)

    def notes(self) -> tuple[str, ...]:
        """What a reader must know of it, in sentences."""
        return tuple(dict.fromkeys(note for one in self.ignored.values() for note in one.notes()))

    def ignored_in(self, folder: Path) -> Ignored:
        """What is ignored in a folder, which is asked once."""
        return self.ignored.setdefault(folder, Ignored(folder))

    @cached_property
    def exclude(self) -> "GitIgnoreSpec":
        return patterns(self.excluded)

    def find(self, name: str, base: Path) -> Iterator[Target]:
        path = name if name == STANDARD_INPUT or base == Path() else os.path.join(base, name)
        if name == STANDARD_INPUT or not (os.path.isdir(path) or _is_glob(path)):
            if not (self.as_found and self.is_excluded(path, folder=False)):
                self.hold_inside(path, self.bounds(place_of(path).parent) if self.as_found else self.within)
                yield Target(path, name_of(path, self.root), searched=self.as_found)
        elif os.path.isdir(path):
            ignored = self.ignored_in(Path(os.path.realpath(path)))
            within = self.bounds(ignored.folder)
            for file in self.walk(path, ignored):
                self.hold_inside(file, within)
                yield Target(file, name_of(file, self.root), searched=True)
        else:
            ignored = self.ignored_in(_fixed_part(name, base))
            within = self.bounds(ignored.folder)
            for file in sorted(_matches(name, base)):
                if os.path.isfile(file) and not self.left_out(file, ignored, folder=False):
                    self.hold_inside(file, within)
                    yield Target(file, name_of(file, self.root))

    def bounds(self, folder: Path) -> Path:
        """Where what is found in a folder must lie: in its repository or, outside of one, in the folder."""
        return self.within or repository_of(folder)

    def hold_inside(self, path: str, within: Path | None) -> None:
        """Raise InputError where a file lies elsewhere: whoever checks has not named it, and need not have made the
        link that leads there."""
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
            inner = [(name, os.path.join(folder, name)) for name in sorted(folders) if not name.startswith(".")]
            links = [name for name, path in inner if os.path.islink(path)]
            folders[:] = [
                name for name, path in inner if name not in links and not self.left_out(path, ignored, folder=True)
            ]
            documents = [name for name in files if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
            for name in sorted([*documents, *links]):
                path = os.path.join(folder, name)
                if (os.path.isdir(path) or _is_document(path)) and not self.left_out(path, ignored, folder=False):
                    yield path

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
