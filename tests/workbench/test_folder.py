# SPDX-License-Identifier: Apache-2.0
"""The workbench as a folder: the same bytes each time, nothing from elsewhere, and never over somebody's files."""

import re
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from threading import Thread

import pytest
from command_line import called

from govrules.source.errors import InputError
from govrules.workbench import runtime as fetching
from govrules.workbench.folder import APPLICATION, policy, write_workbench
from govrules.workbench.runtime import CORE, names
from govrules.workbench.serve import served


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    """A runtime in name alone: what a browser does with the real one is tested in a browser."""
    folder = tmp_path_factory.mktemp("runtime")
    for name in names():
        (folder / name).write_text(name, encoding="utf-8")
    with zipfile.ZipFile(folder / CORE, "w") as wheel:
        wheel.writestr("pydantic_core/__init__.py", "")
    return folder


@pytest.fixture(scope="module")
def folder(runtime, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "workbench"
    write_workbench(folder, runtime)
    return folder


def test_the_same_package_gives_the_same_bytes(folder, runtime, tmp_path):
    write_workbench(tmp_path / "again", runtime)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()
    }


def test_the_application_is_all_that_the_browser_needs_and_no_command_line(folder, tmp_path):
    with zipfile.ZipFile(folder / APPLICATION) as archive:
        held = archive.namelist()
        archive.extractall(tmp_path)
    assert not [name for name in held if name.startswith("govrules/cli") or name.endswith((".so", ".pyc"))]
    # With nothing else but Python, and the compiled part of pydantic that is of this machine.
    program = (
        "import sys, pydantic_core; sys.path = [sys.argv[1], *[p for p in sys.path if 'site-packages' not in p]];"
        "from govrules.workbench.worker import Worker; import govrules; print(govrules.__file__);"
        """print(Worker().take('{"do": "begin", "name": "A", "markets": "US", "sectors": "bank"}')[:14])"""
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, str(tmp_path)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.splitlines() == [str(tmp_path / "govrules" / "__init__.py"), '{"fragments": '], done.stderr


def test_nothing_on_the_page_is_from_elsewhere(folder):
    for path in folder.iterdir():
        if path.suffix in (".html", ".css") or path.name in ("app.js", "worker.mjs", "offline.js"):
            assert not re.findall(r"(?:src|href|url\(|import|fetch)\W*https?:", path.read_text(encoding="utf-8")), path
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "default-src &#39;none&#39;" in page
    assert "unsafe-inline" not in policy() and "'unsafe-eval'" not in policy()


def test_an_older_workbench_is_replaced_and_what_is_something_else_is_left_alone(folder, runtime, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(InputError, match="holds something else"):
        write_workbench(mine, runtime)
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
    (folder / "stale.js").write_text("", encoding="utf-8")
    write_workbench(folder, runtime)
    assert not (folder / "stale.js").exists()


def test_a_folder_without_a_runtime_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match=r"pyodide\.mjs is not there"):
        write_workbench(tmp_path / "new", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_npm_it_says_what_to_install_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="with npm, which is not here") as raised:
        fetching.runtime(tmp_path / "kept")
    assert "install npm, or name a folder that has the runtime already: --runtime" in str(raised.value)
    assert list((tmp_path / "kept").iterdir()) == []


def test_what_npm_fetched_is_held_against_its_digest(tmp_path, monkeypatch):
    (tmp_path / "npm").write_text(
        '#!/bin/sh\necho other > "$4/pyodide.tgz"\n'
        'echo \'[{"name": "pyodide", "version": "314.0.7", "filename": "pyodide.tgz"}]\'\n',
        encoding="utf-8",
    )
    (tmp_path / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(InputError, match=r"pyodide@314\.0\.7, but not what it is known to be"):
        fetching.runtime(tmp_path / "kept")
    assert list((tmp_path / "kept").iterdir()) == []


def test_it_is_served_to_this_machine_alone(folder):
    with served(folder) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        answer = urllib.request.urlopen(f"{address}/pyodide.mjs")
        assert answer.headers["Content-Type"] == "text/javascript"
        assert answer.headers["Content-Security-Policy"] == policy()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(urllib.request.Request(f"{address}/", headers={"Host": "rebound.example"}))
        with (
            pytest.raises(InputError, match="cannot be used: address already in use"),
            served(folder, server.server_port),
        ):
            pass
        server.shutdown()


@pytest.mark.parametrize("package", ["jinja2", "platformdirs"])
def test_without_what_it_needs_it_says_what_to_install(monkeypatch, tmp_path, package):
    monkeypatch.setitem(sys.modules, package, None)
    done = called("workbench", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"error: the workbench needs the package {package}\n       pip install 'govrules[workbench]'\n"
    )
