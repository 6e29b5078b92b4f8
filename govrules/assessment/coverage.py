# SPDX-License-Identifier: Apache-2.0
"""Coverage: which jurisdictions and sectors of a strategy the loaded rules speak about, and what was not checked."""

from collections.abc import Iterable

from govrules.assessment.report import Coverage, Spoken
from govrules.ruleset.applicability import concerns_document, concerns_sector, places_of
from govrules.ruleset.model import Nexus
from govrules.ruleset.rule import Rule
from govrules.strategy.document import Strategy
from govrules.taxonomy import EVERYWHERE, Tree, jurisdictions, sectors

_REASONS: dict[Nexus, str] = {
    "audience": "market",
    "establishment": "seat",
    "staff": "staff",
    "listing": "listing",
}


def coverage(strategy: Strategy, rules: Iterable[Rule], sector_tree: Tree | None = None) -> Coverage:
    """Hold the strategy's jurisdictions and sectors against what the rules are about.

    A rule speaks about a place if its jurisdiction is that place or lies around it, and its nexus is a reason for
    which the place counts: a rule that binds by audience says nothing of a country where there is only staff.
    """
    places, kinds = jurisdictions(), sector_tree or sectors()
    chosen = [rule for rule in rules if concerns_document(rule.text.documents, (strategy.document,))]
    own_sectors = strategy.organisation.sectors or ()
    place_reasons = _places_of(strategy)

    def about_place(rule: Rule, code: str) -> bool:
        tied = any(_REASONS[tie] in place_reasons[code] for tie in rule.text.nexus)
        return _local(rule) and tied and places.covers(rule.text.jurisdiction, code)

    def about_sector(rule: Rule, sector: str) -> bool:
        return bool(rule.text.sectors) and concerns_sector(rule.text.sectors, (sector,), kinds)

    # Rules for other sectors say nothing of this organisation, wherever they hold.
    own_rules = [rule for rule in chosen if concerns_sector(rule.text.sectors, own_sectors, kinds)]
    spoken_places = tuple(
        Spoken(code, places.name(code), because, _rulesets(rule for rule in own_rules if about_place(rule, code)))
        for code, because in place_reasons.items()
    )
    reaching = [rule for rule in chosen if not _local(rule) or any(about_place(rule, code) for code in place_reasons)]
    spoken_sectors = tuple(
        Spoken(
            sector, kinds.name(sector), ("sector",), _rulesets(rule for rule in reaching if about_sector(rule, sector))
        )
        for sector in own_sectors
    )
    not_checked = [_not_checked(place) for place in spoken_places if not place.rulesets]
    for sector in spoken_sectors:
        if not sector.rulesets:
            not_checked.append(
                f"{sector.name}: no loaded rule is about this sector here. Only rules for everybody were checked."
            )
            continue
        not_checked += [
            f"{sector.name} in {place.name}: no loaded rule is about this sector there. "
            "Only its rules for everybody were checked."
            for place in spoken_places
            if place.rulesets
            and not any(about_place(rule, place.code) and about_sector(rule, sector.code) for rule in chosen)
        ]
    if strategy.markets is None:
        not_checked.append("The document does not say which markets it reaches, so no law of any market is settled.")
    if strategy.organisation.sectors is None:
        not_checked.append("The document does not say which sectors the organisation is in.")
    return Coverage(spoken_places, spoken_sectors, tuple(not_checked))


def _not_checked(place: Spoken) -> str:
    if place.code == EVERYWHERE:
        return "Worldwide: only worldwide references were checked, and the law of the places that rules are loaded for."
    return (
        f"{place.name} ({place.code}, {' and '.join(place.because)}): no loaded rule speaks about its law. "
        "Nothing was checked against it."
    )


def _places_of(strategy: Strategy) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for tie, codes in places_of(strategy).items():
        for code in codes or ():
            found[code] = (*found.get(code, ()), _REASONS[tie])
    return found


def _local(rule: Rule) -> bool:
    return rule.text.jurisdiction != EVERYWHERE


def _rulesets(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(sorted({rule.ruleset for rule in rules}))
