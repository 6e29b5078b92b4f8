# SPDX-License-Identifier: Apache-2.0
"""Which files in a folder are ignored. In a repository git says so; outside of one the files called .gitignore do, as
the library pathspec reads them.

Where git cannot be asked nothing is ignored: more is checked then, never less.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from govrules.repository.patterns import is_pattern, patterns
from govrules.source.errors import InputError
from govrules.source.git import ignored, root_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SHOWN = 5


@dataclass
class Ignored:
    """What is ignored in one folder, the repositories in it included. ``folder`` is its real path."""

    folder: Path
    tops: dict[Path, Path | None] = field(default_factory=dict)  # by the folder
    by_git: dict[Path, frozenset[Path]] = field(default_factory=dict)  # by the top of the repository
    by_files: dict[Path, "GitIgnoreSpec"] = field(default_factory=dict)  # by the folder of the .gitignore
    left_out: dict[Path, None] = field(default_factory=dict)  # outside of a repository
    refusals: list[str] = field(default_factory=list)

    def has(self, place: Path) -> bool:
        """Tell whether a file or folder in it is ignored, by its place, of which only the last part may be a link."""
        if place.parent not in self.tops:
            self.tops[place.parent] = root_of(place.parent)
        top = self.tops[place.parent]
        if top is not None:
            return not self._ignored_by_git(top).isdisjoint((place, *place.parents))
        if self._named_by_files(place):
            self.left_out[place] = None
            return True
        return False

    def notes(self) -> tuple[str, ...]:
        """What a reader must know of it, in sentences."""
        notes = [f"What git ignores is checked as well, because git cannot be asked: {one}." for one in self.refusals]
        if self.left_out:
            names = [os.path.relpath(place, self.folder) for place in self.left_out]
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            notes.append(f"Left out as .gitignore says: {', '.join(names[:_SHOWN])}{more}.")
        return tuple(notes)

    def _ignored_by_git(self, top: Path) -> frozenset[Path]:
        if top not in self.by_git:
            try:
                self.by_git[top] = ignored(top, self.folder if self.folder.is_relative_to(top) else top)
            except InputError as error:
                self.refusals.append(error.problems[0].message)
                self.by_git[top] = frozenset()
        return self.by_git[top]

    def _named_by_files(self, place: Path) -> bool:
        mark = "/" if place.is_dir() and not place.is_symlink() else ""
        for above in place.parents:
            # The nearest file that says something about it decides.
            decided = self._read(above).check_file(place.relative_to(above).as_posix() + mark).include
            if decided is not None:
                return decided
            if above == self.folder:
                break
        return False

    def _read(self, folder: Path) -> "GitIgnoreSpec":
        if folder not in self.by_files:
            file = folder / ".gitignore"
            text = file.read_bytes().decode("utf-8-sig", "replace") if file.is_file() else ""
            # A line that cannot be matched matches nothing, as for git.
            self.by_files[folder] = patterns(line for line in text.splitlines() if is_pattern(line))
        return self.by_files[folder]
