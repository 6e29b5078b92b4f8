# SPDX-License-Identifier: Apache-2.0
"""Why a rule says what it says of a strategy: the tree of its conditions, and what would meet it."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from govrules.assessment.why import Why
from govrules.output.presentation.escaping import safe
from govrules.output.presentation.words import VERDICTS
from govrules.output.trace_text import trace_lines
from govrules.ruleset.rule import Rule
from govrules.source.model_errors import label
from govrules.strategy.load import Document


def print_why(rule: Rule, found: Sequence[Why], document: Document, console: Console) -> None:
    """Print the tree for each subject."""

    def line(text: str, style: str = "") -> None:
        console.print(Text(safe(text), style=style), soft_wrap=True)

    line(f"{rule.id}: {rule.text.title}", "bold")
    if not found:
        line("It cannot bind this strategy: its jurisdiction, nexus or sectors do not fit, or it has no subject here.")
    for one in found:
        line("")
        line(f"{one.subject}: {one.judgement.verdict}", VERDICTS[one.judgement.verdict].style)
        if one.explained is None:
            line(f"  {label(one.judgement.subject)}: not all of them are stated; the rule may apply to the others")
            continue
        for heading, traced in (
            ("It binds", one.explained.applies),
            ("It applies when", one.explained.when),
            ("It requires", one.explained.require),
        ):
            if traced is not None:
                line(f"  {heading}")
                for text in trace_lines(traced, document.source):
                    line(f"    {text}", "red" if "[false]" in text else "magenta" if "[unknown]" in text else "")
        if one.change is None:
            line("  No change of the document would meet it.")
        elif one.change:
            line("  The smallest change that would meet it:")
            for change in one.change:
                line(f"    {label(change.pointer)}: {change.wanted}", "green")
