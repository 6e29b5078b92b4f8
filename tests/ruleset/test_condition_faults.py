# SPDX-License-Identifier: Apache-2.0
"""A rule that is not well-formed or well-typed is refused with file, line, column and the way out."""

import pytest
from writing import FIRST, load, problem, problems, rule_text


@pytest.fixture
def path(tmp_path):
    return tmp_path / "r.yaml"


def fault(path, text):
    """The fault of a rule, with its line counted from where the rule's own text begins."""
    found = problem(path, rule_text(text))
    assert found.place.file == str(path)
    return found, (found.place.line - FIRST + 1, found.place.column)


# Each text begins at column 5, so `require` and its value stand there and at column 14.
@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "require:\n  archive.yaers: 3\n",
            (2, 7),
            "archive has no field 'yaers'",
            "did you mean 'years'?",
        ),
        (
            "require: {visibilty: public}\n",
            (1, 15),
            "channels has no field 'visibilty'",
            "did you mean 'visibility'?",
        ),
        (
            "require: {launch_on: 2026-01-01}\n",
            (1, 15),
            "channels has no field 'launch_on'",
            "did you mean 'strategy.launch_on'?",
        ),
        (
            "require: {owner.name: x}\n",
            (1, 15),
            "'owner' is text and has no field 'name'",
            None,
        ),
        (
            "require: {visibility: {at_least: 3}}\n",
            (1, 28),
            "`at_least` does not fit 'visibility', which is a choice",
            "these fit: equals, one_of, given, stated",
        ),
        (
            "require: {topics: {equals: price}}\n",
            (1, 24),
            "`equals` does not fit 'topics', which is a list, each a choice",
            "these fit: includes, includes_any, includes_all, only, empty, stated, count",
        ),
        (
            "require: {archive: {some: {years: 3}}}\n",
            (1, 25),
            "`some` does not fit 'archive', which is a group of fields",
            "these fit: stated",
        ),
        (
            "require: {archive.years: {at_lest: 3}}\n",
            (1, 31),
            "there is no operator 'at_lest'",
            "did you mean 'at_least'?",
        ),
        (
            "require: {visibility: publik}\n",
            (1, 15),
            "'publik' is not a value of this field",
            "did you mean 'public'?",
        ),
        (
            "require:\n  content_classes:\n    includes_any: [static, zzz]\n",
            (3, 32),
            "'zzz' is not a value of this field",
            "choose from: static, interactive, live, direct-message, ephemeral, paid",
        ),
        (
            "require: {strategy.channels.owner: x}\n",
            (1, 15),
            "'channels' is a list, so 'strategy.channels.owner' does not name one value",
            "write `strategy.channels: {some: {owner: ...}}`, or `every`",
        ),
        (
            "require: {topics: price}\n",
            (1, 15),
            "'topics' is a list and cannot equal one value",
            "write one of: includes, includes_any, includes_all, only, empty, stated, count",
        ),
        (
            "require: {owner: null}\n",
            (1, 15),
            "nothing is not text",
            None,
        ),
        (
            "require: {approval.recorded: }\n",
            (1, 15),
            "nothing is not true or false",
            None,
        ),
        (
            "require: {topics: {includes: ~}}\n",
            (1, 24),
            "nothing is not a value of this field",
            None,
        ),
        (
            "require: {owner: {}}\n",
            (1, 15),
            "'owner' has no operator",
            "write one of: equals, one_of, mentions, given, stated",
        ),
        (
            "require: {approval.recorded: yes}\n",
            (1, 15),
            "'yes' is not true or false",
            None,
        ),
        (
            "require: {is: us-nothing}\n",
            (1, 15),
            "there is no concept 'us-nothing'",
            None,
        ),
        (
            "require: {archive.years: {at_least: $years}}\n",
            (1, 31),
            "the rule has no parameter 'years'",
            None,
        ),
        (
            "require: {archive.retrieval_tested_on: {on_or_after: soon}}\n",
            (1, 45),
            "'soon' is not a date",
            "write it as YYYY-MM-DD",
        ),
        (
            "require: {markets: {includes: UK}}\n",
            (1, 25),
            "'UK' is not a market",
            None,
        ),
        (
            "require: {any: [{owner: x}, nothing]}\n",
            (1, 33),
            "a condition is a mapping of fields to what must hold",
            "write `field: value`",
        ),
        (
            "require: {any: {owner: x}}\n",
            (1, 15),
            "`any` takes a list of conditions",
            None,
        ),
        (
            "require: {}\n",
            (1, 5),
            "a condition cannot be empty",
            "leave it out, or say what must hold",
        ),
        (
            "require:\n",
            (1, 5),
            "a condition is a mapping of fields to what must hold",
            "write `field: value`",
        ),
        (
            "when:\nrequire: {owner: x}\n",
            (1, 5),
            "a condition is a mapping of fields to what must hold",
            "write `field: value`",
        ),
    ],
)
def test_a_fault_has_its_place_and_the_way_out(path, text, place, message, hint):
    found, at = fault(path, text)
    assert found.message == message
    assert at == place
    if hint is not None:
        assert found.hint == hint


