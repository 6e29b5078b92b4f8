# SPDX-License-Identifier: Apache-2.0
"""What was found before a change: the strategies, rulesets, waivers and configuration of the merge base, checked alike.

What a git repository has at a commit is laid into a folder of its own, as far as a check could read it, and checked
there. Nothing that the repository configures is run.
"""

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from govrules.assessment.known import KnownFinding, standing
from govrules.repository.config import ConfigFile, in_folder, read_config
from govrules.repository.files import SUFFIXES, Target, place_of
from govrules.repository.run import begin_checks, none_is_a_strategy
from govrules.repository.settings import Settings
from govrules.source.errors import InputError, Problem
from govrules.source.git import lay_out, merge_base, root_of

_READABLE = (*SUFFIXES, ".toml")


@dataclass(frozen=True)
class Before:
    """What was found before: the findings of each strategy by its name, and what must be said of it, in sentences."""

    findings: Mapping[str, Sequence[KnownFinding]]
    notes: tuple[str, ...] = ()


def found_before(
    targets: Sequence[Target], settings: Settings, revision: str, *, as_of: date, root: Path | None
) -> Before:
    """The findings of these strategies where a change began that leads from ``revision`` to what is checked out.

    Where nothing can be known, nothing was found: of a strategy that was not there or is in another repository, and of
    all where what was there cannot be checked. The notes say so. Raises InputError where there is no such revision, or
    no git repository.
    """
    top = root_of(Path(targets[0].path).parent)
    if top is None:
        raise InputError.of("the strategies are not in a git repository", "--diff-base compares with a git revision")
    commit = merge_base(top, revision)
    with tempfile.TemporaryDirectory() as folder:
        then = Path(folder).resolve()
        at_commit = _AtCommit(top, then)
        named = [*(Path(target.path) for target in targets), *settings.given.rulesets, *settings.given.waivers]
        lay_out(top, commit, then, _READABLE, also={name for path in named if (name := at_commit.name(path))})
        old = [one for one in (at_commit.target(target) for target in targets) if one is not None]
        there = {target.name for target in old}
        fresh = [target.name for target in targets if target.name not in there]
        note = f"Not there before the change, so everything in it counts as new: {', '.join(fresh)}."
        notes = (note,) if fresh else ()
        if not old:
            return Before({}, notes)
        try:
            settings_then, root_then = at_commit.settings(settings), at_commit.root(root)
            coming = begin_checks(old, settings_then, lambda one: standing(one.report), as_of=as_of, root=root_then)
            known = {target.name: findings for target, findings in coming.results if findings is not None}
            if not known:
                raise none_is_a_strategy(old)
        except InputError as error:
            problem = _as_if_here(error.problems[0], f"{then}{os.sep}")
            reason = f"What was there before the change cannot be checked, so everything counts as new: {problem}"
            return Before({}, (*notes, reason))
        return Before(known, notes)


def _as_if_here(problem: Problem, folder: str) -> Problem:
    """A problem whose paths are those of the repository, not of the folder in which a commit was laid out."""
    place = problem.place and replace(problem.place, file=problem.place.file.removeprefix(folder))
    return replace(problem, message=problem.message.replace(folder, ""), place=place)


@dataclass(frozen=True)
class _AtCommit:
    """Where what is in the repository ``top`` lies in the folder ``then`` of a commit."""

    top: Path
    then: Path

    def name(self, path: Path) -> str | None:
        """The path from the top of the repository; None for one outside of it."""
        place = place_of(str(path))
        return place.relative_to(self.top).as_posix() if place.is_relative_to(self.top) else None

    def path(self, path: Path) -> Path | None:
        """The same path at the commit; None for one outside the repository."""
        name = self.name(path)
        return None if name is None else self.then / name

    def root(self, root: Path | None) -> Path | None:
        """What names of files are relative to at the commit."""
        return self.path(root) or root if root is not None else None

    def target(self, target: Target) -> Target | None:
        """The same file at the commit; None if it was not there, or is in no such repository."""
        path = self.path(Path(target.path))
        # What a link leads to may be anywhere.
        if path is None or not os.path.isfile(path) or os.path.islink(target.path):
            return None
        return Target(str(path), target.name, target.searched)

    def settings(self, settings: Settings) -> Settings:
        """The settings as they were at the commit. No lock: it is about the rulesets that are installed now."""
        given = replace(
            settings.given, rulesets=self.files(settings.given.rulesets), waivers=self.files(settings.given.waivers)
        )
        file = self.config(settings) if settings.file else None
        return replace(settings, file=file, given=given, without_lock=True)

    def files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Those of the files that were there at the commit; those outside the repository as they are."""
        return tuple(moved for path in paths if os.path.isfile(moved := self.path(path) or path))

    def config(self, settings: Settings) -> ConfigFile:
        """The configuration at the commit, whatever its name was there."""
        assert settings.file is not None, "there is a configuration now"
        folder = self.path(settings.file.folder)
        if folder is None:
            return settings.file
        name = Path(settings.file.source.file).name
        named = folder / name
        found = read_config(named) if settings.named and os.path.isfile(named) else in_folder(folder)
        if found is None:
            raise InputError.of(f"before the change there was no configuration like {name}", "the change adds it")
        return replace(found, within=self.then)
