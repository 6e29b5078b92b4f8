# SPDX-License-Identifier: Apache-2.0
"""Whatever the caller made of the standard streams and of the files to write, a command ends as it should."""

import errno
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from command_line import COMMAND

from govrules.cli import main, writing
from govrules.repository import processes, run

STRATEGY = "title: T\norganisation: {name: O}\n"
_ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are forked on Linux only")


@pytest.fixture
def shell(tmp_path):
    """Run a line of the shell in a folder with a strategy; `$G` is the command."""
    (tmp_path / "s.yaml").write_text(STRATEGY)

    def run(line, **environment):
        return subprocess.run(
            ["bash", "-c", line],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=os.environ | {"G": f"{sys.executable} -m govrules"} | environment,
            check=False,
        )

    return run


CHECK = "$G check s.yaml --no-config --select general/governance --fail-on"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$G check - --no-config <&-", 2),
        (f"{CHECK} never >&-", 0),
        (f"{CHECK} never >&- 2>&-", 0),
        ("$G --version >&-", 0),
    ],
)
def test_a_closed_stream_makes_no_traceback(shell, line, code):
    done = shell(line)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_without_columns_is_written_to(shell):
    done = shell(f"{CHECK} never", COLUMNS="0")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("options", ["", "--format json"])
@pytest.mark.parametrize(("threshold", "code"), [("never", "0"), ("advice", "1")])
def test_a_reader_that_goes_early_does_not_change_the_exit_code(shell, options, threshold, code):
    done = shell(f"{CHECK} {threshold} {options} | true; echo ${{PIPESTATUS[0]}}")
    assert done.stdout.strip() == code


def test_an_interrupted_command_ends_with_130(tmp_path):
    (tmp_path / "s.yaml").write_text(STRATEGY)
    os.mkfifo(pipe := tmp_path / "p.yaml")  # to which nothing is written, so that the command waits
    process = subprocess.Popen(
        [*COMMAND, "check", "p.yaml", "--no-config"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that run in the background may have been told to ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        written_to = _opened_by_a_reader(pipe)
        process.send_signal(signal.SIGINT)
        # A signal that comes just before the command begins to read interrupts nothing: the end of the pipe wakes it.
        os.close(written_to)
        _, error = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    assert b"Traceback" not in error


def _opened_by_a_reader(pipe):
    """The pipe to write to, once somebody reads from it."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            assert time.monotonic() < deadline, "nobody reads"
            time.sleep(0.05)


@pytest.mark.parametrize("output", ["json=-", "json=/dev/stdout"])
def test_a_dash_and_a_device_are_standard_output(shell, tmp_path, output):
    done = shell(f"{CHECK} never -q -o {output} | cat")
    assert json.loads(done.stdout.partition("]}\n")[0] + "]}")["reports"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.yaml"]


def test_standard_output_takes_one_format(shell):
    done = shell(f"{CHECK} never -o json=- -o sarif=-")
    assert done.returncode == 2
    assert "one format is printed to standard output" in done.stderr


def test_a_full_disk_leaves_nothing_behind(shell, tmp_path):
    done = shell(f"ulimit -f 1; {CHECK} never -q -o json=r.json")
    assert done.returncode == 2
    assert "r.json cannot be written: File too large" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.yaml"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (MemoryError(), "error: there is not enough memory\n"),
        (OverflowError("date value out of range"), "error: OverflowError in test_streams.py, line "),
    ],
)
def test_a_fault_of_govrules_itself_is_no_finding(monkeypatch, capsys, fault, said):
    def fail():
        raise fault

    monkeypatch.setattr(main, "run", fail)
    monkeypatch.setattr(main, "_open_streams", lambda: None)
    ended = []
    monkeypatch.setattr(os, "_exit", ended.append)
    main.main()
    assert ended == [2]
    assert capsys.readouterr().err.startswith(said)


@_ON_LINUX
def test_a_process_that_is_killed_is_told(govrules, write, ruleset, rule, monkeypatch):
    for number in range(20):
        write(f"{number}.yaml", STRATEGY)
    monkeypatch.setattr(run, "read_target", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    options = ("--no-bundled", "-r", ruleset(rule("plan", {"governance.crisis.plan": True})), "--jobs", "2")
    done = govrules("check", *(f"{number}.yaml" for number in range(20)), *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a process that was checking strategies was ended from outside" in done.stderr


def test_a_file_that_is_mounted_by_itself_is_written_to(tmp_path, monkeypatch):
    def busy(*_):
        raise OSError(errno.EBUSY, "Device or resource busy")

    monkeypatch.setattr(os, "replace", busy)
    (tmp_path / "mounted.json").write_text("a longer text than what is written")
    writing.write_files({tmp_path / "mounted.json": b"new", tmp_path / "other.json": b"other"}, overwrite=True)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "mounted.json": "new",
        "other.json": "other",
    }


@_ON_LINUX
def test_a_process_that_is_interrupted_says_nothing():
    pid = os.fork()
    if not pid:
        processes._start(None)
        os.kill(os.getpid(), signal.SIGINT)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(pid, 0)[1]) == signal.SIGINT
