# SPDX-License-Identifier: Apache-2.0
"""The library's one call: a strategy in, a report out. Prints nothing."""

import os
from collections.abc import Sequence
from datetime import date

from govrules.assessment.check import assess
from govrules.assessment.report import Report
from govrules.engines.interface import Engine
from govrules.ruleset.load import load_rulesets
from govrules.ruleset.rule import Rulesets
from govrules.strategy.document import Strategy
from govrules.strategy.load import Document, load_strategy


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
    chosen = load_rulesets() if rulesets is None else rulesets
    if isinstance(strategy, Strategy):
        document = Document(strategy)
    elif isinstance(strategy, Document):
        document = strategy
    else:
        document = load_strategy(strategy, sectors=chosen.shapes.sectors)
    return assess(
        document,
        chosen,
        as_of=as_of or date.today(),
        select=select,
        ignore=ignore,
        engine=engine,
    )
