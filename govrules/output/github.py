# SPDX-License-Identifier: Apache-2.0
"""Findings as GitHub's workflow commands, which annotate the lines of a pull request, and as the summary of a job.

GitHub shows ten annotations of a kind a step: the worst are written, the others are counted. Waived findings are not
annotated. The summary names all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govrules.assessment.report import Report
from govrules.output.catalogue.markdown import heading, plain, table
from govrules.output.flags import Flag, verdict_lines, worst_first
from govrules.output.safe import safe
from govrules.output.text import verdict_line

_OF_A_KIND = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(reports: Sequence[Report]) -> str:
    """Write a command for each finding, the worst first, then how many are not shown and the verdicts."""
    written: Counter[str] = Counter()
    lines = []
    for flag in worst_first(reports):
        written[_COMMANDS[flag.level]] += 1
        if written[_COMMANDS[flag.level]] <= _OF_A_KIND:
            lines.append(_command(flag))
    more = [f"{count - _OF_A_KIND} of kind {kind}" for kind, count in written.items() if count > _OF_A_KIND]
    if more:
        lines.append(f"GitHub shows {_OF_A_KIND} annotations of a kind; not annotated are {', '.join(more)}.")
    return "".join(f"{line}\n" for line in (*lines, *verdict_lines(reports)))


def job_summary(reports: Sequence[Report], room: int) -> str:
    """The reports in Markdown, in at most ``room`` bytes of UTF-8: what does not fit is left out, and that is told."""
    cut = "\n*The rest does not fit in here; `govrules check` shows it.*\n"
    kept: list[str] = []
    size = len(cut.encode())
    for line in _summary_lines(reports):
        size += len(line.encode()) + 1
        if size > room:
            kept.append(cut)
            break
        kept.append(f"{line}\n")
    return "".join(kept) if len(kept) > 1 else ""


def _summary_lines(reports: Sequence[Report]) -> Iterator[str]:
    for report in reports:
        yield from (heading(2, plain(f"{report.title} · {report.organisation}")), "", plain(verdict_line(report)), "")
        for sentence in report.coverage.unspoken:
            yield f"- {plain(sentence)}"
        found = worst_first([report])
        if found:
            rows = [_row(flag) for flag in found]
            yield from ("", *table(["Weight", "Finding", "What cures it", "Source", "Place"], rows).split("\n"))
        yield from ("", plain(report.disclaimer), "")


def _row(flag: Flag) -> tuple[str, ...]:
    finding, rule = flag.finding, flag.rule
    weight = finding.severity if finding.verdict == "gap" else f"{finding.severity}, {finding.verdict}"
    return (
        weight,
        plain(flag.message),
        plain(rule.remedy.do),
        plain(rule.source.citation),
        plain(f"{flag.path}:{flag.line}"),
    )


def _command(flag: Flag) -> str:
    properties = {
        "file": flag.path,
        "line": str(flag.line),
        "endLine": str(flag.line),
        "col": str(flag.column),
        "endColumn": str(flag.end_column),
        "title": f"{flag.finding.severity}: {flag.rule.id}",
    }
    written = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[flag.level]} {written}::{_escaped(flag.message, _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return re.sub("[%\r\n:,]", lambda found: escapes.get(found[0], found[0]), safe(text))
