# SPDX-License-Identifier: Apache-2.0
"""Checks many strategies: reads them, judges each by the same rules, in several processes where it is worth it.

The reports come in the order of the files, whatever the number of processes.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice, tee
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from govrules.assessment.check import described
from govrules.assessment.report import FileRecord, Report
from govrules.assessment.terms import Terms
from govrules.assessment.verdicts import Verdicts
from govrules.assessment.weighing import Weighed, weigh
from govrules.engines.interface import Engine
from govrules.engines.named import engine_named
from govrules.repository.files import STANDARD_INPUT, Target, Targets, name_of
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

if TYPE_CHECKING:
    from govrules.repository.baseline import Baseline

# From so many on, typing all rules and making processes saves more time than it takes, and no document waits in memory.
_MANY = 16
_CHUNK = 4
# A document in a folder is a strategy if it states at least two of a strategy's fields; any page may have an author,
# and any file may be called a document.
_FIELDS_OF_A_STRATEGY = 2
_TELLING = Strategy.model_fields.keys() - {"author", "document"}


@dataclass(frozen=True)
class WeighedFile:
    """A strategy that was judged, with the baseline that it is held against; it is described when its report is asked
    for."""

    target: Target
    weighed: Weighed
    waiver_files: Sequence[FileRecord]
    baseline: "Baseline | None" = None

    @cached_property
    def report(self) -> Report:
        """Its report, in which what the baseline has is marked."""
        report = described(self.weighed, waiver_files=self.waiver_files)
        return self.baseline.mark(report) if self.baseline else report

    @property
    def verdicts(self) -> Verdicts:
        """What its verdict rests on, described only where the baseline has findings of it."""
        return self.report if self.baseline and self.baseline.has(self.weighed.file or "") else self.weighed

    @property
    def checked(self) -> "Checked":
        """What goes into a run."""
        return Checked(self.target, self.report)


@dataclass(frozen=True)
class Checked:
    """A strategy that was checked, with its report."""

    target: Target
    report: Report


@dataclass(frozen=True)
class Run:
    """What was checked, in the order of the files, and what a reader must know beside the reports, in sentences."""

    checked: tuple[Checked, ...]
    remarks: tuple[str, ...]

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


Kept = TypeVar("Kept")
"""What is kept of a strategy that was checked."""
Thing = TypeVar("Thing")


class Track(Protocol):
    """Shows how far a run has come: takes what is coming and how much it is, and gives it on."""

    def __call__(self, coming: Iterable[Thing], count: int, /) -> Iterable[Thing]:
        """Give on what is coming."""
        ...


def untracked(coming: Iterable[Thing], _: int) -> Iterable[Thing]:
    """Show nothing."""
    return coming


@dataclass(frozen=True)
class Coming(Generic[Kept]):
    """A run that is under way: what it goes by, and each file with what is kept of it, None where it is no strategy."""

    waivers: FiledWaivers
    results: Iterable[tuple[Target, Kept | None]]


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


def begin_checks(
    targets: Targets,
    settings: Settings,
    keep: Callable[[WeighedFile], Kept],
    *,
    as_of: date,
    root: Path | None,
    track: Track = untracked,
) -> Coming[Kept]:
    """Begin to check these files; the results come in their order, and only what is kept of each is in memory. Once all
    have come, InputError is raised with what is wrong with any of them."""
    opened = open_for(settings)
    if len(targets) >= _MANY:
        criteria = make_criteria(settings, opened, None, as_of=as_of, root=root)
        processes = min(processes_for(settings.config.jobs), len(targets))
        coming = _in_processes(targets, criteria, keep, processes)
    else:
        documents = _read_all(targets, opened)
        about = [document.strategy for document in documents if document]
        criteria = make_criteria(settings, opened, about, as_of=as_of, root=root)
        coming = (
            (target, keep(judge(target, document, criteria)) if document else None)
            for target, document in zip(targets, documents, strict=True)
        )
    return Coming(criteria.waivers, track(coming, len(targets)))


def none_is_a_strategy(targets: Iterable[Target]) -> InputError:
    """The error for files of which none is a strategy."""
    names = ", ".join(target.name for target in islice(targets, 3))
    return InputError.of(f"none of these documents is a strategy: {names}", "name a strategy, or its folder")


def check_one(path: str, settings: Settings, *, as_of: date, root: Path | None) -> tuple[Document, WeighedFile]:
    """Check one file, and return what was read as well."""
    opened, target = open_for(settings), Target(path, name_of(path, root))
    document = read_target(target, opened)
    assert document is not None, "only what was found in a folder can be something else"
    criteria = make_criteria(settings, opened, [document.strategy], as_of=as_of, root=root)
    return document, judge(target, document, criteria)


def _read_all(targets: Iterable[Target], opened: OpenRulesets) -> list[Document | None]:
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
) -> WeighedFile:
    """Judge one strategy that was read, on the terms of the settings, if no others are named."""
    weighed = weigh(
        document,
        criteria.rulesets,
        as_of=criteria.as_of,
        terms=terms or criteria.settings.for_strategy(target.name),
        engine=criteria.engine,
        waivers=criteria.waivers.about(target.path),
    )
    return WeighedFile(target, weighed, criteria.waivers.files)


def _in_processes(
    targets: Iterable[Target], criteria: Criteria, keep: Callable[[WeighedFile], Kept], processes: int
) -> Iterator[tuple[Target, Kept | None]]:
    problems: dict[Problem, None] = {}  # what is wrong for every strategy is listed once
    ahead, again = tee(targets)
    for target, found in zip(again, in_order(_one, _chunks(ahead), (criteria, keep), processes=processes), strict=True):
        if isinstance(found, _Wrong):
            problems.update(dict.fromkeys(found.problems))
        else:
            yield target, found
    if problems:
        raise InputError(tuple(problems))


def _chunks(targets: Iterator[Target]) -> Iterator[list[Target]]:
    while chunk := list(islice(targets, _CHUNK)):
        yield chunk


@dataclass(frozen=True)
class _Wrong:
    problems: tuple[Problem, ...]


def _one(target: Target, shared: tuple[Criteria, Callable[[WeighedFile], Kept]]) -> Kept | _Wrong | None:
    criteria, keep = shared
    try:
        document = read_target(target, criteria.opened)
        return keep(judge(target, document, criteria)) if document else None
    except InputError as error:
        return _Wrong(error.problems)
