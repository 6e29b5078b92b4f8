# SPDX-License-Identifier: Apache-2.0
"""The pages of rules: complete, linked, harmless whatever a ruleset says, and the same on each run."""

import json
import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import markdown
import pytest
import yaml
from bundled import EACH_RULESET, bundled

from govrules import load_rulesets
from govrules.logic.operators import OPERATORS
from govrules.output.catalogue import catalogue
from govrules.output.presentation.words import CONFIDENCE, NEXUS, SEVERITIES, VERDICTS
from govrules.ruleset.model import Confidence, Nexus, Severity
from govrules.verdict import Verdict

SITE = Path(__file__).resolve().parents[2] / "mkdocs.yml"
BUNDLED = bundled()
PAGES = catalogue(BUNDLED)
HOSTILE = [
    "<script>alert(1)</script>",
    "a | b || c",
    "` `` ``` x ~~~",
    "[x](javascript:alert(1)) ![x](http://x/y.png) <http://x> [x]: y",
    "{ onclick=alert(1) } {: #x onclick=y }",
    "</div></code></pre><img src=x onerror=alert(1)>",
    "first\n\n# second\n\n- third\n\n<script>x</script>\n\n```\nx\n```",
    "# heading",
    "!!! note",
    '=== "tab"',
    "1. one",
    "- one",
    "> quote",
    '--8<-- "/etc/passwd"',
    "&lt;b&gt; &amp;#60;script&amp;#62;",
    "*a* _b_ **c** __d__ ~~e~~ ^^f^^ ==g== :smile: *[HTML]: x [^1]: y $z$ \\| \\<b>",
]


