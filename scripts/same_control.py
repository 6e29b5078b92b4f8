# SPDX-License-Identifier: Apache-2.0
"""Lists pairs of bundled rules that may be one control: candidates for one finding with both citations.

    python scripts/same_control.py [--ruleset general/us]

Two rules are listed where their requirements read the same fields of the same subjects in the same place (one's
jurisdiction is the other's or lies around it), they can bind the same sector and kind of document, and neither yields
to the other, at second hand neither. Whether they are cured by the same act is for a person to say: then the general
one yields to the special one (``yields_to``), or the two are merged.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from govrules import Rulesets, load_rulesets
from govrules.ruleset.applicability import concerns_document, concerns_sector
from govrules.ruleset.asks import Names, fields_of
from govrules.ruleset.rule import Rule
from govrules.taxonomy import jurisdictions


def candidates(rulesets: Rulesets) -> Iterator[tuple[Rule, Rule, frozenset[Names]]]:
    """The pairs, each with the fields that both requirements read."""
    read: dict[tuple[str, frozenset[Names]], list[Rule]] = {}
    for rule in rulesets.rules.values():
        fields = frozenset(fields_of(replace(rule, when=None, unless=None), rulesets.concepts))
        read.setdefault((rule.text.subject, fields), []).append(rule)
    for (_, fields), rules in read.items():
        for one, other in combinations(rules, 2):
            if _meet(one, other, rulesets) and not _yields(one, other, rulesets) and not _yields(other, one, rulesets):
                yield one, other, fields


def _meet(one: Rule, other: Rule, rulesets: Rulesets) -> bool:
    """Whether both can bind the same document."""
    tree, a, b = rulesets.shapes.sectors, one.text, other.text
    return (
        jurisdictions().related(a.jurisdiction, b.jurisdiction)
        and (not b.sectors or concerns_sector(a.sectors, tree.related_to(b.sectors)))
        and (not b.documents or concerns_document(a.documents, b.documents))
    )


def _yields(general: Rule, special: Rule, rulesets: Rulesets) -> bool:
    """Whether a rule yields to another, or to one that does."""
    return any(
        name == special.id or (name in rulesets.rules and _yields(rulesets.rules[name], special, rulesets))
        for name in general.text.yields_to
    )


def main() -> None:
    """Print the pairs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--ruleset", help="only pairs with a rule of this ruleset")
    chosen = parser.parse_args().ruleset
    count = 0
    for one, other, fields in candidates(load_rulesets()):
        if chosen in (None, one.ruleset, other.ruleset):
            count += 1
            print(f"{one.id} ({one.severity}) and {other.id} ({other.severity})")
            print(f"    {', '.join('.'.join(names) for names in sorted(fields))}")
    print(f"{count} pairs.")


if __name__ == "__main__":
    main()
