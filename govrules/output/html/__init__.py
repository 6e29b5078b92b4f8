# SPDX-License-Identifier: Apache-2.0
"""Reports as one self-contained HTML page, for people who decide.

The page loads nothing, works from disk and by e-mail, prints, and reads without JavaScript. Needs the extra
``govrules[html]``.
"""

from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.format import OPTIONS, Format, Options


def render(reports: Sequence[Report], options: Options = OPTIONS) -> str:
    """Write a report as a page. A page is about one strategy."""
    from govrules.output.html.charts import LIVE
    from govrules.output.html.page import page

    [report] = reports
    return page(report, LIVE)


def render_for_print(reports: Sequence[Report]) -> str:
    """As :func:`render`, for a program that knows no CSS variables in charts."""
    from govrules.output.html.charts import PRINTED
    from govrules.output.html.page import page

    [report] = reports
    return page(report, PRINTED)


PACKAGES = ("jinja2", "vl_convert")
FORMAT = Format("html", "html", render, reports="one", extra="html", packages=PACKAGES)
