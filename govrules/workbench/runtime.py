# SPDX-License-Identifier: Apache-2.0
"""What a browser needs to run the package and does not have: Python (Pyodide), what draws the charts, pydantic's core.

All are fetched once, with the npm and pip that are at hand, so that their settings (a mirror, a proxy) hold here too.
What npm fetches is held against the digests that stand here; pip verifies what it fetches itself.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from govrules.source.errors import InputError

PYTHON = "3.14"
PLATFORM = "pyemscripten_2026_0_wasm32"
"""Of the Pyodide below: wheels of other versions cannot be loaded by it."""
# By name and version, the SHA-512 of the archive. Vega and Vega-Lite in the versions of vl-convert, which
# draws the charts elsewhere.
PACKAGES = {
    "pyodide@314.0.7": "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A==",
    "vega@5.33.1": "1fArfVDUqVbb5z8n+/nVQb+VNBzx8svY6CrsyTK4Ujm4yrd9I1auoKxBAPXLCavY1LcrbHUskQbGUP8gXOzyQw==",
    "vega-lite@5.21.0": "hNxM9nuMqpI1vkUOhEx6ewEf23WWLmJxSFJ4TA86AW43ixJyqcLV+iSCO0NipuVTE0rlDcc2e8joSewWyOlEwA==",
    "vega-interpreter@1.2.1": "EMHLGxJ+SWfh1K/fHDRlHEZtLA/2ZNAXItYb5e8CxuAIm/Ha/3DHX/8VlvbTGIciUpuwmcKx4tVhJWlKreQ/Yw==",  # noqa: E501
}
_FILES = {
    "pyodide": ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"),
    "vega": ("build/vega.min.js",),
    "vega-lite": ("build/vega-lite.min.js",),
    "vega-interpreter": ("build/vega-interpreter.min.js",),
}
CORE = "pydantic_core.whl"
"""What pydantic's core is called in the folder of a runtime, whatever its version."""


def names() -> tuple[str, ...]:
    """The files of a runtime."""
    return (*(Path(file).name for files in _FILES.values() for file in files), CORE)


def runtime(kept: Path) -> Path:
    """The folder of the runtime, fetched into ``kept`` where it is not there yet.

    Raises InputError where it cannot be fetched; nothing is left behind then.
    """
    made_of = [*PACKAGES, f"pydantic_core@{version('pydantic_core')}"]
    folder = kept / hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:16]
    if all((folder / name).is_file() for name in names()):
        return folder
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept) as temporary:
        fetched = Path(temporary) / "fetched"
        fetched.mkdir()
        _fetch_packages(Path(temporary), fetched)
        _fetch_core(Path(temporary), fetched)
        shutil.rmtree(folder, ignore_errors=True)
        fetched.rename(folder)
    return folder


def _fetch_packages(temporary: Path, into: Path) -> None:
    done = json.loads(_run(["npm", "pack", "--json", "--pack-destination", str(temporary), *PACKAGES], temporary))
    for packed in done:
        name = f"{packed['name']}@{packed['version']}"
        archive = temporary / packed["filename"]
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != PACKAGES[name]:
            raise InputError.of(
                f"npm fetched {name}, but not what it is known to be: {digest}", "fetch it from npm itself"
            )
        with tarfile.open(archive) as packages:
            for file in _FILES[packed["name"]]:
                member = packages.extractfile(f"package/{file}")
                assert member is not None, "the digest is that of an archive with this file"
                (into / Path(file).name).write_bytes(member.read())


def _fetch_core(temporary: Path, into: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    wanted = ["--platform", PLATFORM, "--python-version", PYTHON, f"pydantic_core=={version('pydantic_core')}"]
    _run([*pip, "--disable-pip-version-check", "--dest", str(temporary), *wanted], temporary)
    [wheel] = temporary.glob("pydantic_core-*.whl")
    wheel.rename(into / CORE)


def _run(command: Sequence[str], folder: Path) -> str:
    """What a program prints. Raises InputError where it is not there or fails."""
    tool = "pip" if "pip" in command else command[0]
    way_out = f"install {tool}, or name a folder that has the runtime already: --runtime"
    program = shutil.which(command[0])
    if program is None:
        raise InputError.of(f"the workbench fetches its runtime once with {tool}, which is not here", way_out)
    done = subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise InputError.of(
            f"{tool} could not fetch the workbench's runtime: {said[-1] if said else 'no reason'}", way_out
        )
    return done.stdout
