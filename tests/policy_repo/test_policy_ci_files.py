# SPDX-License-Identifier: Apache-2.0
"""The files for CI of the sample of a policy repository: they are run as they stand, on main and on a change under
review. That they are sound is held in tests/integration, and so is what installs govrules for a job."""

import json
import re
import subprocess

import pytest
import yaml
from actions import run_action
from clean_shell import ROOT, clean_environment, tool
from consumers import github_commands
from junitparser import JUnitXml
from policy_clone import ARCHIVE, BANK, BROUGHT, DAY, DRAFT, NO_ARCHIVE, SAMPLE, STRATEGIES, TITLES, Clone

WORKFLOW = yaml.safe_load((SAMPLE / ".github" / "workflows" / "govrules.yml").read_text(encoding="utf-8"))
STEPS = WORKFLOW["jobs"]["check"]["steps"]
(STEP,) = [step for step in STEPS if step["uses"] == "OWNER/govrules@COMMIT"]
(UPLOAD,) = [step for step in STEPS if step["uses"].startswith("github/codeql-action/upload-sarif@")]
WITH = STEP["with"]
GITLAB = yaml.safe_load((SAMPLE / ".gitlab-ci.yml").read_text(encoding="utf-8"))
TEMPLATE = yaml.safe_load((ROOT / "ci" / "gitlab" / "govrules.yml").read_text(encoding="utf-8"))
JOB = TEMPLATE["govrules"]
# A change under review is held in test_policy_change.py as well; here it goes through the files, at some seconds each.
pytestmark = pytest.mark.long
HOOKS = ["govrules-check", "govrules-check-all", "govrules-lint", "govrules-test"]


@pytest.fixture
def changed(proposed, tmp_path) -> Clone:
    """A clone of the change under review, to write reports into."""
    proposed.git("clone", "--quiet", "--branch=change", proposed.place, tmp_path / "clone")
    clone = Clone(tmp_path / "clone", proposed.commands)
    clone.git("fetch", "--quiet", "origin", "main:main")
    return clone


@pytest.fixture
def action(tmp_path, commands):
    """Run the action in a clone with the inputs of the workflow, govrules being installed already."""
    environment = tmp_path / "environment"
    environment.mkdir()
    (environment / "bin").symlink_to(commands)

    def run(clone, base):
        inputs = {name: text.replace("${{ github.event.pull_request.base.sha }}", base) for name, text in WITH.items()}
        assert "${{" not in "".join(inputs.values())
        done = {"install": {"environment": str(environment)}}
        return run_action(clone.place, tmp_path / "temp", inputs, done=done, TODAY=DAY)

    return run


def test_the_workflow_passes_on_main_and_its_reports_are_there(action, clone):
    run = action(clone, base="")
    assert run.exit_code == 0, run.log
    assert [line.partition(":")[0] for line in run.outputs["verdict"].splitlines()] == STRATEGIES
    assert {path.name for path in (clone.place / "build").iterdir()} == {
        "govrules.sarif",
        "strategies-brokerage.html",
        "strategies-retail-bank.html",
        "strategies-drafts-wealth.html",
    }
    assert clone.git("status", "--porcelain") == "", "reports are none of git's business"
    # What is prohibited or missing in the draft is annotated, and fails nothing.
    assert {told["file"] for _, told, _ in github_commands(run.log)} == {DRAFT}


def test_the_workflow_fails_a_pull_request_for_what_it_brings(action, changed):
    run = action(changed, base=changed.git("rev-parse", "main").strip())
    assert run.exit_code == 1, run.log
    commands = github_commands(run.log)
    assert {(told["file"], int(told["line"])) for _, told, _ in commands} == changed.changed_lines()
    assert [told["title"] for _, told, _ in commands] == TITLES
    assert "Loan originators on LinkedIn: customers write to us there" in run.summary
    page = (changed.place / "build" / "strategies-retail-bank.html").read_text(encoding="utf-8")
    assert "customers write to us there" in page


def test_what_is_uploaded_is_the_sarif_that_the_action_wrote(action, changed):
    run = action(changed, base="")
    given = UPLOAD["with"]["sarif_file"]
    assert given == "${{ steps.govrules.outputs.sarif-file }}"
    assert STEP["id"] == "govrules"
    (log,) = json.loads((changed.place / run.outputs["sarif-file"]).read_text(encoding="utf-8"))["runs"]
    new = [one for one in log["results"] if one["baselineState"] == "new"]
    assert set(BROUGHT) <= {one["ruleId"] for one in new}


