# SPDX-License-Identifier: Apache-2.0
"""Fields that a ruleset adds to documents are fields everywhere: read, asked, judged, explained and offered."""

import json
from datetime import date

import pytest

from govrules import InputError, Strategy, check, load_rulesets, load_strategy

PARTS = [
    {
        "part": "x-acme",
        "subject": "channels",
        "fields": [
            {"name": "brand_owner", "type": "text", "question": "Who answers for the brand here?"},
            {"name": "budget", "type": "number", "question": "What may it cost a month?", "unit": "EUR"},
            {"name": "agreed", "type": "yes/no", "question": "Did the brand board agree?"},
            {"name": "agreed_on", "type": "day", "question": "When did it agree?"},
            {"name": "tier", "type": "choice", "question": "Which tier is it?", "choices": ["gold", "silver"]},
            {"name": "regions", "type": "list", "question": "For which regions?", "choices": ["north", "south"]},
            {"name": "brands", "type": "list", "question": "For which brands?"},
        ],
    },
    {
        "part": "x-acme",
        "subject": "strategy",
        "fields": [{"name": "cost_centre", "type": "text", "question": "Which cost centre pays?"}],
    },
]
CHANNEL = {
    "name": "Page",
    "x-acme": {
        "brand_owner": "Head of brand",
        "budget": 500,
        "agreed": True,
        "agreed_on": "2026-03-01",
        "tier": "gold",
        "regions": ["north"],
        "brands": ["Acme"],
    },
}


def document(channel=CHANNEL, **more):
    return {"title": "S", "organisation": {"name": "N"}, "channels": [channel], **more}


def with_answer(**answers):
    return document({**CHANNEL, "x-acme": {**CHANNEL["x-acme"], **answers}})


@pytest.fixture
def house(ruleset, rule):
    """Gold channels are agreed, and cost no more than 100 EUR, unless a cost centre pays."""
    return ruleset(
        rule(
            "zz-gold",
            {
                "any": [
                    {"x-acme.agreed": True, "x-acme.budget": {"at_most": 100}},
                    {"strategy.x-acme.cost_centre": "C1"},
                ]
            },
            subject="channels",
            when={"x-acme.tier": "gold"},
            source={"in_force": "2026-01-01"},
            finding="{label} costs {x-acme.budget}.",
            examples={
                "met": [
                    {"channels": [{"x-acme": {"tier": "gold", "agreed": True, "budget": 100}}]},
                    {"x-acme": {"cost_centre": "C1"}, "channels": [{"x-acme": {"tier": "gold"}}]},
                ],
                "gap": {"x-acme": {"cost_centre": "C2"}, "channels": [{"x-acme": {"tier": "gold", "agreed": False}}]},
                "unanswered": {"channels": [{"x-acme": {"tier": "gold", "agreed": True}}]},
                "not-applicable": {"channels": [{"x-acme": {"tier": "silver"}}]},
            },
        ),
        title="Rules of the house",
        fields=PARTS,
    )


@pytest.mark.parametrize("engine", ["compiled", "both"])
def test_a_finding_cites_the_field_and_its_place(govrules, house, write, engine):
    strategy = write("s.yaml", json.dumps(document(**{"x-acme": {"cost_centre": "C2"}}), indent=1))
    result = govrules("check", strategy, "--no-bundled", "-r", house, "--engine", engine, "--format", "json")
    assert (result.returncode, result.stderr) == (1, "")
    (finding,) = json.loads(result.stdout)["reports"][0]["findings"]
    assert finding["message"] == "Page costs 500."
    over, centre = finding["evidence"]
    assert (over["field"], over["value"], over["unit"]) == ("channels[1].x-acme.budget", 500, "EUR")
    assert over["question"] == "What may it cost a month?"
    assert over["location"]["text"].strip() == '"budget": 500,'
    assert (centre["field"], centre["value"]) == ("x-acme.cost_centre", "C2")


def test_an_answer_that_is_missing_is_asked_for_with_its_choices(govrules, house, write):
    strategy = write("s.yaml", document({"name": "Page", "x-acme": {"tier": "gold", "agreed": True}}))
    result = govrules("check", strategy, "--no-bundled", "-r", house, "--format", "json")
    questions = json.loads(result.stdout)["reports"][0]["questions"]
    (question,) = questions
    # One of the two is enough, so that it is one question with its ways.
    assert question["field"] == "channels.x-acme.budget or x-acme.cost_centre"
    ways = [[asked["field"] for asked in way] for way in question["ways"]]
    assert ways == [["channels.x-acme.budget"], ["x-acme.cost_centre"]]


