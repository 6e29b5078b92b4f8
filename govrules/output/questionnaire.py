# SPDX-License-Identifier: Apache-2.0
"""A strategy to fill in, as YAML: each field that rules ask for, with its question, unit and choices as comments."""

import textwrap
from collections.abc import Iterator, Sequence

from govrules.logic.shape import Attribute, Shape
from govrules.ruleset.asks import Asked
from govrules.strategy.choices import to_type
from govrules.strategy.document import DocumentKind

_WIDTH = 110
_GO_ON = (
    "# This is what matters most. The rest is asked by `govrules ask THIS-FILE`, or all at once: govrules init --all"
)


# The sections that a policy is written from; what it says elsewhere it may add.
_OF_POLICIES = frozenset(
    {
        "document",
        "title",
        "organisation",
        "written_on",
        "author",
        "markets",
        "governance",
        "personal_use",
        "advocacy",
        "executive_accounts",
        "patient_privacy",
        "supervision",
    }
)


def questionnaire(
    asked: Asked,
    root: Shape,
    *,
    sector_ids: Sequence[str],
    markets: Sequence[str],
    document: DocumentKind = "strategy",
    whole: bool = True,
) -> str:
    """Write the document. It can be loaded as it is; what is left blank is unknown.

    ``whole`` tells whether all is asked that there is to ask; if it is not, the document says how to go on.
    """
    name = document.replace("-", " ")
    if document == "policy":
        asked = Asked({section: below for section, below in asked.fields.items() if section in _OF_POLICIES})
    if not whole:
        _comment_out(asked)
    kind: dict[tuple[str, ...], str] = {} if document == "strategy" else {("document",): document}
    stated = kind | {
        ("title",): f"Social media {name}",
        ("organisation", "name"): "Our organisation",
        ("organisation", "sectors"): f"[{', '.join(sector_ids)}]",
        ("markets",): f"[{', '.join(markets)}]",
    }
    for path in stated:
        asked.at(path)
    lines = [
        f"# A social media {name} for govrules. Fill in what you know and check it: govrules check THIS-FILE",
        "# What is left blank is unknown, never 'no': write false, 0 or [] where that is the answer.",
        "# A list that you state is complete, unless you name it under `incomplete`.",
        "# Uncomment a commented list to use it; repeat its elements as needed.",
        *([] if whole else [_GO_ON]),
        "",
    ]
    lines.extend(_fields(asked, root, (), stated, "", commented=False))
    return "\n".join(lines) + "\n"


def _comment_out(asked: Asked) -> None:
    """Have every list commented out: an element left blank would say that there is one."""
    for below in asked.fields.values():
        below.counted = True
        _comment_out(below)


def _fields(
    asked: Asked,
    shape: Shape,
    at: tuple[str, ...],
    stated: dict[tuple[str, ...], str],
    indent: str,
    *,
    commented: bool,
    first: str = "",
) -> Iterator[str]:
    """Write the asked fields of a part in the order of the model. ``first`` leads the first of them: a list's dash."""
    mark = "# " if commented else ""
    lead = first
    for name, attribute in shape.attributes.items():
        below = asked.fields.get(name)
        if below is None:
            continue
        for line in _comment(attribute, len(indent) + len(mark)):
            yield f"{indent}# {line}"
        value = stated.get((*at, name), "")
        key_indent = f"{indent[: len(indent) - len(lead)]}{mark}{lead}" if lead else f"{indent}{mark}"
        lead = ""
        yield f"{key_indent}{name}:{' ' + value if value else ''}"
        part = attribute.type.part
        if part is not None and (below.fields or attribute.type.many):
            yield from _part(below, part, attribute, (*at, name), stated, indent, commented)
        if not at:
            yield ""


def _part(
    asked: Asked,
    part: Shape,
    attribute: Attribute,
    at: tuple[str, ...],
    stated: dict[tuple[str, ...], str],
    indent: str,
    commented: bool,
) -> Iterator[str]:
    if not attribute.type.many:
        yield from _fields(asked, part, at, stated, indent + "  ", commented=commented)
        return
    if "name" in part.attributes:
        asked.at(("name",))
    if asked.fields:
        hidden = commented or asked.counted
        yield from _fields(asked, part, at, stated, indent + "    ", commented=hidden, first="- ")


def _comment(attribute: Attribute, used: int) -> Iterator[str]:
    type_ = attribute.type
    text = attribute.question
    if attribute.unit:
        text += f" In {attribute.unit}."
    if type_.choices:
        text += f" {'Any' if type_.many else 'One'} of: {to_type(type_.choices)}."
    elif type_.kind == "boolean":
        text += " true or false."
    elif type_.kind == "day":
        text += " YYYY-MM-DD."
    elif type_.many and type_.part is None:
        text += " [a, b]"
    return iter(textwrap.wrap(text, max(40, _WIDTH - used), break_on_hyphens=False))
