# SPDX-License-Identifier: Apache-2.0
"""Why one rule says what it says of one strategy, subject by subject, and what would change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from govrules.assessment.evidence import subject_label
from govrules.assessment.ruletest import Explained, explain_judgement
from govrules.engines.compiled import CompiledEngine
from govrules.engines.decided import value_at
from govrules.engines.interface import Judgement
from govrules.logic.change import Way, ways
from govrules.logic.compile import World
from govrules.ruleset.rule import Rule, Rulesets
from govrules.source.errors import InputError
from govrules.source.model_errors import label
from govrules.source.suggest import did_you_mean
from govrules.strategy.load import Document


@dataclass(frozen=True)
class Why:
    """A judgement about a subject with its traces (None where the subject is not stated).

    ``ways`` are those that would meet the rule, one of which is enough; empty where it is met or does not apply, or
    where nothing would meet it.
    """

    subject: str
    judgement: Judgement
    explained: Explained | None
    ways: tuple[Way, ...]


def why(document: Document, rule: Rule, rulesets: Rulesets, *, as_of: date, subject: str | None = None) -> list[Why]:
    """Explain what a rule says; ``subject`` confines it to one, by its name or its place such as ``channels[2]``.

    Empty where the rule cannot bind this strategy at all. Raises InputError for a subject that is not there.
    """
    strategy = document.strategy
    found: list[Why] = []
    for judgement in CompiledEngine(rulesets.concepts).judge([rule], strategy, as_of):
        explained = None
        found_ways: tuple[Way, ...] = ()
        if not judgement.about_list:
            value = value_at(strategy, judgement.subject)
            explained = explain_judgement(judgement, value, World(strategy, as_of), rulesets.compiled)
            if judgement.verdict.is_finding:
                found_ways = ways(explained.require)
        found.append(Why(subject_label(judgement.subject, strategy), judgement, explained, found_ways))
    return found if subject is None else _confined(found, subject)


def _confined(found: Sequence[Why], subject: str) -> list[Why]:
    chosen = [one for one in found if subject in (one.subject, label(one.judgement.subject))]
    if not chosen:
        known = [one.subject for one in found]
        hint = did_you_mean(subject, known) or (
            f"known: {', '.join(known)}" if known else "the rule has no subject here"
        )
        raise InputError.of(f"there is no subject '{subject}' for this rule", hint)
    return chosen
