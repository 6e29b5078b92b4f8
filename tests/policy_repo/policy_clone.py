# SPDX-License-Identifier: Apache-2.0
"""A clone of the sample of a policy repository, and a shell that stands in it, on the day as of which it was written.

It knows the sample's files and gaps; what is right of them, the tests say.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clean_shell import ROOT, clean_environment, git
from command_line import Done

SAMPLE = ROOT / "examples" / "policy-repo"
README = (SAMPLE / "README.md").read_text(encoding="utf-8")
DAY = "2026-11-28"
LATER = "2027-06-01"
BROKER, BANK, DRAFT = "strategies/brokerage.md", "strategies/retail-bank.yaml", "strategies/drafts/wealth.yaml"
STRATEGIES = [BROKER, BANK, DRAFT]
# A gap of the sample, as somebody who waives it would name it.
GAP = ("us-finra-2210-static-told-apart", "Consultants on LinkedIn")
# The archive of one channel; and what takes it off, three lines shorter.
ARCHIVE = """\
    archive:
      enabled: true
      captures: [posts, edits, deletions, comments, direct-messages, approvals]
      retrieval_tested_on: 2026-11-10
"""
NO_ARCHIVE = "    archive: {enabled: false}\n"
OPEN = ("unanswered", "may-apply")
# What comes of that: one gap, for which two rules ask.
BROUGHT = {"us-meridian-customer-messages-captured": "major"}
RULES = [*BROUGHT, "zz-channel-archive"]
# How annotations are titled: how much it weighs, who asks for it, and the rule that weighs most.
TITLES = ["major, house: us-meridian-customer-messages-captured and 1 more rule"]

# Commands that take no --as-of ask what day it is.
_COMMAND = """\
#!{python}
import os
from datetime import date
import govrules.today
govrules.today.today = lambda: date.fromisoformat(os.environ["TODAY"])
from govrules.cli.main import main
main()
"""


@dataclass(frozen=True)
class Clone:
    """A clone, and the folder in which the command ``govrules`` lies."""

    place: Path
    commands: Path

    def run(self, command: str, *, today: str = DAY, **settings: object) -> Done:
        """Run a line of shell in the clone."""
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=self.place,
            env=clean_environment(self.commands, TODAY=today, COLUMNS=100, **settings),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def git(self, *arguments: object) -> str:
        """Run git in the clone."""
        return git(*arguments, cwd=self.place)

    def read(self, name: str) -> str:
        """The text of a file."""
        return (self.place / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace what stands once in a file."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (self.place / name).write_text(text.replace(old, new), encoding="utf-8")

    def line(self, name: str, text: str) -> int:
        """The number of the only line in which this stands."""
        (number,) = (number for number, line in enumerate(self.read(name).splitlines(), 1) if text in line)
        return number

    def changed_lines(self, since: str = "main") -> set[tuple[str, int]]:
        """The lines that are new or other since a revision, as ``git diff -U0`` tells them."""
        lines, file = set(), ""
        for line in self.git("diff", "-U0", since).splitlines():
            if line.startswith("+++ b/"):
                file = line.removeprefix("+++ b/")
            elif hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
                first, count = int(hunk[1]), int(hunk[2] or 1)
                lines |= {(file, number) for number in range(first, first + count)}
        return lines


def command_folder(folder: Path, python: str) -> Path:
    """A folder with the command ``govrules``, for which TODAY says what day it is."""
    (command := folder / "govrules").write_text(_COMMAND.format(python=python), encoding="utf-8")
    command.chmod(0o755)
    return folder


def cloned(origin: Path, commands: Path, folder: Path) -> Clone:
    """A fresh clone in a folder."""
    git("clone", "--quiet", origin, folder / "clone", cwd=folder)
    return Clone(folder / "clone", commands)


def objects(lines: str) -> list[dict[str, Any]]:
    """What a report in JSON lines finds."""
    return [json.loads(line) for line in lines.splitlines()]


def new(findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those that are neither waived nor known."""
    return [one for one in findings if one["verdict"] != "waived" and standing(one) != "known"]


def gaps_and_open(stands: Counter[str]) -> int:
    """How many are gaps or open: not answered, or of a rule that may apply."""
    return sum(stands[verdict] for verdict in ("gap", *OPEN))


def standing(finding: dict[str, Any]) -> str:
    """How a finding stands: waived, known, or by its verdict if it is neither."""
    return "known" if finding.get("known", finding.get("known_from")) else str(finding["verdict"])