class Seen(HTMLParser):
    """Gathers what a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.columns: list[set[int]] = []
        self._row = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "table":
            self.columns.append(set())
        if tag == "tr":
            self._row = 0
        self._row += tag in ("td", "th")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.columns[-1].add(self._row)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(page: str) -> Seen:
    """Render a page as the site does."""
    extensions: dict[str, dict[str, Any]] = {}
    for extension in yaml.safe_load(SITE.read_text(encoding="utf-8"))["markdown_extensions"]:
        extensions |= extension if isinstance(extension, dict) else {extension: {}}
    body = re.sub(r"\A---\n.*?\n---\n", "", page)
    return Seen(markdown.markdown(body, extensions=list(extensions), extension_configs=extensions))


def hostile_pages(folder: Path, text: str) -> dict[str, str]:
    """The pages of a ruleset that says a text wherever it may say one."""
    sector = {"id": "own-bank", "title": text, "parent": "bank"}
    concept = {"id": "own-notion", "title": text, "subject": "channels", "when": {"purpose": {"mentions": [text]}}}
    rule = {
        "id": "zz-hostile",
        "title": text,
        "severity": "showstopper",
        "basis": "required",
        "jurisdiction": "ZZ",
        "sectors": ["own-bank"],
        "source": {
            "citation": text,
            "authority": text,
            "kind": "statute",
            "url": text,
            "confidence": "unverified",
            "prohibition": True,
        },
        "status": {"kind": "draft", "note": text},
        "parameters": {"words": {"value": text, "unit": text, "source": text}},
        "subject": "channels",
        "when": {"is": "own-notion"},
        "require": {"owner": {"equals": "$words"}, "works": {"mentions": [text]}},
        "finding": re.sub(r"[{}]", "", text),
        "remedy": {"do": text, "owner": "legal", "effort": "days"},
        "outdated_view": text,
        "current_position": text,
        "note": text,
        "examples": {name: {"channels": [{"name": text}]} for name in ("met", "gap", "unanswered", "not-applicable")},
    }
    off = rule | {"id": "zz-off", "source": rule["source"] | {"prohibition": False}, "severity": "minor"}
    changed = off | {"id": "zz-changed"}
    base = {"title": text, "version": text, "reviewed": "2026-01-01"}
    laws = base | {"ruleset": "test/law", "sectors": [sector], "concepts": [concept], "rules": [rule, off, changed]}
    changes = [
        {"rule": "zz-off", "off": True, "reason": text},
        {"rule": "zz-changed", "severity": "major", "parameters": {"words": text + "!"}, "reason": text},
    ]
    house = base | {"ruleset": "test/house", "extends": ["law.yaml"], "changes": changes}
    for name, ruleset in (("law.yaml", laws), ("house.yaml", house)):
        (folder / name).write_text(json.dumps(ruleset), encoding="utf-8")
    return catalogue(load_rulesets([folder / "house.yaml"]))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_ruleset_says_is_shown_as_text_and_does_nothing(tmp_path, text):
    said = re.sub(r"\s+", "", text)
    for name, page in hostile_pages(tmp_path, text).items():
        seen = rendered(page)
        assert not {"script", "img", "h4", "h5", "h6", "blockquote", "del", "mark"} & set(seen.tags), name
        assert seen.tags.count("h1") == 1, name
        assert not [key for key, _ in seen.attributes if key.startswith("on")], name
        assert all(
            (value or "").startswith(("http", "..", "#")) or ".md" in (value or "")
            for key, value in seen.attributes
            if key == "href"
        ), name
        assert all(len(widths) == 1 for widths in seen.columns), name
        if name == "rules/zz-changed.md":
            assert re.sub(r"\s+", "", seen.text).count(said) >= 15


def test_only_addresses_of_the_web_become_links(tmp_path):
    page = hostile_pages(tmp_path, "javascript:alert(1)")["rules/zz-hostile.md"]
    assert "javascript:alert(1)" in page
    assert not [value for key, value in rendered(page).attributes if key == "href" and (value or "").startswith("java")]
    page = hostile_pages(tmp_path, 'https://x.org/a_b_c?d=1&copy=2"><b>')["rules/zz-hostile.md"]
    hrefs = [value for key, value in rendered(page).attributes if key == "href" and "x.org" in (value or "")]
    assert hrefs == ["https://x.org/a_b_c?d=1&copy=2%22%3E%3Cb%3E"]


@pytest.mark.parametrize("ruleset", EACH_RULESET)
def test_every_rule_has_a_page_with_all_that_is_known_about_it(ruleset):
    for rule in ruleset.rules:
        text = rendered(PAGES[f"rules/{rule.id}.md"]).text
        shown = re.sub(r"\s+", "", text)
        source, remedy = rule.text.source, rule.text.remedy
        wanted = [rule.id, rule.text.title, source.citation, source.authority, source.url, remedy.do, rule.text.note]
        wanted += [rule.text.outdated_view, rule.text.current_position]
        wanted += [rule.text.status.note] if rule.text.status else []
        wanted += [str(parameter.value) for parameter in rule.text.parameters.values()]
        for part in wanted:
            assert part is None or re.sub(r"\s+", "", part) in shown, (rule.id, part)
        for title in ("What it asks", "Why", "Whom it binds", "When it applies", "What cures a gap"):
            assert title in text
        assert "Met" in text and "Gap" in text


def test_links_between_pages_resolve():
    anchors = {name: set(re.findall(r"\{ #(\S+) \}$", page, re.MULTILINE)) for name, page in PAGES.items()}
    for name, page in PAGES.items():
        for target in re.findall(r"\]\(([^<)][^)]*)\)", page):
            path, _, anchor = target.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert there in PAGES, (name, target)
            assert not anchor or anchor in anchors[there], (name, target)


def test_each_index_leads_to_every_rule():
    for index in ("industries.md", "jurisdictions.md", "severities.md"):
        assert {f"rules/{name}.md" for name in BUNDLED.rules} <= set(re.findall(r"\((rules/[^)]+)\)", PAGES[index]))
    by_field = "".join(page for name, page in PAGES.items() if name.startswith("fields/"))
    assert {f"../rules/{name}.md" for name in BUNDLED.rules} <= set(re.findall(r"\((\.\./rules/[^)]+)\)", by_field))


def test_the_showstopper_page_names_all_and_none_else():
    stoppers = {f"rules/{rule.id}.md" for rule in BUNDLED.rules.values() if rule.severity == "showstopper"}
    assert set(re.findall(r"\((rules/[^)]+)\)", PAGES["showstoppers.md"])) == stoppers
    assert f"{len(stoppers)} of {len(BUNDLED.rules):,} rules" in PAGES["showstoppers.md"]


def test_the_same_rulesets_give_the_same_pages():
    assert list(catalogue(load_rulesets()).items()) == list(PAGES.items())


def test_every_operator_and_term_has_its_words():
    for operator in OPERATORS.values():
        takes_flags, takes_more = "boolean" in operator.kinds, operator.operand != "flag"
        assert (operator.words is not None) is takes_more
        assert (operator.flags is not None) is (takes_flags or not takes_more)
    assert set(SEVERITIES) == set(get_args(Severity))
    assert set(CONFIDENCE) == set(get_args(Confidence))
    assert set(NEXUS) == set(get_args(Nexus))
    assert set(VERDICTS) == set(Verdict)
