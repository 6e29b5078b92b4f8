# SPDX-License-Identifier: Apache-2.0
"""The page from a report: templates filled, style and script put in with their digests, charts drawn.

Everything from a document or ruleset passes through ``safe`` (no control and direction-changing characters) and then
through Jinja's escaping; what is marked as safe markup here is the product's own style and script, and the charts.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from govrules.assessment.report import Report
from govrules.output.html import opening
from govrules.output.html.charts import PRINTED, Palette, heat_map, verdicts_by_law
from govrules.output.html.view import View
from govrules.output.presentation import answer, numbers, questions, rules, to_do, ways, words
from govrules.output.presentation import report as report_words
from govrules.output.presentation.escaping import safe

_TEMPLATES = Path(__file__).with_name("templates")


def page(report: Report, palette: Palette) -> str:
    """The whole page. The same report and palette give the same text."""
    view = View(report)
    style = style_of(report_words.paper(report))
    script = own("script.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            _context(view, printed=palette is PRINTED),
            verdicts_chart=verdicts_by_law(view, palette),
            heat_chart=heat_map(view, palette),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    )


def overview(report: Report) -> str:
    """The first screen and the path to yes alone, as a fragment of a page with the same style."""
    return _environment().get_template("overview.html.j2").render(_context(View(report), printed=False))


def _context(view: View, *, printed: bool) -> dict[str, Any]:
    """What the templates read beside charts, style and script."""
    report = view.report
    return {
        "report": report,
        "view": view,
        "verdict": answer.go_ahead(report),
        "opening": opening,
        "next_steps": opening.next_steps(report),
        "also": opening.also(report),
        "business_case": opening.business_case(report),
        "printed": printed,
        "words": words,
        "numbers": numbers,
        "rules": rules,
        "answer": answer,
        "parts": report_words,
        "questions": questions,
        "to_do": to_do,
        "ways": ways,
    }


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy: nothing is loaded, and nothing runs but what was shipped with the product."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def style_of(paper: report_words.Paper) -> str:
    """The style of a page that is printed on that paper."""
    return f"@page {{ size: {paper}; }}\n{own('style.css')}"


def own(name: str) -> str:
    """A file of the product's own beside the templates: ``style.css`` or ``script.js``."""
    return _TEMPLATES.joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return environment(_TEMPLATES)


def environment(folder: Path) -> Environment:
    """What fills the templates of a folder: everything is made harmless and escaped on its way into the page."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markup"] = Markup
    environment.filters["lower_first"] = _lower_first
    environment.tests["web_address"] = _is_web_address
    return environment


def _harmless(value: Any) -> Any:
    """What a template puts into the page, before it is escaped."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _lower_first(text: str) -> str:
    """A text within a sentence."""
    return text[:1].lower() + text[1:]


def _is_web_address(text: str) -> bool:
    """Whether a text may become a link: https, to a host, and no character that could change what is read."""
    try:
        address = urlsplit(text)
    except ValueError:
        return False
    return address.scheme == "https" and bool(address.hostname) and safe(text) == text
