# SPDX-License-Identifier: Apache-2.0
"""A ruleset as its file has it, validated but not typed; what is faulty is left out, so that the rest can be read.

What the rules of a file share is written into each of them here: its defaults, and the sources that they name by id.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from govrules.ruleset.model import ChangeText, ConceptText, RulesetText, RuleText, SharedText
from govrules.ruleset.relevance import Reach
from govrules.source.document import Pointer, Source
from govrules.source.errors import MOST_FAULTS, Problem
from govrules.source.faults import FaultKind
from govrules.source.model_errors import problems_of, validated
from govrules.source.suggest import did_you_mean
from govrules.taxonomy import Tree

# In the place of a source that is not listed, so that the other faults of its rule are found all the same.
_STAND_IN = {"citation": "?", "authority": "?", "kind": "statute", "confidence": "unverified"}
_LISTS = ("rules", "concepts", "changes")


@dataclass(frozen=True)
class Written:
    """A ruleset and its source. ``places`` tells at which index of the file each element of a list stands."""

    text: RulesetText
    source: Source
    places: Mapping[str, tuple[int, ...]]

    def rule_ids(self) -> Iterator[str]:
        """The ids of all rules in the file, of those that were left out as well."""
        return (rule["id"] for rule in self.source.data.get("rules") or () if isinstance(rule, dict) and "id" in rule)

    def rules(self) -> Iterator[tuple[Pointer, RuleText]]:
        """Each rule with where it stands."""
        return zip(self._pointers("rules"), self.text.rules, strict=True)

    def concepts(self) -> Iterator[tuple[Pointer, ConceptText]]:
        """Each concept with where it stands."""
        return zip(self._pointers("concepts"), self.text.concepts, strict=True)

    def changes(self) -> Iterator[tuple[Pointer, ChangeText]]:
        """Each change with where it stands."""
        return zip(self._pointers("changes"), self.text.changes, strict=True)

    def _pointers(self, name: str) -> Iterator[Pointer]:
        return ((name, index) for index in self.places[name])


def read_written(source: Source, tree: Tree, reach: Reach | None = None) -> tuple[Written | None, list[Problem]]:
    """Validate a ruleset; a rule, concept or change that is faulty is told and left out.

    None where the ruleset itself is faulty. ``tree`` is the tree of sectors that it may name. With ``reach``, rules
    that cannot bind what it describes are left out untold; the ruleset must be known to be sound.
    """
    context = {"sectors": tree}
    try:
        validated(SharedText, source.data, context)
    except ValidationError as error:
        return None, problems_of(error, RulesetText, source)
    data: dict[str, Any] = dict(source.data)
    apart: set[tuple[int | str, ...]] = set()
    unlisted: dict[int, Problem] = {}
    if isinstance(data.get("rules"), list):
        data["rules"] = [_with_shared(rule, data) for rule in data["rules"]]
        unlisted = dict(_unlisted_sources(data, source))
        for index in unlisted:
            data["rules"][index]["source"] = _STAND_IN
    if reach is not None:
        apart = {("rules", index) for index, rule in enumerate(data.get("rules", ())) if not reach.may_bind(rule)}
        data["rules"] = [rule for index, rule in enumerate(data.get("rules", ())) if ("rules", index) not in apart]
    problems = list(unlisted.values())
    faulty = apart | {("rules", index) for index in unlisted}
    try:
        text = validated(RulesetText, data, context)
        if not unlisted:
            return _written(text, source, apart), []
    except ValidationError as error:
        problems += problems_of(error, RulesetText, source)
        wrong = {details["loc"][:2] for details in error.errors()}
        if any(len(where) < 2 or where[0] not in _LISTS for where in wrong):
            return None, problems
        faulty |= wrong
    for name in _LISTS:
        if isinstance(data.get(name), list):
            data[name] = [item for index, item in enumerate(data[name]) if (name, index) not in faulty]
    return _written(validated(RulesetText, data, context), source, faulty), problems


def _unlisted_sources(data: Mapping[str, Any], source: Source) -> Iterator[tuple[int, Problem]]:
    """The rules, by index, that name a source which the ruleset does not list, each with the fault."""
    listed = tuple(data.get("sources") or ())
    found = 0
    for index, rule in enumerate(data["rules"]):
        named = rule.get("source") if isinstance(rule, dict) else None
        if isinstance(named, str):
            found += 1
            near = did_you_mean(named, listed) if found <= MOST_FAULTS else None
            hint = near or "list it under `sources`, or write the source itself"
            place = source.place(("rules", index, "source"))
            yield index, Problem(f"the ruleset lists no source '{named}'", place, hint, FaultKind.UNKNOWN_SOURCE)


def _with_shared(rule: Any, ruleset: Mapping[str, Any]) -> Any:
    """A rule with the defaults of its file, and with the source that it names."""
    if not isinstance(rule, dict):
        return rule
    defaults = {name: value for name, value in (ruleset.get("defaults") or {}).items() if value is not None}
    whole = {**defaults, **rule}
    named = whole.get("source")
    sources = ruleset.get("sources") or {}
    if isinstance(named, str) and named in sources:
        whole["source"] = sources[named]
    return whole


def _written(text: RulesetText, source: Source, faulty: set[tuple[int | str, ...]]) -> Written:
    places = {}
    for name in _LISTS:
        listed = source.data.get(name)
        count = len(listed) if isinstance(listed, list) else 0
        places[name] = tuple(index for index in range(count) if (name, index) not in faulty)
    return Written(text, source, places)
