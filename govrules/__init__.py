# SPDX-License-Identifier: Apache-2.0
"""govrules checks a proposed social media strategy against law, regulation and good governance.

    >>> from govrules import check, load_rulesets, load_strategy
    >>> report = check(load_strategy("strategy.yaml"))
    >>> report.summary.showstoppers
    0

Nothing in the library prints, exits or reads anything but the files that it is given and the bundled rulesets.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govrules.version import VERSION as __version__

if TYPE_CHECKING:
    from govrules.assessment.interview import Interview, NextQuestion
    from govrules.assessment.report import Finding, Met, Question, Report, report_schema
    from govrules.assessment.terms import Threshold
    from govrules.assessment.threshold import failing
    from govrules.library import answer, check, next_question
    from govrules.ruleset import Rule, Ruleset, Rulesets, Severity, load_rulesets
    from govrules.source import InputError, Place, Problem
    from govrules.strategy import Document, Strategy, load_strategy, parse_strategy

__all__ = [
    "Document",
    "Finding",
    "InputError",
    "Interview",
    "Met",
    "NextQuestion",
    "Place",
    "Problem",
    "Question",
    "Report",
    "Rule",
    "Ruleset",
    "Rulesets",
    "Severity",
    "Strategy",
    "Threshold",
    "__version__",
    "answer",
    "check",
    "failing",
    "load_rulesets",
    "load_strategy",
    "next_question",
    "parse_strategy",
    "report_schema",
]


_HOMES = {
    "govrules.assessment.interview": ("Interview", "NextQuestion"),
    "govrules.assessment.report": ("Finding", "Met", "Question", "Report", "report_schema"),
    "govrules.assessment.terms": ("Threshold",),
    "govrules.assessment.threshold": ("failing",),
    "govrules.library": ("answer", "check", "next_question"),
    "govrules.ruleset": ("Rule", "Ruleset", "Rulesets", "Severity", "load_rulesets"),
    "govrules.source": ("InputError", "Place", "Problem"),
    "govrules.strategy": ("Document", "Strategy", "load_strategy", "parse_strategy"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    # Imported when first asked for: most of the time of a short command goes into building the models.
    if name not in _HOME:
        raise AttributeError(f"module 'govrules' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
