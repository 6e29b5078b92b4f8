# SPDX-License-Identifier: Apache-2.0
"""The bundled rulesets, for tests that only look at them: loaded once in a run, when first somebody asks."""

from functools import cache

import pytest

from govrules import Rulesets, load_rulesets


@cache
def bundled() -> Rulesets:
    """All bundled rulesets."""
    return load_rulesets()


def long_unless_small(ruleset: str) -> tuple[pytest.MarkDecorator, ...]:
    """The marks of a test that takes long: the smallest rulesets are always tested, the others in the long run."""
    return () if ruleset in ("general/sg", "general/in", "alcohol/us") else (pytest.mark.long,)


def one_in_eight(index: int) -> tuple[pytest.MarkDecorator, ...]:
    """The marks of a test that takes long and is made for many strategies: one in eight is always tested."""
    return () if index % 8 == 0 else (pytest.mark.long,)


EACH_RULESET = [pytest.param(one, id=one.id, marks=long_unless_small(one.id)) for one in bundled()]
"""For tests that take long: the smallest rulesets always, the others where long tests run."""
