# SPDX-License-Identifier: Apache-2.0
"""Rulesets: their models, reading, and typing against the strategy. Judges nothing."""

from govrules.ruleset.load import load_rulesets
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.ruleset.rule import Concept, Rule, Ruleset, Rulesets

__all__ = ["SEVERITIES", "Concept", "Rule", "Ruleset", "Rulesets", "Severity", "load_rulesets"]
