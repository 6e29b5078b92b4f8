# SPDX-License-Identifier: Apache-2.0
"""Questionnaires in Excel and Word: what people fill in comes back as a strategy, and what is wrong is told at once."""

import io
import shutil
import subprocess
import zipfile

import docx
import openpyxl
import pytest
from command_line import called
from required import missing

from govrules import load_strategy

INIT = ("init", "--sector", "bank", "--market", "US", "--format")


@pytest.fixture
def write(tmp_path):
    """Write a form into the folder; its path."""

    def written(format_, *options, name="form"):
        done = called(*INIT, format_, "--output", f"{name}.{format_}", *options, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return tmp_path / f"{name}.{format_}"

    return written


@pytest.fixture
def take(tmp_path):
    """Import forms."""
    return lambda *arguments: called("import", *arguments, cwd=tmp_path)


def row_of(sheet, field):
    """The row that asks for a field."""
    return next(row for row in sheet.iter_rows(min_row=2) if row[0].value == field)


def fill(path, answers, save_as=None):
    """Type answers into a workbook: the sheet, the field and the number of the column of answers to what is typed."""
    book = openpyxl.load_workbook(path)
    for (title, field, column), typed in answers.items():
        row_of(book[title], field)[2 + column].value = typed
    book.save(save_as or path)


ANSWERS = {
    ("The document", "title", 1): "Plan 2027",
    ("Organisation", "organisation.name", 1): "Harbour Bank",
    ("Organisation", "organisation.staff_in", 1): "USA, United Kingdom",
    ("Organisation", "organisation.listed_in", 1): "none",
    ("Channels", "channels.name", 1): "Page",
    ("Channels", "channels.platform", 1): "LinkedIn",
    ("Channels", "channels.name", 2): "Feed",
    ("Channels", "channels.platform", 2): "x",
    ("Channels", "channels.#all", 1): "yes",
    ("Data uses", "data_uses.name", 1): "Tag",
    ("Outreach", "outreach.email", 1): True,
}


def test_what_is_filled_in_becomes_a_strategy(write, take, tmp_path):
    asked_with_all = {("Organisation", "organisation.employees", 1): 1850, ("Data uses", "data_uses.kind", 1): "pixel"}
    fill(write("xlsx", "--all"), ANSWERS | asked_with_all)
    done = take("form.xlsx", "--into", "plan.yaml")
    assert done.returncode == 0, done.stderr
    strategy = load_strategy(tmp_path / "plan.yaml").strategy
    assert (strategy.title, strategy.markets, strategy.organisation.staff_in) == ("Plan 2027", ("US",), ("US", "GB"))
    assert strategy.organisation.listed_in == ()
    assert [(one.name, one.platform) for one in strategy.channels] == [("Page", "linkedin"), ("Feed", "x")]
    assert (strategy.data_uses[0].kind, strategy.outreach.email) == ("pixel", True)
    assert strategy.organisation.employees == 1850
    assert strategy.outreach.texts_or_calls is None
    # Nobody said that these are all.
    assert strategy.incomplete == ("data_uses",)


def test_a_sheet_may_be_renamed_and_a_blank_stays_unknown(write, take):
    path = write("xlsx")
    fill(path, {("The document", "title", 1): "Plan", ("Organisation", "organisation.name", 1): "Harbour Bank"})
    book = openpyxl.load_workbook(path)
    book["Organisation"].title = "Who we are"
    book.save(path)
    done = take("form.xlsx")
    assert done.returncode == 0, done.stderr
    assert "name: Harbour Bank" in done.stdout
    assert "channels" not in done.stdout


def test_every_cell_that_is_no_answer_is_told_and_nothing_is_written(write, take, tmp_path):
    path = write("xlsx")
    fill(
        path, ANSWERS | {("Outreach", "outreach.email", 1): "perhaps", ("Channels", "channels.platform", 1): "Myspace"}
    )
    book = openpyxl.load_workbook(path)
    row_of(book["The document"], "title")[3].value = "=1+1"
    platform = row_of(book["Channels"], "channels.platform")
    platform[7].value = "x"
    book["Organisation"].row_dimensions[2].hidden = True
    book["Data uses"].merge_cells("D3:E3")
    book.save(path)
    done = take("form.xlsx", "--into", "plan.yaml")
    assert done.returncode == 2
    said = done.stderr
    assert "form.xlsx, The document!D3: this is a formula, which is never evaluated" in said
    assert "form.xlsx, Organisation!D2: this answer is in a hidden row or column" in said
    assert "form.xlsx, Data uses!D3: this cell is merged with others" in said
    assert "form.xlsx, Outreach!D3: 'perhaps' is not an answer to" in said
    assert f"form.xlsx, Channels!{platform[3].coordinate}: 'Myspace' is not an answer to" in said
    assert f"form.xlsx, Channels!{platform[7].coordinate}: this answer belongs to nothing that has a name" in said
    assert not (tmp_path / "plan.yaml").exists()


def test_a_form_needs_the_organisation_s_name_and_no_more(write, take):
    path = write("xlsx")
    done = take(path.name)
    assert done.returncode == 2
    assert "error: form.xlsx: the organisation has no name yet" in done.stderr
    fill(path, {("Organisation", "organisation.name", 1): "Harbour Bank"})
    assert "title: Social media strategy of Harbour Bank" in take(path.name).stdout


def test_two_colleagues_who_differ_are_both_named_and_nobody_is_overwritten(write, take, tmp_path):
    fill(write("xlsx", name="legal"), ANSWERS)
    fill(write("xlsx", name="social"), ANSWERS | {("Channels", "channels.platform", 2): "threads"})
    done = take("legal.xlsx", "social.xlsx", "--into", "plan.yaml")
    assert done.returncode == 2
    row = row_of(openpyxl.load_workbook(tmp_path / "legal.xlsx")["Channels"], "channels.platform")
    at = f"Channels!{row[4].coordinate}"
    assert f"social.xlsx, {at}: 'channels[2].platform' is 'threads' here, and 'x' in legal.xlsx, {at}" in done.stderr
    assert not (tmp_path / "plan.yaml").exists()


def test_what_the_strategy_says_stays_and_what_it_leaves_open_is_taken(write, take, tmp_path):
    (tmp_path / "plan.yaml").write_text("# Ours\ntitle: Plan 2027\norganisation:\n  name: Harbour Bank\n")
    fill(write("xlsx"), ANSWERS)
    done = take("form.xlsx", "--into", "plan.yaml")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "plan.yaml").read_text()
    assert text.startswith("# Ours\ntitle: Plan 2027\n")
    assert load_strategy(tmp_path / "plan.yaml").strategy.channels[1].name == "Feed"
    (tmp_path / "plan.yaml").write_text("title: Another plan\norganisation:\n  name: Harbour Bank\n")
    done = take("form.xlsx", "--into", "plan.yaml")
    assert done.returncode == 2
    assert "form.xlsx, The document!D3: 'title' is 'Plan 2027' here, and 'Another plan' in plan.yaml" in done.stderr


