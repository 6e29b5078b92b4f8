# SPDX-License-Identifier: Apache-2.0
"""Engines by name, for callers who let their own caller choose."""

from collections.abc import Mapping
from typing import Literal, get_args

from govrules.engines.compiled import CompiledEngine
from govrules.engines.interface import Engine, EngineError
from govrules.ruleset.rule import Concept
from govrules.source.suggest import did_you_mean

EngineName = Literal["compiled", "durable", "both"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)


def engine_named(name: EngineName, concepts: Mapping[str, Concept]) -> Engine:
    """The engine of that name; ``both`` holds the two against each other.

    Raises :class:`~govrules.engines.interface.EngineError` where there is none of that name, or it cannot run here.
    """
    if name == "compiled":
        return CompiledEngine(concepts)
    if name not in ENGINES:
        hint = did_you_mean(name, ENGINES) or f"use one of {', '.join(ENGINES)}"
        raise EngineError.of(f"there is no engine '{name}'", hint)
    from govrules.engines.both import BothEngines
    from govrules.engines.durable import DurableEngine

    durable = DurableEngine(concepts)
    return durable if name == "durable" else BothEngines(CompiledEngine(concepts), durable)