def test_the_examples_of_a_rule_about_it_run(govrules, house):
    result = govrules("test", house)
    assert (result.returncode, result.stderr) == (0, "")
    assert "5 examples, 0 failed" in result.stdout
    assert govrules("lint", house).stdout == "0 faults in 1 ruleset.\n"


def test_why_shows_what_was_read(govrules, house, write):
    strategy = write("s.yaml", document())
    result = govrules("explain", "--why", strategy, "zz-gold", "Page", "--no-bundled", "-r", house)
    assert "The document says 500 (s.yaml:1:" in result.stdout


def test_a_form_asks_for_it_and_can_be_loaded(govrules, house, write):
    form = govrules("init", "--all", "--sector", "bank", "--market", "US", "--no-bundled", "-r", house).stdout
    assert "      # Which tier is it? One of: gold, silver.\n      tier:\n" in form
    assert "# What is asked by Rules of the house?\nx-acme:\n" in form
    options = "--no-bundled", "-r", house, "--allow-unanswered", "--allow-uncovered"
    checked = govrules("check", write("form.yaml", form), *options)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_schemas_and_pages_have_it_once_the_ruleset_is_named(govrules, house, tmp_path):
    for kind in ("strategy", "ruleset"):
        for options, offered in (((), False), (("-r", house), True)):
            assert ("Who answers for the brand here?" in govrules("schema", kind, *options).stdout) == offered
    govrules("catalogue", "--no-bundled", "-r", house, "--reference", "--output", "pages")
    assert "Which cost centre pays?" in (tmp_path / "pages/fields/x-acme.md").read_text(encoding="utf-8")
    assert "Who answers for the brand here?" in (tmp_path / "pages/fields/channels.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "message", "hint"),
    [
        ({"tier": "golt"}, "'channels[1].x-acme.tier' cannot be 'golt'", "did you mean 'gold'?"),
        ({"brand_owner": 7}, "'channels[1].x-acme.brand_owner' takes text, and 7 is not that", "put it in quotes"),
        ({"budget": "much"}, "'channels[1].x-acme.budget' takes a number, and 'much' is not that", "write it without"),
        ({"agreed": "perhaps"}, "'channels[1].x-acme.agreed' takes true or false", "write true or false"),
        ({"agreed_on": "2026-02-30"}, "'channels[1].x-acme.agreed_on' is not a date", "write it as YYYY-MM-DD"),
        ({"regions": ["west"]}, "'channels[1].x-acme.regions[1]' cannot be 'west'", "choose from: north, south"),
        ({"brands": "Acme"}, "'channels[1].x-acme.brands' takes a list", "write it as [value]"),
        ({"owner": "A"}, "'channels[1].x-acme' has no field 'owner'", "did you mean 'brand_owner'?"),
    ],
)
def test_a_wrong_answer_is_refused_with_its_place_and_the_way_out(govrules, house, write, answer, message, hint):
    result = govrules("check", write("s.yaml", with_answer(**answer)), "--no-bundled", "-r", house)
    assert result.returncode == 2
    assert result.stderr.startswith("error: s.yaml:1:")
    assert message in result.stderr
    assert hint in result.stderr


def test_a_part_that_no_loaded_ruleset_adds_is_refused(govrules, house, write):
    strategy = write("s.yaml", document())
    result = govrules("check", strategy)
    assert result.returncode == 2
    assert "'channels[1]' has no field 'x-acme'" in result.stderr
    assert "no loaded ruleset adds it there; load the one that does with --ruleset" in result.stderr
    misspelt = write("s.yaml", document({"name": "Page", "x-acne": {"tier": "gold"}}))
    assert "did you mean 'x-acme'?" in govrules("check", misspelt, "--no-bundled", "-r", house).stderr


FIELD = {"name": "a", "type": "text", "question": "Q?"}


