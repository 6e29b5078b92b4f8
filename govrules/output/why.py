# SPDX-License-Identifier: Apache-2.0
"""Why a rule says what it says of a strategy, in sentences: what it looked at, what it found and where, and what would
change the answer."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from govrules.assessment.evidence import location, plain
from govrules.assessment.report import Wanted
from govrules.assessment.why import Why
from govrules.logic.condition import AnyOf, Compare, Condition, Not, Quantified
from govrules.logic.incomplete import IncompleteList
from govrules.logic.operators import OPERATORS
from govrules.logic.trace import Trace, rests_on_being_stated
from govrules.output.presentation.escaping import safe
from govrules.output.presentation.evidence import where
from govrules.output.presentation.numbers import plural
from govrules.output.presentation.ways import ENOUGH, looked_for, way_words
from govrules.output.presentation.words import BASIS_LABELS, VERDICTS
from govrules.ruleset.message import shown
from govrules.ruleset.rule import Rule
from govrules.source.model_errors import label
from govrules.strategy.load import Document
from govrules.verdict import Verdict

_SENTENCES = 12  # under a heading; more would bury what is below
_SAID = {
    Verdict.GAP: "{} falls short.",
    Verdict.UNANSWERED: "{}: the document does not say enough to tell.",
    Verdict.MAY_APPLY: "{}: the document does not say whether the rule applies.",
    Verdict.MET: "{} meets it.",
    Verdict.NOT_APPLICABLE: "{}: it does not apply.",
}
_APPLIES = {True: "Why it applies", False: "Why it does not apply", None: "What would tell whether it applies"}
_FOUND = {True: "What meets it", False: "What falls short", None: "What is missing"}


def print_why(rule: Rule, found: Sequence[Why], document: Document, console: Console) -> None:
    """Print the sentences for each subject."""

    def line(text: str, style: str = "") -> None:
        console.print(Text(safe(text), style=style), soft_wrap=True)

    line(f"{rule.id}: {rule.text.title}", "bold")
    line(f"{BASIS_LABELS[rule.text.basis]}: {rule.text.source.citation}", "dim")
    if not found:
        line("It cannot bind this strategy: its jurisdiction, nexus or sectors do not fit, or it has no subject here.")
    for one in found:
        line("")
        line(_SAID[one.judgement.verdict].format(one.subject), VERDICTS[one.judgement.verdict].style)
        for text, style in _explained(one, document):
            line(text, style)


def _explained(one: Why, document: Document) -> Iterator[tuple[str, str]]:
    if one.judgement.yielded_to:
        yield f"  A special rule takes its place: {', '.join(one.judgement.yielded_to)}.", ""
        return
    if one.explained is None:
        yield f"  Not all of {label(one.judgement.subject)} are stated; the rule may apply to the others.", ""
        return
    parts = [one.explained.applies, *filter(None, [one.explained.when])]
    decides = next((part for part in parts if part.truth is False), None)
    asked = [decides] if decides else [part for part in parts if part.truth is None] or parts
    truth = None if any(part.truth is None for part in asked) else asked[0].truth
    yield from _section(_APPLIES[truth], _sentences(asked, document))
    if truth is not False:
        yield from _section(_FOUND[one.explained.require.truth], _sentences([one.explained.require], document))
    if one.judgement.verdict.is_finding:
        yield from _change(one)


def _section(heading: str, sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    if not sentences:
        return
    yield f"  {heading}:", ""
    for sentence in sentences[:_SENTENCES]:
        yield f"    - {sentence}", ""
    if len(sentences) > _SENTENCES:
        yield f"    - and {plural(len(sentences) - _SENTENCES, 'more answer')}", ""


def _sentences(traces: Sequence[Trace], document: Document) -> list[str]:
    """What decided these conditions, a sentence a field; that one is stated or not says something only if alone."""
    leaves = [leaf for traced in traces for leaf in _deciding(traced, True)]
    telling = [leaf for leaf in leaves if not rests_on_being_stated(leaf[0])]
    found: dict[str, dict[str, None]] = {}
    for leaf, wanted in telling or leaves:
        found.setdefault(_sentence(leaf, document), {}).setdefault(_wants(leaf.condition, wanted))
    return [_with(sentence, [one for one in wants if one]) for sentence, wants in found.items()]


def _with(sentence: str, wants: Sequence[str]) -> str:
    return f"{sentence} The rule looks for {'; or '.join(wants)}." if wants else sentence


def _deciding(traced: Trace, wanted: bool) -> Iterator[tuple[Trace, bool]]:
    """The comparisons and lists that share the truth of a condition, each with the truth that would serve it; of
    alternatives that are open, also those that fall short."""
    parts = [part for part in traced.parts if part.truth is traced.truth]
    if traced.truth is None and isinstance(traced.condition, AnyOf):
        parts = list(traced.parts)
    match traced.condition:
        case Compare():
            yield traced, wanted
        case Not():
            yield from _deciding(traced.parts[0], not wanted)
        case Quantified(quantifier=quantifier) if not parts or quantifier == "count":
            yield traced, wanted
        case _:
            for part in parts:
                yield from _deciding(part, wanted)


def _sentence(leaf: Trace, document: Document) -> str:
    condition, pointer = leaf.condition, leaf.pointer
    assert isinstance(condition, Compare | Quantified) and pointer is not None
    said = f"{condition.path.attribute.question} ({label(pointer)}) "
    place = location(pointer, document.source)
    at = f" ({where(place, column=True)})" if place else ""
    if leaf.value is None:
        return f"{said}The document does not say."
    if document.source and not document.source.has(pointer):
        if condition.path.attribute.rests_on:
            return f"{said}What the document says elsewhere comes to {_value(leaf.value)}."
        return f"{said}The document does not say, and so {_value(leaf.value)} counts."
    return f"{said}The document says {_value(leaf.value)}{at}."


def _wants(condition: Condition, wanted: bool) -> str:
    """What a comparison or list would have to be; nothing where there are no words for it."""
    if isinstance(condition, Quantified):
        return f"{' and '.join(condition.bounds)} that fit" if condition.bounds else ""
    assert isinstance(condition, Compare)
    words = OPERATORS[condition.operator].worded(condition.operand)
    said = words.holds if wanted else words.fails
    return "" if said is None else looked_for(said.format(_operand(condition.operand)))


def _operand(operand: Any) -> str:
    return ", ".join(map(str, operand)) if isinstance(operand, tuple) else str(operand)


def _value(value: Any) -> str:
    stated = plain(value)
    text = " ".join(shown(tuple(stated) if isinstance(stated, list) else stated).split())
    return f"{text}, and that the list is not complete" if isinstance(value, IncompleteList) else text


def _change(one: Why) -> Iterator[tuple[str, str]]:
    if not one.ways:
        yield "  No change of the document would meet it.", ""
        return
    heading = "What would change the answer"
    if one.judgement.verdict is Verdict.MAY_APPLY:
        heading = "What would meet it, if it applies"
    yield f"  {heading}{f'; {ENOUGH.lower()}' if len(one.ways) > 1 else ''}:", ""
    for way in one.ways:
        yield f"    - {way_words(Wanted(label(change.pointer), change.wanted) for change in way)}", "green"
