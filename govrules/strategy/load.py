# SPDX-License-Identifier: Apache-2.0
"""From a file to a strategy that knows where each of its values stands."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pydantic import ValidationError

from govrules.source.document import GROUPS, Pointer, Source
from govrules.source.errors import InputError, Problem
from govrules.source.model_errors import TERSE, label, problems_of, validated
from govrules.source.read import Format, read, read_text
from govrules.source.suggest import did_you_mean
from govrules.strategy.as_written import TwoReadings, as_written
from govrules.strategy.document import Strategy
from govrules.strategy.fields import StrategyShapes

MOST_PARTS = 200
"""How many channels, campaigns, programmes and other parts of lists a document may state: the largest examples have a
third of that, and a check takes time by their number."""


@dataclass(frozen=True, slots=True)
class Document:
    """A strategy and, where it was read from a file or text, its source with the place of every value."""

    strategy: Strategy
    source: Source | None = None


def load_strategy(
    path: str | os.PathLike[str], *, shapes: StrategyShapes | None = None, file: str | None = None
) -> Document:
    """Read a strategy from YAML, JSON or Markdown with YAML front matter; ``-`` is standard input.

    ``shapes`` are those of the rulesets that it is for, with the sectors and parts that they add; ``file`` is what
    messages and reports call it, if not by its path. Raises :class:`~govrules.source.errors.InputError` with every
    problem, its place, and the way out.
    """
    return document_of(read(path, file=file), shapes)


def parse_strategy(
    text: str, *, file: str = "<text>", format: Format | None = None, shapes: StrategyShapes | None = None
) -> Document:
    """Read a strategy from a text; as :func:`load_strategy` otherwise."""
    return document_of(read_text(text, file=file, format=format), shapes)


def document_of(source: Source, shapes: StrategyShapes | None = None) -> Document:
    """The strategy of a source that was read; as :func:`load_strategy` otherwise.

    Values are taken as people write them where they can be read in one way only.
    """
    shapes = shapes or StrategyShapes()
    _hold_to_limit(source)
    try:
        # What is valid as it stands has no other reading: to look for one takes longer than all the rest.
        context = {"sectors": shapes.sectors, TERSE: True}
        return Document(shapes.model.model_validate(source.data, context=context), source)
    except ValidationError:
        data, doubtful = as_written(source.data, shapes.root)
    try:
        return Document(strategy_of(data, shapes, source), source)
    except InputError as error:
        two_readings = {source.place(one.pointer): one for one in doubtful}
        raise InputError(
            [_doubt(two_readings.get(it.place) if it.place else None, it) for it in error.problems]
        ) from None


def _hold_to_limit(source: Source) -> None:
    if _count_parts(source.data) > MOST_PARTS:
        message = f"the document states more than {MOST_PARTS} channels, campaigns and other parts"
        hint = "split it, for instance into one for each brand or region"
        first_too_many = next(islice(_parts(source.data, ()), MOST_PARTS, None))
        raise InputError.of(message, hint, source.place(first_too_many))


def _count_parts(data: Any) -> int:
    """How many groups of fields are elements of lists."""
    count = 0
    level = [data]
    while level:
        below = []
        for group in level:
            if isinstance(group, dict):
                below += [value for value in group.values() if isinstance(value, GROUPS)]
            else:
                inner = [value for value in group if isinstance(value, GROUPS)]
                count += sum(isinstance(value, dict) for value in inner)
                below += inner
        level = below
    return count


def _parts(data: Any, at: Pointer) -> Iterator[Pointer]:
    """Where the groups of fields stand that are elements of lists."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _parts(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            if isinstance(value, dict):
                yield (*at, index)
            yield from _parts(value, (*at, index))


def _doubt(value: TwoReadings | None, problem: Problem) -> Problem:
    """The problem with a value; where it has two readings, that is what is wrong with it."""
    if value is None:
        return problem
    message = f"'{label(value.pointer)}' has two readings: {value.written!r} can be {' or '.join(value.readings)}"
    return replace(problem, message=message, hint="write the one that you mean")


def strategy_of(data: Any, shapes: StrategyShapes, source: Source, at: Pointer = ()) -> Strategy:
    """The strategy of data that stand in a source at a place. Raises InputError with every problem."""
    try:
        return make_strategy(data, shapes)
    except ValidationError as error:
        raise InputError(problems_of(error, shapes.model, source, at, _where_defined)) from None


def under(document: Document, shapes: StrategyShapes) -> Document:
    """The same document with the sectors and parts of the rulesets that it is held against.

    Raises InputError where it has parts that these do not define, and pydantic's ValidationError for a strategy that
    was made in Python.
    """
    if type(document.strategy) is shapes.model:
        return document
    if document.source is not None:
        return document_of(document.source, shapes)
    return replace(
        document, strategy=make_strategy(document.strategy.model_dump(round_trip=True, exclude_unset=True), shapes)
    )


def make_strategy(data: Any, shapes: StrategyShapes) -> Strategy:
    """The strategy of data that stand nowhere. Raises pydantic's ValidationError."""
    return validated(shapes.model, data, {"sectors": shapes.sectors})


def _where_defined(key: str, known: Sequence[str]) -> str | None:
    """The way out for a part that no loaded ruleset adds."""
    if not key.startswith("x-"):
        return None
    near = did_you_mean(key, [name for name in known if name.startswith("x-")])
    return near or "no loaded ruleset adds it there; load the one that does with --ruleset, or name it in govrules.yaml"
