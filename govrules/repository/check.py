# SPDX-License-Identifier: Apache-2.0
"""One call of the check: finds the files, checks them, and holds what is found against what was known before."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from govrules.assessment.report import Report
from govrules.repository.config import config_for, shown
from govrules.repository.files import STANDARD_INPUT, Found, Target, find_targets
from govrules.repository.patterns import patterns
from govrules.repository.run import Run, Track, run_checks
from govrules.repository.settings import Settings
from govrules.source.errors import InputError
from govrules.source.git import root_of


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
    track: Track = lambda coming, _: coming,
) -> Run:
    """Check strategies by their names; findings that the baseline has, or that a change did not bring, are marked.

    With ``as_found``, files that are named count as found in a folder, and there may be no strategy among them.
    """
    found, root = find_strategies(named, settings, as_found=as_found), root_for(settings, named)
    run = run_checks(found.targets, settings, as_of=as_of, root=root, or_none=as_found, track=track)
    unused = (*_idle_overrides(run, settings), *_idle_waivers(run)) if not named else ()
    run = replace(run, notes=(*found.notes, *unused))
    # What holds findings against earlier ones is imported only where that is asked for.
    path = settings.baseline
    if path is not None:
        from govrules.repository.baseline import read_baseline

        if not path.is_file():
            raise InputError.of(f"there is no baseline {path}", "record it with `govrules baseline`")
        baseline = read_baseline(path, root)
        run = _marked(run, map(baseline.mark, run.reports))
    if diff_base is not None and run.checked:
        from govrules.assessment.known import mark_known
        from govrules.repository.before import found_before

        checked = [one.target for one in run.checked]
        before = found_before(checked, settings, diff_base, as_of=as_of, root=root)
        known = [mark_known(one.report, before.findings.get(one.target.name, ()), "merge-base") for one in run.checked]
        run = replace(_marked(run, known), notes=(*run.notes, *before.notes))
    return run


def _idle_overrides(run: Run, settings: Settings) -> Iterator[str]:
    """The overrides that fit none of the configuration's strategies, as one that is misspelt does."""
    for index, override in enumerate(settings.config.overrides):
        fits = patterns(override.files)
        if settings.file and not any(fits.match_file(one.target.name) for one in run.checked):
            yield f"{settings.file.origin('overrides', index, 'files')}: this override matches no strategy."


def _idle_waivers(run: Run) -> Iterator[str]:
    """The waivers of strategies that are none of the configuration's."""
    checked = {os.path.realpath(one.target.path) for one in run.checked}
    for strategy, waivers in run.waivers.by_strategy.items():
        for placed in waivers if strategy not in checked else ():
            place = placed.source.place((*placed.pointer, "strategy")) if placed.source else None
            yield f"{place}: the strategy of this waiver is not checked."


def _marked(run: Run, reports: Iterable[Report]) -> Run:
    checked = (replace(one, report=report) for one, report in zip(run.checked, reports, strict=True))
    return replace(run, checked=tuple(checked))
