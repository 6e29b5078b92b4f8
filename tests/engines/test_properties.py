# SPDX-License-Identifier: Apache-2.0
"""Laws that hold for any condition and any strategy: see the design, "Three-valued truth"."""

import json
from collections import Counter

import pytest
from generated import (
    AS_OF,
    CHANNEL,
    CONCEPTS,
    ROOT,
    VALUES,
    channels,
    compiled,
    conditions,
    documents,
    filled,
    incomplete,
    lengthened,
    strategy,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import UNLISTED, YES, Reference, binds, judgement

from govrules.engines import CompiledEngine
from govrules.logic import FieldType, World, deciding, trace
from govrules.logic.compile import read_path
from govrules.logic.incomplete import IncompleteList
from govrules.logic.satisfy import can_be
from govrules.ruleset import load_rulesets
from govrules.taxonomy import jurisdictions, sectors

SUBJECTS = {"strategy": ROOT, "channels": CHANNEL}
subjects = st.sampled_from(sorted(SUBJECTS))


def subject_of(name, about):
    """The document, or its first channel, with its pointer."""
    return ((), about) if name == "strategy" else (("channels", 0), about.channels[0])


def with_channel(document, channel):
    return document | {"channels": [channel, *document.get("channels", [])]}


@st.composite
def cases(draw, *, stated=True):
    """A condition, the kind of its subject, and a document that has such a subject."""
    name = draw(subjects)
    raw = draw(conditions(SUBJECTS[name], name, stated=stated))
    document = draw(documents)
    return raw, name, draw(incomplete(with_channel(document, draw(channels)) if name == "channels" else document))


@given(cases())
def test_conditions_mean_what_the_design_says(case):
    raw, name, document = case
    about = strategy(document)
    node, concepts = compiled(raw, SUBJECTS[name])
    _, subject = subject_of(name, about)
    expected = Reference(about, AS_OF, concepts).truth(node.condition, subject)
    assert node.evaluate(subject, World(about, AS_OF)) is expected


@given(cases())
def test_a_document_that_gives_a_condition_a_truth_refutes_that_none_can(case):
    raw, name, document = case
    about = strategy(document)
    node, concepts = compiled(raw, SUBJECTS[name])
    truth = node.evaluate(subject_of(name, about)[1], World(about, AS_OF))
    if truth is not None:
        assert can_be(node.condition, truth, concepts)


@given(cases(), st.data())
def test_more_elements_of_an_incomplete_list_and_its_end_change_nothing_that_was_decided(case, data):
    raw, name, document = case
    before = strategy(document)
    after = strategy(data.draw(lengthened(document)))
    node, _ = compiled(raw, SUBJECTS[name])
    truth = node.evaluate(subject_of(name, before)[1], World(before, AS_OF))
    if truth is not None:
        assert node.evaluate(subject_of(name, after)[1], World(after, AS_OF)) is truth


@given(cases(stated=False), documents, channels)
def test_filling_in_what_is_unstated_changes_nothing_that_was_decided(case, more, channel):
    raw, name, document = case
    before = strategy(document)
    after = strategy(filled(document, with_channel(more, channel)))
    node, _ = compiled(raw, SUBJECTS[name])
    truth = node.evaluate(subject_of(name, before)[1], World(before, AS_OF))
    if truth is not None:
        assert node.evaluate(subject_of(name, after)[1], World(after, AS_OF)) is truth


@given(cases())
def test_the_trace_agrees_and_always_names_what_decided(case):
    raw, name, document = case
    about = strategy(document)
    node, _ = compiled(raw, SUBJECTS[name])
    pointer, subject = subject_of(name, about)
    world = World(about, AS_OF)
    found = trace(node, subject, world, pointer)
    assert found.truth is node.evaluate(subject, world)
    leaves = list(deciding(found))
    assert leaves
    for leaf in leaves:
        assert leaf.pointer
        assert at(about, leaf.pointer) == leaf.value
        if found.truth is None:
            assert leaf.truth is None


def at(value, pointer):
    for step in pointer:
        if value is None:
            return None
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


@given(cases(stated=False))
def test_what_is_unknown_is_asked_of_unstated_fields(case):
    """Or of an incomplete list, or of a wider place or sector than the one that the rule is about."""
    raw, name, document = case
    about = strategy(document)
    node, _ = compiled(raw, SUBJECTS[name])
    pointer, subject = subject_of(name, about)
    found = trace(node, subject, World(about, AS_OF), pointer)
    if found.truth is None:
        for leaf in deciding(found):
            operator = getattr(leaf.condition, "operator", None)
            assert leaf.value is None or isinstance(leaf.value, IncompleteList) or operator == "covers"


def rules():
    nexus = st.lists(st.sampled_from(["audience", "establishment", "staff", "listing"]), min_size=1, max_size=2)

    @st.composite
    def rule(draw):
        name = draw(subjects)
        found = {
            "subject": name,
            "jurisdiction": draw(VALUES["jurisdiction"]),
            "nexus": draw(nexus),
            "sectors": draw(st.lists(VALUES["sector"], max_size=2)),
            "require": draw(conditions(SUBJECTS[name], name, 1)),
        }
        return found | ({"when": draw(conditions(SUBJECTS[name], name, 1))} if draw(st.booleans()) else {})

    return st.lists(rule(), min_size=1, max_size=3)


def load(path, texts):
    own = {
        "title": "A rule",
        "severity": "major",
        "basis": "required",
        "source": {"citation": "1", "authority": "A", "kind": "statute", "confidence": "unverified"},
        "finding": "Something is missing.",
        "remedy": {"do": "Do it", "owner": "legal", "effort": "days"},
    }
    data = {
        "ruleset": "test/one",
        "title": "Test",
        "version": "1",
        "reviewed": "2026-11-23",
        "concepts": [
            {"id": name, "title": name, "subject": shape.name, "when": when} for name, (shape, when) in CONCEPTS.items()
        ],
        "rules": [own | {"id": f"rule-{index}"} | text for index, text in enumerate(texts)],
    }
    path.write_text(json.dumps(data))
    return load_rulesets([path])


TYPES = {
    "market": FieldType("market", True, tree=jurisdictions()),
    "jurisdiction": FieldType("jurisdiction", True, tree=jurisdictions()),
    "sector": FieldType("sector", True, tree=sectors()),
}


@given(rules(), documents)
def test_verdicts_are_those_of_the_design(tmp_path_factory, texts, document):
    about = strategy(document)
    loaded = load(tmp_path_factory.getbasetemp() / "generated.json", texts)
    concepts = {name: concept.when for name, concept in loaded.concepts.items()}
    meaning = Reference(about, AS_OF, concepts)
    expected = {}
    for rule in loaded.rules.values():
        text = rule.text

        def bound(subject, text=text):
            return binds(text.jurisdiction, text.nexus, text.sectors, subject, about, TYPES)

        if text.subject == "channels" and about.channels is None:
            if True in bound(None) and True in (meaning.answers(rule.when, UNLISTED) if rule.when else YES):
                expected[rule.id, ("channels",)] = "may-apply"
            continue
        whole = text.subject == "strategy"
        for pointer, subject in (
            [((), about)] if whole else [(("channels", n), c) for n, c in enumerate(about.channels)]
        ):
            verdict = judgement(
                bound(None if whole else subject),
                YES if rule.when is None else meaning.answers(rule.when, subject),
                meaning.required(rule.require, subject),
            )
            if verdict is not None:
                expected[rule.id, pointer] = verdict
    found = CompiledEngine(loaded.concepts).judge(list(loaded.rules.values()), about, AS_OF)
    assert {(verdict.rule.id, verdict.subject): verdict.verdict for verdict in found} == expected
    assert len(found) == len(expected)
    for verdict in found:
        assert bool(verdict.deciding) == (verdict.verdict != "not-applicable")


def test_the_generators_reach_every_truth_and_every_operator():
    """Laws about generated cases are worth only what is generated."""
    truths, operators = Counter(), set()

    @settings(max_examples=600, derandomize=True, database=None)
    @given(cases())
    def count(case):
        raw, name, document = case
        about = strategy(document)
        node, _ = compiled(raw, SUBJECTS[name])
        truths[node.evaluate(subject_of(name, about)[1], World(about, AS_OF))] += 1
        gather(node)

    def gather(node):
        operators.add(getattr(node.condition, "operator", getattr(node.condition, "quantifier", None)))
        for part in node.parts:
            gather(part)

    count()
    assert min(truths[truth] for truth in (True, False, None)) >= 20
    wanted = {"equals", "one_of", "at_least", "at_most", "more_than", "less_than", "on_or_after", "on_or_before"}
    wanted |= {"within_days", "in_next_days", "includes", "includes_any", "includes_all", "only", "empty", "covers"}
    wanted |= {"mentions", "given", "stated", "some", "every", "count"}
    assert operators >= wanted


def test_the_reference_itself_tells_unknown_from_false():
    node, concepts = compiled({"owner": "Ada"})
    for channel, truth in (({}, None), ({"owner": "Ada"}, True), ({"owner": "Bob"}, False)):
        about = strategy(with_channel({"title": "T", "organisation": {"name": "Acme"}}, channel))
        assert Reference(about, AS_OF, concepts).truth(node.condition, about.channels[0]) is truth
        assert read_path(node.condition.path, about.channels[0], World(about, AS_OF)) == channel.get("owner")
    with pytest.raises(KeyError):
        Reference(None, AS_OF, {}).holds("no-such-operator", 1, 1)
