# SPDX-License-Identifier: Apache-2.0
"""What somebody at a terminal sees: the changes of each save, and how far a long check has come."""

import os
import pty
import queue
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest

_SECONDS = 60


@contextmanager
def watching(folder, *arguments):
    """Run ``check --watch``; gives a function that returns the next line that it prints."""
    command = [sys.executable, "-u", "-m", "govrules", "check", "--watch", *arguments]
    options = ("--no-bundled", "-r", "rules.yaml")
    process = subprocess.Popen(
        [*command, *options], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    lines: queue.Queue[str] = queue.Queue()

    def read():
        for line in process.stdout:
            lines.put(line.rstrip("\n"))

    threading.Thread(target=read, daemon=True).start()
    try:
        yield process, lambda: lines.get(timeout=_SECONDS)
    finally:
        process.kill()
        process.wait()


def test_a_save_shows_only_what_changed(folder, strategy):
    strategy("plans/s.yaml", plan=False, Blog=False)
    with watching(folder, "plans") as (_, line):
        assert line().startswith(
            "plans/s.yaml: Yes, once one thing is done (days). It is required by law or a binding rule."
        )
        assert line().startswith("Watching ")
        strategy("plans/s.yaml", plan=True, Blog=False, Forum=False)
        assert line().startswith("plans/s.yaml: Yes. Nothing blocks the launch. 1 thing to do after")
        changed = {line(), line()}
        assert changed == {
            "  + new, minor: Forum keeps no archive. [zz-archive] (plans/s.yaml:17)",
            "  - cured, major: The strategy: Title of zz-plan [zz-plan]",
        }


def test_what_cannot_be_read_is_told_and_watching_goes_on(folder, strategy):
    path = strategy("plans/s.yaml", plan=False)
    with watching(folder, "plans") as (process, line):
        line(), line()
        path.write_text("title: [")
        assert line().startswith("error: plans/s.yaml:1:9: ")
        line()
        strategy("plans/s.yaml", plan=True)
        assert line().startswith("plans/s.yaml: Yes. Nothing blocks")
        assert "cured" in line()
        strategy("plans/new.yaml", plan=False)
        assert line().startswith("plans/new.yaml: Yes, once one thing is done")
        (folder / "plans/new.yaml").unlink()
        assert line() == "plans/new.yaml: no longer checked"
        assert process.poll() is None


def test_a_changed_ruleset_or_configuration_is_noticed(folder, strategy, write):
    strategy(Blog=False)
    with watching(folder, "s.yaml") as (_, line):
        line(), line()
        rules = folder / "rules.yaml"
        rules.write_text(rules.read_text().replace('"severity": "minor"', '"severity": "major"'))
        assert line().startswith("s.yaml: Yes, once one thing is done (days). It is required by law or a binding rule.")


def test_watching_writes_no_reports(govrules, strategy):
    done = govrules("check", strategy(), "--watch", "--output", "x.json")
    assert done.code == 2
    assert "--watch prints what changed in files; it writes and compares no reports" in done.err
    assert govrules("check", strategy(), "--watch", "--diff-base", "main").code == 2


@pytest.mark.parametrize(("count", "shown"), [(12, True), (3, False)])
def test_a_long_check_shows_on_a_terminal_how_far_it_has_come(folder, strategy, count, shown):
    for number in range(count):
        strategy(f"plans/{number:02}.yaml")
    command = [sys.executable, "-m", "govrules", "check", "plans", "--no-bundled", "-r", "rules.yaml"]
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    done = subprocess.run(
        [*command, "--format", "tap"], cwd=folder, stdout=subprocess.PIPE, stderr=theirs, env=environment, check=False
    )
    os.write(theirs, b"end")
    seen = b""
    while not seen.endswith(b"end"):
        seen += os.read(ours, 65536)
    os.close(ours)
    os.close(theirs)
    assert (b"Checking" in seen) == shown
    assert done.stdout.startswith(b"TAP version 13\n")
    assert b"Checking" not in done.stdout
