# SPDX-License-Identifier: Apache-2.0
"""Reads files as they were in a revision of their git repository. It changes nothing there, runs nothing that the
repository configures, and never goes to the network."""

import os
import subprocess
from collections.abc import Collection
from itertools import dropwhile
from pathlib import Path

from govrules.source.document import Source
from govrules.source.errors import InputError
from govrules.source.read import read_raw

_SECONDS = 30
_FILTERED = "this clone was made with a filter, so that git does not have it; clone without --filter"
_OTHER_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")


def read_revision(path: str | os.PathLike[str], revision: str) -> Source:
    """Read a file from a revision: a branch, a tag or a commit. Raises InputError where either is not to be had."""
    file = Path(path)
    folder = file.parent
    if not folder.is_dir():
        raise InputError.of(f"{folder}: there is no such folder", "check the path and the spelling")
    # Not `git show`: it would run a text converter that the repository configures.
    named = f"{_commit(folder, revision)}:./{file.name}"
    found = _git(folder, "cat-file", "blob", named)
    if found.returncode:
        if _git(folder, "rev-parse", "--verify", "--quiet", named).returncode == 0:
            raise InputError.of(f"git does not have {file} as it was in '{revision}'", _FILTERED)
        raise InputError.of(f"'{revision}' has no file {file}", "for a new file run `govrules check`")
    return read_raw(found.stdout, file=f"{file}@{revision}", name=file.name)


def merge_base(folder: Path, revision: str) -> str:
    """The commit from which what is checked out and a revision went apart. Raises InputError where there is none."""
    commit = _commit(folder, revision)
    found = _git(folder, "merge-base", "HEAD", commit)
    if found.returncode:
        hint = "fetch the whole history (fetch-depth: 0), or name a revision from which this one comes"
        raise InputError.of(f"'{revision}' and what is checked out have no common commit", hint)
    return found.stdout.decode().split()[0]


def root_of(path: Path) -> Path | None:
    """The top of the git repository in which a file or folder lies; None if it lies in none."""
    place = Path(os.path.realpath(path))
    return next((folder for folder in (place, *place.parents) if os.path.lexists(folder / ".git")), None)


def ignored(top: Path, below: Path) -> frozenset[Path]:
    """What git ignores in a folder of the repository with this top: files, and folders of which it ignores all.

    It is what `git ls-files --cached --others --exclude-standard` would leave out. Asked this way round, a file whose
    name git writes otherwise than the file system is checked, and not lost. Raises InputError where git cannot tell.
    """
    asked = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory", "--")
    listed = _git(top, "--literal-pathspecs", *asked, os.path.relpath(below, top))
    if listed.returncode:
        raise _refusal(top, listed)
    return frozenset(top / os.fsdecode(name) for name in listed.stdout.split(b"\0") if name)


def lay_out(folder: Path, commit: str, into: Path, suffixes: tuple[str, ...], also: Collection[str] = ()) -> None:
    """Write the files with these suffixes, and those with these names, as a commit has them, into a folder.

    A name is a path from the top. Links are made as they are where they lead to what is in the folder, and left out
    where they lead elsewhere.
    """
    listed = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit)
    if listed.returncode:
        raise InputError.of(f"the files of the commit {commit} cannot be listed", _FILTERED)
    wanted: list[tuple[str, str]] = []
    links: set[str] = set()
    for line in listed.stdout.split(b"\0"):
        about, _, name = line.partition(b"\t")
        path = os.fsdecode(name)
        inside = ".." not in Path(path).parts and not path.startswith("/")
        is_file, is_link = about.startswith(b"100"), about.startswith(b"120")
        if inside and (is_link or (is_file and (path.lower().endswith(suffixes) or path in also))):
            wanted.append((about.split()[2].decode(), path))
            links |= {path} if is_link else set()
    blobs = _git(folder, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob, _ in wanted).encode())
    at = 0
    for _, path in wanted:
        end = blobs.stdout.find(b"\n", at)
        header = blobs.stdout[at:end].split()
        if end < 0 or len(header) != 3:
            raise InputError.of(f"git does not have {path} as it was in the commit {commit}", _FILTERED)
        size = int(header[2])
        content, place = blobs.stdout[end + 1 : end + 1 + size], into / path
        at = end + 1 + size + 1
        if path not in links:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        elif _leads_inside(os.fsdecode(content), path):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(os.fsdecode(content))


def _leads_inside(target: str, link: str) -> bool:
    """Tell whether a link, by its path from the top of a folder, leads to what is in the folder.

    Steps up are allowed at the beginning alone: further on, what a step up leads to depends on other links.
    """
    parts = Path(target).parts
    down = tuple(dropwhile(lambda part: part == "..", parts))
    return not target.startswith("/") and ".." not in down and len(parts) - len(down) < len(Path(link).parts)


def _commit(folder: Path, revision: str) -> str:
    """The commit that a revision names."""
    if not revision or revision.startswith("-") or ":" in revision or not revision.isprintable():
        hint = "name a branch, a tag or a commit, such as main"
        raise InputError.of(f"'{revision}' cannot be the name of a revision", hint)
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        asked = _git(folder, "rev-parse", "--git-dir")
        if asked.returncode:
            raise _refusal(folder, asked)
        raise InputError.of(f"there is no revision '{revision}'", "fetch it first, or check the spelling")
    return commit.stdout.decode().strip()


def _refusal(folder: Path, answer: subprocess.CompletedProcess[bytes]) -> InputError:
    """The error for a folder in which git does not answer."""
    lines = answer.stderr.decode("utf-8", "replace").strip().splitlines()
    reason = next((line for line in lines if "not a git repository" not in line), None)
    if reason:
        return InputError.of(f"git refuses {folder}: {reason}", "make git accept the repository first")
    return InputError.of(f"{folder} is not in a git repository", "there are revisions only in a git repository")


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments],
            capture_output=True,
            input=stdin,
            # Not what a hook has set: the repository is that of the folder.
            env={name: value for name, value in os.environ.items() if name not in _OTHER_REPOSITORY} | quiet,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise InputError.of("git is not installed", "install it") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise InputError.of(f"git failed: {type(error).__name__}", "check that `git status` works here") from None
