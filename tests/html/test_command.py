"""``govrules check --format html`` and ``--format pdf`` as their user calls them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import called
from required import missing

from govrules.output import pdf
from govrules.output.formats import format_named
from govrules.source.errors import InputError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STRATEGY = EXAMPLES / "showstopper.yaml"


@pytest.fixture
def without(monkeypatch):
    """Make a package look as if it were not installed."""
    return lambda name: monkeypatch.setitem(sys.modules, name, None)


def test_a_page_goes_to_standard_output_or_to_a_file(tmp_path):
    out = called("check", STRATEGY, "--format", "html", "--as-of", "2026-11-23", cwd=tmp_path)
    assert out.returncode == 1
    assert out.stdout.startswith("<!doctype html>")
    filed = called("check", STRATEGY, "--format", "html", "--as-of", "2026-11-23", "--output", "r.html", cwd=tmp_path)
    assert filed.returncode == 1
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == out.stdout


def test_several_strategies_are_refused_with_the_way_out(tmp_path):
    run = called("check", STRATEGY, EXAMPLES / "unfinished-draft.yaml", "--format", "html", cwd=tmp_path)
    assert run.returncode == 2
    assert "html is written for one strategy at a time" in run.stderr


def test_pdf_needs_a_file(tmp_path):
    run = called("check", STRATEGY, "--format", "pdf", cwd=tmp_path)
    assert run.returncode == 2
    assert "--output" in run.stderr


@pytest.mark.parametrize(
    ("package", "name", "extra"),
    [
        ("jinja2", "html", "govrules[html]"),
        ("vl_convert", "html", "govrules[html]"),
        ("weasyprint", "pdf", "govrules[pdf]"),
        ("jinja2", "pdf", "govrules[pdf]"),
    ],
)
def test_a_missing_extra_is_one_line_with_the_way_out(without, example, package, name, extra):
    without(package)
    with pytest.raises(InputError) as caught:
        format_named(name).write([example("showstopper")])
    [problem] = caught.value.problems
    assert extra in problem.hint


def test_a_pdf_says_what_the_page_says_and_is_the_same_each_time(example, tmp_path):
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        missing(f"WeasyPrint does not work here: {error}")
    report = example("showstopper")
    written = pdf.render([report])
    assert written.startswith(b"%PDF")
    assert pdf.render([report]) == written
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-", "-"], input=written, capture_output=True, check=True).stdout.decode()
        words = " ".join(text.split())
        assert "No: 1 showstopper." in words
        for step in report.path:
            assert step.do[:30] in words


def test_a_draft_is_read_in_less_than_ten_pages_on_the_paper_of_its_readers(example, tmp_path):
    pytest.importorskip("weasyprint", exc_type=ImportError)
    written = tmp_path / "r.pdf"
    written.write_bytes(pdf.render([example("unfinished-draft")]))
    shown = subprocess.run(["pdfinfo", written], capture_output=True, text=True, check=True).stdout
    assert "612 x 792 pts (letter)" in shown
    assert int(re.findall(r"Pages:\s+(\d+)", shown)[0]) < 10


def test_the_text_of_a_check_loads_no_template_and_no_chart(tmp_path):
    code = (
        "import sys\n"
        "from govrules.cli.main import run\n"
        f"sys.argv = ['govrules', 'check', {str(STRATEGY)!r}]\n"
        "run()\n"
        "assert not {'jinja2', 'vl_convert', 'weasyprint'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=tmp_path)
