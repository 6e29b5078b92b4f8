# SPDX-License-Identifier: Apache-2.0
"""A report as a notebook shows it below a cell: the verdict, what is to be done, and what is open. It runs nothing,
loads nothing, and brings no style but that of the notebook."""

from collections.abc import Iterable
from html import escape

from govrules.assessment.report import Report
from govrules.output.presentation.answer import also, go_ahead
from govrules.output.presentation.evidence import by_place
from govrules.output.presentation.items import Item, items
from govrules.output.presentation.questions import FirstQuestions, first_questions
from govrules.output.presentation.words import owner_and_effort
from govrules.verdict import Verdict

_PLACES = 3  # of a gap


def shown(report: Report) -> str:
    """The report as a fragment of HTML."""
    found = go_ahead(report)
    unchecked = " ".join(one.text for one in report.coverage.not_checked)
    why = " ".join(filter(None, (found.because, also(report))))
    about = f"{report.title} · {report.organisation} · {report.as_of}. {report.disclaimer}"
    to_do = [one for one in items(report) if one.verdict is Verdict.GAP and one.step]
    parts = [
        f"<p><strong>Not checked:</strong> {escape(unchecked)}</p>" if unchecked else "",
        f"<p><strong>{escape(found.answer)}.</strong> {escape(why)}</p>",
        _table(("", "What is wrong", "Cure", "By", "Usual owner, effort"), (_to_do(report, one) for one in to_do)),
        _questions(first_questions(report)),
        f"<p><em>{escape(about)}</em></p>",
    ]
    return f"<div>{''.join(parts)}</div>"


def _to_do(report: Report, item: Item) -> tuple[str, ...]:
    rule = report.rules[item.rules[0]]
    gaps = ((gap.message, *(place.text for place in by_place(gap.evidence)[:_PLACES])) for gap in item.gaps)
    return (
        item.severity.capitalize(),
        "\n".join(dict.fromkeys(line for gap in gaps for line in gap)),
        rule.remedy.do,
        "\n".join(report.rules[name].source.citation for name in item.rules),
        owner_and_effort(rule.remedy.owner, rule.remedy.effort),
    )


def _questions(first: FirstQuestions) -> str:
    if not first.shown:
        return ""
    lines = ((one.severity.capitalize(), one.text, one.field) for one in first.shown)
    return f"<p>{escape(first.heading)}:</p>{_table(('', 'Question', 'Field'), lines)}"


def _table(heads: Iterable[str], lines: Iterable[tuple[str, ...]]) -> str:
    body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in lines)
    head = "".join(f'<th style="text-align: left">{escape(name)}</th>' for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def _cell(text: str) -> str:
    return f'<td style="text-align: left; vertical-align: top">{escape(text).replace(chr(10), "<br>")}</td>'
