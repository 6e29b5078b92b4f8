# SPDX-License-Identifier: Apache-2.0
"""JSON lines, read rule by rule."""

import json
from typing import Any


def said_by_rule(lines: str) -> list[dict[str, Any]]:
    """What JSON lines hold, an entry for each rule and subject."""
    own = ("rule", "subject", "message")
    found = ((line, one) for line in map(json.loads, lines.splitlines()) for one in line["rules"])
    return [{**one, **line, **{key: one[key] for key in own}} for line, one in found]
