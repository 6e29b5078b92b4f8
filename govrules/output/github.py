# SPDX-License-Identifier: Apache-2.0
"""Findings as GitHub's workflow commands, which annotate the lines of a pull request, and as the summary of a job.

GitHub shows ten annotations of a kind a step: the worst are written, the others are counted. Findings that are waived
or were known before are counted and not annotated. The summary is the report in Markdown.
"""

import re
from collections import Counter
from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output import markdown
from govrules.output.flags import Flag, verdict_lines, worst_first
from govrules.output.safe import safe

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
    whole = markdown.render(reports).encode()
    if len(whole) <= room:
        return whole.decode()
    end = "\n\n*The rest does not fit in here; `govrules check` shows it.*\n"
    begun = whole[: max(0, room - len(end))].rpartition(b"\n")[0]
    return begun.decode() + end if begun else ""


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
