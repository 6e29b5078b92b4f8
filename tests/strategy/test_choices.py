# SPDX-License-Identifier: Apache-2.0
"""A choice stands in words, and its code beside it where somebody has to type it."""

import pytest
from bundled import bundled

from govrules.logic.shape import Shape
from govrules.strategy.choices import in_words, to_type


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("human-checked", "checked by a person"),
        ("direct-messages", "direct messages"),
        ("wcag-2.2-aa", "WCAG 2.2 AA"),
        ("finra-advertising", "FINRA advertising"),
        ("sms", "SMS"),
        ("none", "none"),
    ],
)
def test_a_choice_in_words(code, words):
    assert in_words(code) == words


def test_the_code_stands_in_brackets_where_it_is_another():
    assert to_type(["human-checked", "none"]) == "checked by a person (human-checked), none"


def test_no_two_choices_of_a_field_have_the_same_words():
    def lists(shape: Shape, depth: int = 0):
        for attribute in shape.attributes.values():
            yield attribute.type.choices
            if attribute.type.part and depth < 5:
                yield from lists(attribute.type.part, depth + 1)

    found = set(lists(bundled().shapes.root))
    assert len(found) > 100
    for choices in found:
        assert len(set(map(in_words, choices))) == len(choices)
