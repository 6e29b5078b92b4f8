# SPDX-License-Identifier: Apache-2.0
"""What tests take from npm: consumers and linters that are written in JavaScript. CI installs them."""

import os
from pathlib import Path

import pytest


def npm_package(*inside):
    """A file of an npm package that CI installs under GOVRULES_NPM; without it, the test is skipped, but not in CI."""
    root = os.environ.get("GOVRULES_NPM")
    path = Path(root, "node_modules", *inside) if root else None
    if path is not None and path.is_file():
        return path
    reason = f"{'/'.join(inside[:2])} is not there; `npm install` it and name the folder in GOVRULES_NPM"
    if os.environ.get("GOVRULES_REQUIRE_NPM") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
