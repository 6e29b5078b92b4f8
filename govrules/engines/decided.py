# SPDX-License-Identifier: Apache-2.0
"""Which fields decided a verdict, and what they say: read from the traces of its conditions, whichever engine found
their truths."""

from collections.abc import Iterable, Mapping
from typing import Any

from govrules.engines.interface import Deciding
from govrules.logic.condition import Compare, Condition, Is, Pointer, Quantified, walk
from govrules.logic.operators import answers_silence
from govrules.logic.trace import Trace, deciding, rests_on_being_stated
from govrules.ruleset.rule import Concept


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


def on_silence_alone(traced: Trace) -> bool:
    """Whether a truth was decided by fields of which none is stated: by what nobody says, silence decides."""
    return all(leaf.value is None for leaf in deciding(traced))


def silence_can_decide(condition: Condition, concepts: Mapping[str, Concept]) -> bool:
    """Whether a condition asks anything about which silence is an answer."""
    for part in walk(condition):
        match part:
            case Is(concept):
                if silence_can_decide(concepts[concept].when, concepts):
                    return True
            case Compare(operator=operator, known=known):
                if known or answers_silence(operator):
                    return True
            case Quantified(known=True):
                return True
    return False


def deciding_fields(traces: Iterable[Trace]) -> tuple[Deciding, ...]:
    """The fields that decided these conditions, each once, in the order of the conditions."""
    leaves = [leaf for traced in traces for leaf in deciding(traced)]
    # That a field is stated or not is told by its value; it says something only where nothing else decided.
    telling = [leaf for leaf in leaves if not rests_on_being_stated(leaf)]
    found: dict[Pointer, Deciding] = {}
    for leaf in telling or leaves:
        assert leaf.pointer is not None, "comparisons and lists stand somewhere"
        found.setdefault(leaf.pointer, Deciding(leaf.pointer, leaf.value))
    return tuple(found.values())
