# SPDX-License-Identifier: Apache-2.0
"""The lock file: which rulesets, in which version, with which digest. A check against it refuses whatever differs."""

import json
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from govrules.ruleset.rule import Rulesets
from govrules.source.document import Source
from govrules.source.errors import InputError, Problem
from govrules.source.model_errors import validate


class Locked(BaseModel):
    """One ruleset as it was locked."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    version: str
    digest: str


class Lock(BaseModel):
    """All rulesets that were loaded when the lock was written, by id."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    rulesets: Mapping[str, Locked]


def write_lock(rulesets: Rulesets) -> str:
    """The lock of what is loaded, as JSON in a fixed order."""
    locked = {
        ruleset.id: {"version": ruleset.text.version, "digest": ruleset.source.digest}
        for ruleset in sorted(rulesets, key=lambda ruleset: ruleset.id)
    }
    return json.dumps({"rulesets": locked}, indent=2) + "\n"


def hold_to_lock(rulesets: Rulesets, source: Source) -> None:
    """Raise InputError with every difference between what is loaded and what was locked."""
    lock = validate(Lock, source)
    loaded = {ruleset.id: ruleset for ruleset in rulesets}
    problems: list[Problem] = []
    for name, locked in lock.rulesets.items():
        place = source.key_place(("rulesets", name))
        ruleset = loaded.get(name)
        if ruleset is None:
            problems.append(Problem(f"the ruleset '{name}' is locked, but not loaded", place, "load it, or lock again"))
        elif ruleset.source.digest != locked.digest:
            message = f"'{name}' is not what was locked: version {ruleset.text.version}, locked {locked.version}"
            problems.append(Problem(message, place, "review what changed, then lock again: govrules lock"))
    for name in loaded:
        if name not in lock.rulesets:
            message = f"the ruleset '{name}' is loaded, but not locked"
            problems.append(Problem(message, source.place(("rulesets",)), "lock again, or do not load it"))
    if problems:
        raise InputError(problems)
