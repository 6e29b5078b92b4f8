# SPDX-License-Identifier: Apache-2.0
"""How long the HTML page of a report with 2,000 findings takes to write, and to open and filter in Chromium.

Run: python benchmarks/html_page.py [--findings 2000]. The findings of an example are repeated over as many channels as
it takes. Without Chromium only the writing is measured.
"""

import argparse
import dataclasses
import shutil
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from govrules import check
from govrules.assessment.path import path_to_yes
from govrules.assessment.report import Report
from govrules.output.html import render

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "consumer-brand-us-gb.yaml"
_CHOOSE = """() => {
    const select = document.querySelector('#by-severity');
    const start = performance.now();
    select.value = 'minor';
    select.dispatchEvent(new Event('change'));
    document.body.offsetHeight;
    return performance.now() - start;
}"""
_TICK = """() => {
    const start = performance.now();
    document.querySelector('[data-tick]').click();
    document.body.offsetHeight;
    return performance.now() - start;
}"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=2000)
    report = enlarged(check(EXAMPLE, as_of=date(2026, 11, 23)), parser.parse_args().findings)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        page = render([report])
        times.append(time.perf_counter() - start)
    print(f"{len(report.findings)} findings, {len(report.path)} steps, {len(page.encode()) / 1e6:.1f} MB")
    print(f"{'writing the page':29} {statistics.median(times) * 1000:8.0f} ms   (first, with imports {times[0]:.2f} s)")
    if shutil.which("chromium"):
        in_chromium(page)


def enlarged(report: Report, findings: int) -> Report:
    """The report with its findings repeated over invented channels."""
    own = report.findings
    many = tuple(
        dataclasses.replace(
            own[number % len(own)],
            subject=f"Channel {number // len(own) + 1}",
            pointer=f"/channels/{number // len(own)}",
        )
        for number in range(findings)
    )
    order = {finding.rule: place for place, finding in enumerate(own)}
    ordered = tuple(sorted(many, key=lambda one: order[one.rule]))
    markets = [place.code for place in report.coverage.jurisdictions if "market" in place.because]
    return dataclasses.replace(report, findings=ordered, path=path_to_yes(ordered, report.rules, markets))


def in_chromium(page: str) -> None:
    """Print how long the page takes to open, to filter and to tick a step; medians of 5."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        )
        taken: dict[str, list[float]] = {"opening it in Chromium": [], "choosing a filter": [], "ticking a step": []}
        for _ in range(5):
            tab = browser.new_page()
            tab.goto(file.as_uri())
            loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
            for name, value in zip(taken, (loaded, tab.evaluate(_CHOOSE), tab.evaluate(_TICK)), strict=True):
                taken[name].append(value)
            tab.close()
        browser.close()
    for name, values in taken.items():
        print(f"{name:29} {statistics.median(values):8.0f} ms")


if __name__ == "__main__":
    main()
