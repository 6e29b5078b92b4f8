# SPDX-License-Identifier: Apache-2.0
"""The charts: each a Vega-Lite specification, drawn as SVG by the Vega project's vl-convert.

Why Vega-Lite: docs/decisions/007-charts-by-vega-lite.md. Layout never depends on the fonts of the machine (fixed
padding, no legend, labels cut here), so that the same report gives the same bytes. What a chart shows stands beside it
as a table.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from govrules.assessment.report import Report
from govrules.output.html.view import View
from govrules.output.presentation import answer, numbers, words
from govrules.output.presentation.escaping import safe_line
from govrules.ruleset.model import SEVERITIES, Severity
from govrules.taxonomy import EVERYWHERE

_VERSION = "5.21"  # of Vega-Lite: another could draw the same data otherwise
_WIDTH = 340
_SUBJECTS = 12
_PLACES = 8
_LABEL = 52  # characters over a bar

Palette = Mapping[str, str]
_COLOURS = {
    "showstopper": "#8f1d3f",
    "major": "#b8600b",
    "minor": "#d9a520",
    "advice": "#7fa3c7",
    "open": "#a9a4b8",
    "upcoming": "#6f8fb3",
    "met": "#4d8a72",
    "ink": "#1c2430",
    "muted": "#5b6472",
    "empty": "#f1f2f4",
    "on-showstopper": "#ffffff",
    "on-major": "#ffffff",
    "on-minor": "#1c2430",
    "on-advice": "#1c2430",
}
PRINTED: Palette = _COLOURS
"""Colours as they are, for programs that do not know CSS variables."""
LIVE: Palette = {name: f"var(--chart-{name})" for name in _COLOURS}
"""Colours as CSS variables: the page sets them for light and dark."""

_BARS = {
    "showstopper": "Prohibited",
    "major": "Major",
    "minor": "Minor, and advice",
    "open": "Not answered",
    "upcoming": "Upcoming or waived",
    "met": "Met",
}


@dataclass(frozen=True)
class Chart:
    """A drawn chart with the same figures as a table: one row for each label."""

    svg: str
    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()


def verdicts_by_law(view: View, palette: Palette) -> Chart:
    """What the rules say, by ruleset, as stacked bars; each rule counts once, by the worst that it says."""
    report = view.report
    counted = _verdict_counts(report)
    # The rules about waivers are of no ruleset that was loaded.
    titles = {law: words.WAIVERS for law in counted} | {ruleset.id: ruleset.title for ruleset in report.rulesets}
    values = [
        {"row": row, "order": order, "verdict": verdict, "rules": counts[verdict]}
        for row, counts in enumerate(counted.values())
        for order, verdict in enumerate(_BARS)
        if counts[verdict]
    ]
    ends = [
        {"row": row, "law": _cut(titles[law]), "rules": counts.total()}
        for row, (law, counts) in enumerate(counted.items())
    ]
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"padding": 0}}
    most = max((counts.total() for counts in counted.values()), default=1)
    bars = {
        "mark": {"type": "bar", "height": 14, "yOffset": 9, "stroke": palette["empty"], "strokeWidth": 0.5},
        "encoding": {
            "y": y,
            "x": {"field": "rules", "type": "quantitative", "axis": None, "scale": {"domain": [0, most * 1.1]}},
            "color": _colour("verdict", _BARS, palette),
            "order": {"field": "order"},
        },
    }
    labels = {
        "data": {"values": ends},
        "mark": _text(palette["ink"], align="left", yOffset=-9),
        "encoding": {"y": y, "x": {"value": 0}, "text": {"field": "law"}},
    }
    totals = {
        "data": {"values": ends},
        "mark": _text(palette["muted"], align="left", dx=5, yOffset=9),
        "encoding": {"y": y, "x": {"field": "rules", "type": "quantitative"}, "text": {"field": "rules"}},
    }
    svg = _draw({"data": {"values": values}, "layer": [bars, labels, totals]}, _WIDTH, 46 * len(ends))
    seen = [verdict for verdict in _BARS if any(counts[verdict] for counts in counted.values())]
    return Chart(
        svg,
        f"{answer.met(report.summary)}.",
        ("Area of law", *(_BARS[verdict] for verdict in seen)),
        tuple((titles[law], *(str(counts[verdict]) for verdict in seen)) for law, counts in counted.items()),
        tuple((verdict, _BARS[verdict]) for verdict in seen),
    )


def _verdict_counts(report: Report) -> dict[str, Counter[str]]:
    worst: dict[str, str] = {}
    for finding in sorted(report.findings, key=lambda one: one.verdict.rank):
        tone = words.VERDICTS[finding.verdict].tone
        bar = finding.severity.replace("advice", "minor") if tone == "gap" else tone
        worst.setdefault(finding.rule, bar)
    counted: dict[str, Counter[str]] = {}
    for rule in report.rules.values():
        counted.setdefault(rule.ruleset, Counter())[worst.get(rule.id, "met")] += 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1].total(), item[0])))


def heat_map(view: View, palette: Palette) -> Chart | None:
    """What falls short, by subject and jurisdiction: how much, and the worst of it; none where nothing does."""
    steps = [card for card in view.cards if card.item.step]
    if not steps:
        return None
    cells: dict[tuple[str, str], list[Severity]] = {}
    of_subject: dict[str, list[Severity]] = {}
    of_place: dict[str, list[Severity]] = {}
    for card in steps:
        # A thing to do counts once in each cell, by the heaviest rule that asks for it there.
        here: dict[tuple[str, str], Severity] = {}
        for finding in card.item.findings:
            here.setdefault((finding.subject, view.report.rules[finding.rule].jurisdiction), finding.severity)
        for cell_, severity in here.items():
            cells.setdefault(cell_, []).append(severity)
        for found_in, names in ((of_subject, [one for one, _ in here]), (of_place, [one for _, one in here])):
            for name in dict.fromkeys(names):
                found_in.setdefault(name, []).append(card.item.severity)
    subjects, places = _heaviest(of_subject), _heaviest(of_place)
    shown_subjects, shown_places = subjects[:_SUBJECTS], places[:_PLACES]
    values: list[dict[str, Any]] = [
        {"row": row, "place": code, "worst": _worst(found), "text": _cell_text(found)}
        for row, name in enumerate(shown_subjects)
        for code in shown_places
        if (found := cells.get((name, code)))
    ]
    rows = [{"row": row, "label": _cut(name, 28)} for row, name in enumerate(shown_subjects)]
    columns = [{"place": code, "label": "Worldwide" if code == EVERYWHERE else code} for code in shown_places]
    x = {
        **{"field": "place", "type": "nominal", "axis": None},
        "scale": {"domain": shown_places, "paddingInner": 0.06, "paddingOuter": 0},
    }
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"paddingInner": 0.12, "paddingOuter": 0}}
    found_at_all = {severity for found in cells.values() for severity in found}
    cell = {"type": "rect", "cornerRadius": 3}
    grid = {
        "data": {"values": [{**row, "place": code} for row in rows for code in shown_places]},
        "mark": {**cell, "fill": palette["empty"]},
        "encoding": {"x": x, "y": y},
    }
    filled = {"mark": cell, "encoding": {"x": x, "y": y, "color": _colour("worst", SEVERITIES, palette)}}
    text_scale = {"domain": list(SEVERITIES), "range": [palette[f"on-{severity}"] for severity in SEVERITIES]}
    text = {
        "mark": _text(None, align="center"),
        "encoding": {
            **{"x": x, "y": y, "text": {"field": "text"}},
            "color": {"field": "worst", "type": "nominal", "scale": text_scale, "legend": None},
        },
    }
    subject_labels = {
        "data": {"values": rows},
        "mark": _text(palette["ink"], align="right"),
        "encoding": {"x": {"value": -10}, "y": y, "text": {"field": "label"}},
    }
    place_labels = {
        "data": {"values": columns},
        "mark": _text(palette["muted"]),
        "encoding": {"x": x, "y": {"value": -11}, "text": {"field": "label"}},
    }
    layer = [grid, filled, text, subject_labels, place_labels]
    broad = any(len(value["text"]) > 12 for value in values)
    width, height = (104 if broad else 84) * len(shown_places), 30 * len(rows)
    svg = _draw({"data": {"values": values}, "layer": layer, **_OWN_COLOURS}, width, height, left=190, top=22)
    return Chart(
        svg,
        _heat_words(len(steps), len(subjects), len(places), len(shown_subjects), len(shown_places)),
        ("Part of the strategy", *(words.place(code) for code in places)),
        tuple((name, *(_cell_words(cells.get((name, code), [])) for code in places)) for name in subjects),
        tuple((severity, words.SEVERITIES[severity].title) for severity in SEVERITIES if severity in found_at_all),
    )


# Each layer has its own colours: those of the cells are not those of the text on them.
_OWN_COLOURS = {"resolve": {"scale": {"color": "independent"}}}


def _heat_words(things: int, subjects: int, places: int, shown_subjects: int, shown_places: int) -> str:
    counted = (numbers.in_words(things, "thing"), numbers.in_words(subjects, "part"))
    sentence = (
        f"{counted[0].capitalize()} to do in {counted[1]} of the strategy, "
        f"under the rules of {numbers.in_words(places, 'jurisdiction')}."
    )
    if subjects > shown_subjects or places > shown_places:
        sentence += " The chart shows the heaviest; the table shows all."
    return sentence


def _cell_text(severities: Sequence[Severity]) -> str:
    worst = _worst(severities)
    count = severities.count(worst)
    return f"{count} {worst}" + (f" +{len(severities) - count}" if len(severities) > count else "")


def _cell_words(severities: Sequence[Severity]) -> str:
    counts = Counter(severities)
    return ", ".join(f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity]) or "none"


def _worst(severities: Sequence[Severity]) -> Severity:
    return next(severity for severity in SEVERITIES if severity in severities)


def _heaviest(found: Mapping[str, Sequence[Severity]]) -> list[str]:
    """Names by their worst severity, then by how many there are, then by name."""

    def weight(name: str) -> tuple[int, int, str]:
        return SEVERITIES.index(_worst(found[name])), -len(found[name]), name

    return sorted(found, key=weight)


def _colour(field: str, domain: Sequence[str] | Mapping[str, str], palette: Palette) -> dict[str, Any]:
    scale = {"domain": list(domain), "range": [palette[name] for name in domain]}
    return {"field": field, "type": "nominal", "scale": scale, "legend": None}


def _text(colour: str | None, **otherwise: Any) -> dict[str, Any]:
    fill = {"color": colour} if colour else {}
    return {"type": "text", "fontSize": 12, "baseline": "middle", **fill, **otherwise}


def _cut(text: str, length: int = _LABEL) -> str:
    plain = safe_line(text)
    return plain if len(plain) <= length else plain[: length - 1].rstrip() + "…"


def _draw(spec: dict[str, Any], width: int, height: int, *, left: int = 0, top: int = 0, bottom: int = 2) -> str:
    whole = {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{_VERSION}.json",
        "width": width,
        "height": height,
        "padding": {"left": left, "top": top, "right": 0, "bottom": bottom},
        "autosize": "none",
        "background": None,
        # Read aloud is the table beside the chart, not the shapes.
        "config": {
            "aria": False,
            "font": "Helvetica Neue, Arial, Liberation Sans, sans-serif",
            "view": {"stroke": None},
        },
        **spec,
    }
    return _svg(json.dumps(whole))


def _svg(spec: str) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION)
    return drawn
