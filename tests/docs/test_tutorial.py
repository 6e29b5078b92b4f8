# SPDX-License-Identifier: Apache-2.0
"""The guides say what is so: the tutorial's commands are run to the letter in an environment of their own, without a
network, and so are the other guides' commands and code."""

import os
import re
import site
import subprocess
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from govrules.today import today

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Offline, and with the build tool that the environment already has.
_OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


class Block(NamedTuple):
    language: str
    title: str
    text: str


def blocks(guide: str) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall((DOCS / guide).read_text(encoding="utf-8"))]


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that has govrules and a build tool, and nothing of the author's."""
    pytest.importorskip("hatchling")
    place = tmp_path_factory.mktemp("fresh")
    venv.create(place, with_pip=True)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    (library / "installed.pth").write_text("\n".join([str(ROOT), *site.getsitepackages()]) + "\n")
    command = place / "bin" / "govrules"
    command.write_text(f"#!{place}/bin/python\nfrom govrules.cli.main import main\nmain()\n")
    command.chmod(0o755)
    return place


def script(parts: list[Block]) -> Iterator[str]:
    """One shell script: files are written where the shell then stands, commands run as they are written."""
    yield "set -euo pipefail"
    for number, block in enumerate(parts):
        if block.language == "sh":
            yield f"echo '@@ {number}'"
            if block.title == "exits with 1":
                yield f"set +e\n{block.text}status=$?\nset -e\ntest $status = 1"
            else:
                yield block.text
        elif block.title:
            text = block.text.replace("reviewed: 2026-11-23", f"reviewed: {today()}")
            yield f"cat > '{block.title}' <<'@@ end'\n{text}@@ end"


def run(text: str, folder: Path, environment: Path) -> str:
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    path = os.pathsep.join([str(environment / "bin"), settings["PATH"]])
    result = subprocess.run(
        ["bash", "-c", text],
        cwd=folder,
        env=settings | _OFFLINE | {"PATH": path, "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-3000:]
    return result.stdout


@pytest.mark.long
def test_the_tutorial_is_true_to_the_letter(fresh, tmp_path):
    parts = blocks("tutorial.md")
    printed = run("\n".join(script(parts)), tmp_path, fresh)
    said = dict(re.findall(r"^@@ (\d+)\n(.*?)(?=^@@ |\Z)", printed, re.MULTILINE | re.DOTALL))
    promised = 0
    for number, block in enumerate(parts):
        if block.language == "text":
            told = next(said[str(before)] for before in range(number, -1, -1) if str(before) in said)
            for line in block.text.splitlines():
                assert line in told, told
                promised += 1
    assert promised > 8


def test_the_tutorial_shows_all_that_a_ruleset_can_do_to_another():
    written = next(block.text for block in blocks("tutorial.md") if block.title == "acme_rules/social.yaml")
    for key in ("extends: [finance/us]", "sectors:", "severity: major", "parameters: {", "off: true", "concepts:"):
        assert key in written


@pytest.mark.long
def test_the_guide_to_strategies_is_true(fresh, tmp_path):
    run("\n".join(script(blocks("strategy.md"))), tmp_path, fresh)


@pytest.mark.long
def test_the_guide_to_the_library_runs(fresh, tmp_path):
    code = "\n".join(block.text for block in blocks("library.md") if block.language == "python")
    titled = {block.title: block.text for guide in ("tutorial.md", "strategy.md") for block in blocks(guide)}
    (tmp_path / "social.yaml").write_text(titled["acme_rules/social.yaml"])
    (tmp_path / "strategy.yaml").write_text(titled["strategy.yaml"])
    (tmp_path / "wrong.yaml").write_text("titel: x\n")
    (tmp_path / "guide.py").write_text(code)
    printed = run("python guide.py", tmp_path, fresh)
    assert "findings block the launch" in printed
    assert "did you mean 'title'?" in printed
