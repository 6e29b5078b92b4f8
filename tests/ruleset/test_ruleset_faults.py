# SPDX-License-Identifier: Apache-2.0
"""Rulesets as wholes: concepts and their circles, ids that are used twice, subjects, and keys."""

import pytest
from writing import FIRST, HEAD, load, problem, problems, rule_text

from govrules.logic.condition import Compare
from govrules.ruleset import load_rulesets
from govrules.source import InputError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "r.yaml"


def concepts(*lines, id="test/concepts"):
    return HEAD.replace("{id}", id) + "concepts:\n" + "".join(f"  - {{title: T, {line}}}\n" for line in lines)


ABOUT = "subject: channels, when: {owner: x}"


def test_a_concept_of_another_subject_is_refused(path):
    text = concepts("id: paid, subject: content, when: {topics: {includes: price}}") + rule_text(
        "when: {is: paid}\nrequire: {owner: x}\n"
    ).removeprefix(HEAD.replace("{id}", "test/one"))
    found = problem(path, text)
    assert found.message == "the concept 'paid' is about content, and this condition is about channels"
    line = text[: text.index("when: {is")].count("\n") + 1
    assert str(found.place) == f"{path}:{line}:12"


def test_an_unknown_concept_comes_with_what_was_meant(path):
    found = problem(
        path, concepts(f"id: public-channel, {ABOUT}", "id: b, subject: channels, when: {is: public-chanel}")
    )
    assert found.message == "there is no concept 'public-chanel'"
    assert found.hint == "did you mean 'public-channel'?"
    assert (found.place.line, found.place.column) == (7, 49)


