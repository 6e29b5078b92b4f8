# SPDX-License-Identifier: Apache-2.0
"""The hooks for pre-commit, installed by pre-commit from this repository as it stands, and run in another one."""

import subprocess

import pytest
from clean_shell import CONFIGURATION, ONLY_ACME, clean_environment, git, tool
from snippets import shown

pytestmark = pytest.mark.long


@pytest.fixture
def pre_commit(policies, pre_commit_home):
    """Run pre-commit in the repository of policies."""

    def run(*arguments):
        settings = clean_environment(PRE_COMMIT_HOME=pre_commit_home, PRE_COMMIT_COLOR="never")
        command = [tool("pre-commit"), *map(str, arguments)]
        return subprocess.run(command, cwd=policies, env=settings, capture_output=True, encoding="utf-8", check=False)

    return run


@pytest.fixture
def hooks(policies, published, pre_commit):
    """Run a hook of the configuration that the guide shows (or all, without a name) on these files (or all);
    ``args`` are added to it."""
    place, commit = published

    def run(hook="", *files, args=()):
        text = shown(".pre-commit-config.yaml", commit=commit).replace("https://github.com/OWNER/govrules", str(place))
        assert str(place) in text
        with_args = text.replace(f"id: {hook}\n", f"id: {hook}\n        args: {list(args)}\n")
        (policies / ".pre-commit-config.yaml").write_text(with_args)
        git("add", "--all", cwd=policies)
        named = ("--files", *files) if files else ("--all-files",)
        return pre_commit("run", *([hook] if hook else []), "--verbose", *named)

    return run


def test_a_strategy_that_is_good_passes_and_one_that_is_not_does_not(hooks):
    good = hooks("govrules-check", "strategies/good.yaml", "strategies/two words.yaml", args=ONLY_ACME)
    assert good.returncode == 0, good.stdout + good.stderr
    assert "Passed" in good.stdout
    bad = hooks("govrules-check", "strategies/good.yaml", "strategies/bad.yaml", args=ONLY_ACME)
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert "There is no crisis plan." in bad.stdout
    assert "exit code: 1" in bad.stdout


def test_only_strategies_are_checked(hooks, policies):
    for name in ("strategies/README.md", "strategies/logo.png", "other.yaml"):
        (policies / name).write_text("Nothing to check.\n")
    run = hooks("govrules-check", "strategies/README.md", "strategies/logo.png", "other.yaml")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "(no files to check)" in run.stdout


def test_rulesets_are_linted_and_tested(hooks, policies):
    for hook in ("govrules-lint", "govrules-test"):
        run = hooks(hook)
        assert run.returncode == 0, run.stdout + run.stderr
        assert "Passed" in run.stdout
    rules = policies / "rulesets" / "acme.yaml"
    sound = rules.read_text()
    rules.write_text(sound.replace('"severity": "major"', '"severity": "grave"'))
    assert hooks("govrules-lint").returncode == 1
    rules.write_text(sound.replace('"governance.crisis.plan": true', '"governance.crisis.plan": false'))
    assert hooks("govrules-test").returncode == 1


def test_the_hooks_are_those_that_the_guide_names(hooks, policies):
    for hook in ("govrules-check", "govrules-check-all", "govrules-lint", "govrules-test"):
        assert f"id: {hook}" in shown(".pre-commit-config.yaml")
    (policies / "strategies" / "bad.yaml").unlink()
    (policies / "govrules.yaml").write_text(CONFIGURATION)
    run = hooks()
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.count("Passed") == 4


@pytest.mark.parametrize(
    "file",
    ["govrules.yaml", "pyproject.toml", "waivers.yaml", "govrules.lock", "govrules-baseline.json", "rulesets/x.yaml"],
)
def test_what_bears_on_all_strategies_has_all_checked(hooks, policies, file):
    (policies / "govrules.yaml").write_text(CONFIGURATION)
    (policies / file).touch()
    run = hooks("govrules-check-all", file)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "strategies/bad.yaml" in run.stdout
    assert "strategies/good.yaml" in run.stdout


def test_a_strategy_alone_does_not_have_all_checked(hooks):
    assert "(no files to check)" in hooks("govrules-check-all", "strategies/good.yaml").stdout


def test_a_hook_can_be_tried_before_it_is_configured(pre_commit, policies, published):
    (policies / "govrules.yaml").write_text(CONFIGURATION)
    tried = ("try-repo", published[0], "--files", "govrules.yaml")
    bad = pre_commit(*tried, "strategies/bad.yaml")
    assert bad.returncode == 1, bad.stdout + bad.stderr
    assert bad.stdout.count("There is no crisis plan.") == 2
    assert "Passed" not in bad.stdout
