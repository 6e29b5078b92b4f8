# SPDX-License-Identifier: Apache-2.0
"""Checks many strategies: reads them, judges each by the same rules, in several processes where it is worth it.

The reports come in the order of the files, whatever the number of processes.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govrules.assessment.check import assess
from govrules.assessment.report import Report
from govrules.assessment.terms import Terms
from govrules.engines.interface import Engine
from govrules.engines.named import engine_named
from govrules.repository.files import STANDARD_INPUT, Target, name_of
from govrules.repository.processes import in_order, processes_for
from govrules.repository.settings import Settings
from govrules.repository.uncovered import hold_to_taxonomy
from govrules.repository.waivers import FiledWaivers, read_waivers
from govrules.ruleset.bundled import bundled_paths, installed_paths
from govrules.ruleset.load import OpenRulesets, open_rulesets
from govrules.ruleset.lock import hold_to_lock
from govrules.ruleset.rule import Rulesets
from govrules.source.errors import InputError, Problem
from govrules.source.read import NoMapping, read
from govrules.strategy.document import Strategy
from govrules.strategy.load import Document, document_of

# Below this, making processes and typing rules that cannot bind takes longer than it saves.
_WORTH_PROCESSES = 16
_CHUNK = 4
# A document in a folder is a strategy if it states at least two of a strategy's fields; any page may have an author,
# and any file may be called a document.
_FIELDS_OF_A_STRATEGY = 2
_TELLING = Strategy.model_fields.keys() - {"author", "document"}


@dataclass(frozen=True)
class Checked:
    """A strategy that was checked, with its report."""

    target: Target
    report: Report


@dataclass(frozen=True)
class Run:
    """What was checked, in the order of the files, and the waivers that there were; the files in folders that are not
    strategies; and further remarks, in sentences."""

    checked: tuple[Checked, ...]
    waivers: FiledWaivers
    passed_over: tuple[Target, ...] = ()
    notes: tuple[str, ...] = ()

    def remarks(self) -> tuple[str, ...]:
        """What a reader must know beside the reports, in sentences."""
        names = ", ".join(target.name for target in self.passed_over)
        return (*self.notes, *([f"Skipped because they are not strategies: {names}."] if names else []))

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in the order of the files."""
        return tuple(one.report for one in self.checked)


@dataclass(frozen=True)
class Criteria:
    """All that a strategy is judged by. It is made once for many."""

    settings: Settings
    opened: OpenRulesets
    rulesets: Rulesets
    engine: Engine
    waivers: FiledWaivers
    as_of: date


Track = Callable[[Iterable[Checked | None], int], Iterable[Checked | None]]
"""Shows how far a run has come: takes what is coming and how much it is, and gives it on."""


def open_for(settings: Settings) -> OpenRulesets:
    """Read the rulesets that are in force."""
    named = settings.rulesets
    if settings.config.bundled and not named:
        return open_rulesets()
    return open_rulesets([*([*bundled_paths(), *installed_paths()] if settings.config.bundled else []), *named])


def make_criteria(
    settings: Settings,
    opened: OpenRulesets,
    about: Sequence[Strategy] | None,
    *,
    as_of: date,
    root: Path | None,
) -> Criteria:
    """Make all that strategies are judged by; rules that cannot bind those in ``about`` are left untyped."""
    hold_to_taxonomy(settings, opened.shapes.sectors)
    rulesets = opened.load(about)
    lock = settings.lock
    if lock is not None:
        hold_to_lock(rulesets, read(lock))
    waivers = FiledWaivers() if settings.without_waivers else read_waivers(settings.waivers, root)
    return Criteria(settings, opened, rulesets, engine_named(settings.config.engine, rulesets.concepts), waivers, as_of)


