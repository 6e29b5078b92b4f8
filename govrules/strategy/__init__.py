# SPDX-License-Identifier: Apache-2.0
"""The strategy document: its model, its reading, and the place of each value. Knows no rule and no law."""

from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import Document, load_strategy, parse_strategy

__all__ = ["Document", "Strategy", "StrategyShapes", "load_strategy", "parse_strategy"]
