# SPDX-License-Identifier: Apache-2.0
"""Reads a file as it was in a revision of its git repository. It changes nothing, runs nothing that the repository
configures, and never goes to the network."""

import os
import subprocess
from pathlib import Path

from govrules.source.document import Source
from govrules.source.errors import InputError, Problem
from govrules.source.read import read_raw

_SECONDS = 30


def read_revision(path: str | os.PathLike[str], revision: str) -> Source:
    """Read a file from a revision: a branch, a tag or a commit. Raises InputError where either is not to be had."""
    file = Path(path)
    if not revision or revision.startswith("-") or ":" in revision or not revision.isprintable():
        raise _error(f"'{revision}' is no revision", "name a branch, a tag or a commit, such as main")
    folder = file.parent
    if not folder.is_dir():
        raise _error(f"{folder}: there is no such folder", "check the path and the spelling")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        known = _git(folder, "rev-parse", "--git-dir").returncode == 0
        if not known:
            raise _error(f"{file} is in no git repository", "name two files instead")
        raise _error(f"there is no revision '{revision}'", "fetch it first, or check the spelling")
    # Not `git show`: it would run a text converter that the repository configures.
    named = f"{commit.stdout.decode().strip()}:./{file.name}"
    found = _git(folder, "cat-file", "blob", named)
    if found.returncode:
        raise _error(f"'{revision}' has no file {file}", "for a new file run `govrules check`")
    return read_raw(found.stdout, file=f"{file}@{revision}", name=file.name)


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=os.environ | quiet,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise _error("git is not installed", "install it, or name two files") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _error(f"git failed: {type(error).__name__}", "name two files instead") from None


def _error(message: str, hint: str) -> InputError:
    return InputError(Problem(message, None, hint))
