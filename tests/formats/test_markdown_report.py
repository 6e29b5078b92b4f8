# SPDX-License-Identifier: Apache-2.0
"""``--format markdown``: for a pull request or a board paper."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import cmarkgfm
import pytest
from command_line import Run
from hostile import HOSTILE, STRATEGY

from govrules import Report
from govrules.output.markdown import render
from govrules.output.presentation.markdown import unlinked

SNAPSHOT = Path(__file__).with_name("report.md")


def as_html(text: str) -> str:
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE))


def test_the_report_is_the_reviewed_one(report: Report, request: pytest.FixtureRequest) -> None:
    written = re.sub(r"sha256:[0-9a-f]{64}|govrules \d+\.\d+\.\d+\w*", "-", render([report]))
    if request.config.getoption("--update-reports"):
        SNAPSHOT.write_text(written, encoding="utf-8")
    assert written == SNAPSHOT.read_text(encoding="utf-8")


def test_what_was_not_checked_stands_first_then_the_verdict_and_the_disclaimer_last(report: Report) -> None:
    lines = render([report]).strip().split("\n")
    assert lines[2] == "**Not checked:**"
    verdict = next(line for line in lines[3:] if line and not line.startswith("-"))
    assert verdict.startswith("**Yes, once one thing is done (days).** It is required by law or a binding rule.")
    assert "not legal advice" in lines[-1]


def test_what_was_not_checked_is_told_before_the_findings(report: Report) -> None:
    text = render([report])
    assert text.index("**Not checked:**") < text.index("## Path to yes") < text.index("## Findings")


def test_the_path_says_what_remains_in_each_market(report: Report) -> None:
    assert (
        "Second, channels&#91;3&#93; and 1 more | Legal, days | Code us-archive | Nothing stands before the launch |"
        in render([report])
    )


def test_a_hostile_document_makes_no_markup(report: Report) -> None:
    page = as_html(render([report]))
    assert "<script" not in page
    assert "javascript:x" not in re.sub(r">[^<]*<", "", page), "only as text"
    assert {address for address in re.findall(r'href="([^"]*)"', page)} == {"https://law.example/a?b=1&amp;c=%3C2%3E"}


def test_every_table_has_as_many_cells_in_each_row(report: Report) -> None:
    tables = re.findall(r"(?:^\|.*\n)+", render([report]), re.MULTILINE)
    assert len(tables) > 1
    for table in tables:
        assert len({row.count(" | ") for row in table.splitlines() if row.strip()}) == 1, table


@pytest.mark.parametrize(
    ("text", "mark"), [("@octocat", "@"), ("#12", "#"), ("!7", "!"), ("GH-12", "GH-"), ("@team/people", "@")]
)
def test_a_mention_or_reference_notifies_nobody(text: str, mark: str) -> None:
    shown = as_html(unlinked(f"see {text}"))
    assert text not in shown
    assert text in shown.replace("\u200b", "")
    assert f"{mark}\u200b" in shown


@pytest.mark.parametrize("text", ["https://evil.example", "www.evil.example", "HTTP://evil.example"])
def test_an_address_in_a_document_is_no_link(text: str) -> None:
    shown = cmarkgfm.github_flavored_markdown_to_html(unlinked(f"see {text} now"))
    assert "<a " not in shown
    assert text in shown


@pytest.mark.parametrize(
    "text", [HOSTILE, "a | b", "# no heading", "- no list", "1. no list", "a\nb", "\x1b[31m", "~~x~~"]
)
def test_a_text_is_shown_as_it_stands(text: str) -> None:
    shown = cmarkgfm.github_flavored_markdown_to_html(unlinked(text))
    plain = html.unescape(re.sub(r"</?p>", "", shown)).strip().replace("\u200b", "")
    assert plain == text.replace("\n", " ").replace("\x1b", "\\x1b")


def test_a_clean_strategy_reads_as_clean(judge: Callable[..., Report]) -> None:
    clean = STRATEGY.replace("enabled: false}", "enabled: true}, approval: {recorded: true}").replace(
        "}, approval: {recorded: true}, approval: {recorded: true}", "}, approval: {recorded: true}"
    )
    text = render([judge(clean)])
    assert "**Yes, as far as was checked.** Nothing blocks the launch." in text
    assert "## Findings" not in text
    assert "## Path to yes" not in text


def test_two_strategies_are_told_apart(report: Report) -> None:
    assert render([report, report]).count("\n---\n") == 1


def test_the_command_writes_it_to_a_file(govrules: Run, folder: Path) -> None:
    done = govrules("check", "plan.yaml", "--format", "markdown", "--output", "report.md", "--as-of", "2026-11-23")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert (folder / "report.md").read_text(encoding="utf-8").startswith("# A plan\n")
