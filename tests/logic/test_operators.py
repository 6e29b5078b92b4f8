# SPDX-License-Identifier: Apache-2.0
"""Every operator on stated, unstated and edge values, and the types of field that each fits."""

from datetime import date, timedelta

import pytest
from asking import AS_OF, THING, faults, node, thing, truth

from govrules.logic import Compare
from govrules.logic.operators import OPERATORS, fitting

LISTED = ("seats", "years", "owner", "day", "colour", "market", "seat", "sector")
# Which operators fit which fields of the test's own thing; independent of the table in the product.
FITS = {
    "equals": ("flag", *LISTED),
    "one_of": LISTED,
    "at_least": ("seats", "years"),
    "at_most": ("seats", "years"),
    "more_than": ("seats", "years"),
    "less_than": ("seats", "years"),
    "on_or_after": ("day",),
    "on_or_before": ("day",),
    "within_days": ("day",),
    "in_next_days": ("day",),
    "includes": tuple(f"all_{name}" for name in LISTED),
    "includes_any": tuple(f"all_{name}" for name in LISTED),
    "includes_all": tuple(f"all_{name}" for name in LISTED),
    "only": tuple(f"all_{name}" for name in LISTED),
    "empty": (*(f"all_{name}" for name in LISTED), "elements"),
    "covers": ("market", "seat", "sector", "all_market", "all_seat", "all_sector"),
    "mentions": ("owner", "all_owner"),
    "given": ("seats", "years", "owner", "day", "colour"),
    "stated": tuple(THING.attributes),
    "some": ("elements",),
    "every": ("elements",),
    "count": (*(f"all_{name}" for name in LISTED), "elements"),
}
VALUE = {
    "flag": True,
    "seats": 3,
    "years": 2.5,
    "owner": "Ada",
    "day": "2026-11-23",
    "colour": "red",
    "market": "US",
    "seat": "US",
    "sector": "bank",
}
STATED = VALUE | {"day": AS_OF}


def operand(operator, name):
    value = VALUE.get(name.removeprefix("all_"))
    match OPERATORS[operator].operand if operator in OPERATORS else operator:
        case "values":
            return [value]
        case "flag":
            return True
        case "words":
            return ["Ada"]
        case "days":
            return 30
        case "count":
            return {"at_least": 1}
        case "some" | "every":
            return {"owner": "Ada"}
    return value


def test_there_is_no_operator_that_these_tests_pass_over():
    assert set(FITS) == {*OPERATORS, "some", "every", "count"}


@pytest.mark.parametrize("name", THING.attributes)
def test_an_operator_fits_its_types_and_no_other(name):
    fits = {operator for operator, names in FITS.items() if name in names}
    assert set(fitting(THING.attributes[name].type)) == fits
    for operator in FITS:
        said = faults({name: {operator: operand(operator, name)}})
        if operator in fits:
            assert said == []
        else:
            assert len(said) == 1
            assert said[0].startswith(f"`{operator}` does not fit '{name}', which is ")


@pytest.mark.parametrize(("operator", "name"), [(operator, name) for operator in FITS for name in FITS[operator]])
def test_an_unstated_field_is_unknown_but_for_stated(operator, name):
    expected = False if operator == "stated" else None
    assert truth({name: {operator: operand(operator, name)}}) is expected


@pytest.mark.parametrize("operator", [operator for operator in FITS if operator not in ("some", "every", "count")])
def test_a_field_below_an_unstated_part_is_unknown_but_for_stated(operator):
    name = next(name for name in FITS[operator] if name != "elements")
    condition = {f"part.part.{name}": {operator: operand(operator, name)}}
    expected = False if operator == "stated" else None
    assert truth(condition) is expected
    assert truth(condition, part=thing()) is expected
    assert truth(condition, part=thing(part=thing())) is expected


