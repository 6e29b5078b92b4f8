# SPDX-License-Identifier: Apache-2.0
"""The workbench's steps, as the page's worker takes them: JSON in, fragments of the page or problems out."""

import copy
import json
import re
from base64 import b64encode
from pathlib import Path

import pytest
from command_line import called
from openpyxl import load_workbook

from govrules.ruleset.load import open_rulesets
from govrules.workbench.worker import Worker

BEGUN = {"do": "begin", "name": "County Hospital", "markets": "USA", "sectors": "hospital"}
OPENED = open_rulesets()


class Page:
    """A page: what its worker answered last."""

    def __init__(self, begun=None):
        self.worker = copy.copy(begun.worker) if begun else Worker(OPENED)

    def take(self, do, **said):
        answer = json.loads(self.worker.take(json.dumps({"do": do, **said})))
        if "fragments" in answer:
            self.parts, self.text = answer["fragments"], answer["kept"]["text"]
        return answer

    def answer(self, *form):
        return self.take("answer", form=form)

    def words(self, part):
        return " ".join(re.sub(r"<[^>]+>", " ", self.parts[part]).split())


@pytest.fixture(scope="module")
def begun():
    page = Page()
    page.take(**BEGUN)
    return page


@pytest.fixture
def page(begun):
    page = Page(begun)
    page.take("ask", field="markets")
    page.take("back")
    return page


def test_three_answers_are_a_document_with_a_verdict_and_the_next_question(page):
    assert page.text.startswith("# What is the strategy called?\ntitle: Social media strategy of County Hospital\n")
    assert "sectors: [hospital]" in page.text and "markets: [US]" in page.text
    assert page.words("question").startswith("How is personal data used")
    assert "May it go ahead? Not decided" in page.words("overview")


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"name": " "}, "the organisation has no name yet (write it, or a working title)"),
        (
            {"markets": "Atlantis"},
            "'Atlantis' is not an answer to 'Which markets (jurisdictions) does the strategy reach?'",
        ),
        ({"sectors": "hospitl"}, "'hospitl' is not an answer"),
    ],
)
def test_what_cannot_be_begun_says_why(said, problem):
    [found] = Page().take(**{**BEGUN, **said})["problems"]
    assert problem in found


def test_an_answer_of_the_wrong_kind_changes_nothing(page):
    before = page.text
    assert "is not an answer" in page.answer(["field", "markets"], ["value", "Atlantis"])["problems"][0]
    assert page.answer(["field", "markets"])["problems"] == [
        "nothing is answered yet (answer, or keep the question for others)"
    ]
    assert page.take("rewrite", text=f"{before}titel: x\n")["problems"][0].startswith("strategy.yaml:13:1: ")
    assert page.take("merge", name="b.yaml", text="a: [")["problems"][0].startswith("b.yaml:1:")
    assert page.take("back") and page.text == before


def test_several_things_are_answered_in_a_table_once_for_all_and_where_they_differ(page):
    page.answer(["field", "channels"], ["value", "Page, Feed, Stories"])
    page.take("ask", field="channels[].platform")
    assert re.findall(r'<th scope="row"[^>]*><label[^>]*>([^<]*)', page.parts["question"])[1:] == [
        "Page",
        "Feed",
        "Stories",
    ]
    page.answer(
        ["field", "channels[].platform"], ["of:channels[].platform", "facebook"], ["each:channels[2].platform", "x"]
    )
    assert re.findall(r"platform: (\w+)", page.text) == ["facebook", "x", "facebook"]


def test_questions_of_one_part_are_answered_on_one_page(page):
    page.take("rewrite", text=page.text + "outreach: {email: true, texts_or_calls: true}\n")
    while "outreach." not in page.parts["question"]:
        page.take("not-known", field=re.search(r'data-do="not-known" data-field="([^"]*)"', page.parts["question"])[1])
    fields = re.findall(r'<input type="radio" name="of:(outreach\.\w+)" value="yes">', page.parts["question"])
    assert len(fields) > 3
    first, second, third, *others = fields
    page.answer(["field", first], [f"of:{first}", "yes"], [f"of:{second}", "no"], [f"of:{third}", "?"])
    name = {field: field.removeprefix("outreach.") for field in fields}
    assert f"{name[first]}: true" in page.text and f"{name[second]}: false" in page.text
    assert third in page.text.split("not_known:")[1]
    assert all(f"{name[one]}:" not in page.text for one in others)
    page.take("back")
    assert f"{name[first]}:" not in page.text


