# SPDX-License-Identifier: Apache-2.0
"""Findings as Azure Pipelines' logging commands, which show them on the run's page.

Those that are waived or were known before are left out, and counted. Azure knows errors and warnings only: what is
advice, not answered or not yet in force is a warning.
"""

from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.annotations import Annotation, verdict_lines, worst_first
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import ci_command

_DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, "]": "%5D", ";": "%3B"}


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write a command for each finding, the worst first, then the verdict on each document."""
    return "".join(
        f"{line}\n"
        for line in (*map(_command, worst_first(reports, options.folder)), *verdict_lines(reports, options.folder))
    )


def _command(annotation: Annotation) -> str:
    properties = {
        "type": "error" if annotation.level == "error" else "warning",
        "sourcepath": annotation.path,
        "linenumber": str(annotation.line),
        "columnnumber": str(annotation.column),
        "code": annotation.rule.id,
    }
    written = ";".join(f"{name}={ci_command(value, _PROPERTY)}" for name, value in properties.items())
    return f"##vso[task.logissue {written}]{ci_command(annotation.message, _DATA)}"


FORMAT = Format("azure", "txt", render)
