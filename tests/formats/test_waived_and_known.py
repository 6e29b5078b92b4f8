# SPDX-License-Identifier: Apache-2.0
"""What is accepted for a time, and what was known before, in the formats for people and for registers."""

import html
import io
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from accepted import ACCEPTED, BY, EXPIRED, REASON, TICKET, accepted
from bundled import bundled
from hostile import DAY, HOSTILE, RULES, STRATEGY
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from rich.console import Console
from rule_text import ruleset_text
from test_markdown_report import as_html
from trestle.oscal.assessment_results import AssessmentResults

from govrules import Report, Rulesets, check, load_rulesets, load_strategy, parse_strategy
from govrules.assessment.report import Finding
from govrules.output.brief import render as render_brief
from govrules.output.format import Options
from govrules.output.formats import FormatName, format_named
from govrules.output.presentation.answer import go_ahead
from govrules.output.presentation.waived_and_known import known_words, waiver_words
from govrules.output.text import print_report

Judge = Callable[..., Report]
ROOT = Path(__file__).resolve().parents[2]
WORDS = f"Waived until 2027-03-31: accepted by {BY} on 2026-11-20, ticket {TICKET}. Reason: {REASON}."


@pytest.fixture
def report(judge: Judge) -> Report:
    return accepted(judge)


def of(report: Report, rule: str, subject: str) -> Finding:
    [found] = [one for one in report.findings if (one.rule, one.subject) == (rule, subject)]
    return found


def text(report: Report, width: int = 100) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    print_report(report, console, today=DAY)
    return stream.getvalue()


def flat(written: str) -> str:
    return " ".join(written.split())


def section(written: str, heading: str, after: str) -> str:
    """A part of the printed report, from its heading to the beginning of what comes after it."""
    return written.partition(f"\n{heading}\n")[2].partition(f"\n\n{after}")[0]


# The words


def test_the_words_of_a_waiver_say_until_when_by_whom_since_when_and_why(report: Report) -> None:
    assert waiver_words(of(report, "us-archive", "Second")) == WORDS
    assert waiver_words(of(report, "us-archive", "channels[3]")) == EXPIRED
    assert waiver_words(of(report, "us-archive", "channels[4]")) is None


def test_a_waiver_of_what_does_not_bind_yet_or_is_not_known_is_told_too(report: Report, judge: Judge) -> None:
    assert waiver_words(of(report, "gb-coming", "Second")) == (
        "A waiver of this does not count yet: the rule is not in force."
    )
    early = judge(ACCEPTED.replace("rule: gb-coming, subject: Second", 'rule: zz-approval, subject: "channels[4]"'))
    assert waiver_words(of(early, "zz-approval", "channels[4]")) == (
        "A waiver of this does not count: the document does not say whether anything falls short."
    )


def test_a_waiver_without_a_ticket_names_none_and_a_long_reason_stays_one_paragraph(judge: Judge) -> None:
    bare = judge(ACCEPTED.replace(f', ticket: "{TICKET}"', "").replace(f'reason: "{REASON}"', 'reason: "A.\\n\\nB!"'))
    words = f"Waived until 2027-03-31: accepted by {BY} on 2026-11-20. Reason: A. B!"
    assert waiver_words(of(bare, "us-archive", "Second")) == words


@pytest.mark.parametrize(("known", "words"), [(0, None), (1, "1 was known before and fails nothing.")])
def test_the_count_of_what_is_new_is_told_only_where_something_is_known(
    judge: Judge, known: int, words: str | None
) -> None:
    said = known_words(accepted(judge, "baseline" if known else None))
    assert said == (f"4 findings are new; {words}" if words else None)


def test_one_new_finding_is_one_and_several_known_are_many(report: Report) -> None:
    known = ("us-archive", "zz-waiver-expired", "zz-approval")
    findings = (replace(one, known_from="baseline" if one.rule in known else None) for one in report.findings)
    assert known_words(replace(report, findings=tuple(findings))) == (
        "1 finding is new; 3 were known before and fail nothing."
    )


def test_the_verdict_says_that_what_would_block_is_accepted(judge: Judge) -> None:
    only = STRATEGY.replace("archive: {enabled: false}", "archive: {enabled: true}").replace(
        "tiktok, archive: {enabled: true}", "tiktok, archive: {enabled: false}"
    )
    report = judge(only + ACCEPTED.partition("waivers:")[1] + ACCEPTED.partition("waivers:")[2])
    assert go_ahead(report).because == (
        "Nothing blocks the launch. 1 gap that would block the launch is accepted for a time."
    )
    assert "accepted" not in go_ahead(judge(STRATEGY)).because


