# SPDX-License-Identifier: Apache-2.0
"""The files for CI that the guide and the examples show, as a reader writes them down."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "ci.md"
_BLOCK = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
# What readers are told to write: the hash of a commit.
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def examples(pattern: str) -> list[str]:
    """The files of the examples that match, by what is in them."""
    return [
        path.read_text(encoding="utf-8").replace("COMMIT", COMMIT) for path in sorted(ROOT.glob(f"examples/{pattern}"))
    ]


def shown(title: str, *, commit: str = COMMIT) -> str:
    """What the guide shows under a title."""
    found: dict[str, str] = dict(_BLOCK.findall(GUIDE.read_text(encoding="utf-8")))
    return found[title].replace("COMMIT", commit)