@pytest.mark.parametrize(
    ("part", "message", "hint"),
    [
        ({"part": "acme"}, "'fields[1].part' is not the name of a part", "such as x-acme"),
        ({"part": "x-Acme"}, "'fields[1].part' is not the name of a part", "such as x-acme"),
        ({"subject": "chanels"}, "'chanels' cannot be a subject", "did you mean 'channels'?"),
        ({"subject": "governance"}, "'governance' cannot be a subject", "use strategy, or a list"),
        ({"fields": []}, "'fields[1].fields' takes a list with something in it", "write at least one value"),
        ({"fields": [FIELD, FIELD]}, "the field 'a' of 'x-a' is already defined at ", "another name"),
        ({"fields": [FIELD | {"name": "a-b"}]}, "'fields[1].fields[1].name' is not the name of a field", "joined by _"),
        ({"fields": [FIELD | {"name": "copy"}]}, "'fields[1].fields[1].name' cannot have this name", "our_"),
        ({"fields": [FIELD | {"type": "txt"}]}, "'fields[1].fields[1].type' cannot be 'txt'", "did you mean 'text'?"),
        ({"fields": [FIELD | {"type": "choice"}]}, "is a choice without choices", "list its values under `choices`"),
        (
            {"fields": [FIELD | {"choices": ["x"]}]},
            "has choices, which only a choice or a list can have",
            "remove them",
        ),
        ({"fields": [FIELD | {"unit": "EUR"}]}, "has a unit, which only a number can have", "remove the unit"),
        ({"fields": [FIELD | {"type": "list", "choices": ["x", "x"]}]}, "has the same choice twice", "remove one"),
        ({"fields": [{"name": "a", "type": "text"}]}, "'fields[1].fields[1].question' is missing", "add a line"),
    ],
)
def test_a_wrong_definition_is_refused_with_its_place_and_the_way_out(govrules, ruleset, part, message, hint):
    file = ruleset(fields=[{"part": "x-a", "subject": "channels", "fields": [FIELD]} | part])
    result = govrules("lint", file)
    assert result.returncode == 2
    assert result.stderr.startswith(f"error: {file}:1:")
    assert message in result.stderr
    assert hint in result.stderr
    assert result.stderr.count("error:") == 1


def test_two_rulesets_cannot_define_the_same_part_of_the_same_subject(govrules, house, ruleset):
    other = ruleset(name="test/other", fields=PARTS[:1])
    result = govrules("rules", "--no-bundled", "-r", house, "-r", other)
    assert result.returncode == 2
    assert "the part 'x-acme' of channels is already defined at test-small.rules.yaml:1:" in result.stderr


def test_a_condition_about_a_field_that_the_part_does_not_have_is_a_fault(govrules, ruleset, rule):
    file = ruleset(rule("zz-a", {"x-acme.teir": "gold"}, subject="channels"), fields=PARTS)
    result = govrules("lint", file)
    assert "x-acme" in result.stdout
    assert "did you mean 'tier'?" in result.stdout


@pytest.fixture
def files(house, write, tmp_path):
    return tmp_path / house, tmp_path / write("s.yaml", document())


def test_a_program_reads_it_like_any_other_field(files):
    rulesets = load_rulesets([files[0]])
    strategy = load_strategy(files[1], shapes=rulesets.shapes).strategy
    part = getattr(strategy.channels[0], "x-acme")
    assert (part.budget, part.agreed_on, part.brands) == (500.0, date(2026, 3, 1), ("Acme",))
    assert getattr(strategy, "x-acme") is None
    again = type(strategy).model_validate_json(strategy.model_dump_json(round_trip=True))
    assert again == strategy
    (finding,) = check(strategy, rulesets).findings
    assert (finding.rule, finding.verdict) == ("zz-gold", "unanswered")


def test_a_strategy_that_was_made_without_the_rulesets_can_be_checked_with_them(files):
    rulesets = load_rulesets([files[0]])
    made = Strategy(title="S", organisation={"name": "N"}, channels=[{"name": "Page"}], incomplete=["channels"])
    assert [question.field for question in check(made, rulesets).questions][:1] == ["channels.x-acme.tier"]
    with pytest.raises(InputError, match="no loaded ruleset adds it there"):
        load_strategy(files[1])


def test_a_document_with_parts_is_refused_by_rulesets_that_do_not_add_them(files, ruleset, rule, tmp_path):
    document = load_strategy(files[1], shapes=load_rulesets([files[0]]).shapes)
    others = load_rulesets([tmp_path / ruleset(rule("zz-a", {"author": {"given": True}}), name="test/other")])
    with pytest.raises(InputError, match="no loaded ruleset adds it there"):
        check(document, others)
