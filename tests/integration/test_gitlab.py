# SPDX-License-Identifier: Apache-2.0
"""The template for GitLab: its job, run as it stands in an environment like that of its image."""

import json
import os
import subprocess
import venv

import pytest
import yaml
from clean_shell import ONLY_ACME, ROOT, clean_environment, git
from junitparser import JUnitXml

pytestmark = pytest.mark.long
TEMPLATE = yaml.safe_load((ROOT / "ci" / "gitlab" / "govrules.yml").read_text(encoding="utf-8"))
JOB = TEMPLATE["govrules"]
REPORTS = JOB["artifacts"]["reports"]


@pytest.fixture(scope="session")
def image(tmp_path_factory, wheel):
    """An environment with Python and pip, in which the steps before the job's own have been run."""
    place = tmp_path_factory.mktemp("image")
    venv.create(place, with_pip=True)
    settings = TEMPLATE["variables"] | {"GOVRULES_PACKAGE": f"{wheel}[html]"}
    command = ["sh", "-eu", "-c", "\n".join(JOB["before_script"])]
    subprocess.run(command, check=True, cwd=place, env=clean_environment(place / "bin", **settings))
    return place


@pytest.fixture(params=["sh", "bash"])
def job(request, image, policies):
    """Run the job in the repository of policies; return its exit code and what it printed."""

    def run(*arguments, **variables):
        given = {"GOVRULES_ARGS": " ".join([*ONLY_ACME, *arguments])}
        result = subprocess.run(
            [request.param, "-eu", "-c", "\n".join(JOB["script"])],
            cwd=policies,
            env=clean_environment(image / "bin", **TEMPLATE["variables"], **JOB["variables"]) | given | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return result.returncode, result.stdout

    return run


def test_a_good_strategy_passes(job, policies):
    code, printed = job("strategies/good.yaml")
    assert code == 0, printed
    assert json.loads((policies / REPORTS["codequality"]).read_text()) == []


def test_a_bad_strategy_fails_the_job_and_its_reports_are_there(job, policies):
    code, printed = job("strategies/good.yaml", "strategies/bad.yaml")
    assert code == 1, printed
    (issue,) = json.loads((policies / REPORTS["codequality"]).read_text())
    assert (issue["check_name"], issue["location"]["path"]) == ("zz-acme-plan", "strategies/bad.yaml")
    suites = JUnitXml.fromfile(str(policies / REPORTS["junit"]))
    assert (suites.tests, suites.failures) == (2, 1)
    assert "There is no crisis plan." in (policies / "govrules-reports" / "strategies-bad.html").read_text()


def test_what_reports_are_kept_is_what_is_written(job, policies):
    job("strategies")
    (kept,) = JOB["artifacts"]["paths"]
    written = {str(path.relative_to(policies)) for path in (policies / kept).iterdir()}
    assert written > set(REPORTS.values())
    assert JOB["artifacts"]["when"] == "always"


def test_the_shell_leaves_globs_and_words_alone(job, policies):
    (policies / "--help").touch()
    code, printed = job("*", "$(touch touched)")
    assert code == 2, printed
    assert not (policies / "touched").exists()
    assert "Usage: govrules check [OPTIONS]" not in printed.partition("Error")[0]


def test_a_merge_request_fails_only_for_what_is_new(job, policies):
    git("commit", "--quiet", "--message=Start", cwd=policies)
    base = git("rev-parse", "HEAD", cwd=policies).strip()
    begun = {"GOVRULES_ONLY_NEW": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    code, printed = job("strategies/bad.yaml", **begun)
    assert code == 0, printed
    (policies / "strategies" / "new.yaml").write_bytes((policies / "strategies" / "bad.yaml").read_bytes())
    code, printed = job("strategies/new.yaml", **begun)
    assert code == 1, printed
    # A branch has no merge request.
    assert job("strategies/bad.yaml", GOVRULES_ONLY_NEW="true")[0] == 1


def test_the_image_can_tell_where_a_change_began(image, tmp_path):
    """Without git it is installed; the stand-in for apt-get tells."""
    (tools := tmp_path / "tools").mkdir()
    for name, text in {"apt-get": f'echo "$@" >> {tmp_path}/asked', "pip": ":"}.items():
        (tools / name).write_text(f"#!/bin/sh\n{text}\n")
        (tools / name).chmod(0o755)
    (tools / "sh").symlink_to("/bin/sh")
    for wanted, asked in (("false", ""), ("true", "install")):
        settings = {"GOVRULES_PACKAGE": "x", "GOVRULES_ONLY_NEW": wanted, "PATH": str(tools)}
        script = "\n".join(JOB["before_script"])
        subprocess.run(["/bin/sh", "-eu", "-c", script], check=True, env=os.environ | settings)
        said = (tmp_path / "asked").read_text() if (tmp_path / "asked").exists() else ""
        assert asked in said and bool(said) == bool(asked)
