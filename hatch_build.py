# SPDX-License-Identifier: Apache-2.0
"""Reads the bundled rulesets once, when a wheel is built, so that an installed govrules need not parse their YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PrecompileRulesets(BuildHookInterface):
    """Puts the data of the rulesets beside them into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the data and have it included; a checkout installed as editable reads its YAML."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from govrules.source.precompiled import PRECOMPILED, precompile

        self.folder = tempfile.TemporaryDirectory()
        written = Path(self.folder.name) / PRECOMPILED
        written.write_bytes(precompile(sorted((Path(self.root) / "rulesets").glob("*/*.yaml"))))
        build_data["force_include"][str(written)] = f"govrules/rulesets/{PRECOMPILED}"
