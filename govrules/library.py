# SPDX-License-Identifier: Apache-2.0
"""The library's calls: a strategy in, a report out; and the questions on the way to it. Prints nothing."""

import os
import weakref
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from govrules.assessment.check import assess
from govrules.assessment.interview import Interview, NextQuestion
from govrules.assessment.report import Report
from govrules.assessment.terms import WAIVER_DAYS, Terms, Threshold
from govrules.engines.interface import Engine
from govrules.engines.named import EngineName, engine_named
from govrules.repository.waivers import read_waivers
from govrules.ruleset.load import load_rulesets, open_rulesets
from govrules.ruleset.model import Basis
from govrules.ruleset.rule import Rulesets
from govrules.strategy.answers import answered, data_of, document_from
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
        engine=_engine(engine, rulesets) if isinstance(engine, str) else engine,
        waivers=filed.about(document.source.file) if document.source else (),
        waiver_files=filed.files,
    )


# By the identity of the rulesets, as hashing them costs more than compiling; an entry goes when they go.
_compiled_engines: dict[int, Engine] = {}


def _engine(name: EngineName, rulesets: Rulesets) -> Engine:
    """The engine of that name; the compiled one is made once for all checks against the same rulesets."""
    if name != "compiled":
        return engine_named(name, rulesets.concepts)
    key = id(rulesets)
    if key not in _compiled_engines:
        _compiled_engines[key] = engine_named(name, rulesets.concepts)
        weakref.finalize(rulesets, _compiled_engines.pop, key, None)
    return _compiled_engines[key]


def _document(strategy: Strategy | Document | str | os.PathLike[str], shapes: StrategyShapes) -> Document:
    if isinstance(strategy, Strategy | Document):
        return under(strategy if isinstance(strategy, Document) else Document(strategy), shapes)
    return load_strategy(strategy, shapes=shapes)


def next_question(
    document: Strategy | Document,
    rulesets: Rulesets | None = None,
    *,
    as_of: date | None = None,
    threshold: Threshold = "major",
) -> NextQuestion | None:
    """The question to ask next of whoever proposes a strategy, and what each answer would do.

    Gates come first, then what most of the weightiest open rules wait for. None where no answer that is left can change
    the verdict at the threshold. For a whole interview, keep an :class:`~govrules.assessment.interview.Interview`: it
    judges only what an answer touches.

    Args:
        document: The strategy in any state; one without answers states its title and the organisation's name.
        rulesets: The rulesets that ask; the bundled ones if left out.
        as_of: The day as of which law and document are judged; today, by UTC, if left out.
        threshold: The severity from which on open rules are asked about; ``never`` asks about all.

    Raises:
        InputError: The document has parts that the rulesets do not define.
    """
    asking = rulesets or load_rulesets()
    whole = under(document if isinstance(document, Document) else Document(document), asking.shapes)
    return Interview.of(whole, asking, as_of=as_of or today(), threshold=threshold).next()


def answer(document: Strategy | Document, field: str, value: object, rulesets: Rulesets | None = None) -> Document:
    """The document with an answer; the one given stays as it is. It knows no places in a file.

    Args:
        document: The strategy in any state.
        field: A path such as ``markets`` or ``channels[2].topics``; ``channels[].platform`` answers for each channel
            that does not state it.
        value: Text as a person writes it (``USA``, ``9,000``, ``none``), or data as the document holds them.
        rulesets: Those that add sectors and parts to the document, if any do.

    Raises:
        InputError: It is no answer to that field, or would delete what is known of something.
    """
    whole = document if isinstance(document, Document) else Document(document)
    shapes = rulesets.shapes if rulesets else StrategyShapes()
    return document_from(answered(data_of(whole), field, value, shapes), shapes)