def test_each_owner_gets_a_form_and_together_they_are_one_strategy(write, take, tmp_path):
    write("xlsx", "--split-by", "owner", name="part")
    forms = sorted(path.name for path in tmp_path.glob("part-*.xlsx"))
    assert len(forms) > 2
    for name in forms:
        book = openpyxl.load_workbook(tmp_path / name)
        for field, typed in (("title", "Plan"), ("organisation.name", "Harbour Bank"), ("channels.name", "Page")):
            for sheet in book.worksheets:
                for row in sheet.iter_rows(min_row=2):
                    if row[0].value == field:
                        row[3].value = typed
        book.save(tmp_path / name)
    done = take(*forms)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("name: Page") == 1


def test_a_form_in_word_comes_back(write, take, tmp_path):
    path = write("docx")
    document = docx.Document(path)
    typed = {
        "title": "Plan",
        "organisation.name": "Harbour Bank",
        "channels.name": "Page",
        "channels.platform": "TikTok",
    }
    for table in document.tables:
        for row in table.rows:
            field, number = row.cells[0].paragraphs[0].runs[0].text.split("§")[1:]
            if field in typed and number == "0":
                row.cells[1].text = typed[field]
    document.save(path)
    done = take("form.docx", "--into", "plan.yaml")
    assert done.returncode == 0, done.stderr
    strategy = load_strategy(tmp_path / "plan.yaml").strategy
    assert [(one.name, one.platform) for one in strategy.channels] == [("Page", "tiktok")]
    for table in document.tables:
        for row in table.rows:
            if "§channels.platform§0" in row.cells[0].text:
                row.cells[1].text = "Myspace"
    document.save(path)
    done = take("form.docx")
    assert done.returncode == 2
    assert "form.docx, table " in done.stderr
    assert "'Myspace' is not an answer to" in done.stderr
    for table in document.tables:
        for row in table.rows:
            mark = row.cells[0].paragraphs[0].runs[0]
            mark.text = mark.text.replace("channels§channels.platform§0", "channels§channels.platform§")
    document.save(path)
    done = take("form.docx")
    assert done.returncode == 2
    assert "this answer stands in a row without a question" in done.stderr


def _bomb():
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/s.xml", "w") as inside,
    ):
        for _ in range(210):
            inside.write(bytes(1_000_000))
    return stream.getvalue()


def _zip(name):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(name, "")
    return stream.getvalue()


