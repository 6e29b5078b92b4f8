# SPDX-License-Identifier: Apache-2.0
"""The bundled rulesets, for tests that only look at them: loaded once in a run, when first somebody asks."""

from functools import cache

from govrules import Rulesets, load_rulesets


@cache
def bundled() -> Rulesets:
    """All bundled rulesets."""
    return load_rulesets()
