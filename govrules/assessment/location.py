# SPDX-License-Identifier: Apache-2.0
"""Where something stands in a file, as reports tell it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Location:
    """Where something stands in a file; lines and columns count from 1. ``text`` is the whole line."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
