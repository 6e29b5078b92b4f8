# SPDX-License-Identifier: Apache-2.0
"""The path to yes: the findings' remedies, merged and in order, from here to "nothing blocks the launch".

Findings that fall short in the same fields are cured by the same step, whatever law they come from: one control that
cures nine findings is one step with nine citations. Steps come by what blocks the launch, then by how many findings
they cure, then by effort.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from govrules.assessment.report import Finding, PathStep, Remaining
from govrules.assessment.rule_record import RuleRecord
from govrules.ruleset.applicability import concerns_place
from govrules.ruleset.model import BASES, SEVERITIES, Effort
from govrules.taxonomy import jurisdictions
from govrules.verdict import Verdict

EFFORTS: tuple[Effort, ...] = ("hours", "days", "weeks", "months")
"""Usual efforts, the shortest first."""
BLOCKING = ("showstopper", "major")
_ELEMENT = re.compile(r"\[\d+\]")
_Gap = TypeVar("_Gap")


def path_to_yes(
    findings: Sequence[Finding], rules: dict[str, RuleRecord], markets: Sequence[str]
) -> tuple[PathStep, ...]:
    """The steps that cure all gaps of a report, each with what remains after it in each market."""
    groups = cured_together(findings, rules)
    return tuple(
        _step(number, group, rules, _remaining(groups[number:], rules, markets))
        for number, group in enumerate(groups, 1)
    )


def cured_together(
    findings: Iterable[Finding], rules: dict[str, RuleRecord], verdict: Verdict = Verdict.GAP
) -> list[list[Finding]]:
    """The findings of a verdict in groups that one act cures, each with its weightiest rule first.

    Of gaps they come in the order of the steps of the path.
    """
    found = [finding for finding in findings if finding.verdict is verdict]
    groups = [sorted(group, key=lambda one: weight(rules[one.rule])) for group in same_act(found, _failing_fields)]
    return sorted(groups, key=lambda group: _rank(group, rules))


def weight(rule: RuleRecord) -> tuple[int, int]:
    """What rules are sorted by: the heaviest first, and of equal severity the most binding."""
    return SEVERITIES.index(rule.severity), BASES.index(rule.basis)


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """The gaps that stand before the launch."""
    return [finding for finding in findings if finding.verdict is Verdict.GAP and finding.severity in BLOCKING]


def same_act(gaps: Sequence[_Gap], failing_fields: Callable[[_Gap], frozenset[str]]) -> list[list[_Gap]]:
    """Put gaps together whose failing fields are those of another, or some of them: one act cures them."""
    fields = {id(gap): failing_fields(gap) for gap in gaps}
    groups: list[tuple[frozenset[str], list[_Gap]]] = []
    for gap in sorted(gaps, key=lambda gap: -len(fields[id(gap)])):
        own = fields[id(gap)]
        home = next((group for known, group in groups if own <= known), None)
        if home is None:
            groups.append((own, [gap]))
        else:
            home.append(gap)
    return [group for _, group in groups]


def _failing_fields(finding: Finding) -> frozenset[str]:
    """The fields that decided, of whatever element of a list; the rule itself where none is named."""
    names = frozenset(_ELEMENT.sub("", item.field) for item in finding.evidence)
    return names or frozenset((finding.rule,))


def _rank(group: Sequence[Finding], rules: dict[str, RuleRecord]) -> tuple[int, int, int, str]:
    return SEVERITIES.index(group[0].severity), -len(group), EFFORTS.index(_effort(group, rules)), group[0].rule


def _effort(group: Sequence[Finding], rules: dict[str, RuleRecord]) -> Effort:
    return max((rules[finding.rule].remedy.effort for finding in group), key=EFFORTS.index)


def _step(
    number: int, group: Sequence[Finding], rules: dict[str, RuleRecord], remaining: tuple[Remaining, ...]
) -> PathStep:
    cured = list(dict.fromkeys(finding.rule for finding in group))
    lead = rules[cured[0]]
    # What is decided by the same fields is cured by the same act, in whatever words each rule puts it.
    same = _failing_fields(group[0])
    others = dict.fromkeys(finding.rule for finding in group if _failing_fields(finding) != same)
    return PathStep(
        number=number,
        do=lead.remedy.do,
        also=tuple(dict.fromkeys(rules[rule].remedy.do for rule in others if rules[rule].remedy.do != lead.remedy.do)),
        owner=lead.remedy.owner,
        effort=_effort(group, rules),
        severity=group[0].severity,
        rules=tuple(cured),
        findings=len(group),
        subjects=tuple(dict.fromkeys(finding.subject for finding in group)),
        citations=tuple(dict.fromkeys(rules[name].source.citation for name in _cited(group))),
        remaining=remaining,
    )


def _cited(findings: Iterable[Finding]) -> Iterator[str]:
    """The rules that ask for what findings lack: their own, and those whose place these take."""
    for finding in findings:
        yield finding.rule
        yield from finding.stands_for


def _remaining(
    left: Sequence[Sequence[Finding]], rules: dict[str, RuleRecord], markets: Sequence[str]
) -> tuple[Remaining, ...]:
    """How many steps still stand before the launch in each market; those of no jurisdiction stand there everywhere."""
    return tuple(
        Remaining(
            market,
            jurisdictions().name(market),
            sum(stands_before(group, rules, market) for group in left),
        )
        for market in markets
    )


def stands_before(group: Iterable[Finding], rules: dict[str, RuleRecord], market: str) -> bool:
    """Whether what a step cures stands before the launch in a market."""
    related = jurisdictions().related_to((market,))
    return any(concerns_place(rules[finding.rule].jurisdiction, related) for finding in blocking(group))
