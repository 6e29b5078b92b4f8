# SPDX-License-Identifier: Apache-2.0
"""The form of a condition, once read and typed, and the way through its parts. Holds no logic.

``at`` is where the condition stands in its document, as a pointer. Whoever looks for something in a condition goes by
:func:`children` or :func:`walk`; only what each form means is described form by form.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from govrules.logic.shape import Attribute

Pointer: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A field, seen from the subject, or from the document as a whole where ``from_root``."""

    names: tuple[str, ...]
    from_root: bool
    attribute: Attribute

    def __str__(self) -> str:
        """Write the path as a ruleset does."""
        return ".".join(("strategy", *self.names) if self.from_root else self.names)


@dataclass(frozen=True, slots=True)
class All:
    """True if every part is."""

    parts: tuple["Condition", ...]
    at: Pointer = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True if one part is."""

    parts: tuple["Condition", ...]
    at: Pointer = ()


@dataclass(frozen=True, slots=True)
class Not:
    """True if the part is false."""

    part: "Condition"
    at: Pointer = ()


@dataclass(frozen=True, slots=True)
class Is:
    """True if a concept holds, of the subject or, where ``of_root``, of the document as a whole."""

    concept: str
    of_root: bool
    at: Pointer = ()


@dataclass(frozen=True, slots=True)
class Compare:
    """A field held against a value by an operator.

    ``known`` asks whether that is known to hold: of a field that is not stated it is false, and not unknown.
    """

    path: Path
    operator: str
    operand: Any
    at: Pointer = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Quantified:
    """A list of which some or every element, or a number of them, meets a condition; ``known`` as in a comparison."""

    path: Path
    quantifier: Literal["some", "every", "count"]
    where: "Condition"
    at_least: float | None = None
    at_most: float | None = None
    at: Pointer = ()
    known: bool = False

    @property
    def bounds(self) -> tuple[str, ...]:
        """How many elements it wants, in words; nothing for some and every."""
        least = () if self.at_least is None else (f"at least {self.at_least:g}",)
        return least if self.at_most is None else (*least, f"at most {self.at_most:g}")


Condition: TypeAlias = All | AnyOf | Not | Is | Compare | Quantified


def children(condition: Condition) -> tuple[Condition, ...]:
    """The conditions of which a condition is made itself; for a quantifier, the one about the elements of its list.

    A concept is a condition of its own, which only those who know the concepts can look into.
    """
    match condition:
        case All(parts) | AnyOf(parts):
            return parts
        case Not(part):
            return (part,)
        case Quantified(where=where):
            return (where,)
        case Is() | Compare():
            return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """A condition and everything in it, from the outside in and in the order in which it is written."""
    yield condition
    for part in children(condition):
        yield from walk(part)


def about_document(condition: Condition, concept: Callable[[str], Condition]) -> Condition | None:
    """What a condition says of the document as a whole: where that is false, so is the condition, of every subject.

    None where it says nothing of the document without regard to a subject. ``concept`` finds what a concept stands for.
    """
    return _of_document(condition, concept, implied=True)


def _of_document(condition: Condition, concept: Callable[[str], Condition], *, implied: bool) -> Condition | None:
    """A condition on the document alone that this one implies, or by which it is implied."""
    match condition:
        case Compare(path) | Quantified(path):
            return condition if path.from_root else None
        case Is(name, of_root):
            return condition if of_root else _of_document(concept(name), concept, implied=implied)
        case Not(part, at):
            opposite = _of_document(part, concept, implied=not implied)
            return Not(opposite, at) if opposite else None
        case All(parts, at) | AnyOf(parts, at):
            found = [_of_document(part, concept, implied=implied) for part in parts]
            stated = tuple(one for one in found if one is not None)
            # What all parts imply is implied by one of them; what any of them implies needs each.
            enough = isinstance(condition, All) is implied or len(stated) == len(parts)
            return type(condition)(stated, at) if stated and enough else None
