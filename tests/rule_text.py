# SPDX-License-Identifier: Apache-2.0
"""Rules as data, as a ruleset's file has them. What a test does not say is the same in all of them."""

from typing import Any

SOURCE = {"authority": "Authority", "kind": "statute", "confidence": "unverified"}


def rule_text(id_: str, require: dict[str, Any], **otherwise: Any) -> dict[str, Any]:
    """A rule for everybody, everywhere, about the strategy as a whole; anything can be said otherwise."""
    return {
        "id": id_,
        "title": f"Title of {id_}",
        "severity": "major",
        "basis": "required",
        "jurisdiction": "ZZ",
        "source": {"citation": f"Code, {id_}"} | SOURCE | otherwise.pop("source", {}),
        "subject": "strategy",
        "require": require,
        "finding": "{label} falls short.",
        "remedy": {"do": f"Cure {id_}.", "owner": "legal", "effort": "days"},
        **otherwise,
    }


def ruleset_text(*rules: dict[str, Any], **otherwise: Any) -> dict[str, Any]:
    """A ruleset of these rules; anything can be said otherwise."""
    head = {"ruleset": "test/small", "title": "Small", "version": "1.0", "reviewed": "2026-01-01"}
    return head | {"rules": [*rules]} | otherwise
