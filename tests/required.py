# SPDX-License-Identifier: Apache-2.0
"""What the tests of the page, and those of clusters, need of the machine."""

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip, or fail where a browser is required."""
    _missing(what, "GOVRULES_REQUIRE_BROWSER")


def missing_of_clusters(what: str) -> NoReturn:
    """Skip, or fail where Spark is required."""
    _missing(what, "GOVRULES_REQUIRE_CLUSTERS")


def _missing(what: str, variable: str) -> NoReturn:
    if os.environ.get(variable) == "1":
        pytest.fail(f"{what}, and {variable} is set")
    pytest.skip(what)
