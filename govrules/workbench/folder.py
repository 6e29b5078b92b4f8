# SPDX-License-Identifier: Apache-2.0
"""The workbench as a folder of files that any web server can serve: the page, the runtime and the package.

The same package and runtime give the same bytes. The page asks for nothing outside its folder; its policy says so to
the browser.
"""

import base64
import hashlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

from govrules.output.brief import html as brief
from govrules.output.html import page as report
from govrules.output.presentation.report import Paper
from govrules.ruleset.bundled import bundled_directory, bundled_paths
from govrules.source.errors import InputError
from govrules.source.precompiled import PRECOMPILED, precompile
from govrules.version import VERSION
from govrules.workbench.runtime import CORE, names

_PAGE = Path(__file__).with_name("page")
_STATIC = ("app.js", "worker.mjs", "workbench.css")
APPLICATION = "application.zip"
# What runs in the browser, each in the version that is installed here. All but pydantic's core are Python alone.
_PURE = (
    "annotated_types",
    "et_xmlfile",
    "jinja2",
    "markupsafe",
    "openpyxl",
    "pydantic",
    "rich",
    "typing_extensions",
    "typing_inspection",
    "yaml",
)
_NOT_IN_THE_BROWSER = ("cli", "workbench/page")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same files give the same archive
_MARK = "workbench.txt"


def write_workbench(folder: Path, runtime: Path) -> None:
    """Write the workbench into a folder, whole or not at all.

    Raises InputError where the folder holds something else, or the runtime is not one.
    """
    missing = [name for name in names() if not (runtime / name).is_file()]
    if missing:
        raise InputError.of(
            f"{runtime} has no runtime for the workbench: {missing[0]} is not there", "leave --runtime out"
        )
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / _MARK).is_file())):
        raise InputError.of(f"{folder} holds something else", "name a folder that is new, empty or an older workbench")
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.absolute().parent) as temporary:
        made = Path(temporary) / "made"
        made.mkdir()
        for name in names():
            if name != CORE:
                shutil.copyfile(runtime / name, made / name)
        (made / APPLICATION).write_bytes(application(runtime / CORE))
        for name in _STATIC:
            shutil.copyfile(_PAGE / name, made / name)
        (made / "report.css").write_text(report.own("style.css"), encoding="utf-8")
        (made / "index.html").write_text(_drawn("index.html.j2", policy=policy()), encoding="utf-8")
        listed = sorted(path.name for path in made.iterdir())
        (made / "offline.js").write_text(_drawn("offline.js.j2", files=listed), encoding="utf-8")
        (made / _MARK).write_text(f"govrules {VERSION}\n", encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)


def _drawn(name: str, **context: object) -> str:
    return report.environment(_PAGE).get_template(name).render(version=VERSION, **context)


def policy() -> str:
    """The Content-Security-Policy. Reports that are shown in a window of their own are under it, too."""
    styles = (page.style_of(paper) for page in (report, brief) for paper in get_args(Paper))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {_digest(report.own('script.js'))}",
            f"style-src 'self' {' '.join(map(_digest, styles))}",
            "connect-src 'self'",
            "worker-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def application(core: Path) -> bytes:
    """The package, its rulesets and what it rests on, as an archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted({**_package(), **_libraries(), **_core(core)}.items()):
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _package() -> Mapping[str, bytes]:
    top = Path(__file__).resolve().parent.parent
    found = {f"govrules/{name}": path.read_bytes() for name, path in _files(top) if not name.startswith("rulesets/")}
    kept = {name: content for name, content in found.items() if not name[9:].startswith(_NOT_IN_THE_BROWSER)}
    rulesets = {
        f"govrules/rulesets/{path.relative_to(bundled_directory()).as_posix()}": path.read_bytes()
        for path in bundled_paths()
    }
    # The stand-in for what draws charts elsewhere is a module of its own.
    drawing = {"vl_convert.py": (_PAGE / "vl_convert.py").read_bytes()}
    return {**kept, **rulesets, f"govrules/{PRECOMPILED}": precompile(bundled_paths()), **drawing}


def _libraries() -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for name in _PURE:
        spec = find_spec(name)
        assert spec is not None and spec.origin is not None, f"{name} is installed with govrules[workbench]"
        origin = Path(spec.origin)
        if spec.submodule_search_locations is None:
            found[origin.name] = origin.read_bytes()
        else:
            found |= {f"{name}/{file}": path.read_bytes() for file, path in _files(origin.parent)}
    return found


def _core(wheel: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _files(top: Path) -> Iterator[tuple[str, Path]]:
    """The files of a package that Python reads, and what lies beside them; nothing that was compiled."""
    for path in sorted(top.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in (".so", ".pyd", ".pyi", ".c"):
            yield path.relative_to(top).as_posix(), path


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
