"""What stands on the page, and in which order."""

import base64
import dataclasses
import hashlib
import itertools
import re

import pytest
from reading import read
from waived import WAIVED

from govrules.output.html import render, render_for_print
from govrules.output.presentation.answer import go_ahead
from govrules.output.presentation.items import items

NAMES = ("consumer-brand-us-gb", "hospital-group-us", "showstopper", "unfinished-draft", WAIVED)
SECTIONS = ["path", "stoppers", "questions", "findings", "ten", "views", "upcoming", "coverage", "record"]


@pytest.fixture(params=NAMES)
def report(request, example):
    return example(request.param)


@pytest.fixture
def page(report):
    return render([report])


def test_what_was_not_checked_comes_first_then_the_verdict_then_what_to_do(report, page):
    text = read(page).text
    answer = go_ahead(report)
    said = [f"{answer.answer}.", "What to do next", "Decision asked", "Path to yes"]
    if report.coverage.not_checked:
        said = ["Not checked", *(one.text for one in report.coverage.not_checked[:4]), *said]
    places = [text.index(words, text.index("as of ")) for words in said]
    assert places == sorted(places)


def test_the_sections_are_there_in_their_order(page):
    found = [attributes["id"] for tag, attributes in read(page).elements if tag == "section" and "id" in attributes]
    assert found == SECTIONS


def test_headings_descend_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in read(page).elements if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page):
    found = read(page)
    ids = found.attributes("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.attributes("href") if link.startswith("#")} <= set(ids)
    assert set(found.attributes("for")) <= set(ids)


def test_every_finding_is_there_with_its_sources_and_cure_and_every_waiting_rule_is_named(report, page):
    text = read(page).text
    for item in items(report):
        rules = [report.rules[name] for name in item.rules]
        wanted = [rule.source.citation for rule in rules]
        if item.question:
            wanted += [rule.title for rule in rules]
        else:
            wanted += [*(gap.message for gap in item.gaps), rules[0].remedy.do]
            wanted += [rule.source.authority for rule in rules]
        for words in wanted:
            assert " ".join(words.split()) in text


def test_every_step_question_objection_and_ruleset_is_there(report, page):
    text = read(page).text
    wanted = [step.do for step in report.path]
    wanted += [question.text for question in report.questions]
    wanted += [one.question for one in report.ten_questions]
    wanted += [objection.belief for objection in report.objections]
    wanted += [ruleset.digest for ruleset in report.rulesets]
    wanted += [report.disclaimer, *(one.text for one in report.coverage.not_checked)]
    for words in wanted:
        assert " ".join(words.split()) in text


def test_the_policy_lets_nothing_run_but_what_is_written_here(page):
    found = read(page)
    [policy] = [a["content"] for _, a in found.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        [text] = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded_and_no_style_or_script_hangs_on_an_element(page):
    found = read(page)
    assert found.attributes("src") == []
    assert found.attributes("style") == []
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert not [tag for tag, _ in found.elements if tag in ("link", "img", "iframe", "object", "base")]
    assert "url(" not in page and "@import" not in page


def test_a_page_is_the_same_whenever_it_is_made(report, page):
    assert render([report]) == page


def test_for_print_no_chart_rests_on_a_variable(report):
    drawings = re.findall(r"<svg.*?</svg>", render_for_print([report]), re.DOTALL)
    assert drawings
    assert not [drawing for drawing in drawings if "var(" in drawing]


def test_each_chart_has_words_and_a_table(page):
    found = read(page).elements
    drawings = [attributes for _, attributes in found if attributes.get("role") == "img"]
    assert drawings
    assert all(attributes["aria-label"] for attributes in drawings)
    figures = [attributes for tag, attributes in found if tag == "details" and attributes.get("class") == "figures"]
    assert len(figures) == len(drawings)


def test_what_stops_the_launch_says_what_must_go_and_what_may_stay(example):
    report = example("showstopper")
    text = read(render([report])).text
    stops = [f for f in report.findings if f.verdict == "gap" and f.severity == "showstopper"]
    assert stops
    for finding in stops:
        after = text[text.index("Rarely a showstopper") :]
        assert after.index(finding.message) < after.index("What must go") < after.index("What may stay")
        assert report.rules[finding.rule].current_position in after


def test_a_clean_strategy_reads_as_clean(example):
    report = example("consumer-brand-us-gb")
    met = dataclasses.replace(
        report.summary,
        **dict.fromkeys(("showstoppers", "major", "minor", "advice", "unanswered", "upcoming", "questions"), 0),
        met=report.summary.applicable,
    )
    coverage = dataclasses.replace(report.coverage, not_checked=())
    clean = dataclasses.replace(report, summary=met, findings=(), questions=(), path=(), coverage=coverage)
    text = read(render([clean])).text
    assert "Yes." in text
    assert "Take the decision." in text
    assert "Nothing falls short: there is no step to take." in text
    assert f"None: {met.applicable} of {met.applicable} applicable rules are met." in text
