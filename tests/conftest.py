# SPDX-License-Identifier: Apache-2.0
"""Options of the test suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-reports",
        action="store_true",
        help="Write the reports of the examples anew. Read every change before you commit it.",
    )
