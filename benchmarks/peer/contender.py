# SPDX-License-Identifier: Apache-2.0
"""What a rule engine has to do here, whichever it is."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peer.rules import Rule

Broken = set[tuple[str, int]]
"""Which rules are broken on which channels: ids of rules, and places of channels."""

Judge = Callable[[], Broken]
"""Judges one strategy, which stands ready in the form that the engine takes."""

Prepare = Callable[[Mapping[str, Any]], Judge]
"""Makes a strategy ready, from plain data. Not measured."""


@dataclass(frozen=True)
class Contender:
    """A rule engine, used in one way.

    ``make`` translates the rules and compiles them, as far as the engine can, which is not measured either; it raises
    ImportError where the engine is not installed. ``gives`` says what comes back. ``clock`` counts the CPU time of its
    process, in seconds.
    """

    name: str
    package: str
    gives: str
    make: Callable[[Sequence[Rule]], Prepare]
    clock: Callable[[], float] = time.process_time
