# SPDX-License-Identifier: Apache-2.0
"""Reports as PDF: the HTML page in print, laid out by WeasyPrint. Needs the extra ``govrules[pdf]``."""

from collections.abc import Sequence

from govrules.assessment.report import Report
from govrules.output.html import render_for_print
from govrules.source.errors import InputError


def render(reports: Sequence[Report]) -> bytes:
    """Write a report as a tagged PDF on A4. The same report gives the same bytes."""
    return printed(render_for_print(reports))


def printed(page: str) -> bytes:
    """Lay out a page that carries all that it shows. Raises InputError where WeasyPrint is not installed."""
    try:
        # OSError: the package is there, the libraries of the system that it draws with are not.
        import weasyprint  # type: ignore[import-untyped]
    except (ImportError, OSError):
        hint = "pip install 'govrules[pdf]'; on Debian also: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        raise InputError.of("the format pdf needs WeasyPrint", hint) from None
    html = weasyprint.HTML(string=page, url_fetcher=_fetch_nothing)
    written: bytes = html.write_pdf(pdf_tags=True)
    return written


def _fetch_nothing(url: str) -> dict[str, object]:
    """Refuse whatever a page would load: it carries all that it shows."""
    raise ValueError(f"nothing is loaded from {url}")
