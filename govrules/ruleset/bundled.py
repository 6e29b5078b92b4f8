# SPDX-License-Identifier: Apache-2.0
"""Where the bundled rulesets are: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_directory() -> Path:
    """The directory that holds ``general/``, ``finance/`` and the other industries."""
    installed = _PACKAGE / "rulesets"
    return installed if installed.is_dir() else _PACKAGE.parent / "rulesets"


def bundled_paths() -> list[Path]:
    """The files of all bundled rulesets, in a fixed order."""
    return sorted(bundled_directory().glob("*/*.yaml"))
