# SPDX-License-Identifier: Apache-2.0
"""``--output``: several formats at once, whole or not at all, and an exit code that depends on none of them."""

import json
import shutil

import pytest
from command_line import called

from govrules.output.formats import MODULES, format_named

CI = ("sarif", "junit", "github", "gitlab", "azure", "tap", "jsonl")


@pytest.fixture
def checked(rules_file, tmp_path):
    """Check a strategy whose channel is archived or not, in a directory of its own."""

    def check(*options, archived=False, **settings):
        channel = {"name": "A", "platform": "x", "visibility": "private", "archive": {"enabled": archived}}
        strategy = {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": [], "channels": [channel]}
        (tmp_path / "s.yaml").write_text(json.dumps(strategy))
        arguments = ("check", "s.yaml", "--no-bundled", "-r", rules_file, "--as-of", "2026-11-23")
        return called(*arguments, "--allow-unanswered", *options, cwd=tmp_path, **settings)

    return check


def test_formats_are_written_beside_what_is_printed(checked, tmp_path):
    printed = checked().stdout
    alone = {name: checked("--format", name).stdout for name in CI}
    result = checked(*(option for name in CI for option in ("--output", f"{name}=x.{name}")))
    assert result.stdout == printed
    assert {name: (tmp_path / f"x.{name}").read_text() for name in CI} == alone


def test_a_file_without_a_format_is_for_the_format_option(checked, tmp_path):
    wanted = checked("--format", "tap").stdout
    result = checked("--format", "tap", "-o", "x.tap", "-o", "sarif=x.sarif")
    assert result.stdout == ""
    assert (tmp_path / "x.tap").read_text() == wanted
    assert json.loads((tmp_path / "x.sarif").read_text())["version"] == "2.1.0"


def test_a_file_whose_name_holds_an_equals_sign(checked, tmp_path):
    assert checked("-o", "./a=b").returncode == 1
    assert (tmp_path / "a=b").is_file()


@pytest.mark.parametrize("name", [name for name in MODULES if format_named(name).kind == "text"])
@pytest.mark.parametrize("archived", [False, True])
def test_the_exit_code_never_depends_on_the_format(checked, name, archived):
    assert checked("--format", name, archived=archived).returncode == (0 if archived else 1)
    assert checked("--output", f"{name}=x", archived=archived).returncode == (0 if archived else 1)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "sarrif=x"), "did you mean 'sarif'? For a file of that name write ./sarrif=x"),
        (("-o", "a", "-o", "b"), "two files for one format"),
        (("-o", "sarif=a", "-o", "junit=./a"), "the same file twice"),
        (("-o", "sarif=folder"), "'folder' is a directory"),
        (("-o", "xlsx"), None),
        (("--format", "xlsx", "-o", "sarif=a"), "not for a terminal"),
    ],
)
def test_what_is_contradictory_is_refused(checked, tmp_path, options, said):
    (tmp_path / "folder").mkdir()
    result = checked(*options)
    assert result.returncode == (1 if said is None else 2)
    assert said is None or said in " ".join(result.stderr.split())


def test_all_files_are_written_or_none(checked, tmp_path):
    (tmp_path / "a.sarif").write_text("before")
    result = checked("-o", "sarif=a.sarif", "-o", "tap=b.tap", "-o", "junit=s.yaml/c.xml")
    assert (result.returncode, result.stdout) == (2, "")
    assert (tmp_path / "a.sarif").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.sarif", "s.yaml"]


def test_folders_that_are_not_there_are_made(checked, tmp_path):
    assert checked("-o", "junit=build/reports/c.xml").returncode == 1
    assert (tmp_path / "build/reports/c.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize("option", [("--format", "github"), ("-o", "github=log.txt")])
def test_the_job_summary_is_appended(checked, tmp_path, option):
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n")
    checked(*option, GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text() == "# Before\n" + checked("--format", "markdown").stdout


def test_other_formats_leave_the_job_summary_alone(checked, tmp_path):
    checked("--format", "sarif", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert not (tmp_path / "summary.md").exists()


def test_the_job_summary_stays_within_a_mebibyte(checked, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("x" * (1024 * 1024 - 500))
    checked("--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert 1024 * 1024 - 500 < summary.stat().st_size <= 1024 * 1024


@pytest.mark.parametrize("format_", CI)
def test_files_are_named_from_the_top_of_the_repository_wherever_the_configuration_is(rules_file, tmp_path, format_):
    folder = tmp_path / "policies"
    (tmp_path / ".git").mkdir()
    (folder / "strategies").mkdir(parents=True)
    channel = {"name": "A", "platform": "x", "visibility": "public", "archive": {"enabled": False}}
    strategy = {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": ["FJ"], "channels": [channel]}
    (folder / "strategies" / "s.yaml").write_text(json.dumps(strategy))
    shutil.copy(rules_file, folder / "rules.yaml")
    (folder / "govrules.yaml").write_text("strategies: [strategies/s.yaml]\nbundled: false\nrulesets: [rules.yaml]\n")
    for call in (("--config", "policies/govrules.yaml"), ("policies/strategies/s.yaml",)):
        written = called("check", *call, "--format", format_, cwd=tmp_path).stdout
        assert "policies/strategies/s.yaml" in written
        assert written.count("strategies/s.yaml") == written.count("policies/strategies/s.yaml")
