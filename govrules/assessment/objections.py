# SPDX-License-Identifier: Apache-2.0
"""Objections that a strategy met, each held against the rules that it is about and answered, or said to be right."""

import re
from collections.abc import Mapping, Sequence

from govrules.assessment.report import Finding, ObjectionAnswer
from govrules.assessment.rule_record import RuleRecord
from govrules.ruleset.rule import Rule
from govrules.strategy.business import Objection
from govrules.verdict import Verdict

_WORD = re.compile(r"[a-z]{4,}")
# Words that stand in most objections and tell none from another.
_COMMON = frozenset(
    {"about", "after", "allow", "allowed", "because", "been", "before", "being", "cannot", "does", "every", "from"}
    | {"have", "into", "legal", "media", "must", "only", "post", "posts", "rule", "rules", "shall", "social", "that"}
    | {"their", "them", "there", "they", "this", "what", "when", "where", "which", "will", "with", "would"}
)
_LEAST_SHARED = 0.3


def answer_objections(
    objections: Sequence[Objection],
    rules: Mapping[str, Rule],
    records: Mapping[str, RuleRecord],
    findings: Sequence[Finding],
) -> tuple[ObjectionAnswer, ...]:
    """Answer each objection from the rules that it names or, if it names none, from the applicable rule whose outdated
    view shares most of its words. ``records`` are the applicable rules."""
    stopping = {
        finding.rule for finding in findings if finding.verdict is Verdict.GAP and finding.severity == "showstopper"
    }
    return tuple(_answer(objection, rules, records, stopping) for objection in objections)


def _answer(
    objection: Objection, rules: Mapping[str, Rule], records: Mapping[str, RuleRecord], stopping: set[str]
) -> ObjectionAnswer:
    named = tuple(name for name in objection.about_rules or () if name in rules)
    matched = named or _matched(objection.belief or "", records)
    right = any(name in stopping for name in matched)
    answers = tuple(
        text for name in matched if (text := rules[name].text.current_position or rules[name].text.note) is not None
    )
    return ObjectionAnswer(
        who=objection.who,
        belief=objection.belief,
        belief_as_of=objection.belief_as_of,
        rules=matched,
        unknown_rules=tuple(name for name in objection.about_rules or () if name not in rules),
        by_words=not named and bool(matched),
        state="right" if right else "answered" if answers else "open",
        answers=answers,
        citations=tuple(dict.fromkeys(rules[name].text.source.citation for name in matched)),
    )


def _matched(belief: str, records: Mapping[str, RuleRecord]) -> tuple[str, ...]:
    words = _words(belief)
    best, best_share = "", 0.0
    for name, record in records.items():
        view = _words(record.outdated_view or "")
        share = len(words & view) / len(words | view) if words and view else 0.0
        if share > best_share:
            best, best_share = name, share
    return (best,) if best_share >= _LEAST_SHARED else ()


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _COMMON
