# SPDX-License-Identifier: Apache-2.0
"""The check in a Spark cluster of two executors: nothing is lost or doubled when one of them is killed.

It needs Java and the extra ``spark``.
"""

import json
import os
import shutil
import signal
import sys
import threading
import time
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from required import missing_of_clusters

from govrules.arrow import check_batches, verdict_schema

pytestmark = pytest.mark.long
COUNT, PARTITIONS = 400, 16
TITLES = [f"Adviser {number}" for number in range(COUNT)]


def document(title):
    """A strategy of which little is said."""
    return json.dumps({"title": title, "organisation": {"name": "O", "sectors": ["retail"]}, "markets": ["US"]})


@pytest.fixture
def spark(monkeypatch):
    """A cluster on this machine: a master and two executors, each a process of its own."""
    if find_spec("pyspark") is None:
        missing_of_clusters("the extra spark is not installed")
    if shutil.which("java") is None:
        missing_of_clusters("there is no Java")
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.executor.memory", "1g")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "5")
        .getOrCreate()
    )
    yield session
    session.stop()


def executors():
    """The executors that run, by their process id."""
    pids = sorted(int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())
    return [pid for pid in pids if is_mine(pid) and is_executor(pid)]


def is_executor(pid):
    """Whether a process is an executor, and not the shell that began it."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"--executor-id" in command and command[0].endswith(b"java")


def is_mine(pid):
    """Whether a process comes from this one."""
    while pid > 1:
        if pid == os.getpid():
            return True
        try:
            with open(f"/proc/{pid}/stat") as stat:
                pid = int(stat.read().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return False


def test_an_executor_that_is_killed_loses_nothing_and_doubles_nothing(spark, tmp_path):
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    frame = spark.createDataFrame(
        [(number, document(title)) for number, title in enumerate(TITLES)], "id int, document string"
    )
    schema = from_arrow_schema(verdict_schema(to_arrow_schema(frame.schema)))
    check = partial(check_batches, as_of=date(2026, 11, 28), select=("general/us",))
    result = frame.repartition(PARTITIONS).mapInArrow(check, schema)
    killed = []

    def kill():
        tracker = spark.sparkContext.statusTracker()
        while not any(
            2 <= stage.numCompletedTasks < PARTITIONS - 2
            for number in tracker.getActiveStageIds()
            if (stage := tracker.getStageInfo(number)) and stage.numTasks == PARTITIONS
        ):
            time.sleep(0.02)
        assert len(executors()) == 2
        killed.append(executors()[0])
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    result.write.parquet(str(tmp_path / "verdicts"))
    killer.join(timeout=60)
    assert len(killed) == 1
    rows = sorted(spark.read.parquet(str(tmp_path / "verdicts")).collect(), key=lambda row: row["id"])
    assert [(row["id"], row["title"]) for row in rows] == list(enumerate(TITLES))
    assert {row["verdict"] for row in rows} == {"not-decided"}
