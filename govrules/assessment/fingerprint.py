# SPDX-License-Identifier: Apache-2.0
"""What a finding is known by from one report to the next: it stays the same when lines move, when other elements of a
list come and go, and when a value changes that still falls short."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from govrules.assessment.report import Finding, Met

_INDEX = re.compile(r"\[\d+\]")
_PLACE = re.compile(r"\w+(\[\d+\])?(\.\w+(\[\d+\])?)*", re.ASCII)
_LENGTH = 16


def generic(field: str) -> str:
    """A field of whatever element of a list: ``channels[2].approval`` as ``channels.approval``."""
    return _INDEX.sub("", field)


def subject_key(verdict: Finding | Met) -> tuple[str, str]:
    """The rule and the name of its subject; a subject without a name is known by the list in which it stands."""
    name = verdict.subject
    return verdict.rule, generic(name) if _PLACE.fullmatch(name) else name


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """A fingerprint for each finding of a report, in its order: 16 hexadecimal digits, each only once.

    It rests on the rule, the subject's name and the fields that decided. Findings that agree in all three, such as
    those about two channels without a name, are told apart by their order.
    """
    return numbered(
        (*subject_key(finding), *sorted({generic(item.field) for item in finding.evidence})) for finding in findings
    )


def numbered(keys: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """A fingerprint for each key; those of equal keys are told apart by their order."""
    seen: Counter[tuple[str, ...]] = Counter()
    made: list[str] = []
    for key in keys:
        seen[key] += 1
        parts = (*key, str(seen[key]))
        made.append(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])
    return tuple(made)
