# SPDX-License-Identifier: Apache-2.0
"""Documents as Arrow record batches: the rows of the command line, beside the columns that came along."""

import json
from datetime import date

import pyarrow as pa
import pytest
from command_line import called

from govrules import InputError, arrow

DAY = date(2026, 11, 28)
SELECT = ["general/us"]


def document(title, *, form=json.dumps):
    """A strategy of which little is said."""
    return form({"title": title, "organisation": {"name": "O", "sectors": ["retail"]}, "markets": ["US"]})


def batch(*documents, **columns):
    """A record batch of documents."""
    return pa.record_batch({"document": pa.array(documents, pa.string()), **columns})


def checked(*batches, **options):
    """The rows of all batches."""
    found = arrow.check_batches(iter(batches), as_of=DAY, select=SELECT, **options)
    return [row for one in found for row in one.to_pylist()]


@pytest.mark.long
def test_a_row_is_that_of_the_command_line(tmp_path):
    (tmp_path / "many.jsonl").write_text(document("A") + "\n")
    options = ("--as-of", DAY, "--select", *SELECT, "--jobs", 1, "--no-config")
    done = called("check", "--jsonl", "many.jsonl", *options, cwd=tmp_path)
    row = json.loads(done.stdout)
    (found,) = checked(batch(document("A")))
    assert found.pop("error") is None
    assert found | {"as_of": found["as_of"].isoformat()} == {
        name: value for name, value in row.items() if name not in ("line", "file")
    }
    assert found["verdict"] == "not-decided"


def test_each_batch_gives_a_batch_with_the_other_columns():
    first = batch(document("A"), document("B"), adviser=["a", "b"], office=[1, 2])
    second = batch(document("C"), adviser=["c"], office=[3])
    found = list(arrow.check_batches([first, second], as_of=DAY, select=SELECT))
    assert [one.num_rows for one in found] == [2, 1]
    assert [one.schema for one in found] == [arrow.verdict_schema(first.schema)] * 2
    rows = [(row["adviser"], row["office"], row["title"]) for one in found for row in one.to_pylist()]
    assert rows == [("a", 1, "A"), ("b", 2, "B"), ("c", 3, "C")]
    assert "document" not in found[0].schema.names


def test_json_and_yaml_are_read():
    yaml = "title: Y\norganisation: {name: O}\nmarkets: [US]\n"
    assert [row["title"] for row in checked(batch(document("J"), yaml))] == ["J", "Y"]


def test_what_is_no_strategy_has_an_error_and_stops_nothing():
    bad, empty, null, good = checked(batch("{", "", None, document("A")))
    assert bad["error"].startswith("<text>:1:2: ")
    assert empty["error"].startswith("<text>:1:1: the file is empty")
    assert null["error"] == empty["error"]
    assert {value for name, value in bad.items() if name != "error"} == {None}
    assert (good["title"], good["error"]) == ("A", None)


def test_an_empty_batch_gives_an_empty_batch():
    (found,) = arrow.check_batches([batch()], as_of=DAY, select=SELECT)
    assert (found.num_rows, found.schema) == (0, arrow.verdict_schema(batch().schema))


@pytest.mark.long
def test_the_threshold_is_that_which_is_asked_for():
    assert [row["fails"] for row in checked(batch(document("A")), fail_on="never")] == [False]


@pytest.mark.long
def test_the_rules_are_read_once_for_all_calls(monkeypatch):
    made = []
    make = arrow.make_bench
    monkeypatch.setattr(arrow, "make_bench", lambda *args: made.append(args) or make(*args))
    arrow._bench.cache_clear()
    checked(batch(document("A")))
    checked(batch(document("B")))
    assert len(made) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"plan": pa.array(["x"])}, "there is no column 'document'"),
        ({"document": pa.array([1])}, "the column 'document' holds int64, not text"),
        ({"document": pa.array(["x"]), "verdict": pa.array(["x"])}, "'verdict' is a column of the verdicts, too"),
    ],
)
def test_columns_that_do_not_fit_are_told(given, said):
    with pytest.raises(InputError) as told:
        checked(pa.record_batch(given))
    assert told.value.problems[0].message == said


def test_another_column_can_hold_the_documents():
    given = pa.record_batch({"plan": pa.array([document("A")])})
    assert [row["title"] for row in checked(given, column="plan")] == ["A"]


@pytest.mark.long
def test_a_pattern_that_matches_nothing_is_told():
    with pytest.raises(InputError, match="'nothing' matches no loaded rule"):
        list(arrow.check_batches([batch(document("A"))], as_of=DAY, select=["nothing"]))
