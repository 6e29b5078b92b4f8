# SPDX-License-Identifier: Apache-2.0
"""Reports as PDF: the HTML page in print, laid out by WeasyPrint. Needs the extra ``govrules[pdf]``."""

from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.format import OPTIONS, Format, Options
from govrules.output.html import PACKAGES, render_for_print


def render(reports: Sequence[Report], options: Options = OPTIONS) -> bytes:
    """Write a report as a tagged PDF on the paper of its readers. The same report gives the same bytes."""
    return printed(render_for_print(reports))


def printed(page: str) -> bytes:
    """Lay out a page that carries all that it shows."""
    import weasyprint  # type: ignore[import-untyped]

    html = weasyprint.HTML(string=page, url_fetcher=_fetch_nothing)
    written: bytes = html.write_pdf(pdf_tags=True)
    return written


def _fetch_nothing(url: str) -> dict[str, object]:
    """Refuse whatever a page would load: it carries all that it shows."""
    raise ValueError(f"nothing is loaded from {url}")


FORMAT = Format(
    "pdf",
    "pdf",
    render,
    kind="binary",
    reports="one",
    extra="pdf",
    packages=(*PACKAGES, "weasyprint"),
    system="on Debian also: apt-get install libpango-1.0-0 libpangoft2-1.0-0",
)
