# SPDX-License-Identifier: Apache-2.0
"""The interview: which question to ask next, why, and what each answer would do. It asks nobody and prints nothing."""

from govrules.assessment.interview.planner import Effect, Interview, NextQuestion, Remaining, gates

__all__ = ["Effect", "Interview", "NextQuestion", "Remaining", "gates"]