def test_back_takes_back_one_step_and_loses_no_other(page):
    texts = [page.text]
    for channel in ("Page", "Page, Feed"):
        page.answer(["field", "channels"], ["value", channel])
        texts.append(page.text)
    page.take("ask", field="markets")
    assert page.words("question").startswith("Which markets")
    for expected in (texts[2], texts[1], texts[0]):
        page.take("back")
        assert page.text == expected


def test_dont_know_is_kept_for_its_owner_and_can_be_answered_later(page):
    page.take("not-known", field="data_uses")
    assert not page.words("question").startswith("How is personal data used")
    assert "Kept for others" in page.words("answers")
    assert "How is personal data used" in page.words("answers")
    page.answer(["field", "data_uses"], ["none", "none"])
    assert "Kept for others" not in page.words("answers")


def test_an_answer_can_be_changed_afterwards(page):
    assert "Change : markets" in page.words("answers")
    page.take("ask", field="markets")
    page.answer(["field", "markets"], ["value", "GB"])
    assert "markets: [GB]" in page.text


def test_a_market_that_is_added_brings_its_rules(page):
    page.answer(["field", "markets"], ["value", "US, AU"])
    report = json.loads(page.take("report", format="json")["written"])["reports"][0]
    assert "general/au" in {ruleset["id"] for ruleset in report["rulesets"]}
    assert any(rule["jurisdiction"] == "AU" for rule in report["rules"].values())


def test_a_colleague_s_answers_are_merged_and_differences_are_decided_by_a_person(page):
    theirs = page.text.replace("markets: [US]", "markets: [US, GB]") + "channels: [{name: Page}]\n"
    page.take("merge", name="theirs.yaml", text=theirs)
    assert page.parts["message"] == "1 answer taken from theirs.yaml. 1 differs: choose below which one stands."
    assert "markets: [US]" in page.text and "name: Page" in page.text
    assert "You and your colleague differ" in page.words("answers")
    page.take("settle", field="markets", take="theirs")
    assert "markets: [US, GB]" in page.text
    assert "You and your colleague differ" not in page.words("answers")


def test_a_questionnaire_in_excel_is_opened_and_merged(page, tmp_path):
    done = called("init", "--sector", "bank", "--market", "US", "--format", "xlsx", "-o", "form.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    book = load_workbook(tmp_path / "form.xlsx")
    typed = {"title": "Plan 2027", "organisation.name": "Harbour Bank", "outreach.email": "yes"}
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            if row[0].value in typed:
                row[3].value = typed[row[0].value]
    book.save(tmp_path / "form.xlsx")
    form = b64encode((tmp_path / "form.xlsx").read_bytes()).decode()
    opened = Page()
    opened.take("open", name="form.xlsx", form_file=form)
    assert "title: Plan 2027" in opened.text and "name: Harbour Bank" in opened.text
    page.take("merge", name="form.xlsx", form_file=form)
    assert page.parts["message"] == "1 answer taken from form.xlsx. 3 differ: choose below which one stands."
    assert "email: true" in page.text and "name: County Hospital" in page.text
    refused = page.take("open", name="form.xlsx", form_file=b64encode(b"no form").decode())
    assert refused["problems"] == [
        "form.xlsx: this is not a .xlsx file, or it asks for a password (save it as .xlsx, without a password)"
    ]


def test_it_ends_where_nothing_that_is_left_can_change_the_verdict():
    page = Page()
    page.take("open", name="showstopper.yaml", text=Path("examples/showstopper.yaml").read_text(encoding="utf-8"))
    page.take("until", threshold="showstopper")
    assert page.words("question").startswith("Nothing that is left open can change the verdict.")
    assert "No: " in page.words("overview")


def test_what_a_document_says_does_nothing_on_the_page():
    page = Page()
    hostile = "<img src=x onerror=alert(1)>"
    page.take("begin", name=hostile, markets="US", sectors="retail")
    page.answer(["field", "channels"], ["value", f"{hostile}, B"])
    page.take("ask", field="channels[].platform")
    for part in ("question", "overview", "answers"):
        assert "<img" not in page.parts[part]
    assert "&lt;img" in page.parts["question"]


@pytest.mark.parametrize("name", ["regional-bank-us.yaml", "unfinished-draft.yaml"])
def test_its_json_report_is_that_of_the_command_line(name, tmp_path):
    text = Path("examples", name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    page = Page()
    page.take("open", name=name, text=text)
    on_line = called("check", name, "--format", "json", cwd=tmp_path)
    assert page.take("report", format="json")["written"] == on_line.stdout