# Text


def test_text_has_what_is_waived_in_a_section_of_its_own(report: Report) -> None:
    written = text(report)
    waived = flat(section(written, "Waived: accepted for a time", "Questions that"))
    assert f"Second: falls short. {WORDS}" in waived
    assert written.index("\nUpcoming: ") < written.index("\nWaived: ") < written.index("\nQuestions that ")
    assert flat(written).count("Waived until") == 1
    assert f"channels[3]: falls short. {EXPIRED}" in flat(written.partition("\nUpcoming")[0])


@pytest.mark.parametrize(
    ("known_from", "meaning"), [("baseline", "in the baseline"), ("merge-base", "there before the change")]
)
def test_text_has_what_was_known_on_one_line_each_at_its_end(judge: Judge, known_from: Any, meaning: str) -> None:
    written = text(accepted(judge, known_from))
    assert written.endswith(
        f"\n\nKnown before: {meaning}, not counted\n  - major: channels[4]: falls short. (us-archive)\n"
    )
    assert "channels[4]: falls short." not in written.partition("\nUpcoming")[0]
    assert written.splitlines()[1] == "4 findings are new; 1 was known before and fails nothing."


def test_text_says_of_what_was_known_that_it_is_not_answered(report: Report) -> None:
    known = tuple(replace(one, known_from="baseline") for one in report.findings if one.verdict == "unanswered")
    assert "\n  - minor, unanswered: channels[3]: Title of zz-approval (zz-approval)\n" in text(
        replace(report, findings=known, path=())
    )


def test_text_lists_what_is_fixed_and_how_to_forget_it(report: Report) -> None:
    assert section(text(report), "Fixed since the baseline", "Known before: ") == (
        "  + Old: Title of us-archive (us-archive)\n"
        "  + A B: us-gone\n"
        "  `govrules baseline --prune` takes them out of the baseline."
    )


@pytest.mark.parametrize("width", [60, 99])
def test_text_fits_the_terminal_with_waivers_too(report: Report, width: int) -> None:
    assert max(map(len, text(report, width).splitlines())) <= width


def test_without_waivers_and_baseline_nothing_of_all_this_is_said(judge: Judge) -> None:
    report = judge(STRATEGY)
    written = (
        text(report)
        + str(format_named("markdown").write([report]))
        + str(format_named("html").write([report]).partition("</style>")[2])
    )
    for words in ("aived", "waiver", "nown before", "are new", "Fixed since", "accepted for"):
        assert words not in written.replace("Upcoming or waived", "")


# Markdown


def test_markdown_tells_the_waiver_beside_the_finding_and_what_was_known_in_a_word(report: Report) -> None:
    shown = html.unescape(as_html(str(format_named("markdown").write([report])))).replace("\u200b", "")
    assert re.search(rf"Second: falls short\.</h4>\n<ul>\n<li><em>.*<br><strong>{re.escape(WORDS)}</strong>", shown)
    assert f"<strong>{EXPIRED}</strong>" in shown
    assert "channels[4]: falls short.<br><strong>known</strong><br>" in shown
    assert shown.count("<strong>known</strong>") == 1
    assert "4 findings are new; 1 was known before and fails nothing." in shown
    assert "| 2027-03-31 | A waiver ends | Second: The vendor delivers in March" in str(
        format_named("markdown").write([report])
    )


def test_markdown_lists_what_is_fixed(report: Report) -> None:
    written = str(format_named("markdown").write([report]))
    fixed = written.partition("## Fixed since the baseline\n")[2].partition("\n## ")[0]
    assert "- Old: Title of us-archive (us-archive)\n- A B: us-gone\n" in fixed
    assert "`govrules baseline --prune`" in fixed


def test_no_text_of_a_waiver_makes_markup(report: Report) -> None:
    page = as_html(str(format_named("markdown").write([report])))
    assert "<script" not in page
    assert set(re.findall(r'href="([^"]*)"', page)) == {"https://law.example/a?b=1&amp;c=%3C2%3E"}


# Registers


