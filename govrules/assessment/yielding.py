# SPDX-License-Identifier: Apache-2.0
"""A general rule whose special rule has a waived gap: it is judged as if it did not yield, and waived on its own.

Which rules yield, and when, is said by :mod:`govrules.ruleset.rule` and the engines.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from govrules.assessment.evidence import json_pointer
from govrules.assessment.verdicts import Ruling
from govrules.engines.interface import Engine, Judgement
from govrules.ruleset.rule import Rule, Rulesets
from govrules.strategy.document import Strategy
from govrules.verdict import Verdict

Special = tuple[str, str]
"""A special rule and the subject, as a JSON pointer, on which its gap is waived."""


def waived_specials(findings: Iterable[Ruling]) -> frozenset[Special]:
    """The special rules of which a gap is waived, and which stand for others there."""
    return frozenset(
        (finding.rule, finding.pointer)
        for finding in findings
        if finding.verdict is Verdict.WAIVED and finding.stands_for
    )


def without_specials(
    judgements: Sequence[Judgement],
    waived: Collection[Special],
    engine: Engine,
    strategy: Strategy,
    as_of: date,
    rulesets: Rulesets,
) -> list[Judgement]:
    """The judgements, in which rules do not yield to these special ones."""
    anew: dict[tuple[str, frozenset[str]], list[Judgement]] = {}

    def judged(one: Judgement) -> Judgement:
        specials_of_it = [rulesets.rules[name] for name in one.rule.text.yields_to if name in rulesets.rules]
        dropped = frozenset(special.id for special in specials_of_it if (special.id, _at(special, one)) in waived)
        if dropped.isdisjoint(one.yielded_to):
            return one
        key = (one.rule.id, dropped)
        if key not in anew:
            left = [special for special in specials_of_it if special.id not in dropped]
            text = one.rule.text.model_copy(update={"yields_to": tuple(special.id for special in left)})
            anew[key] = engine.judge([replace(one.rule, text=text), *left], strategy, as_of)
        found = next(it for it in anew[key] if it.rule.id == one.rule.id and it.subject == one.subject)
        return replace(found, rule=one.rule)

    return [judged(one) for one in judgements]


def _at(special: Rule, general: Judgement) -> str:
    """The subject on which a special rule takes the place of a general one."""
    return "" if special.about_strategy else json_pointer(general.subject)
