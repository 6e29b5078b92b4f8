# SPDX-License-Identifier: Apache-2.0
"""What is weighed is what a report describes; an engine judges organisations of many kinds in turn as each alone."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from govrules import load_strategy, parse_strategy
from govrules.assessment.check import described
from govrules.assessment.terms import TERMS
from govrules.assessment.weighing import weigh
from govrules.engines import CompiledEngine
from govrules.output.presentation.answer import go_ahead
from govrules.output.verdicts import verdict_row
from tests.bundled import bundled

AS_OF = date(2026, 11, 30)
EXAMPLES = sorted(Path("examples").glob("*.yaml"))


@cache
def engine():
    return CompiledEngine(bundled().concepts)


def weighed(document, judge=None):
    return weigh(document, bundled(), as_of=AS_OF, terms=TERMS, engine=judge or engine())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_row_of_a_document_is_that_of_its_report(example):
    found = weighed(load_strategy(example, shapes=bundled().shapes))
    report = described(found)
    assert verdict_row(found) == verdict_row(report)
    # What is counted and what the answer says stand in the report itself.
    assert report.summary.showstoppers == len(
        {one.rule for one in report.findings if (one.verdict, one.severity) == ("gap", "showstopper")}
    )
    assert report.summary.questions == sum(not question.screening for question in report.questions)
    words = {"no": "No: ", "open": "Not decided: ", "not-yet": "Yes, once ", "yes": "Yes"}
    answer = go_ahead(report)
    assert answer.answer.startswith(words[answer.state])


def test_a_list_that_is_stated_is_not_taken_for_one_that_is_not():
    plan = "title: Plan\norganisation: {name: Acme, sectors: [retail]}\nmarkets: [US]\n%s"
    bare, listed = (
        parse_strategy(plan % channels, shapes=bundled().shapes)
        for channels in ("", "channels: [{name: News, platform: instagram}]")
    )
    for document in (bare, listed, bare, listed):
        alone = weighed(document, CompiledEngine(bundled().concepts))
        assert [(one.rule.id, one.subject, one.verdict) for one in weighed(document).judgements] == [
            (one.rule.id, one.subject, one.verdict) for one in alone.judgements
        ]
    assert any(one.about_list and one.subject == ("channels",) for one in weighed(bare).judgements)
    assert not any(one.about_list and one.subject == ("channels",) for one in weighed(listed).judgements)
