# SPDX-License-Identifier: Apache-2.0
"""The settings in force: what the command line says, or else the configuration, or else the default; and which of them
it was.

There is one order of merging: for a strategy, the command line beats the last override that fits it, which beats the
rest of the file, which beats the default. Rulesets and waivers that the command line names are added; all else
replaces.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from govrules.assessment.report import Terms
from govrules.output.formats import FormatName
from govrules.repository.config import Config, ConfigFile, Override, shown
from govrules.repository.patterns import patterns

COMMAND_LINE = "command line"
DEFAULT = "default"
ADDED = ("rulesets", "waivers")
"""The lists to which the command line adds."""
_PER_STRATEGY = ("fail_on", "allow_unanswered", "select", "ignore")


class Setting(NamedTuple):
    """A setting with its value and where that comes from."""

    name: str
    value: Any
    origin: str


@dataclass(frozen=True)
class Settings:
    """The settings of a call.

    ``file`` is the configuration (None: there is none), ``given`` what the command line states, by the names of the
    configuration; its paths are relative to the working directory. ``without_waivers`` tells that none counts, nor
    those that strategies themselves state. ``named`` tells that the configuration was named, or is to be none, and not
    looked for.
    """

    file: ConfigFile | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    without_waivers: bool = False
    named: bool = False

    @cached_property
    def config(self) -> Config:
        """What is in force, but for what is otherwise for some strategies. Paths are as they were written."""
        base = self.file.config if self.file else Config()
        added = {name: (*getattr(base, name), *self.given[name]) for name in ADDED if name in self.given}
        return base.model_copy(update={**self.given, **added})

    def path(self, name: str) -> Path | None:
        """The path that a setting names, to be opened; None if it names none."""
        value = getattr(self.config, name)
        return self._placed(name, value) if value else None

    def paths(self, name: str) -> tuple[Path, ...]:
        """The paths that a setting lists, to be opened."""
        stated = getattr(self.file.config, name) if self.file else ()
        return (*(self._in_folder(value) for value in stated), *map(Path, self.given.get(name, ())))

    def outputs(self) -> dict[FormatName, Path]:
        """The files into which reports are written, by format."""
        return {format_: self._placed("output", value) for format_, value in self.config.output.items()}

    def without(self, name: str) -> "Settings":
        """The same settings, but for a path that is not used."""
        return replace(self, given={**self.given, name: None})

    def for_strategy(self, name: str) -> Terms:
        """The terms on which a strategy is checked, by its path from the folder of the configuration."""
        values = {setting.name: setting.value for setting in self._terms(name)}
        return Terms(waivers=not self.without_waivers, waiver_days=self.config.waiver_days, **values)

    def explain(self, strategy: str | None = None) -> tuple[Setting, ...]:
        """Every setting with its origin; with a strategy, as they are for it."""
        general = [self._general(name) for name in Config.model_fields if name != "overrides"]
        if strategy is None:
            return tuple(general)
        special = {setting.name: setting for setting in self._terms(strategy)}
        return tuple(special.get(setting.name, setting) for setting in general)

    def _general(self, name: str) -> Setting:
        origin = self.file.origin(name) if self.file else None
        if name in self.given:
            origin = f"{origin} and {COMMAND_LINE}" if origin and name in ADDED else COMMAND_LINE
        return Setting(name, getattr(self.config, name), origin or DEFAULT)

    def _terms(self, strategy: str) -> Iterator[Setting]:
        for name in _PER_STRATEGY:
            setting = self._general(name)
            if name not in self.given and self.file is not None:
                for index, override in self._fitting(strategy):
                    value = getattr(override, name)
                    if value is not None:
                        setting = Setting(name, value, self.file.origin("overrides", index, name) or DEFAULT)
            yield setting

    def _fitting(self, strategy: str) -> Iterator[tuple[int, Override]]:
        for index, override in enumerate(self.config.overrides):
            if patterns(override.files).match_file(strategy):
                yield index, override

    def _placed(self, name: str, value: str) -> Path:
        return Path(value) if name in self.given else self._in_folder(value)

    def _in_folder(self, value: str) -> Path:
        assert self.file is not None, "a path that is not given comes from a file"
        return Path(shown(self.file.folder / value))