@pytest.mark.parametrize("name", VALUE)
def test_a_bare_value_means_equals(name):
    assert truth({name: VALUE[name]}, **{name: STATED[name]}) is True
    condition = node({name: VALUE[name]}).condition
    assert isinstance(condition, Compare)
    assert (condition.operator, condition.operand, str(condition.path)) == ("equals", STATED[name], name)


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        ({"flag": False}, False, True),
        ({"flag": False}, True, False),
        ({"flag": True}, False, False),
        ({"seats": 0}, 0, True),
        ({"years": 2}, 2.0, True),
        ({"owner": "Ada"}, "ada", False),
        ({"owner": ""}, "", True),
        ({"colour": "red"}, "blue", False),
        ({"colour": {"one_of": ["red", "blue"]}}, "blue", True),
        ({"colour": {"one_of": ["red", "blue"]}}, "green", False),
        ({"seats": {"one_of": [0, 1]}}, 0, True),
        ({"market": "US"}, "US-CA", False),
        ({"seats": {"at_least": 3}}, 3, True),
        ({"seats": {"at_least": 3}}, 2, False),
        ({"seats": {"at_most": 3}}, 3, True),
        ({"seats": {"at_most": 3}}, 4, False),
        ({"seats": {"more_than": 3}}, 3, False),
        ({"seats": {"more_than": 3}}, 4, True),
        ({"seats": {"less_than": 3}}, 3, False),
        ({"seats": {"less_than": 3}}, 2, True),
        ({"years": {"at_least": 0.5}}, 0.5, True),
        ({"years": {"less_than": 0}}, 0, False),
        ({"seats": {"at_least": 1, "at_most": 2}}, 2, True),
        ({"seats": {"at_least": 1, "at_most": 2}}, 3, False),
    ],
)
def test_values_and_numbers_at_their_bounds(condition, value, expected):
    (name,) = condition
    assert truth(condition, **{name: value}) is expected


@pytest.mark.parametrize(
    ("operator", "operand", "value", "expected"),
    [
        ("includes", "red", (), False),
        ("includes", "red", ("blue", "red"), True),
        ("includes", "red", ("blue",), False),
        ("includes_any", ["red", "green"], ("blue", "green"), True),
        ("includes_any", ["red", "green"], ("blue",), False),
        ("includes_any", ["red", "green"], (), False),
        ("includes_all", ["red", "green"], ("green", "blue", "red"), True),
        ("includes_all", ["red", "green"], ("green",), False),
        ("includes_all", ["red"], (), False),
        ("only", ["red", "green"], ("green",), True),
        ("only", ["red", "green"], ("green", "blue"), False),
        ("only", ["red", "green"], (), True),
        ("empty", True, (), True),
        ("empty", True, ("red",), False),
        ("empty", False, (), False),
        ("empty", False, ("red",), True),
        ("stated", True, (), True),
        ("stated", False, (), False),
        ("count", {"at_least": 2}, ("red", "blue"), True),
        ("count", {"at_least": 2}, ("red",), False),
        ("count", {"at_most": 0}, (), True),
    ],
)
def test_lists(operator, operand, value, expected):
    assert truth({"all_colour": {operator: operand}}, all_colour=value) is expected


@pytest.mark.parametrize(
    ("operator", "days_from_now", "expected"),
    [
        ("within_days", 0, True),
        ("within_days", -1, True),
        ("within_days", -30, True),
        ("within_days", -31, False),
        ("within_days", 1, False),
        ("in_next_days", 0, True),
        ("in_next_days", 1, True),
        ("in_next_days", 30, True),
        ("in_next_days", 31, False),
        ("in_next_days", -1, False),
    ],
)
def test_30_days_are_counted_from_the_as_of_date_with_both_ends(operator, days_from_now, expected):
    day = AS_OF + timedelta(days_from_now)
    assert truth({"day": {operator: 30}}, day=day) is expected


