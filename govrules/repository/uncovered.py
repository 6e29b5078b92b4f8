# SPDX-License-Identifier: Apache-2.0
"""What may be left unchecked, by name: each name that a setting states is one that a report can use."""

from collections.abc import Iterator
from typing import get_args

from govrules.assessment.coverage import UNSTATED
from govrules.repository.settings import Settings
from govrules.source.errors import InputError, Place, Problem
from govrules.source.suggest import did_you_mean
from govrules.strategy.platforms import RegulatedTopic
from govrules.taxonomy import Tree, jurisdictions

_ANY = "name a market, sector or regulated topic, such as FR or retail"


def hold_to_taxonomy(settings: Settings, sectors: Tree) -> None:
    """Raise InputError for every name in ``allow_uncovered`` that is no market, sector or regulated topic."""
    known = (*sectors.names, *get_args(RegulatedTopic), *jurisdictions().names, *UNSTATED)
    problems = tuple(
        Problem(f"'{name}' is not a market, sector or regulated topic", place, did_you_mean(name, known) or _ANY)
        for name, place in _named(settings)
        if name not in known
    )
    if problems:
        raise InputError(problems)


def _named(settings: Settings) -> Iterator[tuple[str, Place | None]]:
    given, file = settings.given.allow_uncovered, settings.file
    for name in given if isinstance(given, tuple) else ():
        yield name, None
    if file is None:
        return
    stated = (
        ((), file.config.allow_uncovered),
        *((("overrides", index), one.allow_uncovered) for index, one in enumerate(file.config.overrides)),
    )
    for before, allowed in stated:
        for index, name in enumerate(allowed if isinstance(allowed, tuple) else ()):
            at = (*before, "allow_uncovered", index)
            yield name, file.source.place(at) if file.source.has(at) else None
