# SPDX-License-Identifier: Apache-2.0
"""What a condition may speak of: the fields of a kind of thing, and the type of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from govrules.taxonomy import Tree

TypeKind = Literal["boolean", "integer", "number", "text", "day", "choice", "market", "jurisdiction", "sector", "part"]


@dataclass(frozen=True, slots=True)
class FieldType:
    """The type of a field.

    ``many`` tells a list; ``choices`` are the values of a choice, ``groups`` the families of them by name; ``tree`` is
    the hierarchy behind a market, a jurisdiction or a sector; ``part`` describes what a part holds.
    """

    kind: TypeKind
    many: bool = False
    choices: tuple[str, ...] = ()
    tree: Tree | None = None
    part: "Shape | None" = None
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        """Name the type as a sentence would."""
        names = {"boolean": "true or false", "integer": "a whole number", "number": "a number", "text": "text"}
        name = names.get(self.kind) or {"day": "a date", "part": "a group of fields"}.get(self.kind, f"a {self.kind}")
        return f"a list, each {name}" if self.many else name


@dataclass(frozen=True, slots=True)
class Attribute:
    """One field: its type, the question that it answers, and its unit.

    ``rests_on`` names the sibling fields from which a computed field is derived, and is empty for one that is stated.
    """

    name: str
    type: FieldType
    question: str
    unit: str | None = None
    rests_on: tuple[str, ...] = ()


class Shape(Protocol):
    """A kind of thing with named fields."""

    @property
    def name(self) -> str:
        """What the thing is called, unique among shapes."""

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """Its fields by name."""

    def __hash__(self) -> int:
        """A shape is the key of what is made once for it."""


def paths(shape: Shape, before: str = "") -> Iterator[tuple[str, Shape, Attribute]]:
    """Each field that a condition about this shape can name, with its path and the shape that has it.

    Paths lead through parts, but not through lists.
    """
    for name, attribute in shape.attributes.items():
        yield before + name, shape, attribute
        if attribute.type.part is not None and not attribute.type.many:
            yield from paths(attribute.type.part, f"{before}{name}.")
