# SPDX-License-Identifier: Apache-2.0
"""The page as Markdown."""

from collections.abc import Iterator

from govrules.output.brief.content import Brief, Table, Words
from govrules.output.catalogue.markdown import heading, page, table
from govrules.output.markdown import told


def as_markdown(paper: Brief) -> str:
    """Write the page."""
    return page(_parts(paper))


def _parts(paper: Brief) -> Iterator[str]:
    yield heading(1, told(paper.title))
    yield told(paper.about)
    yield f"**{paper.answer}.** {told(paper.because)}"
    for words in paper.asked:
        yield _block(words)
    for section in paper.sections:
        yield heading(2, section.heading)
        for block in section.blocks:
            yield _block(block)
    yield f"*{told(paper.footer)}*"


def _block(block: Words | Table) -> str:
    if isinstance(block, Words):
        return f"**{block.label}** {told(block.text)}" if block.label else told(block.text)
    return table(block.headings, ([told(cell) for cell in row] for row in block.rows))
