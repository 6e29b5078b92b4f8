# SPDX-License-Identifier: Apache-2.0
"""How much rules ask: their comparisons, with those of the concepts on which they rest written out, and how deep
concepts and lists lie in each other. What asks too much would take too long on any document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govrules.logic.condition import Condition, Is, Quantified, children
from govrules.ruleset.rule import Concept, Rule, Ruleset

MOST_COMPARISONS = 500
MOST_OF_A_FILE = 20_000
MOST_CONCEPTS = 20
MOST_LISTS = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """How many comparisons a condition makes, and how many concepts and lists lie in each other."""

    comparisons: int = 0
    concepts: int = 0
    lists: int = 0

    def excess(self) -> str | None:
        """What is too much about it, in a sentence."""
        for count, most, what in (
            (self.comparisons, MOST_COMPARISONS, "makes more than {} comparisons, those of its concepts included"),
            (self.concepts, MOST_CONCEPTS, "rests on concepts more than {} deep"),
            (self.lists, MOST_LISTS, "asks about lists within lists, more than {} deep"),
        ):
            if count > most:
                return what.format(most)
        return None


def excesses(rulesets: Sequence[Ruleset]) -> Iterator[tuple[Ruleset, Rule | Concept, str]]:
    """The rules and concepts that ask too much, each with what is too much about it.

    What rests on such a concept is left out, and so are concepts that rest on each other in a circle.
    """
    homes = {concept.text.id: (ruleset, concept) for ruleset in rulesets for concept in ruleset.concepts}
    costs: dict[str, Cost] = {}
    waiting = {name: set(concept.rests_on) for name, (_, concept) in homes.items()}
    users: dict[str, list[str]] = {}
    for name, others in waiting.items():
        for other in others:
            users.setdefault(other, []).append(name)
    ready = [name for name, others in waiting.items() if not others]
    while ready:
        name = ready.pop()
        ruleset, concept = homes[name]
        costs[name] = _cost(concept.when, costs)
        excess = costs[name].excess()
        if excess is not None:
            yield ruleset, concept, f"the concept '{name}' {excess}"
            continue
        for user in users.get(name, ()):
            waiting[user].discard(name)
            if not waiting[user]:
                ready.append(user)
    for ruleset in rulesets:
        total = 0
        for rule in ruleset.rules:
            parts = [part for part in (rule.trigger, rule.require) if part is not None]
            if any(_unknown(part, costs) for part in parts):
                continue
            cost = _sum([_cost(part, costs) for part in parts])
            excess, before = cost.excess(), total
            total += cost.comparisons
            if excess is not None:
                yield ruleset, rule, f"the rule '{rule.id}' {excess}"
            elif before <= MOST_OF_A_FILE < total:
                yield ruleset, rule, f"the rules down to '{rule.id}' make more than {MOST_OF_A_FILE:,} comparisons"


def _sum(costs: Sequence[Cost]) -> Cost:
    return Cost(
        sum(cost.comparisons for cost in costs),
        max((cost.concepts for cost in costs), default=0),
        max((cost.lists for cost in costs), default=0),
    )


def _cost(condition: Condition, concepts: Mapping[str, Cost]) -> Cost:
    match condition:
        case Is(concept):
            inner = concepts[concept]
            return Cost(inner.comparisons, inner.concepts + 1, inner.lists)
        case Quantified(where=where):
            inner = _cost(where, concepts)
            return Cost(inner.comparisons + 1, inner.concepts, inner.lists + 1)
        case _:
            parts = children(condition)
            return _sum([_cost(part, concepts) for part in parts]) if parts else Cost(1)


def _unknown(condition: Condition, concepts: Mapping[str, Cost]) -> bool:
    if isinstance(condition, Is):
        return condition.concept not in concepts
    return any(_unknown(part, concepts) for part in children(condition))
