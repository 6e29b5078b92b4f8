# SPDX-License-Identifier: Apache-2.0
"""The two trees, and the words for sectors, read from the YAML files beside this module.

It trusts those files: they ship with the product, and the tests hold their form.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from govrules.taxonomy.tree import Tree

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


EVERYWHERE = "ZZ"
"""The code of the whole world, which lies around every other jurisdiction."""


@cache
def jurisdictions() -> Tree:
    """The jurisdictions: worldwide over unions and countries, a union over its members, a country over subdivisions."""
    data = _jurisdiction_data()
    [(top, top_name)] = data["worldwide"].items()
    nodes: dict[str, tuple[str, str | None]] = {top: (top_name, None)}
    union_of: dict[str, str] = {}
    for code, union in data["unions"].items():
        nodes[code] = (union["name"], top)
        union_of |= dict.fromkeys(union["members"], code)
    for code, name in data["countries"].items():
        nodes[code] = (name, union_of.get(code, top))
    for code, name in data["subdivisions"].items():
        nodes[code] = (name, code.partition("-")[0])
    return Tree({}, {}).with_nodes(nodes)


def jurisdictions_called(name: str) -> tuple[str, ...]:
    """The codes of the jurisdictions of that name, whatever its case; none where it is a code itself.

    Two places can have one name: Georgia is a country and a state.
    """
    return () if jurisdictions().knows(name) else _jurisdiction_names().get(name.lower(), ())


@cache
def _jurisdiction_names() -> Mapping[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for code, name in jurisdictions().names.items():
        named[name.lower()] = (*named.get(name.lower(), ()), code)
    aliases: Mapping[str, str] = _jurisdiction_data()["aliases"]
    return named | {alias.lower(): (code,) for alias, code in aliases.items()}


@cache
def _jurisdiction_data() -> dict[str, Any]:
    return _read("jurisdictions.yaml")


@cache
def sectors() -> Tree:
    """The sectors."""
    return Tree({}, {}).with_nodes(dict(_flat(_sector_data()["sectors"], None)))


def sector_alias(word: str) -> str | None:
    """The sector id that a word stands for, whatever its case or spacing; an id stands for itself."""
    slug = "-".join(word.lower().replace("_", " ").replace("-", " ").split())
    if sectors().knows(slug):
        return slug
    alias: str | None = _sector_data()["aliases"].get(slug)
    return alias


@cache
def not_sectors() -> frozenset[str]:
    """The words that the law uses like a sector and that name none, such as "listed-company"."""
    return frozenset(_sector_data()["not_sectors"])


def _flat(level: Mapping[str, Any], parent: str | None) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """One level of the sector data, and all below it, as the nodes a Tree is built from."""
    for code, node in level.items():
        if isinstance(node, str):
            yield code, (node, parent)
        else:
            yield code, (node["title"], parent)
            yield from _flat(node["children"], code)


@cache
def _sector_data() -> dict[str, Any]:
    return _read("sectors.yaml")


def _read(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return data
