# SPDX-License-Identifier: Apache-2.0
"""Rulesets that were read when the package was built or installed, kept as JSON by digest, so that their YAML need not
be parsed.

The first line of the store holds all but the examples of the rules, the second one these: they are most of it, and a
check needs none. A ruleset whose digest is not kept is read as any other: a stale store is never wrong, only slower.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from govrules.source.document import Source
from govrules.source.read import digest_of, read, with_known_data

PRECOMPILED = "precompiled.json"


def precompile(paths: Iterable[Path]) -> bytes:
    """What :func:`read_known` and :func:`with_examples` look up, for these rulesets."""
    lean, examples = {}, {}
    for source in map(read, paths):
        rules = source.data["rules"]
        lean[source.digest] = {**source.data, "rules": [_without_examples(rule) for rule in rules]}
        examples[source.digest] = [rule.get("examples") for rule in rules]
    return "\n".join(json.dumps(part, ensure_ascii=False) for part in (lean, examples)).encode()


def read_known(path: Path, store: Path) -> Source:
    """Read a ruleset, its data from the store if they are kept there; these are without the examples."""
    raw = path.read_bytes()
    data = _kept(store, 0).get(digest_of(raw))
    return read(path) if data is None else with_known_data(raw, data, file=str(path))


def with_examples(source: Source, store: Path) -> Source:
    """A ruleset with the examples of its rules, if they are kept apart from it."""
    examples = _kept(store, 1).get(source.digest)
    if examples is None:
        return source
    rules = [
        rule if found is None else {**rule, "examples": found}
        for rule, found in zip(source.data["rules"], examples, strict=True)
    ]
    return replace(source, data={**source.data, "rules": rules})


def _without_examples(rule: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in rule.items() if name != "examples"}


@cache
def _kept(store: Path, line: int) -> dict[str, Any]:
    lines = store.read_bytes().split(b"\n") if store.is_file() else []
    found: dict[str, Any] = json.loads(lines[line]) if line < len(lines) else {}
    return found
