# SPDX-License-Identifier: Apache-2.0
"""What the tests of the page need of the machine."""

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip, or fail where a browser is required."""
    if os.environ.get("GOVRULES_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what}, and GOVRULES_REQUIRE_BROWSER is set")
    pytest.skip(what)
