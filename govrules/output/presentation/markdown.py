# SPDX-License-Identifier: Apache-2.0
"""Markdown out of text that nobody vouches for. What a document or ruleset says is shown as it stands: it makes no
markup, no HTML and no link but one to a page of the web.

A character that would act becomes an HTML entity, which every dialect of Markdown shows as the character; all others,
such as the underscore within a name or the ampersand between two, stay as they are, so that the text also reads well
where nothing renders it.
"""

import json
import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any
from urllib.parse import quote

import yaml

from govrules.output.presentation.escaping import one_line, safe

# What is harmless: an underscore within a word, an index within a name. Then what opens markup anywhere in a line, in
# CommonMark or in an extension of Python-Markdown.
_MARKUP = re.compile(
    r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\[\d+\](?=[.,;] ?[A-Za-z0-9])"
    r"|(?P<acts>&(?=#?[A-Za-z0-9]+;)|[<>|\\`*_{}\[\]~^$]|:(?=[\w+-]+:)|=(?==)|\+(?=\+)|(?<=!)!)"
)
# What opens a block at the start of a paragraph: lists, headings, quotes, admonitions, tabs, definitions, rules.
_BLOCK = re.compile(r"^(?:[-+#=:!?%/@]|\d+[.)](?=\s|$))")
# What services turn into mentions and references even where Markdown shows it as it stands; they look at the words of
# the page, so that nothing but a character without width between mark and word keeps them from it.
_REFERENCE = re.compile(r"(?<=[@#!])(?=\w)|(?<=\bGH-)(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_NO_WIDTH = "\u200b"


def plain(text: str) -> str:
    """A text on one line, shown as it stands wherever in a page it is put: a paragraph, a table's cell, a link."""
    line = _MARKUP.sub(lambda found: _entity(found[0]) if found["acts"] else found[0], one_line(text))
    return _BLOCK.sub(lambda found: found[0][:-1] + _entity(found[0][-1]), line)


def unlinked(text: str) -> str:
    """As :func:`plain`, for pages of a service that makes links by itself: no mention, reference or address is one."""
    parted = plain(_REFERENCE.sub(_NO_WIDTH, text.replace(_NO_WIDTH, "")))
    return _ADDRESS.sub(lambda found: _entity(found[0]), parted).replace(_NO_WIDTH, "&#8203;")


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def code(name: str) -> str:
    """A name in fixed width. ``name`` is one that the model or the grammar of ids vouches for."""
    assert re.fullmatch(r"[\w.$/:-]+", name), "what may hold anything is escaped by plain()"
    return f"`{name}`"


def link(text: str, address: str) -> str:
    """A link to another page of the same folder; ``text`` is Markdown, ``address`` a path that the caller made."""
    return f"[{text}]({address})"


def web_link(address: str, text: str | None = None) -> str:
    """A link to a page of the web; with an address of any other kind, the text alone, which leads nowhere.

    ``text`` is Markdown; left out, the address is shown.
    """
    shown = plain(address) if text is None else text
    if not address.lower().startswith(("https://", "http://")):
        return shown
    target = quote(safe(address), safe=":/?#@!$&+,;=%~").replace("&", "&amp;")
    return f"[{shown}](<{target}>)"


def bullets(items: Iterable[str]) -> str:
    """A list; the items are Markdown on one line."""
    return "\n".join(f"- {item}" for item in items)


def block(data: Any, language: str = "yaml") -> str:
    """A block of fixed width: a text as it is, anything else as YAML."""
    text = data if isinstance(data, str) else yaml.dump(data, Dumper=_Dumper, **_FORM)
    text = safe(text).rstrip("\n")
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; headings and cells are Markdown without line breaks and bars."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def folded(title: str, content: str) -> str:
    """A part that opens on a click where a page renders HTML; ``title`` is the product's own, ``content`` Markdown."""
    return f"<details><summary>{title}</summary>\n\n{content}\n\n</details>"


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading; ``text`` is Markdown, ``anchor`` the name by which other pages link to it."""
    return f"{'#' * level} {text}{f' {{ #{anchor} }}' if anchor else ''}"


def front_matter(title: str) -> str:
    """The title of a page for the generator of the site.

    It is stated because MkDocs would take it from the heading, turn its entities back into characters, and put these
    into the HTML as they are.
    """
    return f"---\ntitle: {json.dumps(escape(one_line(title)))}\n---"


def page(parts: Iterable[str]) -> str:
    """A page of blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part) + "\n"


def indented(text: str) -> str:
    """A block that belongs to the line above it, such as the content of an admonition."""
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


class _Dumper(yaml.SafeDumper):
    """Writes data for narrow columns: a field a line, repeated parts in full, dates without quotes as in YAML 1.2."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        return super().represent_mapping(tag, mapping, flow_style=not mapping)


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_FORM: dict[str, Any] = {"sort_keys": False, "allow_unicode": True, "default_flow_style": None, "width": 44}