def test_a_fault_reads_as_one_line(path):
    found = problem(path, rule_text("require: {visibilty: public}\n"))
    assert str(found) == f"{path}:{FIRST}:15: channels has no field 'visibilty' (did you mean 'visibility'?)"


def test_every_fault_of_a_rule_is_told_at_once(path):
    text = "when: {visibilty: public}\nrequire: {topics: price, archive.years: {at_least: much}}\n"
    found = problems(path, rule_text(text))
    assert [(one.place.line - FIRST + 1, one.place.column) for one in found] == [(1, 12), (2, 15), (2, 46)]


def test_a_parameter_that_no_condition_uses_is_refused(path):
    text = """\
        parameters:
          years: {value: 3, unit: years, source: Rule 4}
          hours: {value: 8, unit: hours, source: Rule 4}
        require: {archive.years: {at_least: $years}}
        """
    found, at = fault(path, text)
    assert at == (3, 7)
    assert found.message == "no condition uses the parameter 'hours'"
    assert found.hint == "write $hours, or remove it"


def test_a_parameter_that_is_misspelt_is_told_with_what_was_meant(path):
    text = """\
        parameters: {years: {value: 3, unit: years, source: Rule 4}}
        require: {archive.years: {at_least: $yaers}}
        """
    found, at = fault(path, text)
    assert at == (2, 31)
    assert (found.message, found.hint) == ("the rule has no parameter 'yaers'", "did you mean 'years'?")


def test_a_parameter_of_the_wrong_type_is_refused_where_it_is_used(path):
    text = """\
        parameters: {years: {value: three, unit: years, source: Rule 4}}
        require: {archive.years: {at_least: $years}}
        """
    found, at = fault(path, text)
    assert (found.message, at) == ("'three' is not a number", (2, 31))


@pytest.mark.parametrize(
    ("finding", "message", "hint"),
    [
        ("{ownr} is missing.", "the subject has no field 'ownr' for the message", "did you mean 'owner'?"),
        ("{archive.yaers}", "the subject has no field 'archive.yaers' for the message", "did you mean 'years'?"),
        ("{owner.real}", "the subject has no field 'owner.real' for the message", None),
        ("{__class__}", "the subject has no field '__class__' for the message", None),
        ("{owner.__class__.mro}", "the subject has no field 'owner.__class__.mro' for the message", None),
        ("{name!r}", "the subject has no field 'name!r' for the message", "did you mean 'name'?"),
        ("{}", "the subject has no field '' for the message", None),
        ("{name", "a brace in the message has no partner", "write {field}, or leave the brace out"),
    ],
)
def test_a_placeholder_that_does_not_exist_is_refused(path, finding, message, hint):
    text = rule_text("require: {owner: x}\n").replace("Something is missing.", f'"{finding}"')
    found = problem(path, text)
    line = text[: text.index("finding")].count("\n") + 1
    assert str(found.place) == f"{path}:{line}:14"
    assert found.message == message
    if hint is not None:
        assert found.hint == hint


def test_a_placeholder_may_name_a_field_a_parameter_or_the_label(path):
    text = rule_text(
        """\
        parameters: {years: {value: 3, unit: years, source: Rule 4}}
        require: {archive.years: {at_least: $years}}
        """
    ).replace("Something is missing.", '"{label} / {name}: {archive.years} of {years}"')
    assert set(load(path, text).rules) == {"test-rule"}


def test_a_remedy_names_parameters_alone_and_tells_their_values(path):
    text = rule_text(
        """\
        parameters: {years: {value: 3, unit: years, source: Rule 4}}
        require: {archive.years: {at_least: $years}}
        """
    )
    [rule] = load(path, text.replace("do: Do it", 'do: "Keep records for {years} years."')).rules.values()
    assert rule.text.remedy.do == "Keep records for 3 years."
    found = problem(path, text.replace("do: Do it", 'do: "Tell {name}."'))
    assert (found.message, found.hint) == ("'name' is not a parameter of the rule", "a remedy names parameters alone")
