# SPDX-License-Identifier: Apache-2.0
"""The reference of the language has all of it, from the product itself."""

import posixpath
import re

import pytest
import yaml

from govrules.logic.operators import OPERATORS
from govrules.logic.parse import FORMS, QUANTIFIERS, Parser
from govrules.output.catalogue import reference
from govrules.output.catalogue.reference import CONDITIONS_EXAMPLE, KNOWN_EXAMPLE
from govrules.ruleset.model import ChangeText, Citation, ConceptText, RulesetText, RuleText
from govrules.source.faults import FaultKind
from govrules.strategy.fields import StrategyShapes

SHAPES = StrategyShapes()
PAGES = reference(SHAPES)


def test_every_key_of_a_ruleset_is_described():
    for model in (RulesetText, RuleText, Citation, ConceptText, ChangeText):
        for name, info in model.model_fields.items():
            assert info.description, name
            assert f"| `{name}` |" in PAGES["ruleset.md"]
    assert "None." not in PAGES["ruleset.md"]


def test_every_operator_word_and_fault_is_there():
    for name in (*OPERATORS, *FORMS, *QUANTIFIERS):
        assert f"| `{name}` |" in PAGES["conditions.md"]
    for kind in FaultKind:
        assert f"| `{kind.code}` |" in PAGES["faults.md"]


def test_every_field_is_on_the_page_of_its_section():
    def walk(page, shape):
        for name, attribute in shape.attributes.items():
            assert f"| `{name}` |" in page
            for choice in attribute.type.choices:
                assert f"`{choice}`" in page
            if attribute.type.part:
                walk(page, attribute.type.part)

    for name, attribute in SHAPES.root.attributes.items():
        if attribute.type.part:
            walk(PAGES[f"fields/{name}.md"], attribute.type.part)
        else:
            assert f"| `{name}` |" in PAGES["fields.md"]


@pytest.mark.parametrize("example", [CONDITIONS_EXAMPLE, KNOWN_EXAMPLE])
def test_the_examples_of_conditions_are_some(example):
    parser = Parser(SHAPES.root, {})
    channels = SHAPES.subject("channels")
    assert channels is not None
    assert parser.condition(yaml.safe_load(example), channels, ()) is not None
    assert parser.faults == []


def test_links_resolve_and_pages_are_the_same_each_time():
    for name, page in PAGES.items():
        for target in re.findall(r"\]\(([^)]+)\)", page):
            path, _, anchor = target.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert there in PAGES, (name, target)
            assert not anchor or f"{{ #{anchor} }}" in PAGES[there], (name, target)
    assert list(reference(StrategyShapes()).items()) == list(PAGES.items())
