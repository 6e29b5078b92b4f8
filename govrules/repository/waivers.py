# SPDX-License-Identifier: Apache-2.0
"""Files of waivers: reading them, and which waiver is about which strategy. What one is worth is judged elsewhere."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govrules.assessment.report import FileRecord
from govrules.assessment.waivers import PlacedWaiver
from govrules.repository.files import name_of
from govrules.source.errors import InputError, Problem
from govrules.source.model_errors import validate
from govrules.source.read import distinct, read
from govrules.strategy.waivers import WaiverFile


@dataclass(frozen=True)
class FiledWaivers:
    """The waivers of all files, by the real path of the strategy that each is about."""

    files: tuple[FileRecord, ...] = ()
    by_strategy: Mapping[str, tuple[PlacedWaiver, ...]] = field(default_factory=dict)

    def about(self, path: str) -> tuple[PlacedWaiver, ...]:
        """The waivers of a strategy, by its path."""
        return self.by_strategy.get(os.path.realpath(path), ())


def read_waivers(paths: Iterable[Path], root: Path | None) -> FiledWaivers:
    """Read files of waivers. Raises InputError where one cannot be used, or names a strategy that is not there."""
    files: list[FileRecord] = []
    found: dict[str, list[PlacedWaiver]] = {}
    problems: list[Problem] = []
    for path in distinct(paths):
        source = read(path, file=name_of(str(path), root))
        files.append(FileRecord(source.file, source.digest))
        for index, waiver in enumerate(validate(WaiverFile, source).waivers):
            at = ("waivers", index)
            strategy = path.parent / waiver.strategy
            if not os.path.isfile(strategy):
                message = f"the strategy '{waiver.strategy}' does not exist"
                hint = "correct the path, which begins at this file, or remove the waiver"
                problems.append(Problem(message, source.place((*at, "strategy")), hint))
            found.setdefault(os.path.realpath(strategy), []).append(PlacedWaiver(waiver, at, source))
    if problems:
        raise InputError(problems)
    return FiledWaivers(tuple(files), {strategy: tuple(waivers) for strategy, waivers in found.items()})


def waivers_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of a file of waivers."""
    from govrules.strategy.schema import ModelSchemas, headed, shared

    models = ModelSchemas(shared({"type": "string"}))
    return headed("waivers", models.model(WaiverFile), models.definitions)
