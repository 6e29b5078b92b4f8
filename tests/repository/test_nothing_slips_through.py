# SPDX-License-Identifier: Apache-2.0
"""No change to the surroundings of a strategy makes a check green, or green and silent, that ought to be red."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from govrules.today import today

WAIVER = {"rule": "zz-plan", "reason": "r", "accepted_by": "CRO", "accepted_on": str(today()), "expires": str(today())}


@pytest.fixture
def branch(git, strategy, write):
    """A repository whose main branch has a good strategy and one with a waived gap."""
    git("init")
    write("govrules.yaml", "rulesets: [rules.yaml]\nbundled: false\nstrategies: [plans]\nwaivers: [w.yaml]\n")
    strategy("plans/good.yaml")
    strategy("plans/waived.yaml", plan=False)
    write("w.yaml", {"waivers": [{"strategy": "plans/waived.yaml", **WAIVER}]})
    git("add", ".")
    git("commit", "-m", "begin")
    return git


def test_a_strategy_outside_the_repository_is_new(govrules, branch, strategy, tmp_path_factory, folder):
    away = tmp_path_factory.mktemp("away") / "bad.yaml"
    shutil.copy(strategy("plans/bad.yaml", stop=False), away)
    done = govrules("check", away, "plans/good.yaml", "--config", "govrules.yaml", "-q", "--diff-base", "HEAD")
    assert done.code == 1 or "not in a git repository" in done.err
    assert (
        govrules("check", "plans/good.yaml", away, "--config", "govrules.yaml", "-q", "--diff-base", "HEAD").code == 1
    )


def test_renaming_the_configuration_hides_no_waiver_that_is_taken_out(govrules, branch, write, folder):
    write("w.yaml", "waivers: []\n")
    assert govrules("check", "-q", "--diff-base", "HEAD").code == 1
    (folder / "govrules.yaml").rename(folder / "govrules.yml")
    assert govrules("check", "-q", "--diff-base", "HEAD").code == 1


def test_where_there_was_no_configuration_everything_is_new(govrules, git, strategy, write):
    git("init")
    strategy("plans/s.yaml", plan=False)
    git("add", "plans")
    git("commit", "-m", "begin")
    write("govrules.yaml", "rulesets: [rules.yaml]\nbundled: false\n")
    done = govrules("check", "plans", "-q", "--diff-base", "HEAD")
    assert done.code == 1
    assert "before the change there was no configuration like govrules.yaml" in done.err


def test_what_git_tracks_is_checked_whatever_an_ignore_file_says(govrules, branch, strategy, write, folder):
    strategy("plans/bad.yaml", stop=False)
    branch("add", ".")
    branch("commit", "-m", "bad")
    for lines in ("plans/bad.yaml\n", "plans/*\n!plans/good.yaml\n", "plans/\n"):
        write(".gitignore", lines)
        assert govrules("check", "-q").code == 1, lines


@pytest.fixture
def known(govrules, strategy, folder):
    """A strategy that falls short, with a baseline; gives a function that changes what the baseline says."""
    strategy(plan=False)
    govrules("baseline", "s.yaml", "-o", "b.json", "--no-bundled", "-r", "rules.yaml")

    def rewrite(**otherwise):
        path = folder / "b.json"
        data = json.loads(path.read_text())
        data["findings"]["s.yaml"][0] |= otherwise
        path.write_text(json.dumps(data))

    return rewrite


@pytest.mark.parametrize("otherwise", [{"rule": "zz-harmless"}, {"subject": "Something small"}, {"places": 0}])
def test_a_baseline_under_a_false_name_covers_nothing(check, known, otherwise):
    assert check("s.yaml", "--baseline", "b.json").code == 0
    known(**otherwise)
    assert check("s.yaml", "--baseline", "b.json").code == 1


def test_a_baseline_with_a_prohibition_is_refused(check, known):
    known(severity="showstopper")
    done = check("s.yaml", "--baseline", "b.json")
    assert done.code == 2
    assert "a baseline cannot cover an outright prohibition" in done.err


def test_a_finding_that_gains_a_place_is_new(govrules, rule, folder, write):
    every = rule("zz-every", {"channels": {"every": {"archive.enabled": True}}})
    head = {"ruleset": "house/rules", "title": "R", "version": "1", "reviewed": "2026-11-01"}
    write("rules.yaml", head | {"rules": [every]})

    def channels(*names):
        listed = [{"name": name, "archive": {"enabled": False}} for name in names]
        write("s.yaml", {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": [], "channels": listed})

    options = ("--no-bundled", "-r", "rules.yaml")
    channels("A", "B")
    govrules("baseline", "s.yaml", "-o", "b.json", *options)
    assert govrules("check", "s.yaml", "--baseline", "b.json", *options).code == 0
    channels("A")
    assert govrules("check", "s.yaml", "--baseline", "b.json", *options).code == 0
    channels("A", "B", "C")
    assert govrules("check", "s.yaml", "--baseline", "b.json", *options).code == 1


@pytest.mark.parametrize("nobody", ["", " ", "\u200b", "\u2060", "\u3164", "\u2800", "\u00ad", "\u115f", "-", "?"])
def test_nobody_accepts_nothing(check, strategy, write, nobody):
    strategy(plan=False)
    for name in ("accepted_by", "reason"):
        write("w.yaml", {"waivers": [{"strategy": "s.yaml", **WAIVER, name: nobody}]})
        assert check("s.yaml", "--waivers", "w.yaml").code == 1, name
    write("w.yaml", {"waivers": [{"strategy": "s.yaml", **WAIVER, "accepted_by": "責任者"}]})
    assert check("s.yaml", "--waivers", "w.yaml").code == 0


def test_a_waiver_covers_no_second_part_of_the_same_name(found, write):
    channels = [{"name": "Podcast", "archive": {"enabled": False}}] * 2
    text = {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": [], "channels": channels}
    waiver = WAIVER | {"rule": "zz-archive", "subject": "Podcast"}
    write("s.yaml", text | {"waivers": [waiver]})
    lines = [line for line in found("s.yaml") if line["rule"] in ("zz-archive", "zz-waiver-ambiguous")]
    assert [line["verdict"] for line in lines] == ["gap"] * 3
    assert lines[-1]["message"].endswith("2 parts of the strategy are called Podcast.")
    write("s.yaml", text | {"waivers": [waiver | {"subject": "/channels/0"}]})
    assert "waived" not in [line["verdict"] for line in found("s.yaml")]


def test_a_configuration_below_counts_for_what_is_found_below(govrules, write, strategy):
    write("govrules.yaml", "fail_on: never")
    write("plans/team/govrules.yaml", "fail_on: minor")
    strategy("plans/team/s.yaml")
    done = govrules("check", "plans")
    assert done.code == 2
    assert "plans/team/s.yaml has another configuration, plans/team/govrules.yaml" in done.err
    assert govrules("check", "plans", "--config", "govrules.yaml", "-q").code == 0


def test_a_link_takes_the_configuration_of_its_own_folder(govrules, write, strategy, folder):
    write("strict/govrules.yaml", "rulesets: [rules.yaml]\nbundled: false\nfail_on: minor")
    shutil.copy("rules.yaml", "strict")
    strategy("s.yaml", Blog=False)
    (folder / "strict/s.yaml").symlink_to(folder / "s.yaml")
    assert govrules("check", "strict/s.yaml", "-q").code == 1


def test_a_folder_that_is_a_link_is_told(check, strategy, folder):
    strategy("plans/s.yaml")
    strategy("real/bad.yaml", stop=False)
    (folder / "plans/link").symlink_to(folder / "real")
    done = check("plans", "-q")
    assert (done.code, done.err) == (0, "Skipped because they are not strategies: plans/link.\n")


@pytest.mark.skipif(os.getuid() == 0 and not shutil.which("setpriv"), reason="root reads everything")
def test_a_folder_that_cannot_be_read_is_an_error(strategy, folder):
    strategy("plans/s.yaml")
    strategy("plans/shut/bad.yaml", stop=False)
    folder.chmod(0o755)
    (folder / "plans/shut").chmod(0)
    command = [sys.executable, "-m", "govrules", "check", "plans", "--no-bundled", "-r", "rules.yaml", "-q"]
    if os.getuid() == 0:
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        for above in folder.parents:
            if not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o011)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    (folder / "plans/shut").chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert "plans/shut: the folder cannot be read" in done.stderr


def test_a_file_that_is_named_is_a_strategy_in_whatever_order(check, strategy, write):
    strategy("plans/s.yaml")
    write("plans/typo.yaml", "titel: T\n")
    for names in (("plans", "plans/typo.yaml"), ("plans/typo.yaml", "plans")):
        assert check(*names).code == 2


def test_an_empty_value_switches_no_safeguard_off(check, strategy, write):
    strategy(plan=False)
    for option in ("--lock=", "--baseline=", "--waivers=", "--config=", "--output=sarif="):
        done = check("s.yaml", option)
        assert done.code == 2, option
        assert "the path is empty" in done.err
    assert "contradict" in check("s.yaml", "--baseline", "b.json", "--no-baseline").err
