# SPDX-License-Identifier: Apache-2.0
"""Options of the test suite, and what several parts of it make."""

from collections.abc import Callable
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-reports",
        action="store_true",
        help="Write the reports of the examples anew. Read every change before you commit it.",
    )


@pytest.fixture
def rule() -> Callable[..., dict[str, Any]]:
    """Make a rule for everybody, everywhere, about the strategy as a whole; anything can be said otherwise."""

    def make(id_: str, require: dict[str, Any], **otherwise: Any) -> dict[str, Any]:
        source = {"citation": f"Code, {id_}", "authority": "Authority", "kind": "statute", "confidence": "unverified"}
        return {
            "id": id_,
            "title": f"Title of {id_}",
            "severity": "major",
            "jurisdiction": "ZZ",
            "source": source | otherwise.pop("source", {}),
            "subject": "strategy",
            "require": require,
            "finding": "{label} falls short.",
            "remedy": {"do": f"Cure {id_}.", "owner": "legal", "effort": "days"},
            **otherwise,
        }

    return make
