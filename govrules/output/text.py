# SPDX-License-Identifier: Apache-2.0
"""The report as a risk manager reads it first: one line of verdict, findings by severity, questions, coverage.

Rich sets width and colour; every text from a document passes through ``escaping``.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from rich.console import Console
from rich.text import Text

from govrules.assessment.known import is_known
from govrules.assessment.path import BLOCKING
from govrules.assessment.report import Evidence, Finding, Question, Report
from govrules.assessment.rule_record import RuleRecord
from govrules.output.console import WIDTH_WHEN_PIPED, console
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.frame import frame
from govrules.output.presentation.answer import could_stop, go_ahead, met, verdict_line
from govrules.output.presentation.escaping import safe, safe_line
from govrules.output.presentation.evidence import by_place, end_column, where
from govrules.output.presentation.items import Item, by_rule
from govrules.output.presentation.questions import (
    SCREENING,
    decides,
    first_questions,
    question_details,
    screened,
    screening,
    waiting,
)
from govrules.output.presentation.report import (
    UNREAD,
    checked_by,
    rulesets_used,
    sections,
    spoken,
    unread,
    warnings,
)
from govrules.output.presentation.rules import (
    asks,
    change,
    citation_parts,
    cure,
    cure_label,
    takes_place_of,
    unsettled,
)
from govrules.output.presentation.to_do import open_questions, screening_questions
from govrules.output.presentation.waived_and_known import (
    FIXED_HINT,
    KNOWN,
    known_words,
    named,
    said_of,
    waiver_words,
)
from govrules.output.presentation.ways import other_ways
from govrules.output.presentation.words import CURRENT_POSITION, OUTDATED_VIEW, SEVERITIES, STATES, VERDICTS, titled
from govrules.output.summary import print_summary
from govrules.verdict import Verdict

_PRAISED = 5  # beside the findings; more would outweigh them
_FRAMES = 3  # of one finding; more would bury the next


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write the reports as they are printed without colour, in a width that reads well."""
    stream = io.StringIO()
    show(reports, options, console(stream))
    return stream.getvalue()


def show(reports: Sequence[Report], options: Options, out: Console) -> None:
    """Print the reports, and of several a table at the end."""
    several = len(reports) > 1
    for report in reports if not options.quiet else ():
        print_report(report, out, today=options.today or report.as_of, verbose=options.verbose)
        if several:
            out.print()
            out.rule(style="dim")
    if several:
        print_summary(reports, out)
    elif options.quiet:
        out.print(safe_line(verdict_line(reports[0])), soft_wrap=True)


def print_report(report: Report, console: Console, *, today: date, verbose: bool = False) -> None:
    """Print a report. ``verbose`` adds what is met, with its evidence."""
    lines = _Printer(report, console, today, verbose).lines()
    # In one go: to print line by line takes longer than to judge.
    console.print(Text("\n").join(lines), soft_wrap=True)


