# SPDX-License-Identifier: Apache-2.0
"""govrules checks a proposed social media strategy against law, regulation and good governance.

    >>> from govrules import check, load_rulesets, load_strategy
    >>> report = check(load_strategy("strategy.yaml"))
    >>> report.summary.showstoppers
    0

Nothing in the library prints, exits or reads anything but the files that it is given and the bundled rulesets.
"""

import os
from collections.abc import Sequence
from datetime import date

from govrules.assessment import Finding, Met, Question, Report, Threshold, assess, failing, report_schema
from govrules.engines import Engine
from govrules.ruleset import Rule, Ruleset, Rulesets, Severity, load_rulesets
from govrules.source import InputError, Place, Problem
from govrules.strategy import Document, Strategy, load_strategy, parse_strategy
from govrules.version import VERSION as __version__

__all__ = [
    "Document",
    "Finding",
    "InputError",
    "Met",
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
    "check",
    "failing",
    "load_rulesets",
    "load_strategy",
    "parse_strategy",
    "report_schema",
]


def check(
    strategy: Strategy | Document | str | os.PathLike[str],
    rulesets: Rulesets | None = None,
    *,
    as_of: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    engine: Engine | None = None,
) -> Report:
    """Check a strategy and return the report.

    Args:
        strategy: A strategy, a document that was loaded, or the path of a file to load.
        rulesets: What to check against; the bundled rulesets if left out.
        as_of: The day as of which law and document are judged; today (local) if left out. The report carries it.
        select: Ids of rules, patterns with ``*``, or rulesets to which the check is confined.
        ignore: Ids, patterns or rulesets that are left out.
        engine: What judges; the compiled engine if left out.

    Raises:
        InputError: The file cannot be read or is no strategy, a pattern matches nothing, or no rule is left.
    """
    if isinstance(strategy, Strategy):
        document = Document(strategy)
    elif isinstance(strategy, Document):
        document = strategy
    else:
        document = load_strategy(strategy)
    return assess(
        document,
        load_rulesets() if rulesets is None else rulesets,
        as_of=as_of or date.today(),
        select=select,
        ignore=ignore,
        engine=engine,
    )