def _book(version=None):
    book, stream = openpyxl.Workbook(), io.BytesIO()
    if version:
        book.create_sheet("govrules").append(["form", version])
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("other.xlsx", _book, "this workbook is not a govrules form"),
        ("newer.xlsx", lambda: _book("9"), "this form is of version 9, and 1 is read"),
        ("bomb.xlsx", _bomb, "it unpacks to more than 200 MB"),
        ("macros.xlsx", lambda: _zip("xl/vbaProject.bin"), "the file holds macros"),
        ("locked.xlsx", lambda: b"\xd0\xcf\x11\xe0 encrypted", "this is not a .xlsx file, or it asks for a password"),
        ("empty.xlsx", lambda: _zip("a"), "the file cannot be read"),
        ("form.csv", lambda: b"a,b", "forms are read from .xlsx and .docx"),
    ],
)
def test_what_is_no_form_gets_one_clear_message_and_nothing_is_written(take, tmp_path, name, raw, message):
    (tmp_path / name).write_bytes(raw())
    done = take(name, "--into", "plan.yaml")
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("error: ") == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


PLAN = """\
title: Plan 2027
organisation: {name: Harbour Bank, sectors: [bank]}
markets: [US]
channels:
  - {name: Page, platform: linkedin}
  - {name: Feed, platform: x, access: {mfa: true}}
"""


@pytest.fixture
def report(tmp_path):
    """A report about a plan as a workbook, answered: field and further words of its row to what is typed."""
    (tmp_path / "plan.yaml").write_text(PLAN)

    def written(answers, files=("plan.yaml",)):
        done = called(
            "check", *files, "--format", "xlsx", "--output", "report.xlsx", "--fail-on", "never", cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
        book = openpyxl.load_workbook(tmp_path / "report.xlsx")
        sheet = book["Questions"]
        heads = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            if (field := row[heads.index("Field")].value) in answers:
                row[heads.index("Answer")].value = answers[field]
        book.save(tmp_path / "report.xlsx")
        return heads

    return written


def test_the_questions_of_a_report_are_answered_in_it_and_come_back(report, take, tmp_path):
    heads = report({"channels.legal_owner": "organisation", "governance.security.mfa_for_all": "yes"})
    assert {"Who usually knows", "Answer", "Note"} <= set(heads)
    done = take("report.xlsx", "--into", "plan.yaml")
    assert done.returncode == 0, done.stderr
    strategy = load_strategy(tmp_path / "plan.yaml").strategy
    # One answer for both channels that the row names; the other one is a way of an either/or about the whole.
    assert [channel.legal_owner for channel in strategy.channels] == ["organisation", "organisation"]
    assert strategy.governance.security.mfa_for_all is True
    assert [channel.platform for channel in strategy.channels] == ["linkedin", "x"]


def test_an_answer_in_a_report_that_fits_nothing_is_told_with_its_cell(report, take, tmp_path):
    report({"channels.legal_owner": "my cousin"})
    done = take("report.xlsx", "--into", "plan.yaml")
    assert done.returncode == 2
    assert "is not an answer to 'Who owns the account in law?'" in done.stderr
    assert (tmp_path / "plan.yaml").read_text() == PLAN
    report({"channels.legal_owner": "organisation"})
    done = take("report.xlsx")
    assert "the strategy has no 'Page' in channels" in done.stderr
    assert "import it --into the strategy that the report is about" in done.stderr


def test_a_report_about_several_strategies_is_refused(report, take, tmp_path):
    (tmp_path / "other.yaml").write_text(PLAN.replace("2027", "2028"))
    report({}, files=("plan.yaml", "other.yaml"))
    done = take("report.xlsx", "--into", "plan.yaml")
    assert done.returncode == 2
    assert "this report is about several strategies" in done.stderr


@pytest.mark.long
@pytest.mark.parametrize("format_", ["xlsx", "docx"])
def test_a_form_that_libreoffice_saved_comes_back(write, take, tmp_path, format_):
    if not shutil.which("soffice"):
        missing("LibreOffice is not there: apt-get install libreoffice-calc-nogui libreoffice-writer-nogui")
    path = write(format_)
    if format_ == "xlsx":
        fill(path, ANSWERS)
    else:
        document = docx.Document(path)
        for table in document.tables:
            for row in table.rows:
                for field, typed in (("title", "Plan 2027"), ("organisation.name", "Harbour Bank")):
                    if f"§{field}§0" in row.cells[0].text:
                        row.cells[1].text = typed
        document.save(path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        format_,
        "--outdir",
        str(tmp_path / "saved"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    done = take(f"saved/form.{format_}", "--into", "plan.yaml")
    assert done.returncode == 0, done.stderr
    strategy = load_strategy(tmp_path / "plan.yaml").strategy
    assert (strategy.title, strategy.organisation.name) == ("Plan 2027", "Harbour Bank")
    if format_ == "xlsx":
        assert [(one.name, one.platform) for one in strategy.channels] == [("Page", "linkedin"), ("Feed", "x")]
