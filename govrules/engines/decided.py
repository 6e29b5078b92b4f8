# SPDX-License-Identifier: Apache-2.0
"""Which fields decided a verdict, and what they say: read from the traces of its conditions, whichever engine found
their truths."""

from collections.abc import Iterable
from typing import Any

from govrules.engines.interface import Deciding
from govrules.logic.condition import Compare, Pointer, Quantified
from govrules.logic.operators import answers_silence
from govrules.logic.trace import Trace, deciding


def value_at(root: Any, pointer: Pointer) -> Any:
    """What a document says at a pointer; None where nothing is stated."""
    value = root
    for step in pointer:
        if value is None:
            return None
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def about_list(strategy: Any, pointer: Pointer) -> tuple[Deciding, ...]:
    """What a judgement about a list of subjects rests on: the list, as far as it is stated."""
    return (Deciding(pointer, value_at(strategy, pointer)),)


def deciding_fields(traces: Iterable[Trace]) -> tuple[Deciding, ...]:
    """The fields that decided these conditions, each once, in the order of the conditions."""
    leaves = [leaf for traced in traces for leaf in deciding(traced)]
    # That a field is stated or not is told by its value; it says something only where nothing else decided.
    telling = [leaf for leaf in leaves if not _by_being_stated(leaf)]
    found: dict[Pointer, Deciding] = {}
    for leaf in telling or leaves:
        assert leaf.pointer is not None, "comparisons and lists stand somewhere"
        found.setdefault(leaf.pointer, Deciding(leaf.pointer, leaf.value))
    return tuple(found.values())


def _by_being_stated(leaf: Trace) -> bool:
    match leaf.condition:
        case Compare(operator=operator) if answers_silence(operator):
            return True
        case Compare(known=known) | Quantified(known=known):
            return known and leaf.value is None
        case _:
            return False
