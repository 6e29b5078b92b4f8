# SPDX-License-Identifier: Apache-2.0
"""Reports as JSON: an object with the list of reports, each in the form of the report's JSON Schema."""

from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.presentation.escaping import safe_json


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write the reports as one JSON document; the form does not depend on how many they are."""
    return '{"reports": [' + ",\n".join(safe_json(report.to_json()) for report in reports) + "]}\n"


FORMAT = Format("json", "json", render)
