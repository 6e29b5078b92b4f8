# SPDX-License-Identifier: Apache-2.0
"""Reports to show, and pages of them in a browser."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from browser import opened
from bundled import bundled
from waived import WAIVED, waived

from govrules import check
from govrules.assessment.report import Report
from govrules.output.html import render

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = date(2026, 11, 23)
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def example() -> Callable[[str], Report]:
    """The report of an example, by its name; or of one with waivers and a baseline."""
    rulesets = bundled()
    known: dict[str, Report] = {}

    def report_of(name: str) -> Report:
        if name not in known:
            known[name] = waived(rulesets) if name == WAIVED else check(EXAMPLES / f"{name}.yaml", rulesets, as_of=DAY)
        return known[name]

    return report_of


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Open the page of a report from disk; at the end, nothing may have been complained about or asked for."""
    complaints: list[str] = []
    pages: list[Any] = []

    def open_report(report: Report, *, width: int = 1280, script: bool = True, scheme: str = "light") -> Any:
        file = tmp_path / "report.html"
        file.write_text(render([report]), encoding="utf-8")
        size = {"width": width, "height": 900}
        page = opened(chromium, file, complaints, viewport=size, java_script_enabled=script, color_scheme=scheme)
        pages.append(page)
        return page

    yield open_report
    for page in pages:
        page.context.close()
    assert complaints == []
