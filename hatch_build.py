# SPDX-License-Identifier: Apache-2.0
"""Reads the bundled rulesets once, when govrules is built or installed to be developed, so that it need not parse their
YAML at each start."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PrecompileRulesets(BuildHookInterface):
    """Puts the data of the rulesets into the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the data: into the wheel, or into a checkout that is installed as editable, where git ignores it and a
        ruleset that is changed later is read as YAML."""
        sys.path.insert(0, self.root)
        from govrules.source.precompiled import PRECOMPILED, precompile

        data = precompile(sorted((Path(self.root) / "rulesets").glob("*/*.yaml")))
        if version == "editable":
            (Path(self.root) / "govrules" / PRECOMPILED).write_bytes(data)
            return
        self.folder = tempfile.TemporaryDirectory()
        written = Path(self.folder.name) / PRECOMPILED
        written.write_bytes(data)
        build_data["force_include"][str(written)] = f"govrules/{PRECOMPILED}"
