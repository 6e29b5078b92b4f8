# SPDX-License-Identifier: Apache-2.0
"""What was found before a change: the strategies, rulesets, waivers and configuration of the merge base, checked alike.

What a git repository has at a commit is laid into a folder of its own, as far as a check could read it, and checked
there. Nothing that the repository configures is run.
"""

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from govrules.assessment.known import KnownFinding, standing
from govrules.repository.config import read_config
from govrules.repository.files import Target, root_of
from govrules.repository.run import run_checks
from govrules.repository.settings import Settings
from govrules.source.errors import InputError, Problem
from govrules.source.git import lay_out, merge_base

_READABLE = (".yaml", ".yml", ".json", ".md", ".markdown", ".toml")

Before = Mapping[str, Sequence[KnownFinding]]


def found_before(
    targets: Sequence[Target], settings: Settings, revision: str, *, as_of: date, root: Path | None
) -> tuple[Before, Problem | None]:
    """The findings of these strategies where a change began that leads from ``revision`` to what is checked out.

    Where nothing can be said, because what was there cannot be checked, nothing was found, and the problem is told.
    Raises InputError where there is no such revision, or no git repository.
    """
    top = root_of(root or Path.cwd())
    if top is None:
        raise InputError(
            Problem("the strategies are in no git repository", None, "--diff-base compares with a git revision")
        )
    commit = merge_base(top, revision)
    with tempfile.TemporaryDirectory() as folder:
        then = Path(folder).resolve()
        lay_out(top, commit, then, _READABLE)
        moved = _Moved(top, then)
        old = [one for one in (moved.target(target) for target in targets) if one is not None]
        if not old:
            return {}, None
        try:
            run = run_checks(old, moved.settings(settings), as_of=as_of, root=moved.path(root) if root else None)
        except InputError as error:
            return {}, _as_if_here(error.problems[0], f"{then}{os.sep}")
        return {checked.target.name: standing(checked.report) for checked in run.checked}, None


def _as_if_here(problem: Problem, folder: str) -> Problem:
    """A problem whose paths are those of the repository, not of the folder in which a commit was laid out."""
    place = problem.place and replace(problem.place, file=problem.place.file.removeprefix(folder))
    return replace(problem, message=problem.message.replace(folder, ""), place=place)


class _Moved:
    """Where what is in a repository lies in the folder of a commit."""

    def __init__(self, top: Path, then: Path) -> None:
        self.top, self.then = top, then

    def path(self, path: Path) -> Path:
        """The same path at the commit; one outside the repository stays."""
        place = path.resolve()
        return self.then / place.relative_to(self.top) if place.is_relative_to(self.top) else path

    def target(self, target: Target) -> Target | None:
        """The same file at the commit; None if it was not there."""
        path = self.path(Path(target.path))
        return Target(str(path), target.name, target.searched) if path.is_file() else None

    def settings(self, settings: Settings) -> Settings:
        """The settings as they were at the commit. No lock: it is about the rulesets that are installed now."""
        given: dict[str, Any] = {**settings.given, "lock": ""}
        for name in ("rulesets", "waivers"):
            if name in given:
                moved = [self.path(Path(value)) for value in given[name]]
                given[name] = tuple(str(path) for path in moved if path.is_file())
        file = None
        if settings.file is not None:
            place = self.path(settings.file.folder / Path(settings.file.source.file).name)
            file = read_config(place) if place.is_file() else None
        return replace(settings, file=file, given=given)
