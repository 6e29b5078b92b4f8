# SPDX-License-Identifier: Apache-2.0
"""A report in a notebook and in data frames, a strategy in services: with what people use there."""

import importlib.util
import re
from datetime import date
from pathlib import Path

import nbformat
import pandas
import polars
import pytest
from fastapi.testclient import TestClient
from nbclient import NotebookClient

from govrules import Strategy, check, load_strategy, parse_strategy

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 29)
PHARMA = ROOT / "examples" / "pharma-us.yaml"
STRATEGIES = [
    *sorted((ROOT / "examples").glob("*.yaml")),
    *(path for path in sorted((ROOT / "tests/cases").glob("*.yaml")) if not path.name.endswith(".expected.yaml")),
]


@pytest.mark.long
def test_jupyter_shows_the_verdict_and_what_to_do():
    code = f"import datetime, govrules\ngovrules.check({str(PHARMA)!r}, as_of=datetime.date(2026, 11, 29))"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (output,) = notebook.cells[0].outputs
    page = output.data["text/html"]
    assert "<strong>Yes, once four things are done (weeks).</strong>" in page
    assert "promotional posts are not sent to FDA on Form 2253" in page
    assert "21 CFR 314.81(b)(3)(i)" in page
    assert "This is not legal advice." in page


def test_what_a_strategy_says_does_nothing_in_a_notebook():
    text = "title: '<img src=x onerror=alert(1)>'\norganisation: {name: '<script>1</script>', sectors: [bank]}\n"
    page = check(parse_strategy(text + "markets: [US]\nchannels: [{name: '<b>', platform: x}]\n"))._repr_html_()
    assert not re.search(r"<(img|script|b)\b", page)
    assert "&lt;img src=x" in page


@pytest.mark.parametrize("frame", [pandas.DataFrame, polars.DataFrame])
def test_a_report_is_a_data_frame(frame):
    report = check(PHARMA, as_of=DAY)
    table = frame(report.rows())
    assert len(table) == len(report.findings) + len(report.met)
    (form,) = [row for row in report.rows() if row.rule == "us-fda-rx-form-2253" and row.verdict == "gap"]
    assert (form.severity, form.basis, form.jurisdiction, form.owner) == (
        "major",
        "required",
        "US",
        "regulatory-affairs",
    )
    assert list(table["rule"]).count("us-fda-rx-form-2253") == sum(
        one.rule == "us-fda-rx-form-2253" for one in (*report.findings, *report.met)
    )


@pytest.fixture
def service(tmp_path):
    """The service of the guide, with its text as its file."""
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    (tmp_path / "service.py").write_text(re.search(r'```python title="service.py"\n(.*?)```', text, re.DOTALL)[1])
    spec = importlib.util.spec_from_file_location("service", tmp_path / "service.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return TestClient(module.app)


def test_the_service_of_the_guide_answers(service):
    answer = service.post("/check", json=load_strategy(PHARMA).strategy.model_dump(mode="json"))
    assert answer.status_code == 200
    body = answer.json()
    assert body["showstoppers"] == 0
    assert [one for one in body["to_do"] if "Form 2253" in one["do"] and one["severity"] == "major"]
    wrong = service.post("/check", json={"title": "T", "organisation": {"name": "O", "employees": "many"}})
    assert wrong.status_code == 422
    assert wrong.json()["detail"][0]["loc"] == ["body", "organisation", "employees"]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in STRATEGIES])
def test_a_strategy_comes_back_from_its_dump(path):
    strategy = load_strategy(path).strategy
    assert Strategy.model_validate(strategy.model_dump()) == strategy
    assert Strategy.model_validate_json(strategy.model_dump_json()) == strategy
