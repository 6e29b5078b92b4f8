# SPDX-License-Identifier: Apache-2.0
"""One call of the check: finds the files, checks them, and holds what is found against what was known before."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from govrules.repository.config import config_for, shown
from govrules.repository.files import STANDARD_INPUT, Found, Target, find_targets
from govrules.repository.patterns import patterns
from govrules.repository.run import Checked, Kept, Run, Track, WeighedFile, begin_checks, none_is_a_strategy, untracked
from govrules.repository.settings import Settings
from govrules.repository.waivers import FiledWaivers
from govrules.source.errors import InputError
from govrules.source.git import root_of

if TYPE_CHECKING:
    from govrules.repository.baseline import Baseline


def root_for(settings: Settings, named: Sequence[str] = ()) -> Path | None:
    """What names of files are relative to: the folder of the configuration, or else the top of the repository."""
    return settings.file.folder if settings.file else root_of(Path(named[0] if named else "."))


def folder_in_repository(settings: Settings) -> str:
    """The folder from which files are named, as seen from the top of the repository; empty where that is the top, or
    there is none."""
    top = root_of(settings.file.folder) if settings.file else None
    if settings.file is None or top is None:
        return ""
    folder = os.path.relpath(os.path.realpath(settings.file.folder), top)
    return "" if folder == os.curdir else folder


def find_strategies(named: Sequence[str], settings: Settings, *, as_found: bool = False) -> Found:
    """The files that are named or, if none is, those of the configuration."""
    root, exclude = root_for(settings, named), settings.config.exclude
    if named:
        found = find_targets(named, base=Path(), root=root, exclude=exclude, as_found=as_found)
        _hold_to_one_configuration(found.targets, settings)
        return found
    if settings.file is None or not settings.config.strategies:
        where = settings.file.source.file if settings.file else "govrules.yaml"
        raise InputError.of(
            "no strategy is named", f"name a file or folder, or list them under `strategies` in {where}"
        )
    base = Path(shown(settings.file.folder))
    within = settings.file.within
    found = find_targets(settings.config.strategies, base=base, root=root, exclude=exclude, within=within)
    _hold_to_one_configuration(found.targets, settings)
    return found


def _hold_to_one_configuration(targets: Iterable[Target], settings: Settings) -> None:
    """Raise InputError where a file that was found is under another configuration than the one in force."""
    if settings.named:
        return
    ours = settings.file.source.file if settings.file else "none"
    for folder, target in {os.path.dirname(one.path): one for one in targets if one.path != STANDARD_INPUT}.items():
        found = config_for([folder or "."])
        if found is not None and found.source.file != ours:
            message = f"{target.name} has another configuration, {found.source.file}, than the one in use, {ours}"
            raise InputError.of(message, "check it by itself, exclude it, or name one with --config")


def check_strategies(
    named: Sequence[str],
    settings: Settings,
    *,
    as_of: date,
    diff_base: str | None = None,
    as_found: bool = False,
    track: Track = untracked,
) -> Run:
    """Check strategies by their names; findings that the baseline has, or that a change did not bring, are marked.

    With ``as_found``, files that are named count as found in a folder, and there may be no strategy among them.
    """
    checked: list[Checked] = []
    remarks = check_each(
        named, settings, lambda one: one.checked, checked.append, as_of=as_of, as_found=as_found, track=track
    )
    run = Run(tuple(checked), remarks)
    if diff_base is not None and checked:
        from govrules.assessment.known import mark_known
        from govrules.repository.before import found_before

        targets = [one.target for one in checked]
        before = found_before(targets, settings, diff_base, as_of=as_of, root=root_for(settings, named))
        known = (
            replace(one, report=mark_known(one.report, before.findings.get(one.target.name, ()), "merge-base"))
            for one in checked
        )
        run = Run(tuple(known), (*remarks, *before.notes))
    return run


def check_each(
    named: Sequence[str],
    settings: Settings,
    keep: Callable[[WeighedFile], Kept],
    take: Callable[[Kept], object],
    *,
    as_of: date,
    as_found: bool = False,
    track: Track = untracked,
) -> tuple[str, ...]:
    """Check strategies by their names, findings that the baseline has being marked, and hand over what is kept of each
    in their order. The rest is dropped, so that a check of any number takes the same memory.

    Returns what a reader must know beside the reports, in sentences. Raises InputError with all that is wrong with any
    document once the sound ones were handed over.
    """
    found, root = find_strategies(named, settings, as_found=as_found), root_for(settings, named)
    baseline = _baseline(settings, root)
    coming = begin_checks(
        found.targets,
        settings,
        lambda one: keep(replace(one, baseline=baseline)),
        as_of=as_of,
        root=root,
        track=track,
    )
    unused = _Unused(settings, coming.waivers)
    passed_over: list[str] = []
    for target, kept in coming.results:
        if kept is None:
            passed_over.append(target.name)
            continue
        unused.hold_against(target)
        take(kept)
    if len(passed_over) == len(found.targets) and not as_found:
        raise none_is_a_strategy(found.targets)
    skipped = [f"Skipped because they are not strategies: {', '.join(passed_over)}."] if passed_over else []
    return (*found.notes, *(unused.notes() if not named else ()), *skipped)


def _baseline(settings: Settings, root: Path | None) -> "Baseline | None":
    """The baseline of the configuration, if it has one."""
    path = settings.baseline
    if path is None:
        return None
    from govrules.repository.baseline import read_baseline  # only where that is asked for

    if not path.is_file():
        raise InputError.of(f"there is no baseline {path}", "record it with `govrules baseline`")
    return read_baseline(path, root)


class _Unused:
    """What of the configuration is of no use to the strategies that it names: overrides that fit none of them, as one
    that is misspelt does, and waivers of others."""

    def __init__(self, settings: Settings, waivers: FiledWaivers) -> None:
        file, overrides = settings.file, enumerate(settings.config.overrides)
        self.overrides = [(file.origin("overrides", n, "files"), patterns(one.files)) for n, one in overrides if file]
        self.waivers = dict(waivers.by_strategy)

    def hold_against(self, target: Target) -> None:
        """Take out what is of use to a strategy that was checked."""
        self.waivers.pop(os.path.realpath(target.path), None)
        self.overrides = [(origin, files) for origin, files in self.overrides if not files.match_file(target.name)]

    def notes(self) -> Iterator[str]:
        """What is left, in sentences."""
        for origin, _ in self.overrides:
            yield f"{origin}: this override matches no strategy."
        for waivers in self.waivers.values():
            for placed in waivers:
                place = placed.source.place((*placed.pointer, "strategy")) if placed.source else None
                yield f"{place}: the strategy of this waiver is not checked."