def rows(content: Any) -> list[dict[str, Any]]:
    head, *body = load_workbook(io.BytesIO(content))["Register"].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_the_register_holds_the_acceptance_and_takes_the_finding_as_accepted(report: Report) -> None:
    found = {(row["Rules"], row["Verdict"]): row for row in rows(format_named("xlsx").write([report]))}
    waived = found["us-archive", "Waived"]
    assert waived["Subject"] == "Second"
    assert (waived["Verdict"], waived["Status"], waived["Accepted by"]) == ("Waived", "accepted", BY)
    assert (waived["Accepted on"], waived["Waived until"]) == (datetime(2026, 11, 20), datetime(2027, 3, 31))
    assert (waived["Ticket"], waived["Reason"], waived["Comment"]) == (TICKET, REASON, None)
    expired = found["us-archive", "Gap"]
    assert (expired["Status"], expired["Accepted by"], expired["Waived until"]) == ("open", None, None)
    assert expired["Comment"] == EXPIRED
    assert [(key, row["Known"]) for key, row in found.items() if row["Known"]] == [
        (("us-archive", "Gap"), "known in part")
    ]


def test_the_register_has_a_column_for_what_was_known_only_where_something_was(judge: Judge) -> None:
    assert "Known" not in rows(format_named("xlsx").write([judge(STRATEGY)]))[0]


