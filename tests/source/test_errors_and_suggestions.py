# SPDX-License-Identifier: Apache-2.0
"""What the user reads when something is wrong."""

import json

from govrules.source import InputError, Place, Problem, did_you_mean, suggest
from govrules.strategy import Strategy

PLACE = Place("a.yaml", 3, 5, 3, 9)


def test_a_place_is_written_so_that_an_editor_can_jump_to_it():
    assert str(PLACE) == "a.yaml:3:5"


def test_an_error_has_one_line_per_problem():
    error = InputError([Problem("bad key", PLACE, "remove it"), Problem("no such file")])
    assert str(error) == "a.yaml:3:5: bad key (remove it)\nno such file"
    assert len(error.problems) == 2


def test_a_typo_is_guessed():
    assert did_you_mean("visibilty", ["market", "visibility"]) == "did you mean 'visibility'?"


def test_case_and_dashes_make_no_difference():
    assert did_you_mean("Posting-Times", iter(["posting_times"])) == "did you mean 'posting_times'?"


def test_what_people_usually_call_a_choice_is_guessed():
    assert did_you_mean("treatment", ["recruitment", "health"]) == "did you mean 'health'?"
    assert did_you_mean("Real estate", ["housing"]) == "did you mean 'housing'?"
    assert did_you_mean("treatment", ["recruitment"]) == "did you mean 'recruitment'?"


def test_each_usual_word_stands_for_a_choice_of_the_model():
    properties = json.dumps(Strategy.model_json_schema())
    assert [choice for choice in suggest.USUAL_WORDS if f'"{choice}"' not in properties] == []


def test_nothing_near_gives_no_guess():
    assert did_you_mean("zzz", ["market", "visibility"]) is None
    assert did_you_mean("market" * 50, ["market" * 50]) is None
