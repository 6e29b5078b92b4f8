# SPDX-License-Identifier: Apache-2.0
"""Answers written into a document's text: what was there stays byte for byte, what is new stands under its question."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govrules.source.errors import InputError
from govrules.source.read import format_of, read_text
from govrules.strategy.answers import answered
from govrules.strategy.edit import edited, new_text
from govrules.strategy.fields import StrategyShapes

SHAPES = StrategyShapes()
EXAMPLES = {path.name: path.read_text(encoding="utf-8") for path in sorted(Path("examples").glob("*.yaml"))}
ANSWERS = (
    ("markets", "US, GB"),
    ("launch_on", "2027-03-12"),
    ("author", "Head of social: marketing # not legal"),
    ("organisation.staff_in", "none"),
    ("organisation.registrations", [{"authority": "SEC", "kind": "adviser: 0012"}]),
    ("organisation.public_body", "yes"),
    ("channels[].archive.enabled", "no"),
    ("channels[].topics", "price"),
    ("channels[1].moderation.response_hours", "4.5"),
    ("governance.crisis.last_drill", "2026-02-01"),
    ("governance.crisis.plan", "yes"),
    ("outreach.email", "no"),
    ("timing.meeting_on", "2027-01-05"),
    ("written_on", "2026-11-29"),
)


def write(text, *answers, name="strategy.yaml"):
    for field, value in answers:
        source = read_text(text, file=name, format=format_of(name))
        data = answered(source.data, field, value, SHAPES)
        text = edited(source, data, SHAPES, format_of(name))
        assert read_text(text, format=format_of(name)).data == data
    return text


@given(st.sampled_from(sorted(EXAMPLES)), st.lists(st.sampled_from(ANSWERS), max_size=5))
def test_what_was_written_stays(example, answers):
    text = EXAMPLES[example]
    try:
        after = write(text, *answers)
    except InputError as error:
        # An example without channels, or one that repeats a part by an alias.
        assert "does not have" in str(error) or ("laid out" in str(error) and ": *" in text)
        return
    comments = [line for line in text.splitlines() if line.strip().startswith("#")]
    remaining = iter(after.splitlines())
    assert all(line in remaining for line in comments), "a comment went, or moved before another"


def test_an_answer_stands_under_its_question_in_the_order_of_the_model():
    text = write(
        "title: Plan\norganisation: # ours\n  name: Acme\n\n# the end\n", ("markets", "US"), ("document", "policy")
    )
    assert text == (
        "title: Plan\n"
        "\n"
        "# What kind of document is it? A strategy, if nothing is said.\n"
        "document: policy\n"
        "organisation: # ours\n"
        "  name: Acme\n"
        "\n"
        "# Which markets (jurisdictions) does the strategy reach?\n"
        "markets: [US]\n"
        "\n"
        "# the end\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Plan\norganisation: {name: Acme}\n", "title: Plan\norganisation: {name: Acme, public_body: false}\n"),
        (
            "title: Plan\norganisation:\n  name: Acme\n  public_body:\n",
            "title: Plan\norganisation:\n  name: Acme\n  public_body: false\n",
        ),
        (
            "title: Plan\norganisation:\n  name: Acme\n  public_body: true # so far\n",
            "title: Plan\norganisation:\n  name: Acme\n  public_body: false # so far\n",
        ),
        (
            "title: Plan\r\norganisation:\r\n  name: Acme\r\n  public_body: yes\r\n",
            "title: Plan\r\norganisation:\r\n  name: Acme\r\n  public_body: false\r\n",
        ),
    ],
)
def test_a_value_is_written_in_the_form_that_the_file_has(before, after):
    assert write(before, ("organisation.public_body", "no")) == after


def test_the_end_of_a_file_without_a_line_break():
    text = write("title: Plan\norganisation:\n  name: Acme", ("organisation.public_body", "no"))
    assert text.endswith("  public_body: false\n")


def test_a_blank_section_is_filled_in():
    text = write(
        "title: Plan\norganisation:\n  name: Acme\ngovernance:\nobjections: []\n",
        ("governance.crisis.plan", "yes"),
    )
    assert "governance:\n  # " in text
    assert read_text(text).data["governance"] == {"crisis": {"plan": True}}


def test_json_and_front_matter_stay_what_they_are():
    data = {"title": "Plan", "organisation": {"name": "Acme"}}
    text = write(json.dumps(data), ("markets", "US"), name="plan.json")
    assert json.loads(text) == {**data, "markets": ["US"]}
    matter = write(
        "---\ntitle: Plan\norganisation:\n  name: Acme\n---\n\n# A plan\n\nmarkets: all\n",
        ("markets", "US"),
        name="plan.md",
    )
    assert matter.endswith("markets: [US]\n---\n\n# A plan\n\nmarkets: all\n")


def test_a_new_text_reads_back():
    data = {
        "organisation": {"name": "Acme"},
        "title": "Yes: a plan",
        "channels": [{"topics": ["price"], "name": "NO"}, {}],
    }
    text = new_text(data, SHAPES)
    assert read_text(text).data == data
    assert list(read_text(text).data) == ["title", "organisation", "channels"]


def test_what_an_alias_repeats_is_not_written_into():
    text = "title: Plan\norganisation:\n  name: Acme\nchannels:\n  - &one {name: Page, platform: x}\n  - *one\n"
    with pytest.raises(InputError, match="cannot be written into this file as it is laid out"):
        write(text, ("channels[2].platform", "tiktok"))
