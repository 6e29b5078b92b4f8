# SPDX-License-Identifier: Apache-2.0
"""The tree of a condition with the truth of each part: for failed examples and for ``explain --why``."""

from collections.abc import Iterator, Mapping
from typing import Any

from govrules.assessment.evidence import location, plain
from govrules.assessment.ruletest import describe
from govrules.logic.condition import All, AnyOf, Compare, Is, Not, Quantified
from govrules.logic.incomplete import IncompleteList
from govrules.logic.trace import Trace
from govrules.ruleset.message import shown
from govrules.source.document import Source

_MARKS = {True: "true", False: "false", None: "unknown"}


def trace_lines(traced: Trace, source: Source | None, depth: int = 0) -> Iterator[str]:
    """One line a part, indented by depth: its truth, what it asks, and what the document says and where."""
    condition = traced.condition
    mark = f"{'  ' * depth}[{_MARKS[traced.truth]}] "
    match condition:
        case Compare():
            yield f"{mark}{describe(condition)}: {_stated(traced, source)}"
            return
        case Quantified(path, quantifier):
            bounds = f" ({', '.join(condition.bounds)})" if condition.bounds else ""
            known = "known " if condition.known else ""
            yield f"{mark}{known}{quantifier} of {path}{bounds}: {_stated(traced, source)}"
        case All():
            yield f"{mark}all of"
        case AnyOf():
            yield f"{mark}any of"
        case Not():
            yield f"{mark}not"
        case Is(concept):
            yield f"{mark}is {concept}"
    for part in traced.parts:
        yield from trace_lines(part, source, depth + 1)


def trace_as_data(traced: Trace) -> Mapping[str, Any]:
    """A trace as plain data, for JSON."""
    condition = traced.condition
    data: dict[str, Any] = {"asks": describe(condition), "truth": traced.truth}
    if traced.pointer is not None:
        data["field"] = ".".join(str(step) for step in traced.pointer)
        data["says"] = plain(traced.value)
    if traced.parts:
        data["parts"] = [trace_as_data(part) for part in traced.parts]
    return data


def _stated(traced: Trace, source: Source | None) -> str:
    assert traced.pointer is not None, "comparisons and lists stand somewhere"
    if traced.value is None:
        return "not stated"
    if isinstance(traced.condition, Quantified):
        text = f"{len(traced.value)} stated"
    else:
        value = plain(traced.value)
        text = " ".join(shown(tuple(value) if isinstance(value, list) else value).split())
    if isinstance(traced.value, IncompleteList):
        text += ", and the list is not complete"
    place = location(traced.pointer, source)
    return f"{text} ({place.file}:{place.line}:{place.column})" if place else text
