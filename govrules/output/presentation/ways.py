# SPDX-License-Identifier: Apache-2.0
"""What would meet a rule, in words: each way with all that it takes, and that one of several is enough."""

import re
from collections.abc import Iterable, Iterator

from govrules.assessment.report import Finding, Wanted
from govrules.output.presentation.numbers import plural

_INDEX = re.compile(r"\[\d+\]")
_READ_AS = {"true": "yes", "false": "no", "stated": "any answer", "blank": "no answer"}
ENOUGH = "One of these is enough"


def looked_for(wanted: str) -> str:
    """What a field would have to be, for readers: yes or no where a ruleset writes true or false."""
    return _READ_AS.get(wanted, wanted)


def way_words(way: Iterable[Wanted]) -> str:
    """What a way takes; the same answer of several elements of a list is said once."""
    return "; ".join(_said(way))


def other_ways(finding: Finding) -> str | None:
    """The ways that would cure a gap, as a sentence; None where there is one."""
    if not finding.ways:
        return None
    return f"{ENOUGH}: {'; or '.join(map(way_words, finding.ways))}."


def _said(way: Iterable[Wanted]) -> Iterator[str]:
    alike: dict[tuple[str, str], list[Wanted]] = {}
    for one in way:
        alike.setdefault((_INDEX.sub("", one.field), one.wanted), []).append(one)
    for (_, wanted), (first, *more) in alike.items():
        others = f" and {plural(len(more), 'other')}" if more else ""
        yield f"{first.field}{others}: {looked_for(wanted)}"
