# SPDX-License-Identifier: Apache-2.0
"""A shell that knows nothing of these tests, and the commands that are run in it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Of these, none is to reach what a test runs: neither the hook of git within which the tests may run, nor the CI.
_FOREIGN = ("GIT_", "PYTHON", "VIRTUAL_ENV", "PRE_COMMIT", "GITHUB_", "RUNNER_", "CI_", "GITLAB_", "INPUT_")
# Rules that stay the same, whatever the bundled ones come to say.
ONLY_ACME = ("--no-bundled", "--ruleset=rulesets/acme.yaml")
CONFIGURATION = "strategies: [strategies]\nrulesets: [rulesets/acme.yaml]\nbundled: false\n"


def clean_environment(*folders: Path, **settings: object) -> dict[str, str]:
    """The environment of a shell that knows nothing of these tests; ``folders`` come first in its PATH."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
    kept["PATH"] = os.pathsep.join([*map(str, folders), kept["PATH"]])
    author = {"GIT_AUTHOR_NAME": "Author", "GIT_AUTHOR_EMAIL": "author@example.org"}
    committer = {name.replace("AUTHOR", "COMMITTER"): value for name, value in author.items()}
    # To compile all that is installed takes longer than to run it.
    pip = {"PIP_NO_COMPILE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return kept | author | committer | pip | {name: str(value) for name, value in settings.items()}


def tool(name: str) -> str:
    """A command of the extra ``dev``."""
    return str(Path(sys.executable).parent / name)


def git(*arguments: object, cwd: Path) -> str:
    """Run git as somebody who has no settings of their own."""
    command = ["git", "-c", "safe.directory=*", "-c", "core.hooksPath=/dev/null", *map(str, arguments)]
    settings = clean_environment(GIT_CONFIG_GLOBAL=os.devnull)
    return subprocess.run(command, cwd=cwd, env=settings, check=True, capture_output=True, encoding="utf-8").stdout


def complaints(*command: object, cwd: Path = ROOT) -> str:
    """What a command prints if it fails, such as a linter that finds something, and nothing if it does not."""
    result = subprocess.run(
        list(map(str, command)), cwd=cwd, env=clean_environment(), capture_output=True, encoding="utf-8", check=False
    )
    return (result.stdout + result.stderr or f"exit code {result.returncode}") if result.returncode else ""