def run_checks(
    targets: Sequence[Target],
    settings: Settings,
    *,
    as_of: date,
    root: Path | None,
    or_none: bool = False,
    track: Track = lambda coming, _: coming,
) -> Run:
    """Check these files. Raises InputError with what is wrong with all of them, or, unless ``or_none``, where none is a
    strategy."""
    opened = open_for(settings)
    processes = processes_for(settings.config.jobs)
    if len(targets) >= _WORTH_PROCESSES and processes > 1:
        criteria = make_criteria(settings, opened, None, as_of=as_of, root=root)
        judged = _in_processes(targets, criteria, processes)
    else:
        documents = _read_all(targets, opened)
        about = [document.strategy for document in documents if document]
        criteria = make_criteria(settings, opened, about, as_of=as_of, root=root)
        judged = (
            judge(target, document, criteria) if document else None
            for target, document in zip(targets, documents, strict=True)
        )
    found = list(track(judged, len(targets)))
    checked = tuple(one for one in found if one is not None)
    if not checked and not or_none:
        names = ", ".join(target.name for target in targets[:3])
        raise InputError.of(f"none of these documents is a strategy: {names}", "name a strategy, or its folder")
    passed_over = tuple(target for target, one in zip(targets, found, strict=True) if one is None)
    return Run(checked, criteria.waivers, passed_over)


def check_one(path: str, settings: Settings, *, as_of: date, root: Path | None) -> tuple[Document, Checked]:
    """Check one file, and return what was read as well."""
    opened, target = open_for(settings), Target(path, name_of(path, root))
    document = read_target(target, opened)
    assert document is not None, "only what was found in a folder can be something else"
    criteria = make_criteria(settings, opened, [document.strategy], as_of=as_of, root=root)
    return document, judge(target, document, criteria)


def _read_all(targets: Sequence[Target], opened: OpenRulesets) -> list[Document | None]:
    documents: list[Document | None] = []
    problems: dict[Problem, None] = {}
    for target in targets:
        try:
            documents.append(read_target(target, opened))
        except InputError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise InputError(tuple(problems))
    return documents


def read_target(target: Target, opened: OpenRulesets) -> Document | None:
    """Read a strategy; None for what was found in a folder and is something else: a link to a folder, a page of prose,
    a list, a mapping that states other things."""
    if target.searched and (os.path.isdir(target.path) or _is_prose(target.path)):
        return None
    try:
        source = read(target.path, file=None if target.path == STANDARD_INPUT else target.name)
    except NoMapping:
        if target.searched:
            return None
        raise
    if target.searched and len(source.data.keys() & _TELLING) < _FIELDS_OF_A_STRATEGY:
        return None
    return document_of(source, opened.shapes)


def _is_prose(path: str) -> bool:
    """Tell whether a file is Markdown without front matter, and so no document."""
    if not path.lower().endswith((".md", ".markdown")):
        return False
    try:
        with open(path, "rb") as stream:
            return not stream.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"---")
    except OSError:
        return False  # reading it says what is wrong


def judge(
    target: Target,
    document: Document,
    criteria: Criteria,
    terms: Terms | None = None,
) -> Checked:
    """Check one strategy that was read, on the terms of the settings, if no others are named."""
    report = assess(
        document,
        criteria.rulesets,
        as_of=criteria.as_of,
        terms=terms or criteria.settings.for_strategy(target.name),
        engine=criteria.engine,
        waivers=criteria.waivers.about(target.path),
        waiver_files=criteria.waivers.files,
    )
    return Checked(target, report)


def _in_processes(targets: Sequence[Target], criteria: Criteria, processes: int) -> Iterator[Checked | None]:
    problems: dict[Problem, None] = {}  # what is wrong for every strategy is listed once
    chunks = (targets[start : start + _CHUNK] for start in range(0, len(targets), _CHUNK))
    for found in in_order(_one, chunks, criteria, processes=min(processes, len(targets))):
        if isinstance(found, tuple):
            problems.update(dict.fromkeys(found))
        else:
            yield found
    if problems:
        raise InputError(tuple(problems))


def _one(target: Target, criteria: Criteria) -> Checked | tuple[Problem, ...] | None:
    try:
        document = read_target(target, criteria.opened)
        return judge(target, document, criteria) if document else None
    except InputError as error:
        return error.problems
