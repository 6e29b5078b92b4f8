# SPDX-License-Identifier: Apache-2.0
"""The page of one rule: what it asks, why, of whom, what cures a gap, and the examples by which it proves itself."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from govrules.output.catalogue.words import condition_list
from govrules.output.presentation.markdown import (
    block,
    code,
    front_matter,
    heading,
    indented,
    link,
    page,
    plain,
    table,
    web_link,
)
from govrules.output.presentation.numbers import capitalised, sentence
from govrules.output.presentation.rules import term_or_unknown, unsettled
from govrules.output.presentation.words import (
    BASES,
    CONFIDENCE,
    CURRENT_POSITION,
    NEXUS,
    OUTDATED_VIEW,
    SEVERITIES,
    VERDICTS,
    titled,
    usually,
)
from govrules.ruleset.asks import fields_of
from govrules.ruleset.rule import Concept, Rule, Ruleset, Rulesets
from govrules.taxonomy import EVERYWHERE, jurisdictions
from govrules.verdict import Verdict

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def rule_page(rule: Rule, ruleset: Ruleset, rulesets: Rulesets) -> str:
    """The page of a rule; it stands in a folder beside the indexes."""
    text, concepts = rule.text, rulesets.concepts
    return page(
        [
            front_matter(text.title),
            heading(1, plain(text.title)),
            table(["Rule", code(rule.id)], _facts(rule, ruleset)),
            _status(rule),
            *_changes(rule),
            heading(2, "What it asks"),
            _looked_at(rule),
            condition_list(rule.require, concepts, "../concepts.md"),
            *_parameters(rule),
            heading(2, "Why"),
            _why(rule),
            table(["Source", plain(text.source.citation)], _source(rule)),
            heading(2, "Whom it binds"),
            _bound(rule),
            heading(2, "When it applies"),
            "To everybody whom it binds, without a further condition."
            if rule.when is None
            else "All of this:\n\n" + condition_list(rule.when, concepts, "../concepts.md"),
            *_exempt(rule, concepts),
            *_yields(rule),
            heading(2, "What cures a gap"),
            plain(text.remedy.do),
            f"{capitalised(usually(text.remedy.owner, text.remedy.effort))}.",
            *_views(rule),
            *_section("Note", text.note),
            *_examples(rule),
            *_fields(rule, rulesets),
            heading(2, "As the ruleset writes it"),
            block({key: value for key in ("when", "unless", "require") if (value := getattr(text, key)) is not None}),
        ]
    )


def _facts(rule: Rule, ruleset: Ruleset) -> Iterator[tuple[str, str]]:
    words = SEVERITIES[rule.severity]
    yield "Severity", f"{link(words.title, f'../severities.md#{rule.severity}')}: {words.meaning}"
    yield "Basis", BASES[rule.text.basis]
    yield "Jurisdiction", _place(rule)
    yield "Industries", _industries(rule)
    reviewed = f"version {plain(ruleset.text.version)}, reviewed on {ruleset.text.reviewed}"
    yield "Ruleset", f"{plain(ruleset.text.title)} ({code(ruleset.id)}, {reviewed})"


def _place(rule: Rule) -> str:
    code_ = rule.text.jurisdiction
    return link(plain(jurisdictions().name(code_)), f"../jurisdictions.md#{code_}")


def _industries(rule: Rule) -> str:
    tree = rule.shape.document.sectors
    named_sectors = [link(plain(tree.name(name)), f"../industries.md#{name}") for name in rule.text.sectors]
    return ", ".join(named_sectors) or link("Every industry", "../industries.md#every-industry")


def _status(rule: Rule) -> str:
    status = rule.text.status
    if status is None:
        return ""
    label, text = unsettled(status)
    return f'!!! warning "Not settled: {label.lower()}"\n{indented(plain(text))}'


def _changes(rule: Rule) -> Iterator[str]:
    if rule.changes:
        yield '!!! info "Changed by an organisation"'
        rows = [
            (plain(change.what), plain(change.was), plain(change.now), plain(change.reason), code(change.ruleset))
            for change in rule.changes
        ]
        yield indented(table(["What", "Was", "Is", "Reason", "Ruleset"], rows))


def _looked_at(rule: Rule) -> str:
    subject = rule.text.subject
    if subject == "strategy":
        return "It looks at the strategy as a whole. All of this must hold:"
    return f"It looks at each element of {code(subject)} on its own. Of each, all of this must hold:"


def _parameters(rule: Rule) -> Iterator[str]:
    if rule.text.parameters:
        yield "Figures that an organisation's own ruleset may change:"
        rows = [
            (code(f"${name}"), plain(f"{parameter.value} {parameter.unit}"), plain(parameter.source))
            for name, parameter in rule.text.parameters.items()
        ]
        yield table(["Parameter", "Value", "Where it comes from"], rows)


def _why(rule: Rule) -> str:
    source = rule.text.source
    banned = " It is an outright prohibition." if source.prohibition else ""
    return (
        f"Asked for by: {plain(sentence(source.authority))}{banned} Where a strategy falls short, the report says: "
        f"“{plain(_finding(rule))}”"
    )


def _finding(rule: Rule) -> str:
    """The message with the values of parameters; what only a strategy can fill in stays in brackets."""
    values = {name: f"{parameter.value}" for name, parameter in rule.text.parameters.items()}
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], f"[{found[1]}]"), rule.text.finding)


def _source(rule: Rule) -> Iterator[tuple[str, str]]:
    source = rule.text.source
    yield "Authority", plain(source.authority)
    yield "Kind", titled(source.kind)
    yield "In force", term_or_unknown(source)
    yield "Official page", web_link(source.url) if source.url else "none is known"
    yield "Confidence", f"{titled(source.confidence)}: {CONFIDENCE[source.confidence]}"


def _bound(rule: Rule) -> str:
    sectors = ", ".join(plain(rule.shape.document.sectors.name(name)) for name in rule.text.sectors)
    who = f"Organisations of these industries, and of those under them: {sectors}." if sectors else "Every industry."
    if rule.text.documents:
        who += f" It is about these documents: {', '.join(rule.text.documents)}."
    if rule.text.jurisdiction == EVERYWHERE:
        return f"{who} It applies everywhere."
    ties = " or ".join(NEXUS[nexus] for nexus in rule.text.nexus)
    return f"{who} {plain(jurisdictions().name(rule.text.jurisdiction))}: it applies where {ties}."


def _views(rule: Rule) -> Iterator[str]:
    outdated, current = rule.text.outdated_view, rule.text.current_position
    if outdated or current:
        yield heading(2, "Outdated view and current position")
        columns = [(OUTDATED_VIEW, outdated), (CURRENT_POSITION, current)]
        stated = [(name, text) for name, text in columns if text]
        yield table([name for name, _ in stated], [[plain(text) for _, text in stated]])


def _exempt(rule: Rule, concepts: Mapping[str, Concept]) -> Iterator[str]:
    if rule.unless is not None:
        yield heading(2, "What exempts from it")
        yield "All of this:\n\n" + condition_list(rule.unless, concepts, "../concepts.md")


def _yields(rule: Rule) -> Iterator[str]:
    if rule.text.yields_to:
        yield heading(2, "What takes its place")
        yield "Where one of these special rules applies, it takes the place of this one."
        yield "\n".join(f"- {link(name, f'{name}.md')}" for name in rule.text.yields_to)


def _section(title: str, text: str | None) -> Iterator[str]:
    if text:
        yield heading(2, title)
        yield plain(text)


def _examples(rule: Rule) -> Iterator[str]:
    examples = rule.text.examples
    if not any((examples.met, examples.gap, examples.not_applicable, examples.unanswered, examples.may_apply)):
        return
    yield heading(2, "Examples")
    yield "Fragments of a strategy, each with the verdict of this rule."
    yield from _side_by_side((VERDICTS[Verdict.MET].title, examples.met), (VERDICTS[Verdict.GAP].title, examples.gap))
    yield from _side_by_side(
        (VERDICTS[Verdict.NOT_APPLICABLE].title, examples.not_applicable),
        (VERDICTS[Verdict.UNANSWERED].title, examples.unanswered),
    )
    yield from _side_by_side((VERDICTS[Verdict.MAY_APPLY].title, examples.may_apply))


def _side_by_side(*columns: tuple[str, Any]) -> Iterator[str]:
    """Examples in columns that stand below each other on a narrow screen."""
    shown = [(title, fragments) for title, fragments in columns if fragments is not None]
    if shown:
        yield '<div class="grid" markdown>'
        for title, fragments in shown:
            yield "<div markdown>"
            yield f"**{title}**"
            for fragment in fragments if isinstance(fragments, list) else [fragments]:
                yield block(fragment)
            yield "</div>"
        yield "</div>"


def _fields(rule: Rule, rulesets: Rulesets) -> Iterator[str]:
    yield heading(2, "Fields that it looks at")
    links = (field_link(names, "../") for names in fields_of(rule, rulesets.concepts))
    yield "\n".join(f"- {one}" for one in links)


def field_link(names: tuple[str, ...], up: str) -> str:
    """A link to a field in the index by field; ``up`` leads to the folder of the indexes."""
    path = ".".join(names)
    return link(code(path), f"{up}fields/{names[0]}.md#{path}")
