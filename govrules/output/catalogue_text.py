# SPDX-License-Identifier: Apache-2.0
"""Rules and sectors for people: listings, and one rule in full."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govrules.assessment.rule_record import RuleRecord
from govrules.output.presentation.escaping import safe, safe_json
from govrules.output.presentation.numbers import plural
from govrules.output.presentation.rules import cure, cure_label, term_or_unknown, unsettled
from govrules.output.presentation.words import BASES, CONFIDENCE, CURRENT_POSITION, OUTDATED_VIEW, SEVERITIES
from govrules.ruleset.rule import Rule
from govrules.taxonomy import EVERYWHERE, jurisdictions, sectors


def print_rules(records: Sequence[RuleRecord], console: Console) -> None:
    """Print a table of rules, by ruleset in the order of loading."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("Rule", no_wrap=console.width >= 100, overflow="fold")
    table.add_column("Severity")
    table.add_column("Basis")
    table.add_column("What must hold", ratio=1)
    for record in records:
        severity = Text(record.severity, style=SEVERITIES[record.severity].style)
        table.add_row(Text(safe(record.id)), severity, Text(record.basis), Text(safe(record.title)))
    console.print(table)
    stoppers = sum(record.severity == "showstopper" for record in records)
    console.print()
    console.print(f"{plural(len(records), 'rule')}, {stoppers or 'none'} of which could ever stop a launch.")


def rules_json(records: Sequence[RuleRecord]) -> str:
    """The rules as JSON: an object with a list of records as in the report."""
    listed = {"rules": [asdict(record) for record in records]}
    return safe_json(json.dumps(listed, indent=2, default=str, ensure_ascii=False)) + "\n"


def print_sectors(console: Console) -> None:
    """Print the tree of sectors."""
    tree = sectors()

    def show(code: str, depth: int) -> None:
        console.print(f"{'  ' * depth}{code}: {tree.name(code)}")
        for child in tree.children(code):
            show(child, depth + 1)

    for code in tree.names:
        if not tree.ancestors(code):
            show(code, 0)


def print_rule(rule: Rule, console: Console) -> None:
    """Print one rule in full."""
    text, source = rule.text, rule.text.source
    bound = ", ".join(rule.shape.document.sectors.name(sector) for sector in text.sectors) or "every sector"
    place = jurisdictions().name(text.jurisdiction)
    nexus = "" if text.jurisdiction == EVERYWHERE else f", by {' or '.join(text.nexus)}"
    console.print(Text(safe(text.title), style="bold"))
    console.print(Text(f"{text.id} · {rule.ruleset} · {text.severity}", style=SEVERITIES[text.severity].style))
    _paragraph(console, "Binds", f"{bound}; {place}{nexus}")
    _paragraph(
        console,
        "Source",
        " · ".join(part for part in (source.citation, source.authority, source.kind, source.url) if part),
    )
    _paragraph(console, "Basis", BASES[text.basis])
    _paragraph(console, "In force", term_or_unknown(source))
    _paragraph(console, "Confidence", f"{source.confidence}: {CONFIDENCE[source.confidence]}")
    if source.prohibition:
        _paragraph(console, "Outright prohibition", "no control cures it")
    if text.status:
        _paragraph(console, "Not settled", ": ".join(unsettled(text.status)))
    _paragraph(console, "Looks at", text.subject)
    if text.when is not None:
        _block(console, "Applies when", text.when)
    if text.unless is not None:
        _block(console, "Unless", text.unless)
    _block(console, "Requires", text.require)
    if text.yields_to:
        _paragraph(console, "Yields to", ", ".join(text.yields_to))
    for name, parameter in text.parameters.items():
        _paragraph(console, f"${name}", f"{parameter.value} {parameter.unit}: {parameter.source}")
    _paragraph(console, cure_label(text.severity), cure(text.remedy))
    _paragraph(console, OUTDATED_VIEW, text.outdated_view)
    _paragraph(console, CURRENT_POSITION, text.current_position)
    _paragraph(console, "Note", text.note)
    for kind, example in text.examples.model_dump(by_alias=True).items():
        if example is not None:
            _block(console, f"Example: {kind}", example)


def _paragraph(console: Console, heading: str, text: str | None) -> None:
    if text is not None:
        console.print()
        console.print(Text.assemble((f"{heading}: ", "bold"), safe(text)))


def _block(console: Console, heading: str, data: Any) -> None:
    console.print()
    console.print(Text(heading, style="bold"))
    written = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=max(40, console.width - 4))
    for line in written.rstrip("\n").split("\n"):
        console.print(Text(f"  {safe(line)}"), soft_wrap=True)
