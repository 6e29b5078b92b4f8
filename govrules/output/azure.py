# SPDX-License-Identifier: Apache-2.0
"""Findings as Azure Pipelines' logging commands, which show them on the run's page.

Those that are waived or were known before are left out, and counted. Azure knows errors and warnings only: what is
advice, not answered or not yet in force is a warning.
"""

import re
from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.flags import Flag, verdict_lines, worst_first
from govrules.output.safe import safe

_DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, "]": "%5D", ";": "%3B"}


def render(reports: Sequence[Report]) -> str:
    """Write a command for each finding, the worst first, then the verdict on each document."""
    return "".join(f"{line}\n" for line in (*map(_command, worst_first(reports)), *verdict_lines(reports)))


def _command(flag: Flag) -> str:
    properties = {
        "type": "error" if flag.level == "error" else "warning",
        "sourcepath": flag.path,
        "linenumber": str(flag.line),
        "columnnumber": str(flag.column),
        "code": flag.rule.id,
    }
    written = ";".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"##vso[task.logissue {written}]{_escaped(flag.message, _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return re.sub("[%\r\n;\\]]", lambda found: escapes.get(found[0], found[0]), safe(text))
