# SPDX-License-Identifier: Apache-2.0
"""Text from documents made harmless for terminals: control and direction-changing characters become visible escapes."""

import re

# C0 and C1 controls (but tab and line feed), line and paragraph separators, and the bidirectional controls with which
# a text can be shown in another order than it is stored.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def safe(text: str) -> str:
    """Replace each character that a terminal would act upon by its escape, such as ``\\x1b``."""
    return _UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
