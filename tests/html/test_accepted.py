# SPDX-License-Identifier: Apache-2.0
"""What the page says of waivers, and of what was known before."""

import dataclasses
import re

import pytest
from reading import read
from waived import WAIVED

from govrules.output.html import render
from govrules.output.html.opening import next_steps
from govrules.output.presentation.items import items
from govrules.output.presentation.waived_and_known import known_state

WORDS = (
    "Waived until 2027-03-31: accepted by Chief Risk Officer on 2026-11-20, ticket RISK-412. "
    "Reason: The vendor delivers the suppression list in March."
)


@pytest.fixture
def page(example):
    return render([example(WAIVED)])


def card(page, verdict, rule):
    """The text of the card in which a rule stands with a verdict."""
    found = [
        read(one).text
        for one in re.findall(r'<details class="card .*?</details>', page, re.DOTALL)
        if f'id="{verdict}-' in one and f"<code>{rule}</code>" in one
    ]
    assert len(found) == 1
    return found[0]


def test_a_waived_finding_says_who_accepted_it_until_when_and_why(page):
    assert WORDS in card(page, "waived", "us-ca-ccpa-upload-suppression")
    assert page.count("Waived until") == 1


def test_a_finding_whose_waiver_does_not_count_says_why(page):
    said = card(page, "gap", "gb-failure-to-prevent-fraud-agencies")
    assert "A waiver of this does not count: it expired on 2026-10-01." in said


def test_what_was_known_is_marked_in_a_word_on_the_card_and_beside_the_finding(page, example):
    cards = [item for item in items(example(WAIVED)) if not item.question]
    assert any(known_state(item.findings) for item in cards)
    for item in cards:
        said = card(page, item.verdict, item.rules[0])
        assert said.count("known") == (2 if known_state(item.findings) else 0)


def test_the_opening_says_that_something_is_accepted_and_until_when(page):
    opening = read(page).text.partition("What to do next")[0]
    assert "1 gap that would block the launch is accepted for a time." in opening
    assert "One finding is waived: accepted for a time, until 31 March 2027." in opening
    assert re.search(r"\d+ findings are new; 2 were known before and fail nothing\.", opening)


def test_the_opening_names_the_first_end_of_several(example):
    report = example(WAIVED)
    [one] = [finding for finding in report.findings if finding.verdict == "waived"]
    later = dataclasses.replace(
        one, evidence=(), waiver=dataclasses.replace(one.waiver, expires=one.waiver.expires.replace(2028))
    )
    text = read(render([dataclasses.replace(report, findings=(*report.findings, later))])).text
    assert "Two findings are waived: accepted for a time, the first until 31 March 2027." in text


def test_the_end_of_a_waiver_is_among_what_is_coming(page):
    coming = read(page).text.partition("Rules that come into force, end or are due for review")[2]
    assert "31 March 2027 A waiver ends : People in California who opted out" in coming


def test_the_record_names_the_file_of_waivers_with_its_digest(page):
    assert f"waivers.yaml sha256:{'5' * 64}" in read(page).text.partition("Record")[2]


def test_the_chart_names_the_rules_about_waivers_and_the_rulesets_do_not(page):
    found = read(page).text
    assert " Waivers " in found.partition("Verdicts by area of law")[2].partition("What falls short")[0]
    assert "govrules/waivers" not in found.partition("What was checked")[2]


def test_an_open_question_that_was_known_still_stands_before_the_decision(example):
    report = example("unfinished-draft")
    known = [dataclasses.replace(finding, known_from="baseline") for finding in report.findings]
    assert next_steps(dataclasses.replace(report, findings=tuple(known))) == next_steps(report)
