"""Nothing in a document or ruleset becomes markup, script or a link that it should not be."""

import dataclasses
from datetime import date

import pytest
from reading import read
from waived import WAIVED

from govrules.output.html import render

HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></svg></style>{{ 7*7 }}&lt;b&gt;"
    "\u202egnp.exe\u2066\x1b[31m"
)
FREE_TEXT = {
    *("title", "organisation", "decision", "message", "subject", "do", "citation", "authority", "note", "praise"),
    *("outdated_view", "current_position", "text", "answer", "question", "belief", "who", "name", "reason", "today"),
    *("was", "now", "file", "unit", "value", "field", "accepted_by", "ticket", "refused_because"),
}
NO_TEXT = {"today", "field"}  # codes, in some of the records


def hostile(value, name=""):
    """The same report, with something hostile in front of each text that a person may have written."""
    if dataclasses.is_dataclass(value):
        changes = {one.name: hostile(getattr(value, one.name), one.name) for one in dataclasses.fields(value)}
        return dataclasses.replace(value, **changes)
    if isinstance(value, dict):
        return {key: hostile(item) for key, item in value.items()}
    if isinstance(value, tuple):
        texts = name in ("also", "subjects", "citations", "answers", "not_checked", "asked_of", "choices")
        return tuple(hostile(item, "text" if texts else "") for item in value)
    if isinstance(value, str) and name in FREE_TEXT - NO_TEXT:
        return HOSTILE + value
    return value


def structure(html):
    return [(tag, sorted(attributes)) for tag, attributes in read(html).elements]


@pytest.mark.parametrize("name", ["consumer-brand-us-gb", "showstopper", "unfinished-draft", WAIVED])
def test_hostile_text_changes_no_element_of_the_page(example, name):
    report = example(name)
    page = render([hostile(report)])
    assert structure(page) == structure(render([report]))
    assert page.count("<script") == 1
    assert "49" not in read(page).text.split("{{ 7*7 }}")[1][:3]


def test_characters_that_turn_text_around_are_shown_and_not_obeyed(example):
    page = render([hostile(example("showstopper"))])
    assert not {"\u202e", "\u2066", "\x1b"} & set(page)
    assert "\\u202e" in page


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=c&d=e#f", True),
        ("HTTPS://EXAMPLE.ORG/", True),
        ("http://example.org/", False),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//example.org/", False),
        ("https:", False),
        ("https://[", False),
        ("https://example.org/\u202egpj.exe", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_addresses_of_the_secure_web_become_links(example, url, is_link):
    report = example("showstopper")
    name = report.findings[0].rule
    rule = report.rules[name]
    changed = dataclasses.replace(rule, source=dataclasses.replace(rule.source, url=url))
    others = {
        key: dataclasses.replace(one, source=dataclasses.replace(one.source, url=None))
        for key, one in report.rules.items()
    }
    page = read(render([dataclasses.replace(report, rules=others | {name: changed})]))
    links = [link for link in page.attributes("href") if not link.startswith("#")]
    assert links == ([url] if is_link else [])


def test_a_day_that_is_not_known_is_left_out(example):
    report = example("showstopper")
    rules = {
        key: dataclasses.replace(one, source=dataclasses.replace(one.source, in_force=None, until=date(2027, 1, 1)))
        for key, one in report.rules.items()
    }
    text = read(render([dataclasses.replace(report, rules=rules)])).text
    assert "until 1 January 2027" in text
    assert "since" not in text.partition("In force")[2].partition("Confidence")[0]
