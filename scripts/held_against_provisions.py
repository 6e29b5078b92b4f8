# SPDX-License-Identifier: Apache-2.0
"""Holds the bundled rules against a register of provisions: what each provision has, and what is still missing.

    python scripts/held_against_provisions.py REGISTER [--ruleset general/us] [--entry KEY] [--missing]

REGISTER is the folder of the register's YAML files: a list of entries, each with its ``provisions`` (``id``,
``in_force``, ``lawful_ways``, ``breaches``, ``traps``). A provision is covered by the rules that name it under
``provisions``, or by a reason in the last table of docs/coverage.md. Of a rule's examples those count that say with
``shows`` what they show, once for each thing that they show (``first; second``): under ``gap`` as breaches, under
``met`` as lawful ways, and all others as lawful ways that lead out of the rule, or as traps. A trap may as well be met
or a gap, so the sum over a provision's rules is held against the number of ways, breaches and traps. Notes on the
entry or on numbers among the traps (``NOTES``) do not count; nor do traps that no example can show (a penalty, the
state of a lawsuit): a row of docs/coverage.md named ``entry/provision/traps`` says how many and which (``2: ...``).
Exits with 1 where a provision has neither rule nor reason, too few examples, or another first day than its rules; a day
that the provision names in words (for some of those bound) is right as well.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from govrules import load_rulesets
from govrules.ruleset.rule import Rule

NOTES = ("Note - ", "NUMBER:", "for the rule author:")
"""How notes among the traps begin, on the entry or on whose number one is: lint and ``parameters`` hold these."""
COVERAGE = Path(__file__).resolve().parents[1] / "docs" / "coverage.md"
REASON = re.compile(r"^\| `([^`|]+/[^`|]+)` \| (.+) \|$", re.MULTILINE)
NOT_SHOWN = re.compile(r"^(\d+): ")


@dataclass(frozen=True)
class Shown:
    """How many examples of rules show something, by what they claim."""

    met: int
    gap: int
    other: int


def main() -> int:
    """Print a line for each provision; the exit code says whether anything is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("register", type=Path)
    parser.add_argument("--ruleset", help="only provisions that rules of this ruleset name, or whose entries they name")
    parser.add_argument("--entry", help="only this entry")
    parser.add_argument("--missing", action="store_true", help="only provisions that lack something")
    chosen = parser.parse_args()
    rules = list(load_rulesets().rules.values())
    reasons = dict(REASON.findall(COVERAGE.read_text(encoding="utf-8")))
    own = {entry for rule in rules if rule.ruleset == chosen.ruleset for entry in rule.text.entries}
    lacking = listed = 0
    for entry, provision in provisions(chosen.register):
        if (chosen.ruleset and entry not in own) or (chosen.entry and entry != chosen.entry):
            continue
        name = f"{entry}/{provision['id']}"
        covering = [rule for rule in rules if name in rule.text.provisions]
        unshown = NOT_SHOWN.match(reasons.get(f"{name}/traps", ""))
        missing = list(lacks(provision, covering, name in reasons, int(unshown[1]) if unshown else 0))
        listed, lacking = listed + 1, lacking + bool(missing)
        if missing or not chosen.missing:
            by = ", ".join(rule.id for rule in covering) or f"no rule: {reasons.get(name, 'and no reason')}"
            print(f"{name}: {by}" + "".join(f"\n    {what}" for what in missing))
    print(f"{listed} provisions, {lacking} of which lack something.")
    return 1 if lacking else 0


def provisions(register: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each provision of the register with the key of its entry."""
    for file in sorted(register.glob("*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            for provision in entry.get("provisions") or ():
                # Entries that came later are marked as new in the register, and nowhere else.
                yield entry["entry"].removeprefix("NEW-"), provision


def lacks(provision: dict[str, Any], rules: list[Rule], has_reason: bool, unshown: int) -> Iterator[str]:
    """What a provision still lacks, in words; ``unshown`` of its traps can be shown by no example."""
    if not rules:
        if not has_reason:
            yield "it has neither a rule nor a reason in docs/coverage.md"
        return
    start = provision.get("in_force")
    for rule in rules:
        if isinstance(start, date) and (day := rule.text.source.in_force) != start and not names(provision, day):
            yield f"it is in force from {start}, and {rule.id} from {day}"
    shown = [examples_of(rule) for rule in rules]
    ways, breaches = (len(provision.get(name) or ()) for name in ("lawful_ways", "breaches"))
    traps = sum(not trap.startswith(NOTES) for trap in provision.get("traps") or ()) - unshown
    met, gap = sum(one.met for one in shown), sum(one.gap for one in shown)
    # A lawful way that leads out of a rule (no such claim, an exemption) shows as an example that is not applicable.
    lawful = met + sum(one.other for one in shown)
    if lawful < ways:
        yield f"{ways} lawful ways, {lawful} shown"
    if gap < breaches:
        yield f"{breaches} breaches, {gap} shown"
    if (total := met + gap + sum(one.other for one in shown)) < ways + breaches + traps:
        yield f"{ways + breaches + traps} ways, breaches and traps, {total} shown"


def names(provision: dict[str, Any], day: date | None) -> bool:
    """Whether a provision names a day, or its year, for some of those whom it binds."""
    return day is not None and str(day.year) in str({**provision, "in_force": None})


def examples_of(rule: Rule) -> Shown:
    """Count the examples of a rule that say what they show."""

    def count(examples: Any) -> int:
        listed = examples if isinstance(examples, list) else [examples]
        return sum(len(one["shows"].split("; ")) for one in listed if isinstance(one, dict) and "shows" in one)

    examples = rule.text.examples
    others = sum(count(one) for name, one in examples if name not in ("met", "gap"))
    return Shown(count(examples.met), count(examples.gap), others)


if __name__ == "__main__":
    sys.exit(main())
