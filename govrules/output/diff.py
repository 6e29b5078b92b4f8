# SPDX-License-Identifier: Apache-2.0
"""What changed between two reports, as text: the numbers first, then what is new, what stands and what was cured."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from govrules.assessment.diff import (
    AnsweredReason,
    ComparedReport,
    Diff,
    FindingChange,
    FindingChangeKind,
    QuestionChange,
    RuleChange,
)
from govrules.output.presentation.escaping import safe
from govrules.output.presentation.evidence import where
from govrules.output.presentation.numbers import capitalised, plural
from govrules.output.presentation.waived_and_known import acceptance_words, accepted
from govrules.output.presentation.words import VERDICTS
from govrules.verdict import Verdict

_SECTIONS: tuple[tuple[FindingChangeKind, str, str], ...] = (
    ("new", "New", "bold yellow"),
    ("opened", "No longer decided: the document no longer says enough", "bold magenta"),
    ("silenced", "No longer stated: it fell short, and leaving it out does not cure it", "bold magenta"),
    ("coming", "Upcoming: not yet in force", "bold blue"),
    ("stands", "Still stands", "bold yellow"),
    ("accepted", "Accepted under a waiver", "bold"),
    ("cured", "Cured", "bold green"),
)
_BECAUSE = {
    "document": "",
    "law": "the law changed",
    "time": "time has passed: the law is the same",
    "ruleset": "the ruleset changed",
    "several": "more than one of document, day and rulesets changed",
}
_QUESTIONS = {
    "answered": ("Questions answered", "green"),
    "no-longer-asked": ("Questions no longer asked: their rules do not apply any more", "dim"),
    "opened": ("Questions opened", "magenta"),
}


def print_diff(found: Diff, console: Console) -> None:
    """Print what changed."""
    for indent, text, style in _lines(found):
        for line in Text(safe(text), style=style).wrap(console, console.width - indent) or [Text()]:
            line.rstrip()
            console.print(Text(" " * indent) + line, soft_wrap=True)


_Line = tuple[int, str, str]


def _lines(found: Diff) -> Iterator[_Line]:
    things = {kind: found.things(kind) for kind, _, _ in _SECTIONS}
    counts = {kind: len(of_kind) for kind, of_kind in things.items()}
    totals = [f"{counts['new']} new", f"{counts['stands']} still standing", f"{counts['cured']} cured"]
    totals += [f"{counts[kind]} {word}" for kind, word in _MORE if counts[kind]]
    style = "bold yellow" if counts["new"] or counts["opened"] else "bold green"
    yield 0, f"{', '.join(totals)}.", style
    yield 0, f"Old: {_compared(found.old)}", "dim"
    yield 0, f"New: {_compared(found.new)}", "dim"
    yield 0, _numbers(found.old, found.new), ""
    for kind, heading, style in _SECTIONS:
        yield from _section(heading, things[kind], style)
    yield from _questions(found.questions)
    yield from _rules(found)
    yield from _history(found.history)


_MORE: tuple[tuple[FindingChangeKind, str], ...] = (
    ("opened", "no longer decided"),
    ("silenced", "no longer stated"),
    ("coming", "upcoming"),
    ("accepted", "accepted"),
)


def _compared(report: ComparedReport) -> str:
    return " · ".join(part for part in (report.title, report.file, f"as of {report.as_of}") if part)


def _numbers(old: ComparedReport, new: ComparedReport) -> str:
    """What there was and is to do, counted as in the headline of a report."""
    rows = (
        ("Showstoppers", old.things["showstopper"], new.things["showstopper"]),
        ("things to do before launch", old.things["major"], new.things["major"]),
        ("after launch", old.things["minor"], new.things["minor"]),
        ("open questions", old.summary.questions, new.summary.questions),
    )
    return "; ".join(f"{name}: {was}" if was == now else f"{name}: {was} -> {now}" for name, was, now in rows)


def _section(heading: str, things: Sequence[Sequence[FindingChange]], style: str) -> Iterator[_Line]:
    if not things:
        return
    yield 0, "", ""
    yield 0, f"{heading} ({len(things)})", style
    for thing in things:
        said: set[str] = set()
        for one in thing:
            text = one.title if one.kind == "cured" else one.message
            # What another rule says of the same fields of the same part is the same finding; it is cited below.
            gap = text if one.kind == "cured" else repr((one.subject, one.fields))
            if gap not in said:
                yield 2, f"{capitalised(one.severity)}: {text}" if one is thing[0] else text, "bold"
            said.add(gap)
            for detail in _details(one):
                yield 4, detail, "dim"


def _details(one: FindingChange) -> Iterator[str]:
    at = where(one.location, column=True) if one.location else None
    yield " · ".join(part for part in (one.subject, one.citation, one.rule, at) if part)
    notes = []
    if one.kind == "cured":
        notes.append("no longer applies" if one.now is Verdict.NOT_APPLICABLE else "met now")
    elif one.kind != "stands":
        notes.append(VERDICTS[one.was].was)
    if one.was_severity:
        notes.append(f"it was {one.was_severity}")
    if one.kind != "stands" and _BECAUSE[one.because]:
        notes.append(_BECAUSE[one.because])
    if notes:
        yield f"{capitalised('; '.join(notes))}."
    if one.kind == "accepted" and one.waiver:
        yield acceptance_words(accepted(one.waiver))


def _questions(questions: Iterable[QuestionChange]) -> Iterator[_Line]:
    listed = list(questions)
    for kind, (heading, style) in _QUESTIONS.items():
        chosen = [one for one in listed if one.kind == kind]
        if not chosen:
            continue
        yield 0, "", ""
        yield 0, f"{heading} ({len(chosen)})", f"bold {style}"
        for one in chosen:
            asked = f" ({', '.join(one.asked_of)})" if one.asked_of else ""
            yield 2, f"{one.text}{asked}", ""
            yield 4, f"{one.field}; {one.severity}", "dim"


def _rules(found: Diff) -> Iterator[_Line]:
    if not found.rules and not found.rulesets:
        return
    yield 0, "", ""
    yield 0, "Changes in law and rulesets", "bold"
    for change in found.rules:
        yield 2, _rule_change(change), ""
    for ruleset in found.rulesets:
        if ruleset.was is None:
            yield 2, f"{ruleset.id} {ruleset.now} is loaded now.", ""
        elif ruleset.now is None:
            yield 2, f"{ruleset.id} {ruleset.was} is no longer loaded.", ""
        elif ruleset.was == ruleset.now:
            yield 2, f"{ruleset.id} changed under the same version, {ruleset.now}.", "bold yellow"
        else:
            yield 2, f"{ruleset.id} went from {ruleset.was} to {ruleset.now}.", ""


def _rule_change(change: RuleChange) -> str:
    if change.kind == "begins":
        return f"{change.title} ({change.rule}) comes into force on {change.day}."
    if change.kind == "ends":
        return f"{change.title} ({change.rule}) is in force until {change.day}."
    what = ", ".join(name.replace("_", " ") for name in change.what)
    return f"{change.title} ({change.rule}) has changed: {what}."


def _history(reasons: Iterable[AnsweredReason]) -> Iterator[_Line]:
    for (forum, day, outcome), group in groupby(reasons, lambda one: (one.forum, one.submitted_on, one.outcome)):
        listed = list(group)
        answered = sum(one.answer is not None for one in listed)
        yield 0, "", ""
        by, on = f" by {forum}" if forum else "", f" on {day}" if day else ""
        count = f"{answered} of {plural(len(listed), 'reason')} answered"
        yield 0, f"{outcome.capitalize()} before{by}{on}: {count}", "bold"
        for one in listed:
            yield 2, one.reason, ""
            yield 4, one.answer or "No answer yet.", "green" if one.answer else "bold yellow"
        if listed[0].what_changed:
            yield 2, f"Changed since: {listed[0].what_changed}", "dim"
