# SPDX-License-Identifier: Apache-2.0
"""The settings in force: what the command line says, or else the configuration, or else the default; and which of them
it was.

There is one order of merging: for a strategy, the command line beats the last override that fits it, which beats the
rest of the file, which beats the default. Rulesets and waivers that the command line names are added; all else
replaces.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from govrules.assessment.terms import Terms, Threshold, Uncovered
from govrules.engines.named import EngineName
from govrules.output.formats import FormatName
from govrules.repository.config import Config, ConfigFile, Override, shown
from govrules.repository.patterns import patterns
from govrules.ruleset.model import Basis
from govrules.source.document import Pointer
from govrules.source.errors import InputError, cut

COMMAND_LINE = "command line"
DEFAULT = "default"
_ADDED = ("rulesets", "waivers")
_PER_STRATEGY = ("fail_on", "allow_unanswered", "allow_uncovered", "select", "ignore", "basis")

T = TypeVar("T")


class Setting(NamedTuple):
    """A setting with its value and where that comes from."""

    name: str
    value: Any
    origin: str


@dataclass(frozen=True)
class Given:
    """What the command line states, by the names of the configuration; None and an empty list state nothing.

    Paths are relative to the working directory.
    """

    rulesets: tuple[Path, ...] = ()
    bundled: bool | None = None
    lock: Path | None = None
    waivers: tuple[Path, ...] = ()
    baseline: Path | None = None
    fail_on: Threshold | None = None
    allow_unanswered: bool | None = None
    allow_uncovered: Uncovered | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    basis: tuple[Basis, ...] = ()
    engine: EngineName | None = None
    jobs: int | None = None
    format: FormatName | None = None

    def states(self, name: str) -> bool:
        """Tell whether it states a setting of the configuration."""
        return getattr(self, name, None) not in (None, ())

    def as_written(self) -> dict[str, Any]:
        """What it states, as a configuration would."""
        stated = {one.name: getattr(self, one.name) for one in fields(self) if self.states(one.name)}
        return {name: _as_written(value) for name, value in stated.items()}


NOTHING_GIVEN = Given()


@dataclass(frozen=True)
class Settings:
    """The settings of a call.

    ``file`` is the configuration (None: there is none), ``given`` what the command line states. ``without_waivers``
    tells that none counts, nor those that strategies themselves state; ``without_baseline`` and ``without_lock`` that
    neither is used, whoever names one. ``named`` tells that the configuration was named, or is to be none, and not
    looked for.
    """

    file: ConfigFile | None = None
    given: Given = NOTHING_GIVEN
    without_waivers: bool = False
    without_baseline: bool = False
    without_lock: bool = False
    named: bool = False

    @cached_property
    def config(self) -> Config:
        """What is in force, but for what is otherwise for some strategies. Paths are as they were written."""
        stated = self.given.as_written()
        for name in _ADDED:
            if name in stated:
                stated[name] = (*getattr(self._stated, name), *stated[name])
        for name, left_out in (("baseline", self.without_baseline), ("lock", self.without_lock)):
            if left_out:
                stated[name] = None
        return self._stated.model_copy(update=stated)

    @property
    def rulesets(self) -> tuple[Path, ...]:
        """The files of rulesets, to be opened."""
        return (*self._listed("rulesets"), *self.given.rulesets)

    @property
    def waivers(self) -> tuple[Path, ...]:
        """The files of waivers, to be opened."""
        return (*self._listed("waivers"), *self.given.waivers)

    @property
    def lock(self) -> Path | None:
        """The lock file with which the rulesets must agree; None if there is none."""
        return None if self.without_lock else self._path(self.given.lock, "lock")

    @property
    def baseline(self) -> Path | None:
        """The file of the findings that are known already; None if there is none."""
        return None if self.without_baseline else self._path(self.given.baseline, "baseline")

    def outputs(self) -> dict[FormatName, Path]:
        """The files into which reports are written, by format."""
        return {format_: self._in_folder(value, ("output", format_)) for format_, value in self._stated.output.items()}

    def for_strategy(self, name: str) -> Terms:
        """The terms on which a strategy is checked, by its path from the folder of the configuration."""
        config, given = self.config, self.given
        fitting = [override for _, override in self._fitting(name)]

        def in_force(stated: T | None, of: Callable[[Override], T | None], general: T) -> T:
            if stated not in (None, ()):
                return general
            return next((value for one in reversed(fitting) if (value := of(one)) is not None), general)

        return Terms(
            select=in_force(given.select, lambda one: one.select, config.select),
            ignore=in_force(given.ignore, lambda one: one.ignore, config.ignore),
            basis=in_force(given.basis, lambda one: one.basis, config.basis),
            waivers=not self.without_waivers,
            waiver_days=config.waiver_days,
            fail_on=in_force(given.fail_on, lambda one: one.fail_on, config.fail_on),
            allow_unanswered=in_force(
                given.allow_unanswered, lambda one: one.allow_unanswered, config.allow_unanswered
            ),
            allow_uncovered=in_force(given.allow_uncovered, lambda one: one.allow_uncovered, config.allow_uncovered),
        )

    def explain(self, strategy: str | None = None) -> tuple[Setting, ...]:
        """Every setting with its origin; with a strategy, as they are for it."""
        general = [self._general(name) for name in Config.model_fields if name != "overrides"]
        if strategy is None:
            return tuple(general)
        terms = self.for_strategy(strategy)
        return tuple(
            Setting(one.name, getattr(terms, one.name), self._special_origin(one, strategy))
            if one.name in _PER_STRATEGY
            else one
            for one in general
        )

    @property
    def _stated(self) -> Config:
        return self.file.config if self.file else Config()

    def _general(self, name: str) -> Setting:
        origin = self.file.origin(name) if self.file else None
        if self.given.states(name):
            origin = f"{origin} and {COMMAND_LINE}" if origin and name in _ADDED else COMMAND_LINE
        return Setting(name, getattr(self.config, name), origin or DEFAULT)

    def _special_origin(self, general: Setting, strategy: str) -> str:
        if self.file is None or self.given.states(general.name):
            return general.origin
        deciding = [index for index, one in self._fitting(strategy) if getattr(one, general.name) is not None]
        special = self.file.origin("overrides", deciding[-1], general.name) if deciding else None
        return special or general.origin

    def _fitting(self, strategy: str) -> Iterator[tuple[int, Override]]:
        for index, override in enumerate(self.config.overrides):
            if patterns(override.files).match_file(strategy):
                yield index, override

    def _listed(self, name: Literal["rulesets", "waivers"]) -> Iterator[Path]:
        stated: tuple[str, ...] = getattr(self._stated, name)
        return (self._in_folder(value, (name, index)) for index, value in enumerate(stated))

    def _path(self, given: Path | None, name: Literal["lock", "baseline"]) -> Path | None:
        stated: str | None = getattr(self._stated, name)
        return given or (self._in_folder(stated, (name,)) if stated else None)

    def _in_folder(self, value: str, at: Pointer) -> Path:
        """The file that the configuration names there. Raises InputError where it lies outside the repository."""
        assert self.file is not None, "a path that is not given comes from a file"
        path = self.file.folder / value
        if not Path(os.path.realpath(path)).is_relative_to(self.file.within):
            message = f"a configuration may name files inside its repository only, and {cut(value)} leads out of it"
            raise InputError.of(
                message, "name a file in it, or this one on the command line", self.file.source.place(at)
            )
        return Path(shown(path))


def _as_written(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_as_written, value))
    return str(value) if isinstance(value, Path) else value


assert {one.name for one in fields(Given)} <= Config.model_fields.keys()
