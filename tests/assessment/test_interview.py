# SPDX-License-Identifier: Apache-2.0
"""The interview: what it asks next, what it says each answer would do, and when it ends."""

from datetime import date

import pytest

import govrules
from govrules.assessment.interview import Interview
from govrules.source.model_errors import label
from govrules.source.read import read
from govrules.strategy.answers import answered, document_from, fields_named, key_of, stated_at
from govrules.verdict import Verdict
from tests.bundled import bundled

AS_OF = date(2026, 11, 29)
BANK = read("examples/regional-bank-us.yaml").data
BEGUN = {
    "title": BANK["title"],
    "organisation": {"name": BANK["organisation"]["name"], "sectors": ["bank"]},
    "markets": ["US"],
}


def interview(data, threshold="major"):
    return Interview.of(document_from(data, bundled().shapes), bundled(), as_of=AS_OF, threshold=threshold)


def say(asked, question, truth):
    """The answer of somebody who knows what a finished document says; what it does not say is not known."""
    pointers, attribute = fields_named(question.field, asked.data, bundled().shapes)
    for pointer in pointers:
        value = stated_at(truth, pointer)
        if value is None or question.kind == "more":
            asked = asked.not_known(label(pointer))
        elif question.kind == "names":
            key = key_of(attribute.type.part)
            asked = asked.answered(label(pointer), [{key: one[key]} if key in one else {} for one in value])
        else:
            asked = asked.answered(label(pointer), value)
    return asked


def course(data, truth, threshold="major"):
    """The states of an interview with somebody who knows, to its end."""
    asked = interview(data, threshold)
    states = []
    while (question := asked.next()) is not None:
        states.append((asked, question))
        asked = say(asked, question, truth)
        assert len(states) < 200, "the interview does not end"
    return states, asked


@pytest.fixture(scope="module")
def bank():
    return course(BEGUN, BANK)


def open_at(asked, *severities):
    return {one.rule.id for one in asked.judged.judgements if one.verdict.is_open and one.rule.severity in severities}


def test_most_gates_come_early_and_each_question_names_what_waits_for_it(bank):
    states, _ = bank
    gates = [question.gate for _, question in states]
    assert 8 <= sum(gates) <= 20
    assert sum(gates[:15]) >= 10
    for _, question in states[:20]:
        assert question.rules and question.text.endswith(("?", ".", ")"))


def test_a_list_of_all_questions_says_nothing_of_what_each_answer_would_do():
    asked = interview(BEGUN)
    assert asked.next().effects
    assert not any(question.effects for question in asked.questions())


def test_it_ends_when_nothing_open_can_change_the_verdict(bank):
    states, end = bank
    # By weight alone, without gates and look-ahead, the same document took 129 answers.
    assert len(states) < 120
    known = set(end.document.strategy.not_known or ())
    held_up = {
        one.rule.id
        for one in end.judged.judgements
        if one.verdict.is_open and {label(deciding.pointer) for deciding in one.deciding} & known
    }
    assert open_at(end, "showstopper", "major") <= held_up
    assert end.remaining().at_most == 0


def test_whatever_could_be_a_showstopper_is_settled_early(bank):
    states, _ = bank
    settled = next(number for number, (asked, _) in enumerate(states) if not open_at(asked, "showstopper"))
    assert settled <= 8


def test_open_questions_of_the_same_part_stand_beside_the_question(bank):
    states, _ = bank
    pages = [question.page for _, question in states if question.beside]
    assert pages
    for page in pages:
        assert len(page) <= 10
        assert len({tuple(field.rpartition(".")[0] for field in one.each) for one in page}) == 1
        assert len({one.field for one in page}) == len(page)
        assert not any(one.kind in ("names", "more") for one in page)


def test_a_bank_answers_no_more_than_sixty_pages_until_nothing_major_is_open():
    asked, pages = interview(BEGUN), 0
    while (question := asked.next()) is not None:
        for one in question.page:
            asked = say(asked, one, BANK)
        pages += 1
    assert pages <= 60


def test_what_is_listed_and_not_described_yet_is_asked_about():
    asked = interview({**BEGUN, "governance": {"risk": {"register_entries": [{"risk": "Hijack"}]}}}, "minor")
    assert {one.field for one in asked.questions()} >= {
        "governance.risk.register_entries[1].likelihood",
        "governance.risk.register_entries[1].impact",
    }


def test_it_never_asks_twice(bank):
    states, _ = bank
    asked = [(question.field, question.asked_of) for _, question in states]
    assert len(asked) == len(set(asked))


def test_at_least_as_many_questions_are_left_as_it_says(bank):
    states, _ = bank
    for number, (asked, _) in enumerate(states):
        assert asked.remaining().at_least <= len(states) - number


def test_an_answer_does_what_was_said_of_it(bank):
    states, _ = bank
    tried = 0
    for asked, question in states:
        for effect in question.effects if "[]" not in question.field and question.kind in ("yes-no", "choice") else ():
            tried += 1
            after = asked.answered(question.field, effect.answer)
            settled = open_at(asked, "showstopper", "major") - open_at(after, "showstopper", "major")
            verdicts = {name: {one.verdict for one in after.judged.by_rule[name]} for name in settled}
            gaps = [name for name, said in verdicts.items() if Verdict.GAP in said]
            assert sum(effect.gaps.values()) == len(gaps)
            assert effect.met + effect.fall_away == len(settled) - len(gaps)
    assert tried > 20


def test_a_gate_that_is_closed_takes_what_is_behind_it_away():
    asked = interview(BEGUN)
    closed = asked.answered("endorsements", "none")
    assert closed.document.strategy.endorsements == ()
    behind = {one.rule.id for one in asked.judged.judgements if one.rule.text.subject == "endorsements"}
    assert behind
    assert not behind & {one.rule.id for one in closed.judged.judgements if one.verdict.is_open}


def test_a_list_that_is_not_complete_is_asked_about_again():
    asked = interview(BEGUN).answered("endorsements", "Creators, ...")
    fields = []
    while (question := asked.next()) is not None and question.kind != "more":
        fields.append(question.field)
        asked = asked.not_known(question.field)
    assert question is not None and question.field == "endorsements"
    done = asked.answered("endorsements", "none")
    assert [one.name for one in done.document.strategy.endorsements] == ["Creators"]
    assert "endorsements" not in (done.document.strategy.incomplete or ())


def test_what_somebody_else_knows_is_not_asked_again():
    asked = interview(BEGUN)
    question = asked.next()
    later = asked.not_known(question.field)
    assert later.next().field != question.field
    assert later.remaining().waiting_for_others == 1
    # Whoever knows may answer at any time.
    assert not later.answered(question.field, "US").document.strategy.not_known


def test_an_interview_changes_nothing_in_the_one_before():
    asked = interview(BEGUN)
    before = (asked.data, asked.next())
    asked.answered("markets", "US, GB")
    assert (asked.data, asked.next()) == before
    assert answered(BEGUN, "markets", "GB", bundled().shapes) != BEGUN
    assert BEGUN["markets"] == ["US"]


def test_the_library_asks_and_takes_answers_one_by_one():
    document = govrules.parse_strategy("title: Plan\norganisation: {name: Acme}\n")
    question = govrules.next_question(document, bundled(), as_of=AS_OF)
    assert question.field == "markets"
    after = govrules.answer(document, question.field, "United Kingdom")
    assert after.strategy.markets == ("GB",)
    assert document.strategy.markets is None
    assert govrules.next_question(after, bundled(), as_of=AS_OF).field == "organisation.sectors"
    with pytest.raises(govrules.InputError, match="did you mean"):
        govrules.answer(document, "market", "GB")