@dataclass(frozen=True, slots=True)
class _Printer:
    report: Report
    console: Console
    today: date
    verbose: bool
    written: list[Text] = field(default_factory=list)

    def lines(self) -> list[Text]:
        report, found = self.report, go_ahead(self.report)
        opening = verdict_line(report)
        if report.as_of != self.today:
            opening = f"As of {report.as_of}, which is not today: {opening}"
        # In a file or pipe the verdict stays one line, so that `head -n 1` is the whole of it.
        one_line = not self.console.is_terminal and self.console.width >= WIDTH_WHEN_PIPED
        self._line(opening, style=f"bold {STATES[found.state]}", one_line=one_line)
        if known := known_words(report):
            self._line(known, style="bold")
        self._line(" · ".join(part for part in (report.title, report.organisation, report.file) if part), style="dim")
        self._not_checked()
        for section in sections(report, known=False):
            if section.severity == "showstopper":
                style = "bold white on red"
            else:
                style = SEVERITIES[section.severity].style if section.severity else VERDICTS[section.verdict].style
            self._heading(section.heading, f"bold {style}")
            in_full = self.verbose or section.severity in BLOCKING or section.verdict is Verdict.WAIVED
            for item in section.items:
                self._item(item, in_full)
        self._questions()
        self._screening()
        self._well_done()
        self._unread()
        self._coverage()
        self._foot()
        self._fixed()
        self._known()
        return self.written

    def _line(self, text: str, *, indent: int = 0, hang: int = 0, style: str = "", one_line: bool = False) -> None:
        """Write a text; ``hang`` sets its further lines in."""
        if one_line:
            self.written.append(Text(safe_line(text), style=style))
            return
        head, rest = text[:hang], text[hang:]
        for line in Text(safe(rest), style=style).wrap(self.console, self.console.width - indent - hang):
            line.rstrip()
            self.written.append(Text(" " * indent + head, style=style) + line)
            head = " " * hang

    def _blank(self) -> None:
        self.written.append(Text())

    def _heading(self, text: str, style: str) -> None:
        self._blank()
        self._line(text, style=style)

    def _item(self, item: Item, in_full: bool) -> None:
        """A thing to do: the gaps, who asks that there are none, and what cures them; in short, without the proof."""
        self._blank()
        mark = f"{item.step.number}. " if item.step else ""
        gaps = item.gaps
        for rule, findings in by_rule(self.report, item.findings):
            for finding in findings:
                # What several rules ask about the same fields is one finding, with who asks for it below.
                if finding in gaps:
                    self._line(mark + finding.message, indent=2, hang=len(mark), style="bold")
                    mark = " " * len(mark)
                self._beside(finding)
                if finding in gaps:
                    self._places(finding.evidence, _FRAMES if in_full else 0)
            self._rule(rule, in_full)
        lead = self.report.rules[item.rules[0]]
        self._line(f"{cure_label(lead.severity)}: {cure(lead.remedy)}", indent=4, style="green")
        for also in item.step.also if item.step else ():
            self._line(f"Also: {also}", indent=4, style="green")

    def _beside(self, finding: Finding) -> None:
        if words := waiver_words(finding):
            self._line(words, indent=4, style="bold" if finding.verdict is Verdict.WAIVED else "yellow")
        for words in filter(None, (takes_place_of(self.report, finding), other_ways(finding))):
            self._line(words, indent=4)

    def _places(self, evidence: Sequence[Evidence], frames: int) -> None:
        """Show what decided, by place: the first few with their line, the others named."""
        for index, place in enumerate(by_place(evidence)):
            found = place.location
            at = f"{where(found, column=True)}  " if found else ""
            self._line(f"{at}{place.text}", indent=6, style="dim")
            if found is not None and index < frames:
                start, end = (column - found.text_from + 1 for column in (found.column, end_column(found)))
                self.written.extend(frame(found.line, found.text, start, end, self.console.width))

    def _rule(self, rule: RuleRecord, in_full: bool) -> None:
        self._line(asks(rule), indent=4)
        if not in_full:
            self._line(" · ".join((rule.source.citation, rule.id)), indent=4, style="dim")
            return
        cited = (rule.source.citation, *citation_parts(rule, self.report.as_of), rule.source.url)
        self._line(" · ".join(part for part in cited if part), indent=4, style="dim")
        if rule.status:
            self._line(": ".join(unsettled(rule.status)), indent=4, style="yellow")
        for made in rule.changes:
            self._line(change(made), indent=4, style="yellow")
        if rule.outdated_view and rule.current_position:
            self._line(f"{OUTDATED_VIEW}: {rule.outdated_view}", indent=4, style="italic")
            self._line(f"{CURRENT_POSITION}: {rule.current_position}", indent=4)

    def _questions(self) -> None:
        first, every = first_questions(self.report), open_questions(self.report)
        if first.shown and not self.verbose:
            self._heading(first.heading, "bold magenta")
            self._blank()
            for number, question in enumerate(first.shown, 1):
                self._question(question, question.field, f"{number}. ")
        elif first.shown:
            self._heading(f"Questions that the document leaves open ({len(every)})", "bold magenta")
            for section, group in groupby(every, key=lambda question: question.section):
                self._blank()
                self._line(titled(section), indent=2, style="bold")
                for question in group:
                    self._question(question, _within(question), "  ")

    def _screening(self) -> None:
        first = screening(self.report)
        if first.shown:
            self._heading(f"{SCREENING} ({len(first.shown) + first.more})", "bold magenta")
        for question in screening_questions(self.report) if self.verbose else first.shown:
            self._line(f"- {screened(question)}", indent=2, hang=2)
        if first.more and not self.verbose:
            self._line(f"and {first.more} more", indent=2)

    def _question(self, question: Question, field: str, mark: str) -> None:
        self._line(mark + question.text, indent=2, hang=len(mark))
        self._line("; ".join((field, *question_details(question))), indent=6, style="dim")
        style = SEVERITIES[question.severity].style
        if not self.verbose:
            self._line(decides(self.report, question), indent=6, style=style)
            return
        rules, more = waiting(question)
        others = f" and {more} more" if more else ""
        self._line(f"{question.severity}: {', '.join(rules)}{others}", indent=6, style=style)

    def _well_done(self) -> None:
        short = {finding.rule for finding in self.report.findings}
        praised = list(dict.fromkeys(met.praise for met in self.report.met if met.praise and met.rule not in short))
        if praised:
            self._heading("Well done", "bold green")
            shown_praise = praised if self.verbose else praised[:_PRAISED]
            for praise in shown_praise:
                self._line(f"+ {praise}", indent=2)
            if len(shown_praise) < len(praised):
                self._line(f"and {len(praised) - len(shown_praise)} more", indent=2)
        if self.verbose:
            self._heading("Met", "bold green")
            for met in self.report.met:
                rule = self.report.rules[met.rule]
                self._line(f"{met.subject}: {rule.title} ({rule.source.citation})", indent=2)

    def _not_checked(self) -> None:
        sentences = warnings(self.report)
        if sentences:
            self._heading("Not checked", "bold yellow")
        for sentence in sentences:
            self._line(f"! {sentence}", indent=2, style="yellow")
        for assumption in self.report.assumptions:
            self._line(assumption, indent=2)

    def _unread(self) -> None:
        if self.report.unread:
            self._heading(f"{UNREAD} ({len(self.report.unread)})", "bold")
            self._line(", ".join(unread(self.report)), indent=2)

    def _coverage(self) -> None:
        report = self.report
        self._heading("Coverage", "bold")
        for one in spoken(report):
            if rulesets := checked_by(one):
                self._line(f"{one.name}: {rulesets}", indent=2)
        self._line(f"{could_stop(report)}; {met(report.summary)}.", indent=2)

    def _foot(self) -> None:
        report = self.report
        self._blank()
        if not self.verbose:
            self._line("--verbose adds the proof of what can wait, all questions, and what is met.", style="dim")
        self._line(f"Judged as of {report.as_of} by {', '.join(rulesets_used(report)) or 'no ruleset'}.", style="dim")
        self._line(report.disclaimer, style="dim")

    def _fixed(self) -> None:
        if not self.report.fixed:
            return
        self._heading("Fixed since the baseline", "bold green")
        for fixed in self.report.fixed:
            self._line(f"+ {named(self.report, fixed.subject, fixed.rule)}", indent=2)
        self._line(FIXED_HINT, indent=2, style="dim")

    def _known(self) -> None:
        for origin, meaning in KNOWN.items():
            known = [one for one in self.report.findings if is_known(one) and one.known_from == origin]
            if known:
                self._heading(f"Known before: {meaning}, not counted", "bold dim")
            for finding in known:
                state = "" if finding.verdict is Verdict.GAP else f", {finding.verdict}"
                line = f"- {finding.severity}{state}: {said_of(self.report, finding)}"
                self._line(line, indent=2, style="dim")


def _within(question: Question) -> str:
    """The field of a question under the heading of its section."""
    return question.field if question.ways else question.field.partition(".")[2] or question.field


FORMAT = Format("text", "txt", render, show=show)
