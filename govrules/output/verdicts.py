# SPDX-License-Identifier: Apache-2.0
"""The verdict on each document as one row, as JSON lines: for whoever checks documents by the thousand and wants to
filter, count and compare them. What was found is left to the reports."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Literal, Self

from govrules.assessment.report import Report
from govrules.assessment.state import State, state_of
from govrules.assessment.threshold import fails
from govrules.assessment.verdicts import Verdicts
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe_json
from govrules.verdict import Verdict

Answer = Literal["yes", "once-cured", "not-decided", "no"]
_ANSWERS: dict[State, Answer] = {
    "yes": "yes",
    "not-yet": "once-cured",
    "open": "not-decided",
    "no": "no",
}


@dataclass(frozen=True)
class VerdictRow:
    """The verdict on one document.

    ``line`` is that of the record where the document is one of a file of JSON lines. ``fails`` tells whether it makes
    the check fail at its threshold. Counts are those of the summary, in rules; ``blocking_by_law`` are the gaps that
    block the launch and are required by law or a binding rule. ``gaps`` are the ids of the rules with gaps, weightiest
    first; ``questions`` counts what is to be answered for rules that apply; ``not_checked`` is what no loaded rule
    speaks about. ``criteria`` marks what was judged by: the release, the rulesets and the terms of the check.
    """

    line: int | None
    file: str | None
    title: str
    organisation: str
    digest: str | None
    as_of: date
    criteria: str
    verdict: Answer
    fails: bool
    applicable: int
    met: int
    showstoppers: int
    major: int
    minor: int
    advice: int
    blocking_by_law: int
    unanswered: int
    may_apply: int
    upcoming: int
    waived: int
    questions: int
    gaps: tuple[str, ...]
    not_checked: tuple[str, ...]

    def to_json(self) -> str:
        """The row as a line of JSON, without its line break."""
        return safe_json(json.dumps(asdict(self) | {"as_of": self.as_of.isoformat()}, ensure_ascii=False))

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The row of what stood in its line."""
        gaps, not_checked = tuple(data["gaps"]), tuple(data["not_checked"])
        as_of = date.fromisoformat(data["as_of"])
        return cls(**{**data, "as_of": as_of, "gaps": gaps, "not_checked": not_checked})


def verdict_row(report: Verdicts, *, line: int | None = None) -> VerdictRow:
    """The verdict of a report as a row; the report need not be described."""
    summary = report.summary
    return VerdictRow(
        line=line,
        file=report.file,
        title=report.title,
        organisation=report.organisation,
        digest=report.digest,
        as_of=report.as_of,
        criteria=criteria_of(report),
        verdict=_ANSWERS[state_of(report)],
        fails=fails(report),
        applicable=summary.applicable,
        met=summary.met,
        showstoppers=summary.showstoppers,
        major=summary.major,
        minor=summary.minor,
        advice=summary.advice,
        blocking_by_law=summary.blocking.required,
        unanswered=summary.unanswered,
        may_apply=summary.may_apply,
        upcoming=summary.upcoming,
        waived=summary.waived,
        questions=summary.questions,
        gaps=tuple(dict.fromkeys(one.rule for one in report.findings if one.verdict is Verdict.GAP)),
        not_checked=tuple(one.name for one in report.coverage.not_checked),
    )


def criteria_of(report: Verdicts) -> str:
    """A mark of what a report was judged by, beside the document and the day."""
    rulesets = [(ruleset.id, ruleset.digest) for ruleset in report.rulesets]
    return sha256(repr((report.govrules, report.engines, rulesets, report.terms)).encode()).hexdigest()[:16]


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write a row for each report, in their order."""
    return "".join(verdict_row(report).to_json() + "\n" for report in reports)


FORMAT = Format("verdicts", "jsonl", render)