def test_within_0_days_is_the_as_of_date_alone():
    assert truth({"day": {"within_days": 0}}, day=AS_OF) is True
    assert truth({"day": {"within_days": 0}}, day=AS_OF - timedelta(1)) is False


@pytest.mark.parametrize("operator", ["within_days", "in_next_days"])
def test_more_days_than_the_calendar_has_are_no_crash(operator):
    assert truth({"day": {operator: 10**15}}, day=AS_OF) is True
    assert truth({"day": {operator: 10**15}}, day=date.min) is (operator == "within_days")


@pytest.mark.parametrize(
    ("operator", "day", "expected"),
    [
        ("on_or_after", date(2026, 1, 1), True),
        ("on_or_after", date(2025, 12, 31), False),
        ("on_or_before", date(2026, 1, 1), True),
        ("on_or_before", date(2026, 1, 2), False),
    ],
)
def test_a_fixed_day_counts_itself(operator, day, expected):
    assert truth({"day": {operator: "2026-01-01"}}, day=day) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We guarantee returns", True),
        ("GUARANTEE!", True),
        ("guaranteed returns", False),
        ("nonguarantee", False),
        ("no-risk", False),
        ("there is no risk.", True),
        ("(no risk)", True),
        ("no  risk", False),
        ("piano risky", False),
        ("C++ for all", True),
        ("C+++", True),
        ("", False),
    ],
)
def test_mentions_means_whole_words_in_any_case(text, expected):
    condition = {"mentions": ["guarantee", "no risk", "c++"]}
    assert truth({"owner": condition}, owner=text) is expected
    assert truth({"all_owner": condition}, all_owner=("nothing here", text)) is expected


def test_mentions_over_an_empty_list_is_false():
    assert truth({"all_owner": {"mentions": ["x"]}}, all_owner=()) is False


def test_words_are_words_and_not_patterns():
    assert truth({"owner": {"mentions": ["a.c"]}}, owner="abc") is False
    assert truth({"owner": {"mentions": ["a.c"]}}, owner="the a.c one") is True


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("owner", "Ada", True),
        ("owner", "", False),
        ("owner", " \n\t", False),
        ("seats", 0, True),
        ("years", 0.0, True),
        ("day", AS_OF, True),
        ("colour", "red", True),
    ],
)
def test_given_means_that_something_is_in_it(name, value, expected):
    assert truth({name: {"given": True}}, **{name: value}) is expected
    assert truth({name: {"given": False}}, **{name: value}) is not expected


def test_given_is_unknown_where_nothing_is_stated():
    assert truth({"owner": {"given": True}}) is None
    assert truth({"owner": {"given": False}}) is None


@pytest.mark.parametrize("value", [False, True])
def test_stated_no_is_stated(value):
    assert truth({"flag": {"stated": True}}, flag=value) is True
    assert truth({"flag": {"stated": False}}, flag=value) is False


def test_stated_is_decided_about_what_is_left_out():
    assert truth({"flag": {"stated": True}}) is False
    assert truth({"flag": {"stated": False}}) is True
    assert truth({"part": {"stated": True}}, part=thing()) is True
    assert truth({"part.part.flag": {"stated": False}}) is True


@pytest.mark.parametrize(
    ("code", "own", "expected"),
    [
        ("US", "US", True),
        ("US", "US-CA", True),
        ("US-CA", "US-NY", False),
        ("EU", "FR", True),
        ("EU", "GB", False),
        ("EU", "NO", False),
        ("ZZ", "NO", True),
        ("US", "AU", False),
    ],
)
@pytest.mark.parametrize("name", ["market", "seat"])
def test_a_place_lies_in_the_jurisdictions_above_it(name, code, own, expected):
    assert truth({name: {"covers": code}}, **{name: own}) is expected
    assert truth({f"all_{name}": {"covers": code}}, **{f"all_{name}": (own,)}) is expected
    assert truth({f"all_{name}": {"covers": code}}, **{f"all_{name}": ("JP", own)}) is expected


