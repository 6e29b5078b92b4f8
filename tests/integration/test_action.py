# SPDX-License-Identifier: Apache-2.0
"""The action for GitHub: its steps, run as they stand."""

import json

import pytest
from actions import ACTION, run_action
from clean_shell import CONFIGURATION, ONLY_ACME, git

pytestmark = pytest.mark.long
ARGS = "\n".join(ONLY_ACME)
GOOD = "strategies/good.yaml"
BAD = "strategies/bad.yaml"
SPACED = "strategies/two words.yaml"
MARK = "touched-by-the-test"
INJECTED = f"""$(touch {MARK}) `touch {MARK}` "; touch {MARK}; " '; touch {MARK}; '"""


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """What the step that installs hands on; it is run once, from the checkout, with what a report in HTML needs."""
    temp = tmp_path_factory.mktemp("runner")
    (workspace := temp / "workspace").mkdir()
    # What lies in the workspace was written by whoever proposes a change.
    for name in ("venv", "pip", "ensurepip", "sitecustomize", "subprocess", "govrules"):
        (workspace / f"{name}.py").write_text(f"open({str(temp / MARK)!r}, 'w')\n")
    run = run_action(workspace, temp, {"html-file": "x.html", "config": "two\nlines"})
    assert run.exit_code == 2, run.log
    assert "only paths and args may have several lines" in run.log
    assert not (temp / MARK).exists()
    return {"install": run.steps["install"]}


@pytest.fixture
def action(installed, policies, tmp_path):
    """Run the action, installed already, in the repository of policies; only its own ruleset is asked."""

    def run(**inputs):
        given = {"args": ARGS} | {name.replace("_", "-"): value for name, value in inputs.items()}
        return run_action(policies, tmp_path / "temp", given, done=installed)

    return run


def test_a_good_strategy_passes(action):
    run = action(paths=GOOD)
    assert run.exit_code == 0, run.log
    verdict = f"{GOOD}: Yes. Nothing blocks the launch."
    assert run.outputs["exit-code"] == "0"
    assert run.outputs["verdict"].startswith(verdict)
    assert run.outputs["sarif-file"] == ""
    assert "::error" not in run.log


