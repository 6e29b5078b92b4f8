# SPDX-License-Identifier: Apache-2.0
"""The report as Markdown, for a pull request, a job summary or a board paper.

What a document says is shown as it stands: it makes no markup, HTML, link, mention or reference to an issue.
"""

from collections.abc import Iterable, Iterator, Sequence

from govrules.assessment.known import is_known
from govrules.assessment.report import Finding, Question, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.answer import also, could_stop, go_ahead, met
from govrules.output.presentation.evidence import by_place, where
from govrules.output.presentation.items import Item, by_rule
from govrules.output.presentation.markdown import bullets, folded, heading, page, table, unlinked, web_link
from govrules.output.presentation.numbers import in_short, plural
from govrules.output.presentation.questions import SCREENING, first_questions, screened, screening, unit
from govrules.output.presentation.report import (
    UNREAD,
    answered,
    checked_by,
    decision,
    judged,
    left_out,
    rulesets_used,
    sections,
    spoken,
    switched_off,
    unread,
)
from govrules.output.presentation.rules import asks, change, citation_parts, cure, cure_label, takes_place_of, unsettled
from govrules.output.presentation.to_do import after, open_questions, screening_questions
from govrules.output.presentation.waived_and_known import FIXED_HINT, known_words, named, waiver_words
from govrules.output.presentation.ways import other_ways
from govrules.output.presentation.words import (
    CHANGES_AHEAD,
    CURRENT_POSITION,
    OBJECTIONS,
    OUTDATED_VIEW,
    VERDICTS,
    owner_and_effort,
)