def test_a_market_is_reached_as_a_whole_so_the_us_include_california():
    assert truth({"market": {"covers": "US-CA"}}, market="US") is True
    assert truth({"all_market": {"covers": "FR"}}, all_market=("EU",)) is True
    assert truth({"all_market": {"covers": "NO"}}, all_market=("ZZ",)) is True


def test_a_seat_in_the_us_does_not_tell_whether_it_is_in_california():
    assert truth({"seat": {"covers": "US-CA"}}, seat="US") is None
    assert truth({"all_seat": {"covers": "US-CA"}}, all_seat=("AU", "US")) is None
    assert truth({"all_seat": {"covers": "US-CA"}}, all_seat=("US", "US-CA")) is True
    assert truth({"all_seat": {"covers": "US-CA"}}, all_seat=("US-NY", "AU")) is False


def test_financial_services_do_not_tell_whether_it_is_a_bank():
    assert truth({"sector": {"covers": "bank"}}, sector="financial-services") is None
    assert truth({"all_sector": {"covers": "bank"}}, all_sector=("financial-services", "bank")) is True
    assert truth({"sector": {"covers": "financial-services"}}, sector="bank") is True
    assert truth({"sector": {"covers": "bank"}}, sector="insurer") is False


@pytest.mark.parametrize("name", ["all_market", "all_seat", "all_sector"])
def test_an_empty_list_lies_nowhere(name):
    assert truth({name: {"covers": "bank" if name == "all_sector" else "US"}}, **{name: ()}) is False


@pytest.mark.parametrize(
    "condition",
    [
        {"seats": 2.5},
        {"seats": True},
        {"seats": "3"},
        {"flag": "yes"},
        {"flag": 1},
        {"years": "3"},
        {"owner": 3},
        {"day": "23.11.2026"},
        {"day": "2026-02-30"},
        {"day": "20261123"},
        {"colour": "pink"},
        {"market": "UK"},
        {"sector": "banking"},
        {"part": "x"},
        {"seats": {"at_least": True}},
        {"seats": {"one_of": []}},
        {"seats": {"one_of": 3}},
        {"day": {"within_days": -1}},
        {"day": {"within_days": 1.5}},
        {"day": {"within_days": True}},
        {"owner": {"mentions": []}},
        {"owner": {"mentions": "x"}},
        {"owner": {"mentions": [" "]}},
        {"owner": {"given": "true"}},
        {"owner": {"stated": 1}},
        {"all_colour": {"includes": ["red"]}},
        {"all_colour": {"includes_any": ["red", "pink"]}},
        {"all_colour": {"count": {}}},
        {"all_colour": {"count": 3}},
        {"all_colour": {"count": {"at_least": 1.5}}},
        {"all_colour": {"count": {"exactly": 3}}},
        {"all_colour": {"count": {"at_least": 1, "where": {"owner": "x"}}}},
    ],
)
def test_an_operand_of_another_type_is_refused(condition):
    assert len(faults(condition)) == 1


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        ({"only": ["$cold"]}, ("green", "blue"), True),
        ({"only": ["$cold"]}, ("green", "red"), False),
        ({"only": ["red", "$cold"]}, ("green", "red"), True),
        ({"includes_any": ["$warm"]}, ("green", "red"), True),
        ({"includes_any": ["$warm"]}, ("green",), False),
        ({"includes_all": ["$cold"]}, ("green",), False),
    ],
)
def test_a_group_in_a_list_stands_for_all_its_values(condition, value, holds):
    assert truth({"all_colour": condition}, all_colour=value) is holds


def test_a_group_that_is_not_known_is_refused():
    assert faults({"all_colour": {"only": ["$col"]}}) == ["there is no group '$col' of values of this field"]
    assert faults({"all_owner": {"only": ["$cold"]}}) == ["there is no group '$cold' of values of this field"]
