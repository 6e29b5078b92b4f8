# SPDX-License-Identifier: Apache-2.0
"""Sound documents, made unsound: what the targets of fuzzing are given to read."""

import io
import json
import zipfile
from typing import Any

from hypothesis import strategies as st

# What has broken readers: extremes of days and numbers, marks of other formats, half of a character.
ODD = (
    "9999-12-31",
    "0001-01-01",
    "https://[",
    "[z-a]",
    "\\",
    "!",
    "\0",
    "\ufeff",
    "&a [*a]",
    "1e999",
    "0x" + "f" * 999,
    "-1",
    "4000000",
    "9" * 30,
    "{name}",
    "{",
    "$hours",
    "../x",
    "/etc/passwd",
    "---",
    "NO",
    "~",
    "\ud800",
    "[[[[",
    "<<: *a",
)
PIECES = st.one_of(st.sampled_from(ODD).map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=6))


@st.composite
def mangled(draw: st.DrawFn, sound: bytes) -> bytes:
    """A sound document with some stretches of it replaced, doubled or left out."""
    raw = sound
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 12)))
        raw = raw[:start] + draw(st.one_of(PIECES, st.just(raw[start:end] * 2))) + raw[end:]
    return raw


def values(data: object) -> st.SearchStrategy[bytes]:
    """A sound document in which one value, wherever it stands, is another one."""
    places: list[tuple[str | int, ...]] = []

    def visit(part: object, at: tuple[str | int, ...]) -> None:
        places.append(at)
        for key, value in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
            visit(value, (*at, key))

    visit(data, ())
    odd = st.one_of(
        st.sampled_from(ODD[:-4]), st.none(), st.booleans(), st.integers(), st.integers(-(10**30), 10**30),
        st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([[], {}, [1, "a", None], {"id": []}]),
        st.text(max_size=8),
    )  # fmt: skip

    def with_value(at: tuple[str | int, ...], value: object) -> bytes:
        if not at:
            return json.dumps(value).encode()
        copy = json.loads(json.dumps(data))
        part = copy
        for step in at[:-1]:
            part = part[step]
        part[at[-1]] = value
        return json.dumps(copy).encode()

    return st.builds(with_value, st.sampled_from(places[1:]), odd)


@st.composite
def repacked(draw: st.DrawFn, sound: bytes) -> bytes:
    """A sound file of an office program in which one of the files that it packs is mangled, doubled or left out."""
    with zipfile.ZipFile(io.BytesIO(sound)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    name = draw(st.sampled_from(sorted(members)))
    written: Any = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for other, content in members.items():
            if other != name:
                packed.writestr(other, content)
            elif draw(st.integers(0, 9)):
                packed.writestr(other, draw(mangled(content)))
    return written.getvalue()
