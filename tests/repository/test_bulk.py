# SPDX-License-Identifier: Apache-2.0
"""Many strategies, each a line of JSON: a row for each, whatever else is in the file and however often a run ends."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from command_line import COMMAND

from govrules.repository.bulk import rows as written

GOOD, GAP, STOPPED = {"plan": True}, {"plan": False}, {"plan": True, "stop_all_step": False}
PLAIN = {"stop_all_step": True}
HALF = '{"title": "Half'


def record(title="T", **crisis):
    """A strategy as a line of JSON; what its crisis plan says decides the rules of the folder."""
    data = {"title": title, "organisation": {"name": "O", "sectors": []}, "channels": [], "markets": []}
    return json.dumps(data | {"governance": {"crisis": PLAIN | crisis}})


@pytest.fixture
def bulk(check, write):
    """Check these lines; how it ended, and the rows."""

    def run(*lines, name="many.jsonl", options=()):
        write(name, "".join(line + "\n" for line in lines))
        done = check("--jsonl", name, "--as-of", "2026-11-28", "--jobs", 1, *options)
        return done, [json.loads(line) for line in done.out.splitlines()]

    return run


def test_a_row_tells_the_verdict_and_what_it_rests_on(bulk):
    done, (good, gap, stopped, silent) = bulk(
        record("Good", **GOOD), record("Gap", **GAP), record("Stopped", **STOPPED), record("Silent")
    )
    assert done.code == 1
    assert done.err == "4 strategies checked: 3 fail.\n"
    assert [row["verdict"] for row in (good, gap, stopped, silent)] == ["yes", "once-cured", "no", "not-decided"]
    assert [row["fails"] for row in (good, gap, stopped, silent)] == [False, True, True, True]
    assert {key: gap[key] for key in ("line", "file", "title", "organisation", "as_of")} == {
        "line": 2,
        "file": "many.jsonl",
        "title": "Gap",
        "organisation": "O",
        "as_of": "2026-11-28",
    }
    assert (gap["gaps"], gap["major"], gap["blocking_by_law"], gap["showstoppers"]) == (["zz-plan"], 1, 1, 0)
    assert (stopped["gaps"], stopped["showstoppers"], stopped["blocking_by_law"]) == (["zz-stop"], 1, 1)
    assert (silent["gaps"], silent["unanswered"], silent["questions"]) == ([], 1, 1)
    assert good["applicable"] == good["met"] == 2
    assert len({row["criteria"] for row in (good, gap, stopped, silent)}) == 1


def test_a_row_says_what_the_check_of_the_same_file_says(bulk, check, write):
    _, (row,) = bulk(record(**GAP))
    write("one.json", record(**GAP))
    done = check("one.json", "--format", "verdicts", "--as-of", "2026-11-28")
    alone = json.loads(done.out)
    assert alone["file"] == "one.json"
    assert row | {"line": None, "file": "one.json"} == alone


def test_a_folder_gives_a_row_for_each_file(check, write):
    write("plans/a.json", record("A", **GOOD))
    write("plans/b.json", record("B", **GAP))
    done = check("plans", "--format", "verdicts")
    assert [(row["file"], row["verdict"]) for row in map(json.loads, done.out.splitlines())] == [
        ("plans/a.json", "yes"),
        ("plans/b.json", "once-cured"),
    ]
    assert done.code == 1


def test_a_threshold_decides_the_exit_code(bulk):
    assert bulk(record(**GOOD))[0].code == 0
    assert bulk(record(**GAP), options=("--fail-on", "showstopper"))[0].code == 0
    assert bulk(record(**STOPPED), options=("--fail-on", "showstopper"))[0].code == 1


def test_a_bad_record_is_told_and_kept_apart_and_stops_nothing(bulk, folder):
    done, _ = bulk(record(**GAP), '{"title": 3}', HALF, "[1]", record(**GOOD), options=("--output", "out.jsonl"))
    assert done.code == 2
    assert [json.loads(line)["line"] for line in (folder / "out.jsonl").read_text().splitlines()] == [1, 5]
    bad = [json.loads(line) for line in (folder / "out.bad.jsonl").read_text().splitlines()]
    assert [(one["line"], one["record"]) for one in bad] == [(2, '{"title": 3}'), (3, HALF), (4, "[1]")]
    assert bad[1]["message"].startswith("many.jsonl:3:")
    assert "error: many.jsonl:2:11: " in done.err
    assert "error: many.jsonl:4:1: the document must be a mapping, but it is a list" in done.err
    assert done.err.endswith(
        "2 strategies checked: 1 fails. 3 records could not be read as a strategy, kept in out.bad.jsonl.\n"
    )


def test_what_no_text_is_has_its_line_too(check, folder):
    (folder / "many.jsonl").write_bytes(b'{"title": "\xe9"}\n\x00\x01\n' + record(**GOOD).encode() + b"\r\n")
    done = check("--jsonl", "many.jsonl")
    assert done.code == 2
    assert "error: many.jsonl:1:12: the byte 0xE9 is not UTF-8" in done.err
    assert "error: many.jsonl:2:1: this is not a text file" in done.err
    assert json.loads(done.out)["verdict"] == "yes"


def test_a_record_of_five_megabytes_is_refused_and_the_next_is_read(bulk):
    done, rows = bulk(record("x" * 5_000_000), record(**GOOD))
    assert done.code == 2
    assert "error: many.jsonl:1:1: the record is larger than 4,000,000 bytes" in done.err
    assert [row["line"] for row in rows] == [2]


def test_many_bad_records_are_counted_and_the_first_hundred_told(bulk):
    done, _ = bulk(*(HALF for _ in range(150)))
    assert done.err.count("error: ") == 100
    assert "none fails. 150 records could not be read" in done.err


def test_a_fault_of_govrules_is_that_of_one_record(bulk, monkeypatch):
    from govrules.repository.bulk import judge

    def broken(source, shapes):
        if source.data["title"] == "Odd":
            raise KeyError("odd")
        return sound(source, shapes)

    sound = judge.document_of
    monkeypatch.setattr(judge, "document_of", broken)
    done, rows = bulk(record("Odd"), record("Even", **GOOD))
    assert (done.code, [row["title"] for row in rows]) == (2, ["Even"])
    assert "many.jsonl:1:1: KeyError: 'odd'\n       this is a fault of govrules" in done.err


def test_blank_lines_count_and_are_no_records(bulk):
    _, rows = bulk("", record(**GOOD), "   ", record(**GOOD))
    assert [row["line"] for row in rows] == [2, 4]


def test_a_last_line_needs_no_line_break(check, write):
    write("many.jsonl", record("A", **GOOD) + "\n" + record("B", **GOOD))
    assert [json.loads(line)["title"] for line in check("--jsonl", "many.jsonl").out.splitlines()] == ["A", "B"]


@pytest.mark.parametrize("lines", [(), ("", "")])
def test_a_file_without_records_is_an_error(bulk, lines):
    done, _ = bulk(*lines)
    assert (done.code, done.out) == (2, "")
    assert done.err == "error: many.jsonl: there is no record\n       write one strategy as JSON on each line\n"


def test_rows_come_in_order_whatever_the_number_of_processes(bulk):
    lines = [record(f"{number}", **(GAP if number % 3 else GOOD)) for number in range(100)]
    one, rows = bulk(*lines)
    assert [row["title"] for row in rows] == [str(number) for number in range(100)]
    assert bulk(*lines, options=("--jobs", 3))[0] == one


def test_standard_input_is_read(folder):
    command = [*COMMAND, "check", "--jsonl", "-", "--no-bundled", "-r", "rules.yaml", "--jobs", "1"]
    done = subprocess.run(command, cwd=folder, input=record(**GOOD) + "\n{\n", capture_output=True, text=True)
    assert done.returncode == 2
    assert json.loads(done.stdout)["file"] == "<stdin>"
    assert "error: <stdin>:2:" in done.stderr


def lines_of(folder, name):
    """The lines of a file, with their line breaks; none if it is not there."""
    path = folder / name
    return path.read_bytes().splitlines(keepends=True) if path.exists() else []


MIXED = [record("0", **GAP), HALF, record("2", **GOOD), record("3", **GOOD), HALF, HALF, record("6", **GOOD)]
# How many rows and bad records were written when the run ended, by the number of records that were dealt with.
WRITTEN = [(0, 0), (1, 0), (1, 1), (2, 1), (3, 1), (3, 2), (3, 3), (4, 3)]


@pytest.mark.parametrize(("rows", "bad"), WRITTEN)
@pytest.mark.parametrize("half", [b"", b'{"line": 9, "fi'])
def test_a_run_goes_on_where_it_was_ended(bulk, folder, rows, bad, half):
    whole, _ = bulk(*MIXED, options=("--output", "out.jsonl"))
    out, apart = lines_of(folder, "out.jsonl"), lines_of(folder, "out.bad.jsonl")
    (folder / "out.jsonl").write_bytes(b"".join(out[:rows]) + half)
    (folder / "out.bad.jsonl").write_bytes(b"".join(apart[:bad]) + half)
    again, _ = bulk(*MIXED, options=("--output", "out.jsonl", "--resume"))
    assert lines_of(folder, "out.jsonl") == out
    assert lines_of(folder, "out.bad.jsonl") == apart
    # What was found before the run was ended counts as well.
    assert (again.code, again.err.splitlines()[-1]) == (whole.code, whole.err.splitlines()[-1])


def test_what_was_done_is_not_judged_again(bulk, monkeypatch):
    from govrules.repository.bulk import judge

    bulk(record("A", **GAP), record("B", **GOOD), options=("--output", "out.jsonl"))
    judged = []
    monkeypatch.setattr(judge, "judge_record", lambda record, bench: judged.append(record))
    done, _ = bulk(record("A", **GAP), record("B", **GOOD), options=("--output", "out.jsonl", "--resume"))
    assert judged == []
    assert (done.code, done.err) == (1, "2 strategies checked: 1 fails.\n")


def test_a_run_that_never_began_is_resumed_from_the_first_record(bulk, folder):
    done, _ = bulk(record(**GOOD), options=("--output", "out.jsonl", "--resume"))
    assert (done.code, len(lines_of(folder, "out.jsonl"))) == (0, 1)


def test_without_resume_a_run_begins_anew(bulk, folder):
    bulk(record(**GAP), HALF, options=("--output", "out.jsonl"))
    done, _ = bulk(record(**GOOD), options=("--output", "out.jsonl"))
    assert (done.code, len(lines_of(folder, "out.jsonl"))) == (0, 1)
    assert not (folder / "out.bad.jsonl").exists()


@pytest.mark.parametrize(
    ("lines", "options", "said"),
    [
        (["X"], (), "many.jsonl: line 1 is not the record that the rows were made from"),
        ([], (), "many.jsonl ends before line 2, which has been checked"),
        (["A", "B", "C"], ("--fail-on", "minor"), "the rows that are there were made by other rules or on other terms"),
        (["A", "B", "C"], ("--as-of", "2026-11-29"), "the rows that are there are as of 2026-11-28, not of 2026-11-29"),
    ],
)
def test_a_run_does_not_go_on_with_rows_of_another(bulk, folder, lines, options, said):
    bulk(record("A", **GOOD), HALF, options=("--output", "out.jsonl"))
    before = lines_of(folder, "out.jsonl")
    records = [HALF if title == "B" else record(title, **GOOD) for title in lines]
    done, _ = bulk(*records, options=("--output", "out.jsonl", "--resume", *options))
    assert done.code == 2
    assert f"error: {said}\n       leave --resume out to begin again" in done.err
    assert lines_of(folder, "out.jsonl") == before


def test_a_run_goes_on_as_of_the_day_of_its_rows(check, write, folder):
    write("many.jsonl", record("A", **GOOD) + "\n")
    check("--jsonl", "many.jsonl", "--as-of", "2026-01-31", "--output", "out.jsonl")
    write("many.jsonl", record("A", **GOOD) + "\n" + record("B", **GOOD) + "\n")
    check("--jsonl", "many.jsonl", "--resume", "--output", "out.jsonl")
    assert [json.loads(row)["as_of"] for row in lines_of(folder, "out.jsonl")] == ["2026-01-31", "2026-01-31"]


@pytest.mark.parametrize(
    "content",
    [
        '{"a": 1}\n',
        "no JSON\n",
        '{"line": 1}\n',
        '{"line": "1"}\n',
        "[" * 100_000 + "\n",
        '{"line": 1, "digest": "d", "as_of": "soon", "criteria": "c"}\n',
    ],
    ids=["object", "text", "no-row", "line", "depth", "day"],
)
def test_a_file_of_something_else_is_not_gone_on_with(bulk, write, folder, content):
    write("out.jsonl", content)
    done, _ = bulk(record(**GOOD), options=("--output", "out.jsonl", "--resume"))
    assert done.code == 2
    assert "was not written by `govrules check --jsonl`" in done.err
    assert (folder / "out.jsonl").read_text() == content


def test_a_row_that_the_system_takes_in_parts_is_written_whole(folder):
    file = written.LinesFile(folder / "out.jsonl", resume=False)
    whole = file.stream

    class Reluctant:
        def write(self, data):
            return whole.write(data[:3])

    file.stream = Reluctant()
    file.append('{"line": 1}')
    assert (folder / "out.jsonl").read_text() == '{"line": 1}\n'


def test_full_reports_of_those_that_fail(bulk, folder):
    bulk(record("A", **GOOD), record("B", **GAP), options=("--reports", "reports"))
    assert [path.name for path in (folder / "reports").iterdir()] == ["2.json"]
    (report,) = json.loads((folder / "reports" / "2.json").read_text())["reports"]
    (finding,) = report["findings"]
    place = finding["evidence"][0]["location"]
    assert (report["file"], report["title"], place["file"], place["line"]) == ("many.jsonl", "B", "many.jsonl", 2)
    assert '"plan": false' in place["text"]


def test_full_reports_of_all(bulk, folder):
    bulk(record("A", **GOOD), record("B", **GAP), options=("--reports", "reports", "--reports-of", "all"))
    assert sorted(path.name for path in (folder / "reports").iterdir()) == ["1.json", "2.json"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--jsonl", "many.jsonl", "other.yaml"), "FILE is not for --jsonl"),
        (("--jsonl", "many.jsonl", "--diff-base", "main"), "--diff-base is not for --jsonl"),
        (("--jsonl", "many.jsonl", "--format", "sarif"), "--jsonl writes rows in the format verdicts"),
        (("--jsonl", "many.jsonl", "--resume"), "name it with --output"),
        (("--jsonl", "many.jsonl", "--output", "a", "--output", "verdicts=b"), "--jsonl writes its rows to one file"),
        (("--jsonl", "many.jsonl", "--reports-of", "all"), "name a folder with it"),
        (("many.jsonl", "--resume"), "--resume is for --jsonl only"),
        (("--jsonl", "missing.jsonl"), "missing.jsonl cannot be read: No such file or directory"),
        (("--jsonl", "many.jsonl", "--output", "no/such/out.jsonl"), "no/such/out.jsonl cannot be written"),
        (("--jsonl", "many.jsonl", "--select", "nothing"), "'nothing' matches no loaded rule or ruleset"),
    ],
)
def test_what_contradicts_itself_is_told(check, write, arguments, said):
    write("many.jsonl", record(**GOOD))
    done = check(*arguments)
    assert done.code == 2
    assert said in done.err


def test_a_call_that_is_wrong_leaves_the_rows_that_are_there(bulk, folder):
    bulk(record(**GOOD), options=("--output", "out.jsonl"))
    bulk(record(**GOOD), options=("--output", "out.jsonl", "--select", "nothing"))
    assert len(lines_of(folder, "out.jsonl")) == 1


def runs(pid):
    """Whether a process runs; one that has ended and waits for its parent to take notice has no command line."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    except OSError:
        return False


