# SPDX-License-Identifier: Apache-2.0
"""A hierarchy of codes: what each is called and what covers it.

It holds no data of its own and reads no file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType


@dataclass(frozen=True)
class Tree:
    """Codes with their names and, for each, every code above it (transitive, without itself)."""

    names: Mapping[str, str]
    parents: Mapping[str, frozenset[str]]

    def knows(self, code: str) -> bool:
        """Whether the tree holds this code."""
        return code in self.names

    def name(self, code: str) -> str:
        """What a person calls this code; KeyError when it is unknown."""
        return self.names[code]

    def ancestors(self, code: str) -> frozenset[str]:
        """Every code above this one, without itself; none for an unknown code."""
        return self.parents.get(code, frozenset())

    @cached_property
    def _within(self) -> Mapping[str, frozenset[str]]:
        below: dict[str, set[str]] = {code: {code} for code in self.parents}
        for narrow, above in self.parents.items():
            for wide in above:
                below.setdefault(wide, {wide}).add(narrow)
        return {code: frozenset(codes) for code, codes in below.items()}

    def within(self, code: str) -> frozenset[str]:
        """The code itself and every code below it."""
        return self._within.get(code, frozenset((code,)))

    def children(self, code: str) -> tuple[str, ...]:
        """The codes directly below this one, in the order of the data."""
        below = {narrow: above for narrow, above in self.parents.items() if code in above}
        return tuple(narrow for narrow, above in below.items() if below.keys().isdisjoint(above))

    def covers(self, wide: str, narrow: str) -> bool:
        """Whether what holds for `wide` holds for `narrow`: the same code, or one above it."""
        return wide == narrow or wide in self.ancestors(narrow)

    def related(self, a: str, b: str) -> bool:
        """Whether either code covers the other."""
        return self.covers(a, b) or self.covers(b, a)

    def related_to(self, codes: Iterable[str]) -> frozenset[str]:
        """The codes that cover one of these or are covered by one, and these themselves."""
        return frozenset().union(*(self.within(code) | self.ancestors(code) for code in codes))

    def with_nodes(self, extra: Mapping[str, tuple[str, str | None]]) -> "Tree":
        """A tree extended by nodes given as code -> (name, parent), in any order; parent None is a node of the top.

        ValueError when a code exists already, a parent is unknown, or a node would be above itself.
        """
        names = dict(self.names)
        parents = dict(self.parents)
        for code, (name, _) in extra.items():
            if code in self.names:
                raise ValueError(f"'{code}' exists already ({self.names[code]})")
            names[code] = name
            parents[code] = frozenset(self._line(code, extra))
        return Tree(MappingProxyType(names), MappingProxyType(parents))

    def _line(self, code: str, extra: Mapping[str, tuple[str, str | None]]) -> list[str]:
        """Every code above one of the extra nodes, nearest first through the extra nodes."""
        line: list[str] = []
        parent = extra[code][1]
        while parent is not None and parent in extra:
            if parent == code or parent in line:
                raise ValueError(f"'{code}' is above itself")
            line.append(parent)
            parent = extra[parent][1]
        if parent is None:
            return line
        if parent not in self.names:
            raise ValueError(f"'{parent}', named as the parent of '{(line or [code])[-1]}', is unknown")
        return [*line, parent, *self.ancestors(parent)]
