# SPDX-License-Identifier: Apache-2.0
"""The check in Daft, as the guide shows it. It needs the extra ``daft``."""

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

GUIDE = Path(__file__).parents[2] / "docs" / "bulk.md"
COUNT = 100


@pytest.mark.long
def test_the_guide_gives_a_row_for_each_document(tmp_path):
    if find_spec("daft") is None:
        pytest.skip("the extra daft is not installed")
    shown = re.search(r'```python title="bulk_daft.py"\n(.*?)```', GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "bulk_daft.py").write_text(shown[1])
    plan = {"organisation": {"name": "O", "sectors": ["retail"]}, "markets": ["US"]}
    documents = [*(json.dumps(plan | {"title": f"Adviser {number}"}) for number in range(COUNT)), "[1]"]
    parquet.write_table(pa.table({"id": range(COUNT + 1), "document": documents}), tmp_path / "plans.parquet")
    quiet = os.environ | {"DO_NOT_TRACK": "true"}  # no figures on its use are sent from a test
    done = subprocess.run([sys.executable, "bulk_daft.py"], cwd=tmp_path, env=quiet, capture_output=True, text=True)
    # Daft 0.7.26 now and then aborts while Python ends; what counts is what it wrote before.
    assert (tmp_path / "verdicts.parquet").exists(), done.stderr
    *rows, bad = parquet.read_table(tmp_path / "verdicts.parquet").sort_by("id").to_pylist()
    assert [(row["id"], row["title"]) for row in rows] == [(number, f"Adviser {number}") for number in range(COUNT)]
    assert {(row["verdict"], row["error"]) for row in rows} == {("not-decided", None)}
    assert (bad["id"], bad["verdict"]) == (COUNT, None)
    assert "the document must be a mapping" in bad["error"]
