# SPDX-License-Identifier: Apache-2.0
"""Strategies that fall short in all their channels, and what a report of one finds."""

import json
from datetime import date

from govrules.output.presentation.items import items

AS_OF = date(2026, 11, 23)


def strategy(*names, **otherwise):
    """The text of a strategy with one channel for each of these names."""
    stated = {"platform": "x", "visibility": "public", "archive": {"enabled": False}}
    asked = dict.fromkeys(("exit_plan", "page_statistics", "editorial_content", "user_adverts"), False)
    channels = [{"name": name, **stated, **asked} for name in names]
    organisation = {"name": names[0], "sectors": []}
    told = {"title": names[0], "organisation": organisation, "channels": channels, "markets": [], **otherwise}
    return json.dumps(told, indent=1)


def things(*reports):
    """What the reports find, one control at a time, but for what is accepted."""
    return [item for report in reports for item in items(report) if item.verdict != "waived"]
