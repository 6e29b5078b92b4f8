# SPDX-License-Identifier: Apache-2.0
"""The workbench in Chromium, with the real runtime: from nothing to an answer, and what goes wrong on the way."""

import json
import os
import re
import shutil
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import pytest
from command_line import called
from openpyxl import load_workbook
from required import missing

from govrules.workbench.folder import write_workbench
from govrules.workbench.runtime import runtime
from govrules.workbench.serve import served

pytestmark = [pytest.mark.browser, pytest.mark.long]
ENGINE = 120_000  # milliseconds; a machine that runs tests is seldom quiet
KEPT = "govrules-workbench"
HOSPITAL = Path("examples/hospital-group-us.yaml")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    if shutil.which("npm") is None:
        missing("npm is not installed")
    folder = tmp_path_factory.mktemp("workbench")
    write_workbench(folder / "site", runtime(Path(os.environ.get("GOVRULES_NPM", folder)) / "workbench-runtime"))
    with served(folder / "site") as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def visit(chromium, address):
    """Open the page in a browser of its own; at the end nothing was complained about, nor asked for elsewhere."""
    complaints, requests = [], []
    with ExitStack() as stack:

        def open_page(script=None, *, context=None, expected=(), **settings):
            context = context or stack.enter_context(chromium.new_context(**settings))
            if script:
                context.add_init_script(script)
            page = context.new_page()
            page.on(
                "console",
                lambda said: None if any(one in said.text for one in expected) else complaints.append(said.text),
            )
            page.on("pageerror", lambda error: complaints.append(str(error)))
            context.on("request", lambda request: requests.append(request.url))
            page.goto(address)
            return page

        yield open_page
    assert complaints == []
    assert {url for url in requests if not url.startswith((address, f"blob:{address}", "data:"))} == set()


def begin(page, name="County Hospital", markets="USA", sectors="hospital"):
    for field, text in (("name", name), ("markets", markets), ("sectors", sectors)):
        page.fill(f"#{field}", text)
    page.click("#question button.main")
    page.wait_for_selector("#question-title", timeout=ENGINE)


def answer(page, text):
    """Answer the question of the moment in words."""
    asked = page.inner_text("#question-title")
    page.fill("#value", text)
    page.click("#question button.main")
    page.wait_for_selector(f"#question-title:not(:has-text({json.dumps(asked)}))", timeout=ENGINE)


def document(page):
    return json.loads(page.evaluate(f"localStorage.getItem('{KEPT}')"))["text"]


def open_file(page, path):
    with page.expect_file_chooser() as chosen:
        page.click("[data-pick=open]")
    chosen.value.set_files(path)


def test_the_first_question_is_there_before_the_engine(visit):
    page = visit()
    assert page.locator("#name").is_visible()
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.wait_for_selector("html[data-engine=ready]", timeout=ENGINE)
    assert first < page.evaluate("performance.getEntriesByName('engine-ready')[0].startTime")


def test_a_hospital_comes_to_a_verdict_and_a_report_and_finds_its_answers_again(visit):
    page = visit()
    begin(page)
    assert page.inner_text("#overview .verdict").startswith("Not decided")
    answer(page, "Website tags")
    assert "name: Website tags" in document(page)
    assert page.evaluate("document.activeElement.id") == "question-title"
    with page.context.expect_page() as shown:
        page.click("[data-report=html]")
    report = shown.value
    report.wait_for_selector(".verdict", timeout=ENGINE)
    assert report.locator(".drawing svg").count() >= 1
    assert report.evaluate("getComputedStyle(document.querySelector('.bar')).display") == "flex"
    report.close()
    page.reload()
    page.wait_for_selector("#question-title", timeout=ENGINE)
    assert "name: Website tags" in document(page)
    page.click("[data-wipe]")
    page.click("#wipe [value=yes]")
    page.wait_for_selector("#name", timeout=ENGINE)
    assert page.evaluate(f"localStorage.getItem('{KEPT}')") is None