def test_the_workflow_has_the_history_that_diff_base_needs():
    (checkout,) = [step for step in STEPS if step["uses"].startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == 0
    # PyYAML reads "on" as true.
    assert set(WORKFLOW[True]) == {"pull_request", "push", "schedule"}


@pytest.fixture
def job(commands):
    """Run the script of GitLab's job in a clone with the variables of the sample."""

    def run(clone, **variables):
        settings = TEMPLATE["variables"] | JOB["variables"] | GITLAB["variables"] | variables
        return subprocess.run(
            ["sh", "-eu", "-c", "\n".join(JOB["script"])],
            cwd=clone.place,
            env=clean_environment(commands, TODAY=DAY, **settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    return run


def test_gitlab_s_template_is_where_it_is_included_from_and_knows_the_variables():
    ((kind, address),) = (pair for include in GITLAB["include"] for pair in include.items())
    assert (kind, address.partition("/COMMIT/")[2]) == ("remote", "ci/gitlab/govrules.yml")
    assert GITLAB["variables"].keys() <= TEMPLATE["variables"].keys()
    assert GITLAB["variables"]["GOVRULES_PACKAGE"] == TEMPLATE["variables"]["GOVRULES_PACKAGE"]


def test_gitlab_s_job_passes_on_main(job, clone):
    done = job(clone)
    assert done.returncode == 0, done.stdout
    issues = json.loads((clone.place / JOB["artifacts"]["reports"]["codequality"]).read_text())
    assert {issue["location"]["path"] for issue in issues} == {DRAFT}


def test_gitlab_s_job_fails_a_merge_request_for_what_it_brings(job, changed):
    done = job(changed, CI_MERGE_REQUEST_DIFF_BASE_SHA=changed.git("rev-parse", "main").strip())
    assert done.returncode == 1, done.stdout
    reports = {kind: changed.place / name for kind, name in JOB["artifacts"]["reports"].items()}
    issues = json.loads(reports["codequality"].read_text())
    assert {issue["check_name"]: issue["severity"] for issue in issues} == BROUGHT
    assert {(issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in issues} == (
        changed.changed_lines()
    )
    suites = JUnitXml.fromfile(str(reports["junit"]))
    assert (suites.failures, suites.errors) == (len(BROUGHT), 0)
    assert len(list((changed.place / "govrules-reports").glob("*.html"))) == len(STRATEGIES)


@pytest.fixture
def pre_commit(clone, published, pre_commit_home):
    """Run pre-commit in the clone by the sample's configuration, filled in, as of the sample's day; which hooks ran."""
    place, commit = published
    written = clone.read(".pre-commit-config.yaml")
    filled = written.replace("https://github.com/OWNER/govrules", str(place)).replace("rev: COMMIT", f"rev: {commit}")
    for hook in ("govrules-check", "govrules-check-all"):
        filled = filled.replace(f"- id: {hook}\n", f"- id: {hook}\n        args: [--as-of={DAY}]\n")
    (clone.place / ".pre-commit-config.yaml").write_text(filled, encoding="utf-8")
    clone.git("add", "--all")

    def run(*arguments):
        settings = clean_environment(PRE_COMMIT_HOME=pre_commit_home, PRE_COMMIT_COLOR="never")
        command = [tool("pre-commit"), "run", "--verbose", *arguments]
        done = subprocess.run(
            command,
            cwd=clone.place,
            env=settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        ran = re.findall(r"^- hook id: ([\w-]+)\n- duration: \S+\n(?:- exit code: (\d))?", done.stdout, re.MULTILINE)
        return done, {hook: int(code or 0) for hook, code in ran}

    return run


@pytest.mark.long
def test_all_hooks_of_the_sample_run_and_pass(pre_commit):
    done, ran = pre_commit("--all-files")
    assert done.returncode == 0, done.stdout
    assert ran == dict.fromkeys(HOOKS, 0)


@pytest.mark.long
def test_a_commit_that_takes_an_archive_off_is_stopped_by_one_hook(pre_commit, clone):
    clone.git("commit", "--quiet", "--message=Hooks")
    clone.edit(BANK, ARCHIVE, NO_ARCHIVE)
    clone.git("add", BANK)
    done, ran = pre_commit()
    assert done.returncode == 1, done.stdout
    assert ran == {"govrules-check": 1}
    said = " ".join(done.stdout.split())
    assert "Loan originators on LinkedIn: customers write to us there" in said
    assert "the archive does not keep the messages." in said
    assert "Asked for by a standard: What is published and received on the channel is archived" in said
    assert done.stdout.count("(no files to check)") == len(HOOKS) - 1


@pytest.mark.long
def test_a_commit_that_ends_a_waiver_has_all_strategies_checked(pre_commit, clone):
    clone.git("commit", "--quiet", "--message=Hooks")
    clone.edit("waivers.yaml", "expires: 2027-02-15", "expires: 2026-11-27")
    clone.git("add", "waivers.yaml")
    done, ran = pre_commit()
    assert ran == {"govrules-check-all": 1}, done.stdout
    assert "it expired on 2026-11-27" in " ".join(done.stdout.split())
    assert [name for name in STRATEGIES if name in done.stdout] == STRATEGIES
