# SPDX-License-Identifier: Apache-2.0
"""Reports for people and registers about the sample of a policy repository with a change in it: each is opened by a
reader, and all agree on how many findings are waived, known before, and new."""

import html
import io
import re
import subprocess
from collections import Counter

import cmarkgfm
import pytest
from browser import opened
from openpyxl import load_workbook
from policy_clone import BANK, BROKER, DRAFT, RULES, STRATEGIES, gaps_and_open
from trestle.oscal.assessment_results import AssessmentResults

# The whole sample, checked in clones; what its README shows is checked in the usual run.
pytestmark = pytest.mark.long

PAGES = {BROKER: "strategies-brokerage", BANK: "strategies-retail-bank", DRAFT: "strategies-drafts-wealth"}
TITLES = {
    BROKER: "Consultants in the open 2027: social media strategy of the broker-dealer",
    BANK: "Bank on the harbor 2027: social media strategy of the retail bank",
    DRAFT: "Families and firms 2027: social media plan of the wealth adviser (draft 1)",
}
WAIVED = {
    BROKER: "accepted by Chief Information Security Officer on 2026-11-24, ticket RISK-2617",
    BANK: "accepted by Chief Risk Officer on 2026-11-18, ticket RISK-2611",
}
VERDICTS = {"Gap": "gap", "Not answered": "unanswered", "May apply": "may-apply", "Waived": "waived"}
NEW = "Loan originators on LinkedIn: customers write to us there"


def flat(text):
    return " ".join(text.split())


def known_and_new(text):
    """How many findings a report says were known before, and how many it says are new; None where it does not say."""
    told = re.search(r"(\d+) findings? (?:is|are) new; (\d+) (?:was|were) known before", text)
    return told and Counter(known=int(told[2]), new=int(told[1]))


def expected(stands):
    """What of these is known and new, as a report tells it where anything is known."""
    is_new = gaps_and_open(stands) + stands["upcoming"]
    return Counter(known=stands["known"], new=is_new) if stands["known"] else None


def test_text_has_a_row_for_each_strategy_and_says_which_fails(written, numbers, total):
    printed = (written / "report.text").read_text(encoding="utf-8")
    rows = {cells[0]: cells[1:] for line in printed.splitlines() if len(cells := line.split()) == 9}
    assert [(name, rows[name][-1]) for name in STRATEGIES] == [(BROKER, "no"), (BANK, "yes"), (DRAFT, "no")]
    for name, stands in numbers.items():
        assert int(rows[name][-2]) == gaps_and_open(stands)
    assert flat(printed).count("Waived until ") == total["waived"]
    listed = printed.split("Known before: in the baseline, not counted\n")[1:]
    assert sum(len(re.findall(r"^  - ", part.partition("\n\n")[0], re.MULTILINE)) for part in listed) == total["known"]
    last = flat(printed.rpartition("\n3 strategies: ")[2])
    assert last.startswith("1 fails. 0 showstoppers, ")
    assert last.endswith(f" {gaps_and_open(total)} findings new, {total['known']} known before.")


def test_markdown_is_one_report_after_another(written, numbers, total):
    shown = cmarkgfm.github_flavored_markdown_to_html((written / "report.markdown").read_text(encoding="utf-8"))
    parts = re.split("<h1>", shown)[1:]
    assert [html.unescape(part.partition("</h1>")[0]) for part in parts] == list(TITLES.values())
    for part, stands in zip(parts, numbers.values(), strict=True):
        assert part.count("<strong>Waived until ") == stands["waived"]
        assert known_and_new(part) == expected(stands)
    assert shown.count("<strong>Waived until ") == total["waived"]
    assert NEW in parts[1] and NEW not in parts[0]


def test_the_register_in_excel_has_a_row_a_finding(written, numbers, total):
    book = load_workbook(io.BytesIO((written / "report.xlsx").read_bytes()))
    head, *body = book["Register"].iter_rows(values_only=True)
    rows = [dict(zip(head, row, strict=True)) for row in body]
    stands = Counter("known" if row["Known"] == "known" else VERDICTS[row["Verdict"]] for row in rows)
    questions = book["Questions"].max_row - 1
    assert stands.total() + questions >= total.total()
    assert (stands["waived"], stands["gap"]) == (total["waived"], total["gap"])
    accepted = [row for row in rows if row["Status"] == "accepted"]
    assert {row["Ticket"] for row in accepted} == {"RISK-2611", "RISK-2614", "RISK-2617", "RISK-2618"}
    assert len(accepted) == total["waived"]
    of_bank = [row for row in rows if row["Place"].startswith(BANK) and row["Status"] == "open" and not row["Known"]]
    assert [(row["Rules"].splitlines(), row["Severity"]) for row in of_bank] == [(RULES, "major")]
    assert {row["Strategy"] for row in rows} == {TITLES[name] for name in numbers}


def test_oscal_is_read_by_trestle(written, numbers_by_rule):
    results = AssessmentResults.oscal_read(written / "oscal.json").results
    assert [result.title for result in results] == list(TITLES.values())
    for result, stands in zip(results, numbers_by_rule.values(), strict=True):
        counted = Counter()
        for finding in result.findings:
            told = {prop.name: prop.value for prop in finding.props}
            if told["verdict"] != "met":
                counted["known" if told.get("known-from") == "baseline" else told["verdict"]] += 1
        assert counted == stands
        risks = Counter(str(risk.status.root.root) for risk in result.risks)
        assert risks["deviation-approved"] == stands["waived"]
        entries = [risk.risk_log.entries[0] for risk in result.risks if risk.risk_log]
        assert len(entries) == stands["waived"]
        assert all(prop.value for entry in entries for prop in entry.props if prop.name == "accepted-by")


@pytest.mark.browser
@pytest.mark.parametrize("name", STRATEGIES)
def test_a_page_shows_each_strategy_and_what_is_waived_of_it(chromium, written, numbers, name):
    stands, complaints = numbers[name], []
    page = opened(chromium, written / f"{PAGES[name]}.html", complaints)
    assert TITLES[name] in page.title()
    known = page.locator(".card", has=page.locator("summary", has_text="· known")).count()
    cards = {state: page.locator(f".card[data-state={state}]").count() for state in VERDICTS.values()}
    assert cards["waived"] == stands["waived"]
    assert cards["gap"] == stands["gap"] + known
    if name in WAIVED:
        page.locator("#by-state").select_option("waived")
        for card in page.locator(".card:visible summary").all():
            card.click()
        shown = page.locator(".waiver:visible").all_inner_texts()
        assert len(shown) == stands["waived"]
        assert WAIVED[name] in " ".join(shown)
    assert page.locator(".waiver").count() == stands["waived"]
    page.context.close()
    assert complaints == []


@pytest.mark.long
@pytest.mark.parametrize("name", STRATEGIES)
def test_a_pdf_says_of_each_strategy_what_is_waived_and_known(proposed, tmp_path, numbers, name):
    file = tmp_path / "report.pdf"
    done = proposed.run(f"govrules check {name} --quiet --output pdf={file}")
    assert (done.code, done.err) == (1 if name == BANK else 0, "")
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert TITLES[name] in told
    assert int(re.findall(r"Pages: +(\d+)", told)[0]) >= 6
    text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    assert flat(text).count("Waived until ") == numbers[name]["waived"]
    assert known_and_new(flat(text)) == expected(numbers[name])
    assert (NEW in flat(text)) == (name == BANK)
