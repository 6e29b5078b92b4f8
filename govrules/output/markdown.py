# SPDX-License-Identifier: Apache-2.0
"""The report as Markdown, for a pull request, a job summary or a board paper.

What a document says is shown as it stands: it makes no markup, HTML, link, mention or reference to an issue.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote, urlsplit

from govrules.assessment.report import Finding, Location, PathStep, Report, RuleRecord
from govrules.output.catalogue.markdown import heading, page, table
from govrules.output.catalogue.markdown import plain as escaped
from govrules.output.safe import safe
from govrules.output.standing import FIXED_HINT, is_known, known_words, named, waiver_words
from govrules.output.verdict import after, blocking_questions, counts, go_ahead, plural, wait
from govrules.ruleset.message import shown
from govrules.ruleset.model import Severity
from govrules.verdict import Verdict

# What services turn into mentions and references even where Markdown shows it as it stands; they look at the words of
# the page, so that nothing but a character without width between mark and word keeps them from it.
_REFERENCE = re.compile(r"(?<=[@#!])(?=\w)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_NO_WIDTH = "\u200b"

HEADINGS: dict[Severity, str] = {
    "showstopper": "Showstoppers: no control cures these; the activity must go",
    "major": "Major: cure before launch",
    "minor": "Minor: cure after launch, by a date",
    "advice": "Advice: good practice",
}
STATES = {"answered": "Answered", "in-part": "In part", "silent": "Silent"}
OBJECTIONS = {"right": "The rule does stop it", "answered": "Answered", "open": "Open"}
_COMING = {
    "begins": "Begins to bind",
    "ends": "Binds for the last day",
    "look-again": "To be looked at again",
    "waiver-ends": "A waiver ends",
}
_PLACES = 3  # of one finding; more would bury the next


def render(reports: Sequence[Report]) -> str:
    """Write the reports, one after the other."""
    return "\n---\n\n".join(page(_parts(report)) for report in reports)


def told(text: str) -> str:
    """A text from a document or ruleset on one line, shown as it stands wherever in a page it is put."""
    parted = escaped(_REFERENCE.sub(_NO_WIDTH, text.replace(_NO_WIDTH, "")))
    return _ADDRESS.sub(lambda found: f"&#{ord(found[0])};", parted).replace(_NO_WIDTH, "&#8203;")


def _parts(report: Report) -> Iterator[str]:
    yield heading(1, told(report.title))
    yield from verdict(report)
    yield f"{told(report.organisation)} · {_judged(report)}"
    yield from _path(report)
    yield from _findings(report)
    yield from _fixed(report)
    yield from _questions(report)
    yield heading(2, "The ten questions")
    yield ten_questions(report)
    yield from objections(report)
    yield from _upcoming(report)
    yield from _coverage(report)
    yield f"*{told(report.disclaimer)}*"


def verdict(report: Report) -> Iterator[str]:
    """The verdict: the answer, the numbers, the decision that is asked for, and what was not checked."""
    found, summary = go_ahead(report), report.summary
    yield f"**{found.answer}.** {found.because}"
    stop = f"{summary.could_be_showstoppers} could ever stop a launch; {summary.showstoppers} do here"
    numbers = ", ".join(counts([summary])[1:])
    yield f"Of {summary.applicable} applicable rules, {summary.met} are met and {stop}. {numbers}."
    if known := known_words(report):
        yield known
    if report.decision:
        yield f"**Decision asked for:** {told(report.decision)}"
    if report.coverage.not_checked:
        yield "**Not checked:**"
        yield listed(told(sentence) for sentence in report.coverage.not_checked)


def listed(items: Iterable[str]) -> str:
    """A list; the items are Markdown on one line."""
    return "\n".join(f"- {item}" for item in items)


def _judged(report: Report) -> str:
    file = f"{told(report.file)} · " if report.file else ""
    return f"{file}judged as of {report.as_of} by govrules {report.govrules}"


def path_table(steps: Sequence[PathStep]) -> str:
    """The steps of the path to yes."""
    rows = [
        (
            str(step.number),
            told(step.do) + "".join(f"<br>Also: {told(also)}" for also in step.also),
            plural(step.findings, "finding"),
            f"{step.owner}, {step.effort}",
            "<br>".join(told(citation) for citation in step.citations),
            told(after(step)),
        )
        for step in steps
    ]
    return table(("Step", "What to do", "Cures", "Usual owner, effort (estimate)", "By", "After it"), rows)


def waiting(report: Report) -> Iterator[str]:
    """What the path does not know yet."""
    count = len(blocking_questions(report))
    if count:
        yield f"{plural(count, 'rule')} of launch-blocking weight {wait(count)} for an answer, which may add steps."


def _path(report: Report) -> Iterator[str]:
    if report.path:
        yield heading(2, "Path to yes")
        yield path_table(report.path)
        yield from waiting(report)


def _findings(report: Report) -> Iterator[str]:
    if all(finding.verdict.is_open for finding in report.findings):
        return
    yield heading(2, "Findings")
    for severity, title in HEADINGS.items():
        chosen = [one for one in report.findings if one.severity == severity and one.verdict is Verdict.GAP]
        if chosen:
            yield heading(3, title)
            yield from _by_rule(report, chosen)
    for verdict_, title in (
        (Verdict.UPCOMING, "Upcoming: not yet in force"),
        (Verdict.WAIVED, "Waived: accepted for a time"),
    ):
        chosen = [one for one in report.findings if one.verdict is verdict_]
        if chosen:
            yield heading(3, title)
            yield from _by_rule(report, chosen)


def _by_rule(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    for name, group in groupby(findings, key=lambda finding: finding.rule):
        rule = report.rules[name]
        yield heading(4, told(rule.title))
        yield listed([*(_finding(finding) for finding in group), *_about(rule)])


def _finding(finding: Finding) -> str:
    known = " **known**" if is_known(finding) else ""
    words = waiver_words(finding)
    return f"{told(finding.message)}{known}{_places(finding)}" + (f"<br>**{told(words)}**" if words else "")


def _places(finding: Finding) -> str:
    said: dict[Location | None, list[str]] = {}
    for item in finding.evidence:
        value = shown(tuple(item.value) if isinstance(item.value, list) else item.value)
        said.setdefault(item.location, []).append(told(f"{item.field} is {value}"))
    shown_places = [
        "; ".join(texts) + (f" ({told(f'{place.file}:{place.line}')})" if place else "")
        for place, texts in list(said.items())[:_PLACES]
    ]
    if len(said) > _PLACES:
        shown_places.append(f"and {plural(len(said) - _PLACES, 'other place')}")
    return f"<br>*{'; '.join(shown_places)}*" if shown_places else ""


def _about(rule: RuleRecord) -> Iterator[str]:
    # What is prohibited is not cured; something else takes its place.
    cure = "Instead" if rule.severity == "showstopper" else "Cure"
    yield f"**{cure}:** {told(rule.remedy.do)} (usually {rule.remedy.owner}, {rule.remedy.effort}: an estimate)"
    yield f"**Source:** {cited(rule)}"
    if rule.status:
        again = f" Look again on {rule.status.look_again}." if rule.status.look_again else ""
        yield f"**{rule.status.kind.capitalize()}:** {told(rule.status.note)}{again}"
    for change in rule.changes:
        yield told(f"{change.ruleset} changed {change.what} from {change.was} to {change.now}: {change.reason}")
    if rule.outdated_view and rule.current_position:
        yield f"**People say:** {told(rule.outdated_view)} **What is so:** {told(rule.current_position)}"


def cited(rule: RuleRecord) -> str:
    """The source of a rule, with a link to its page."""
    source = rule.source
    name = told(source.citation)
    parts = [
        f"[{name}](<{_target(source.url)}>)" if source.url and _web(source.url) else name,
        told(source.authority),
        f"since {source.in_force}" if source.in_force else "",
        "" if source.confidence == "primary-verified" else source.confidence,
        rule.id,
    ]
    return " · ".join(part for part in parts if part)


def _web(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https")


def _target(address: str) -> str:
    return quote(safe(address), safe=":/?#@!$&+,;=%~").replace("&", "&amp;")


def _fixed(report: Report) -> Iterator[str]:
    if not report.fixed:
        return
    yield heading(2, "Fixed since the baseline")
    yield listed(told(named(report, one.subject, one.rule)) for one in report.fixed)
    yield FIXED_HINT


def _questions(report: Report) -> Iterator[str]:
    if not report.questions:
        return
    yield heading(2, f"Questions that the document leaves open ({len(report.questions)})")
    yield table(
        ("Question", "Field", "Asked of", "Weight", "Waiting"),
        (
            (
                told(question.text) + (f" (in {told(question.unit)})" if question.unit else ""),
                told(question.field),
                told(", ".join(question.asked_of)),
                question.severity,
                "<br>".join(question.rules),
            )
            for question in report.questions
        ),
    )


def ten_questions(report: Report) -> str:
    """The ten questions with their answers."""
    return table(
        ("", "Asked of", "Question", "Answer in the strategy", "State"),
        (
            (
                str(one.number),
                one.to,
                told(one.question),
                told(one.answer) if one.answer else "",
                STATES[one.state] + (f": {', '.join(one.missing)}" if one.missing else ""),
            )
            for one in report.ten_questions
        ),
    )


def objections(report: Report) -> Iterator[str]:
    """The objections, each with its answer."""
    if not report.objections:
        return
    yield heading(2, "Objections")
    yield table(
        ("Who", "What they believe", "As of", "", "What is so", "By"),
        (
            (
                told(one.who or ""),
                told(one.belief or ""),
                str(one.belief_as_of or ""),
                OBJECTIONS[one.state],
                "<br>".join(map(told, one.answers)),
                "<br>".join(map(told, one.citations)),
            )
            for one in report.objections
        ),
    )


def _upcoming(report: Report) -> Iterator[str]:
    if not report.upcoming:
        return
    yield heading(2, "What is coming")
    yield table(
        ("Day", "", "What", "Today", "Rule"),
        (
            (str(change.day), _COMING[change.kind], told(change.text), change.today, change.rule)
            for change in report.upcoming
        ),
    )


def _coverage(report: Report) -> Iterator[str]:
    coverage = report.coverage
    yield heading(2, "Coverage")
    yield table(
        ("Market or sector", "Checked by"),
        (
            (told(f"{one.name} ({one.code})"), told(", ".join(one.rulesets)) or "**nothing: not checked**")
            for one in (*coverage.jurisdictions, *coverage.sectors)
        ),
    )
    applying = {rule.ruleset for rule in report.rules.values()}
    used = [f"{one.id} {one.version}" for one in report.rulesets if one.id in applying]
    left_out = sum(one.rules - one.selected for one in report.rulesets)
    sentences = [f"Rulesets: {told(', '.join(used))}."]
    if left_out:
        sentences.append(f"{plural(left_out, 'loaded rule')} left out by the selection.")
    sentences += [told(f"{off.ruleset} switched {off.rule} off: {off.reason}") for off in report.switched_off]
    if report.digest:
        sentences.append(f"Digest of the document: {report.digest}")
    sentences += [f"Digest of {told(one.file)}: {one.digest}" for one in report.waiver_files]
    yield listed(sentences)
