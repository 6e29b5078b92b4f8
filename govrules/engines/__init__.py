# SPDX-License-Identifier: Apache-2.0
"""Engines: rules and a strategy in, verdicts out. They know neither files, nor severities, nor output."""

from govrules.engines.compiled import CompiledEngine
from govrules.engines.interface import Deciding, Engine, Verdict

__all__ = ["CompiledEngine", "Deciding", "Engine", "Verdict"]
