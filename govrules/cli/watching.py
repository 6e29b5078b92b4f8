# SPDX-License-Identifier: Apache-2.0
"""``govrules check --watch``: checks again whenever something is saved, and shows only what changed."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from govrules.assessment.diff import diff
from govrules.assessment.report import Report
from govrules.cli.main import tell
from govrules.output.changes import changes
from govrules.output.console import console
from govrules.output.presentation.answer import verdict_line
from govrules.output.presentation.escaping import safe_line
from govrules.repository.check import check_strategies, find_strategies
from govrules.repository.config import NAMES, PYPROJECT
from govrules.repository.files import SUFFIXES
from govrules.repository.settings import Settings
from govrules.source.errors import InputError
from govrules.today import today

_READ = (*SUFFIXES, ".toml")
_BEAT = 100  # milliseconds


def watch_strategies(files: Sequence[str], settings: Callable[[], Settings], *, as_of: date | None) -> None:
    """Check, and check again on each save of a strategy, ruleset, file of waivers or configuration, until stopped.

    ``settings`` is called anew each time, because the configuration may have changed.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise InputError.of("--watch needs the package watchfiles", "pip install 'govrules[watch]'") from None
    known: dict[str, Report] | None = None
    while True:
        folders = _folders(files, settings())
        beats = watch(*folders, recursive=False, raise_interrupt=False, yield_on_timeout=True, rust_timeout=_BEAT)
        # It yields at once, and again and again: nothing that is saved during a check is missed.
        for changed in beats:
            if known is not None and not any(path.endswith(_READ) for _, path in changed):
                continue
            try:
                now = _check(files, settings(), as_of)
            except InputError as error:
                if known is None:
                    raise
                tell(error)  # in the midst of editing a document is often not whole
                continue
            _show(known or {}, now)
            if known is None:
                click.echo(safe_line(f"Watching {', '.join(sorted(map(str, folders)))}. Stop with Ctrl-C."))
            known = now
            if _folders(files, settings()) != folders:
                break
        else:
            return


def _check(files: Sequence[str], settings: Settings, as_of: date | None) -> dict[str, Report]:
    run = check_strategies(files, settings, as_of=as_of or today())
    return {one.target.name: one.report for one in run.checked}


def _show(before: dict[str, Report], now: dict[str, Report]) -> None:
    out = console()
    for name, report in now.items():
        if report != before.get(name):
            _verdict(name, report)
            for line in changes(diff(before[name], report)) if name in before else ():
                out.print(line, soft_wrap=True)
    for name in before:
        if name not in now:
            click.echo(safe_line(f"{name}: no longer checked"))


def _verdict(name: str, report: Report) -> None:
    click.echo(safe_line(f"{name}: {verdict_line(report)}"))


def _folders(files: Sequence[str], settings: Settings) -> set[Path]:
    """The folders in which something that the check reads lies."""
    read = [Path(target.path) for target in find_strategies(files, settings).targets]
    read += [*settings.rulesets, *settings.waivers]
    if settings.file:
        read += [settings.file.folder / name for name in (*NAMES, PYPROJECT)]
    named = [Path(name) for name in files]
    if settings.file and not files:
        named = [settings.file.folder / name for name in settings.config.strategies]
    searched = [Path(folder) for name in named if name.is_dir() for folder, _, _ in os.walk(name)]
    return {path.parent.resolve() for path in read} | {folder.resolve() for folder in searched}
