# SPDX-License-Identifier: Apache-2.0
"""The page as Markdown."""

from collections.abc import Iterator

from govrules.output.brief.content import Brief, Table, Words
from govrules.output.presentation.markdown import heading, page, table, unlinked


def as_markdown(paper: Brief) -> str:
    """Write the page."""
    return page(_parts(paper))


def _parts(paper: Brief) -> Iterator[str]:
    yield heading(1, unlinked(paper.title))
    yield unlinked(paper.about)
    if paper.not_checked:
        yield f"**{unlinked(paper.not_checked)}**"
    yield f"**{paper.answer}.** {unlinked(paper.because)}"
    for words in paper.opening:
        yield _block(words)
    for section in paper.sections:
        yield heading(2, section.heading)
        for block in section.blocks:
            yield _block(block)
    yield f"*{unlinked(paper.footer)}*"


def _block(block: Words | Table) -> str:
    if isinstance(block, Words):
        return f"**{block.label}** {unlinked(block.text)}" if block.label else unlinked(block.text)
    return table(block.headings, ([unlinked(cell) for cell in row] for row in block.rows))
