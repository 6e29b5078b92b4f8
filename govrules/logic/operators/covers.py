# SPDX-License-Identifier: Apache-2.0
"""``covers``: a jurisdiction lies in this one, or a sector is this one or one under it."""

from datetime import date
from typing import Any

from govrules.logic.operators.operator import CODES, Operator, Predicate, Words
from govrules.logic.shape import FieldType
from govrules.logic.truth import Truth


def _covers(code: str, type_: FieldType) -> Predicate:
    tree = type_.tree
    assert tree is not None, "typed before: only codes have covers"
    within, around = tree.within(code), tree.ancestors(code)
    # A market is reached as a whole, so the United States include California. A seat in the United States, or a sector
    # such as financial services, does not tell whether it is the narrower one.
    wider: Truth = True if type_.kind == "market" else None

    def predicate(value: Any, as_of: date) -> Truth:
        own = value if type_.many else (value,)
        if not within.isdisjoint(own):
            return True
        return False if around.isdisjoint(own) else wider

    return predicate


COVERS = Operator(
    name="covers",
    kinds=CODES,
    many=None,
    operand="value",
    meaning="lies in this jurisdiction, or is this sector or one under it; unknown if only a wider one is stated",
    predicate=_covers,
    words=Words("{}, or what lies in it", "{}, or what lies in it", "anything but {}, or what lies in it"),
    lasting=lambda code: True,
    witnesses=lambda code: (code,),
)
