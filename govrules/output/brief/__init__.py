# SPDX-License-Identifier: Apache-2.0
"""The board paper in one page, as Markdown, HTML or PDF: what is asked for, and all that a director wants to know."""

from govrules.assessment.report import Report
from govrules.output.brief.content import brief
from govrules.output.brief.html import as_html
from govrules.output.brief.markdown import as_markdown
from govrules.output.formats import format_named
from govrules.strategy.document import Strategy

FORMATS = ("markdown", "html", "pdf")


def render(format_: str, report: Report, strategy: Strategy) -> str | bytes:
    """Write the paper in one of :data:`FORMATS`; the same report gives the same bytes.

    Raises :class:`~govrules.source.errors.InputError` where pdf needs a library that is not installed.
    """
    paper = brief(report, strategy)
    if format_ == "markdown":
        return as_markdown(paper)
    page = as_html(paper)
    if format_ == "html":
        return page
    format_named("pdf").require()
    from govrules.output.pdf import printed

    return printed(page)
