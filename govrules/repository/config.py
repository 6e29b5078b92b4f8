# SPDX-License-Identifier: Apache-2.0
"""The configuration: ``govrules.yaml``, or the table ``[tool.govrules]`` of ``pyproject.toml``, and where it is found.

It is written down here as it stands in the file. What is in force, once the command line has had its say, is for
``settings`` to say.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from annotated_types import Ge
from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from govrules.assessment.terms import WAIVER_DAYS, Threshold
from govrules.engines.named import EngineName
from govrules.output.formats import FormatName
from govrules.repository.patterns import PatternText
from govrules.ruleset.model import Basis, Text
from govrules.source.document import Source
from govrules.source.errors import InputError
from govrules.source.git import root_of
from govrules.source.model_errors import validate
from govrules.source.read import read, read_toml
from govrules.strategy.base import Many, Part, PathText

NAMES = ("govrules.yaml", "govrules.yml")
PYPROJECT = "pyproject.toml"
TABLE = ("tool", "govrules")


def _all_or_names(value: Any) -> Any:
    # Told here in one sentence: of two types, pydantic tells what is wrong by each.
    names = isinstance(value, list) and value and all(isinstance(name, str) and name.strip() for name in value)
    if value is None or isinstance(value, bool) or names:
        return value
    raise PydanticCustomError("all_or_names", "takes true, false or a list of names; write for example [retail, FR]")


_Uncovered = Annotated[bool | Many[Text], BeforeValidator(_all_or_names)]


class Override(Part):
    """What is otherwise for some of the strategies. Of several that fit a strategy, the last one decides."""

    files: Many[PatternText] = Field(
        min_length=1, description="For which strategies? Patterns as in .gitignore, relative to this file."
    )
    fail_on: Threshold | None = Field(default=None, description="From which severity on does the check fail?")
    allow_unanswered: bool | None = Field(default=None, description="Do unanswered rules not make the check fail?")
    allow_uncovered: _Uncovered | None = Field(
        default=None, description="Does what no loaded rule is about not make the check fail? Or only of these names?"
    )
    select: Many[Text] | None = Field(default=None, description="Which rules alone are asked?")
    ignore: Many[Text] | None = Field(default=None, description="Which rules are left out?")
    basis: Many[Basis] | None = Field(default=None, description="Who asks for the rules that are asked?")


class Config(Part):
    """How the strategies of a repository are checked. Paths and patterns are relative to the file."""

    strategies: Many[PathText] = Field(
        default=(),
        description="Where are the strategies? Files, folders and globs, checked where the command names none.",
    )
    exclude: Many[PatternText] = Field(
        default=(), description="What is passed over in folders and globs? Patterns as in .gitignore."
    )
    rulesets: Many[PathText] = Field(default=(), description="Which ruleset files are loaded?")
    bundled: bool = Field(default=True, description="Are the bundled and installed rulesets loaded as well?")
    lock: PathText | None = Field(default=None, description="Which lock file must the rulesets agree with?")
    waivers: Many[PathText] = Field(default=(), description="In which files are waivers?")
    waiver_days: Annotated[int, Ge(1)] = Field(
        default=WAIVER_DAYS, description="How long may a waiver run?", json_schema_extra={"unit": "days"}
    )
    baseline: PathText | None = Field(
        default=None, description="In which file are the findings that are known already?"
    )
    fail_on: Threshold = Field(default="major", description="From which severity on does the check fail?")
    allow_unanswered: bool = Field(default=False, description="Do unanswered rules not make the check fail?")
    allow_uncovered: _Uncovered = Field(
        default=False, description="Does what no loaded rule is about not make the check fail? Or only of these names?"
    )
    select: Many[Text] = Field(
        default=(), description="Which rules alone are asked? Ids, patterns with *, or rulesets."
    )
    ignore: Many[Text] = Field(default=(), description="Which rules are left out? Ids, patterns with *, or rulesets.")
    basis: Many[Basis] = Field(default=(), description="Who asks for the rules that are asked? Left out, anybody.")
    engine: EngineName = Field(default="compiled", description="Which engine judges?")
    jobs: Annotated[int, Ge(1)] | None = Field(
        default=None,
        description="How many processes may check at once? Left out, as many as there are processors.",
    )
    format: FormatName = Field(default="text", description="In which format is the report printed?")
    output: dict[FormatName, PathText] = Field(
        default={}, description="Into which files are reports written? By format, such as sarif: build/govrules.sarif."
    )
    overrides: Many[Override] = Field(default=(), description="What is otherwise for some of the strategies?")


@dataclass(frozen=True)
class ConfigFile:
    """A configuration that was read.

    ``folder`` is where it lies, and what its paths are relative to. ``within`` is the folder beyond which it may name
    no file, for whoever checks need not have written it: the repository or, outside of one, where it lies.
    """

    config: Config
    source: Source
    folder: Path
    within: Path

    def origin(self, *keys: str | int) -> str | None:
        """Where a setting stands, as ``file:line:column``; None if the file does not state it."""
        if self.source.has(keys):
            return str(self.source.key_place(keys))
        # TOML has ways to write a key that are read and not found.
        return self.source.file if keys[0] in self.config.model_fields_set else None


def find_config(start: Path) -> ConfigFile | None:
    """The nearest configuration at or above a folder, not beyond the repository in which it lies; None without one."""
    for folder in (start, *start.parents):
        found = in_folder(folder)
        if found is not None:
            return found
        if os.path.lexists(folder / ".git"):
            break
    return None


def config_for(paths: Sequence[str]) -> ConfigFile | None:
    """The configuration for files, folders and globs that are named; for the working directory, if none is.

    Raises InputError where they are under different ones: one call has one configuration.
    """
    found = {path: find_config(_folder_of(path)) for path in paths or (".",)}
    first, *others = found
    for other in others:
        one, two = found[first], found[other]
        if (one and one.source.file) != (two and two.source.file):
            names = [config.source.file if config else "none" for config in (one, two)]
            message = f"the files have different configurations: {first} has {names[0]}, {other} has {names[1]}"
            raise InputError.of(message, "check them one by one, or name one with --config, or --no-config")
    return found[first]


def _folder_of(path: str) -> Path:
    """The folder from which a configuration is looked for: a folder itself, or the nearest one around what is named."""
    place = Path(os.path.abspath(path if path != "-" else "."))
    folder = next(folder for folder in (place, *place.parents) if os.path.isdir(folder))
    return Path(os.path.realpath(folder))


def read_config(path: Path) -> ConfigFile:
    """Read a configuration that was named."""
    source = read_toml(path, TABLE, file=shown(path)) if path.suffix == ".toml" else read(path, file=shown(path))
    if source is None:
        message = f"{shown(path)}: there is no table [{'.'.join(TABLE)}]"
        raise InputError.of(message, "add it, or name another file")
    folder = path.resolve().parent
    return ConfigFile(validate(Config, source), source, folder, root_of(folder) or folder)


def shown(path: Path) -> str:
    """A path as messages show it: relative to the working directory where it lies below it."""
    here = Path.cwd()
    return os.path.relpath(path, here) if path.is_absolute() and path.is_relative_to(here) else str(path)


def in_folder(folder: Path) -> ConfigFile | None:
    """The configuration that lies in a folder; None if there is none. Raises InputError where there are two."""
    there = [folder / name for name in (*NAMES, PYPROJECT) if os.path.isfile(folder / name)]
    named = [path for path in there if path.name != PYPROJECT or _has_table(path)]
    if len(named) > 1:
        message = f"there are two configurations: {shown(named[0])} and {shown(named[1])}"
        raise InputError.of(message, "keep one of them, or name one with --config")
    if not named:
        return None
    if not Path(os.path.realpath(named[0])).is_relative_to(root_of(folder) or folder):
        raise InputError.of(f"{shown(named[0])} is a link that leads elsewhere", "name the configuration with --config")
    return read_config(named[0])


def _has_table(project: Path) -> bool:
    # A pyproject.toml without a word about govrules is not read: what is wrong with it is no business of a check.
    return b"govrules" in project.read_bytes() and bool(read_toml(project, TABLE, file=shown(project)))


def config_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of a configuration."""
    from govrules.strategy.schema import ModelSchemas, headed, shared

    models = ModelSchemas(shared({"type": "string"}))
    return headed("config", models.model(Config), models.definitions)
