# SPDX-License-Identifier: Apache-2.0
"""The report as a risk manager reads it first: one line of verdict, findings by severity, questions, coverage.

Rich sets width and colour; every text from a document passes through :func:`~govrules.output.safe.safe`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from rich.console import Console
from rich.text import Text

from govrules.assessment.report import (
    Evidence,
    Finding,
    Location,
    Question,
    Report,
    RuleRecord,
)
from govrules.output.console import WIDTH_WHEN_PIPED
from govrules.output.frame import frame
from govrules.output.safe import safe, safe_line
from govrules.output.standing import FIXED_HINT, KNOWN, is_known, known_words, named, waiver_words
from govrules.output.verdict import counts
from govrules.ruleset.applicability import EVERYWHERE
from govrules.ruleset.message import shown
from govrules.ruleset.model import Severity
from govrules.verdict import Verdict

_HEADINGS: dict[Severity, tuple[str, str, str]] = {
    "showstopper": ("Showstoppers", "no control cures these; the activity must go", "bold white on red"),
    "major": ("Major", "cure before launch", "bold red"),
    "minor": ("Minor", "cure after launch, by a date", "bold yellow"),
    "advice": ("Advice", "good practice", "bold cyan"),
}
_PRAISED = 15  # beside the findings; more would outweigh them
_FRAMES = 3  # of one finding; more would bury the next
_SEVERITY_STYLE = {"showstopper": "red", "major": "red", "minor": "yellow", "advice": "cyan"}


def verdict_line(report: Report) -> str:
    """The verdict in one line."""
    summary = report.summary
    stoppers, *others = counts([summary])
    return f"{stoppers}. {', '.join(others)}; {summary.met} of {summary.applicable} applicable rules are met."


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
        report = self.report
        opening = verdict_line(report)
        if report.as_of != self.today:
            opening = f"As of {report.as_of}, which is not today: {opening}"
        clean = not (report.summary.showstoppers or report.summary.major)
        # In a file or pipe the verdict stays one line, so that `head -n 1` is the whole of it.
        one_line = not self.console.is_terminal and self.console.width >= WIDTH_WHEN_PIPED
        self._line(opening, style="bold green" if clean else "bold", one_line=one_line)
        if known := known_words(report):
            self._line(known, style="bold")
        self._line(" · ".join(part for part in (report.title, report.organisation, report.file) if part), style="dim")
        for severity, (heading, meaning, style) in _HEADINGS.items():
            self._section(f"{heading}: {meaning}", style, self._of(Verdict.GAP, severity))
        self._section("Upcoming: not yet in force", "bold blue", self._of(Verdict.UPCOMING))
        self._section("Waived: accepted for a time", "bold", self._of(Verdict.WAIVED))
        self._questions()
        self._well_done()
        self._coverage()
        self._fixed()
        self._known()
        return self.written

    def _of(self, verdict: Verdict, severity: Severity | None = None) -> list[Finding]:
        """The findings of a verdict that were not known before."""
        return [
            finding
            for finding in self.report.findings
            if finding.verdict == verdict and severity in (None, finding.severity) and not is_known(finding)
        ]

    def _line(self, text: str, *, indent: int = 0, style: str = "", one_line: bool = False) -> None:
        if one_line:
            self.written.append(Text(safe_line(text), style=style))
            return
        for line in Text(safe(text), style=style).wrap(self.console, self.console.width - indent):
            line.rstrip()
            self.written.append(Text(" " * indent) + line)

    def _blank(self) -> None:
        self.written.append(Text())

    def _heading(self, text: str, style: str) -> None:
        self._blank()
        self._line(text, style=style)

    def _section(self, heading: str, style: str, findings: Sequence[Finding]) -> None:
        if findings:
            self._heading(heading, style)
        for rule_id, group in groupby(findings, key=lambda finding: finding.rule):
            rule = self.report.rules[rule_id]
            self._blank()
            where = "" if rule.jurisdiction == EVERYWHERE else f" [{rule.jurisdiction}]"
            self._line(f"{rule.title}{where}", indent=2, style="bold")
            for finding in group:
                self._line(finding.message, indent=4)
                if words := waiver_words(finding):
                    self._line(words, indent=4, style="bold" if finding.verdict is Verdict.WAIVED else "yellow")
                self._places(finding.evidence)
            self._cure(rule)

    def _places(self, evidence: Iterable[Evidence]) -> None:
        """Show what decided, by place: the first few with their line, the others named."""
        by_place: dict[Location | None, list[str]] = {}
        for item in evidence:
            value = shown(tuple(item.value) if isinstance(item.value, list) else item.value)
            by_place.setdefault(item.location, []).append(f"{item.field} is {value}")
        for index, (found, said) in enumerate(by_place.items()):
            # A text of several lines is shown by the frame.
            told = " ".join("; ".join(said).split())
            where = f"{found.file}:{found.line}:{found.column}  " if found else ""
            self._line(f"{where}{told}", indent=6, style="dim")
            if found is not None and index < _FRAMES:
                self.written.extend(frame(found.line, found.text, found.column, _end(found), self.console.width))

    def _cure(self, rule: RuleRecord) -> None:
        # What is prohibited is not cured; something else takes its place.
        cure = "Instead" if rule.severity == "showstopper" else "Cure"
        self._line(
            f"{cure}: {rule.remedy.do} (usually {rule.remedy.owner}, {rule.remedy.effort})", indent=4, style="green"
        )
        self._line(_cited(rule), indent=4)
        if rule.status:
            again = f" Look again on {rule.status.look_again}." if rule.status.look_again else ""
            self._line(f"{rule.status.kind.capitalize()}: {rule.status.note}{again}", indent=4, style="yellow")
        for change in rule.changes:
            told = f"{change.ruleset} changed {change.what} from {change.was} to {change.now}: {change.reason}"
            self._line(told, indent=4, style="yellow")
        if rule.outdated_view and rule.current_position:
            self._line(f"People say: {rule.outdated_view}", indent=4, style="italic")
            self._line(f"What is so: {rule.current_position}", indent=4)

    def _questions(self) -> None:
        questions = self.report.questions
        if not questions:
            return
        self._heading(f"Questions: the document does not say ({len(questions)})", "bold magenta")
        for section, group in groupby(questions, key=lambda question: question.section):
            self._blank()
            self._line(section, indent=2, style="bold")
            for question in group:
                self._question(question)

    def _question(self, question: Question) -> None:
        field = question.field.partition(".")[2] or question.field
        self._line(f"{question.text}", indent=4)
        detail = [field]
        if question.unit:
            detail.append(f"in {question.unit}")
        if question.choices and len(question.choices) <= 12:
            detail.append(f"one of: {', '.join(question.choices)}")
        if question.asked_of:
            detail.append(f"asked of: {', '.join(question.asked_of)}")
        waiting = f"{question.severity}: {', '.join(question.rules[:3])}"
        if len(question.rules) > 3:
            waiting += f" and {len(question.rules) - 3} more"
        self._line("; ".join(detail), indent=6, style="dim")
        self._line(waiting, indent=6, style=_SEVERITY_STYLE[question.severity])

    def _well_done(self) -> None:
        short = {finding.rule for finding in self.report.findings}
        praised = list(dict.fromkeys(met.praise for met in self.report.met if met.praise and met.rule not in short))
        if praised:
            self._heading("Well done", "bold green")
            shown_praise = praised if self.verbose else praised[:_PRAISED]
            for praise in shown_praise:
                self._line(f"+ {praise}", indent=2)
            if len(shown_praise) < len(praised):
                self._line(f"and {len(praised) - len(shown_praise)} more; --verbose lists all that is met", indent=2)
        if self.verbose:
            self._heading("Met", "bold green")
            for met in self.report.met:
                rule = self.report.rules[met.rule]
                self._line(f"{met.subject}: {rule.title} ({rule.source.citation})", indent=2)

    def _coverage(self) -> None:
        report, coverage = self.report, self.report.coverage
        self._heading("Coverage", "bold")
        for sentence in coverage.not_checked:
            self._line(f"! {sentence}", indent=2, style="bold yellow")
        for spoken in (*coverage.jurisdictions, *coverage.sectors):
            if spoken.rulesets:
                self._line(f"{spoken.name}: {', '.join(spoken.rulesets)}", indent=2)
        applying = {rule.ruleset for rule in report.rules.values()}
        used = ", ".join(f"{ruleset.id} {ruleset.version}" for ruleset in report.rulesets if ruleset.id in applying)
        self._line(f"Judged as of {report.as_of} by {used}.", indent=2)
        left_out = sum(ruleset.rules - ruleset.selected for ruleset in report.rulesets)
        if left_out:
            self._line(f"! {left_out} loaded rules were left out by the selection.", indent=2, style="bold yellow")
        for off in report.switched_off:
            told = f"! {off.ruleset} switched {off.rule} off: {off.reason}"
            self._line(told, indent=2, style="bold yellow")
        summary = report.summary
        self._line(
            f"Of {summary.applicable} applicable rules, {summary.could_be_showstoppers} could ever stop a launch; "
            f"{summary.showstoppers} do{'es' if summary.showstoppers == 1 else ''} here.",
            indent=2,
        )
        self._line(report.disclaimer, indent=2, style="dim")

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
                told = f"- {finding.severity}{state}: {named(self.report, finding.subject, finding.rule)}"
                self._line(told, indent=2, style="dim")


def _end(found: Location) -> int:
    return found.end_column if found.end_line == found.line else len(found.text) + 1


def _cited(rule: RuleRecord) -> str:
    source = rule.source
    parts: Iterator[str | None] = iter(
        (
            source.citation,
            source.authority,
            f"since {source.in_force}" if source.in_force else None,
            None if source.confidence == "primary-verified" else source.confidence,
            rule.id,
            source.url,
        )
    )
    return " · ".join(part for part in parts if part)
