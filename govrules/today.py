# SPDX-License-Identifier: Apache-2.0
"""The day on which something is checked, where nobody names another."""

from datetime import UTC, date, datetime


def today() -> date:
    """Today by UTC, so that one moment is one day wherever the check runs."""
    return datetime.now(UTC).date()
