# SPDX-License-Identifier: Apache-2.0
"""A row for each strategy of a folder, however many there are."""

import json
import os
import subprocess

import pytest
from command_line import COMMAND

MANY = 20  # so many that they are checked in several processes


@pytest.fixture
def plans(strategy, folder):
    """Make a folder of so many strategies, of which every third has no plan."""

    def make(count=MANY):
        for number in range(count):
            strategy(f"plans/{number:03}.yaml", plan=number % 3 != 0)

    return make


def rows(text):
    """The rows of an output."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("count", [3, MANY])
def test_rows_come_in_the_order_of_the_files(check, plans, jobs, count):
    plans(count)
    done = check("plans", "--format", "verdicts", "--jobs", jobs)
    assert [(row["file"], row["fails"]) for row in rows(done.out)] == [
        (f"plans/{number:03}.yaml", number % 3 == 0) for number in range(count)
    ]
    assert (done.code, done.err) == (1, "")


def test_a_file_has_the_rows_that_would_be_printed(check, plans, folder):
    plans()
    printed = check("plans", "--format", "verdicts")
    written = check("plans", "--format", "verdicts", "--output", "out/rows.jsonl")
    assert (written.code, written.out) == (1, "")
    assert (folder / "out" / "rows.jsonl").read_text() == printed.out
    # A text for the reader beside it needs the reports; the rows are the same.
    check("plans", "--output", "verdicts=beside.jsonl")
    assert (folder / "beside.jsonl").read_text() == printed.out


@pytest.mark.parametrize("count", [3, MANY])
def test_what_the_baseline_has_fails_no_row_but_is_a_gap_still(check, govrules, plans, count):
    plans(count)
    govrules("baseline", "plans", "-o", "known.json", "--no-bundled", "-r", "rules.yaml")
    fresh = rows(check("plans", "--format", "verdicts").out)
    known = rows(check("plans", "--format", "verdicts", "--baseline", "known.json").out)
    assert [row["fails"] for row in fresh] == [number % 3 == 0 for number in range(count)]
    assert [row["fails"] for row in known] == [False] * count
    assert [row | {"fails": None} for row in known] == [row | {"fails": None} for row in fresh]


@pytest.mark.parametrize("count", [3, MANY])
def test_while_one_document_is_wrong_nothing_is_printed_or_replaced(check, plans, write, folder, count):
    plans(count)
    write("plans/010.yaml", "title: [")
    write("rows.jsonl", "as it was")
    before = sorted(folder.iterdir())
    assert check("plans", "--format", "verdicts").out == ""
    done = check("plans", "--format", "verdicts", "--output", "rows.jsonl")
    assert done.code == 2
    assert "plans/010.yaml:1:" in done.err
    assert (folder / "rows.jsonl").read_text() == "as it was"
    assert sorted(folder.iterdir()) == before


def test_without_a_strategy_among_what_was_found_a_file_stays(check, write, folder):
    write("notes.yaml", "a: 1")
    write("rows.jsonl", "as it was")
    done = check("--as-found", "notes.yaml", "--format", "verdicts", "--output", "rows.jsonl")
    assert (done.code, done.err) == (0, "Skipped because they are not strategies: notes.yaml.\n")
    assert (folder / "rows.jsonl").read_text() == "as it was"


def test_a_file_that_cannot_be_written_is_told_before_anything_is_checked(check, plans, write):
    plans(1)
    write("plans/wrong.yaml", "title: [")
    write("taken", "a file")
    done = check("plans", "--format", "verdicts", "--output", "taken/rows.jsonl")
    assert (done.code, done.err) == (
        2,
        "error: taken/rows.jsonl cannot be written: File exists\n       check the path\n",
    )


def test_what_the_baseline_has_does_not_fail(check, govrules, plans):
    plans()
    govrules("baseline", "plans", "--no-bundled", "-r", "rules.yaml")
    done = check("plans", "--format", "verdicts", "--baseline", "govrules-baseline.json")
    assert (done.code, [row["fails"] for row in rows(done.out)]) == (0, [False] * MANY)
    # The gaps are still there.
    assert sum(row["gaps"] == ["zz-plan"] for row in rows(done.out)) == 7


def test_rows_of_a_change_are_those_that_it_brings(check, git, plans, strategy):
    plans(2)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Before")
    strategy("plans/001.yaml", plan=False)
    done = check("plans", "--format", "verdicts", "--diff-base", "HEAD")
    assert [(row["fails"], row["gaps"]) for row in rows(done.out)] == [(False, ["zz-plan"]), (True, ["zz-plan"])]


def test_a_link_and_what_it_leads_to_are_one_strategy(check, plans, folder):
    plans(2)
    (folder / "plans" / "0.yaml").symlink_to("001.yaml")
    done = check("plans", "--format", "verdicts")
    assert [row["file"] for row in rows(done.out)] == ["plans/0.yaml", "plans/000.yaml"]


def test_rows_go_to_a_pipe(folder, plans):
    plans(2)
    os.mkfifo(folder / "pipe")
    command = [*COMMAND, "check", "plans", "--no-bundled", "-r", "rules.yaml", "--format", "verdicts", "-o", "pipe"]
    checking = subprocess.Popen(command, cwd=folder)
    assert len(rows((folder / "pipe").read_text())) == 2
    assert checking.wait() == 1


@pytest.mark.long
def test_memory_does_not_grow_with_the_number_of_files(folder):
    text = {"title": "T", "organisation": {"name": "O", "sectors": []}, "markets": []}

    def peak(branches):
        """The memory, in MB, of the largest process of a check of a thousand strategies for each branch."""
        for branch in range(branches):
            (folder / "plans" / f"{branch:03}").mkdir(parents=True, exist_ok=True)
            for number in range(1000):
                (folder / "plans" / f"{branch:03}" / f"{number:03}.json").write_text(json.dumps(text))
        command = [*COMMAND, "check", "plans", "--no-bundled", "-r", "rules.yaml", "--format", "verdicts"]
        process = subprocess.Popen([*command, "--jobs", "2", "--output", "rows.jsonl"], cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 1
        with (folder / "rows.jsonl").open() as lines:
            assert sum(1 for _ in lines) == branches * 1000
        return usage.ru_maxrss / 1024

    small = peak(2)
    assert peak(100) < small + 10
