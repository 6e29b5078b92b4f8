# SPDX-License-Identifier: Apache-2.0
"""Findings as GitHub's workflow commands, which annotate the lines of a pull request, and as the summary of a job.

GitHub shows ten annotations of each level a step: the worst are written, the others are counted. Findings that are
waived or were known before are counted and not annotated. The summary is the report in Markdown.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from govrules.assessment.report import Report
from govrules.output import markdown
from govrules.output.annotations import Annotation, named, verdict_lines, worst_first
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import ci_command
from govrules.output.presentation.numbers import listed, plural

_OF_EACH_LEVEL = 10
_SUMMARY_FILE = "GITHUB_STEP_SUMMARY"
_SUMMARY_BYTES = 1024 * 1024
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write a command for each finding, the worst first, then how many are not shown and the verdicts."""
    written: Counter[str] = Counter()
    lines = []
    for annotation in worst_first(reports, options.folder):
        written[_COMMANDS[annotation.level]] += 1
        if written[_COMMANDS[annotation.level]] <= _OF_EACH_LEVEL:
            lines.append(_command(annotation))
    more = [plural(count - _OF_EACH_LEVEL, kind) for kind, count in written.items() if count > _OF_EACH_LEVEL]
    if more:
        lines.append(f"GitHub shows {_OF_EACH_LEVEL} annotations of each level; not annotated: {listed(more)}.")
    return "".join(f"{line}\n" for line in (*lines, *verdict_lines(reports, options.folder)))


def job_summary(reports: Sequence[Report], environment: Mapping[str, str]) -> Mapping[Path, str]:
    """The summary of the job, for the end of the file that GitHub names: one MiB a step, what is there included.

    Raises OSError where the file cannot be read.
    """
    named = environment.get(_SUMMARY_FILE)
    if not named:
        return {}
    path = Path(named)
    taken = path.stat().st_size if path.exists() else 0
    return {path: summary(reports, _SUMMARY_BYTES - taken)}


def summary(reports: Sequence[Report], room: int) -> str:
    """The reports in Markdown, in at most ``room`` bytes of UTF-8; its end says so where it is cut."""
    whole = markdown.render(reports).encode()
    if len(whole) <= room:
        return whole.decode()
    end = "\n\n*The rest does not fit here; `govrules check` shows it.*\n"
    begun = whole[: max(0, room - len(end))].rpartition(b"\n")[0]
    return begun.decode() + end if begun else ""


def _command(annotation: Annotation) -> str:
    properties = {
        "file": annotation.path,
        "line": str(annotation.line),
        "endLine": str(annotation.line),
        "col": str(annotation.column),
        "endColumn": str(annotation.end_column),
        "title": f"{annotation.item.severity}, {annotation.rule.basis}: {named(annotation)}",
    }
    written = ",".join(f"{name}={ci_command(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[annotation.level]} {written}::{ci_command(annotation.message, _DATA)}"


FORMAT = Format("github", "txt", render, appends=job_summary)
