# SPDX-License-Identifier: Apache-2.0
"""Reports as one self-contained HTML page, for people who decide.

The page loads nothing, works from disk and by e-mail, prints, and reads without JavaScript. Needs the extra
``govrules[html]``.
"""

from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.source.errors import InputError, Problem


def render(reports: Sequence[Report]) -> str:
    """Write a report as a page. A page is about one strategy; several are refused."""
    return _page(reports, printed=False, extra="html")


def render_for_print(reports: Sequence[Report]) -> str:
    """As :func:`render`, for a program that knows no CSS variables in charts."""
    return _page(reports, printed=True, extra="pdf")


def _page(reports: Sequence[Report], *, printed: bool, extra: str) -> str:
    if len(reports) != 1:
        hint = f"write one for each, with {{name}} in the file's name: --output '{extra}={{name}}.{extra}'"
        raise InputError.of("a page is about one strategy", hint)
    try:
        import jinja2  # noqa: F401
        import vl_convert  # noqa: F401
    except ImportError as error:
        problem = Problem(f"this format needs the package {error.name}", None, f"pip install 'govrules[{extra}]'")
        raise InputError([problem]) from None
    from govrules.output.html.charts import LIVE, PRINTED
    from govrules.output.html.page import page

    return page(reports[0], PRINTED if printed else LIVE)
