# SPDX-License-Identifier: Apache-2.0
"""Where something stands in a file, as reports tell it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Location:
    """Where something stands in a file; lines and columns count from 1.

    ``text`` is the line; of a long one a part, which begins at the column ``text_from``.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    text_from: int = 1