def test_a_concept_may_rest_on_one_that_comes_later_or_in_another_file(tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(concepts("id: a, subject: channels, when: {is: [b, c]}", f"id: b, {ABOUT}"))
    two.write_text(concepts("id: c, subject: strategy, when: {markets: {covers: US}}", id="test/two"))
    loaded = load_rulesets([one, two])
    assert list(loaded.concepts) == ["b", "c", "a"]
    with pytest.raises(InputError, match="there is no concept 'c'"):
        load_rulesets([one])


@pytest.mark.parametrize(
    ("lines", "way", "line"),
    [
        (("id: a, subject: channels, when: {is: a}",), "a -> a", 6),
        (
            (
                "id: c, subject: channels, when: {is: a}",
                "id: a, subject: channels, when: {any: [{owner: x}, {not: {is: b}}]}",
                "id: b, subject: channels, when: {is: c}",
            ),
            "a -> b -> c -> a",
            7,
        ),
        (
            (
                "id: b, subject: strategy, when: {channels: {some: {is: a}}}",
                "id: a, subject: channels, when: {is: b}",
            ),
            "a -> b -> a",
            7,
        ),
    ],
)
def test_concepts_that_rest_on_each_other_are_told_once_with_the_way_round(path, lines, way, line):
    found = problem(path, concepts(*lines))
    assert found.message == f"concepts rest on each other in a circle: {way}"
    assert str(found.place) == f"{path}:{line}:20"
    assert found.hint == "define one of them by fields of the document"


def test_a_circle_over_two_files_is_found(tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(concepts("id: a, subject: channels, when: {is: b}"))
    two.write_text(concepts("id: b, subject: channels, when: {is: a}", id="test/two"))
    with pytest.raises(InputError, match="in a circle: a -> b -> a") as caught:
        load_rulesets([two, one])
    assert len(caught.value.problems) == 1


def test_two_circles_are_both_told(path):
    found = problems(
        path,
        concepts(*(f"id: {own}, subject: channels, when: {{is: {other}}}" for own, other in ("ab", "ba", "cd", "dc"))),
    )
    assert [one.message.rpartition(": ")[2] for one in found] == ["a -> b -> a", "c -> d -> c"]


def test_two_rules_with_one_id_in_one_file(path):
    text = rule_text("require: {owner: x}\n")
    second = text[text.index("  - id: test-rule") :]
    found = problem(path, text + second)
    assert found.message == f"the rule id 'test-rule' is already used at {path}:6:9"
    assert str(found.place) == f"{path}:{FIRST + 1}:9"
    assert found.hint == "give one of them another id"


def test_two_rules_with_one_id_over_two_files(tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(rule_text("require: {owner: x}\n"))
    two.write_text(rule_text("require: {owner: x}\n").replace("test/one", "test/two"))
    with pytest.raises(InputError) as caught:
        load_rulesets([one, two])
    (found,) = caught.value.problems
    assert found.message == f"the rule id 'test-rule' is already used at {one}:6:9"
    assert str(found.place) == f"{two}:6:9"


def test_two_rulesets_or_two_concepts_with_one_id(tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(concepts(f"id: a, {ABOUT}"))
    two.write_text(concepts(f"id: a, {ABOUT}"))
    with pytest.raises(InputError) as caught:
        load_rulesets([one, two])
    assert [str(found) for found in caught.value.problems] == [
        f"{two}:1:10: the ruleset id 'test/concepts' is already used at {one}:1:10 (give one of them another id)",
        f"{two}:6:20: the concept id 'a' is already used at {one}:6:20 (give one of them another id)",
    ]


@pytest.mark.parametrize(
    ("subject", "hint"),
    [
        ("chanels", "did you mean 'channels'?"),
        ("markets", None),
        ("organisation", None),
        ("business_case.objectives.metrics", None),
        ("channels.archive", None),
    ],
)
def test_what_is_no_list_of_parts_cannot_be_a_subject(path, subject, hint):
    found = problem(path, rule_text("require: {owner: x}\n").replace("subject: channels", f"subject: {subject}"))
    assert found.message == f"'{subject}' cannot be a subject"
    assert str(found.place) == f"{path}:{FIRST - 1}:14"
    assert found.hint == hint if hint else found.hint


@pytest.mark.parametrize(
    ("old", "new", "message", "place"),
    [
        ("severity: major", "severity: huge", "'rules[1].severity' cannot be 'huge'", (8, 15)),
        ("severity: major", "severety: major", "'rules[1]' has no field 'severety'", (8, 5)),
        (
            "jurisdiction: US",
            "jurisdiction: UK",
            "'rules[1].jurisdiction' 'UK' is not a jurisdiction",
            (10, 19),
        ),
        ("reviewed: 2026-11-23", "reviewed: today", "'reviewed' is not a date", (4, 11)),
        ("owner: legal", "owner: nobody", "'rules[1].remedy.owner' cannot be 'nobody'", (13, 32)),
        ("id: test-rule", "id: Test Rule", "'rules[1].id' takes small letters and digits, joined by hyphens", (6, 9)),
        ("ruleset: test/one", "ruleset: one", "'ruleset' takes small letters and digits, joined by hyphens", (1, 10)),
        ("title: A rule", "title: ' '", "'rules[1].title' takes text with something in it", (7, 12)),
        ("require: {owner: x}", "sectors: [banking]", "'rules[1].sectors[1]' 'banking' is not a sector", (15, 15)),
    ],
)
def test_keys_and_values_of_a_rule_are_checked(path, old, new, message, place):
    found = problems(path, rule_text("require: {owner: x}\n").replace(old, new))
    (one,) = (one for one in found if message in one.message)
    assert (one.place.line, one.place.column) == place
    assert one.hint


def test_a_rule_without_requirement_is_refused(path):
    found = problem(path, rule_text("note: nothing\n"))
    assert found.message == "'rules[1].require' is missing"
    assert (found.place.line, found.place.column) == (6, 5)


def test_faults_of_all_files_are_gathered(tmp_path):
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(rule_text("require: {ownr: x}\n"))
    two.write_text(rule_text("require: {topics: x}\n").replace("test/one", "test/two").replace("test-rule", "other"))
    with pytest.raises(InputError) as caught:
        load_rulesets([one, two])
    assert [found.place.file for found in caught.value.problems] == [str(one), str(two)]


def test_no_ruleset_at_all_is_refused():
    with pytest.raises(InputError, match="no ruleset was named"):
        load_rulesets([])


def test_a_good_ruleset_loads_typed(path):
    loaded = load(
        path,
        rule_text(
            """\
            parameters: {years: {value: 6, unit: years, source: Rule 4}}
            when: {visibility: public}
            require: {archive.years: {at_least: $years}}
            """
        ),
    )
    (ruleset,) = loaded
    assert ruleset.id == "test/one"
    rule = loaded.rules["test-rule"]
    assert (rule.severity, rule.ruleset, rule.at) == ("major", "test/one", ("rules", 0))
    assert isinstance(rule.require, Compare)
    assert (str(rule.require.path), rule.require.operator, rule.require.operand) == ("archive.years", "at_least", 6)
    assert isinstance(rule.when, Compare) and rule.when.operator == "equals"
