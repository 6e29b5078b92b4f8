# SPDX-License-Identifier: Apache-2.0
"""Coverage: which jurisdictions and sectors of a strategy the loaded rules speak about, and what was not checked."""

from collections.abc import Iterable

from govrules.assessment.report import Coverage, Spoken
from govrules.ruleset.applicability import EVERYWHERE
from govrules.ruleset.rule import Rule
from govrules.strategy.document import Strategy
from govrules.taxonomy import Tree, jurisdictions, sectors


def coverage(strategy: Strategy, rules: Iterable[Rule], sector_tree: Tree | None = None) -> Coverage:
    """Hold the strategy's jurisdictions and sectors against what the rules are about."""
    places, kinds = jurisdictions(), sector_tree or sectors()
    chosen = list(rules)
    own_sectors = strategy.organisation.sectors or ()
    # Rules for other sectors say nothing of this organisation, wherever they hold.
    reaching = [
        rule for rule in chosen if not rule.text.sectors or any(_speaks(rule, code, kinds) for code in own_sectors)
    ]
    spoken_places = tuple(
        Spoken(
            code,
            places.name(code),
            because,
            _rulesets(rule for rule in reaching if _local(rule) and places.related(rule.text.jurisdiction, code)),
        )
        for code, because in _places_of(strategy).items()
    )
    organisation = strategy.organisation
    spoken_sectors = tuple(
        Spoken(code, kinds.name(code), ("sector",), _rulesets(rule for rule in chosen if _speaks(rule, code, kinds)))
        for code in organisation.sectors or ()
    )
    unspoken = [
        f"{place.name} ({place.code}, {' and '.join(place.because)}): no loaded rule speaks about its law. "
        "Nothing was checked against it."
        for place in spoken_places
        if not place.rulesets and place.code != EVERYWHERE
    ]
    for sector in spoken_sectors:
        if not sector.rulesets:
            unspoken.append(
                f"{sector.name}: no loaded rule is about this sector. Only rules for everybody were checked."
            )
            continue
        for place in spoken_places:
            here = [
                rule
                for rule in chosen
                if _speaks(rule, sector.code, kinds) and places.related(rule.text.jurisdiction, place.code)
            ]
            if place.rulesets and not here:
                unspoken.append(
                    f"{sector.name} in {place.name}: no loaded rule is about this sector there. "
                    "Only its rules for everybody were checked."
                )
    if strategy.markets is None:
        unspoken.append("The document does not say which markets it reaches, so no law of any market is settled.")
    if organisation.sectors is None:
        unspoken.append("The document does not say which sectors the organisation is in.")
    return Coverage(spoken_places, spoken_sectors, tuple(unspoken))


def _places_of(strategy: Strategy) -> dict[str, tuple[str, ...]]:
    organisation = strategy.organisation
    found: dict[str, tuple[str, ...]] = {}
    for reason, codes in (
        ("market", strategy.markets),
        ("seat", organisation.established_in),
        ("staff", organisation.staff_in),
        ("listing", organisation.listed_in),
    ):
        for code in codes or ():
            found[code] = (*found.get(code, ()), reason)
    return found


def _local(rule: Rule) -> bool:
    return rule.text.jurisdiction != EVERYWHERE


def _speaks(rule: Rule, sector: str, tree: Tree) -> bool:
    return any(tree.related(own, sector) for own in rule.text.sectors)


def _rulesets(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(sorted({rule.ruleset for rule in rules}))
