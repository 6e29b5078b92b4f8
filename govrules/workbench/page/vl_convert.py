# SPDX-License-Identifier: Apache-2.0
"""In the browser, stands in for vl-convert: the same Vega-Lite draws the same charts, without a program of its own."""

import js  # type: ignore[import-not-found]  # of Pyodide


def vegalite_to_svg(spec: str, vl_version: str) -> str:
    """The chart as SVG. The version is the one that was loaded beside the page."""
    return str(js.drawChart(spec))
