# SPDX-License-Identifier: Apache-2.0
"""Rows as a folder of Parquet files: the same rows, in the same order, however often a run ends."""

import json

import pytest
from pyarrow import parquet

from govrules.output.verdicts import VerdictRow
from govrules.repository.bulk import parquet as written

HALF = '{"title": "Half'


def record(number, *, plan):
    """A strategy as a line of JSON."""
    data = {"title": str(number), "organisation": {"name": "O", "sectors": []}, "channels": [], "markets": []}
    return json.dumps(data | {"governance": {"crisis": {"stop_all_step": True, "plan": plan}}})


LINES = [record(number, plan=number % 3 > 0) for number in range(7)]
LINES.insert(3, HALF)


@pytest.fixture
def bulk(check, write, monkeypatch):
    """Check these lines, with three rows a part; how it ended."""
    monkeypatch.setattr(written, "ROWS_OF_A_PART", 3)

    def run(*options, lines=LINES, output="out.parquet"):
        write("many.jsonl", "".join(line + "\n" for line in lines))
        common = ("--jsonl", "many.jsonl", "--as-of", "2026-11-28", "--jobs", 1)
        return check(*common, "--output", output, *options)

    return run


def read(folder, name="out.parquet"):
    """All rows of the folder, as any reader of Parquet gets them."""
    return parquet.read_table(folder / name).to_pylist()


def test_the_rows_are_those_of_json_lines(bulk, folder):
    as_lines = bulk(output="out.jsonl")
    done = bulk()
    assert (done.code, done.err.replace("out.bad", "")) == (2, as_lines.err.replace("out.bad", ""))
    rows = [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]
    found = [row | {"as_of": row["as_of"].isoformat()} for row in read(folder)]
    assert found == rows
    assert [row["line"] for row in found] == [1, 2, 3, 5, 6, 7, 8]
    assert sorted(path.name for path in (folder / "out.parquet").iterdir()) == [
        "part-000000000003.parquet",
        "part-000000000007.parquet",
        "part-000000000008.parquet",
    ]


def test_a_row_is_read_back_as_it_was(bulk, folder):
    bulk(output="out.jsonl")
    for line in (folder / "out.jsonl").read_text().splitlines():
        assert VerdictRow.from_json(json.loads(line)).to_json() == line


class Killed(BaseException):
    """The end of a process, at a place of our choice."""


@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize("after", [False, True], ids=["before-its-place", "after-its-place"])
def test_a_run_that_ends_while_it_makes_a_part_loses_and_doubles_nothing(bulk, folder, monkeypatch, part, after):
    whole = bulk(output="whole.parquet")
    calls = []

    def replace(source, target):
        calls.append(target)
        if len(calls) - 1 == part:
            if after:
                real(source, target)
            raise Killed
        real(source, target)

    real = written.os.replace
    with monkeypatch.context() as patch:
        patch.setattr(written.os, "replace", replace)
        with pytest.raises(Killed):
            bulk()
    again = bulk("--resume")
    assert read(folder) == read(folder, "whole.parquet")
    assert (again.code, again.err.splitlines()[-1]) == (
        whole.code,
        whole.err.splitlines()[-1].replace("whole", "out"),
    )
    assert [path for path in (folder / "out.parquet").iterdir() if path.name.startswith("_")] == []


def test_rows_that_are_no_part_yet_are_not_lost(bulk, folder, monkeypatch):
    bulk(output="whole.parquet")
    with monkeypatch.context() as patch:
        patch.setattr(written, "ROWS_OF_A_PART", 100)
        patch.setattr(written.ParquetRows, "close", lambda _: None)
        bulk()
    latest = folder / "out.parquet" / "_latest.jsonl"
    assert len(latest.read_text().splitlines()) == 7
    latest.write_bytes(latest.read_bytes() + b'{"line": 9, "fi')
    bulk("--resume")
    assert read(folder) == read(folder, "whole.parquet")


def test_without_resume_a_folder_begins_anew(bulk, folder):
    bulk()
    bulk(lines=LINES[:2])
    assert [row["line"] for row in read(folder)] == [1, 2]


def test_a_folder_that_holds_anything_else_is_left_alone(bulk, write, folder):
    write("out.parquet/minutes.txt", "kept")
    done = bulk()
    assert done.code == 2
    assert "error: out.parquet holds minutes.txt, which no such run wrote\n       name another folder" in done.err
    assert (folder / "out.parquet" / "minutes.txt").read_text() == "kept"


def test_a_file_is_no_folder_of_parts(bulk, write):
    write("out.parquet", "one file")
    assert "error: out.parquet is a file, and Parquet is written as a folder of files" in bulk().err


def test_a_part_of_something_else_is_not_gone_on_with(bulk, write):
    write("out.parquet/part-000000000001.parquet", "no Parquet")
    done = bulk("--resume")
    assert done.code == 2
    assert "part-000000000001.parquet was not written by `govrules check --jsonl`" in done.err


def test_rows_beside_the_parts_that_are_none_are_not_gone_on_with(bulk, write):
    write("out.parquet/_latest.jsonl", '{"line": 1, "digest": "d", "as_of": "2026-01-31", "criteria": "c"}\n')
    done = bulk("--resume")
    assert done.code == 2
    assert "_latest.jsonl was not written by `govrules check --jsonl`" in done.err
