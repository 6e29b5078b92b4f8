# SPDX-License-Identifier: Apache-2.0
"""The bundled rulesets, for tests that only look at them: loaded once in a run, when first somebody asks."""

from functools import cache

import pytest

from govrules import Rulesets, load_rulesets


@cache
def bundled() -> Rulesets:
    """All bundled rulesets."""
    return load_rulesets()


EACH_RULESET = [
    pytest.param(one, id=one.id, marks=() if one.id in ("general/sg", "general/in", "alcohol/us") else pytest.mark.long)
    for one in bundled()
]
"""For tests that take long: the smallest rulesets always, the others where long tests run."""
