# SPDX-License-Identifier: Apache-2.0
"""Whom a rule binds: the kind of document, its nexus to the jurisdiction, and its sectors. Nowhere else is that stated.

For engines it is a condition; for whoever asks before a document is judged, or without one, whether a rule can concern
places, sectors and kinds of document at all.

A subject that states markets or sectors of its own is matched on these; otherwise the strategy's and the
organisation's count. So a channel for Australia only never gets a finding for the law of another market.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any

from govrules.logic.condition import All, AnyOf, Compare, Condition, Path, Pointer
from govrules.logic.shape import Shape
from govrules.ruleset.model import Nexus, RuleText
from govrules.ruleset.rule import Binding
from govrules.source.annotations import fields_of, value_of
from govrules.strategy.base import Scoped
from govrules.strategy.document import DocumentKind, Strategy
from govrules.taxonomy import EVERYWHERE, jurisdictions

PLACES: dict[Nexus, tuple[str, ...]] = {
    "audience": ("markets",),
    "establishment": ("organisation", "established_in"),
    "staff": ("organisation", "staff_in"),
    "listing": ("organisation", "listed_in"),
}
"""The fields of a strategy that tie it to a jurisdiction."""

PLANS: tuple[DocumentKind, ...] = ("strategy", "campaign", "channel-plan")
"""The kinds of document that plan something; the other one, a policy, settles how things are done."""

_SHARED = 2_000  # more than the bundled rules have different parts

LISTED_BY_PLANS = frozenset(
    name
    for name, info in fields_of(Strategy).items()
    if (elements := value_of(info).elements) is not None
    and elements.model is not None
    and issubclass(elements.model, Scoped)
)
"""The lists of what is planned: audiences, channels, content, programmes, promotions, uses of data."""


_DONE_BY_PLANS = (
    *((name,) for name in sorted(LISTED_BY_PLANS)),
    ("reviews",),
    ("outreach",),
    ("governance", "approval_matrix"),
    ("governance", "obligations"),
    ("governance", "vendors"),
)
"""What is done under a policy and told by plans: what they list, reviews, marketing messages, agencies, and lists that
are kept beside a policy."""


def told_by_plans(field: Pointer, strategy: Strategy) -> tuple[str, ...] | None:
    """The part of a document to which a field belongs that this policy leaves to plans; None where it does not."""
    if strategy.document in PLANS:
        return None
    names = tuple(step for step in field if isinstance(step, str))
    return next((part for part in _DONE_BY_PLANS if names[: len(part)] == part), None)


def places_of(strategy: Strategy) -> Mapping[Nexus, tuple[str, ...] | None]:
    """The places that tie a strategy to a jurisdiction, by nexus; None where they are not stated."""
    found: dict[Nexus, tuple[str, ...] | None] = {}
    for tie, names in PLACES.items():
        value: Any = strategy
        for name in names:
            value = getattr(value, name)
        found[tie] = value
    return found


def scoped_parts(strategy: Strategy) -> Iterable[tuple[Pointer, Scoped]]:
    """The elements of the document's lists that may narrow, and so also name, markets and sectors of their own; each
    with where it stands."""
    for name in Strategy.model_fields:
        value = getattr(strategy, name)
        if isinstance(value, tuple):
            yield from (((name, index), part) for index, part in enumerate(value) if isinstance(part, Scoped))


def general_scope(strategy: Strategy) -> object:
    """What a strategy states about whom rules bind. Strategies for which this is equal are bound by the same rules,
    but for parts with a scope of their own."""
    stated = strategy.organisation.sectors, *places_of(strategy).values()
    return strategy.document, *stated, *map(type, stated)


def own_scope(subject: Any) -> object:
    """What a subject states about whom rules bind. Subjects for which this is equal are bound by the same rules."""
    own = vars(subject)
    stated = own.get("markets"), own.get("sectors")
    # An incomplete list is equal to a complete one with the same elements, and binds otherwise.
    return stated, *map(type, stated)


def concerns_place(jurisdiction: str, related: Set[str]) -> bool:
    """Whether a rule of a jurisdiction can concern places to which these are ``related``: it holds everywhere, in one,
    or around one."""
    return jurisdiction == EVERYWHERE or jurisdiction in related


def concerns_sector(bound: Sequence[str], related: Set[str]) -> bool:
    """Whether a rule for these sectors (none: for all) can concern sectors to which these are ``related``."""
    return not bound or not related.isdisjoint(bound)


def concerns_document(kinds: Sequence[str], own: Iterable[str]) -> bool:
    """Whether a rule about these kinds of document (none: about all) is about one of these documents."""
    return not kinds or not set(kinds).isdisjoint(own)


def applicability(text: RuleText, root: Shape, subject: Shape) -> Condition:
    """The condition under which a rule binds a subject of this shape.

    Rules that ask the same of documents, sectors or places share that part of it as one object, so that an engine can
    find its truth once for all of them.
    """
    parts: list[Condition] = []
    if text.documents:
        parts.append(_of_documents(text.documents, root))
    if text.sectors:
        parts.append(_of_sectors(text.sectors, root, subject))
    if text.jurisdiction != EVERYWHERE:
        parts.append(_of_places(text.jurisdiction, text.nexus, root, subject))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


@lru_cache(_SHARED)
def _of_documents(documents: tuple[DocumentKind, ...], root: Shape) -> Condition:
    return Compare(_path(("document",), root, from_root=True), "one_of", documents)


@lru_cache(_SHARED)
def _of_sectors(sectors: tuple[str, ...], root: Shape, subject: Shape) -> Condition:
    own = "sectors" if subject is not root else None
    return _covered(("organisation", "sectors"), own, sectors, root, subject)


@lru_cache(_SHARED)
def _of_places(jurisdiction: str, nexus: tuple[Nexus, ...], root: Shape, subject: Shape) -> Condition:
    ties = [_tied(tie, jurisdiction, root, subject) for tie in nexus]
    return ties[0] if len(ties) == 1 else AnyOf(tuple(ties))


def applicability_unlisted(text: RuleText, root: Shape) -> Condition:
    """The condition under which a rule may bind subjects of a list that the document does not state.

    A policy holds for all accounts, campaigns and programmes and seldom lists them. Those that it leaves out are not
    its subject, so that nobody is asked for facts of a channel by a policy for staff.
    """
    general = applicability(text, root, root)
    if text.subject not in LISTED_BY_PLANS:
        return general
    document = Compare(_path(("document",), root, from_root=True), "one_of", PLANS)
    listed = Compare(_path((text.subject,), root, from_root=True), "stated", True)
    return All((general, AnyOf((document, listed))))


def left_to_plans(text: RuleText, strategy: Strategy) -> bool:
    """Whether a rule is about elements of a list that this policy leaves to strategies, campaigns and channel plans."""
    unlisted = text.subject in LISTED_BY_PLANS and getattr(strategy, text.subject) is None
    return unlisted and strategy.document not in PLANS


def _tied(tie: Nexus, jurisdiction: str, root: Shape, subject: Shape) -> Condition:
    """What ties a subject to a jurisdiction by one nexus.

    While seat, staff or listing is not stated, it may lie where the organisation otherwise has to do with, and nowhere
    else: rules of other countries wait until the organisation names them.
    """
    if tie == "audience":
        return _covered(PLACES[tie], "markets", (jurisdiction,), root, subject)
    own = _path(PLACES[tie], root, from_root=True)
    near = [Compare(_path(PLACES["audience"], root, from_root=True), "covers", jurisdiction)]
    near += [
        Compare(_path(names, root, from_root=True), "covers", jurisdiction, known=True)
        for other, names in PLACES.items()
        if other not in ("audience", tie)
    ]
    return All((Compare(own, "covers", jurisdiction), AnyOf((Compare(own, "stated", True), *near))))


def assumed_away(bindings: Iterable[Binding], strategy: Strategy) -> frozenset[Nexus]:
    """By which ties rules that bind so could bind a strategy if it named them: rules of places with which nothing that
    is stated has to do."""
    places = places_of(strategy)
    if places["audience"] is None:
        return frozenset()
    related = jurisdictions().related_to(code for stated in places.values() for code in stated or ())
    far = (binding for binding in bindings if not concerns_place(binding.jurisdiction, related))
    return frozenset(tie for binding in far for tie in binding.nexus if places[tie] is None)


def _covered(names: tuple[str, ...], own: str | None, codes: tuple[str, ...], root: Shape, subject: Shape) -> Condition:
    general = _any_covers(_path(names, root, from_root=True), codes)
    if own is None or subject is root or own not in subject.attributes:
        return general
    path = _path((own,), subject, from_root=False)
    return AnyOf(
        (
            All((Compare(path, "stated", True), _any_covers(path, codes))),
            All((Compare(path, "stated", False), general)),
        )
    )


def _any_covers(path: Path, codes: tuple[str, ...]) -> Condition:
    tests = tuple(Compare(path, "covers", code) for code in codes)
    return tests[0] if len(tests) == 1 else AnyOf(tests)


def _path(names: tuple[str, ...], shape: Shape, *, from_root: bool) -> Path:
    current = shape
    for name in names[:-1]:
        part = current.attributes[name].type.part
        assert part is not None, "the way to a nexus leads through parts"
        current = part
    return Path(names, from_root, current.attributes[names[-1]])
