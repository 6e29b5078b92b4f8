# SPDX-License-Identifier: Apache-2.0
"""The whole catalogue: every page by its path."""

from govrules.output.catalogue import indexes
from govrules.output.catalogue.rule_page import rule_page
from govrules.ruleset.rule import Rulesets


def catalogue(rulesets: Rulesets) -> dict[str, str]:
    """The pages of the loaded rules by path, in a fixed order."""
    pages = {
        "index.md": indexes.front_page(rulesets),
        "showstoppers.md": indexes.showstoppers_page(rulesets),
        "industries.md": indexes.industries_page(rulesets),
        "jurisdictions.md": indexes.jurisdictions_page(rulesets),
        "severities.md": indexes.severities_page(rulesets),
        "concepts.md": indexes.concepts_page(rulesets),
        **dict(indexes.field_pages(rulesets)),
    }
    for ruleset in rulesets:
        for rule in ruleset.rules:
            pages[f"rules/{rule.id}.md"] = rule_page(rule, ruleset, rulesets)
    return dict(sorted(pages.items()))
