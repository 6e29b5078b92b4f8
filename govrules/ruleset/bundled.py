# SPDX-License-Identifier: Apache-2.0
"""Where rulesets are found: bundled (inside the installed package, or beside it in a checkout), or offered by other
installed packages through the entry-point group ``govrules.rulesets``."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from govrules.source.document import Source
from govrules.source.errors import InputError
from govrules.source.precompiled import PRECOMPILED, read_known, with_examples
from govrules.source.read import read

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled_directory() -> Path:
    """The directory that holds ``general/``, ``finance/`` and the other industries."""
    installed = _PACKAGE / "rulesets"
    return installed if installed.is_dir() else _PACKAGE.parent / "rulesets"


def read_ruleset(path: Path) -> Source:
    """Read a ruleset. A bundled one that was read when the package was built is taken from there, by its digest, and
    without the examples of its rules."""
    if path.parent.parent == bundled_directory():
        return read_known(path, _PACKAGE / PRECOMPILED)
    return read(path)


def whole(source: Source) -> Source:
    """A ruleset that :func:`read_ruleset` read, with the examples of its rules."""
    return with_examples(source, _PACKAGE / PRECOMPILED) if source.known else source


def bundled_paths() -> list[Path]:
    """The files of all bundled rulesets, in a fixed order."""
    return sorted(bundled_directory().glob("*/*.yaml"))


@cache
def bundled_rule_ids() -> frozenset[str]:
    """The ids of all bundled rules: a general rule may yield to one of an industry whose ruleset is not loaded."""
    return frozenset(rule["id"] for path in bundled_paths() for rule in read_ruleset(path).data["rules"])


def installed_paths() -> list[Path]:
    """The YAML files in the packages that the entry-point group ``govrules.rulesets`` names, in a fixed order.

    Raises InputError where one of the packages is not there, or holds no YAML file.
    """
    found: list[Path] = []
    for entry in sorted(entry_points(group="govrules.rulesets"), key=lambda entry: (entry.name, entry.value)):
        found += _files_of(entry)
    return found


def _files_of(entry: EntryPoint) -> list[Path]:
    try:
        spec = find_spec(entry.value)
    except (ImportError, ValueError):
        spec = None
    folders = (spec and spec.submodule_search_locations) or ()
    files = [path for folder in folders for path in sorted(Path(folder).glob("**/*.yaml"))]
    if not files:
        named = f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.name
        wrong = "where there is none" if folders else "which is not a package"
        message = f"the installed package {named} offers rulesets in '{entry.value}', {wrong}"
        raise InputError.of(message, "correct its entry point govrules.rulesets, or uninstall it")
    return files
