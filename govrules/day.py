# SPDX-License-Identifier: Apache-2.0
"""How a day is written, in documents, rulesets and on the command line: as YYYY-MM-DD and in no other way."""

import re
from datetime import date

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# The same for a JSON Schema: a day of the calendar and nothing else, so neither 2026-02-29 nor 2026-13-01.
PATTERN = (
    "^(?!0000)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))"
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$"
)


def read_day(text: object) -> date | None:
    """The day that a text names; None if it is not text, not of this form, or no day of the calendar."""
    # The form is checked first, for Python also reads weeks (2026-W48-1).
    if not isinstance(text, str) or not _FORM.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
