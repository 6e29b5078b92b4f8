# SPDX-License-Identifier: Apache-2.0
"""Options that several commands share, and the types of their values."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from govrules.assessment.terms import Uncovered
from govrules.day import read_day
from govrules.repository.config import config_for, read_config
from govrules.repository.run import open_for
from govrules.repository.settings import NOTHING_GIVEN, Given, Settings
from govrules.ruleset.bundled import bundled_paths
from govrules.ruleset.load import open_rulesets
from govrules.ruleset.model import BASES, Basis
from govrules.ruleset.rule import Rulesets
from govrules.source.errors import Problem
from govrules.source.read import distinct
from govrules.source.suggest import did_you_mean
from govrules.taxonomy import jurisdictions, sector_alias, sectors

Command = TypeVar("Command", bound=Callable[..., Any])


class FilePath(click.Path):
    """A path; an empty one is refused, which a variable that is not set would be taken for."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Take the path."""
        if not os.fspath(value):
            self.fail("the path is empty; name a file, or leave the option out", param, ctx)
        return super().convert(value, param, ctx)


PATH = FilePath(path_type=Path)


# click before 8.5 does not let these types be subscripted.
class Day(click.ParamType):  # type: ignore[type-arg]
    """A date as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date, or fail with the way out."""
        day = value if isinstance(value, date) else read_day(value)
        if day is None:
            self.fail(f"'{value}' is not a date; write it as YYYY-MM-DD", param, ctx)
        return day


class BasesType(click.ParamType):  # type: ignore[type-arg]
    """Who asks for rules, as a list with commas: ``required,expected``."""

    name = "basis"

    def convert(
        self, value: str | tuple[Basis, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Basis, ...]:
        """Read a list of them."""
        if isinstance(value, tuple):
            return value
        named = [word.strip() for word in value.split(",")]
        for word in named:
            if word not in BASES:
                hint = did_you_mean(word, BASES) or f"choose from: {', '.join(BASES)}"
                self.fail(f"'{word}' is not a basis; {hint}", param, ctx)
        return tuple(basis for basis in BASES if basis in named)


basis_option = click.option(
    "--basis",
    type=BasesType(),
    default=(),
    metavar="BASIS[,...]",
    help=f"Only rules that stand on one of these: {', '.join(BASES)}.",
)


class SectorType(click.ParamType):  # type: ignore[type-arg]
    """A sector by its id, or an everyday word for it."""

    name = "sector"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the sector, or fail with a suggestion."""
        found = sector_alias(value)
        if found is None:
            hint = did_you_mean(value, sectors().names) or "`govrules rules --sectors` lists them"
            self.fail(f"'{value}' is not a sector; {hint}", param, ctx)
        return found

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """Offer the ids that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in sectors().names if name.startswith(incomplete)]


class MarketType(click.ParamType):  # type: ignore[type-arg]
    """A jurisdiction by its code."""

    name = "market"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the code, or fail with a suggestion."""
        code = str(value).upper()
        tree = jurisdictions()
        if not tree.knows(code):
            hint = "write GB" if code == "UK" else did_you_mean(code, tree.names) or "for example US, US-CA, GB, EU"
            self.fail(f"'{value}' is not a jurisdiction; {hint}", param, ctx)
        return code


@dataclass(frozen=True)
class Chosen:
    """What the options say about configuration and rulesets."""

    rulesets: tuple[Path, ...] = ()
    no_bundled: bool = False
    config: Path | None = None
    no_config: bool = False

    def settings(
        self,
        paths: Sequence[str] = (),
        given: Given = NOTHING_GIVEN,
        *,
        no_waivers: bool = False,
        no_baseline: bool = False,
    ) -> Settings:
        """The settings for what is named on the command line; ``given`` is what other options state."""
        if no_baseline and given.baseline:
            raise click.UsageError("--baseline and --no-baseline contradict each other")
        if self.config and self.no_config:
            raise click.UsageError("--config and --no-config contradict each other")
        file = None
        if self.config is not None:
            file = read_config(self.config)
        elif not self.no_config:
            file = config_for(paths)
        return Settings(
            file,
            replace(given, rulesets=self.rulesets, bundled=False if self.no_bundled else None),
            without_waivers=no_waivers,
            without_baseline=no_baseline,
            named=self.no_config or self.config is not None,
        )

    def load(self, paths: Sequence[str] = ()) -> Rulesets:
        """Load the rulesets that are in force for what is named."""
        return open_for(self.settings(paths)).load()


def ruleset_options(command: Command) -> Command:
    """Add the options that say which rulesets and which configuration are used, as one argument ``chosen``."""

    @wraps(command)
    def gathered(
        ruleset_files: tuple[Path, ...], no_bundled: bool, config: Path | None, no_config: bool, **others: Any
    ) -> Any:
        return command(chosen=Chosen(ruleset_files, no_bundled, config, no_config), **others)

    for option in (
        click.option("--no-config", is_flag=True, help="Do not look for a configuration."),
        click.option(
            "--config",
            type=PATH,
            metavar="FILE",
            help="Use this configuration. Default: govrules.yaml or [tool.govrules] of pyproject.toml, found upwards.",
        ),
        click.option("--no-bundled", is_flag=True, help="Do not load the bundled rulesets."),
        click.option(
            "--ruleset",
            "-r",
            "ruleset_files",
            multiple=True,
            type=PATH,
            metavar="FILE",
            help="Load this ruleset file as well. May be repeated.",
        ),
    ):
        gathered = option(gathered)
    return cast(Command, gathered)


_ALL = "\0"  # behind the option stands no name


def _uncovered(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> Uncovered | None:
    for name in names:
        if name != _ALL and os.path.isfile(name):
            raise click.BadParameter(f"{name} is a file, not a market, sector or topic; write the option after it")
    return True if _ALL in names else names or None


def uncovered_option(what: str) -> Callable[[Command], Command]:
    """The option that lets pass what no loaded rule is about: all of it, or what it names; else it makes ``what``."""
    help_ = (
        f"What no loaded rule is about does not make {what}: this market, sector or topic (may be repeated), or, where "
        "no name follows, all of it. Then write it after the files."
    )
    return click.option(
        "--allow-uncovered",
        multiple=True,
        is_flag=False,
        flag_value=_ALL,
        metavar="[NAME]",
        callback=_uncovered,
        help=help_,
    )


def waivers_options(command: Command) -> Command:
    """Add the options that say which waivers count."""
    for option in (
        click.option("--no-waivers", is_flag=True, help="Ignore all waivers, those that strategies state included."),
        click.option(
            "--waivers",
            "waiver_files",
            multiple=True,
            type=PATH,
            metavar="FILE",
            help="Apply the waivers of this file as well. May be repeated.",
        ),
    ):
        command = option(command)
    return command


def format_option(*formats: str) -> Callable[[Command], Command]:
    """Add ``--format``; the first one named is the default."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], help=f"Default: {formats[0]}."
    )


def examine_chosen(files: tuple[Path, ...]) -> tuple[Rulesets, list[Problem], set[str]]:
    """Load ruleset files beside what they extend, faults and all; without files, those of the configuration, or else
    the bundled ones.

    Returns what is sound, the faults, and the files that were meant.
    """
    paths = distinct(files or Chosen().settings().rulesets or bundled_paths())
    rulesets, problems = open_rulesets(paths).examine()
    return rulesets, problems, {str(path) for path in paths}


def output_option(command: Command) -> Command:
    """Add ``--output``."""
    return click.option(
        "--output",
        "-o",
        type=FilePath(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write to this file, whole or not at all; an existing one is replaced.",
    )(command)
