# SPDX-License-Identifier: Apache-2.0
"""Documents that were read when the package was built or installed, kept as JSON by
digest, so that their YAML need not be parsed.

A document whose digest is not kept is read as any other: a stale store is never wrong, only slower.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from govrules.source.document import Source
from govrules.source.read import digest_of, read, with_known_data

PRECOMPILED = "precompiled.json"


def precompile(paths: Iterable[Path]) -> bytes:
    """What :func:`read_known` looks up, for these documents."""
    sources = [read(path) for path in paths]
    return json.dumps({source.digest: source.data for source in sources}, ensure_ascii=False).encode()


def read_known(path: Path, store: Path) -> Source:
    """Read a document, its data from the store if they are kept there."""
    raw = path.read_bytes()
    data = _kept(store).get(digest_of(raw))
    return read(path) if data is None else with_known_data(raw, data, file=str(path))


@cache
def _kept(store: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(store.read_bytes()) if store.is_file() else {}
    return found