def test_a_bad_strategy_fails_the_step_and_its_sarif_is_there(action, policies):
    run = action(paths=f"{GOOD} {BAD}", sarif_file="build/reports/govrules.sarif", html_file="build/{name}.html")
    assert run.exit_code == 1, run.log
    assert run.outputs["exit-code"] == "1"
    assert f"{BAD}: Yes, once one thing is done" in run.outputs["verdict"]
    assert f"::error file={BAD}," in run.log
    results = json.loads((policies / run.outputs["sarif-file"]).read_text())["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["zz-acme-plan"]
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == BAD
    assert "There is no crisis plan." in (policies / "build" / "strategies-bad.html").read_text()


def test_the_summary_of_the_job_tells_what_was_found(action):
    assert "There is no crisis plan." in action(paths=BAD).summary


def test_bad_input_leaves_no_file_of_an_earlier_check_to_upload(action, policies):
    (policies / "strategies" / "broken.yaml").write_text("titel: x\n")
    assert action(paths=BAD, sarif_file="x.sarif").outputs["sarif-file"] == "x.sarif"
    run = action(paths="strategies/broken.yaml", sarif_file="x.sarif")
    assert run.exit_code == 2
    assert run.outputs["exit-code"] == "2"
    assert run.outputs["sarif-file"] == run.outputs["verdict"] == ""


@pytest.mark.parametrize(
    "paths",
    [f"{GOOD} {BAD}", f"  {GOOD}   {BAD} ", f"{GOOD}\n{BAD}\n", f"\n{GOOD}\n\n{BAD}"],
    ids=["spaces", "more spaces", "lines", "empty lines"],
)
def test_several_strategies_each_have_a_verdict(action, paths):
    run = action(paths=paths)
    assert run.exit_code == 1
    assert [line.partition(":")[0] for line in run.outputs["verdict"].splitlines()] == [GOOD, BAD]


def test_a_path_with_a_space_is_one_line(action):
    run = action(paths=f"{SPACED}\n")
    assert run.exit_code == 0, run.log
    assert run.outputs["verdict"].startswith(f"{SPACED}: ")


def test_without_paths_the_configuration_tells_what_is_checked(action, policies):
    (policies / "govrules.yaml").write_text(CONFIGURATION)
    run = action(args="")
    assert run.exit_code == 1, run.log
    assert [line.partition(":")[0] for line in run.outputs["verdict"].splitlines()] == [BAD, GOOD, SPACED]


def test_a_configuration_can_be_named(action, policies):
    (policies / "mild.yaml").write_text(CONFIGURATION + "fail_on: never\n")
    assert action(args="", config="mild.yaml").exit_code == 0
    assert action(args="", config="missing.yaml").exit_code == 2


def test_a_glob_is_for_govrules_and_not_for_the_shell(action, policies):
    (policies / "strategies" / "other\nsarif-file=x\nEND_OF_VERDICT\nverdict=x.yaml").write_text(
        (policies / GOOD).read_text()
    )
    run = action(paths="strategies/[go]*.yaml")
    assert run.exit_code == 0, run.log
    assert len(run.outputs["verdict"].splitlines()) == 2
    assert run.outputs["sarif-file"] == ""


def test_a_pull_request_fails_only_for_what_is_new(action, policies):
    git("commit", "--quiet", "--message=Start", cwd=policies)
    base = git("rev-parse", "HEAD", cwd=policies).strip()
    assert action(paths=BAD, diff_base=base).exit_code == 0
    (policies / "strategies" / "new.yaml").write_bytes((policies / BAD).read_bytes())
    run = action(paths="strategies", diff_base=base)
    assert run.exit_code == 1, run.log
    assert action(paths=BAD).exit_code == 1


def test_a_history_that_was_not_fetched_is_told(action, policies):
    git("commit", "--quiet", "--message=Start", cwd=policies)
    run = action(paths=BAD, diff_base="0" * 40)
    assert run.exit_code == 2, run.log
    assert "fetch" in run.log


def test_an_input_decides_what_fails(action):
    assert action(paths=BAD, fail_on="showstopper").exit_code == 0
    assert action(paths=BAD, fail_on="major").exit_code == 1


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name not in ("package", "extras")])
@pytest.mark.parametrize("text", [INJECTED, f"x\ntouch {MARK}"], ids=["in a line", "in a line of its own"])
def test_an_input_is_never_run(action, policies, tmp_path, name, text):
    action(**{"paths": GOOD, name.replace("-", "_"): text})
    assert [*policies.rglob(MARK), *tmp_path.rglob(MARK)] == []


@pytest.mark.parametrize("path", ["--version", "--help", "-"])
def test_a_path_is_never_an_option(action, path):
    run = action(paths=path)
    assert run.exit_code == 2, run.log
    assert run.outputs["verdict"] == ""


def test_what_is_to_be_installed_is_never_run_and_is_no_option(policies, tmp_path):
    run = run_action(policies, tmp_path / "temp", {"package": f"--version {INJECTED}"}, PIP_NO_INDEX="1")
    assert run.exit_code, run.log
    assert "ERROR" in run.log
    assert run.steps["install"] == {}
    assert [*policies.rglob(MARK), *tmp_path.rglob(MARK)] == []


@pytest.mark.parametrize("extras", [INJECTED, "html]", "html\npdf", "--version"])
def test_extras_are_names_and_nothing_else(policies, tmp_path, extras):
    run = run_action(policies, tmp_path / "temp", {"extras": extras})
    assert run.exit_code == 2
    assert "::error title=govrules::extras are names apart by commas" in run.log
    assert [*policies.rglob(MARK), *tmp_path.rglob(MARK)] == []


def test_another_govrules_can_be_named(policies, tmp_path, wheel):
    run = run_action(policies, tmp_path / "temp", {"package": str(wheel), "paths": GOOD, "args": ARGS})
    assert run.exit_code == 0, run.log
    assert run.outputs["exit-code"] == "0"


def test_a_python_that_is_too_old_is_told(policies, tmp_path):
    (old := tmp_path / "old").mkdir()
    (old / "python3").write_text("#!/bin/sh\nexit 1\n")
    (old / "python3").chmod(0o755)
    run = run_action(policies, tmp_path / "temp", {"paths": GOOD}, path=(old,))
    assert run.exit_code == 2
    assert "::error title=govrules::govrules needs Python 3.11 or newer" in run.log
    assert run.outputs["exit-code"] == ""


def test_every_input_is_used_and_may_be_left_out():
    used = json.dumps(ACTION["runs"])
    for name, declared in ACTION["inputs"].items():
        assert declared["default"] == ""
        assert f"${{{{ inputs.{name} }}}}" in used