def test_its_json_report_is_the_command_line_s_byte_for_byte(visit, tmp_path):
    shutil.copy(HOSPITAL, tmp_path)
    page = visit()
    open_file(page, tmp_path / HOSPITAL.name)
    page.wait_for_selector("#question-title", timeout=ENGINE)
    with page.expect_download(timeout=ENGINE) as download:
        page.click("[data-report=json]")
    on_line = called("check", HOSPITAL.name, "--format", "json", cwd=tmp_path)
    assert Path(download.value.path()).read_bytes() == on_line.stdout.encode()
    with page.expect_download() as saved:
        page.click("[data-save]")
    assert Path(saved.value.path()).read_bytes() == HOSPITAL.read_bytes()


def test_a_questionnaire_in_excel_is_opened(visit, tmp_path):
    done = called("init", "--sector", "hospital", "--market", "US", "--format", "xlsx", "-o", "form.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    book = load_workbook(tmp_path / "form.xlsx")
    named = next(row for row in book["Organisation"].iter_rows(min_row=2) if row[0].value == "organisation.name")
    named[3].value = "County Hospital"
    book.save(tmp_path / "form.xlsx")
    page = visit()
    open_file(page, tmp_path / "form.xlsx")
    page.wait_for_selector("#question-title", timeout=ENGINE)
    assert "name: County Hospital" in document(page) and "sectors: [hospital]" in document(page)


def test_several_channels_are_answered_in_one_table(visit):
    page = visit()
    begin(page)
    page.click("summary:has-text('The document as text')")
    page.fill("#document-text", document(page) + "channels: [{name: Page}, {name: Feed}]\n")
    page.click("form[data-action=rewrite] button")
    page.wait_for_selector("#answers li:has-text('Page, Feed')", state="attached", timeout=ENGINE)
    for _ in range(12):
        if page.locator("table.several").count():
            break
        page.click("[data-do=not-known]")
        page.wait_for_selector("body:not([aria-busy])")
    page.locator("table.several").first.locator("select").nth(2).select_option(index=2)
    page.locator("table.several").first.locator("select").nth(0).select_option(index=1)
    page.click("#question button.main")
    page.wait_for_selector("body:not([aria-busy])")
    assert len(set(re.findall(r"platform: (\S+)", document(page)))) == 2


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("broken.yaml", b"title: [", "broken.yaml:1:"),
        ("other.yaml", b"rules: []\n", "the document has no field 'rules'"),
        ("picture.yaml", b"\xff\xd8\xff", "picture.yaml is not text in UTF-8"),
    ],
)
def test_a_file_that_is_no_strategy_says_why_and_nothing_is_lost(visit, tmp_path, name, content, message):
    page = visit()
    begin(page)
    before = document(page)
    (tmp_path / name).write_bytes(content)
    open_file(page, tmp_path / name)
    page.wait_for_selector(f"#notice:has-text('{message.split(chr(39))[0]}')")
    assert message in page.inner_text("#notice")
    assert document(page) == before


def test_a_browser_that_keeps_nothing_says_so_and_works(visit):
    page = visit("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    begin(page)
    assert "This browser keeps nothing for this page: save the file before you close it." in page.inner_text("#notice")
    assert page.locator("#overview .verdict").is_visible()


def test_a_browser_without_webassembly_says_so(visit):
    page = visit("delete globalThis.WebAssembly")
    page.wait_for_selector("#notice:visible")
    assert "it has no WebAssembly" in page.inner_text("#notice")


def test_two_tabs_do_not_overwrite_each_other_unseen(visit):
    first = visit()
    begin(first)
    second = visit(context=first.context)
    second.wait_for_selector("#question-title", timeout=ENGINE)
    assert not first.is_visible("#notice")
    answer(second, "Website tags")
    first.wait_for_selector("#notice:has-text('changed in another tab')", timeout=ENGINE)
    first.click("#notice button")
    first.wait_for_selector("#notice", state="hidden", timeout=ENGINE)
    first.click("summary:has-text('What was answered')")
    assert "Website tags" in first.inner_text("#answers")


def test_without_a_network_it_works_once_it_was_loaded(visit):
    page = visit(expected=("Failed to load", "ERR_INTERNET"))
    page.wait_for_selector("html[data-engine=ready]", timeout=ENGINE)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.reload()
    begin(page)
    assert page.locator("#overview .verdict").is_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (768, "light"), (390, "light"), (1440, "dark")])
def test_axe_finds_nothing(visit, axe, width, scheme):
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.evaluate(axe)
    for state in ("empty", "begun"):
        if state == "begun":
            begin(page)
            page.click("summary:has-text('What was answered')")
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
