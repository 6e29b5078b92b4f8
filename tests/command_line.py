# SPDX-License-Identifier: Apache-2.0
"""govrules as its user calls it: in this process, which is far quicker than to start Python, or in one of its own.

A process of its own is for what only a process has: what Python reads when it starts, real streams, a clean memory.
"""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from govrules.cli.main import run


class Done(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Called = subprocess.CompletedProcess[str]
Run = Callable[..., Called]
COMMAND = (sys.executable, "-m", "govrules")

# What the machine that runs the tests may have set, and what no result is to rest upon.
_NOT_HANDED_ON = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "GITHUB_STEP_SUMMARY")
_READ_AT_THE_START = ("PYTHONHASHSEED", "PYTHONIOENCODING", "LANG", "LC_ALL", "TZ")


def called(*arguments: object, cwd: Path, stdin: str = "", **settings: str) -> Called:
    """Run the command in this process; ``settings`` are environment variables."""
    without_effect = settings.keys() & set(_READ_AT_THE_START)
    assert not without_effect, f"{without_effect} are read when Python starts: have a process started"
    streams = {"stdin": io.BytesIO(stdin.encode()), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in _NOT_HANDED_ON:
            patch.delenv(name, raising=False)
        for name, value in settings.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["govrules", *map(str, arguments)])
        for name, stream in streams.items():
            text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", write_through=True)
            patch.setattr(sys, name, text)
        code = run()
        out, err = (streams[name].getvalue().decode() for name in ("stdout", "stderr"))
    return subprocess.CompletedProcess(arguments, code, out, err)


def started(*arguments: object, cwd: Path, stdin: str = "", **settings: str) -> Called:
    """Run the command in a process of its own; ``settings`` are environment variables."""
    clean = {name: value for name, value in os.environ.items() if name not in (*_NOT_HANDED_ON, *_READ_AT_THE_START)}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=clean | settings,
        check=False,
    )
