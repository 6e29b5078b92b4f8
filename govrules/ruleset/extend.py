# SPDX-License-Identifier: Apache-2.0
"""What an organisation's ruleset changes about rules of others: severity, parameters, owner, effort, or off.

The one order of merging: rules are what their own ruleset says; then each change is applied. Two rulesets that change
the same rule are an error, for neither is above the other. A rule whose source is an outright prohibition keeps its
severity and stays on: the law is not the organisation's to change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from govrules.ruleset.model import ChangeText, RuleText, SectorText
from govrules.ruleset.rule import Change, SwitchedOff
from govrules.ruleset.written import Written
from govrules.source.document import Pointer, Source
from govrules.source.errors import Problem
from govrules.source.faults import FaultKind
from govrules.source.suggest import did_you_mean
from govrules.taxonomy import Tree, sectors


@dataclass(slots=True)
class Changes:
    """All changes by the rule that they are about."""

    by_rule: dict[str, tuple[ChangeText, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def apply(self, rule: RuleText) -> tuple[RuleText, tuple[Change, ...]]:
        """The rule as changed, and what was changed about it."""
        if rule.id not in self.by_rule:
            return rule, ()
        change, ruleset = self.by_rule[rule.id]
        made: list[Change] = []
        updates: dict[str, Any] = {}
        if change.severity is not None and change.severity != rule.severity:
            updates["severity"] = change.severity
            made.append(Change("severity", rule.severity, change.severity, change.reason, ruleset))
        parameters = dict(rule.parameters)
        for name, value in change.parameters.items():
            was = parameters[name]
            parameters[name] = was.model_copy(update={"value": value})
            made.append(Change(name, f"{was.value} {was.unit}", f"{value} {was.unit}", change.reason, ruleset))
        remedy: dict[str, Any] = {}
        for name in ("owner", "effort"):
            now, before = getattr(change, name), getattr(rule.remedy, name)
            if now is not None and now != before:
                remedy[name] = now
                made.append(Change(name, before, now, change.reason, ruleset))
        updates |= {"parameters": parameters, "remedy": rule.remedy.model_copy(update=remedy)}
        return rule.model_copy(update=updates), tuple(made)

    def switched_off(self, rules: Iterable[RuleText]) -> tuple[SwitchedOff, ...]:
        """The rules that are off."""
        found = []
        for rule in rules:
            change, ruleset = self.by_rule.get(rule.id, (None, ""))
            if change is not None and change.off:
                found.append(SwitchedOff(rule.id, rule.title, change.reason, ruleset))
        return tuple(found)


def gather_changes(rulesets: Sequence[Written]) -> Changes:
    """Gather the changes of all rulesets; what cannot be changed becomes a problem."""
    rules = {rule.id: rule for written in rulesets for rule in written.text.rules}
    changes = Changes()
    for written in rulesets:
        for at, change in written.changes():
            problem = _refuse(change, rules, changes, at, written.source)
            if problem is None:
                changes.by_rule[change.rule] = (change, written.text.ruleset)
            else:
                changes.problems.append(replace(problem, kind=FaultKind.CHANGE))
    return changes


def _refuse(
    change: ChangeText, rules: dict[str, RuleText], changes: Changes, at: Pointer, source: Source
) -> Problem | None:
    place = source.place((*at, "rule"))
    rule = rules.get(change.rule)
    if rule is None:
        hint = did_you_mean(change.rule, rules) or "extend the ruleset that has it"
        return Problem(f"there is no rule '{change.rule}' to change", place, hint)
    if change.rule in changes.by_rule:
        other = changes.by_rule[change.rule][1]
        return Problem(f"'{change.rule}' is already changed by {other}", place, "change it in one place")
    if rule.source.prohibition and (change.off or change.severity not in (None, rule.severity)):
        return Problem(
            f"'{change.rule}' is an outright prohibition; it can be neither switched off nor lowered",
            place,
            "remove the change, or confine what the strategy plans",
        )
    for name in change.parameters:
        if name not in rule.parameters:
            known = f"it has {', '.join(rule.parameters)}" if rule.parameters else "it has none"
            where = source.key_place((*at, "parameters", name))
            return Problem(
                f"'{change.rule}' has no parameter '{name}'", where, did_you_mean(name, rule.parameters) or known
            )
    if not (change.severity or change.parameters or change.owner or change.effort or change.off):
        return Problem(f"nothing is changed about '{change.rule}'", place, "state a severity, parameters, or off: true")
    return None


def extended_sectors(added: Iterable[tuple[Sequence[SectorText], Source]]) -> tuple[Tree, list[Problem]]:
    """The tree of sectors with those that rulesets add; what does not fit becomes a problem."""
    tree, problems = sectors(), []
    for nodes, source in added:
        for index, sector in enumerate(nodes):
            try:
                tree = tree.with_nodes({sector.id: (sector.title, sector.parent)})
            except ValueError as error:
                hint = did_you_mean(sector.parent, tree.names)
                problems.append(Problem(str(error), source.place(("sectors", index, "id")), hint))
    return tree, problems
