# SPDX-License-Identifier: Apache-2.0
"""The pages that lead to rules: by industry, jurisdiction, severity and field, the concepts, and the showstoppers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from govrules.logic.shape import Attribute, Shape
from govrules.output.catalogue.words import condition_list
from govrules.output.presentation.markdown import code, heading, link, page, plain, table
from govrules.output.presentation.numbers import capitalised, percent, plural
from govrules.output.presentation.words import SEVERITIES as SEVERITY_WORDS
from govrules.ruleset.asks import fields_of
from govrules.ruleset.model import SEVERITIES
from govrules.ruleset.rule import Concept, Rule, Rulesets
from govrules.ruleset.typing import concepts_in
from govrules.taxonomy import Tree, jurisdictions

Names = tuple[str, ...]
_EVERY_INDUSTRY = "every-industry"


def front_page(rulesets: Rulesets) -> str:
    """What there is, and the ways to it."""
    rules = list(rulesets.rules.values())
    rows = [
        (plain(ruleset.text.title), code(ruleset.id), str(len(ruleset.rules)), str(ruleset.text.reviewed))
        for ruleset in rulesets
    ]
    return page(
        [
            heading(1, "The rules"),
            f"{plural(len(rules), 'rule')}, each with its source, its cure, and examples that meet it and that do not. "
            f"{link(_could_stop(rules), 'showstoppers.md')} Nothing here is legal advice.",
            "\n".join(
                (
                    f"- {link('By industry', 'industries.md')}",
                    f"- {link('By jurisdiction', 'jurisdictions.md')}",
                    f"- {link('By severity', 'severities.md')}",
                    f"- {link('By field of the strategy', 'fields.md')}",
                    f"- {link('The concepts that rules build on', 'concepts.md')}",
                )
            ),
            heading(2, "Rulesets"),
            table(["Ruleset", "Id", "Rules", "Reviewed"], rows),
            *_switched_off(rulesets),
        ]
    )


def industries_page(rulesets: Rulesets) -> str:
    """The rules by industry, in the order of the tree of sectors; those for every industry at the end."""
    tree = rulesets.shapes.sectors
    grouped = _grouped(rulesets, lambda rule: rule.text.sectors or (_EVERY_INDUSTRY,))
    parts = [
        heading(1, "Rules by industry"),
        "A rule for an industry binds those under it too: a bank comes under the rules for banks, for financial "
        f"services, and {link('for every industry', f'#{_EVERY_INDUSTRY}')}.",
    ]
    for name in tree.names:
        if name in grouped:
            parts += [heading(2, plain(tree.name(name)), name), _above(name, tree, grouped), _rules(grouped[name])]
    general = grouped.get(_EVERY_INDUSTRY, [])
    return page([*parts, heading(2, "Every industry", _EVERY_INDUSTRY), _rules(general)])


def jurisdictions_page(rulesets: Rulesets) -> str:
    """The rules by jurisdiction, by name."""
    tree = jurisdictions()
    grouped = _grouped(rulesets, lambda rule: (rule.text.jurisdiction,))
    parts = [
        heading(1, "Rules by jurisdiction"),
        "A jurisdiction that is not here has no rules yet: a check of a strategy for it says so.",
    ]
    for name in sorted(grouped, key=lambda name: (tree.name(name), name)):
        parts += [heading(2, plain(tree.name(name)), name), _above(name, tree, grouped), _rules(grouped[name])]
    return page(parts)


def severities_page(rulesets: Rulesets) -> str:
    """The rules by severity, the heaviest first."""
    grouped = _grouped(rulesets, lambda rule: (rule.severity,))
    parts = [heading(1, "Rules by severity"), table(["Severity", "Rules", "Share"], _severity_rows(rulesets))]
    for severity in SEVERITIES:
        words = SEVERITY_WORDS[severity]
        parts += [heading(2, words.title, severity), f"{capitalised(words.meaning)}."]
        parts.append(_rules(grouped.get(severity, [])))
    return page(parts)


def showstoppers_page(rulesets: Rulesets) -> str:
    """How few rules could ever stop a launch, which they are, and what may stay."""
    rules = list(rulesets.rules.values())
    stoppers = [rule for rule in rules if rule.severity == "showstopper"]
    places = jurisdictions()
    by_ruleset = [
        (plain(ruleset.text.title), str(len(ruleset.rules)), str(count), percent(count, len(ruleset.rules)))
        for ruleset in rulesets
        if (count := sum(rule.severity == "showstopper" for rule in ruleset.rules))
    ]
    return page(
        [
            heading(1, "How few rules can ever be a showstopper"),
            f"**{_could_stop(rules)}** All others are met by a control: an approval, a disclosure, a record, a "
            "sentence in a contract.",
            "A rule is a showstopper only where its source bans the activity outright, so that no control cures it. "
            "Even then only that activity has to go, not the strategy: the last column says what may stay.",
            table(["Severity", "Rules", "Share"], _severity_rows(rulesets)),
            heading(2, "The showstoppers"),
            table(
                ["What must hold", "What goes, and what may stay"],
                [
                    (f"{_rule_link(rule)} ({plain(places.name(rule.text.jurisdiction))})", plain(rule.text.remedy.do))
                    for rule in stoppers
                ],
            )
            if stoppers
            else "None of the loaded rules is a showstopper.",
            heading(2, "Where they are") if stoppers else "",
            table(["Ruleset", "Rules", "Showstoppers", "Share"], by_ruleset) if stoppers else "",
        ]
    )


def concepts_page(rulesets: Rulesets) -> str:
    """Each concept, what it means, and the rules and concepts that rest on it."""
    parts = [heading(1, "Concepts"), "Notions that several rules build on, each defined once."]
    used: dict[str, list[str]] = defaultdict(list)
    for rule in rulesets.rules.values():
        for name in dict.fromkeys((*concepts_in(rule.trigger), *concepts_in(rule.require))):
            used[name].append(_rule_link(rule))
    for name, concept in sorted(rulesets.concepts.items()):
        parts += [heading(2, plain(concept.text.title), name), _about(concept)]
        parts.append(condition_list(concept.when, rulesets.concepts, ""))
        if used[name]:
            parts += ["Rules that build on it:", "\n".join(f"- {one}" for one in used[name])]
    return page(parts)


def field_pages(rulesets: Rulesets) -> Iterator[tuple[str, str]]:
    """The index by field, and for each section of the strategy the rules that look at each of its fields."""
    asking: dict[Names, list[Rule]] = defaultdict(list)
    for rule in rulesets.rules.values():
        for names in fields_of(rule, rulesets.concepts):
            asking[names].append(rule)
    root = rulesets.shapes.root
    rows = []
    for section, attribute in root.attributes.items():
        asked = [(names, found) for names, found in _in_order(section, attribute, root) if names in asking]
        if asked:
            rules = {rule.id for names, _ in asked for rule in asking[names]}
            there = link(code(section), f"fields/{section}.md")
            rows.append((there, plain(attribute.question), str(len(asked)), str(len(rules))))
            yield f"fields/{section}.md", _section_page(section, attribute, asked, asking)
    text = "Which rules look at which part of a strategy. What no rule asks is not listed."
    table_ = table(["Section", "Question", "Fields", "Rules"], rows)
    yield "fields.md", page([heading(1, "Rules by field"), text, table_])


def _section_page(
    section: str,
    attribute: Attribute,
    asked: Iterable[tuple[Names, Attribute]],
    asking: Mapping[Names, Sequence[Rule]],
) -> str:
    parts = [heading(1, code(section)), plain(attribute.question)]
    for names, found in asked:
        path = ".".join(names)
        parts += [heading(2, code(path), path), plain(found.question)]
        parts.append("\n".join(f"- {_rule_link(rule, '../')}" for rule in asking[names]))
    return page(parts)


def _in_order(name: str, attribute: Attribute, root: Shape) -> Iterator[tuple[Names, Attribute]]:
    """A field and those inside it, in the order of the model."""

    def walk(names: Names, found: Attribute) -> Iterator[tuple[Names, Attribute]]:
        yield names, found
        if found.type.part is not None:
            for below in found.type.part.attributes.values():
                yield from walk((*names, below.name), below)

    return walk((name,), attribute)


def _grouped(rulesets: Rulesets, keys: Callable[[Rule], Iterable[str]]) -> dict[str, list[Rule]]:
    groups: dict[str, list[Rule]] = defaultdict(list)
    for rule in rulesets.rules.values():
        for key in keys(rule):
            groups[key].append(rule)
    return groups


def _above(name: str, tree: Tree, grouped: Mapping[str, Sequence[Rule]]) -> str:
    """What also binds here, because it stands above in the tree."""
    wider = [other for other in tree.names if other in tree.ancestors(name) and other in grouped]
    links = [f"{link(plain(tree.name(other)), f'#{other}')} ({len(grouped[other])})" for other in wider]
    return f"Rules that bind here too: {', '.join(links)}." if links else ""


def _rules(rules: Sequence[Rule]) -> str:
    if not rules:
        return "None of the loaded rules."
    places = jurisdictions()
    ordered = sorted(rules, key=lambda rule: SEVERITIES.index(rule.severity))
    rows = [
        (_rule_link(rule), plain(places.name(rule.text.jurisdiction)), SEVERITY_WORDS[rule.severity].title)
        for rule in ordered
    ]
    return table(["What must hold", "Jurisdiction", "Severity"], rows)


def _rule_link(rule: Rule, up: str = "") -> str:
    return link(plain(rule.text.title), f"{up}rules/{rule.id}.md")


def _about(concept: Concept) -> str:
    subject = concept.text.subject
    about = "the strategy as a whole" if subject == "strategy" else f"each element of {code(subject)}"
    return f"{code(concept.text.id)} is about {about}. It holds where all of this does:"


def _could_stop(rules: Sequence[Rule]) -> str:
    count = sum(rule.severity == "showstopper" for rule in rules)
    return f"{count} of {plural(len(rules), 'rule')} ({percent(count, len(rules))}) could ever stop a launch."


def _severity_rows(rulesets: Rulesets) -> list[tuple[str, str, str]]:
    rules = list(rulesets.rules.values())
    counts = {severity: sum(rule.severity == severity for rule in rules) for severity in SEVERITIES}
    return [
        (link(SEVERITY_WORDS[severity].title, f"severities.md#{severity}"), str(count), percent(count, len(rules)))
        for severity, count in counts.items()
    ]


def _switched_off(rulesets: Rulesets) -> Iterator[str]:
    if rulesets.switched_off:
        yield heading(2, "Switched off")
        rows = [(plain(off.title), plain(off.reason), code(off.ruleset)) for off in rulesets.switched_off]
        yield table(["Rule", "Reason", "By ruleset"], rows)
