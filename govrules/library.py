# SPDX-License-Identifier: Apache-2.0
"""The library's one call: a strategy in, a report out. Prints nothing."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from govrules.assessment.check import assess
from govrules.assessment.report import WAIVER_DAYS, Report, Terms
from govrules.engines.interface import Engine
from govrules.engines.named import EngineName, engine_named
from govrules.repository.waivers import read_waivers
from govrules.ruleset.load import open_rulesets
from govrules.ruleset.model import Basis
from govrules.ruleset.rule import Rulesets
from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes
from govrules.strategy.load import Document, load_strategy, under
from govrules.today import today


def check(
    strategy: Strategy | Document | str | os.PathLike[str],
    rulesets: Rulesets | None = None,
    *,
    as_of: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    basis: Sequence[Basis] = (),
    engine: Engine | EngineName = "compiled",
    waivers: Sequence[str | os.PathLike[str]] = (),
    waiver_days: int = WAIVER_DAYS,
) -> Report:
    """Check a strategy and return the report.

    Args:
        strategy: A strategy, a document that was loaded, or the path of a file to load.
        rulesets: What to check against; the bundled rulesets if left out.
        as_of: The day as of which law and document are judged; today, by UTC, if left out. The report carries it.
        select: Ids of rules, patterns with ``*``, or rulesets to which the check is confined.
        ignore: Ids, patterns or rulesets that are left out.
        basis: Who asks for the rules that are asked, such as ``required``; all, if it is empty.
        engine: What judges: ``"compiled"``, ``"durable"`` (with the extra ``govrules[durable]``) or ``"both"``, which
            refuses to answer where the two differ; or an engine, which is made once for many checks.
        waivers: Files of waivers. Those about this strategy, by the path of its file, count beside its own.
        waiver_days: How many days a waiver may run.

    Raises:
        InputError: A file cannot be read or is no strategy or no file of waivers, a pattern matches nothing, or no rule
            is left.
        EngineError: The engine cannot run here, or the two differ. It is an InputError, too.
    """
    if rulesets is None:
        opened = open_rulesets()
        document = _document(strategy, opened.shapes)
        rulesets = opened.load([document.strategy])
    else:
        document = _document(strategy, rulesets.shapes)
    filed = read_waivers(map(Path, waivers), None)
    return assess(
        document,
        rulesets,
        as_of=as_of or today(),
        terms=Terms(tuple(select), tuple(ignore), tuple(basis), waiver_days=waiver_days),
        engine=engine_named(engine, rulesets.concepts) if isinstance(engine, str) else engine,
        waivers=filed.about(document.source.file) if document.source else (),
        waiver_files=filed.files,
    )


def _document(strategy: Strategy | Document | str | os.PathLike[str], shapes: StrategyShapes) -> Document:
    if isinstance(strategy, Strategy | Document):
        return under(strategy if isinstance(strategy, Document) else Document(strategy), shapes)
    return load_strategy(strategy, shapes=shapes)
