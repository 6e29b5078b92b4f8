# SPDX-License-Identifier: Apache-2.0
"""Which rules of the bundled rulesets can bind given strategies at all, decided before a rule is validated and typed.

It is used for rulesets alone that were read when the package was built, and it leaves out only what cannot matter: a
rule whose jurisdiction or sectors are unrelated to anything that the strategies state. Where a strategy leaves one of
these open, every rule that depends on it stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from govrules.logic.incomplete import complete
from govrules.strategy.base import Scoped
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree, jurisdictions

_EVERYWHERE = "ZZ"


@dataclass(frozen=True)
class Reach:
    """The jurisdictions behind each nexus, the sectors and the kinds of documents.

    None where one of the strategies leaves it open: by saying nothing, or by a list that is not complete.

    ``named`` are rules that the strategies name themselves.
    """

    places: dict[str, frozenset[str] | None]
    sectors: frozenset[str] | None
    documents: frozenset[str]
    tree: Tree
    named: frozenset[str]

    def may_bind(self, rule: dict[str, Any]) -> bool:
        """Tell whether a rule, as it is written, may bind one of the strategies."""
        if rule["id"] in self.named:
            return True
        about = rule.get("documents")
        if about and self.documents.isdisjoint(about):
            return False
        bound = rule.get("sectors")
        if bound and self.sectors is not None and not _related(bound, self.sectors, self.tree):
            return False
        jurisdiction = rule["jurisdiction"]
        if jurisdiction == _EVERYWHERE:
            return True
        ties = [self.places[tie] for tie in rule.get("nexus") or ("audience",)]
        return any(places is None or _related((jurisdiction,), places, jurisdictions()) for places in ties)


def reach_of(strategies: Iterable[Strategy], tree: Tree) -> Reach:
    """The reach of strategies taken together; ``tree`` is the tree of sectors."""
    listed = list(strategies)
    organisations = [strategy.organisation for strategy in listed]
    scoped = [part for strategy in listed for part in _scoped_parts(strategy)]
    return Reach(
        {
            "audience": _union([strategy.markets for strategy in listed], [part.markets for part in scoped]),
            "establishment": _union([organisation.established_in for organisation in organisations]),
            "staff": _union([organisation.staff_in for organisation in organisations]),
            "listing": _union([organisation.listed_in for organisation in organisations]),
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


def _scoped_parts(strategy: Strategy) -> Iterable[Scoped]:
    """The elements of the document's lists that may narrow, and so also name, markets and sectors of their own."""
    for name in Strategy.model_fields:
        value = getattr(strategy, name)
        if isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Scoped))


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


def _related(codes: Iterable[str], others: frozenset[str], tree: Tree) -> bool:
    return any(tree.related(code, other) for code in codes for other in others)
