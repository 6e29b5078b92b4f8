# SPDX-License-Identifier: Apache-2.0
"""``govrules brief``: the board paper in one page."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run
from hostile import DAY, STRATEGY

from govrules import Document, Report, check, load_strategy, parse_strategy
from govrules.output.brief import render

Judge = Callable[..., Report]
ROOT = Path(__file__).resolve().parents[2]
SNAPSHOT = Path(__file__).with_name("brief.md")
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def text(report: Report, document: Document, format_: str = "markdown") -> str:
    written = render(format_, report, document.strategy)
    assert isinstance(written, str)
    return written


def test_the_paper_is_the_reviewed_one(report: Report, document: Document, request: pytest.FixtureRequest) -> None:
    written = re.sub(r"govrules \d+\.\d+\.\d+\w*", "govrules", text(report, document))
    if request.config.getoption("--update-reports"):
        SNAPSHOT.write_text(written, encoding="utf-8")
    assert written == SNAPSHOT.read_text(encoding="utf-8")


def test_it_says_in_order_what_a_director_asks(report: Report, document: Document) -> None:
    parts = (
        "# A plan",
        "**Not checked: Bank.**",
        "**Yes, once one thing is done (days).**",
        "**Decision asked for:**",
        "## Business case",
        "USD 250",
        "## Path to yes",
        "## The ten questions",
        "## Objections",
        "Everything is archived.",
        "not legal advice",
    )
    written = text(report, document)
    places = [written.index(part) for part in parts]
    assert places == sorted(places)


SEATED = "title: T\norganisation: {name: O, established_in: [SEAT]}\nmarkets: [MARKET]\n"


@pytest.mark.parametrize(
    ("seat", "market", "size"),
    [("US", "GB", "letter"), ("US-CA", "GB", "letter"), ("CA", "GB", "letter"), ("GB", "US", "A4"), ("DE", "DE", "A4")],
)
def test_the_paper_is_that_of_the_seat(judge: Judge, seat: str, market: str, size: str) -> None:
    plan = SEATED.replace("SEAT", seat).replace("MARKET", market)
    assert f"@page {{ size: {size}; }}" in text(judge(plan), parse_strategy(plan), "html")


def test_without_a_seat_the_first_market_says_on_which_paper(judge: Judge) -> None:
    for markets, size in (("US, GB", "letter"), ("GB, US", "A4")):
        plan = f"title: T\norganisation: {{name: O}}\nmarkets: [{markets}]\n"
        assert f"@page {{ size: {size}; }}" in text(judge(plan), parse_strategy(plan), "html")


def test_outdated_views_are_answered_though_nobody_raised_them_and_the_evidence_leads(judge: Judge) -> None:
    plan = "title: T\norganisation: {name: O}\nmarkets: [US]\nchannels: [{name: A, archive: {enabled: false}}]\n"
    written = text(judge(plan), parse_strategy(plan))
    lines = [line for line in written.splitlines() if line]
    assert lines[4].startswith("**Rarely a showstopper:** None of the 2 rules that apply")
    assert "| Nothing may be archived. | Everything is archived. (Code us-archive) |" in written


def test_what_the_strategy_does_not_state_is_told(report: Report) -> None:
    bare = parse_strategy("title: T\norganisation: {name: O}\n")
    written = text(report, bare)
    assert "does not say which decision it asks for" in written
    assert "does not say what it costs, what it brings, or what doing nothing costs" in written


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_a_hostile_document_makes_no_markup(report: Report, document: Document, format_: str) -> None:
    bad = parse_strategy(STRATEGY.replace("Approve 100 dollars", "<img src=x onerror=alert(1)> @octocat"))
    written = text(report, bad, format_)
    assert "<img" not in written
    assert "<script" not in written
    assert "octocat" in written


def test_the_page_loads_and_runs_nothing(report: Report, document: Document) -> None:
    page = text(report, document, "html")
    assert "default-src 'none'; style-src 'sha256-" in page
    assert not re.search(r"<(script|link|img|iframe)|\bsrc=|\bhref=|@import|url\(", page)
    assert '<html lang="en">' in page


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(path, id=path.stem, marks=() if path.stem == "regional-bank-us" else pytest.mark.long)
        for path in EXAMPLES
    ],
)
def test_it_is_one_sheet_of_paper(example: Path, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    document = load_strategy(example)
    written = render("pdf", check(document, as_of=DAY), document.strategy)
    assert isinstance(written, bytes)
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 1 or pages(tmp_path, written) == 1


def pages(folder: Path, written: bytes) -> int:
    path = folder / "brief.pdf"
    path.write_bytes(written)
    shown = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    return int(re.findall(r"Pages:\s+(\d+)", shown)[0])


def test_the_command_writes_each_format(govrules: Run, folder: Path) -> None:
    done = govrules("brief", "plan.yaml", "--as-of", DAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# A plan\n")
    assert govrules("brief", "plan.yaml", "--format", "html", "--output", "brief.html").returncode == 0
    assert (folder / "brief.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert govrules("brief", "plan.yaml", "--format", "pdf").returncode == 2


def test_the_same_report_gives_the_same_paper(report: Report, document: Document) -> None:
    assert render("html", report, document.strategy) == render("html", report, document.strategy)
