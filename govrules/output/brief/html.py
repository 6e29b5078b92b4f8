# SPDX-License-Identifier: Apache-2.0
"""The page as HTML: one file that loads nothing and runs nothing, and prints on one sheet."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from govrules.output.brief.content import Brief, Table, Words
from govrules.output.presentation.escaping import html
from govrules.output.presentation.report import Paper


def as_html(paper: Brief) -> str:
    """Write the page."""
    style = style_of(paper.paper)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    body = "\n".join(_body(paper))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html(paper.title)}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def style_of(paper: Paper) -> str:
    """The style of a page that is printed on that paper."""
    looks = files("govrules.output.brief").joinpath("brief.css").read_text(encoding="utf-8")
    return f"@page {{ size: {paper}; }}\n{looks}"


def _body(paper: Brief) -> Iterator[str]:
    yield f'<header class="{paper.state}">'
    yield f"<h1>{html(paper.title)}</h1>"
    yield f'<p class="about">{html(paper.about)}</p>'
    if paper.not_checked:
        yield f'<p class="band">{html(paper.not_checked)}</p>'
    yield f'<p class="verdict"><strong>{html(paper.answer)}.</strong> {html(paper.because)}</p>'
    for words in paper.opening:
        yield _words(words)
    yield "</header>"
    for section in paper.sections:
        yield f"<section><h2>{html(section.heading)}</h2>"
        for block in section.blocks:
            yield _words(block) if isinstance(block, Words) else _table(block, section.heading)
        yield "</section>"
    yield f"<footer>{html(paper.footer)}</footer>"


def _words(words: Words) -> str:
    label = f"<strong>{html(words.label)}</strong> " if words.label else ""
    return f"<p>{label}{html(words.text)}</p>"


def _table(table: Table, heading: str) -> str:
    heads = "".join(f'<th scope="col">{html(text)}</th>' if text else "<td></td>" for text in table.headings)
    rows = "\n".join(f"<tr>{''.join(f'<td>{html(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    scrolls = f'class="scroll" tabindex="0" role="region" aria-label="{html(heading)}"'
    return (
        f'<div {scrolls}><table class="{table.kind}">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )
