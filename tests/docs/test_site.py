# SPDX-License-Identifier: Apache-2.0
"""The built site: it needs nothing from elsewhere, and no ruleset can put anything into it that runs.

What it needs is in the extra ``docs``; without that, CI's last step is where it runs.
"""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from govrules import load_rulesets
from govrules.output.catalogue import catalogue
from govrules.output.catalogue.folder import write_folder

pytest.importorskip("material", reason="the extra docs is not installed")
SETTINGS = Path(__file__).resolve().parents[2] / "mkdocs.yml"
HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> </title> &lt;b&gt;'
RULESET = {
    "ruleset": "test/hostile",
    "title": HOSTILE,
    "version": HOSTILE,
    "reviewed": "2026-01-01",
    "rules": [
        {
            "id": "zz-hostile",
            "title": HOSTILE,
            "severity": "minor",
            "basis": "required",
            "jurisdiction": "ZZ",
            "source": {"citation": HOSTILE, "authority": HOSTILE, "kind": "statute", "confidence": "unverified"},
            "subject": "strategy",
            "require": {"author": {"mentions": [HOSTILE]}},
            "finding": HOSTILE,
            "remedy": {"do": HOSTILE, "owner": "legal", "effort": "days"},
            "examples": {"met": {"author": HOSTILE}, "gap": {"author": "x"}},
        }
    ],
}


class Tags(HTMLParser):
    """Gathers the tags of a page, and what it loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.handlers: list[str] = []
        self._script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._script = tag == "script"
        self.handlers += [name for name in given if name.startswith("on")]
        if tag in ("script", "img", "iframe") and given.get("src"):
            self.loaded.append(given["src"] or "")
        if tag == "link" and given.get("rel") in ("stylesheet", "preload", "preconnect", "icon"):
            self.loaded.append(given.get("href") or "")

    def handle_data(self, data: str) -> None:
        if self._script:
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._script = False


def test_the_site_runs_nothing_of_a_ruleset_and_loads_nothing_from_elsewhere(tmp_path):
    (tmp_path / "hostile.yaml").write_text(yaml.safe_dump(RULESET))
    write_folder(tmp_path / "docs", catalogue(load_rulesets([tmp_path / "hostile.yaml"])))
    settings = re.sub(r"^(nav:|not_in_nav:|extra_css:).*?(?=^\S|\Z)", "", SETTINGS.read_text(), flags=re.M | re.S)
    (tmp_path / "mkdocs.yml").write_text(settings)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert tmp_path / "site/rules/zz-hostile.html" in pages
    for page in pages:
        tags = Tags(page.read_text(encoding="utf-8"))
        assert not tags.handlers, page
        assert not [address for address in tags.loaded if "//" in address or address == "x"], page
        assert not [text for text in tags.inline if text.strip() == "alert(1)"], page


def test_the_guides_use_no_font_and_no_script_of_others():
    settings = SETTINGS.read_text(encoding="utf-8")
    assert "font: false" in settings
    assert not re.search(r"https?://", settings)
