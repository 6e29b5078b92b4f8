# SPDX-License-Identifier: Apache-2.0
"""Which rules of the bundled rulesets can bind given strategies at all, decided before a rule is validated and typed.

It is used for rulesets alone that were read when the package was built, and it leaves out only what cannot matter: a
rule whose jurisdiction or sectors are unrelated to anything that the strategies state. Where a strategy leaves one of
these open, every rule that depends on it stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from govrules.logic.incomplete import complete
from govrules.ruleset.applicability import concerns_document, concerns_place, concerns_sector, places_of, scoped_parts
from govrules.ruleset.model import NEXUS
from govrules.ruleset.rule import Binding
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree, jurisdictions


@dataclass(frozen=True)
class Reach:
    """The jurisdictions behind each nexus, the sectors and the kinds of documents.

    None where one of the strategies leaves it open: by saying nothing, or by a list that is not complete.

    ``named`` are rules that the strategies name themselves.
    """

    places: Mapping[str, frozenset[str] | None]
    sectors: frozenset[str] | None
    documents: frozenset[str]
    tree: Tree
    named: frozenset[str]

    def may_bind(self, rule: dict[str, Any]) -> bool:
        """Tell whether a rule, as it is written, may bind one of the strategies."""
        return rule["id"] in self.named or self.holds(
            Binding(
                rule["jurisdiction"],
                rule.get("nexus") or ("audience",),
                rule.get("sectors") or (),
                rule.get("documents") or (),
            )
        )

    def holds(self, binding: Binding) -> bool:
        """Tell whether rules that bind so may bind one of the strategies, whether it names them or not."""
        if not concerns_document(binding.documents, self.documents):
            return False
        if self._near_sectors is not None and not concerns_sector(binding.sectors, self._near_sectors):
            return False
        ties = [self._near_places[tie] for tie in binding.nexus]
        return any(near is None or concerns_place(binding.jurisdiction, near) for near in ties)

    @cached_property
    def _near_places(self) -> Mapping[str, frozenset[str] | None]:
        return {
            tie: None if places is None else jurisdictions().related_to(places) for tie, places in self.places.items()
        }

    @cached_property
    def _near_sectors(self) -> frozenset[str] | None:
        return None if self.sectors is None else self.tree.related_to(self.sectors)


def reach_of(strategies: Iterable[Strategy], tree: Tree) -> Reach:
    """The reach of strategies taken together; ``tree`` is the tree of sectors."""
    listed = list(strategies)
    organisations = [strategy.organisation for strategy in listed]
    scoped = [part for strategy in listed for _, part in scoped_parts(strategy)]
    return Reach(
        {
            tie: _union(
                [places_of(strategy)[tie] for strategy in listed],
                [part.markets for part in scoped] if tie == "audience" else (),
            )
            for tie in NEXUS
        },
        _union([organisation.sectors for organisation in organisations], [part.sectors for part in scoped]),
        frozenset(strategy.document for strategy in listed),
        tree,
        frozenset(
            name
            for strategy in listed
            for objection in strategy.objections or ()
            for name in objection.about_rules or ()
        ),
    )


def _union(
    general: Iterable[tuple[str, ...] | None], own: Iterable[tuple[str, ...] | None] = ()
) -> frozenset[str] | None:
    found: set[str] = set()
    for codes in general:
        if not complete(codes):
            return None
        found.update(codes)
    for codes in own:
        if codes is not None and not complete(codes):
            return None
        found.update(codes or ())
    return frozenset(found)