@pytest.mark.long
def test_a_kill_loses_nothing_and_doubles_nothing(folder):
    lines = [record(str(number), **(GAP if number % 3 else GOOD)) + "\n" for number in range(400)]
    (folder / "many.jsonl").write_text("".join(lines))
    command = [*COMMAND, "check", "--no-bundled", "-r", "rules.yaml", "--jobs", "2", "--jsonl"]
    subprocess.run([*command, "many.jsonl", "--output", "whole.jsonl"], cwd=folder, stderr=subprocess.DEVNULL)
    for _ in range(3):
        process = subprocess.Popen(
            [*command, "-", "--output", "out.jsonl", "--resume"], cwd=folder, stdin=subprocess.PIPE, text=True
        )
        before = len(lines_of(folder, "out.jsonl"))
        process.stdin.write("".join(lines[: before + 120]))  # the rest never comes
        process.stdin.flush()
        while len(lines_of(folder, "out.jsonl")) < before + 16:
            time.sleep(0.05)
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert len(workers) == 2
        process.send_signal(signal.SIGKILL)
        process.wait()
        while any(map(runs, workers)):
            time.sleep(0.05)  # they end by themselves
    assert 48 <= len(lines_of(folder, "out.jsonl")) < 400
    subprocess.run([*command, "many.jsonl", "--output", "out.jsonl", "--resume"], cwd=folder)
    rows = [json.loads(line) | {"file": None} for line in lines_of(folder, "out.jsonl")]
    assert rows == [json.loads(line) | {"file": None} for line in lines_of(folder, "whole.jsonl")]


@pytest.mark.long
def test_memory_does_not_grow_with_the_number_of_records(folder):
    def peak(count):
        """The memory, in MB, of the largest process of a check of so many records."""
        with (folder / "many.jsonl").open("w") as lines:
            lines.writelines(record(str(number), **GAP) + "\n" for number in range(count))
        command = [*COMMAND, "check", "--no-bundled", "-r", "rules.yaml", "--jobs", "2", "--jsonl", "many.jsonl"]
        process = subprocess.Popen([*command, "--output", "out.jsonl"], cwd=folder, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 1
        assert len(lines_of(folder, "out.jsonl")) == count
        return usage.ru_maxrss / 1024

    assert peak(100_000) < peak(2_000) + 10