def test_no_text_of_a_waiver_is_a_formula(judge: Judge) -> None:
    report = judge(ACCEPTED.replace("Chief =1+1", "=1+1").replace("RISK-412 =1+1", "=1+1"))
    book = load_workbook(io.BytesIO(format_named("xlsx").write([report])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert sum(str(cell.value).startswith(HOSTILE) for cell in cells) > 2
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_oscal_has_the_acceptance_in_the_log_of_the_risk(report: Report, tmp_path: Path) -> None:
    written = str(format_named("oscal").write([report]))
    (tmp_path / "results.json").write_text(written, encoding="utf-8")
    assert AssessmentResults.oscal_read(tmp_path / "results.json").results[0].title == "A plan"
    result = json.loads(written)["assessment-results"]["results"][0]
    [risk] = [risk for risk in result["risks"] if risk["status"] == "deviation-approved"]
    assert risk["title"] == "Second: Title of us-archive"
    assert risk["deadline"] == "2027-03-31T23:59:59+00:00"
    [entry] = risk["risk-log"]["entries"]
    assert (entry["start"], entry["end"]) == ("2026-11-20T00:00:00+00:00", "2027-03-31T23:59:59+00:00")
    assert (entry["status-change"], entry["remarks"]) == ("deviation-approved", WORDS)
    told = {prop["name"]: prop["value"] for prop in entry["props"]}
    dates = {"accepted-on": "2026-11-20", "waived-until": "2027-03-31"}
    assert told == {"accepted-by": BY, "ticket": TICKET, **dates}
    assert not [risk for risk in result["risks"] if "deadline" in risk and risk["status"] != "deviation-approved"]


def test_oscal_says_of_a_finding_why_its_waiver_does_not_count_and_that_it_was_known(report: Report) -> None:
    [result] = json.loads(str(format_named("oscal").write([report])))["assessment-results"]["results"]
    found = {one["title"]: one for one in result["findings"]}
    statuses = {title: one["target"]["status"] for title, one in found.items()}
    assert statuses["Second: Title of us-archive"]["remarks"] == WORDS
    assert statuses["channels[3]: Title of us-archive"]["remarks"] == EXPIRED
    assert statuses["Second: Title of gb-coming"]["remarks"].endswith("not in force.")
    known = {"name": "known-from", "ns": "urn:govrules:oscal", "value": "baseline"}
    assert [title for title, one in found.items() if known in one["props"]] == ["channels[4]: Title of us-archive"]


# The board paper


def test_the_board_paper_lists_accepted_risks_with_owner_and_end(report: Report) -> None:
    written = str(render_brief("markdown", report, parse_strategy(ACCEPTED).strategy))
    part = html.unescape(written.partition("## Accepted risks\n")[2].partition("\n## ")[0]).replace("\u200b", "")
    assert "1 gap is waived: accepted for a time, and not cured. 2 waivers do not count, as the report says." in part
    [row] = [line for line in part.splitlines() if line.startswith("| Second")]
    cells = row.split(" | ")
    assert cells[0] == "| Second: Title of us-archive"
    assert cells[-1] == f"2027-03-31 ({TICKET}) |"
    assert f"{BY}, 2026-11-20" in row
    assert "The vendor delivers in March" in row


def test_the_board_paper_without_a_waiver_has_no_such_part(judge: Judge) -> None:
    written = render_brief("markdown", judge(STRATEGY), parse_strategy(STRATEGY).strategy)
    assert "Accepted risks" not in str(written)


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_board_paper_stays_one_sheet_with_many_accepted_risks(example: Path, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    plain, rulesets = load_strategy(example), bundled()
    found = [one for one in check(plain, rulesets, as_of=DAY).findings if one.verdict == "gap"]
    why = "The vendor delivers what is missing in the first quarter, and until then a person checks each post by hand."
    waivers = [
        {
            **{"rule": one.rule, "reason": why, "accepted_by": "Group Chief Risk Officer", "ticket": "RISK-2026-412"},
            **{"accepted_on": date(2026, 11, 1), "expires": date(2027, 3, 31)},
            **({"subject": one.subject} if one.pointer else {}),
        }
        for one in (*[one for one in found if one.severity != "showstopper"][:6], found[0])
    ]
    document = parse_strategy(example.read_text(encoding="utf-8") + "\n" + yaml.safe_dump({"waivers": waivers}))
    report = check(document, rulesets, as_of=DAY)
    assert sum(one.verdict == "waived" for one in report.findings) >= 3
    written = render_brief("pdf", report, document.strategy)
    assert isinstance(written, bytes)
    (tmp_path / "brief.pdf").write_bytes(written)
    shown = subprocess.run(["pdfinfo", tmp_path / "brief.pdf"], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"Pages:\s+(\d+)", shown) == ["1"]


# Every format


def told(format_: str, report: Report) -> str:
    """All that a format says, as its reader gets it: values, not their escapes."""
    written = render_brief("markdown", report, parse_strategy(STRATEGY).strategy) if format_ == "brief" else None
    if format_ == "text":
        return flat(text(report))
    if written is None:
        written = format_named(format_).write([report], Options(sarif_waived=True))
    if format_ == "xlsx":
        return str(rows(written)).replace("datetime.datetime(2027, 3, 31, 0, 0)", "2027-03-31")
    assert isinstance(written, str)
    if format_ in ("json", "oscal", "sarif"):
        return repr(json.loads(written))
    if format_ == "jsonl":
        return repr([json.loads(line) for line in written.splitlines()])
    if format_ == "junit":
        return repr([it.attrib for it in ElementTree.fromstring(written).iter()])
    return flat(html.unescape(written))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Rulesets:
    path = tmp_path_factory.mktemp("rules") / "small.yaml"
    path.write_text(yaml.safe_dump(ruleset_text(*RULES), sort_keys=False), encoding="utf-8")
    return load_rulesets([path])


EVERY = ("text", "json", "markdown", "xlsx", "oscal", "html", "sarif", "junit", "tap", "jsonl", "brief")


@pytest.mark.parametrize("format_", EVERY)
def test_every_format_names_whoever_accepted_a_finding_and_until_when(format_: str, small: Rulesets) -> None:
    letters = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=4, max_size=30)

    @settings(max_examples=3 if format_ == "html" else 12, deadline=None)
    @given(letters, letters, letters)
    def holds(by: str, ticket: str, reason: str) -> None:
        strategy = ACCEPTED.replace(BY, f"Chief {by}").replace(TICKET, f"RISK {ticket}").replace(REASON, reason)
        report = check(parse_strategy(strategy, file="plan.yaml"), small, as_of=DAY)
        said = told(format_, report)
        for wanted in (f"Chief {by}", f"RISK {ticket}", reason, "2027-03-31", "2026-11-20"):
            assert wanted in said or wanted in said.replace("datetime.datetime(2026, 11, 20, 0, 0)", "2026-11-20")

    holds()


@pytest.mark.parametrize("format_", ["github", "gitlab", "azure", "sarif"])
def test_what_flags_findings_does_not_flag_a_waived_one(format_: FormatName, report: Report) -> None:
    written = str(format_named(format_).write([report]))
    assert "Waived until" not in written
    assert REASON not in written
    # Its channel is told of the rule to come alone.
    assert written.count("Second: falls short.") == 1


def test_what_is_left_out_is_counted_even_where_more_of_the_same_is_shown(report: Report) -> None:
    assert "Not shown: 1 finding waived, 1 finding known before." in str(format_named("github").write([report]))
