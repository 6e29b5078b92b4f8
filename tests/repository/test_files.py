# SPDX-License-Identifier: Apache-2.0
"""Which files are checked: folders, globs, what git ignores; many at once, in one order."""

import json

import pytest

NOTHING = "there is no document in this folder"


def files(done):
    assert done.code in (0, 1), done.err
    return [report["file"] for report in json.loads(done.out)["reports"]]


def test_a_folder_is_searched_and_git_ignores_as_git_does(check, strategy, write, git):
    git("init")
    write(".gitignore", "drafts/\n*.old.yaml\n!kept.old.yaml\n")
    write("plans/.gitignore", "local.yaml\n")
    for name in ("b.yaml", "a.json", "deep/c.yml", "x.old.yaml", "kept.old.yaml", "drafts/d.yaml", "local.yaml"):
        strategy(f"plans/{name}")
    strategy("plans/.hidden/h.yaml")
    strategy("other/local.yaml")
    assert files(check("plans", "other", "--format", "json")) == [
        "plans/a.json",
        "plans/b.yaml",
        "plans/kept.old.yaml",
        "plans/deep/c.yml",
        "other/local.yaml",
    ]


def test_a_file_that_is_named_is_checked_even_if_git_ignores_it(check, strategy, write, git):
    git("init")
    write(".gitignore", "*.yaml\n")
    assert files(check(strategy().name, "--format", "json")) == ["s.yaml"]


def test_in_a_folder_what_is_no_strategy_is_passed_over_and_told(check, strategy, write):
    strategy("plans/s.yaml")
    write("plans/README.md", "# Plans\n")
    write("plans/waivers.yaml", "waivers: []")
    write("plans/workflow.yml", "name: x\non: push\njobs: {}\n")
    done = check("plans")
    assert done.code == 0
    told = "Skipped because they are not strategies: plans/README.md, plans/waivers.yaml, plans/workflow.yml.\n"
    assert done.err == told
    # Whatever the format.
    assert check("plans", "--format", "github").err == told


def test_a_strategy_in_a_folder_that_cannot_be_read_is_an_error(check, strategy, write):
    strategy("plans/s.yaml")
    write("plans/broken.yaml", "title: [")
    write("plans/misspelt.yaml", "title: T\norganistion: {name: O}\nmarkets: [US]\n")
    done = check("plans")
    assert (done.code, done.out) == (2, "")
    assert "plans/broken.yaml:1:" in done.err
    assert "plans/misspelt.yaml:2:1: the document has no field 'organistion'" in done.err


def test_a_folder_without_a_strategy_is_wrong_and_never_green(check, write):
    write("plans/notes.yaml", "a: 1")
    assert "none of these documents is a strategy: plans/notes.yaml" in check("plans").err
    write("empty/.keep", "")
    done = check("empty")
    assert done.code == 2
    assert f"empty: {NOTHING}" in done.err


def test_a_glob_that_the_shell_left_is_matched(check, strategy):
    for name in ("a.yaml", "b.yaml", "deep/c.yaml"):
        strategy(f"plans/{name}")
    assert files(check("plans/*.yaml", "--format", "json")) == ["plans/a.yaml", "plans/b.yaml"]
    assert len(files(check("plans/**/*.yaml", "--format", "json"))) == 3
    done = check("plans/*.yml")
    assert done.code == 2
    assert "plans/*.yml: no file matches" in done.err


def test_what_the_configuration_excludes_is_passed_over(check, strategy, write):
    write("govrules.yaml", "strategies: [plans]\nexclude: ['plans/old/', 'b.*']\n")
    for name in ("a.yaml", "b.yaml", "old/c.yaml"):
        strategy(f"plans/{name}")
    assert files(check("--format", "json")) == ["plans/a.yaml"]
    assert files(check("plans/b.yaml", "--format", "json")) == ["plans/b.yaml"]


def test_a_file_is_checked_once_however_often_it_is_found(check, strategy):
    strategy("plans/a.yaml")
    assert files(check("plans/a.yaml", "plans", "./plans/*.yaml", "--format", "json")) == ["plans/a.yaml"]


def test_several_strategies_end_in_one_summary(check, strategy):
    strategy("a.yaml")
    strategy("b.yaml", plan=False, Blog=False)
    strategy("c.yaml", plan=None)
    done = check("a.yaml", "b.yaml", "c.yaml", "--quiet")
    assert done.code == 1
    rows = {line.split()[0]: line.split()[1:] for line in done.out.splitlines() if line.strip().endswith(("yes", "no"))}
    assert rows["a.yaml"][-1] == "no"
    assert rows["b.yaml"][-1] == "yes"
    assert rows["c.yaml"][-1] == "yes"
    assert "3 strategies" in " ".join(done.out.splitlines()[-2:])


def test_pages_are_written_one_for_each_strategy(check, strategy, folder):
    for name in ("a", "deep/b"):
        strategy(f"plans/{name}.yaml")
    assert check("plans", "-q", "--output", "markdown=out/{name}.md").code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["plans-a.md", "plans-deep-b.md"]
    done = check("plans", "-q", "--output", "html=out/page.html")
    assert done.code == 2
    assert "{name}" in done.err


def test_two_strategies_whose_pages_would_have_one_name_are_told(check, strategy):
    strategy("a.yaml")
    strategy("a.json")
    done = check("a.yaml", "a.json", "-q", "--output", "json={name}.out")
    assert done.code == 2
    assert "two reports would be written to a.out" in done.err


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_many_come_in_order_whatever_the_number_of_processes(check, strategy, jobs):
    for number in range(20):
        strategy(f"plans/{number:02}.yaml", plan=number % 3 != 0)
    done = check("plans", "--format", "jsonl", "--jobs", jobs)
    assert done.code == 1
    assert [json.loads(line)["file"] for line in done.out.splitlines()] == [
        f"plans/{number:02}.yaml" for number in range(0, 20, 3)
    ]


def test_what_is_wrong_with_several_of_many_is_told_at_once(check, strategy, write):
    for number in range(20):
        strategy(f"plans/{number:02}.yaml")
    for number in (3, 17):
        write(f"plans/{number:02}.yaml", {"title": "T", "organisation": {"nam": "O"}})
    done = check("plans", "--jobs", 2)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("organisation.name' is missing") == 2
    assert done.err.index("plans/03.yaml") < done.err.index("plans/17.yaml")


def test_the_hook_passes_over_what_a_check_of_the_folder_does(check, strategy, write):
    write("govrules.yaml", "strategies: [plans]\nexclude: ['plans/old/']\n")
    strategy("plans/a.yaml")
    strategy("plans/old/b.yaml", stop=False)
    write("plans/notes.md", "# Notes\n")
    write("plans/contacts.json", '{"people": []}')
    named = ("plans/a.yaml", "plans/old/b.yaml", "plans/notes.md", "plans/contacts.json")
    assert files(check(*named, "--as-found", "--format", "json")) == ["plans/a.yaml"]
    done = check(*named[1:], "--as-found")
    assert (done.code, done.out) == (0, "")
    assert done.err == "Skipped because they are not strategies: plans/notes.md, plans/contacts.json.\n"
    assert check(*named).code == 2
    assert check("plans/gone.yaml", "--as-found").code == 2
