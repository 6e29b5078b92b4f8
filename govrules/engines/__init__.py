# SPDX-License-Identifier: Apache-2.0
"""Engines: rules and a strategy in, judgements out. They know neither files, nor severities, nor output."""

from govrules.engines.compiled import CompiledEngine
from govrules.engines.interface import Deciding, Engine, Judgement

__all__ = ["CompiledEngine", "Deciding", "Engine", "Judgement"]
