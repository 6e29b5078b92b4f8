# SPDX-License-Identifier: Apache-2.0
"""Paths as people write them: ``channels[2].archive.enabled``, counting from 1. Writing them is ``label``'s work."""

import re

from govrules.source.document import Pointer

_STEP = re.compile(r"(?P<name>[^.\[\]\s]+)(?:\[(?P<number>[1-9][0-9]{0,8})\])?")


def read_path(path: str) -> Pointer | None:
    """The pointer that a path writes; None where it is no path."""
    steps: list[str | int] = []
    for written in path.split("."):
        step = _STEP.fullmatch(written)
        if step is None:
            return None
        steps.append(step["name"])
        if step["number"]:
            steps.append(int(step["number"]) - 1)
    return tuple(steps)
