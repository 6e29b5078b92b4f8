# SPDX-License-Identifier: Apache-2.0
"""What git ignores is left out of a folder or glob, and nothing else: what git has is always checked."""

import json
import os
import subprocess
import sys

import pytest

from govrules.repository import ignored


def files(done):
    assert done.code in (0, 1), done.err
    return [report["file"] for report in json.loads(done.out)["reports"]]


@pytest.fixture
def drafts(git, strategy, write):
    """A repository with a strategy that it has although its .gitignore names it, and one that is only there."""
    git("init")
    strategy("plans/draft.yaml", stop=False)
    write(".gitignore", "*draft*\n")
    git("add", "--force", ".")
    strategy("plans/draft-two.yaml")
    strategy("plans/new.yaml")


def test_what_git_has_is_checked_and_what_it_ignores_is_not(check, drafts):
    done = check("plans", "--format", "json")
    assert files(done) == ["plans/draft.yaml", "plans/new.yaml"]
    assert done.err == ""


@pytest.mark.parametrize("named", ["plans", "plans/*.yaml"])
def test_without_git_everything_is_checked_and_that_is_said(check, drafts, named, monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = check(named, "--format", "json")
    assert files(done) == ["plans/draft-two.yaml", "plans/draft.yaml", "plans/new.yaml"]
    assert done.err == "What git ignores is checked as well, because git cannot be asked: git is not installed.\n"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a repository to somebody else")
def test_a_repository_that_git_refuses_is_checked_as_a_whole(check, drafts, folder):
    for path in (folder, folder / ".git"):
        os.chown(path, 65534, 65534)
    done = check("plans", "--format", "json")
    assert len(files(done)) == 3
    assert "What git ignores is checked as well, because git cannot be asked: git refuses" in done.err
    assert "dubious ownership" in done.err


@pytest.mark.parametrize("where", ["a byte order mark", "info/exclude", "core.excludesFile"])
def test_git_is_asked_wherever_it_reads_what_to_ignore(check, git, strategy, write, folder, where):
    git("init")
    strategy("plans/a.yaml")
    strategy("plans/b.yaml")
    if where == "a byte order mark":
        (folder / ".gitignore").write_bytes(b"\xef\xbb\xbfplans/b.yaml\n")
    elif where == "info/exclude":
        write(".git/info/exclude", "plans/b.yaml\n")
    else:
        git("config", "core.excludesFile", str(write("mine", "b.yaml\n")))
    assert files(check("plans", "--format", "json")) == ["plans/a.yaml"]


@pytest.mark.parametrize("line", ["[z-a].yaml", "!", "foo\\", "*a" * 40])
@pytest.mark.parametrize("repository", [True, False])
def test_a_line_that_matches_nothing_is_passed_over(check, git, strategy, write, line, repository):
    if repository:
        git("init")
    strategy("plans/s.yaml")
    write(".gitignore", f"{line}\n")
    assert files(check("plans", "--format", "json")) == ["plans/s.yaml"]


def test_an_ignored_folder_holds_nothing_unless_git_has_it(check, git, strategy, write):
    git("init")
    write(".gitignore", "build/\n")
    strategy("plans/s.yaml")
    strategy("build/deep/s.yaml")
    assert "there is no document in this folder" in check("build/deep").err
    git("add", "--force", "build")
    strategy("build/other.yaml")
    assert files(check(".", "--format", "json")) == ["build/deep/s.yaml", "plans/s.yaml"]


def test_a_repository_in_a_repository_ignores_for_itself(check, git, strategy, write):
    git("init")
    git("init", "team")
    write(".gitignore", "a.yaml\n")
    write("team/.gitignore", "b.yaml\n")
    for name in ("a", "b", "team/a", "team/b"):
        strategy(f"{name}.yaml")
    assert files(check("team", "--format", "json", "--no-config")) == ["a.yaml"]
    assert files(check(".", "--format", "json")) == ["b.yaml", "team/a.yaml"]


def test_git_runs_no_program_that_the_repository_names(check, drafts, git, folder):
    program = folder / "monitor.sh"
    program.write_text(f"#!/bin/sh\ntouch {folder}/ran\n")
    program.chmod(0o755)
    git("config", "core.fsmonitor", str(program))
    check("plans")
    assert not (folder / "ran").exists()


def test_outside_of_a_repository_ignore_files_count_and_that_is_said(check, strategy, write):
    write("plans/.gitignore", "drafts/\n*.old.yaml\n")
    write("plans/kept/.gitignore", "!x.old.yaml\n")
    for name in ("a.yaml", "b.old.yaml", "drafts/c.yaml", "kept/x.old.yaml"):
        strategy(f"plans/{name}")
    done = check("plans", "--format", "json")
    assert [file.rpartition("plans/")[2] for file in files(done)] == ["a.yaml", "kept/x.old.yaml"]
    assert done.err == "Left out as .gitignore says: drafts, b.old.yaml.\n"


def test_what_is_left_out_is_listed_in_brief(check, strategy, write):
    write("plans/.gitignore", "x*\n")
    for name in ("a", *(f"x{number}" for number in range(8))):
        strategy(f"plans/{name}.yaml")
    shown = ", ".join(f"x{number}.yaml" for number in range(ignored._SHOWN))
    assert check("plans").err == f"Left out as .gitignore says: {shown} and {8 - ignored._SHOWN} more.\n"


@pytest.mark.parametrize("key", ["exclude: ['a.yaml', '[z-a]']", "overrides: [{files: ['!'], fail_on: never}]"])
def test_a_pattern_of_the_configuration_that_is_none_is_told_with_its_place(check, strategy, write, key):
    strategy("plans/s.yaml")
    write("govrules.yaml", f"strategies: [plans]\n{key}\n")
    done = check()
    assert done.code == 2
    assert done.err.startswith("error: govrules.yaml:2:")
    assert "is not a pattern as in .gitignore" in done.err


@pytest.mark.parametrize("pipe", ["pipe.yaml", "pipe.md"])
def test_a_pipe_in_a_folder_is_no_document_and_one_that_is_named_is_read(check, strategy, folder, pipe):
    text = strategy("plans/s.yaml").read_text()
    os.mkfifo(folder / "plans" / pipe)
    assert files(check("plans", "--format", "json"))[0].endswith("s.yaml")
    assert len(files(check("plans/*", "--format", "json"))) == 1
    with subprocess.Popen([sys.executable, "-c", f"open({str(folder / 'plans' / pipe)!r}, 'w').write({text!r})"]):
        done = check(f"plans/{pipe}")
    assert ("there is no such file" not in done.err) and (done.code == 0 or "Markdown" in done.err)


def test_a_glob_does_not_follow_links_to_folders(check, strategy, folder):
    strategy("plans/deep/s.yaml")
    for link in ("one", "two"):
        (folder / "plans/deep" / link).symlink_to("..")
    assert len(files(check("plans/**/*.yaml", "--format", "json"))) == 1