_PLACES = 3  # of one finding; more would bury the next


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write the reports, one after the other."""
    return "\n---\n\n".join(page(_parts(report)) for report in reports)


def _parts(report: Report) -> Iterator[str]:
    yield heading(1, unlinked(report.title))
    yield from _verdict(report)
    yield unlinked(" · ".join(part for part in (report.organisation, report.file, judged(report)) if part))
    yield from _path(report)
    yield from _findings(report)
    yield from _fixed(report)
    yield from _questions(report)
    if report.ten_questions:
        yield heading(2, "The ten questions")
        yield _ten_questions(report)
    yield from _objections(report)
    yield from _upcoming(report)
    yield from _coverage(report)
    yield f"*{unlinked(report.disclaimer)}*"


def _verdict(report: Report) -> Iterator[str]:
    """What was not checked, then the verdict: the answer, the numbers, the decision that is asked for."""
    found = go_ahead(report)
    if report.coverage.not_checked:
        yield "**Not checked:**"
        yield bullets(unlinked(one.text) for one in report.coverage.not_checked)
    yield f"**{found.answer}.** {' '.join(filter(None, (found.because, also(report))))}"
    if known := known_words(report):
        yield known
    if report.decision:
        yield f"**Decision asked for:** {unlinked(decision(report.decision))}"


def _path_table(report: Report) -> str:
    """The steps of the path to yes."""
    rows = [
        (
            str(step.number),
            unlinked(step.do) + "".join(f"<br>Also: {unlinked(also)}" for also in step.also),
            unlinked(in_short(step.subjects)),
            owner_and_effort(step.owner, step.effort),
            "<br>".join(unlinked(citation) for citation in step.citations),
            unlinked(after(report, step)),
        )
        for step in report.path
    ]
    return table(("Step", "What to do", "Where", "Usual owner, effort (estimate)", "By", "After it"), rows)


def _path(report: Report) -> Iterator[str]:
    if report.path:
        yield heading(2, "Path to yes")
        yield _path_table(report)


def _findings(report: Report) -> Iterator[str]:
    found = list(sections(report, known=True))
    if not found:
        return
    yield heading(2, "Findings")
    for section in found:
        yield heading(3, section.heading)
        for item in section.items:
            yield from _item(report, item)


def _item(report: Report, item: Item) -> Iterator[str]:
    """A thing to do under the gap that it cures, with all who ask for it and its cure; what else it cures is below."""
    mark, gaps = f"{item.step.number}. " if item.step else "", item.gaps
    yield heading(4, mark + unlinked(gaps[0].message))
    yield bullets(_in_full(report, item, gaps))


def _in_full(report: Report, item: Item, gaps: Sequence[Finding]) -> Iterator[str]:
    for rule, findings in by_rule(report, item.findings):
        for finding in findings:
            said = unlinked(finding.message) if finding in gaps[1:] else ""
            if lines := "<br>".join(filter(None, (said, *_beside(report, finding, placed=finding in gaps)))):
                yield lines
        yield from _about(rule, report)
    lead = report.rules[item.rules[0]]
    yield f"**{cure_label(lead.severity)}:** {unlinked(cure(lead.remedy))}"
    yield from (f"**Also:** {unlinked(also)}" for also in (item.step.also if item.step else ()))


def _beside(report: Report, finding: Finding, *, placed: bool) -> Iterator[str]:
    """Where a gap stands, unless that was said, and what there is to say of it."""
    words, also, ways = waiver_words(finding), takes_place_of(report, finding), other_ways(finding)
    yield "**known**" if is_known(finding) else ""
    yield _places(finding) if placed else ""
    yield unlinked(also) if also else ""
    yield unlinked(ways) if ways else ""
    yield f"**{unlinked(words)}**" if words else ""


def _places(finding: Finding) -> str:
    places = by_place(finding.evidence)
    shown = [
        unlinked(place.text) + (f" ({unlinked(where(place.location))})" if place.location else "")
        for place in places[:_PLACES]
    ]
    if len(places) > _PLACES:
        shown.append(f"and {plural(len(places) - _PLACES, 'other place')}")
    return f"*{'; '.join(shown)}*" if shown else ""


def _about(rule: RuleRecord, report: Report) -> Iterator[str]:
    yield unlinked(asks(rule))
    source = rule.source
    cited = unlinked(source.citation)
    parts = (web_link(source.url, cited) if source.url else cited, *map(unlinked, citation_parts(rule, report.as_of)))
    yield f"**Source:** {' · '.join(parts)}"
    if rule.status:
        label, text = unsettled(rule.status)
        yield f"**{label}:** {unlinked(text)}"
    yield from (unlinked(change(made)) for made in rule.changes)
    if rule.outdated_view and rule.current_position:
        outdated, current = unlinked(rule.outdated_view), unlinked(rule.current_position)
        yield f"**{OUTDATED_VIEW}:** {outdated} **{CURRENT_POSITION}:** {current}"


def _fixed(report: Report) -> Iterator[str]:
    if not report.fixed:
        return
    yield heading(2, "Fixed since the baseline")
    yield bullets(unlinked(named(report, one.subject, one.rule)) for one in report.fixed)
    yield FIXED_HINT


def _questions(report: Report) -> Iterator[str]:
    first, apart = first_questions(report), screening(report)
    if first.shown:
        yield heading(2, first.heading)
        yield _question_table(first.shown)
    if first.more:
        rest = [question for question in open_questions(report) if question not in first.shown]
        yield folded(f"{plural(first.more, 'more question')}", _question_table(rest))
    if apart.shown:
        yield heading(2, f"{SCREENING} ({len(apart.shown) + apart.more})")
        yield bullets(unlinked(screened(question)) for question in apart.shown)
    if apart.more:
        rest = [question for question in screening_questions(report) if question not in apart.shown]
        yield folded(f"{apart.more} more", bullets(unlinked(screened(question)) for question in rest))


def _question_table(questions: Iterable[Question]) -> str:
    return table(
        ("Question", "Field", "Asked of", "Weight", "Waiting"),
        (
            (
                unlinked(question.text) + (f" ({unlinked(unit(question.unit))})" if question.unit else ""),
                unlinked(question.field),
                unlinked(", ".join(question.asked_of)),
                question.severity,
                "<br>".join(question.rules),
            )
            for question in questions
        ),
    )


def _ten_questions(report: Report) -> str:
    """The ten questions with their answers."""
    return table(
        ("", "Asked of", "Question", "Answer in the strategy", "State"),
        (
            (
                str(one.number),
                one.to,
                unlinked(one.question),
                unlinked(one.answer) if one.answer else "",
                answered(one) + (f": {', '.join(one.missing)}" if one.missing else ""),
            )
            for one in report.ten_questions
        ),
    )


def _objections(report: Report) -> Iterator[str]:
    """The objections, each with its answer."""
    if not report.objections:
        return
    yield heading(2, "Objections")
    yield table(
        ("Who", "What they believe", "As of", "", "What is so", "By"),
        (
            (
                unlinked(one.who or ""),
                unlinked(one.belief or ""),
                str(one.belief_as_of or ""),
                OBJECTIONS[one.state],
                "<br>".join(map(unlinked, one.answers)),
                "<br>".join(map(unlinked, one.citations)),
            )
            for one in report.objections
        ),
    )


def _upcoming(report: Report) -> Iterator[str]:
    if not report.upcoming:
        return
    yield heading(2, "Changes ahead")
    yield table(
        ("Day", "", "What", "Today", "Rule"),
        (
            (
                str(ahead.day),
                CHANGES_AHEAD[ahead.kind],
                unlinked(ahead.text),
                VERDICTS[ahead.today].title,
                ahead.rule,
            )
            for ahead in report.upcoming
        ),
    )


def _coverage(report: Report) -> Iterator[str]:
    yield heading(2, "Coverage")
    yield table(
        ("Market, sector or topic", "Checked by"),
        (
            (unlinked(f"{one.name} ({one.code})"), unlinked(checked_by(one) or "") or "**nothing: not checked**")
            for one in spoken(report)
        ),
    )
    sentences = [f"{could_stop(report)}; {met(report.summary)}."]
    sentences.append(f"Rulesets: {unlinked(', '.join(rulesets_used(report)))}.")
    sentences += map(unlinked, (*filter(None, [left_out(report)]), *switched_off(report)))
    if report.digest:
        sentences.append(f"Digest of the document: {report.digest}")
    sentences += [f"Digest of {unlinked(one.file)}: {one.digest}" for one in report.waiver_files]
    sentences += map(unlinked, report.assumptions)
    yield bullets(sentences)
    if report.unread:
        yield heading(2, f"{UNREAD} ({len(report.unread)})")
        yield unlinked(", ".join(unread(report)))


FORMAT = Format("markdown", "md", render)
